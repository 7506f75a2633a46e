import { describe, expect, it, vi } from 'vitest';
import type { ApprovalView, RefundPanelView, TillView } from '../src/backend/contract';
import * as board from '../src/fixtures/board';
import * as queue from '../src/fixtures/queue';
import * as views from '../src/fixtures/views';
import { Till } from './window';

const PIN = '482913';
const OUR_REF = board.row().our_ref;

function asking(view: TillView, change: Partial<ApprovalView>): TillView {
  const approval = {
    action_id: 'asked-1',
    action: 'refund',
    amount_text: null,
    managers: ['Meena'],
    ...change,
  };
  return { ...view, staff: { ...views.signedIn('Asha'), approval } };
}

function refundPanel(): RefundPanelView {
  return {
    our_ref: OUR_REF,
    amount_text: '₹200.00',
    rest_text: '₹250.00',
    reason: 'too much',
    masked: '•••••• 3210',
    action_id: 'refund-1',
  };
}

async function openBoard(row: 'first' | 'none', timeline = board.paidTimeline()): Promise<Till> {
  const till = await Till.open({ ...views.ready(), staff: views.signedIn('Asha') });
  if (row === 'first') till.engine.board = () => board.page({ rows: [timeline.row] });
  till.engine.holdTimeline = () => Promise.resolve(timeline);
  await till.press('nav-holds');
  await vi.waitFor(() => expect(till.find('totals')).not.toBeNull());
  if (row === 'first') till.all('hold-row')[0]?.click();
  await till.settle();
  return till;
}

function within(till: Till, mark: string): boolean {
  expect(till.all('approval')).toHaveLength(1);
  return till.get(mark).contains(till.get('approval'));
}

async function approved(till: Till, action_id: string): Promise<void> {
  expect(till.cursor()).toBe('pin-input');
  await till.type('pin-input', PIN);
  await till.key('F4');
  expect(till.engine.commands.at(-1)).toEqual({
    command: 'staff',
    staff: 'approve',
    action_id,
    manager: 'Meena',
    pin: PIN,
  });
}

describe('a manager’s PIN is asked for', () => {
  it('in the panel of a refund, and Esc leaves the question and keeps the panel', async () => {
    const till = await openBoard('first');
    const view = { ...views.ready(), refund: refundPanel() };
    await till.show(asking(view, { action_id: 'refund-1', amount_text: '₹200.00' }));
    expect(within(till, 'refund-panel')).toBe(true);
    expect(till.find('refund-confirm')).toBeNull();
    await approved(till, 'refund-1');
    await till.key('Escape');
    expect(till.engine.commands.at(-1)).toEqual({ command: 'staff', staff: 'approval_leave' });
    expect(till.find('refund-panel')).not.toBeNull();
  });

  it('in the table of many holds, and the selection is done with when the run has begun', async () => {
    const till = await openBoard('none');
    till.all('hold-tick')[0]?.click();
    await till.settle();
    const panel = queue.panel();
    const view = { ...views.ready(), queue: { panel, runs: [] } };
    const action_id = panel.action_id ?? '';
    await till.show(asking(view, { action_id, action: 'bulk', amount_text: panel.amount_text }));
    expect(within(till, 'queue-panel')).toBe(true);
    await approved(till, action_id);
    expect(till.get('selection-bar').dataset['count']).toBe('1');
    const begun = { ...views.ready(), queue: { panel: null, runs: [queue.run()] } };
    await till.show({ ...begun, staff: views.signedIn('Asha') });
    expect(till.get('selection-bar').dataset['count']).toBe('0');
  });

  it('beside what is chosen for a deadline, and not any more when that is closed', async () => {
    const held = { ...board.timeline(), deadline: board.deadline() };
    const till = await openBoard('first', held);
    await till.show(asking(views.ready(), { action: 'release', amount_text: '₹600.00' }));
    expect(within(till, 'deadline')).toBe(true);
    await approved(till, 'asked-1');
    await till.press('timeline-close');
    expect(till.engine.commands.at(-1)).toEqual({ command: 'staff', staff: 'approval_leave' });
  });

  it('in the sheet of the shift, and what was typed for the step is gone only when it was taken', async () => {
    const shift = { ...views.ready(), shift_desk: views.openShift(), staff: views.signedIn('Asha') };
    const till = await Till.open(shift);
    await till.press('nav-reports');
    await till.type('cash-amount', '25');
    await till.type('cash-reason', 'milk');
    till.engine.answerNext({ code: 'manager_needed' });
    await till.press('cash-out');
    const asked = asking(shift, { action: 'cash_in_out', amount_text: '₹25.00' });
    await till.show(asked);
    expect(within(till, 'shift')).toBe(true);
    await approved(till, 'asked-1');
    await till.show(shift);
    expect(till.find('cash-error'), 'no manager is needed any more').toBeNull();
    expect(till.field('cash-amount').value, 'it was left').toBe('25');
    await till.show(asked);
    await till.show({ ...shift, shift_desk: { ...views.openShift(), action_id: 'shift-next' } });
    expect(till.field('cash-amount').value).toBe('');
    expect(till.field('cash-reason').value).toBe('');
  });

  it('and says so when it was given and the step could not be done all the same', async () => {
    const shift = { ...views.ready(), shift_desk: views.openShift(), staff: views.signedIn('Asha') };
    const till = await Till.open(shift);
    await till.press('nav-reports');
    await till.show(asking(shift, { action: 'cash_in_out', amount_text: '₹25.00' }));
    await till.show({
      ...shift,
      staff: { ...views.signedIn('Asha'), refusal: { code: 'cash_over_drawer' } },
    });
    expect(till.text('said')).toContain('more than the drawer can hold');
  });

  it('above every other screen', async () => {
    const till = await Till.open(views.managerAsked());
    await till.press('nav-settings');
    expect(till.all('approval')).toHaveLength(1);
    await till.key('Escape');
    expect(till.engine.commands.at(-1)).toEqual({ command: 'staff', staff: 'approval_leave' });
  });
});
