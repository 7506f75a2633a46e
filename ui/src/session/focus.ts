import { goTo, isParked, nextPlace } from './place';
import type { Session } from './session.svelte';

const FOCUSABLE =
  'button, input, select, textarea, a[href], [tabindex]:not([tabindex="-1"]), [tabindex="-1"][role], summary';

/**
 * Keeps the cursor on the screen. Whatever takes away the element that had it, it goes on: in the till to the step in front,
 * elsewhere to what is left beside it, and while there is nothing but to wait it is parked on the screen as a whole, where
 * every key still works.
 */
export function keepFocus(root: HTMLElement, session: Session): () => void {
  /** Where the cursor was: the element and all that it stood in, from the inside out. */
  let trail: Element[] = [];
  const note = (event: FocusEvent): void => {
    trail = [];
    for (let one = event.target as Element | null; one && one !== root; one = one.parentElement)
      trail.push(one);
  };
  const rescue = (): void => {
    const active = document.activeElement;
    if (active === null || active === document.body) place(root, trail, session);
  };
  const changes = new MutationObserver(rescue);
  changes.observe(root, { childList: true, subtree: true });
  root.addEventListener('focusin', note);
  rescue();
  return () => {
    changes.disconnect();
    root.removeEventListener('focusin', note);
  };
}

function place(root: HTMLElement, trail: Element[], session: Session): void {
  const dialog = root.querySelector('[aria-modal="true"]');
  if (dialog && focusIn(dialog)) return;
  const { view } = session;
  const isFree = view !== null && !view.staff.locked && !view.notice?.blocks;
  const wasInCart = trail.some((one) => one.classList.contains('lines'));
  if (isFree && session.screen === 'till' && !wasInCart) {
    const next = nextPlace(view);
    if (next !== null && goTo(next)) return;
    return park(root);
  }
  const beside = trail.find((one) => one.isConnected && !isParked(one) && one.querySelector(FOCUSABLE));
  if (beside && focusIn(beside)) return;
  park(root);
}

function focusIn(place: Element): boolean {
  for (const one of place.querySelectorAll<HTMLElement>(FOCUSABLE)) {
    one.focus();
    if (document.activeElement === one) return true;
  }
  return false;
}

function park(root: HTMLElement): void {
  (root.querySelector<HTMLElement>('main') ?? root).focus();
}
