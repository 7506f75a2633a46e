import { describe, expect, it, vi } from 'vitest';
import type { TillView } from '../src/backend/contract';
import * as reconcile from '../src/fixtures/reconcile';
import * as views from '../src/fixtures/views';
import { t } from '../src/words/words';
import { Till } from './window';

async function openPage(view: TillView = reconcile.reconciling()): Promise<Till> {
  const till = await Till.open(view);
  await till.press('nav-reconcile');
  await till.settle();
  return till;
}

/** As the dialog of the system hands a file over. */
async function choose(till: Till, text: string): Promise<void> {
  const field = till.field('settlement-file');
  const chosen = new File([text], 'settlement.csv', { type: 'text/csv' });
  Object.defineProperty(field, 'files', { value: [chosen], configurable: true });
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await vi.waitFor(() => expect(till.engine.files).not.toHaveLength(0));
  await till.settle();
}

async function pick(till: Till, mark: string, value: string): Promise<void> {
  const field = till.get(mark) as HTMLSelectElement;
  field.value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await till.settle();
}

describe('asking PhonePe again', () => {
  it('asks about the period that was chosen', async () => {
    const till = await openPage({ ...views.ready(), reconcile: { run: null, open_differences: 0 } });
    expect(till.find('reconcile-run')).toBeNull();
    await till.press('period-yesterday');
    await till.press('reconcile-start');
    await till.press('period-days');
    await till.type('period-from', '2026-11-20');
    await till.press('reconcile-start');
    expect(till.engine.commands).toEqual([
      { command: 'reconcile', reconcile: 'begin', of: { period: 'yesterday' } },
      {
        command: 'reconcile',
        reconcile: 'begin',
        of: { period: 'days', from: '2026-11-20', to: '2026-11-20' },
      },
    ]);
  });

  it('shows how far it is, can be stopped, and can be taken up again', async () => {
    const till = await openPage();
    expect(till.text('reconcile-run')).toContain(t('reconcile-progress', { done: 151, rows: 214 }));
    expect(till.get('reconcile-differs').dataset['count']).toBe('2');
    expect(till.find('reconcile-start')).toBeNull();
    await till.press('reconcile-stop');
    await till.show(reconcile.reconciling({ state: 'stopped' }));
    await till.press('reconcile-resume');
    expect(till.engine.commands).toEqual([
      { command: 'reconcile', reconcile: 'stop', run: 3 },
      { command: 'reconcile', reconcile: 'resume', run: 3 },
    ]);
  });

  it('says why it waits, and tells a refusal in plain words', async () => {
    const till = await openPage(reconcile.reconciling({ waits: 'offline' }));
    expect(till.text('reconcile-waits')).toContain(t('reconcile-waits'));
    await till.show(reconcile.reconciling({ state: 'ended' }));
    till.engine.answerNext({ code: 'period_empty' });
    await till.press('reconcile-start');
    expect(till.text('reconcile-error')).toBe(t('error-period_empty'));
  });
});

