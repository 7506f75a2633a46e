import { describe, expect, it, vi } from 'vitest';
import type {
  AskPage,
  FilterPart,
  HoldsPageView,
  NarrowedBy,
  SavedView,
  UiError,
} from '../src/backend/contract';
import * as board from '../src/fixtures/board';
import * as views from '../src/fixtures/views';
import { t, toldError } from '../src/words/words';
import { Till } from './window';

const PARTS: FilterPart[] = ['from', 'to', 'cashier', 'counter', 'least', 'most'];

/** Narrows as the engine would: it says what it was narrowed by, and its totals are of those rows. */
function narrowing({ filter, tab }: AskPage): HoldsPageView {
  const narrowed: NarrowedBy[] = PARTS.flatMap((part) => {
    const text = filter?.[part].trim() ?? '';
    if (text === '') return [];
    return [{ part, text: part === 'least' || part === 'most' ? `₹${text}.00` : text }];
  });
  if (narrowed.length === 0) return board.page({ tab });
  return board.page({
    tab,
    narrowed,
    rows: board.rows.slice(0, 1),
    totals: { count: 1, held_text: '₹2,40,000.00', captured_text: '₹0.00', released_text: '₹0.00' },
  });
}

async function openFilter(): Promise<Till> {
  const till = await Till.open(views.ready());
  till.engine.board = narrowing;
  await till.press('nav-holds');
  await vi.waitFor(() => expect(till.find('totals')).not.toBeNull());
  await till.press('filter-open');
  await vi.waitFor(() => expect(till.cursor()).toBe('filter-from'));
  return till;
}

/** The engine refuses the next page, once. */
function refuseNext(till: Till, refusal: UiError): void {
  const holdsPage = till.engine.holdsPage.bind(till.engine);
  till.engine.holdsPage = (ask) => {
    till.engine.asks.push(ask);
    till.engine.holdsPage = holdsPage;
    // The shell rejects with the coded refusal itself, not with an Error.
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    return Promise.reject(refusal);
  };
}

describe('the filter of the holds board', () => {
  it('is quiet until it is asked for', async () => {
    const till = await openFilter();
    expect(till.get('filter-open').getAttribute('aria-expanded')).toBe('true');
    await till.press('filter-open');
    expect(till.find('filter-row')).toBeNull();
    expect(till.find('filter-chips')).toBeNull();
    expect(till.cursor()).toBe('filter-open');
    expect(till.engine.asks.every((ask) => ask.filter === undefined)).toBe(true);
  });

  it('is told to the engine as it was typed, by Enter, which moves no money', async () => {
    const till = await openFilter();
    await till.type('filter-from', '2026-11-01');
    await till.type('filter-least', ' 1,250.5');
    await till.key('Enter');
    expect(till.engine.asks.at(-1)).toEqual({
      tab: 'open',
      search: '',
      after: null,
      filter: { from: '2026-11-01', to: '', cashier: '', counter: '', least: ' 1,250.5', most: '' },
    });
    expect(till.engine.commands).toEqual([]);
  });

  it('shows the rows, the totals and what they are narrowed by of one answer', async () => {
    const till = await openFilter();
    await till.type('filter-cashier', 'Asha');
    await till.type('filter-most', '600');
    await till.press('filter-show');
    expect(till.all('hold-row')).toHaveLength(1);
    expect(till.text('total-held')).toBe('₹2,40,000.00');
    expect(till.text('filter-chip-cashier')).toBe('Cashier Asha');
    expect(till.text('filter-chip-most')).toBe('₹600.00 or less');
    expect(till.get('filter-chip-most').getAttribute('aria-label')).toBe(
      t('filter-remove', { said: '₹600.00 or less' }),
    );
  });

  it('stays through another tab, a search, a newer view, and with its row closed', async () => {
    const till = await openFilter();
    await till.type('filter-counter', '2');
    await till.press('filter-show');
    await till.key('Escape');
    expect(till.find('filter-row')).toBeNull();
    expect(till.cursor()).toBe('filter-open');
    expect(till.text('filter-chips')).toBe('Counter 2');

    await till.press('holds-tab-captured');
    expect(till.engine.asks.at(-1)).toMatchObject({ tab: 'captured', filter: { counter: '2' } });
    await till.type('hold-search', '4900');
    await vi.waitFor(() => expect(till.engine.asks.at(-1)).toMatchObject({ search: '4900' }));
    expect(till.engine.asks.at(-1)?.filter?.counter).toBe('2');
    const before = till.engine.asks.length;
    await till.show(views.ready());
    await vi.waitFor(() => expect(till.engine.asks.length).toBe(before + 1));
    expect(till.engine.asks.at(-1)?.filter?.counter).toBe('2');
  });

  it('goes chip by chip, and the cursor stays among them', async () => {
    const till = await openFilter();
    await till.type('filter-cashier', 'Asha');
    await till.type('filter-least', '100');
    await till.press('filter-show');
    await till.press('filter-chip-cashier');
    expect(till.find('filter-chip-cashier')).toBeNull();
    expect(till.engine.asks.at(-1)?.filter).toMatchObject({ cashier: '', least: '100' });
    expect(till.field('filter-cashier').value).toBe('');
    expect(till.field('filter-least').value).toBe('100');
    expect(till.cursor()).toBe('filter-chip-least');
    await till.key('Enter');
    expect(till.find('filter-chips')).toBeNull();
    expect(till.cursor()).toBe('filter-open');
    expect(till.all('hold-row')).toHaveLength(board.rows.length);
  });

  it('is cleared as a whole', async () => {
    const till = await openFilter();
    await till.type('filter-to', '2026-11-22');
    await till.type('filter-counter', '2');
    await till.press('filter-show');
    await till.press('filter-clear');
    expect(till.engine.asks.at(-1)?.filter).toBeUndefined();
    expect(till.field('filter-to').value + till.field('filter-counter').value).toBe('');
    expect(till.find('filter-chips')).toBeNull();
  });

  it.each([
    ['filter_from', 'from'],
    ['filter_to', 'to'],
    ['filter_days', 'to'],
    ['filter_least', 'least'],
    ['filter_most', 'most'],
    ['filter_amounts', 'most'],
  ] as const)('says %s beside its field, keeps what was typed, and leaves the rows', async (code, part) => {
    const till = await openFilter();
    await till.type('filter-counter', '2');
    await till.press('filter-show');
    refuseNext(till, { code });
    await till.type('filter-least', 'six');
    await till.press('filter-show');
    expect(till.text('filter-error')).toBe(toldError({ code }));
    expect(till.get(`filter-${part}`).getAttribute('aria-invalid')).toBe('true');
    expect(till.cursor()).toBe(`filter-${part}`);
    expect(till.field('filter-least').value).toBe('six');
    expect(till.text('filter-chips')).toBe('Counter 2');
    expect(till.all('hold-row')).toHaveLength(1);
    expect(document.body.textContent).not.toContain(t('holds-failed'));

    await till.type('filter-least', '600');
    expect(till.find('filter-error')).toBeNull();
  });

  it('takes a known name however its capitals were typed, and any other as it is', async () => {
    const till = await openFilter();
    await till.type('filter-cashier', ' asha');
    await till.press('filter-show');
    expect(till.engine.asks.at(-1)?.filter?.cashier).toBe('Asha');
    await till.type('filter-cashier', 'Rohit');
    await till.press('filter-show');
    expect(till.engine.asks.at(-1)?.filter?.cashier).toBe('Rohit');
  });

  it('unticks what can no longer be seen', async () => {
    const till = await openFilter();
    await till.press('hold-tick-all');
    expect(till.get('selection-bar').dataset['count']).not.toBe('0');
    await till.type('filter-counter', '2');
    await till.press('filter-show');
    expect(till.get('selection-bar').dataset['count']).toBe('0');
  });

  it('says that nothing is there with these filters', async () => {
    const till = await openFilter();
    till.engine.board = (ask) => ({ ...narrowing(ask), rows: [] });
    await till.type('filter-counter', '9');
    await till.press('filter-show');
    expect(document.body.textContent).toContain(t('filter-none'));
  });
});

