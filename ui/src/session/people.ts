import type { TillView } from '../backend/contract';
import { t } from '../words/words';
import { goTo } from './place';
import type { Screen, Session } from './session.svelte';

/** Where a manager's PIN is asked for: in the place of the button that needs it, or above the screen. */
export type AskedAt = 'pay' | 'review' | 'refund' | 'queue' | 'deadline' | 'shift' | 'above';

const SCREEN_OF: Record<AskedAt, Screen | null> = {
  pay: 'till',
  review: 'till',
  refund: 'holds',
  queue: 'holds',
  deadline: 'holds',
  shift: 'reports',
  above: null,
};

const SHIFT_STEPS = ['shift_open', 'shift_close', 'cash_in_out', 'hand_over'];

/** The place for what waits for a manager now; null: nothing waits. */
export function askedAt(view: TillView, screen: Screen): AskedAt | null {
  const { approval } = view.staff;
  if (!approval) return null;
  const place = placeOf(view, approval.action_id, approval.action);
  return SCREEN_OF[place] === screen ? place : 'above';
}

function placeOf(view: TillView, action_id: string, action: string): AskedAt {
  if (action === 'hold' || action === 'charge') return 'pay';
  if (view.review?.action_id === action_id) return 'review';
  if (view.refund?.action_id === action_id) return 'refund';
  if (view.queue.panel?.action_id === action_id) return 'queue';
  if (action === 'capture' || action === 'release') return 'deadline';
  return SHIFT_STEPS.includes(action) ? 'shift' : 'above';
}

/** F10: locks the till, so that somebody else can sign in. */
export function lockTill(session: Session): void {
  const staff = session.view?.staff;
  if (!staff || staff.locked) return;
  if (staff.is_empty) session.said = t('keys-no-staff');
  else void session.act({ command: 'staff', staff: 'lock' }, 'elsewhere');
}

/** Where the first manager is made. */
export function goToStaff(session: Session): void {
  session.openSettings('staff');
  requestAnimationFrame(() => goTo('staff-name'));
}

/** What waits for a manager goes on with the PIN that was typed. Called by F4 and the button, never by Enter. */
export async function approve(session: Session): Promise<void> {
  const staff = session.view?.staff;
  const approval = staff?.approval;
  if (!staff || !approval || staff.checking) return;
  const manager = chosenManager(session);
  const pin = session.drafts.pin;
  session.drafts.pin = '';
  await session.act(
    { command: 'staff', staff: 'approve', action_id: approval.action_id, manager, pin },
    'pin',
    'move',
  );
}

/** The manager who stands there: the one that was chosen, or the only one. */
export function chosenManager(session: Session): string {
  const managers = session.view?.staff.approval?.managers ?? [];
  return managers.includes(session.manager) ? session.manager : (managers[0] ?? '');
}

export async function leaveApproval(session: Session): Promise<void> {
  session.drafts.pin = '';
  await session.act({ command: 'staff', staff: 'approval_leave' }, 'pin', 'move');
}