describe('a difference', () => {
  it('says what each side has, what it means and what to do, and opens its sale', async () => {
    const till = await openPage();
    const first = till.all('difference')[0];
    for (const part of [
      t('reconcile-kind-paid_there_not_here-title'),
      t('reconcile-kind-paid_there_not_here-means'),
      t('reconcile-kind-paid_there_not_here-todo'),
      '₹600.00',
      'PAYMENT_SUCCESS',
      '₹600.00 released to the customer',
    ]) {
      expect(first?.textContent).toContain(part);
    }
    await till.press('difference-sale');
    expect(till.get('hold-timeline').dataset['ref']).toBe(reconcile.rows[0]?.our_ref);
  });

  it('is closed with a note by the keyboard alone; a refusal keeps the note', async () => {
    const till = await openPage();
    till.engine.answerNext({ code: 'note_empty' });
    till.get('difference-note').focus();
    await till.key('Enter');
    expect(till.text('difference-error')).toBe(t('error-note_empty'));
    await till.type('difference-note', 'ticket 12');
    expect(till.find('difference-error')).toBeNull();
    till.engine.answerNext({ code: 'books_closed' });
    await till.key('Enter');
    expect(till.field('difference-note').value).toBe('ticket 12');
    await till.press('nav-till');
    await till.press('nav-reconcile');
    expect(till.field('difference-note').value).toBe('ticket 12');
    await till.press('difference-close');
    expect(till.engine.commands.at(-1)).toEqual({
      command: 'reconcile',
      reconcile: 'close_difference',
      number: 3,
      note: 'ticket 12',
    });
    expect(till.field('difference-note').value).toBe('');
  });

  it('that is closed says by whom and why', async () => {
    const till = await openPage();
    const closed = { at_ms: views.NOW_MS, by: 'Meera', note: 'PhonePe confirmed it' };
    till.engine.differences = (ask) =>
      reconcile.differencesPage({ rows: ask.open_only ? [] : [reconcile.difference(3, { closed })] });
    await till.press('differences-all');
    expect(till.text('difference-closed')).toContain('PhonePe confirmed it');
    expect(till.find('difference-note')).toBeNull();
  });

  it('of a formula is text', async () => {
    const till = await openPage();
    const row = till.all('difference')[2];
    expect(row?.dataset['ref']).toBe('=HYPERLINK("http://x")');
    expect(row?.querySelector('a')).toBeNull();
  });

  it('of an older page is read on', async () => {
    const till = await openPage();
    till.engine.differences = (ask) =>
      ask.before === null
        ? reconcile.differencesPage({ next: 1 })
        : reconcile.differencesPage({ rows: [reconcile.difference(0)] });
    await till.press('differences-all');
    await till.press('differences-more');
    expect(till.all('difference')).toHaveLength(4);
    expect(till.find('differences-more')).toBeNull();
  });
});

describe('a settlement file', () => {
  it('is previewed, its columns are chosen, and it is compared', async () => {
    const till = await openPage();
    await choose(till, 'a,b\n1,2\n');
    expect(till.engine.files[0]).toEqual({ name: 'settlement.csv', base64: btoa('a,b\n1,2\n') });
    expect(till.get('settlement-rows').dataset['rows']).toBe('2');
    await pick(till, 'settlement-column-provider-ref', 'PhonePe Reference Id');
    await pick(till, 'settlement-unit', 'paise');
    await till.press('settlement-compare');
    const columns = {
      our_ref: 'Merchant Reference Id',
      amount: 'Transaction Amount',
      provider_ref: 'PhonePe Reference Id',
    };
    expect(till.engine.imports).toEqual([[{ columns, in_paise: true }, { period: 'yesterday' }]]);
    expect(till.text('settlement-said')).toContain('185 of 187');
    expect(till.find('settlement-compare')).toBeNull();
  });

  it('that is refused is told by its line; the file and its columns stay chosen', async () => {
    const till = await openPage();
    till.engine.answerNext({ code: 'file_not_utf8', detail: '4' });
    await choose(till, 'x');
    expect(till.text('settlement-error')).toBe(t('error-file_not_utf8', { detail: '4' }));
    await choose(till, 'a,b\n');
    await vi.waitFor(() => expect(till.find('settlement-compare')).not.toBeNull());
    expect(till.find('settlement-error')).toBeNull();
    till.engine.answerNext({ code: 'file_amount', detail: 'line 3: =1+1' });
    await till.press('settlement-compare');
    expect(till.text('settlement-error')).toBe(t('error-file_amount', { detail: 'line 3: =1+1' }));
    await till.press('nav-holds');
    await till.press('nav-reconcile');
    expect(till.find('settlement-compare')).not.toBeNull();
  });

  it('that was compared before says so', async () => {
    const till = await openPage();
    till.engine.preview = () => reconcile.preview({ seen_in: 2, is_remembered: true });
    await choose(till, 'a,b\n');
    expect(till.text('settlement-rows')).toContain(t('reconcile-seen-in', { number: 2 }));
  });
});
