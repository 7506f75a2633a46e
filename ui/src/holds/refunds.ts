import type { Session } from '../session/session.svelte';

/** Checks the typed amount and reason; nothing is sent. Answers whether the panel is shown. */
export function reviewRefund(
  session: Session,
  our_ref: string,
  amount_text: string,
  reason: string,
): Promise<boolean> {
  return session.act({ command: 'refund', refund: 'review', our_ref, amount_text, reason }, 'refund');
}

/** Sent once from here; the engine refuses a second press anyway. Answers whether it was taken. */
export async function confirmRefund(session: Session, armed: string): Promise<boolean> {
  if (session.pressed === armed) return false;
  session.pressed = armed;
  const taken = await session.act({ command: 'refund', refund: 'confirm', action_id: armed }, 'refund');
  if (!taken) session.pressed = null;
  return taken;
}

export async function closeRefund(session: Session): Promise<void> {
  if (session.view?.refund) await session.act({ command: 'refund', refund: 'close' }, 'refund');
}

export async function lookAtRefund(session: Session, our_ref: string, refund_ref: string): Promise<void> {
  await session.act({ command: 'refund', refund: 'look_now', our_ref, refund_ref }, 'refund');
}
