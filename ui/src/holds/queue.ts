import type { DeadlineChoice, QueueKind, RunOutcome, RunView } from '../backend/contract';
import type { Session } from '../session/session.svelte';
import { t } from '../words/words';

/** Asks which of these holds can and which cannot; nothing is sent. */
export function reviewQueue(session: Session, kind: QueueKind, our_refs: string[]): Promise<boolean> {
  return session.act({ command: 'queue', queue: 'review', kind, our_refs }, 'queue');
}

/** Sent once from here; the engine refuses a second press anyway. Answers whether it was taken. */
export async function confirmQueue(session: Session, armed: string): Promise<boolean> {
  if (session.pressed === armed) return false;
  session.pressed = armed;
  const taken = await session.act({ command: 'queue', queue: 'confirm', action_id: armed }, 'queue');
  if (!taken) session.pressed = null;
  return taken;
}

export async function closeQueue(session: Session): Promise<void> {
  if (session.view?.queue.panel) await session.act({ command: 'queue', queue: 'close' }, 'queue');
}

export async function stopRun(session: Session, run: number): Promise<void> {
  await session.act({ command: 'queue', queue: 'stop', run }, 'queue');
}

export function closeRun(session: Session, run: number): Promise<boolean> {
  return session.act({ command: 'queue', queue: 'close_run', run }, 'queue');
}

export function countOf(run: RunView, outcome: RunOutcome): number {
  return run.counts.find((of) => of.outcome === outcome)?.count ?? 0;
}

/** How far a run came. What was stopped was never asked for, and is not called done. */
export function progressOf(run: RunView): string {
  const stopped = countOf(run, 'stopped');
  return t('queue-progress', { done: run.done - stopped, all: run.all, stopped });
}

/** What is done at a hold's deadline. Nothing moves before. */
export function chooseAtDeadline(
  session: Session,
  our_ref: string,
  at_deadline: DeadlineChoice,
  amount_text: string,
): Promise<boolean> {
  return session.act({ command: 'queue', queue: 'choose', our_ref, at_deadline, amount_text }, 'deadline');
}
