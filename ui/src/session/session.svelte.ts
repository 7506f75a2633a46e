import { createContext } from 'svelte';
import type { Backend } from '../backend/backend';
import type { ActionId, Command, PaperName, PaperPreferences, TillView, UiError } from '../backend/contract';
import { language, speak } from '../words/catalogue';
import { asksManager, asRefusal, toldError } from '../words/words';
import { useKeys } from '../words/key_names.svelte';
import { Heard } from './heard.svelte';
import type { SettingsPart } from '../settings/parts';
import { afterApproval, noShiftDrafts, type ShiftDrafts } from './shift_drafts';
import { ReconcileDrafts } from '../reconcile/drafts.svelte';

export type Screen = 'till' | 'holds' | 'reports' | 'reconcile' | 'settings';

/** Where a refusal is told: beside the field or button that asked. */
export type Beside =
  | 'amount'
  | 'line'
  | 'bill'
  | 'park'
  | 'catalogue'
  | 'mobile'
  | 'otp'
  | 'customer'
  | 'money'
  | 'capture'
  | 'top_up'
  | 'look'
  | 'settings'
  | 'keys'
  | 'sound'
  | 'hook'
  | 'display'
  | 'updates'
  | 'pin'
  | 'staff'
  | 'rules'
  | 'shift_open'
  | 'shift_cash'
  | 'shift_hand'
  | 'shift_count'
  | 'shift_close'
  | 'refund'
  | 'queue'
  | 'deadline'
  | 'reconcile'
  | 'difference'
  | 'settlement'
  | 'paper'
  | 'printer'
  | 'elsewhere';

/** What is typed and not yet told to the engine. It survives a change of screen; the OTP and a PIN do not. */
export interface Drafts {
  amount: string;
  mobile: string;
  otp: string;
  pin: string;
  capture: string;
  line: { open: boolean; name: string; quantity: string; price: string };
  /** The bill's discount and note are being typed. */
  terms: { open: boolean; discount: string; note: string };
  park: { open: boolean; name: string };
}

/** Far more often than the shortest idle time, far less often than keys come. */
const AWAKE_EVERY_MS = 20_000;

/** The window's side of the till: the engine's last view, the drafts, and the refusals. No state of its own. */
export class Session {
  view = $state.raw<TillView | null>(null);
  /** The engine's clock, carried on between views for countdowns. */
  now = $state(0);
  screen = $state<Screen>('till');
  /** The part of the settings that is, or will be, shown. */
  settingsPart = $state<SettingsPart>('till');
  keysShown = $state(false);
  /** The list of parked bills is open. */
  parkedShown = $state(false);
  /** A code that the catalogue did not know, to be made an item of. */
  newItemOf = $state<string | null>(null);
  /** The paper that is looked at. */
  paper = $state.raw<PaperName | null>(null);
  /** One line for keys that could do nothing, read out politely. */
  said = $state('');
  drafts = $state<Drafts>(noDrafts());
  shift = $state<ShiftDrafts>(noShiftDrafts());
  /** What is typed while the books are compared with PhonePe. */
  readonly reconcile = new ReconcileDrafts();
  /** What was changed about the printer and is not kept yet. */
  printing = $state.raw<PaperPreferences | null>(null);
  refusals = $state<Partial<Record<Beside, UiError | undefined>>>({});
  /** The armed button that was pressed: it stays grey until the engine arms another one. */
  pressed = $state.raw<ActionId | null>(null);
  /** When F4 last pressed the button of a bill; a nervous second press must not reach into the hold it made. */
  billPressedAt: number | null = null;
  /** The manager who was chosen to approve. */
  manager = $state('');
  /** Rises when the language changes: everything written is drawn anew then. */
  wording = $state(0);
  /** The engine cannot be heard. */
  lost = $state(false);
  /** The revision after which the cursor goes on to the next field. */
  moveAfter = $state.raw<number | null>(null);

  /** Which field a lasting refusal of PhonePe belongs to: the one that was answered last. */
  askedLast = $state<'mobile' | 'otp'>('mobile');

  /** What was sounded, and whether anything can be. */
  readonly heard = new Heard();
  readonly backend: Backend;
  #arrivedAt = 0;
  #captureOf = '';
  #asked = language();
  /** Whose typing the drafts are; the typing of the others waits for them. */
  #owner = '';
  #kept: Record<string, { drafts: Drafts; captureOf: string } | undefined> = {};
  #awakeAt = -Infinity;

  constructor(backend: Backend) {
    this.backend = backend;
  }

  /** Listens to the engine and keeps the clock going; answers how to stop. */
  start(): () => void {
    void this.#listen();
    const ticking = setInterval(() => this.tick(), 250);
    return () => clearInterval(ticking);
  }

  receive(view: TillView): void {
    if (this.view && view.revision < this.view.revision) return;
    this.#speak(view.preferences.chosen.language);
    this.#arrivedAt = performance.now();
    this.#giveDraftsTo(view);
    if (this.view?.staff.approval && !view.staff.approval) this.#managerIsGone(this.view, view);
    if (!view.staff.locked) this.#startCapture(view);
    const { state } = view.customer;
    if (state !== 'otp_asked') this.drafts.otp = '';
    if (state === 'otp_asked' || state === 'verifying') this.askedLast = 'otp';
    if (state === 'none' || state === 'sending_otp') this.askedLast = 'mobile';
    useKeys(view.preferences.keys);
    this.view = view;
    // A deadline is never shown longer than it is: with a new view the clock is right, not a second behind.
    this.now = view.now_ms;
  }

