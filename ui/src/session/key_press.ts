const MODIFIERS = ['Control', 'Alt', 'Shift', 'Meta', 'AltGraph', 'CapsLock', 'NumLock', 'Dead', 'Process'];

/** Ctrl and its like alone are only half of a press. */
export function isModifier(event: KeyboardEvent): boolean {
  return MODIFIERS.includes(event.key);
}

/**
 * A press by its key's name, as the engine and the sheet have it: `F4`, `Ctrl+B`, `Alt+7`. Behind Ctrl and Alt a keyboard of
 * another script counts by where the key is, because its letters have no Latin name.
 */
export function pressed(event: KeyboardEvent): string {
  const held = [
    event.ctrlKey && 'Ctrl',
    event.altKey && 'Alt',
    event.metaKey && 'Meta',
    event.shiftKey && 'Shift',
  ];
  const before = held.filter((one) => one !== false);
  // A bare letter is told as it was typed, capital or not.
  if (before.every((one) => one === 'Shift') && event.key.length === 1) return event.key;
  return [...before, before.length > 0 ? upright(event) : event.key].join('+');
}

function upright(event: KeyboardEvent): string {
  if (event.key.length !== 1) return event.key;
  if (/^[a-z0-9]$/i.test(event.key)) return event.key.toUpperCase();
  return /^(?:Key|Digit)(.)$/.exec(event.code)?.[1] ?? event.key;
}
