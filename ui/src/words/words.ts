import type { UiError, WhyView } from '../backend/contract';
import { en } from './en';
import { withKeyNames } from './key_names.svelte';

export type Words = typeof en;

/** The catalogue in use, with the names of the keys as they are assigned. The provider's words never pass through it. */
export const words: Words = withKeyNames(en);

/** What a reason means and what would unlock it. */
export function toldWhy(reason: WhyView): [means: string, unlock: string] {
  return words.why[reason.code]({ amount: reason.amount_text ?? '', detail: reason.detail ?? '' });
}

/** The one sentence of a refusal. */
export function toldError(refusal: UiError): string {
  const sentence = words.error[refusal.code] as ((detail: string) => string) | undefined;
  return sentence ? sentence(refusal.detail ?? '') : t('error-stopped', { detail: refusal.code });
}

/** Whatever a rejected call carries; what is not coded means that the engine is not there. */
export function asRefusal(reason: unknown): UiError {
  if (typeof reason === 'object' && reason !== null && 'code' in reason && typeof reason.code === 'string') {
    return reason as UiError;
  }
  return { code: 'stopped', detail: String(reason) };
}

/** The headline of a sale; a state that this catalogue does not know is told by its amount alone. */
export function toldState(state: string, amount: string): string {
  return words.state[state]?.(amount) ?? amount;
}

/** Nothing was typed wrong: a manager has to be asked, and the panel that asks says so. */
export function asksManager(refusal: UiError | null | undefined): boolean {
  return refusal?.code === 'manager_needed';
}