  tick(): void {
    if (!this.view) return;
    const now = this.view.now_ms + (performance.now() - this.#arrivedAt);
    // Countdowns show seconds, and so their bars move by seconds: each drawing costs a till without a graphics card.
    if (Math.floor(now / 1_000) !== Math.floor(this.now / 1_000)) this.now = now;
  }

  /** Asks the engine. A refusal is told beside its field; nothing typed is lost. Answers whether it was taken. */
  async act(command: Command, beside: Beside, then: 'stay' | 'move' = 'stay'): Promise<boolean> {
    this.said = '';
    this.settle(beside);
    try {
      const { revision } = await this.backend.act(command);
      if (then === 'move') this.moveAfter = revision;
      return true;
    } catch (refusal) {
      this.refusals[beside] = asRefusal(refusal);
      return false;
    }
  }

  /** Shows a part of the settings, from wherever something names it. */
  openSettings(part: SettingsPart): void {
    this.settingsPart = part;
    this.screen = 'settings';
  }

  /** What stands in the field is wrong. */
  isWrong(beside: Beside): boolean {
    const refusal = this.refusals[beside];
    return refusal !== undefined && !asksManager(refusal);
  }

  /** The refusal beside a field is over, because it is typed in or asked again. */
  settle(beside: Beside): void {
    if (beside in this.refusals) this.refusals = { ...this.refusals, [beside]: undefined };
  }

  /** Empties every draft and refusal; answers the drafts that were there. */
  forget(): Drafts {
    const kept = this.drafts;
    this.drafts = noDrafts();
    this.refusals = {};
    this.pressed = null;
    this.#captureOf = '';
    return kept;
  }

  /** A hand is on the till: the engine is told now and then, so that it does not lock in the middle of a word. */
  touched(at: number): void {
    if (!this.view?.staff.me || at - this.#awakeAt < AWAKE_EVERY_MS) return;
    this.#awakeAt = at;
    this.backend.act({ command: 'staff', staff: 'awake' }).catch(() => undefined);
  }

  /** Empties a field that was taken, unless something new stands in it by now. */
  taken(field: 'amount' | 'mobile' | 'otp', text: string): void {
    if (this.drafts[field] === text) this.drafts[field] = '';
  }

  /** Until another language is there, the window goes on in the one that it has. */
  #speak(wanted: string): void {
    if (wanted === this.#asked) return;
    this.#asked = wanted;
    void speak(wanted).then(() => (this.wording += 1));
  }

  async #listen(): Promise<void> {
    try {
      await this.backend.subscribe((view) => this.receive(view));
    } catch {
      this.lost = true;
    }
  }

  /** A manager has said yes, or was not wanted any more. */
  #managerIsGone(before: TillView, now: TillView): void {
    const beside = Object.entries(this.refusals);
    this.refusals = Object.fromEntries(beside.filter(([, refusal]) => !asksManager(refusal)));
    this.shift = afterApproval(this.shift, before, now);
    const { refusal, refused_name } = now.staff;
    const isAtButton = ['hold', 'charge'].includes(before.staff.approval?.action ?? '');
    // A manager said yes, and it could not go on all the same. The money button says so itself.
    if (refusal && refused_name === null && !isAtButton) this.said = toldError(refusal);
  }

  /** Half-typed words belong to whoever typed them: behind the lock they wait, and nobody else sees them. */
  #giveDraftsTo(view: TillView): void {
    const { staff } = view;
    const wasLocked = this.view?.staff.locked ?? false;
    if (staff.locked) {
      if (!wasLocked) this.#leave();
      return;
    }
    const owner = staff.me?.name ?? '';
    if (owner === this.#owner && !wasLocked) return;
    // From one to the other without a lock between; the first manager takes over what stands there.
    if (!wasLocked && this.#owner !== '') this.#leave();
    if (wasLocked || this.#owner !== '') {
      const kept = this.#kept[owner];
      this.#kept[owner] = undefined;
      this.drafts = kept?.drafts ?? noDrafts();
      this.#captureOf = kept?.captureOf ?? '';
    }
    this.#owner = owner;
  }

  #leave(): void {
    this.#kept[this.#owner] = { drafts: { ...this.drafts, otp: '', pin: '' }, captureOf: this.#captureOf };
    this.drafts = noDrafts();
    this.refusals = {};
    this.pressed = null;
    this.screen = 'till';
    this.paper = null;
    this.said = '';
  }

  /** The final amount starts at what this very sale holds. */
  #startCapture(view: TillView): void {
    // The same sale with another final cart is another final amount; what was typed meanwhile is of the old one.
    const ref = view.sale ? `${view.sale.our_ref} ${view.sale.capture_field}` : '';
    if (ref === this.#captureOf) return;
    this.#captureOf = ref;
    this.drafts.capture = view.sale?.capture_field ?? '';
    this.refusals = { ...this.refusals, capture: undefined, look: undefined, money: undefined };
  }
}

function noDrafts(): Drafts {
  return {
    amount: '',
    mobile: '',
    otp: '',
    pin: '',
    capture: '',
    line: noLine(),
    terms: noTerms(),
    park: noPark(),
  };
}

export function noTerms(): Drafts['terms'] {
  return { open: false, discount: '', note: '' };
}

export function noPark(): Drafts['park'] {
  return { open: false, name: '' };
}

export function noLine(): Drafts['line'] {
  return { open: false, name: '', quantity: '1', price: '' };
}

export const [useSession, provideSession] = createContext<Session>();
