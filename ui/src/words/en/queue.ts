import type { CannotWhy, DeadlineChoice, QueueKind, RunOutcome } from '../../backend/contract';

const holds = (count: number) => (count === 1 ? '1 hold' : `${count} holds`);

/** Captures and releases of many holds, and what is done at a deadline. */
export const queue = {
  select: (ref: string) => `Select ${ref}`,
  selectAll: 'Select all rows shown',
  selected: (count: number, gone: number) =>
    count === 0 ? 'None selected' : `${count} selected${gone > 0 ? ` (${gone} not in this list)` : ''}`,
  clear: 'Clear',
  open: { capture: 'Capture…', release: 'Release…' } satisfies Record<QueueKind, string>,
  nothing: 'Select holds first: click the boxes, or move to them with Tab and press Space.',

  title: { capture: 'Capture many holds', release: 'Release many holds' } satisfies Record<QueueKind, string>,
  can: {
    capture: (count: number) => `Can be captured in full: ${count}`,
    release: (count: number) => `Can be released: ${count}`,
  } satisfies Record<QueueKind, (count: number) => string>,
  cannot: (count: number) => `Cannot, and stay as they are: ${count}`,
  toCannot: (count: number) => `See the ${count} that cannot`,
  none: {
    capture: 'None of these can be captured.',
    release: 'None of these can be released.',
  } satisfies Record<QueueKind, string>,
  confirm: {
    capture: (count: number) => `Capture ${holds(count)}`,
    release: (count: number) => `Release ${holds(count)}`,
  } satisfies Record<QueueKind, (count: number) => string>,
  once: {
    capture: 'Each is charged in full. Cannot be taken back here; a refund is another step.',
    release: 'Nothing is charged. Each hold goes back to its customer; cannot be taken back.',
  } satisfies Record<QueueKind, string>,
  agree: 'Click or touch to begin, nearest deadline first. Keys do not move money here.',
  back: 'Back',
  why: {
    not_held: 'Nothing is held.',
    being_sent: 'A request for it is on its way.',
    not_sure_yet: 'PhonePe has not answered about it yet.',
    captured_already: 'Captured already.',
    released_already: 'Released already.',
    expired: 'Its time was over, and PhonePe gave it back.',
    capture_failed: 'A capture of it failed.',
    needs_person: 'It needs a person. Open its timeline.',
    past_deadline: 'Past its deadline; PhonePe is being asked whether it still stands.',
    over_the_hold: 'More than is held.',
    nothing_to_capture: 'Nothing to capture.',
    in_queue: 'It waits in another run already.',
    asked_otherwise: 'Somebody asked for something else meanwhile.',
  } satisfies Record<CannotWhy, string>,

  run: {
    capture: (run: number) => `Capture run ${run}`,
    release: (run: number) => `Release run ${run}`,
  } satisfies Record<QueueKind, (run: number) => string>,
  by: (cashier: string, time: string) => `${cashier}, ${time}`,
  progress: (done: number, all: number, stopped: number) =>
    `${done} of ${all} done${stopped > 0 ? `, ${stopped} stopped` : ''}`,
  sum: {
    capture: (done: string, all: string) => `${done} of ${all} captured`,
    release: (done: string, all: string) => `${done} of ${all} released`,
  } satisfies Record<QueueKind, (done: string, all: string) => string>,
  over: (run: string) => `${run} has ended. Read its result, then close it.`,
  stop: 'Stop',
  stopHint: 'What is on its way ends; nothing more is sent.',
  proof: 'Captured: PhonePe has accepted it, and is being asked for the proof that it is paid.',
  rows: 'Rows',
  close: 'Close result',
  hide: 'Hide',
  allRows: 'All',
  waits: 'Waiting; it goes on by itself.',
  outcome: {
    waiting: 'Waiting',
    sending: 'Sending',
    captured: 'Captured',
    paid: 'Paid',
    released: 'Released',
    expired: 'Expired',
    not_sure_yet: 'Not sure yet',
    still_held: 'Still held',
    failed: 'Failed',
    needs_person: 'Needs a person',
    skipped: 'Skipped',
    stopped: 'Stopped',
  } satisfies Record<RunOutcome, string>,
  told: {
    waiting: '',
    sending: '',
    captured: '',
    paid: '',
    released: '',
    expired: 'PhonePe had given it back.',
    not_sure_yet: 'Do not capture or release again. It is being looked up.',
    still_held: 'Nothing was taken, nothing given back.',
    failed: 'Nothing was taken.',
    needs_person: 'Open its timeline.',
    skipped: '',
    stopped: 'Not asked for. The hold is as it was.',
  } satisfies Record<RunOutcome, string>,

  queued: 'in queue',
  plan: {
    ask_a_person: () => '',
    release: (time: string) => `release ${time}`,
    capture: (time: string, amount: string) => `capture ${amount} ${time}`,
  } satisfies Record<DeadlineChoice, (time: string, amount: string) => string>,
  planned: {
    ask_a_person: () => '',
    release: (time: string) => `At ${time} this hold is released by itself: chosen on the holds board.`,
    capture: (time: string, amount: string) =>
      `At ${time} ${amount} of this hold is captured by itself: chosen on the holds board.`,
  } satisfies Record<DeadlineChoice, (time: string, amount: string) => string>,
};

/** The chooser in a hold's timeline. */
export const deadline = {
  title: (time: string) => `At ${time}, if nobody has done anything`,
  hint: (time: string) =>
    `PhonePe gives this hold back at ${time}. What is chosen is done three minutes before.`,
  late: (time: string) =>
    `PhonePe gives this hold back at ${time}: too near to choose. Capture or release it now.`,
  choice: {
    ask_a_person: 'Ask me',
    release: 'Release it',
    capture: 'Capture',
  } satisfies Record<DeadlineChoice, string>,
  amount: 'Amount to capture',
  set: 'Set',
  isSet: {
    ask_a_person: () => '',
    release: (time: string) => `Set: at ${time} it will be released.`,
    capture: (time: string, amount: string) => `Set: at ${time} ${amount} will be captured.`,
  } satisfies Record<DeadlineChoice, (time: string, amount: string) => string>,
};
