import { describe, expect, it, vi } from 'vitest';
import type { HealthView } from '../src/backend/contract';
import { unwell } from '../src/fixtures/health';
import { signedIn } from '../src/fixtures/people';
import * as views from '../src/fixtures/views';
import { t } from '../src/words/words';
import { Till } from './window';

async function settings(seen?: HealthView): Promise<Till> {
  const till = await Till.open(views.ready());
  if (seen) till.engine.healthSeen = seen;
  await till.settings('health');
  await vi.waitFor(() => expect(till.find('health-line')).not.toBeNull());
  return till;
}

const line = (till: Till, part: string): HTMLElement | undefined =>
  till.all('health-line').find(({ dataset }) => dataset['part'] === part);

describe('the health panel', () => {
  it('has a line for every part, in words', async () => {
    const till = await settings();
    expect(till.all('health-line')).toHaveLength(13);
    expect(till.text('health-worst')).toBe(t('health-worst-ok'));
    expect(line(till, 'provider')?.textContent).toContain('Answers in 120 ms; usually 95 ms.');
    expect(line(till, 'printer')?.textContent).toContain('Not set up.');
  });

  it('says what to do where something is to be done, and only there', async () => {
    const till = await settings(
      unwell(
        {
          part: 'disk',
          verdict: 'act',
          found: { is: 'disk_low', free_text: '90 MB', wanted_text: '1000 MB' },
        },
        { part: 'clock', verdict: 'watch', found: { is: 'clock_off', off_ms: -240_000 } },
      ),
    );
    expect(till.get('health').dataset['worst']).toBe('act');
    expect(line(till, 'disk')?.dataset['verdict']).toBe('act');
    expect(line(till, 'disk')?.textContent).toContain('Make room before it is full');
    expect(line(till, 'clock')?.textContent).toContain('4 min behind PhonePe’s.');
    expect(till.all('health-line').filter((of) => of.querySelector('.do'))).toHaveLength(2);
  });

  it('says why it could not look, and looks again when asked', async () => {
    const till = await settings();
    till.engine.answerNext({ code: 'stopped' });
    await till.press('health-again');
    await vi.waitFor(() => expect(till.find('health-error')).not.toBeNull());
    await till.press('health-again');
    await vi.waitFor(() => expect(till.find('health-error')).toBeNull());
  });
});

describe('the support bundle', () => {
  it('is shown file by file before it is saved, and saved as it was shown', async () => {
    const till = await settings();
    await till.press('settings-part-support');
    expect(till.find('support-save')).toBeNull();
    await till.press('support-show');
    await vi.waitFor(() => expect(till.all('support-file')).toHaveLength(2));
    const text = till.get('support-text') as HTMLTextAreaElement;
    expect(text.value).toContain('"version"');
    expect(text.readOnly).toBe(true);
    till.all('support-file')[1]?.click();
    await till.settle();
    expect(text.value).toContain('the till starts');
    await till.press('support-save');
    await vi.waitFor(() => expect(till.text('support-saved')).toContain('holdfast-support.zip'));
    expect(till.engine.opened).toContain('support f00d');
    expect(till.find('support-save')).toBeNull();
  });

  it('can be put aside, and a disk that does not take it is told', async () => {
    const till = await settings();
    await till.press('settings-part-support');
    await till.press('support-show');
    await vi.waitFor(() => expect(till.find('support-save')).not.toBeNull());
    till.engine.answerNext({ code: 'file_not_written', detail: 'no space left' });
    await till.press('support-save');
    await vi.waitFor(() => expect(till.text('support-error')).toContain('no space left'));
    expect(till.find('support-text')).not.toBeNull();
    await till.press('support-close');
    expect(till.find('support-text')).toBeNull();
  });

  it('is not for a cashier', async () => {
    const till = await Till.open({ ...views.ready(), staff: signedIn('Asha') });
    await till.settings('health');
    await vi.waitFor(() => expect(till.find('health-line')).not.toBeNull());
    expect(till.find('settings-part-support')).toBeNull();
    expect(till.find('support')).toBeNull();
  });
});
