/** The manager's screens, and the key sheet. */
export const holds = {
  title: 'Holds',
  heldNow: 'Held now',
  heldCount: (count: number) => (count === 1 ? '1 hold' : `${count} holds`),
  captured: 'Captured today',
  capturedCount: (count: number, part: number) =>
    `${count} ${count === 1 ? 'sale' : 'sales'} · ${part} in part`,
  paid: 'Paid, proved',
  paidCount: (count: number, of: number) => `${count} of ${of}`,
  released: 'Released today',
  expired: (count: number) => `${count} expired uncaptured`,
  radar: 'Deadlines, next 60 minutes',
  radarBar: (from: number, to: number, share: number) =>
    `${from} to ${to} minutes: ${share} % of the fullest five minutes`,
  radarNone: 'No deadline in the next 60 minutes',
  search: 'Find id, amount, last digits…',
  timeLeft: 'Time left',
  held: 'Held',
  capturedColumn: 'Captured',
  releasedColumn: 'Released',
  customer: 'Customer',
  where: 'Counter · cashier',
  shift: 'Shift',
  hold: 'Hold',
  money: 'Money',
  lastLook: 'Last look',
  ourRef: 'Our id',
  providerRef: 'PhonePe id',
  nextIn: (left: string) => `next in ${left}`,
  totals: (count: number) => (count === 1 ? 'Total of 1 row' : `Total of ${count} rows`),
  more: 'More rows',
  none: 'Nothing here.',
  noneFound: (search: string) => `Nothing found for “${search}”.`,
  loading: 'Reading…',
  failed: 'The board could not be read.',
  open: (ref: string) => `Open ${ref}`,
};

export const timeline = {
  title: 'Timeline',
  close: 'Close',
  atTill: 'Open at the till',
  by: (cashier: string, counter: string) => `${cashier} · counter ${counter}`,
  byHand: 'by hand',
  request: 'Request',
  reply: 'Reply',
  record: 'Record',
  http: (status: number) => `HTTP ${status}`,
  took: (ms: number) => `${ms} ms`,
  fact: { intent: 'Asked', reply: 'Answered', look: 'Looked', recovered: 'Recovered' } as Record<
    string,
    string
  >,
};

export const reports = {
  title: 'Today',
  asOf: (time: string) => `as of ${time}`,
  later:
    'These are the running totals of this till’s books. X and Z reports come with shifts, which this version does not have yet.',
  expiredLabel: 'Expired uncaptured',
  partial: 'Captured in part',
};

export const settings = {
  title: 'Settings',
  provider: 'PhonePe',
  profile: 'Profile',
  baseUrl: 'Address',
  merchant: 'Merchant id',
  salt: 'Salt index',
  saltKey: 'Salt key',
  saltTraining: 'the training key, which is no secret',
  saltThere: 'in the keyring',
  saltMissing: 'missing',
  saltUnasked: 'not asked yet',
  device: 'Device id',
  expiry: 'Holds last',
  minutes: (count: number) => `${count} minutes`,
  check: 'Check',
  checking: 'Checking…',
  checked: 'The merchant id and salt key are right.',
  keyring: 'Keyring',
  books: 'Books',
  events: 'Events',
  head: 'Chain head',
  version: 'Version',
  change: 'Settings are changed with holdfast-admin provision.',
  none: 'not set',
};

export const keys = {
  title: 'Keys',
  close: 'Close',
  rows: [
    ['F1', 'This sheet'],
    ['F2', 'New sale, or the amount'],
    ['F3', 'Customer'],
    ['F4', 'The money button'],
    ['F5', 'Balance again'],
    ['F6', 'Open holds (arrows move, Enter opens)'],
    ['F7', 'Look now'],
    ['F9', 'Release (asks), or leave the top-up'],
    ['Esc', 'One step back; never moves money'],
    ['Enter', 'Confirms a field; never moves money'],
  ] as [string, string][],
  later: 'F8 (print) comes with receipts and F10 (switch cashier) with staff.',
  notHere: 'F4 works on the till only.',
  scanned: 'F4 came with a scan and was not taken. Press it again.',
  noPrint: 'Printing comes with receipts.',
  noStaff: 'Switching cashiers comes with staff.',
};

export const ago = {
  now: 'just now',
  seconds: (count: number) => `${count} s ago`,
  minutes: (count: number) => `${count} min ago`,
  hours: (count: number) => `${count} h ago`,
  days: (count: number) => (count === 1 ? '1 day ago' : `${count} days ago`),
  secondsLeft: (count: number) => `${count} s`,
};
