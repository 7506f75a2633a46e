import type { HealthFound, HealthPart } from '../../backend/contract';

type Found = { [Is in HealthFound['is']]: Extract<HealthFound, { is: Is }> };
/** What was found, and what to do where something is to be done. */
type Told = [found: string, toDo: string];
type Sentences = { [Is in keyof Found]: (of: Found[Is]) => Told };

const part: Record<HealthPart, string> = {
  provider: 'PhonePe',
  clock: 'Clock',
  queue: 'Open questions',
  books: 'Books',
  ledger: 'Ledger',
  backup: 'Backup',
  disk: 'Disk',
  keyring: 'Keyring',
  printer: 'Printer',
  log: 'Log',
  program: 'Program',
};

const seconds = (off_ms: number): string => {
  const by = Math.abs(off_ms);
  return by < 120_000 ? `${Math.round(by / 1000)} s` : `${Math.round(by / 60_000)} min`;
};

const hours = (ms: number): string => {
  if (ms < 3_600_000) return `${Math.max(1, Math.round(ms / 60_000))} min`;
  return ms < 172_800_000 ? `${Math.round(ms / 3_600_000)} h` : `${Math.round(ms / 86_400_000)} days`;
};

const setClock = 'Set this computer’s clock, and let it follow the network.';
const callAdmin = 'Ask whoever looks after this till to unlock or set up the keyring.';

const found: Sentences = {
  provider_unasked: () => ['Nothing was asked since the start.', ''],
  provider_answers: ({ last_ms, median_ms, of }) => [
    of > 1 ? `Answers in ${last_ms} ms; usually ${median_ms} ms.` : `Answers in ${last_ms} ms.`,
    '',
  ],
  provider_slow: ({ last_ms, median_ms }) => [
    `Answers slowly: ${last_ms} ms, usually ${median_ms} ms.`,
    'Look at the network. The till waits for answers; never ask a customer twice.',
  ],
  provider_no_answer: () => [
    'The last question got no answer.',
    'The till looks again by itself. If it stays, look at the network.',
  ],
  provider_unreachable: () => ['Cannot be reached.', 'Look at the network: cable, Wi-Fi, router.'],
  provider_wrong_key: () => [
    'Refuses the signature: the salt key or its index is wrong.',
    'Set the till up again with the key that PhonePe gave you.',
  ],
  clock_alone: () => ['There was no other clock to hold it against.', ''],
  clock_agrees: ({ off_ms }) => [`As PhonePe’s, within ${seconds(Math.abs(off_ms) + 1000)}.`, ''],
  clock_off: ({ off_ms }) => [
    off_ms > 0 ? `${seconds(off_ms)} ahead of PhonePe’s.` : `${seconds(off_ms)} behind PhonePe’s.`,
    setClock,
  ],
  clock_long_past: () => ['It shows a day that is long past.', setClock],
  queue_empty: () => ['None.', ''],
  queue_works: ({ unanswered, rows }) => [
    `Waiting for PhonePe: ${unanswered}. Waiting in runs: ${rows}.`,
    unanswered > 0 ? 'The till asks by itself. Do not charge these customers again.' : '',
  ],
  queue_needs_person: ({ sales }) => [
    sales === 1 ? '1 sale needs a person.' : `${sales} sales need a person.`,
    'Open the holds, tab “Needs a person”.',
  ],
  books_checking: () => ['They are being checked.', ''],
  books_hold: () => ['Checked, and in order.', ''],
  books_closed: () => [
    'Closed: the till takes no money.',
    'Read what the till says about it, and call for help.',
  ],
  ledger_size: ({ size_text, records }) => [`${records} records, ${size_text}.`, ''],
  backup_none: () => ['None was taken yet.', 'The till takes one a minute after its start, once a day.'],
  backup_taken: ({ age_ms }) => [`Taken ${hours(age_ms)} ago.`, ''],
  backup_old: ({ age_ms }) => [
    `The last one is ${hours(age_ms)} old.`,
    'Leave the till open for some minutes each day, and look at the disk.',
  ],
  backup_failed: ({ why }) => [
    `Could not be taken: ${why}`,
    'Make room on the disk; the till tries again each hour.',
  ],
  disk_unread: () => ['This system does not say how much is free.', ''],
  disk_free: ({ free_text }) => [`${free_text} free.`, ''],
  disk_low: ({ free_text, wanted_text }) => [
    `Only ${free_text} free; ${wanted_text} should be.`,
    'Make room before it is full: then the till could take no money.',
  ],
  keyring_unasked: () => ['Not asked yet.', ''],
  keyring_ready: () => ['Ready.', ''],
  keyring_in_memory: () => ['Training goes on without one: links are forgotten when the till is closed.', ''],
  keyring_locked: () => ['Locked.', callAdmin],
  keyring_missing: () => ['There is none.', callAdmin],
  keyring_broken: () => ['It cannot be trusted.', callAdmin],
  printer_none: () => ['Not set up.', ''],
  log_kept: () => ['Kept.', ''],
  log_lost: ({ lines }) => [
    `${lines} lines could not be written.`,
    'Look at the disk. No sale depends on it.',
  ],
  program: ({ version, up_ms }) => [`Version ${version}, running for ${hours(up_ms)}.`, ''],
};

export const health = {
  title: 'Health',
  verdict: { ok: 'OK', watch: 'Watch', act: 'Act' },
  worst: {
    ok: 'Everything is well.',
    watch: 'Something should be watched.',
    act: 'Something has to be done.',
  },
  part,
  found,
  again: 'Look again',
  looking: 'Looking…',
};

export const support = {
  title: 'Support bundle',
  what: 'One file for whoever helps you: logs, settings, health and the shape of the ledger. No secret, no customer and no amount is in it. Nothing is sent anywhere.',
  show: 'Show what would be in it',
  making: 'Putting it together…',
  read: 'Read every file before you save it.',
  file: (name: string, size: string) => `${name}, ${size}`,
  text: (name: string) => `Text of ${name}`,
  save: 'Save this bundle',
  saving: 'Saving…',
  saved: (path: string) => `Saved in ${path}`,
  close: 'Do not save',
};
