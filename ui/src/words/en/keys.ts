import type { KeyAction } from '../../backend/contract';

const does: Record<KeyAction, string> = {
  keys: 'This sheet',
  sale: 'New sale, or the amount',
  customer: 'Customer',
  money: 'The money button',
  balance: 'Balance again',
  strip: 'Open holds (arrows move, Enter opens)',
  look: 'Look now',
  print: 'Print',
  release: 'Release (asks), or leave the top-up',
  lock: 'Lock, or let somebody else sign in',
  park: 'Put the bill aside',
  recall: 'Take a bill back that was put aside',
};

export const keys = {
  title: 'Keys',
  close: 'Close',
  does,
  escape: 'One step back; never moves money',
  enter: 'Confirms a field; never moves money',
  notNow: 'Not on this screen',
  notHere: '{money} works on the till only.',
  scanned: '{money} came with a scan and was not taken. Press it again.',
  noPrint: 'Printing comes with receipts.',
  noPark: 'Bills cannot be put aside in this version.',
  noStaff: 'Nobody was added yet, so there is nobody to switch to. See Settings, Staff.',

  set: 'Keys of this till',
  setWhat:
    'Function keys, or Ctrl or Alt with a letter or a digit. Enter, Tab and Esc stay as they are, and a bare letter or digit is never a shortcut.',
  change: 'Change',
  changeOf: (what: string) => `Another key for: ${what}`,
  pressNow: 'Press the new key. Esc leaves it as it is.',
  usual: 'All keys as usual',
  onlyManagers: 'Managers change keys. Sign in as one ({lock}).',
  changed: (what: string, key: string) => `${what}: ${key}.`,
};
