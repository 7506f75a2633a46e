import type { SaleView, TillView } from '../backend/contract';

/**
 * The mark of the field or button that the cashier uses next, or null while there is something to wait for.
 */
export function nextPlace(view: TillView): string | null {
  if (view.staff.approval) return 'pin-input';
  if (view.review) return view.review.kind === 'capture' ? 'capture-confirm' : 'release-confirm';
  return view.sale ? placeInSale(view.sale) : placeBeforeSale(view);
}

function placeInSale(sale: SaleView): string | null {
  if (sale.unknown) return sale.can_look ? 'look-now' : 'next-customer';
  if (sale.can_capture) return 'capture-amount';
  if (sale.can_leave) return 'sale-leave';
  return sale.word === 'sending' ? null : 'next-sale';
}

function placeBeforeSale(view: TillView): string | null {
  const amountFirst =
    view.cart.total_paise === 0 && view.cart.bill.hold_text === null && view.top_up === null;
  switch (view.customer.state) {
    case 'none':
      return amountFirst ? 'amount-input' : 'mobile-input';
    case 'looking_up':
    case 'sending_otp':
    case 'verifying':
    case 'unlinking':
      return null;
    case 'otp_asked':
      return 'otp-input';
    case 'relink_needed':
      return 'relink';
    case 'stopped':
      return 'customer-change';
    case 'linked':
      return amountFirst ? 'amount-input' : 'pay-button';
  }
}

/** The element that carries a mark. */
export function marked(mark: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-testid="${mark}"]`);
}

/** Puts the cursor on a mark; a field's text is selected, so that typing replaces it. */
export function goTo(mark: string): boolean {
  const element = marked(mark);
  if (!element) return false;
  element.focus();
  if (element instanceof HTMLInputElement) element.select();
  return document.activeElement === element;
}

/** The cursor stands on nothing in particular: on the page, or on a screen as a whole. */
export function isParked(element: Element | null = document.activeElement): boolean {
  return element === null || element === document.body || element.hasAttribute('data-parking');
}

/** Nobody's typing is interrupted: the cursor moves by itself only when no half-typed field has it. */
export function mayMove(): boolean {
  const active = document.activeElement;
  if (active === null || isParked(active)) return true;
  if (active.closest('dialog, [role="dialog"]')) return false;
  return !(active instanceof HTMLInputElement && active.value !== '');
}
