import { describe, expect, it } from 'vitest';
import * as views from '../src/fixtures/views';
import { Till } from './window';

async function reports(view: ReturnType<typeof views.empty>): Promise<Till> {
  const till = await Till.open(view);
  await till.press('nav-reports');
  return till;
}

const last = (till: Till) => till.engine.commands.at(-1);

describe('a shift', () => {
  it('is opened with its float, and a refusal keeps what was typed', async () => {
    const till = await reports(views.empty());
    expect(till.get('shift').dataset['state']).toBe('never');
    await till.type('shift-float', '500,00x');
    till.engine.answerNext({ code: 'amount_not_a_number' });
    await till.press('shift-open');
    expect(till.text('shift-open-error')).toContain('not an amount');
    expect(till.field('shift-float').value).toBe('500,00x');
    await till.type('shift-float', '500');
    expect(till.find('shift-open-error')).toBeNull();
    await till.press('shift-open');
    expect(last(till)).toEqual({ command: 'shift', step: 'open', action_id: 'shift-1', float: '500' });
  });

  it('takes one press until the engine has armed the next', async () => {
    const till = await reports(views.shiftOpen());
    await till.type('cash-amount', '25');
    await till.type('cash-reason', 'milk');
    till.get('cash-out').click();
    till.get('cash-out').click();
    await till.settle();
    expect(till.engine.names()).toEqual(['shift']);
    expect(last(till)).toMatchObject({ step: 'cash_out', amount: '25', reason: 'milk' });
    expect(till.field('cash-amount').value).toBe('');
    expect(till.isArmed('cash-in')).toBe(false);
    await till.show({ ...views.shiftOpen(), shift_desk: { ...views.openShift(), action_id: 'shift-9' } });
    expect(till.isArmed('cash-in')).toBe(true);
  });

  it('is not changed by Enter, which scanners end with', async () => {
    const till = await reports(views.shiftOpen());
    for (const mark of ['cash-amount', 'cash-reason', 'hand-name', 'shift-count']) {
      await till.type(mark, '25');
      await till.key('Enter');
    }
    expect(till.engine.commands).toEqual([]);
  });

  it('hands each open hold over by name', async () => {
    const till = await reports(views.shiftOpen());
    const [first, second] = till.all('hand-over');
    expect(first?.dataset['handed']).toBe('false');
    expect(second?.textContent).toContain('Ravi looks after it');
    await till.type('hand-name', 'Meena');
    await till.press('hand-go');
    expect(last(till)).toEqual({
      command: 'shift',
      step: 'hand_over',
      our_ref: views.openShift().holds[0]?.our_ref,
      to: 'Meena',
    });
  });

  it('says how many open holds the list has no room for', async () => {
    const till = await reports(views.shiftOpen());
    expect(till.find('hand-more')).toBeNull();
    const view = views.shiftOpen();
    await till.show({ ...view, shift_desk: { ...view.shift_desk, holds_more: 3 } });
    expect(till.text('hand-more')).toBe('3 more on the board');
  });

  it('shows what is expected only after the count', async () => {
    const till = await reports(views.shiftOpen());
    expect(till.find('shift-expected')).toBeNull();
    expect(till.find('shift-close')).toBeNull();
    expect(till.find('figure-expected')).toBeNull();
    await till.type('shift-count', '1930');
    await till.press('shift-count-go');
    expect(last(till)).toEqual({
      command: 'shift',
      step: 'count',
      action_id: 'shift-2',
      counted: '1930',
    });
    await till.show(views.shiftCounted());
    expect(till.text('shift-expected')).toBe('₹1,975.00');
    expect(till.text('shift-difference')).toBe('-₹45.00');
  });

  it('closes with a reason and a word about what is carried over, and shows its Z', async () => {
    const till = await reports(views.shiftCounted());
    till.engine.answerNext({ code: 'holds_not_handed_over', detail: '1' });
    await till.type('shift-reason', 'one note');
    await till.press('shift-close');
    expect(till.text('shift-close-error')).toContain('without a new owner: 1');
    expect(till.field('shift-reason').value).toBe('one note');
    await till.press('shift-carry');
    await till.press('shift-close');
    expect(last(till)).toEqual({
      command: 'shift',
      step: 'close',
      action_id: 'shift-3',
      reason: 'one note',
      carry_over: true,
    });
    await till.show(views.shiftClosed());
    expect(till.get('z-report').dataset['number']).toBe('14');
    expect(till.get('shift').dataset['number']).toBe('15');
  });

  it('keeps what is typed over a look at another screen and over a new sale', async () => {
    const till = await reports(views.shiftOpen());
    await till.type('cash-reason', 'milk');
    await till.press('nav-till');
    await till.key('F2');
    await till.press('nav-reports');
    expect(till.field('cash-reason').value).toBe('milk');
  });
});

describe('a report', () => {
  it('carries every figure in plain numbers beside its words', async () => {
    const till = await reports(views.shiftOpen());
    const placed = till.get('figure-placed');
    expect([placed.dataset['count'], placed.dataset['paise']]).toEqual(['42', '2810050']);
    expect(placed.textContent).toContain('₹28,100.50');
    expect(till.get('figure-not-held').dataset['paise']).toBeUndefined();
    expect(till.get('report-unproved').dataset['paise']).toBe('45000');
    expect(till.all('report-open').map((hold) => hold.dataset['owner'])).toEqual([undefined, 'Ravi']);
    expect(till.get('report-not-sure').dataset['state']).toBe('HoldUnknown');
  });

  it('is an earlier Z when one is chosen, and the X again', async () => {
    const till = await reports(views.shiftOpen());
    await till.press('z-line');
    expect(till.get('z-report').dataset['number']).toBe('13');
    expect(till.text('report-reason')).toContain('one note too many');
    expect(till.text('report-counts')).toContain('₹1,900.00');
    await till.press('x-line');
    expect(till.get('x-report').dataset['number']).toBe('14');
  });

  it('is copied as plain lines, or says how to copy it by hand', async () => {
    const till = await reports(views.shiftOpen());
    let copied = '';
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: {
        writeText: (text: string) => {
          copied = text;
          return Promise.resolve();
        },
      },
    });
    await till.press('report-copy');
    expect(copied).toContain('Holds placed\t42\t₹28,100.50');
    expect(copied).toContain('now with Ravi');
    expect(till.text('report-said')).toBe('Copied.');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    await till.press('report-copy');
    expect(till.text('report-said')).toContain('Ctrl+C');
  });
});
