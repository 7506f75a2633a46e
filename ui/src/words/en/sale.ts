import type { HoldsTab, MoneyWord, SaleMode, SaleWord, ButtonKind } from '../../backend/contract';

/** The six words. There is no seventh. */
export const word: Record<SaleWord, string> = {
  sending: 'Sending',
  not_sure_yet: 'Not sure yet',
  held: 'Held',
  captured: 'Captured',
  released: 'Released',
  failed: 'Failed',
};

/** The money column of the board. */
export const money: Record<MoneyWord, string> = {
  not_asked: 'not asked',
  not_sure_yet: 'Not sure yet',
  captured: 'Captured',
  paid: 'Paid',
  failed: 'Failed',
  released: 'Released',
};

export const button: Record<ButtonKind, string> = {
  pay: 'Pay',
  top_up_and_pay: 'Top-up & Pay',
  top_up: 'Top-up',
};

export const mode: Record<SaleMode, string> = {
  hold: 'Hold now, capture later',
  charge: 'Charge now',
};

export const tab: Record<HoldsTab, string> = {
  open: 'Open',
  expiring: 'Expiring',
  not_sure: 'Not sure',
  captured: 'Captured',
  partial: 'Partial',
  released: 'Released',
  expired: 'Expired',
  needs_person: 'Needs a person',
};

/** The headline of a sale by its state; the amount is the one the state is about. */
export const state: Record<string, (amount: string) => string> = {
  Draft: (amount) => amount,
  HoldAsked: (amount) => `Asking PhonePe to block ${amount}`,
  HoldUnknown: (amount) => `${amount} may be blocked`,
  HoldRefused: (amount) => `${amount} was not blocked`,
  HoldAbsent: (amount) => `${amount} was not blocked`,
  Held: (amount) => `${amount} blocked, not taken`,
  CaptureAsked: (amount) => `Asking PhonePe to take ${amount}`,
  CaptureUnknown: (amount) => `${amount} may have been taken`,
  CaptureAccepted: (amount) => `${amount} captured`,
  Paid: (amount) => `${amount} paid`,
  NotPaid: (amount) => `${amount} was not paid`,
  CancelAsked: (amount) => `Asking PhonePe to release ${amount}`,
  CancelUnknown: (amount) => `${amount} may still be blocked`,
  Released: (amount) => `${amount} released to the customer`,
  Expired: (amount) => `The hold of ${amount} has expired`,
  NeedsPerson: (amount) => `${amount} needs a manager`,
};

/** What the cashier does now, by state, where the engine gives no reason of its own. */
export const next: Record<string, string> = {
  HoldAsked: 'Wait for the answer.',
  Held: 'Give the service. Capture the final amount afterwards; you can serve others meanwhile ({sale}).',
  CaptureAsked: 'Wait for the answer.',
  CaptureAccepted:
    'PhonePe took the capture. Proof of the payment follows by itself; you can serve the next customer.',
  Paid: 'PhonePe has proved the payment.',
  CancelAsked: 'Wait for the answer.',
  Released: 'Nothing was taken. The amount is free again in the customer’s wallet.',
  Expired: 'Nothing was taken. The amount is free again in the customer’s wallet.',
};
