import { t, toldError } from '../words/words';
import type { ScanWatch } from './scan';
import type { Session } from './session.svelte';

/** A field as it stood before a burst of keys. */
interface Before {
  field: HTMLInputElement;
  value: string;
}

/** What barcodes and codes are made of; a sentence that somebody pastes key by key has blanks. */
const CODE = /^[\w.\-/+$%]+$/;
/** What the code on a slip says: our reference of its sale. */
const SLIP = /^S[0-9A-HJKMNP-TV-Z]{26}$/;

/**
 * Hears every key before anything else does. A burst that only a scanner types goes to the cart, or opens the sale of a
 * slip, wherever the cursor is: what stood in the field before stands there again, its Enter submits no form and presses
 * no button.
 */
export class Scanner {
  #before: Before[] = [];
  /** An Enter of our own, which is let through. */
  #passes = false;
  readonly #session: Session;
  readonly #scans: ScanWatch;

  constructor(session: Session, scans: ScanWatch) {
    this.#session = session;
    this.#scans = scans;
  }

  hear(event: KeyboardEvent): void {
    if (this.#passes) return;
    const at = event.timeStamp;
    const field = event.target instanceof HTMLInputElement ? event.target : null;
    if (event.key.length === 1) {
      if (!this.#scans.isGoingOn(at)) this.#before = [];
      // A blank in the middle of a scan would press the button that has the cursor.
      else if (event.key === ' ' && !field) event.preventDefault();
      if (field && !this.#before.some((before) => before.field === field)) {
        this.#before.push({ field, value: field.value });
      }
    }
    const scanned = this.#scans.note(event.key, at);
    if (scanned !== null) this.#take(event, field, scanned);
  }

  #take(event: KeyboardEvent, field: HTMLInputElement | null, code: string): void {
    const view = this.#session.view;
    if (!view || view.notice?.blocks || !CODE.test(code)) return;
    if (view.staff.locked) {
      // Six digits are a PIN, however quickly they come.
      if (/^\d{6}$/.test(code)) return;
      this.#keep(event);
      this.#session.said = t('bill-scan-locked');
      return;
    }
    // On the till a slip opens its sale, whatever has the cursor; elsewhere a field that is scanned into wants it as text.
    if (SLIP.test(code) && (field === null || this.#session.screen === 'till')) {
      this.#keep(event);
      void openSlip(this.#session, code);
      return;
    }
    if (this.#isTyping(field, code)) return;
    if (field?.dataset['scan'] === 'own') {
      // A code is what this field is for; only the Enter at its end is not.
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    if (field === null || OWN.includes(mark(field))) {
      this.#keep(event);
      void scan(this.#session, code);
    } else {
      void this.#ask(event, field, code);
    }
  }

  /** Without a catalogue there is nothing to scan: a burst in a field was typed by a very quick hand, or by a program. */
  #isTyping(field: HTMLInputElement | null, code: string): boolean {
    if (!field || field.dataset['scan'] === 'own') return false;
    if (mark(field) === 'amount-input' && /^₹?[\d,]*\.\d{1,2}$/.test(code)) return true;
    return (this.#session.view?.bills.items ?? 0) === 0;
  }

  /** A name, a note, a PIN: only what the catalogue knows is a scan there; everything else was typed. */
  async #ask(event: KeyboardEvent, field: HTMLInputElement, code: string): Promise<void> {
    event.preventDefault();
    event.stopImmediatePropagation();
    const before = this.#before;
    const found = await this.#session.backend.catalogueFind(code).catch(() => null);
    if (found) {
      restore(before);
      await scan(this.#session, code);
      return;
    }
    this.#passes = true;
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
    if (field.dispatchEvent(enter)) field.form?.requestSubmit();
    this.#passes = false;
  }

  #keep(event: KeyboardEvent): void {
    event.preventDefault();
    event.stopImmediatePropagation();
    restore(this.#before);
  }
}

/** In these a code of the catalogue can be nothing but a scan. */
const OWN = ['amount-input', 'mobile-input', 'otp-input'];

async function openSlip(session: Session, ourRef: string): Promise<void> {
  session.screen = 'till';
  await session.act({ command: 'sale_open', our_ref: ourRef }, 'amount', 'move');
}

/** Puts what was scanned into the cart, or says why not. */
export async function scan(session: Session, text: string): Promise<void> {
  if (await session.act({ command: 'cart', cart: 'scan', text }, 'amount')) {
    session.said = t('bill-scanned', { code: text });
  } else if (session.screen !== 'till' && session.refusals.amount) {
    session.said = toldError(session.refusals.amount);
  }
}

function mark(field: HTMLInputElement): string {
  return field.dataset['testid'] ?? '';
}

function restore(fields: Before[]): void {
  for (const { field, value } of fields) {
    if (field.value === value) continue;
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
