import type { WhyCode } from '../../backend/contract';

/** Amounts and figures that belong into a sentence; empty where the engine gave none. */
export interface Particular {
  amount: string;
  detail: string;
}

/** What it means, then what would unlock it. */
export type Told = (particular: Particular) => [means: string, unlock: string];

const newOtp = 'Send a new OTP to the customer.';
const again = 'Nothing was sent to the wallet. Press {money} to try again.';
const manager = 'Call a manager; the till keeps asking PhonePe.';

export const why: Record<WhyCode, Told> = {
  no_amount: () => ['There is no amount yet.', 'Type the amount and press Enter ({sale}).'],
  no_customer: () => ['No customer yet.', 'Ask for the mobile number of the wallet ({customer}).'],
  otp_pending: () => ['Waiting for the OTP.', 'Ask the customer for the OTP in the SMS from PhonePe.'],
  relink_needed: () => [
    'PhonePe asks for this wallet to be linked again.',
    'Press “Send a new OTP”. The cart stays as it is.',
  ],
  checking: () => ['Amount changed, checking again.', 'The button comes back when PhonePe has answered.'],
  balance_too_low_top_up_possible: ({ amount }) => [
    'The balance is too low for this amount.',
    `The customer can add ${amount ? `up to ${amount}` : 'money'}. {money} shows the top-up code; nothing is charged by that.`,
  ],
  not_possible: () => [
    'The wallet can neither pay this amount nor be topped up for it.',
    'When the customer has done what PhonePe asks, read the balance again ({balance}), or take another customer ({customer}).',
  ],
  top_up_only_possible: ({ amount }) => [
    'Top-up without a sale.',
    `The customer can add ${amount ? `up to ${amount}` : 'money'}. {money} shows the top-up code.`,
  ],
  top_up_not_possible: () => [
    'This wallet cannot be topped up now.',
    'When the customer has done what PhonePe asks, read the balance again ({balance}).',
  ],
  ready: () => [
    'Pay blocks the amount in the wallet; nothing is taken yet.',
    'Press {money} when the customer agrees.',
  ],
  ready_charge: () => [
    'Pay takes the whole amount at once; it cannot be changed later.',
    'Press {money} when the customer agrees.',
  ],
  sending: () => ['On its way to PhonePe.', 'Wait for the answer; press nothing.'],
  offline: () => [
    'PhonePe cannot be reached.',
    'Check the network. The till tries again by itself; {balance} tries now.',
  ],
  keyring_not_ready: () => [
    'This computer’s keyring is not open, so the customer’s link cannot be read.',
    'Unlock or install the keyring (see Settings), then read the balance again ({balance}).',
  ],
  books_closed: () => [
    'The books cannot be written, so no money is taken.',
    'Call a manager; see the notice above.',
  ],
  books_checking: () => [
    'The books are being checked.',
    'This takes a moment; the button comes back by itself.',
  ],
  recovering: () => [
    'Earlier sales without an answer are being looked up first.',
    'The button comes back when PhonePe has answered for them.',
  ],
  no_shift: () => [
    'No shift is open, so no new hold is taken.',
    'Open the next shift under Reports. Captures and releases go on.',
  ],
  provider_not_ready: () => ['PhonePe is not set up on this till.', 'A manager sets it up; see Settings.'],
  wrong_key: () => [
    'PhonePe says that this till’s signature is wrong.',
    'A manager checks the merchant id, salt key and salt index in Settings.',
  ],
  wrong_otp: () => ['The OTP is wrong.', 'Ask the customer to read it again; the same SMS still counts.'],
  otp_expired: () => ['The OTP is too old.', newOtp],
  otp_token_invalid: () => ['This OTP request is no longer valid.', newOtp],
  otp_already_used: () => ['This OTP was used already.', newOtp],
  otp_limit: () => [
    'Too many OTPs were sent to this number.',
    'PhonePe sends no more for now. The customer can pay in another way.',
  ],
  too_many_requests: () => ['PhonePe asks this shop to slow down.', 'Wait a moment, then try again.'],
  user_blocked: () => [
    'PhonePe has blocked this customer for one day.',
    'The customer can ask PhonePe, or pay in another way.',
  ],
  user_blacklisted: () => [
    'PhonePe does not allow this customer to pay.',
    'The customer can ask PhonePe, or pay in another way.',
  ],
  user_unknown: () => [
    'There is no PhonePe account for this number.',
    'Check the number with the customer ({customer}).',
  ],
  device_refused: () => [
    'PhonePe did not take this till’s device id.',
    'A manager checks the device id in Settings.',
  ],
  request_refused: ({ detail }) => [
    'PhonePe did not take this request.',
    `Try once more; if it stays, call a manager${detail ? ` and name the code ${detail}` : ''}.`,
  ],
  fraud: () => [
    'PhonePe stopped this for security reasons.',
    'The customer can ask PhonePe, or pay in another way.',
  ],
  hold_not_sent: () => ['PhonePe could not be reached; the hold was not sent.', again],
  hold_refused: () => [
    'PhonePe did not block the amount. Nothing was taken.',
    'Esc goes back to the bill, to try again; {sale} starts a new sale.',
  ],
  hold_absent: () => [
    'PhonePe knows nothing of this hold. Nothing was blocked and nothing was taken.',
    'Esc goes back to the bill, to try again; {sale} starts a new sale.',
  ],
  capture_not_sent: () => [
    'PhonePe could not be reached; the capture was not sent.',
    'The hold stands. Press {money} to try again.',
  ],
  capture_refused: () => [
    'PhonePe did not take the capture.',
    'The hold stands. Check the amount and press {money} again.',
  ],
  capture_too_late: () => [
    'The hold was released or had expired before the capture.',
    'Nothing was taken. Start a new sale for the amount.',
  ],
  capture_blocked: () => ['PhonePe stopped the capture for security reasons.', manager],
  cancel_not_sent: () => [
    'PhonePe could not be reached; the release was not sent.',
    'The hold stands. Press {release} to try again.',
  ],
  cancel_refused: () => [
    'PhonePe did not take the release.',
    'The hold stands. Press {release} to try again, or call a manager.',
  ],
  payment_failed: () => [
    'PhonePe says that the payment failed. The money was not taken.',
    'Start a new sale if the customer still wants to pay.',
  ],
  no_answer: () => ['PhonePe has not answered.', 'The till keeps asking. Do not charge again.'],
  answer_unclear: () => [
    'PhonePe’s answer does not settle it.',
    'The till keeps asking. Do not charge again.',
  ],
  link_unknown: () => ['PhonePe has not answered about the link.', newOtp],
  contradicted: () => [
    'PhonePe took back what it had said before.',
    'Call a manager. Looking again ({look}) shows where the money stands and takes the sale off this list.',
  ],
  mismatch: () => ['PhonePe’s answer is about another amount, shop or sale.', manager],
  found_captured: () => [
    'The amount was captured, though a release was asked for.',
    'Call a manager: the customer may be owed a refund.',
  ],
  top_up_failed: () => [
    'PhonePe gave no top-up code.',
    'Press {money} to ask again; the customer can also top up in the PhonePe app.',
  ],
  manager_will_be_asked: () => [
    'This is over your limit.',
    'Press {money}: a manager’s PIN is asked for here, and then it goes on.',
  ],
  not_allowed_for_you: () => [
    'You may not do this at this till.',
    'A manager can sign in and do it ({lock}), or change what cashiers may do in Settings.',
  ],
  unlink_failed: () => [
    'The wallet is still linked: PhonePe did not take the unlinking.',
    'Try again in a moment.',
  ],
};
