import { paperKey } from '../paper/papers';
import { t } from '../words/words';
import { parkOrRecall } from './bills';
import { approve, lockTill } from './people';
import { goTo } from './place';
import type { ScanWatch } from './scan';
import type { Session } from './session.svelte';
import {
  balanceAgain,
  customerOrChange,
  lookNow,
  moneyButton,
  releaseOrLeave,
  saleOrAmount,
  stepBack,
} from './steps';

/** F4 pressed again this soon after the press that asked for a hold is still that press. */
const SAME_PRESS_MS = 400;

/** What each key does. Bare letters are never among them. */
const KEYS: Record<string, (session: Session) => void> = {
  F1: (session) => (session.keysShown = !session.keysShown),
  F2: saleOrAmount,
  F3: (session) => void customerOrChange(session),
  F5: (session) => void balanceAgain(session),
  F6: goToStrip,
  F7: (session) => void lookNow(session),
  F8: paperKey,
  F9: releaseOrLeave,
  F10: lockTill,
  F11: parkOrRecall,
  Escape: stepBack,
};

/** Takes the till's keys; every other key is the webview's. */
export function onKey(event: KeyboardEvent, session: Session, scans: ScanWatch): void {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  if (event.key !== 'F4') session.billPressedAt = null;
  const step = event.key === 'F4' ? moneyKey(event, scans) : KEYS[event.key];
  if (!step) return;
  event.preventDefault();
  if (event.repeat || session.view?.notice?.blocks) return;
  // Behind the lock only the sheet of keys is for everybody.
  if (session.view?.staff.locked && event.key !== 'F1') return;
  session.said = '';
  step(session);
}

/** F4 moves money, so it listens only where the button is seen and no scanner is talking. */
function moneyKey(event: KeyboardEvent, scans: ScanWatch): (session: Session) => void {
  return (session) => {
    if (session.keysShown) return;
    if (scans.isDeaf(event.timeStamp)) session.said = t('keys-scanned');
    // A manager's PIN is asked for where it is needed, on any screen.
    else if (session.view?.staff.approval) void approve(session);
    else if (session.screen === 'till') {
      if (!isSamePress(session, event.timeStamp)) moneyButton(session);
    } else session.said = t('keys-not-here');
  };
}

/** Three quick presses would otherwise hold, open the review and capture the whole of it. */
function isSamePress(session: Session, at: number): boolean {
  const view = session.view;
  if (!view?.sale) {
    session.billPressedAt = at;
    return false;
  }
  return session.billPressedAt !== null && at - session.billPressedAt < SAME_PRESS_MS;
}

function goToStrip(): void {
  const first = document.querySelector<HTMLElement>('[data-testid="open-hold"][tabindex="0"]');
  if (first) first.focus();
  else goTo('open-holds');
}
