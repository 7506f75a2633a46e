import { describe, expect, it, vi } from 'vitest';
import type { AskPage, HoldsPageView } from '../src/backend/contract';
import * as board from '../src/fixtures/board';
import * as views from '../src/fixtures/views';
import { t } from '../src/words/words';
import { Till } from './window';

async function openBoard(answer?: (ask: AskPage) => HoldsPageView): Promise<Till> {
  const till = await Till.open(views.ready());
  if (answer) till.engine.board = answer;
  await till.press('nav-holds');
  await vi.waitFor(() => expect(till.find('totals')).not.toBeNull());
  await till.settle();
  return till;
}

/** Keyset pages of one row each. */
function pageByPage({ after }: AskPage): HoldsPageView {
  const at = after === null ? 0 : Number(after);
  const rows = board.rows.slice(at, at + 1);
  return board.page({ rows, next: at + 1 < 3 ? String(at + 1) : null });
}

describe('the holds board', () => {
  it('shows every row with its state and its money apart', async () => {
    const till = await openBoard();
    const rows = till.all('hold-row');
    expect(rows.map((row) => [row.dataset['ref'], row.dataset['state'], row.dataset['money']])).toEqual(
      board.rows.map((row) => [row.our_ref, row.state, row.money]),
    );
    expect(rows[5]?.textContent).toContain('Captured');
    expect(rows[5]?.textContent).toContain('Paid');
  });

  it('shows totals of what is selected, as the engine gives them', async () => {
    const till = await openBoard();
    expect(till.text('total-held')).toBe('₹2,44,115.00');
    expect(till.text('total-captured')).toBe('₹1,300.00');
    expect(till.text('total-released')).toBe('₹275.00');
  });

  it('has a tab for each question, with its count', async () => {
    const till = await openBoard();
    const marks = [
      'open',
      'expiring',
      'not-sure',
      'captured',
      'partial',
      'released',
      'expired',
      'needs-person',
    ];
    const counts = marks.map((mark) => till.get(`holds-tab-${mark}`).querySelector('em')?.textContent);
    expect(counts).toEqual(['7', '1', '1', '61', '9', '14', '0', '1']);

    await till.press('holds-tab-needs-person');
    expect(till.engine.asks.at(-1)).toEqual({ tab: 'needs_person', search: '', after: null });
    expect(till.get('holds-tab-needs-person').getAttribute('aria-pressed')).toBe('true');
  });

  it('searches at once, and of what is typed meanwhile only the last', async () => {
    const till = await openBoard();
    const answers: (() => void)[] = [];
    const asked: string[] = [];
    till.engine.holdsPage = ({ search }: AskPage) => {
      asked.push(search);
      return new Promise((answer) => answers.push(() => answer(board.page({ rows: [] }))));
    };
    for (const text of ['4', '49', '490', '4900']) await till.type('hold-search', text);
    expect(asked).toEqual(['4']);
    answers.shift()?.();
    await vi.waitFor(() => expect(asked).toEqual(['4', '4900']));
    answers.shift()?.();
    await till.settle();
    expect(asked).toHaveLength(2);
    expect(till.field('hold-search').value).toBe('4900');
  });

  it('searches what is typed', async () => {
    const till = await openBoard((ask) => (ask.search === '' ? board.page() : board.page({ rows: [] })));
    await till.type('hold-search', ' 4900 ');
    await vi.waitFor(() => expect(till.engine.asks.at(-1)?.search).toBe('4900'));
    await till.settle();
    expect(till.all('hold-row')).toHaveLength(0);
    expect(document.body.textContent).toContain(t('holds-none-found', { search: '4900' }));
  });

  it('reads on by the cursor of the last page', async () => {
    const till = await openBoard(pageByPage);
    expect(till.all('hold-row')).toHaveLength(1);
    await till.press('holds-more');
    await till.press('holds-more');
    expect(till.all('hold-row').map((row) => row.dataset['ref'])).toEqual(
      board.rows.slice(0, 3).map((row) => row.our_ref),
    );
    expect(till.find('holds-more')).toBeNull();
  });

  it('is read again when the till’s revision rises, with as many pages as were open', async () => {
    const till = await openBoard(pageByPage);
    await till.press('holds-more');
    const before = till.engine.asks.length;
    await till.show(views.ready());
    await vi.waitFor(() => expect(till.engine.asks.length).toBe(before + 2));
    await till.settle();
    expect(till.all('hold-row')).toHaveLength(2);
  });

  it('opens a row’s timeline and the sale at the till', async () => {
    const till = await openBoard();
    till.all('hold-row')[0]?.click();
    await till.settle();
    expect(till.engine.opened).toEqual([board.rows[0]?.our_ref]);
    const facts = till
      .all('timeline-entry')
      .map((entry) => `${entry.dataset['fact']} ${entry.dataset['call']}`);
    expect(facts).toEqual([
      'intent authorize',
      'reply authorize',
      'intent capture',
      'reply capture',
      'look transaction_status',
    ]);
    expect(till.text('hold-timeline')).toContain('HTTP 502');
    expect(till.all('timeline-entry')[2]?.textContent).toContain('approved by Meena');

    await till.press('timeline-till');
    expect(till.engine.commands).toEqual([{ command: 'sale_open', our_ref: board.rows[0]?.our_ref }]);
    expect(till.find('amount-input')).not.toBeNull();
  });

  it('closes the timeline with Esc and gives the cursor back', async () => {
    const till = await openBoard();
    const button = till.all('hold-row')[1]?.querySelector('button');
    button?.focus();
    button?.click();
    await till.settle();
    expect(till.cursor()).toBe('timeline-close');
    await till.key('Escape');
    expect(till.find('hold-timeline')).toBeNull();
    expect(document.activeElement).toBe(button);
    expect(till.find('hold-search')).not.toBeNull();
  });

  it('keeps the rows and says so when it cannot be read again', async () => {
    const till = await openBoard();
    till.engine.holdsPage = () => Promise.reject(new Error('disk'));
    await till.press('holds-tab-captured');
    expect(document.body.textContent).toContain(t('holds-failed'));
    expect(till.all('hold-row')).toHaveLength(board.rows.length);
  });

  it('says the radar in words too', async () => {
    await openBoard();
    const list = [...document.querySelectorAll('.unseen li')].map((item) => item.textContent);
    expect(list[0]).toBe(t('holds-radar-bar', { from: 0, to: 5, share: 100 }));
    expect(list).toHaveLength(10);
  });
});

describe('reports', () => {
  it('show today’s totals of the books and promise nothing', async () => {
    const till = await Till.open(views.ready());
    await till.press('nav-reports');
    await till.settle();
    expect(till.text('report-captured')).toContain('₹86,412.50');
    expect(till.text('report-paid')).toContain('60 of 61');
    expect(document.body.textContent).toContain(t('reports-later'));
  });

  it('draws a payment’s story as a PDF and says where it is, or why it is not', async () => {
    const till = await openBoard();
    await till.press('hold-row');
    await till.settle();
    await till.press('timeline-evidence');
    await vi.waitFor(() => expect(till.find('evidence-path')).not.toBeNull());
    const ref = board.rows[0]?.our_ref ?? '';
    expect(till.engine.opened).toContain(`evidence ${ref}`);
    expect(till.text('evidence-path')).toContain(`evidence-${ref}.pdf`);
    till.engine.answerNext({ code: 'file_not_written', detail: 'No space left on device' });
    await till.press('timeline-evidence');
    await vi.waitFor(() => expect(till.find('evidence-error')).not.toBeNull());
    expect(till.text('evidence-error')).toContain('No space left on device');
    expect(till.find('evidence-path')).toBeNull();
  });
});
