import type { UiError, WhyView } from '../backend/contract';
import { en } from './en';

export type Words = typeof en;

/** The catalogue in use. The provider's words never pass through it. */
export const words: Words = en;

/** What a reason means and what would unlock it. */
export function toldWhy(reason: WhyView): [means: string, unlock: string] {
  return words.why[reason.code]({ amount: reason.amount_text ?? '', detail: reason.detail ?? '' });
}

/** The one sentence of a refusal. */
export function toldError(refusal: UiError): string {
  return words.error[refusal.code](refusal.detail ?? '');
}

/** The headline of a sale; a state that this catalogue does not know is told by its amount alone. */
export function toldState(state: string, amount: string): string {
  return words.state[state]?.(amount) ?? amount;
}
