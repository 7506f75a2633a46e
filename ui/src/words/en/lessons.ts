import type { LessonKey, LessonMistake } from '../../backend/contract';

/** Title, what happens, what is to be done. */
type Lesson = { title: string; happens: (who: { mobile: string; amount: string }) => string; todo: string };

const lesson: Record<LessonKey, Lesson> = {
  wrong_otp: {
    title: 'Wrong OTP',
    happens: ({ mobile, amount }) =>
      `A customer, ${mobile}, owes ₹${amount} and reads out a wrong code first: 00000.`,
    todo: 'Type 00000, read what the till says, then the right code from the customer’s phone.',
  },
  low_balance: {
    title: 'Low balance',
    happens: ({ mobile, amount }) => `A customer, ${mobile}, owes ₹${amount} and has ₹99.00 in the wallet.`,
    todo: 'Let the wallet be topped up on the customer’s phone, then block the amount.',
  },
  kyc_block: {
    title: 'KYC not done',
    happens: ({ mobile, amount }) =>
      `A customer, ${mobile}, owes ₹${amount}; PhonePe will not let this wallet pay.`,
    todo: 'Read the customer what PhonePe says, and begin the next sale (F2): this one pays in another way.',
  },
  lost_reply: {
    title: 'Lost answer',
    happens: ({ mobile, amount }) =>
      `A customer, ${mobile}, owes ₹${amount}. PhonePe’s answer to the hold gets lost.`,
    todo: 'Do not charge again. Wait until the till has found out: about half a minute.',
  },
  expiry: {
    title: 'Hold ran out',
    happens: ({ mobile, amount }) =>
      `A customer, ${mobile}, has ₹${amount} blocked and comes back after more than an hour.`,
    todo: 'Block the amount, then capture it. When PhonePe says that the hold is over, block it again before you serve.',
  },
  crash: {
    title: 'The till crashes',
    happens: ({ mobile, amount }) => `A customer, ${mobile}, has ₹${amount} blocked, and the till goes off.`,
    todo: 'Block the amount, close this window, and open the till again. Then end the hold that is still there.',
  },
};

const mistake: Record<LessonMistake, string> = {
  asked_twice: 'A second hold was asked for. The customer may be blocked twice.',
  sent_away: 'The customer was sent away. This wallet could have been topped up.',
  asked_in_vain: 'Asking again does not lift a block. Tell the customer, and serve the next one.',
  nothing_held: 'The customer was served with nothing blocked.',
};

export const lessons = {
  open: 'Lessons',
  title: 'Lessons',
  what: 'Bad days to practise. Nothing here is real money.',
  scoreOf: (cashier: string) => `Score of ${cashier}`,
  score: (right: number, wrong: number) => `right ${right} · wrong ${wrong}`,
  notYet: 'not done yet',
  begin: 'Begin',
  close: 'Close',
  lesson,
  mistake,
  exercise: (seed: number) => `Exercise ${seed}`,
  going: 'Under way',
  right: 'Right. Well done.',
  rightLong: (detours: number) => `Right, with ${detours} needless ${detours === 1 ? 'step' : 'steps'}.`,
  wrong: 'Not right.',
  same: 'The same again',
  another: 'Another customer',
  leave: 'Leave the lesson',
};

export const guide = {
  open: 'First steps',
  title: 'Your first sale, for practice',
  step: (at: number, of: number) => `Step ${at} of ${of}`,
  leave: 'Leave',
  steps: {
    amount:
      'The orange bar means practice: no real money moves. Type what the customer owes, 600, and press Enter.',
    mobile: 'Now the customer’s number. Type 98765 43210 and press Enter: it is a practice customer.',
    otp: 'PhonePe sends the customer a code. Press “Customer’s phone” in the orange bar, read it there, type it here, and press Enter.',
    hold: 'The wallet is linked and has enough. Press F4: the amount is blocked, not taken.',
    capture:
      'The amount is held. When the service is given, type the final amount, press Enter, and F4 to take it.',
    wait: 'The till asks PhonePe. There is nothing to do.',
    done: 'Captured: the till shows “Paid” once PhonePe has proved it. That was a whole sale. Next: the lessons.',
  },
};
