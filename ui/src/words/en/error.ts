import type { ErrorCode } from '../../backend/contract';

/** One plain sentence for each refusal; `detail` is empty where the engine gave none. */
export const error: Record<ErrorCode, (detail: string) => string> = {
  amount_empty: () => 'Type an amount.',
  amount_not_a_number: () => 'This is not an amount. Type rupees, such as 600 or 1,250.50.',
  amount_too_fine: () => 'An amount has two digits after the point at most.',
  amount_zero: () => 'The amount must be more than zero.',
  amount_negative: () => 'The amount cannot be below zero.',
  amount_too_large: (detail) => `This amount is too large${detail ? `; the most is ${detail}` : ''}.`,
  amount_over_the_hold: (detail) => `This is more than the ${detail || 'amount'} that is held.`,
  line_no_name: () => 'Give the line a name.',
  line_long_name: () => 'This name is too long.',
  line_quantity: () => 'The quantity must be a number above zero, with three digits after the point at most.',
  line_too_many: () => 'The cart is full.',
  no_such_line: () => 'This line is no longer in the cart.',
  mobile_empty: () => 'Type the customer’s mobile number.',
  mobile_not_digits: () => 'A mobile number has digits only.',
  mobile_wrong_length: (detail) => `A mobile number has ten digits${detail ? `, not ${detail}` : ''}.`,
  mobile_wrong_start: () => 'Indian mobile numbers begin with 6, 7, 8 or 9.',
  otp_empty: () => 'Type the OTP from the customer’s SMS.',
  otp_not_digits: () => 'An OTP has digits only.',
  otp_wrong_length: (detail) => `This OTP has the wrong number of digits${detail ? ` (${detail})` : ''}.`,
  otp_not_asked: () => 'No OTP was asked for. Type the mobile number first.',
  otp_too_soon: (detail) => `Wait ${detail ? `${detail} s` : 'a moment'} before asking for another OTP.`,
  no_customer: () => 'Link a customer first (F3).',
  no_amount: () => 'Type an amount first (F2).',
  not_armed: () => 'The screen has changed since. Nothing was sent; read it and press again.',
  already_taken: () => 'This press was taken already. Nothing was sent twice.',
  busy: () => 'A request for this is still on its way.',
  no_such_sale: () => 'There is no such sale on this till.',
  not_allowed_now: () => 'This is not possible now.',
  refund_not_paid: () => 'Only a sale that is proved paid can be refunded.',
  refund_under_way: () => 'A refund of this sale is not at its end yet. Do not refund again before it is.',
  refund_over_the_rest: (detail) => `This is more than the ${detail || 'amount'} that can still be refunded.`,
  refund_no_reason: () => 'Give a reason; it is kept in the books.',
  refund_long_reason: () => 'The reason is too long; 80 characters are the most.',
  refund_number_in_reason: () => 'Leave phone numbers out of the reason.',
  looked_just_now: (detail) => `Looked a moment ago${detail ? `; again in ${detail} s` : ''}.`,
  keyring_locked: () => 'The keyring is locked. Unlock it, then try again.',
  keyring_missing: () => 'This computer has no keyring. See Settings.',
  keyring_broken: () => 'The keyring does not answer as it should. See Settings.',
  books_closed: () => 'The books cannot be written, so no new hold is taken.',
  books_checking: () => 'The books are being checked. Try again in a moment.',
  recovering: () => 'Earlier sales are being looked up first. Try again in a moment.',
  provider_not_ready: () => 'PhonePe is not set up on this till. See Settings.',
  till_locked: () => 'The till is locked. Sign in first; nothing was done.',
  not_allowed_for_you: () =>
    'You may not do this here, and nothing was done. A manager can sign in and do it (F10).',
  manager_needed: () => 'This needs a manager’s PIN. Nothing was sent yet.',
  name_empty: () => 'Type the name of the person.',
  name_too_long: (detail) => `This name is too long: ${detail || 'fewer'} letters at most.`,
  name_odd_character: () => 'A name has letters, digits, spaces and . \u2019 - only.',
  name_taken: () => 'There is somebody of this name already. Add an initial to tell them apart.',
  no_such_person: () => 'There is nobody of this name any more.',
  last_manager: () => 'This is the only manager. Make somebody else a manager first.',
  first_is_manager: () => 'The first person must be a manager.',
  not_yourself: () => 'You cannot remove or demote yourself. Another manager can.',
  pin_empty: () => 'Type the PIN.',
  pin_not_digits: () => 'A PIN has digits only.',
  pin_wrong_length: () => 'A PIN has six digits.',
  pin_too_easy: () =>
    'Anybody would try this PIN first. Take six digits that are no run and not all the same.',
  pin_wrong: () => 'This is not the PIN of that name. Nothing was done; type it again.',
  pin_wait: (detail) =>
    `Too many wrong PINs. Wait ${detail ? `${detail} s` : 'a while'}; a manager can set a new PIN in Settings.`,
  pin_key_gone: () =>
    'The PINs were made with another keyring than this one, so none can be checked. Call whoever set this till up.',
  rule_locks_out: () => 'Managers must be able to change staff and settings, or nobody could any more.',
  rule_no_amount: () => 'There is no amount in this action that could have a limit.',
  rule_weaker: () => 'Over the limit it cannot be easier than below it.',
  idle_out_of_range: () => 'Type whole minutes from 1 to 600.',
  shift_is_open: () => 'A shift is open already.',
  no_shift: () => 'No shift is open.',
  reason_empty: () => 'Say what for, in a few words.',
  reason_too_long: () => 'This is too long: 200 letters at most.',
  cash_over_drawer: () => 'This is more than the drawer can hold. Nothing was written.',
  not_counted: () => 'Count the drawer first; cash has moved since the last count, or there was none.',
  holds_not_handed_over: (detail) =>
    `Open holds without a new owner: ${detail || 'some'}. Hand each over by name, or tick that they are carried over.`,
  language_unknown: () => 'There is no such language. Nothing was changed.',
  file_not_written: (detail) =>
    `The file could not be written${detail ? `: ${detail}` : ''}. There is no half of it; nothing else has changed.`,
  queue_nothing: () => 'Select holds first.',
  queue_too_many: (detail) => `Too many at once: ${detail || 'fewer'} holds are the most.`,
  queue_results_open: () => 'Too many results are open. Close those that you have read.',
  queue_too_late: (detail) =>
    `Its deadline is less than ${detail || 'a few'} minutes away: too near to choose. Capture or release it now.`,
  period_wrong: () => 'Choose two days, the first not after the last, and not in the future.',
  period_empty: () => 'No sale was opened in this period.',
  period_too_long: (detail) =>
    `Too many sales for one run: ${detail || 'fewer'} are the most. Choose a shorter period.`,
  filter_from: () => 'The first day is not a day of the calendar. Choose one, or leave it empty.',
  filter_to: () => 'The last day is not a day of the calendar. Choose one, or leave it empty.',
  filter_days: () => 'The last day is before the first. Choose a later one, or leave one of them empty.',
  filter_least: () =>
    'The lower amount is not one that can be held. Type rupees, such as 600 or 1,250.50, or leave it empty.',
  filter_most: () =>
    'The upper amount is not one that can be held. Type rupees, such as 600 or 1,250.50, or leave it empty.',
  filter_amounts: () =>
    'The upper amount is below the lower one. Type a larger one, or leave one of them empty.',
  view_name_empty: () => 'Give the view a name.',
  view_name_long: (detail) => `The name of a view has ${detail || '40'} letters at most.`,
  view_name_odd: () => 'There is a sign in the name that cannot be seen. Type the name again.',
  views_full: (detail) => `No more than ${detail || '20'} views are kept. Delete one first.`,
  views_unreadable: (detail) =>
    `The saved views could not be read${detail ? `: ${detail}` : ''}. Have views.json in the till’s folder looked at; the board and the books are not touched.`,
  reconcile_under_way: () => 'A run is under way already. Stop it first, or wait for its end.',
  note_empty: () => 'Say how it was settled; the note is kept with your name.',
  note_too_long: () => 'The note is too long: 200 letters at most.',
  difference_closed: () => 'This difference was closed already.',
  file_too_large: (detail) =>
    `The file is larger than ${detail || 'the till takes'}. Nothing was read; use holdfast-admin reconcile for it.`,
  file_too_many_rows: (detail) =>
    `The file has more than ${detail || 'the most'} lines. Nothing was kept; use holdfast-admin reconcile for it.`,
  file_empty: () => 'The file has no line but the header. Nothing was kept.',
  file_not_utf8: (detail) =>
    `Line ${detail || '1'} of the file is not UTF-8. Save it as “CSV UTF-8” and choose it again. Nothing was kept.`,
  file_not_csv: (detail) =>
    `This is not a CSV file of one form${detail ? `: ${detail}` : ''}. Nothing was kept.`,
  file_column_missing: (detail) =>
    `A column is missing: ${detail}. Nothing was kept; choose the columns again.`,
  file_amount: (detail) =>
    `A cell is no amount: ${detail}. Nothing was kept; choose the column or the unit again.`,
  file_of_another_period: (detail) =>
    `The file and the books differ in more than ${detail || 'many'} places: it is hardly of this period and merchant. Nothing was kept.`,
  printer_not_set_up: () =>
    'No printer is set up. Save the paper as a PDF, or let a manager set up a printer in the settings.',
  paper_under_way: () => 'This paper is being printed already. Look at the printer.',
  nothing_to_print: () => 'There is nothing to print yet: nothing was asked of PhonePe for this bill.',
  printer_address: () =>
    'This is no address of a printer. Type a name or number such as 192.168.1.50:9100, or a path such as /dev/usb/lp0.',
  shop_name_long: (detail) => `The name over a slip has ${detail || '60'} letters at most.`,
  stopped: (detail) =>
    `The till’s engine has stopped. Close the program and start it again.${detail ? ` (${detail})` : ''}`,
};
