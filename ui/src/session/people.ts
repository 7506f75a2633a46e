import { words } from '../words/words';
import type { Session } from './session.svelte';

/** F10: locks the till, so that somebody else can sign in. */
export function lockTill(session: Session): void {
  const staff = session.view?.staff;
  if (!staff || staff.locked) return;
  if (staff.is_empty) session.said = words.keys.noStaff;
  else void session.act({ command: 'staff', staff: 'lock' }, 'elsewhere');
}

/** What waits for a manager goes on with the PIN that was typed. Called by F4 and the button, never by Enter. */
export async function approve(session: Session): Promise<void> {
  const staff = session.view?.staff;
  const approval = staff?.approval;
  if (!staff || !approval || staff.checking) return;
  const manager = chosenManager(session);
  const pin = session.drafts.pin;
  session.drafts.pin = '';
  session.settle('money');
  session.settle('capture');
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