const LARGE: SavedView = {
  name: 'Large ones',
  tab: 'captured',
  search: '4900',
  filter: { from: '', to: '', cashier: '', counter: '', least: '1000', most: '' },
};

describe('saved views of the board', () => {
  it('keep the tab, the search and the filter that are shown, under a name', async () => {
    const till = await openFilter();
    await till.press('holds-tab-captured');
    await till.type('filter-least', '1000');
    await till.press('filter-show');
    await till.type('hold-search', '4900');
    await vi.waitFor(() => expect(till.engine.asks.at(-1)?.search).toBe('4900'));
    await till.type('view-name', 'Large ones ');
    await till.key('Enter');
    expect(till.engine.views).toEqual([LARGE]);
    expect(till.text('view-open')).toBe('Large ones');
    expect(till.get('view-open').getAttribute('aria-pressed')).toBe('true');
    expect(till.field('view-name').value).toBe('');
    expect(till.engine.commands).toEqual([]);
  });

  it('show all three again by one press', async () => {
    const till = await Till.open(views.ready());
    till.engine.board = narrowing;
    till.engine.views = [LARGE];
    await till.press('nav-holds');
    await vi.waitFor(() => expect(till.find('totals')).not.toBeNull());
    await till.press('filter-open');
    await till.press('view-open');
    const { tab, search, filter } = LARGE;
    expect(till.engine.asks.at(-1)).toEqual({ tab, search, filter, after: null });
    expect(till.field('hold-search').value).toBe('4900');
    expect(till.field('filter-least').value).toBe('1000');
    expect(till.text('filter-chips')).toBe('₹1000.00 or more');
    expect(till.get('view-open').getAttribute('aria-pressed')).toBe('true');
    await till.press('holds-tab-open');
    expect(till.get('view-open').getAttribute('aria-pressed')).toBe('false');
  });

  it('say why one was not kept, beside its name, which stays', async () => {
    const till = await openFilter();
    till.engine.answerNext({ code: 'views_full', detail: '20' });
    await till.type('view-name', 'One more');
    await till.press('view-save');
    expect(till.text('view-error')).toBe(t('error-views_full', { detail: '20' }));
    expect(till.field('view-name').value).toBe('One more');
    expect(till.cursor()).toBe('view-name');
    expect(till.find('view-open')).toBeNull();
  });

  it('are deleted one by one', async () => {
    const till = await openFilter();
    await till.type('view-name', 'Mine');
    await till.press('view-save');
    await till.press('view-delete');
    expect(till.engine.views).toEqual([]);
    expect(till.find('view-open')).toBeNull();
    expect(till.cursor()).toBe('view-name');
  });
});
