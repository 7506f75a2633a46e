import { approve, leaveApproval } from './people';
import { goTo, nextPlace } from './place';
import { noPark, noTerms, type Session } from './session.svelte';

/** Starts afresh, whatever is on the screen. Open holds stay where they are. */
export async function newSale(session: Session): Promise<void> {
  session.screen = 'till';
  // Emptied before the answer, so that what is typed meanwhile belongs to the new sale.
  const kept = session.forget();
  if (!(await session.act({ command: 'new_sale' }, 'elsewhere', 'move'))) session.drafts = kept;
}

/** F2: a new sale when one is on the screen, otherwise the amount. */
export function saleOrAmount(session: Session): void {
  session.screen = 'till';
  if (session.view?.sale) void newSale(session);
  else later(() => goTo('amount-input'));
}

/** F3: the mobile field, or another customer in place of this one. */
export async function customerOrChange(session: Session): Promise<void> {
  session.screen = 'till';
  const view = session.view;
  if (!view || view.sale) return;
  if (view.customer.state === 'none') later(() => goTo('mobile-input'));
  else if (await session.act({ command: 'customer_change' }, 'customer')) {
    session.drafts.mobile = '';
    later(() => goTo('mobile-input'));
  }
}

/** The step in front: pay or top-up, the capture's review, then the confirmation. */
export function moneyButton(session: Session): void {
  const view = session.view;
  if (!view) return;
  if (view.staff.approval) return void approve(session);
  if (view.review) void confirmReview(session);
  else if (view.sale) void reviewCapture(session);
  else void pressPay(session);
}

/** Why the pay button is grey beyond what the engine says: a typed amount that was never confirmed. */
export function isUnconfirmed(session: Session): boolean {
  return session.drafts.amount.trim() !== '';
}

export async function pressPay(session: Session): Promise<void> {
  const armed = session.view?.button.action_id ?? null;
  if (armed === null || isUnconfirmed(session)) return;
  await pressOnce(session, armed, { command: 'press', action_id: armed }, 'money');
}

export async function confirmReview(session: Session): Promise<void> {
  const review = session.view?.review;
  if (!review) return;
  const command = review.kind === 'capture' ? 'capture_confirm' : 'release_confirm';
  const armed = review.action_id;
  await pressOnce(session, armed, { command, action_id: armed }, 'capture');
}

/** Sent once from here; the engine refuses a second press anyway. */
async function pressOnce(
  session: Session,
  armed: string,
  command: Parameters<Session['act']>[0],
  beside: 'money' | 'capture',
): Promise<void> {
  if (session.pressed === armed) return;
  session.pressed = armed;
  if (!(await session.act(command, beside, 'move'))) session.pressed = null;
}

export async function reviewCapture(session: Session): Promise<void> {
  if (!session.view?.sale?.can_capture) return;
  await session.act({ command: 'capture_review', amount_text: session.drafts.capture }, 'capture', 'move');
}

export async function reviewRelease(session: Session): Promise<void> {
  if (!session.view?.sale?.can_release) return;
  await session.act({ command: 'release_review' }, 'capture', 'move');
}

export async function closeReview(session: Session): Promise<void> {
  await session.act({ command: 'review_close' }, 'capture', 'move');
}

/** F5: while the customer tops up, the check of the top-up; otherwise the balance. */
export async function balanceAgain(session: Session): Promise<void> {
  const view = session.view;
  if (!view || view.sale) return;
  if (view.top_up) await session.act({ command: 'top_up_check' }, 'top_up');
  else if (view.customer.state === 'linked') await session.act({ command: 'balance_refresh' }, 'customer');
}

export async function leaveTopUp(session: Session): Promise<void> {
  await session.act({ command: 'top_up_leave' }, 'top_up', 'move');
}

/** F9: the release of a hold, or the way out of a top-up. */
export function releaseOrLeave(session: Session): void {
  const view = session.view;
  if (!view || view.review) return;
  if (view.sale) void reviewRelease(session);
  else if (view.top_up) void leaveTopUp(session);
}

/** Back to the bill of a sale that failed; its cart is as it was. */
export async function leaveSale(session: Session): Promise<void> {
  await session.act({ command: 'sale_leave' }, 'look', 'move');
}

export async function lookNow(session: Session): Promise<void> {
  const sale = session.view?.sale;
  if (sale?.can_look) await session.act({ command: 'look_now', our_ref: sale.our_ref }, 'look');
}

export async function openSale(session: Session, ourRef: string): Promise<void> {
  session.screen = 'till';
  await session.act({ command: 'sale_open', our_ref: ourRef }, 'elsewhere', 'move');
}

/** Esc: one step back. Nothing here moves money. */
export function stepBack(session: Session): void {
  const view = session.view;
  if (session.keysShown) session.keysShown = false;
  else if (session.parkedShown) session.parkedShown = false;
  else if (view?.staff.approval) void leaveApproval(session);
  else if (session.screen !== 'till') session.screen = 'till';
  else if (!view) return;
  else if (view.review) void closeReview(session);
  else if (view.sale?.can_leave) void leaveSale(session);
  else if (session.drafts.line.open) session.drafts.line.open = false;
  else if (session.drafts.park.open) session.drafts.park = noPark();
  else if (session.drafts.terms.open) session.drafts.terms = noTerms();
  else if (clearField(session)) return;
  else if (view.top_up && !view.sale) void leaveTopUp(session);
  else if (!view.sale && view.customer.state === 'otp_asked') void customerOrChange(session);
  else {
    const place = nextPlace(view);
    if (place) goTo(place);
  }
}

/** A half-typed field is emptied before anything else is left. */
function clearField(session: Session): boolean {
  const mark = document.activeElement?.getAttribute('data-testid');
  const fields = { 'amount-input': 'amount', 'mobile-input': 'mobile', 'otp-input': 'otp' } as const;
  const field = Object.entries(fields).find(([name]) => name === mark)?.[1];
  if (!field || session.drafts[field] === '') return false;
  session.drafts[field] = '';
  session.settle(field);
  return true;
}

/** After the screen that holds the field has been drawn. */
function later(step: () => void): void {
  requestAnimationFrame(step);
}
