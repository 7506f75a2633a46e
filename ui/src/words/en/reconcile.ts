import type { DifferenceKind, ReconcileState } from '../../backend/contract';

const sales = (count: number) => (count === 1 ? '1 sale' : `${count} sales`);

/** What it means, and what to do about it. */
interface Told {
  title: string;
  means: string;
  todo: string;
}

/** Comparing the books with PhonePe and its settlement files. */
export const reconcile = {
  title: 'Ask PhonePe again',
  lead: 'Every sale of the period is asked about once more, one a second. The counter goes first. It moves no money.',
  period: 'Period',
  of: { today: 'Today', yesterday: 'Yesterday', shift: 'This shift', days: 'Days' },
  from: 'From',
  to: 'To',
  start: 'Ask about every sale',
  state: {
    running: 'Asking',
    stopped: 'Stopped',
    ended: 'Done',
  } satisfies Record<ReconcileState, string>,
  run: (run: number) => `Run ${run}`,
  span: (from: string, to: string) => `${from} to ${to}`,
  by: (cashier: string, time: string) => `${cashier}, ${time}`,
  progress: (done: number, rows: number) => `${done} of ${sales(rows)}`,
  stop: 'Stop',
  stopHint: 'What was asked is kept. The run can be taken up again.',
  resume: 'Go on',
  waits: 'Waiting:',
  count: {
    agrees: 'Agree',
    moved_on: 'New answers, taken in',
    still_open: 'Still open on both sides',
    left_to_a_person: 'Left to a person already',
    differs: 'Differ',
  },

  differences: 'Differences',
  openOnly: (count: number) => `Open ${count}`,
  all: 'All',
  none: 'No open difference.',
  noneEver: 'No difference was found yet.',
  more: 'Older ones',
  failed: 'The differences could not be read.',
  number: (number: number) => `#${number}`,
  byRun: (run: number, time: string) => `run ${run}, ${time}`,
  byImport: (number: number, line: number | null, time: string) =>
    line === null ? `file ${number}, ${time}` : `file ${number}, line ${line}, ${time}`,
  ours: 'Our books',
  phonepe: 'PhonePe',
  file: 'The file',
  nothing: 'nothing',
  refundOf: (ref: string) => `refund ${ref}`,
  open: 'Open the sale',
  note: 'How it was settled',
  close: 'Close with this note',
  closed: (by: string, time: string) => `Closed by ${by}, ${time}`,
  kind: {
    paid_there_not_here: {
      title: 'Paid there, not here',
      means: 'PhonePe has a payment of this sale; our books have none.',
      todo: 'Open the sale and look again. If the customer also paid otherwise, refund one of the two.',
    },
    paid_here_not_there: {
      title: 'Paid here, not there',
      means: 'Our books have proof of payment; PhonePe now says that there is none.',
      todo: 'Keep the goods and the receipt out of it for now: send the timeline to PhonePe and ask which is right.',
    },
    other_amount: {
      title: 'Another amount',
      means: 'Both sides know it, with different amounts.',
      todo: 'Compare the timeline with the settlement. Refund what was taken too much; what was taken too little is PhonePe’s to explain.',
    },
    other_id: {
      title: 'Another transaction id',
      means: 'PhonePe answers with another id than the one in our books.',
      todo: 'Do not refund yet. Ask PhonePe which of the two ids was settled.',
    },
    other_merchant: {
      title: 'Another merchant',
      means: 'PhonePe’s answer names another merchant than this till’s.',
      todo: 'Check the merchant id in Settings, and take no money until PhonePe has explained it.',
    },
    captured_there: {
      title: 'Captured there',
      means: 'The hold was captured at PhonePe, and nobody here asked for it.',
      todo: 'The sale stands before a person. Look again until the payment is proved; refund it if it was not meant.',
    },
    still_held_there: {
      title: 'Still blocked there',
      means: 'Here the sale has ended; the customer’s money is still blocked at PhonePe.',
      todo: 'Look again from the sale’s timeline. It is held again then, and can be released.',
    },
    gone_there: {
      title: 'Hold gone there',
      means: 'PhonePe ended the hold before its deadline; nobody here released it.',
      todo: 'Nothing was charged. If the service was given, ask the customer to pay again.',
    },
    unknown_there: {
      title: 'Unknown there',
      means: 'PhonePe knows nothing of a sale that our books have an answer about.',
      todo: 'Check profile and merchant id in Settings; if they are right, send the timeline to PhonePe.',
    },
    unclear: {
      title: 'Unclear answer',
      means: 'PhonePe answered something that this till does not know.',
      todo: 'Nothing was concluded from it. Look again later; if it stays so, ask PhonePe.',
    },
    not_asked: {
      title: 'Could not be asked',
      means: 'PhonePe did not answer about this sale, three times.',
      todo: 'Look again from its timeline when PhonePe answers.',
    },
    refunded_there_not_here: {
      title: 'Refunded there, not here',
      means: 'The other side has a refund that our books call failed, or do not have as done.',
      todo: 'Do not refund again. Look again at the refund in the sale’s timeline.',
    },
    refunded_here_not_there: {
      title: 'Refunded here, not there',
      means: 'Our books have proof of the refund; PhonePe now says that it was not made.',
      todo: 'Do not refund again before PhonePe has said which is right.',
    },
    in_file_not_in_books: {
      title: 'In the file, not in our books',
      means: 'No sale of this till has this reference.',
      todo: 'It may be of another till or shop. Find it there, and say where in the note.',
    },
    in_books_not_in_file: {
      title: 'In our books, not in the file',
      means: 'The sale was proved paid in this period, and the file has no line of it.',
      todo: 'It may be settled a day later: compare the next file. If it is missing there too, ask PhonePe.',
    },
    twice_in_file: {
      title: 'Twice in the file',
      means: 'An earlier line of the file names the same sale.',
      todo: 'Ask PhonePe whether the customer was charged twice.',
    },
  } satisfies Record<DifferenceKind, Told>,

  settlement: 'Compare a settlement file',
  settlementLead:
    'A CSV file from PhonePe. It is compared with the books, and kept as a record with its hash.',
  choose: 'Choose a file…',
  rows: (name: string, rows: number) => `${name}: ${rows === 1 ? '1 line' : `${rows} lines`}`,
  remembered: 'Read as the last file with these columns was.',
  seenIn: (number: number) => `This very file was compared before, as file ${number}.`,
  column: { our_ref: 'Our reference', amount: 'Amount', provider_ref: 'PhonePe id (if any)' },
  noColumn: 'none',
  unit: 'Amounts are in',
  rupees: 'rupees',
  paise: 'paise',
  first: 'First lines',
  filePeriod: 'Payments of',
  compare: 'Compare with the books',
  comparing: 'Comparing…',
  another: 'Another file',
  compared: (name: string, rows: number, agree: number, differ: number) =>
    `${name}: ${agree} of ${rows} lines agree, ${differ} ${differ === 1 ? 'difference' : 'differences'}.`,
  imports: 'Files compared last',
};
