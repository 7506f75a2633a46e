import { describe, expect, it, vi } from 'vitest';
import type { QueueView, RunView, TillView } from '../src/backend/contract';
import * as board from '../src/fixtures/board';
import * as queue from '../src/fixtures/queue';
import * as views from '../src/fixtures/views';
import { clock } from '../src/words/time';
import { t } from '../src/words/words';
import { Till } from './window';

function with_queue(change: Partial<QueueView>): TillView {
  return { ...views.ready(), queue: { panel: null, runs: [], ...change } };
}

async function openBoard(view: TillView = views.ready()): Promise<Till> {
  const till = await Till.open(view);
  await till.press('nav-holds');
  await vi.waitFor(() => expect(till.find('totals')).not.toBeNull());
  await till.settle();
  return till;
}

function tick(till: Till, nth: number): void {
  till.all('hold-tick')[nth]?.click();
}

describe('the selection', () => {
  it('is made with boxes, all shown at once, and does not open a row', async () => {
    const till = await openBoard();
    expect(till.text('selection-bar')).toContain(t('queue-selected', { count: 0, gone: 0 }));
    tick(till, 0);
    tick(till, 2);
    await till.settle();
    expect(till.get('selection-bar').dataset['count']).toBe('2');
    expect(till.find('hold-timeline')).toBeNull();
    expect(till.field('hold-tick-all').indeterminate).toBe(true);
    await till.press('hold-tick-all');
    expect(till.get('selection-bar').dataset['count']).toBe(String(board.rows.length));
    await till.press('hold-tick-all');
    expect(till.get('selection-bar').dataset['count']).toBe('0');
  });

  it('is walked through with the arrows', async () => {
    const till = await openBoard();
    till.all('hold-tick')[0]?.focus();
    await till.key('ArrowDown');
    expect(document.activeElement).toBe(till.all('hold-tick')[1]);
    await till.key('ArrowUp');
    await till.key('ArrowUp');
    expect(till.cursor()).toBe('hold-tick-all');
  });

  it('asks for the table of just what is ticked; with nothing ticked it says how', async () => {
    const till = await openBoard();
    await till.press('bulk-capture');
    expect(till.engine.commands).toEqual([]);
    expect(till.text('said')).toBe(t('queue-nothing'));
    tick(till, 1);
    tick(till, 3);
    await till.settle();
    await till.press('bulk-release');
    const our_refs = [board.rows[1]?.our_ref, board.rows[3]?.our_ref];
    expect(till.engine.commands).toEqual([{ command: 'queue', queue: 'review', kind: 'release', our_refs }]);
  });

  it('keeps a row that leaves the list and says so, and is emptied by another tab', async () => {
    const till = await openBoard();
    tick(till, 0);
    tick(till, 1);
    await till.settle();
    till.engine.board = () => board.page({ rows: board.rows.slice(1) });
    await till.show(views.ready());
    await vi.waitFor(() => expect(till.all('hold-row')).toHaveLength(board.rows.length - 1));
    expect(till.text('selection-bar')).toContain(t('queue-selected', { count: 2, gone: 1 }));
    await till.press('holds-tab-captured');
    expect(till.get('selection-bar').dataset['count']).toBe('0');
  });

  it('tells a refusal of the engine in plain words', async () => {
    const till = await openBoard();
    await till.press('hold-tick-all');
    till.engine.answerNext({ code: 'queue_too_many', detail: '200' });
    await till.press('bulk-capture');
    expect(till.text('queue-error')).toBe(t('error-queue_too_many', { detail: '200' }));
    expect(till.get('selection-bar').dataset['count']).toBe(String(board.rows.length));
  });
});

