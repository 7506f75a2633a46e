import type { KeyAction, KeyView } from '../backend/contract';

/**
 * The names of the keys in force. Sentences speak of a key by its action, `{ KEY("money") }`, so that they stay true when a
 * manager gives it another one.
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
