import type {
  BooksState,
  KeyringState,
  NoticeCode,
  ProfileName,
  ProviderState,
} from '../../backend/contract';

/** What has happened, then what to do. */
export const notice: Record<NoticeCode, [what: string, next: string]> = {
  keyring_locked: [
    'The keyring is locked.',
    'Unlock this computer’s keyring; the till notices by itself. No customer is lost.',
  ],
  keyring_missing: [
    'This computer has no keyring.',
    'Install and start a keyring (such as gnome-keyring), then start the till again.',
  ],
  keyring_broken: [
    'The keyring does not answer as it should.',
    'Log out and in again. If it stays, call support. No customer is lost.',
  ],
  salt_key_missing: [
    'The salt key is not in the keyring.',
    'A manager provisions this till again; until then no money is taken.',
  ],
  ledger_damaged: [
    'The books are damaged.',
    'Nothing is written and no money is taken. Save what can be read, then call support: a backup can be put back.',
  ],
  ledger_newer: [
    'The books were written by a newer version of this program.',
    'Install the newer version. Nothing was changed.',
  ],
  ledger_cannot_open: [
    'The books cannot be opened.',
    'Check the disk and its permissions, and that no other program uses the books, then try again. Nothing was changed.',
  ],
  ledger_tampered: [
    'The books were changed by something other than this program.',
    'Nothing is written and no money is taken. Save what can be read, then call a manager: they are compared with PhonePe, or a backup is put back.',
  ],
  ledger_cannot_write: [
    'The books cannot be written.',
    'No new hold is taken. Free some disk space or check the disk, then try again; the till need not be closed.',
  ],
  ledger_contradicted: [
    'The till and its books contradict each other.',
    'No new hold is taken. Try again: the till then goes on from its books. If it comes back, save what can be read and call support.',
  ],
  ledger_restored: [
    'The books were put back from a backup.',
    'What was recorded after it is gone. A manager compares with PhonePe’s list and asks PhonePe about holds that are not here.',
  ],
  backup_failed: [
    'Today’s backup could not be taken.',
    'Sales go on. Check the disk; the till tries again in an hour.',
  ],
  disk_low: [
    'The disk is nearly full.',
    'Sales go on for now. Make room before it is full: then the till could take no money.',
  ],
  clock_changed: [
    'This computer’s clock was changed.',
    'Sales go on, and no hold is misjudged by it. Check the date and time: they stand on slips and in the books.',
  ],
  provider_settings_refused: [
    'The settings for PhonePe are not usable.',
    'A manager checks the address, merchant id and salt key in Settings.',
  ],
  recovering: [
    'Earlier sales without an answer are being looked up.',
    'New sales start when PhonePe has answered for them.',
  ],
  another_till_runs: [
    'Another till already runs on these books.',
    'Use the window that is open, or close it first.',
  ],
};

export const keyring: Record<KeyringState, [word: string, sentence: string]> = {
  unasked: ['Keyring', 'The keyring was not asked for anything yet.'],
  ready: ['Keyring', 'Ready: links and the salt key are kept in this computer’s keyring.'],
  locked: ['Keyring locked', 'Locked: unlock this computer’s keyring. Linked customers are not lost.'],
  missing: [
    'No keyring',
    'Missing: this computer has no keyring. Install and start one, such as gnome-keyring.',
  ],
  broken: [
    'Keyring broken',
    'The keyring does not answer as it should. Log out and in again, then check here.',
  ],
  in_memory: [
    'Keyring in memory',
    'In memory: training without a keyring. Links are forgotten when the program closes.',
  ],
};

export const books: Record<BooksState, string> = {
  checking: 'Checking books',
  in_order: 'Books in order',
  closed: 'Books closed',
};

export const provider: Record<ProviderState, string> = {
  unasked: 'PhonePe',
  good: 'PhonePe',
  slow: 'PhonePe slow',
  no_answer: 'PhonePe did not answer',
  unreachable: 'PhonePe unreachable',
  wrong_key: 'Wrong salt key',
};

export const profile: Record<ProfileName, string> = {
  training: 'Training',
  uat: 'UAT',
  production: 'Production',
};
