import type { UiError, WhyView } from '../backend/contract';
import { find, type Particulars } from './catalogue';
import type { Messages } from './gen/messages';

/** What a message takes: nothing, or all of its variables. */
type Takes<Id extends keyof Messages> = Messages[Id] extends null ? [] : [Messages[Id]];

/** A message of the catalogue in use. That every language has it is checked, so the id is only seen before the first one. */
export function t<Id extends keyof Messages>(id: Id, ...particulars: Takes<Id>): string {
  return find(id, particulars[0] as Particulars | undefined) ?? id;
}

/** A message about something of which the catalogue need not know each kind. */
export function tell(id: string, particulars?: Particulars): string | null {
  return find(id, particulars);
}

/** What a reason means and what would unlock it. */
export function toldWhy(reason: WhyView): [means: string, unlock: string] {
  const particulars = { amount: reason.amount_text || NONE, detail: reason.detail || NONE };
  const id = `why-${reason.code}`;
  return [find(id, particulars) ?? reason.code, find(`${id}.unlock`, particulars) ?? ''];
}

/** The one sentence of a refusal. */
export function toldError(refusal: UiError): string {
  if (refusal.code === 'item_wrong') return toldField(refusal.detail ?? '');
  if (refusal.code === 'key_taken')
    return t('error-key_taken', { detail: find(`keys-does-${refusal.detail ?? ''}`) ?? NONE });
  const sentence = find(`error-${refusal.code}`, { detail: refusal.detail || NONE });
  return sentence ?? t('error-stopped', { detail: refusal.code });
}

/** Which column of an item is wrong, and why: `price:not_an_amount`. */
function toldField(detail: string): string {
  const [name = '', reason = ''] = detail.split(':');
  const column = find(`catalogue-column-${name}`);
  const why = find(`catalogue-why-${reason}`);
  return column && why ? t('catalogue-wrong-field', { column, why }) : t('error-item_wrong');
}

/** What a sentence takes where there is no particular: each has a form for it. */
export const NONE = 'none';

/** Whatever a rejected call carries; what is not coded means that the engine is not there. */
export function asRefusal(reason: unknown): UiError {
  if (typeof reason === 'object' && reason !== null && 'code' in reason && typeof reason.code === 'string') {
    return reason as UiError;
  }
  return { code: 'stopped', detail: String(reason) };
}

/** The headline of a sale; a state that this catalogue does not know is told by its amount alone. */
export function toldState(state: string, amount: string): string {
  return tell(`state-${state}`, { amount }) ?? amount;
}

/** Nothing was typed wrong: a manager has to be asked, and the panel that asks says so. */
export function asksManager(refusal: UiError | null | undefined): boolean {
  return refusal?.code === 'manager_needed';
}
