import type { KeyAction, KeyView } from '../backend/contract';

/**
 * The names of the keys in force. Sentences speak of a key by its action, `{money}`, so that they stay true when a manager
 * gives it another one; whatever draws a sentence passes through here.
 */
let inForce = $state.raw<Partial<Record<KeyAction, string>>>({});

/** Takes over what the engine says. Nothing is drawn anew while it stays the same. */
export function useKeys(keys: KeyView[]): void {
  if (keys.every(({ action, key }) => inForce[action] === key)) return;
  inForce = Object.fromEntries(keys.map(({ action, key }) => [action, key]));
}

/** The key of an action: `F4`, `Ctrl+B`. */
export function keyName(action: KeyAction): string {
  return inForce[action] ?? '';
}

/** The action that a key is given to. */
export function actionOf(key: string): KeyAction | null {
  const found = Object.entries(inForce).find(([, one]) => one === key);
  return found ? (found[0] as KeyAction) : null;
}

/** A catalogue whose sentences have the keys' names in them. */
export function withKeyNames<T extends object>(catalogue: T): T {
  return new Proxy(catalogue, { get: (target, name) => named(Reflect.get(target, name)) });
}

const wrapped = new WeakMap<object, object>();

function named(told: unknown): unknown {
  if (typeof told === 'string') return told.includes('{') ? told.replace(/\{(\w+)\}/g, nameInPlace) : told;
  if (isSentence(told)) return (...particulars: unknown[]) => named(told(...particulars));
  if (Array.isArray(told)) return told.map(named);
  if (typeof told !== 'object' || told === null) return told;
  const known = wrapped.get(told) ?? withKeyNames(told);
  wrapped.set(told, known);
  return known;
}

function isSentence(told: unknown): told is (...particulars: unknown[]) => unknown {
  return typeof told === 'function';
}

function nameInPlace(whole: string, action: string): string {
  return inForce[action as KeyAction] ?? whole;
}
