import type { PaperName } from '../backend/contract';
import type { Session } from '../session/session.svelte';
import { t } from '../words/words';

/** F8: what stands on the screen becomes a paper to look at; pressed again, it is printed. */
export function paperKey(session: Session): void {
  if (session.paper) {
    printPaper(session, session.paper);
    return;
  }
  const found = paperOnScreen(session);
  if (found) session.paper = found;
  else session.said = t('printing-nothing');
}

export function printPaper(session: Session, what: PaperName): void {
  void session.act({ command: 'paper', paper: 'print', what }, 'paper');
}

/** The sale at the till, the story or the row of the board where the cursor is, or the report. */
function paperOnScreen(session: Session): PaperName | null {
  if (session.screen === 'till') {
    const ref = session.view?.sale?.our_ref;
    return ref ? { of: 'sale', our_ref: ref } : null;
  }
  if (session.screen === 'holds') {
    const row = document.activeElement?.closest('[data-testid="hold-row"]');
    const story = document.querySelector('[data-testid="hold-timeline"]') ?? row;
    const ref = story?.getAttribute('data-ref');
    return ref ? { of: 'sale', our_ref: ref } : null;
  }
  if (session.screen === 'reports') {
    const z = document.querySelector('[data-testid="z-report"]')?.getAttribute('data-number');
    if (z) return { of: 'report', number: Number(z) };
    return document.querySelector('[data-testid="x-report"]') ? { of: 'report', number: null } : null;
  }
  return null;
}

/** The same paper by what it is of. */
export function isSame(one: PaperName, other: PaperName): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
