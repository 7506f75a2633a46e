import { afterEach, describe, expect, it, vi } from 'vitest';
import english from '../../languages/en.ftl?raw';
import type { TillView } from '../src/backend/contract';
import * as people from '../src/fixtures/people';
import * as views from '../src/fixtures/views';
import { adopt, FIRST, languages } from '../src/words/catalogue';
import { t } from '../src/words/words';
import { Till } from './window';

afterEach(() => adopt(FIRST, english));

function inLanguage(view: TillView, language: string): TillView {
  return {
    ...view,
    revision: view.revision + 1,
    preferences: { ...view.preferences, chosen: { ...view.preferences.chosen, language } },
  };
}

async function changeTo(till: Till, view: TillView, language: string): Promise<void> {
  await till.show(inLanguage(view, language));
  await vi.waitFor(() => expect(document.documentElement.lang).toBe(language));
  await till.settle();
}

describe('another language', () => {
  it.each(languages.filter((name) => name !== FIRST))(
    '%s is drawn without a word of English left behind',
    async (name) => {
      const till = await Till.open(views.ready());
      const before = till.text('pay-why');
      await changeTo(till, views.ready(), name);

      expect(till.text('pay-why')).not.toBe(before);
      expect(till.text('pay-why')).toContain(t('why-ready'));
      await changeTo(till, inLanguage(views.ready(), name), FIRST);
      expect(till.text('pay-why')).toBe(before);
    },
  );

  it('loses nothing that was typed', async () => {
    const till = await Till.open(views.ready());
    await till.type('amount-input', '12');
    await changeTo(till, views.ready(), 'hi');
    expect(till.field('amount-input').value).toBe('12');
  });

  it('leaves amounts and what PhonePe said as they came', async () => {
    const till = await Till.open(views.kycMissing());
    const [said, total] = [till.text('pay-message'), till.text('cart-total')];
    await changeTo(till, views.kycMissing(), 'hi');
    expect([till.text('pay-message'), till.text('cart-total')]).toEqual([said, total]);
  });

  it('that there is not leaves the window as it is', async () => {
    const till = await Till.open(views.ready());
    const before = till.text('pay-why');
    await till.show(inLanguage(views.ready(), 'xx'));
    await till.settle();
    expect(till.text('pay-why')).toBe(before);
    expect(document.documentElement.lang).toBe(FIRST);
  });

  it('is chosen at the lock, each by its own name', async () => {
    const till = await Till.open(people.locked());
    const field = till.get('language') as HTMLSelectElement;
    expect([...field.options].map((option) => option.text)).toContain('हिन्दी');
    field.value = 'hi';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await till.settle();
    expect(till.engine.commands).toEqual([
      { command: 'preferences', preference: 'language', language: 'hi' },
    ]);
  });
});
