import { describe, expect, it, vi } from 'vitest';
import type { HealthFound, HealthLineView } from '../src/backend/contract';
import * as people from '../src/fixtures/people';
import { newerVersion } from '../src/fixtures/updates';
import * as views from '../src/fixtures/views';
import { Till } from './window';

async function settings(
  ask: boolean,
  found: HealthFound,
  verdict: HealthLineView['verdict'] = 'ok',
): Promise<Till> {
  const view = views.ready();
  view.preferences.chosen.updates.ask = ask;
  view.preferences.update = { part: 'update', verdict, found };
  const till = await Till.open(view);
  await till.settings('updates');
  return till;
}

describe('a newer version', () => {
  it('is told with what to do, and put away by the version that was read', async () => {
    const till = await Till.open(newerVersion());
    await vi.waitFor(() => expect(till.find('update')).not.toBeNull());
    expect(till.text('update')).toContain('Version 0.2.0 of this till is waiting.');
    expect(till.text('update')).toContain('“sudo apt install holdfast”');
    expect(till.get('update').getAttribute('role')).toBe('status');
    await till.press('update-put-away');
    expect(till.engine.commands).toEqual([
      { command: 'preferences', preference: 'update_put_away', version: '0.2.0' },
    ]);
  });

  it('that is installed already begins at the next start', async () => {
    const till = await Till.open(newerVersion(true));
    await vi.waitFor(() => expect(till.find('update')).not.toBeNull());
    expect(till.text('update')).toContain('still runs the older one');
    expect(till.text('update')).not.toContain('sudo');
  });

  it('is nothing that the till shows by itself', async () => {
    const till = await Till.open(views.ready());
    expect(till.find('update')).toBeNull();
  });
});

describe('the setting', () => {
  it('is off, and turned on by whoever may; a refusal leaves it off', async () => {
    const till = await settings(false, { is: 'update_off' });
    expect(till.find('updates-found')).toBeNull();
    till.engine.answerNext({ code: 'not_allowed_for_you' });
    await till.press('updates-ask');
    expect(till.engine.commands).toEqual([{ command: 'preferences', preference: 'updates', ask: true }]);
    expect(till.find('updates-error')).not.toBeNull();
    expect(till.field('updates-ask').checked).toBe(false);
  });

  it('cannot be changed by a cashier', async () => {
    const till = await Till.open(people.ashasBill());
    await till.settings('updates');
    expect(till.field('updates-ask').disabled).toBe(true);
  });

  it('says what the package lists said, and what to do where something is to be done', async () => {
    const newest = await settings(true, { is: 'update_newest' });
    expect(newest.text('updates-found')).toContain('newest version');
    await newest.close();
    const waiting = await settings(true, { is: 'update_waiting', version: '0.2.0' }, 'watch');
    expect(waiting.text('updates-found')).toContain('0.2.0 is waiting');
    expect(waiting.text('updates-found')).toContain('“sudo apt install holdfast”');
    await waiting.close();
  });

  it.each(['update_no_package', 'update_no_apt', 'update_hung', 'update_unclear'] as const)(
    'has a sentence for %s',
    async (is) => {
      const failed = await settings(true, { is }, 'watch');
      expect(failed.get('updates-found').dataset['is']).toBe(is);
      expect(failed.text('updates-found')).not.toContain('update_');
    },
  );
});