describe('the table before the money', () => {
  it('says row by row what can and what cannot, and why, with the sum of those that can', async () => {
    const till = await openBoard();
    await till.show(with_queue({ panel: queue.panel() }));
    expect(till.text('queue-can')).toBe(t('queue-can-capture', { count: 2 }));
    expect(till.text('queue-cannot')).toBe(t('queue-cannot', { count: 2 }));
    const told = till.all('queue-row').map((row) => row.textContent);
    expect(told[2]).toContain(t('queue-why-not_sure_yet'));
    expect(told[3]).toContain(t('queue-why-captured_already'));
    expect(till.text('queue-confirm')).toContain(t('queue-confirm-capture', { count: 2 }));
    expect(till.text('queue-confirm')).toContain('₹2,40,600.00');
    expect(till.text('queue-panel')).toContain(t('queue-once-capture'));
  });

  it('stands with the cursor on the way back, and Enter moves no money', async () => {
    const till = await openBoard();
    await till.show(with_queue({ panel: queue.panel() }));
    expect(till.cursor()).toBe('queue-back');
    till.get('queue-confirm').focus();
    await till.key('Enter');
    expect(till.engine.commands).toEqual([]);
    await till.key('Escape');
    expect(till.engine.commands).toEqual([{ command: 'queue', queue: 'close' }]);
  });

  it('is confirmed by one click, and a second one sends nothing', async () => {
    const till = await openBoard();
    await till.press('hold-tick-all');
    await till.show(with_queue({ panel: queue.panel() }));
    till.get('queue-confirm').click();
    till.get('queue-confirm').click();
    await till.settle();
    expect(till.engine.commands).toEqual([{ command: 'queue', queue: 'confirm', action_id: 'queue-1' }]);
    await till.show(with_queue({ runs: [queue.run()] }));
    expect(till.get('run-rows').dataset['run'], 'its rows are shown at once').toBe('3');
    expect(till.get('selection-bar').dataset['count']).toBe('0');
  });

  it('shows what has changed since when the engine refuses, and its new button acts', async () => {
    const till = await openBoard();
    await till.show(with_queue({ panel: queue.panel() }));
    till.engine.answerNext({ code: 'not_armed' });
    await till.press('queue-confirm');
    expect(till.text('queue-error')).toBe(t('error-not_armed'));
    const rows = queue.panel().rows.slice(1);
    await till.show(with_queue({ panel: queue.panel({ rows, can: 1, action_id: 'queue-2' }) }));
    expect(till.isArmed('queue-confirm')).toBe(true);
    await till.press('queue-confirm');
    expect(till.engine.commands.at(-1)).toEqual({ command: 'queue', queue: 'confirm', action_id: 'queue-2' });
  });

  it('leads from many that can to those that cannot', async () => {
    const till = await openBoard();
    await till.show(with_queue({ panel: queue.panel() }));
    const seen: Element[] = [];
    Element.prototype.scrollIntoView = function (this: Element) {
      seen.push(this);
    };
    await till.press('queue-to-cannot');
    expect(seen).toHaveLength(1);
    expect(seen[0]?.contains(till.get('queue-cannot'))).toBe(true);
    await till.show(with_queue({ panel: queue.panel({ rows: queue.panel().rows.slice(0, 2), cannot: 0 }) }));
    expect(till.find('queue-to-cannot')).toBeNull();
  });

  it('has a grey button when none of them can', async () => {
    const till = await openBoard();
    const rows = queue.panel().rows.slice(2);
    await till.show(
      with_queue({
        panel: queue.panel({ kind: 'release', rows, can: 0, amount_text: '₹0.00', action_id: null }),
      }),
    );
    expect(till.isArmed('queue-confirm')).toBe(false);
    expect(till.text('queue-panel')).toContain(t('queue-none-release'));
    await till.press('queue-confirm');
    expect(till.engine.commands).toEqual([]);
  });
});

describe('a run', () => {
  it('shows how far it is, and stops', async () => {
    const till = await openBoard(with_queue({ runs: [queue.run()] }));
    expect(till.text('run')).toContain(t('queue-progress', { done: 2, all: 5, stopped: 0 }));
    expect(till.text('run-sum')).toBe(t('queue-sum-capture', { done: '₹600.00', all: '₹3,000.00' }));
    expect(till.find('run-close')).toBeNull();
    await till.press('run-stop');
    expect(till.engine.commands).toEqual([{ command: 'queue', queue: 'stop', run: 3 }]);
    const counts: RunView['counts'] = [
      { outcome: 'paid', count: 2 },
      { outcome: 'stopped', count: 3 },
    ];
    await till.show(with_queue({ runs: [queue.run({ counts, done: 5, can_stop: false, is_over: true })] }));
    expect(till.text('run'), 'what was stopped is not done').toContain(
      t('queue-progress', { done: 2, all: 5, stopped: 3 }),
    );
  });

  it('says why nothing of it is sent just now', async () => {
    const till = await openBoard(with_queue({ runs: [queue.run({ waits: 'recovering' })] }));
    expect(till.text('run-waits')).toContain(t('queue-waits'));
  });

  it('has a result for each row, in plain words, that stays until it is closed', async () => {
    const till = await openBoard(with_queue({ runs: [queue.ended()] }));
    await till.press('run-open');
    const told = till.all('run-row').map((row) => row.textContent);
    expect(told[0]).toContain(t('queue-outcome-paid'));
    expect(told[1]).toContain(t('queue-told-not_sure_yet'));
    expect(told[3]).toContain('This payment cannot be captured now.');
    expect(told[3]).toContain(t('queue-told-still_held'));
    expect(told[4]).toContain(t('queue-why-released_already'));
    await till.press('result-hide');
    expect(till.find('run-rows')).toBeNull();
    expect(till.find('run')).not.toBeNull();
    await till.press('run-close');
    expect(till.engine.commands).toEqual([{ command: 'queue', queue: 'close_run', run: 3 }]);
  });

  it('can be read by outcome', async () => {
    const till = await openBoard(with_queue({ runs: [queue.ended()] }));
    await till.press('run-open');
    await till.press('run-outcome-still-held');
    expect(till.all('run-row').map((row) => row.dataset['ref'])).toEqual([queue.refOf(4)]);
    await till.press('run-all');
    expect(till.all('run-row')).toHaveLength(5);
  });
});

