import type { KeyAction } from '../backend/contract';
import { actionOf } from '../words/key_names.svelte';
import { paperKey } from '../paper/papers';
import { t } from '../words/words';
import { parkOrRecall } from './bills';
import { isModifier, pressed } from './key_press';
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

/** The money key pressed again this soon after the press that asked for a hold is still that press. */
const SAME_PRESS_MS = 400;

/** What a key does, and whether it can do that on the screen as it is. */
interface Step {
  take: (session: Session) => void;
  works: (session: Session) => boolean;
}

/**
 * Everything that a key can be given to, in the order of the sheet. Which key each has is the engine's to say; Esc is fixed.
 */
export const STEPS: Record<KeyAction, Step> = {
  keys: { take: (session) => (session.keysShown = !session.keysShown), works: () => true },
  sale: { take: saleOrAmount, works: isIn },
  customer: {
    take: (session) => void customerOrChange(session),
    works: (session) => isIn(session) && !session.view?.sale,
  },
  money: {
    take: moneyButton,
    works: (session) => isIn(session) && session.screen === 'till' && canPress(session),
  },
  balance: {
    take: (session) => void balanceAgain(session),
    works: ({ view }) =>
      view !== null && !view.sale && (view.top_up !== null || view.customer.state === 'linked'),
  },
  strip: { take: goToStrip, works: (session) => isIn(session) && (session.view?.strip.length ?? 0) > 0 },
  look: { take: (session) => void lookNow(session), works: ({ view }) => view?.sale?.can_look ?? false },
  print: { take: paperKey, works: isIn },
  release: {
    take: releaseOrLeave,
    works: ({ view }) => view !== null && !view.review && (view.sale?.can_release ?? view.top_up !== null),
  },
  lock: { take: lockTill, works: ({ view }) => view !== null && !view.staff.is_empty && !view.staff.locked },
  park: { take: parkOrRecall, works: isIn },
  recall: { take: (session) => (session.parkedShown = true), works: isIn },
};

/** Takes the till's keys; every other key is the webview's. */
export function onKey(event: KeyboardEvent, session: Session, scans: ScanWatch): void {
  if (isModifier(event)) return;
  const key = pressed(event);
  const action = actionOf(key);
  if (action !== 'money') session.billPressedAt = null;
  const take = key === 'Escape' ? stepBack : action && takerOf(action, event, scans);
  if (!take) return;
  event.preventDefault();
  if (event.repeat || session.view?.notice?.blocks) return;
  // Behind the lock only the sheet of keys is for everybody.
  if (session.view?.staff.locked && action !== 'keys') return;
  session.said = '';
  take(session);
}

function takerOf(action: KeyAction, event: KeyboardEvent, scans: ScanWatch): (session: Session) => void {
  return action === 'money' ? moneyKey(event, scans) : STEPS[action].take;
}

/** This one moves money, so it listens only where the button is seen and no scanner is talking. */
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

function isIn({ view }: Session): boolean {
  return view !== null && !view.staff.locked;
}

function canPress({ view }: Session): boolean {
  if (!view) return false;
  if (view.staff.approval || view.review) return true;
  return view.sale ? view.sale.can_capture : view.button.action_id !== null;
}

/** The open holds stand under the till. */
function goToStrip(session: Session): void {
  const go = (): void => {
    const first = document.querySelector<HTMLElement>('[data-testid="open-hold"][tabindex="0"]');
    if (first) first.focus();
    else goTo('open-holds');
  };
  if (session.screen === 'till') return go();
  session.screen = 'till';
  requestAnimationFrame(go);
}
