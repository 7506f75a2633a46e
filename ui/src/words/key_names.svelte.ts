/** The keys as they are when nobody has given them to anything else. */
const usual: Record<string, string> = {
  keys: 'F1',
  sale: 'F2',
  customer: 'F3',
  money: 'F4',
  balance: 'F5',
  strip: 'F6',
  look: 'F7',
  print: 'F8',
  release: 'F9',
  lock: 'F10',
};

/** The key of an action: sentences speak of keys by what they do. */
export function keyName(action: string): string {
  return usual[action] ?? '';
}
