import type { TillView } from '../backend/contract';

/** What is typed about a shift; a next sale leaves it where it is. */
export interface ShiftDrafts {
  float: string;
  amount: string;
  reason: string;
  counted: string;
  difference: string;
  carryOver: boolean;
  /** Of each open hold, the name of its new owner. */
  owners: Record<string, string>;
}

export function noShiftDrafts(): ShiftDrafts {
  return { float: '', amount: '', reason: '', counted: '', difference: '', carryOver: false, owners: {} };
}

/** The drafts after what waited for a manager's PIN: a step that was taken has used up what was typed for it. */
export function afterApproval(drafts: ShiftDrafts, before: TillView, now: TillView): ShiftDrafts {
  const { action_id, state, holds } = now.shift_desk;
  if (action_id === before.shift_desk.action_id) return drafts;
  switch (before.staff.approval?.action ?? '') {
    case 'shift_open':
      return { ...drafts, float: '' };
    case 'cash_in_out':
      return { ...drafts, amount: '', reason: '' };
    case 'shift_close':
      return state === 'open' ? { ...drafts, counted: '' } : noShiftDrafts();
    case 'hand_over': {
      const taken = holds.filter(({ our_ref, owner }) => drafts.owners[our_ref]?.trim() === owner);
      const emptied = Object.fromEntries(taken.map(({ our_ref }) => [our_ref, '']));
      return { ...drafts, owners: { ...drafts.owners, ...emptied } };
    }
    default:
      return drafts;
  }
}