describe('the choice for a deadline', () => {
  async function openTimeline(timeline = board.timeline()): Promise<Till> {
    const till = await openBoard();
    till.engine.holdTimeline = () => Promise.resolve(timeline);
    till.all('hold-row')[0]?.click();
    await till.settle();
    return till;
  }
  const OUR_REF = board.rows[0]?.our_ref;

  it('is to ask a person, until another is set by a click', async () => {
    const till = await openTimeline();
    expect(till.field('deadline-ask-a-person').checked).toBe(true);
    expect(till.isArmed('deadline-set')).toBe(false);
    await till.press('deadline-capture');
    await till.type('deadline-amount', '450');
    await till.key('Enter');
    expect(till.engine.commands, 'Enter sets nothing').toEqual([]);
    await till.press('deadline-set');
    expect(till.engine.commands).toEqual([
      { command: 'queue', queue: 'choose', our_ref: OUR_REF, at_deadline: 'capture', amount_text: '450' },
    ]);
  });

  it('stands as it was taken, and what is being typed outlives another reading', async () => {
    const till = await openTimeline();
    await till.press('deadline-capture');
    await till.type('deadline-amount', '450');
    await till.show(views.ready());
    expect(till.field('deadline-amount').value).toBe('450');
    const taken = board.deadline({ chosen: 'capture', amount_text: '₹450.00', amount_field: '450.00' });
    till.engine.holdTimeline = () => Promise.resolve({ ...board.timeline(), deadline: taken });
    await till.show(views.ready());
    expect(till.field('deadline-amount').value).toBe('450.00');
    expect(till.isArmed('deadline-set')).toBe(false);
    expect(till.text('deadline-said')).toContain('₹450.00 will be captured');
  });

  it('tells a refusal beside the amount and keeps what was typed', async () => {
    const till = await openTimeline();
    await till.press('deadline-capture');
    await till.type('deadline-amount', '900');
    till.engine.answerNext({ code: 'amount_over_the_hold', detail: '₹600.00' });
    await till.press('deadline-set');
    expect(till.text('deadline-error')).toBe(t('error-amount_over_the_hold', { detail: '₹600.00' }));
    expect(till.field('deadline-amount').value).toBe('900');
  });

  it('can be taken back, and says what is set', async () => {
    const till = await openTimeline({
      ...board.timeline(),
      deadline: board.deadline({ chosen: 'capture', amount_text: '₹450.00', amount_field: '450.00' }),
    });
    expect(till.text('deadline-said')).toContain('₹450.00 will be captured');
    await till.press('deadline-ask-a-person');
    await till.press('deadline-set');
    expect(till.engine.commands).toEqual([
      { command: 'queue', queue: 'choose', our_ref: OUR_REF, at_deadline: 'ask_a_person', amount_text: '' },
    ]);
  });

  it('is not offered when the deadline is too near, with the reason', async () => {
    const till = await openTimeline({ ...board.timeline(), deadline: board.deadline({ can_choose: false }) });
    expect(till.find('deadline-set')).toBeNull();
    expect(till.text('deadline-said')).toBe(
      t('deadline-late', { time: clock(board.deadline().deadline_at_ms) }),
    );
  });

  it('stands in the row of the board and on the sale’s screen', async () => {
    const plan = { at_deadline: 'release' as const, amount_text: null, at_ms: views.NOW_MS };
    const till = await openBoard();
    till.engine.board = () => board.page({ rows: [board.row({ plan, queued: true })] });
    await till.show(views.ready());
    await vi.waitFor(() => expect(till.find('row-plan')).not.toBeNull());
    expect(till.text('row-plan')).toBe(t('queue-plan-release', { time: clock(views.NOW_MS) }));
    expect(till.text('row-queued')).toBe(t('queue-queued'));
    const held = views.held();
    await till.show({ ...held, sale: held.sale ? { ...held.sale, plan } : null });
    await till.press('nav-till');
    expect(till.text('sale-plan')).toBe(t('queue-planned-release', { time: clock(views.NOW_MS) }));
  });
});
