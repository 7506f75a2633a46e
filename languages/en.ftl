### The words of the window and of the paper, in English. Each language is one file of this form.
###
### PhonePe's own words never pass through here: they are shown as they came. Amounts, ids and times come in as variables,
### already written out, and keep their Latin figures. Six words name what became of a sale, everywhere and no others:
### Sending, Not sure yet, Held, Captured, Released, Failed.
###
### A message that one language lacks, or that lacks a variable, fails the checks.

## bar

bar-brand = Holdfast
bar-till = Till
bar-holds = Holds
bar-reports = Reports
bar-reconcile = Reconcile
bar-settings = Settings
bar-latency = { $ms } ms
bar-queue = { $count ->
    [0] Queue 0
   *[other] { $count } unanswered
}
bar-counter = Counter { $counter }
bar-shift = shift { $shift }
bar-keys = Keys
bar-training = Practice only. No real money moves and no real phone is asked.
bar-phone = Customer’s phone
bar-opening = Opening the books…
bar-no-engine = The till’s engine does not answer. Close the program and start it again.
bar-export-books = Save what can be read
bar-lost = { $count } records are gone.
bar-exported = Saved to { $path }
bar-restore-seen = I have read this

## cart

cart-title = Cart
cart-new-sale = New sale
cart-amount = Amount in rupees
cart-amount-hint = Amount, then Enter
cart-empty = Type the amount to hold, or add lines.
cart-locked = This bill belongs to the sale on the right. { KEY("sale") } starts a new one.
cart-quick = Amount
cart-total-hold = Total to hold
cart-total-charge = Total to charge
cart-add-line = Add a line
cart-name = Item
cart-quantity = Quantity
cart-price = Price
cart-add = Add
cart-save = Save
cart-change = Change { $name }
cart-remove = Remove { $name }
cart-back = Back

## customer

customer-title = Customer
customer-mobile = Customer’s mobile number
customer-mobile-hint = 98765 43210
customer-mobile-submit = Continue
customer-looking-up = Looking up the number…
customer-sending-otp = Sending an OTP…
customer-verifying = Checking the OTP…
customer-unlinking = Ending the link…
customer-otp = { $masked ->
    [none] OTP from the SMS to the customer
   *[other] OTP from the SMS to { $masked }
}
customer-otp-hint = OTP
customer-otp-submit = Link wallet
customer-resend = New OTP
customer-resend-in = New OTP in { $left }
customer-change = Change
customer-unlink = Unlink
customer-unlink-ask = End this link at PhonePe? The next sale needs an OTP again.
customer-unlink-yes = End the link
customer-unlink-no = Keep it
customer-linked = Wallet linked { $ago }
customer-linked-plain = Wallet linked
customer-relink-ask = Must be linked again
customer-relink = Send a new OTP
customer-stopped = PhonePe said no

## review

review-once = This cannot be repeated.
review-capture-now = Capture
review-release-now = Release
review-release-title = Release the whole hold
review-release-what = Nothing is captured. The amount becomes free in the customer’s wallet.
review-back = Back
review-agree = Press { KEY("money") } when both amounts are right.
review-agree-release = Press { KEY("money") } to release. Esc goes back.

## sale

sale-ref = Our id
sale-provider-ref = PhonePe id
sale-until = until { $time }
sale-left = { $left } left
sale-overdue = deadline passed, asking PhonePe
sale-paid = Paid
sale-final = Final amount in rupees
sale-review-capture = Capture…
sale-of-held = of { $amount } held
sale-release = Release…
sale-new-sale = New sale
sale-leave = Back to the bill
sale-captured = Captured
sale-released = Released
sale-held = Held
sale-paid-at = PhonePe has proved the payment. Paid at { $time }.
sale-alarm = A manager must see this now.
sale-needs-person = A manager must look at this sale.
sale-code = PhonePe’s code

## stop

stop-money = What about the money?
stop-none = No sale is open. Nothing was asked of PhonePe that the books do not show.
stop-some = These sales are open. Do not charge any of them again.
stop-not-known = Which sales are open cannot be read here. Do not charge any customer again before PhonePe or the books were asked.
stop-asking = PhonePe is still asked about every sale without an answer; what it says appears here.
stop-not-asking = PhonePe cannot be asked now.
stop-unwritten = PhonePe says so; it is not in the books yet
stop-next-look = next look in { $left }
stop-until = until { $time }
stop-retry = Try again
stop-retrying = Trying…
stop-still = The books are still closed.

## strip

strip-title = Open holds
strip-none = No open holds
strip-left = { $left } left
strip-next-look = next look in { $left }
strip-ended = { $ago }
strip-person = Needs a person
strip-more = { $count } more on the board

## topUp

top-up-title = The customer scans this with the phone
top-up-asking = Asking PhonePe for the top-up code…
top-up-waiting = Waiting for the customer… { $amount }
top-up-idle = Top-up of { $amount }
top-up-qr = QR code of the top-up link
top-up-amounts = Top-up amount
top-up-open = Open here
top-up-check = Read balance
top-up-leave = Leave
top-up-pay-waits = Waiting for the customer’s top-up.
top-up-pay-waits-next = When the balance is enough, this turns to Pay by itself. { KEY("release") } leaves; nothing was charged.

## unknown

unknown-title = PhonePe has not answered.
unknown-unclear = PhonePe’s answer does not settle it.
unknown-never = Do not charge again.
unknown-next-look = Next look in { $left } ({ $done } of { $of })
unknown-looking = Looking now… ({ $done } of { $of })
unknown-slow = It stands in the manager’s queue; next look in { $left }
unknown-longest = Longest wait 15 min.
unknown-serve = You can serve the next customer; this bill is locked, not the counter.
unknown-look-now = Look now
unknown-next-customer = Next customer
unknown-call = If the customer asks, call a manager and name our id.

## wallet

wallet-balance = Balance
wallet-read = read { $ago }
wallet-reading = reading…
wallet-stale = old, reading again
wallet-due = To hold
wallet-due-charge = To charge
wallet-short = Short by
wallet-refresh = Read again
wallet-mode = Sale mode
wallet-unknown = –
wallet-unconfirmed = An amount is typed but not confirmed.
wallet-unconfirmed-next = Press Enter in the amount field, or clear it with Esc.

## ago

ago-now = just now
ago-seconds = { $count } s ago
ago-minutes = { $count } min ago
ago-hours = { $count } h ago
ago-days = { $count ->
    [one] 1 day ago
   *[other] { $count } days ago
}
ago-seconds-left = { $count } s

## audit

audit-check = Check the books
audit-checking = Checking…
audit-holds = The books hold. Checked in { $time }.
audit-not-proved = The records hold, but not everything could be checked.
audit-does-not-hold = The books do not hold. Take no money on this till.
audit-chain = Each of the { $count } records is what was written, and none is missing.
audit-figures = Every amount and state on the screens is what the records tell.
audit-anchor-holds = Record { $seq } is the one that the keyring remembers, so nothing was rewritten as a whole.
audit-anchor-none = The keyring remembers no record yet, so a ledger that was rewritten as a whole would not be noticed.
audit-anchor-not-read = The keyring could not be read, so the end of the chain was compared with nothing.
audit-broken = Broken: { $what }
audit-meaning = Somebody or something has changed the file outside this program. PhonePe’s own figures are not touched by it. Keep the file, call whoever looks after this till, and put back a backup with holdfast-admin restore.

## holds

holds-title = Holds
holds-held-now = Held now
holds-held-count = { $count ->
    [one] 1 hold
   *[other] { $count } holds
}
holds-captured = Captured today
holds-captured-count = { $count ->
    [one] 1 sale · { $part } in part
   *[other] { $count } sales · { $part } in part
}
holds-paid = Paid, proved
holds-paid-count = { $count } of { $of }
holds-released = Released today
holds-expired = { $count } expired uncaptured
holds-radar = Deadlines, next 60 minutes
holds-radar-bar = { $from } to { $to } minutes: { $share } % of the fullest five minutes
holds-radar-none = No deadline in the next 60 minutes
holds-search = Find id, amount, last digits…
holds-time-left = Time left
holds-held = Held
holds-captured-column = Captured
holds-released-column = Released
holds-customer = Customer
holds-where = Counter · cashier
holds-shift = Shift
holds-hold = Hold
holds-money = Money
holds-last-look = Last look
holds-our-ref = Our id
holds-next-in = next in { $left }
holds-totals = { $count ->
    [one] Total of 1 row
   *[other] Total of { $count } rows
}
holds-more = More rows
holds-none = Nothing here.
holds-none-found = Nothing found for “{ $search }”.
holds-loading = Reading…
holds-failed = The board could not be read.
holds-open = Open { $ref }

## keys

keys-title = Keys
keys-close = Close
keys-not-here = { KEY("money") } works on the till only.
keys-scanned = { KEY("money") } came with a scan and was not taken. Press it again.
keys-no-staff = Nobody was added yet, so there is nobody to switch to. See Settings, Staff.
keys-does-keys = This sheet
keys-does-sale = New sale, or the amount
keys-does-customer = Customer
keys-does-money = The money button
keys-does-balance = Balance again
keys-does-strip = Open holds (arrows move, Enter opens)
keys-does-look = Look now
keys-does-print = Print
keys-does-release = Release (asks), or leave the top-up
keys-does-lock = Lock, or let somebody else sign in
keys-does-park = Put the bill aside
keys-does-recall = Take a bill back that was put aside
keys-escape = One step back; never moves money
keys-enter = Confirms a field; never moves money
keys-not-now = Not on this screen
keys-set = Keys of this till
keys-set-what = Function keys, or Ctrl or Alt with a letter or a digit. Enter, Tab and Esc stay as they are, and a bare letter or digit is never a shortcut.
keys-change = Change
keys-change-of = Another key for: { $what }
keys-press-now = Press the new key. Esc leaves it as it is.
keys-usual = All keys as usual
keys-only-managers = Managers change keys. Sign in as one ({ KEY("lock") }).
keys-changed = { $what }: { $key }.

## pictures

pictures-title = Pictures
pictures-days = Held, captured and released, last 30 days
pictures-hours = Proved paid today, by hour
pictures-outcomes = Where the sales of the last 30 days stand
pictures-latency = How long PhonePe takes to answer
pictures-day = Day
pictures-hour = Hour
pictures-due = Deadline in
pictures-outcome = Outcome
pictures-call = Request
pictures-count = How many
pictures-held = Held
pictures-captured = Captured
pictures-released = Released
pictures-paid = Paid, proved
pictures-median = Typical
pictures-p95 = 95 of 100 faster than
pictures-slowest = Slowest
pictures-minutes = { $from } min
pictures-between = { $from } to { $to } minutes
pictures-table = Show as table
pictures-picture = Show as picture
pictures-none = Nothing yet.
pictures-failed = The pictures cannot be drawn here. The same figures are in the export.
pictures-shelf-asking = asking
pictures-shelf-held = held
pictures-shelf-accepted_in_full = captured, not proved yet
pictures-shelf-accepted_in_part = captured in part, not proved yet
pictures-shelf-paid_in_full = paid in full
pictures-shelf-paid_in_part = paid in part
pictures-shelf-not_paid = not paid
pictures-shelf-released = released
pictures-shelf-expired = expired
pictures-shelf-failed = nothing was held
pictures-shelf-needs_person = needs a person

## reports

reports-shift-tab = Shift, X and Z
reports-pictures-tab = Pictures
reports-title = Today
reports-as-of = as of { $time }
reports-later = The day’s running totals of this till’s books. What one shift did stands in its X and Z.
reports-expired-label = Expired uncaptured

## settings

settings-title = Settings
settings-part-till = Till and language
settings-part-staff = Staff
settings-part-catalogue = Catalogue
settings-part-printer = Printer and paper
settings-part-display = Customer’s display
settings-part-customer = Telling the customer
settings-part-keys = Keys
settings-part-sound = Sound and speech
settings-part-account = PhonePe account
settings-part-books = Books and keyring
settings-part-health = Health
settings-part-updates = Newer versions
settings-part-support = Support bundle
settings-provider = PhonePe
settings-profile = Profile
settings-base-url = Address
settings-merchant = Merchant id
settings-salt = Salt index
settings-salt-key = Salt key
settings-salt-training = the training key, which is no secret
settings-salt-there = in the keyring
settings-salt-missing = missing
settings-salt-unasked = not asked yet
settings-device = Device id
settings-expiry = Holds last
settings-minutes = { $count } minutes
settings-check = Check
settings-checking = Checking…
settings-checked = The merchant id and salt key are right.
settings-keyring = Keyring
settings-books = Books
settings-events = Events
settings-head = Anchored head
settings-backup = Daily backup
settings-backup-at = taken { $time }
settings-backup-failed = failed: { $reason }
settings-backup-none = none yet in this run
settings-version = Version
settings-change = Without a window, holdfast-admin provision does the same.
settings-none = not set

## timeline

timeline-title = Timeline
timeline-close = Close
timeline-at-till = Open at the till
timeline-evidence = Evidence (PDF)
timeline-evidence-drawing = Drawing…
timeline-evidence-at = The evidence for this payment is in { $path }
timeline-by = { $cashier } · counter { $counter }
timeline-approved-by = approved by { $manager }
timeline-by-hand = by hand
timeline-request = Request
timeline-reply = Reply
timeline-record = Record
timeline-http = HTTP { $status }
timeline-took = { $ms } ms
timeline-fact-intent = Asked
timeline-fact-reply = Answered
timeline-fact-look = Looked
timeline-fact-recovered = Recovered
timeline-fact-handed_over = Handed over
timeline-fact-deadline_ask = At its deadline: ask a person
timeline-fact-deadline_release = At its deadline: release
timeline-fact-deadline_capture = At its deadline: capture
timeline-fact-deadline_skipped = At its deadline: skipped
timeline-fact-queued = Put into a run
timeline-fact-queue_skipped = Skipped by the queue
timeline-fact-difference_found = Differs from PhonePe
timeline-fact-difference_closed = Difference closed
timeline-fact-printed = Printed
timeline-fact-delivered = Delivered

## report

report-x = X report, shift { $number }
report-z = Z { $number }
report-as-of = as of { $time }
report-counter = Counter
report-cashiers = Cashiers
report-opened = Opened
report-closed = Closed
report-by = { $time }, { $who }
report-first-sale = First sale
report-last-sale = Last sale
report-none = none
report-no-shift = The X report comes with an open shift.
report-no-z = There is no such Z.
report-count-column = Count
report-amount-column = Amount
report-part-sales = Holds
report-part-payments = PhonePe against us
report-part-cash = Cash
report-figure-carried_in = Open, from the shift before
report-figure-placed = Holds placed
report-figure-captured_in_full = Captured in full
report-figure-captured_in_part = Captured in part
report-figure-rest_released = … their rest, released
report-figure-released = Released
report-figure-expired = Expired uncaptured
report-figure-not_paid = Capture accepted, then not paid
report-figure-not_held = Refused or never arrived
report-figure-refunded = Refunded
report-figure-carried_over = Open, carried over
report-figure-captured = Captured by us
report-figure-proved = Paid, by PhonePe’s status
report-figure-unproved = Not proved yet
report-figure-float = Float
report-figure-paid_in = Paid in
report-figure-paid_out = Paid out
report-figure-expected = Expected
report-figure-counted = Counted
report-figure-difference = Difference
report-open = Open holds
report-not-sure = Not sure yet
report-unproved = Captured, not proved yet
report-corrected = Contradicted by PhonePe in this shift
report-due = until { $deadline }, held by { $cashier }
report-owner = now with { $name }
report-carried = carried over
report-reason = Reason
report-counts = Counted { $count } times; the first, blind count was { $first }.
report-head = Chain before this report
report-record = This Z is record
report-copy = Copy as text
report-copied = Copied.
report-not-copied = Could not be copied. Select the report and press Ctrl+C.
report-zs = Earlier Zs
report-zs-none = No shift was closed yet.
report-current = X of the open shift
report-z-line = { $time }, { $by }

## shift

shift-title = Shift { $number }
shift-open-since = open since { $time }, by { $by }
shift-never = No shift was opened on this till yet. It sells without one; from the first shift on, new holds need an open shift.
shift-closed = No shift is open. New holds wait for it; captures and releases go on.
shift-float = Float in the drawer
shift-open = Open the shift
shift-cash = Cash beside sales
shift-amount = Amount
shift-reason = What for
shift-cash-in = Paid in
shift-cash-out = Paid out
shift-hand = Open holds
shift-hand-none = No hold is open.
shift-hand-to = New owner’s name
shift-hand-over = Hand over
shift-handed = { $to } looks after it
shift-not-handed = held by { $cashier }
shift-until = until { $time }
shift-count = Count the drawer
shift-count-hint = Type what you counted. What should be in it is shown only afterwards.
shift-counted = Counted
shift-count-done = Enter the count
shift-count-again = Count again
shift-expected = Expected
shift-difference = Difference
shift-match = The drawer is right.
shift-differs = Why it differs
shift-carry-over = { $count ->
    [one] Carry 1 open hold over to the next shift
   *[other] Carry { $count } open holds over to the next shift
}
shift-close = Close and make Z { $number }
shift-close-hint = This cannot be repeated: the Z is never altered.

## deadline

deadline-title = At { $time }, if nobody has done anything
deadline-hint = PhonePe gives this hold back at { $time }. What is chosen is done three minutes before.
deadline-late = PhonePe gives this hold back at { $time }: too near to choose. Capture or release it now.
deadline-choice-ask_a_person = Ask me
deadline-choice-release = Release it
deadline-choice-capture = Capture
deadline-amount = Amount to capture
deadline-set = Set
deadline-is-set-ask_a_person = { "" }
deadline-is-set-release = Set: at { $time } it will be released.
deadline-is-set-capture = Set: at { $time } { $amount } will be captured.

## queue

queue-select = Select { $ref }
queue-select-all = Select all rows shown
queue-selected = { $count ->
    [0] None selected
   *[other] { $gone ->
        [0] { $count } selected
       *[other] { $count } selected ({ $gone } not in this list)
    }
}
queue-clear = Clear
queue-open-capture = Capture…
queue-open-release = Release…
queue-nothing = Select holds first: click the boxes, or move to them with Tab and press Space.
queue-title-capture = Capture many holds
queue-title-release = Release many holds
queue-can-capture = Can be captured in full: { $count }
queue-can-release = Can be released: { $count }
queue-cannot = Cannot, and stay as they are: { $count }
queue-to-cannot = See the { $count } that cannot
queue-none-capture = None of these can be captured.
queue-none-release = None of these can be released.
queue-confirm-capture = { $count ->
    [one] Capture 1 hold
   *[other] Capture { $count } holds
}
queue-confirm-release = { $count ->
    [one] Release 1 hold
   *[other] Release { $count } holds
}
queue-once-capture = Each is charged in full. Cannot be taken back here; a refund is another step.
queue-once-release = Nothing is charged. Each hold goes back to its customer; cannot be taken back.
queue-agree = Click or touch to begin, nearest deadline first. Keys do not move money here.
queue-back = Back
queue-why-not_held = Nothing is held.
queue-why-being_sent = A request for it is on its way.
queue-why-not_sure_yet = PhonePe has not answered about it yet.
queue-why-captured_already = Captured already.
queue-why-released_already = Released already.
queue-why-expired = Its time was over, and PhonePe gave it back.
queue-why-capture_failed = A capture of it failed.
queue-why-needs_person = It needs a person. Open its timeline.
queue-why-past_deadline = Past its deadline; PhonePe is being asked whether it still stands.
queue-why-over_the_hold = More than is held.
queue-why-nothing_to_capture = Nothing to capture.
queue-why-in_queue = It waits in another run already.
queue-why-asked_otherwise = Somebody asked for something else meanwhile.
queue-why-final_cart = What was delivered is entered at the till. Finish it there.
queue-run-capture = Capture run { $run }
queue-run-release = Release run { $run }
queue-by = { $cashier }, { $time }
queue-progress = { $stopped ->
    [0] { $done } of { $all } done
   *[other] { $done } of { $all } done, { $stopped } stopped
}
queue-sum-capture = { $done } of { $all } captured
queue-sum-release = { $done } of { $all } released
queue-over = { $run } has ended. Read its result, then close it.
queue-stop = Stop
queue-stop-hint = What is on its way ends; nothing more is sent.
queue-proof = Captured: PhonePe has accepted it, and is being asked for the proof that it is paid.
queue-rows = Rows
queue-close = Close result
queue-hide = Hide
queue-all-rows = All
queue-waits = Waiting; it goes on by itself.
queue-outcome-waiting = Waiting
queue-outcome-sending = Sending
queue-outcome-captured = Captured
queue-outcome-paid = Paid
queue-outcome-released = Released
queue-outcome-expired = Expired
queue-outcome-not_sure_yet = Not sure yet
queue-outcome-still_held = Still held
queue-outcome-failed = Failed
queue-outcome-needs_person = Needs a person
queue-outcome-skipped = Skipped
queue-outcome-stopped = Stopped
queue-told-waiting = { "" }
queue-told-sending = { "" }
queue-told-captured = { "" }
queue-told-paid = { "" }
queue-told-released = { "" }
queue-told-expired = PhonePe had given it back.
queue-told-not_sure_yet = Do not capture or release again. It is being looked up.
queue-told-still_held = Nothing was taken, nothing given back.
queue-told-failed = Nothing was taken.
queue-told-needs_person = Open its timeline.
queue-told-skipped = { "" }
queue-told-stopped = Not asked for. The hold is as it was.
queue-queued = in queue
queue-plan-ask_a_person = { "" }
queue-plan-release = release { $time }
queue-plan-capture = capture { $amount } { $time }
queue-planned-ask_a_person = { "" }
queue-planned-release = At { $time } this hold is released by itself: chosen on the holds board.
queue-planned-capture = At { $time } { $amount } of this hold is captured by itself: chosen on the holds board.

## reconcile

reconcile-title = Ask PhonePe again
reconcile-lead = Every sale of the period is asked about once more, one a second. The counter goes first. It moves no money.
reconcile-period = Period
reconcile-of-today = Today
reconcile-of-yesterday = Yesterday
reconcile-of-shift = This shift
reconcile-of-days = Days
reconcile-from = From
reconcile-to = To
reconcile-start = Ask about every sale
reconcile-state-running = Asking
reconcile-state-stopped = Stopped
reconcile-state-ended = Done
reconcile-run = Run { $run }
reconcile-span = { $from } to { $to }
reconcile-by = { $cashier }, { $time }
reconcile-progress = { $rows ->
    [one] { $done } of 1 sale
   *[other] { $done } of { $rows } sales
}
reconcile-stop = Stop
reconcile-stop-hint = What was asked is kept. The run can be taken up again.
reconcile-resume = Go on
reconcile-waits = Waiting:
reconcile-count-agrees = Agree
reconcile-count-moved_on = New answers, taken in
reconcile-count-still_open = Still open on both sides
reconcile-count-left_to_a_person = Left to a person already
reconcile-count-differs = Differ
reconcile-differences = Differences
reconcile-open-only = Open { $count }
reconcile-all = All
reconcile-none = No open difference.
reconcile-none-ever = No difference was found yet.
reconcile-more = Older ones
reconcile-failed = The differences could not be read.
reconcile-number = #{ $number }
reconcile-by-run = run { $run }, { $time }
reconcile-by-import = { $line ->
    [none] file { $number }, { $time }
   *[other] file { $number }, line { $line }, { $time }
}
reconcile-ours = Our books
reconcile-phonepe = PhonePe
reconcile-file = The file
reconcile-nothing = nothing
reconcile-refund-of = refund { $ref }
reconcile-open = Open the sale
reconcile-note = How it was settled
reconcile-close = Close with this note
reconcile-closed = Closed by { $by }, { $time }
reconcile-kind-paid_there_not_here-title = Paid there, not here
reconcile-kind-paid_there_not_here-means = PhonePe has a payment of this sale; our books have none.
reconcile-kind-paid_there_not_here-todo = Open the sale and look again. If the customer also paid otherwise, refund one of the two.
reconcile-kind-paid_here_not_there-title = Paid here, not there
reconcile-kind-paid_here_not_there-means = Our books have proof of payment; PhonePe now says that there is none.
reconcile-kind-paid_here_not_there-todo = Take nothing back from the customer yet. Send the timeline to PhonePe and ask which is right.
reconcile-kind-other_amount-title = Another amount
reconcile-kind-other_amount-means = Both sides know it, with different amounts.
reconcile-kind-other_amount-todo = Compare the timeline with the settlement. Refund what was taken too much; what was taken too little is PhonePe’s to explain.
reconcile-kind-other_id-title = Another transaction id
reconcile-kind-other_id-means = PhonePe answers with another id than the one in our books.
reconcile-kind-other_id-todo = Do not refund yet. Ask PhonePe which of the two ids was settled.
reconcile-kind-other_merchant-title = Another merchant
reconcile-kind-other_merchant-means = PhonePe’s answer names another merchant than this till’s.
reconcile-kind-other_merchant-todo = Check the merchant id in Settings, and take no money until PhonePe has explained it.
reconcile-kind-captured_there-title = Captured there
reconcile-kind-captured_there-means = The hold was captured at PhonePe, and nobody here asked for it.
reconcile-kind-captured_there-todo = The sale stands before a person. Look again until the payment is proved; refund it if it was not meant.
reconcile-kind-still_held_there-title = Still blocked there
reconcile-kind-still_held_there-means = Here the sale has ended; the customer’s money is still blocked at PhonePe.
reconcile-kind-still_held_there-todo = Look again from the sale’s timeline. It is held again then, and can be released.
reconcile-kind-gone_there-title = Hold gone there
reconcile-kind-gone_there-means = PhonePe ended the hold before its deadline; nobody here released it.
reconcile-kind-gone_there-todo = Nothing was charged. If the service was given, ask the customer to pay again.
reconcile-kind-unknown_there-title = Unknown there
reconcile-kind-unknown_there-means = PhonePe knows nothing of a sale that our books have an answer about.
reconcile-kind-unknown_there-todo = Check profile and merchant id in Settings; if they are right, send the timeline to PhonePe.
reconcile-kind-unclear-title = Unclear answer
reconcile-kind-unclear-means = PhonePe answered something that this till does not know.
reconcile-kind-unclear-todo = Nothing was concluded from it. Look again later; if it stays so, ask PhonePe.
reconcile-kind-not_asked-title = Could not be asked
reconcile-kind-not_asked-means = PhonePe did not answer about this sale, three times.
reconcile-kind-not_asked-todo = Look again from its timeline when PhonePe answers.
reconcile-kind-refunded_there_not_here-title = Refunded there, not here
reconcile-kind-refunded_there_not_here-means = The other side has a refund that our books call failed, or do not have as done.
reconcile-kind-refunded_there_not_here-todo = Do not refund again. Look again at the refund in the sale’s timeline.
reconcile-kind-refunded_here_not_there-title = Refunded here, not there
reconcile-kind-refunded_here_not_there-means = Our books have proof of the refund; PhonePe now says that it was not made.
reconcile-kind-refunded_here_not_there-todo = Do not refund again before PhonePe has said which is right.
reconcile-kind-in_file_not_in_books-title = In the file, not in our books
reconcile-kind-in_file_not_in_books-means = No sale of this till has this reference.
reconcile-kind-in_file_not_in_books-todo = It may be of another till or shop. Find it there, and say where in the note.
reconcile-kind-in_books_not_in_file-title = In our books, not in the file
reconcile-kind-in_books_not_in_file-means = The sale was proved paid in this period, and the file has no line of it.
reconcile-kind-in_books_not_in_file-todo = It may be settled a day later: compare the next file. If it is missing there too, ask PhonePe.
reconcile-kind-twice_in_file-title = Twice in the file
reconcile-kind-twice_in_file-means = An earlier line of the file names the same sale.
reconcile-kind-twice_in_file-todo = Ask PhonePe whether the customer was charged twice.
reconcile-settlement = Compare a settlement file
reconcile-settlement-lead = A CSV file from PhonePe. It is compared with the books, and kept as a record with its hash.
reconcile-choose = Choose a file…
reconcile-rows = { $rows ->
    [one] { $name }: 1 line
   *[other] { $name }: { $rows } lines
}
reconcile-remembered = Read as the last file with these columns was.
reconcile-seen-in = This very file was compared before, as file { $number }.
reconcile-column-our_ref = Our reference
reconcile-column-amount = Amount
reconcile-column-provider_ref = PhonePe id (if any)
reconcile-no-column = none
reconcile-unit = Amounts are in
reconcile-rupees = rupees
reconcile-paise = paise
reconcile-first = First lines
reconcile-file-period = Payments of
reconcile-compare = Compare with the books
reconcile-comparing = Comparing…
reconcile-another = Another file
reconcile-compared = { $differ ->
    [one] { $name }: { $agree } of { $rows } lines agree, 1 difference.
   *[other] { $name }: { $agree } of { $rows } lines agree, { $differ } differences.
}
reconcile-imports = Files compared last

## notices

notices-keyring_locked = The keyring is locked.
    .next = Unlock this computer’s keyring; the till notices by itself. No customer’s link is lost.
notices-keyring_missing = This computer has no keyring.
    .next = Install and start a keyring (such as gnome-keyring), then start the till again.
notices-keyring_broken = The keyring does not answer as it should.
    .next = Log out and in again. If it stays, call support. No customer’s link is lost.
notices-salt_key_missing = The salt key is not in the keyring.
    .next = A manager provisions this till again; until then no money is taken.
notices-ledger_damaged = The books are damaged.
    .next = Nothing is written and no money is taken. Save what can be read, then call support: a backup can be put back.
notices-ledger_newer = The books were written by a newer version of this program.
    .next = Install the newer version. Nothing was changed.
notices-ledger_cannot_open = The books cannot be opened.
    .next = Check the disk and its permissions, and that no other program uses the books, then try again. Nothing was changed.
notices-ledger_tampered = The books were changed by something other than this program.
    .next = Nothing is written and no money is taken. Save what can be read, then call a manager: they are compared with PhonePe, or a backup is put back.
notices-ledger_cannot_write = The books cannot be written.
    .next = No new hold is taken. Free some disk space or check the disk, then try again; the till need not be closed.
notices-ledger_contradicted = The till and its books contradict each other.
    .next = No new hold is taken. Try again: the till then goes on from its books. If it comes back, save what can be read and call support.
notices-ledger_restored = The books were put back from a backup.
    .next = What was recorded after it is gone. A manager compares with PhonePe’s list and asks PhonePe about holds that are not here.
notices-backup_failed = Today’s backup could not be taken.
    .next = Sales go on. Check the disk; the till tries again in an hour.
notices-clock_changed = This computer’s clock was changed.
    .next = Sales go on, and no hold is misjudged by it. Check the date and time: they stand on slips and in the books.
notices-provider_settings_refused = The settings for PhonePe are not usable.
    .next = A manager checks the address, merchant id and salt key in Settings.
notices-recovering = Earlier sales without an answer are being looked up.
    .next = New sales start when PhonePe has answered for them.
notices-another_till_runs = Another till already runs on these books.
    .next = Use the window that is open, or close it first.
notices-disk_low = The disk is nearly full.
    .next = Sales go on for now. Make room before it is full: then the till could take no money.

## keyring

keyring-unasked = Keyring
    .sentence = The keyring was not asked for anything yet.
keyring-ready = Keyring
    .sentence = Ready: links and the salt key are kept in this computer’s keyring.
keyring-locked = Keyring locked
    .sentence = Locked: unlock this computer’s keyring. Linked customers are not lost.
keyring-missing = No keyring
    .sentence = Missing: this computer has no keyring. Install and start one, such as gnome-keyring.
keyring-broken = Keyring broken
    .sentence = The keyring does not answer as it should. Log out and in again, then check here.
keyring-in_memory = Keyring in memory
    .sentence = In memory: training without a keyring. Links are forgotten when the program closes.

## books

books-checking = Checking books
books-in_order = Books in order
books-closed = Books closed

## provider

provider-unasked = PhonePe
provider-good = PhonePe
provider-slow = PhonePe slow
provider-no_answer = PhonePe did not answer
provider-unreachable = PhonePe unreachable
provider-wrong_key = Wrong salt key

## profile

profile-training = Training
profile-uat = UAT
profile-production = Production

## word

word-sending = Sending
word-not_sure_yet = Not sure yet
word-held = Held
word-captured = Captured
word-released = Released
word-failed = Failed

## moneyWord

money-word-not_asked = not asked
money-word-not_sure_yet = Not sure yet
money-word-captured = Captured
money-word-paid = Paid
money-word-failed = Failed
money-word-released = Released

## button

button-pay = Pay
button-top_up_and_pay = Top-up & Pay
button-top_up = Top-up

## mode

mode-hold = Hold now, capture later
mode-charge = Charge now

## tab

tab-open = Open
tab-expiring = Expiring
tab-not_sure = Not sure
tab-captured = Captured
tab-partial = Partial
tab-released = Released
tab-expired = Expired
tab-needs_person = Needs a person

## state

state-Draft = { $amount }
state-HoldAsked = Asking PhonePe to block { $amount }
state-HoldUnknown = { $amount } may be blocked
state-HoldRefused = { $amount } was not blocked
state-HoldAbsent = { $amount } was not blocked
state-Held = { $amount } blocked, not taken
state-CaptureAsked = Asking PhonePe to take { $amount }
state-CaptureUnknown = { $amount } may have been taken
state-CaptureAccepted = { $amount } captured
state-Paid = { $amount } paid
state-NotPaid = { $amount } was not paid
state-CancelAsked = Asking PhonePe to release { $amount }
state-CancelUnknown = { $amount } may still be blocked
state-Released = { $amount } released to the customer
state-Expired = The hold of { $amount } has expired
state-NeedsPerson = { $amount } needs a manager

## next

next-HoldAsked = Wait for the answer.
next-Held = Give the service. Capture the final amount afterwards; you can serve others meanwhile ({ KEY("sale") }).
next-CaptureAsked = Wait for the answer.
next-CaptureAccepted = PhonePe took the capture. Proof of the payment follows by itself; you can serve the next customer.
next-Paid = PhonePe has proved the payment.
next-CancelAsked = Wait for the answer.
next-Released = Nothing was taken. The amount is free again in the customer’s wallet.
next-Expired = Nothing was taken. The amount is free again in the customer’s wallet.

## staff

staff-who = Who is at the till?
staff-locked-what = Open holds stay as they are and are still looked after. Your bill waits for you behind your PIN.
staff-role-cashier = Cashier
staff-role-manager = Manager
staff-waits = again in { $left }
staff-pin-of = PIN of { $name }
staff-pin = PIN
staff-pin-hint = Six digits
staff-sign-in = Sign in
staff-checking = Checking…
staff-choose = Choose your name first.
staff-lock = Lock
staff-lock-what = Lock the till or let somebody else sign in
staff-locks-in = No hand on the till: it locks in { $left }. Any key keeps it open.
staff-asks = { $amount ->
    [none] A manager’s PIN
   *[other] A manager’s PIN for { $amount }
}
staff-asks-what = { $what }: a manager’s word is needed here. Nothing was sent yet.
staff-manager = Manager
staff-no-managers = This till has no manager. Add one with holdfast-admin staff add.
staff-approve = Approve: { $what }
staff-back = Back
staff-not-by-enter = Enter does not approve. Press { KEY("money") } or the button when the PIN is typed.
staff-offer = Add staff
staff-offer-what = The till is open for everybody, with all rights. Make the first manager.
staff-title = Staff
staff-none = Nobody was added yet, so the till opens for everybody, with all rights.
staff-none-next = Add the first manager; from then on each person signs in with a PIN.
staff-only-managers = Managers change staff, PINs and limits. Sign in as one ({ KEY("lock") }).
staff-name = Name
staff-name-hint = On the lock screen
staff-role-of = Role
staff-pin-again = The same PIN again
staff-add-first = Add the first manager
staff-add = Add
staff-add-title = Add a person
staff-new-pin = New PIN
staff-new-pin-of = New PIN for { $name }
staff-save = Save
staff-remove = Remove
staff-remove-ask = Remove { $name }? What { $name } did stays in the books.
staff-remove-yes = Remove
staff-keep = Keep
staff-make-manager = Make manager
staff-make-cashier = Make cashier
staff-you = you
staff-pins-differ = The two PINs are not the same. Type both again.
staff-rules = What cashiers may do
staff-rules-what = Up to the limit the first answer counts, over it the second. Every approval and every change is in the books.
staff-action = Action
staff-within = Up to the limit
staff-limit = Limit in rupees
staff-no-limit = no limit
staff-over = Over it
staff-permission-allowed = Allowed
staff-permission-ask_manager = Ask a manager
staff-permission-denied = Denied
staff-does-hold = Hold
staff-does-charge = Charge now
staff-does-capture = Capture
staff-does-release = Release
staff-does-refund = Refund
staff-does-bulk = Many at once
staff-does-unlink_customer = Unlink a wallet
staff-does-shift_open = Open a shift
staff-does-shift_close = Count and close a shift
staff-does-cash_in_out = Cash in or out
staff-does-hand_over = Hand a hold over
staff-does-reconcile = Reconcile with PhonePe
staff-does-staff_edit = Staff and limits
staff-does-settings = Settings
staff-idle = Lock after so many minutes without a hand on the till
staff-minutes = minutes
staff-does-price_change = Other prices, discounts
staff-does-catalogue_edit = Change the catalogue

## error

error-amount_empty = Type an amount.
error-amount_not_a_number = This is not an amount. Type rupees, such as 600 or 1,250.50.
error-amount_too_fine = An amount has two digits after the point at most.
error-amount_zero = The amount must be more than zero.
error-amount_negative = The amount cannot be below zero.
error-amount_too_large = { $detail ->
    [none] This amount is too large.
   *[other] This amount is too large; the most is { $detail }.
}
error-amount_over_the_hold = { $detail ->
    [none] This is more than the amount that is held.
   *[other] This is more than the { $detail } that is held.
}
error-line_no_name = Give the line a name.
error-line_long_name = This name is too long.
error-line_quantity = The quantity must be a number above zero, with three digits after the point at most.
error-line_too_many = The cart is full.
error-no_such_line = This line is no longer in the cart.
error-mobile_empty = Type the customer’s mobile number.
error-mobile_not_digits = A mobile number has digits only.
error-mobile_wrong_length = { $detail ->
    [none] A mobile number has ten digits.
   *[other] A mobile number has ten digits, not { $detail }.
}
error-mobile_wrong_start = Indian mobile numbers begin with 6, 7, 8 or 9.
error-otp_empty = Type the OTP from the customer’s SMS.
error-otp_not_digits = An OTP has digits only.
error-otp_wrong_length = { $detail ->
    [none] This OTP has the wrong number of digits.
   *[other] This OTP has the wrong number of digits ({ $detail }).
}
error-otp_not_asked = No OTP was asked for. Type the mobile number first.
error-otp_too_soon = { $detail ->
    [none] Wait a moment before asking for another OTP.
   *[other] Wait { $detail } s before asking for another OTP.
}
error-no_customer = Link a customer first ({ KEY("customer") }).
error-no_amount = Type an amount first ({ KEY("sale") }).
error-not_armed = The screen has changed since. Nothing was sent; read it and press again.
error-already_taken = This press was taken already. Nothing was sent twice.
error-busy = A request for this is still on its way.
error-no_such_sale = There is no such sale on this till.
error-not_allowed_now = This is not possible now.
error-refund_not_paid = Only a sale that is proved paid can be refunded.
error-refund_under_way = A refund of this sale is not at its end yet. Do not refund again before it is.
error-refund_over_the_rest = { $detail ->
    [none] This is more than the amount that can still be refunded.
   *[other] This is more than the { $detail } that can still be refunded.
}
error-refund_no_reason = Give a reason; it is kept in the books.
error-refund_long_reason = The reason is too long; 80 characters are the most.
error-refund_number_in_reason = Leave phone numbers out of the reason.
error-looked_just_now = { $detail ->
    [none] Looked a moment ago.
   *[other] Looked a moment ago; again in { $detail } s.
}
error-keyring_locked = The keyring is locked. Unlock it, then try again.
error-keyring_missing = This computer has no keyring. See Settings.
error-keyring_broken = The keyring does not answer as it should. See Settings.
error-books_closed = The books cannot be written, so no new hold is taken.
error-books_checking = The books are being checked. Try again in a moment.
error-recovering = Earlier sales are being looked up first. Try again in a moment.
error-provider_not_ready = PhonePe is not set up on this till. See Settings.
error-till_locked = The till is locked. Sign in first; nothing was done.
error-not_allowed_for_you = You may not do this here, and nothing was done. A manager can sign in and do it ({ KEY("lock") }).
error-manager_needed = This needs a manager’s PIN. Nothing was sent yet.
error-name_empty = Type the name of the person.
error-name_too_long = { $detail ->
    [none] This name is too long. Make it shorter.
   *[other] This name is too long: { $detail } letters at most.
}
error-name_odd_character = A name has letters, digits, spaces and . ’ - only.
error-name_taken = There is somebody of this name already. Add an initial to tell them apart.
error-no_such_person = There is nobody of this name any more.
error-last_manager = This is the only manager. Make somebody else a manager first.
error-first_is_manager = The first person must be a manager.
error-not_yourself = You cannot remove or demote yourself. Another manager can.
error-pin_empty = Type the PIN.
error-pin_not_digits = A PIN has digits only.
error-pin_wrong_length = A PIN has six digits.
error-pin_too_easy = Anybody would try this PIN first. Take six digits that are no run and not all the same.
error-pin_wrong = This is not the PIN of that name. Nothing was done; type it again.
error-pin_wait = { $detail ->
    [none] Too many wrong PINs. Wait a while; a manager can set a new PIN in Settings.
   *[other] Too many wrong PINs. Wait { $detail } s; a manager can set a new PIN in Settings.
}
error-pin_key_gone = The PINs were made with another keyring than this one, so none can be checked. Call whoever set this till up.
error-rule_locks_out = Managers must be able to change staff and settings, or nobody could any more.
error-rule_no_amount = There is no amount in this action that could have a limit.
error-rule_weaker = Over the limit it cannot be easier than below it.
error-idle_out_of_range = Type whole minutes from 1 to 600.
error-shift_is_open = A shift is open already.
error-no_shift = No shift is open.
error-reason_empty = Say what for, in a few words.
error-reason_too_long = This is too long: 200 letters at most.
error-cash_over_drawer = This is more than the drawer can hold. Nothing was written.
error-not_counted = Count the drawer first; cash has moved since the last count, or there was none.
error-holds_not_handed_over = { $detail ->
    [none] Open holds without a new owner: some. Hand each over by name, or tick that they are carried over.
   *[other] Open holds without a new owner: { $detail }. Hand each over by name, or tick that they are carried over.
}
error-language_unknown = There is no such language. Nothing was changed.
error-file_not_written = { $detail ->
    [none] The file could not be written. There is no half of it; nothing else has changed.
   *[other] The file could not be written: { $detail }. There is no half of it; nothing else has changed.
}
error-queue_nothing = Select holds first.
error-queue_too_many = { $detail ->
    [none] Too many holds at once. Select fewer.
   *[other] Too many at once: { $detail } holds are the most.
}
error-queue_results_open = Too many results are open. Close those that you have read.
error-queue_too_late = { $detail ->
    [none] Its deadline is less than a few minutes away: too near to choose. Capture or release it now.
   *[other] Its deadline is less than { $detail } minutes away: too near to choose. Capture or release it now.
}
error-period_wrong = Choose two days, the first not after the last, and not in the future.
error-period_empty = No sale was opened in this period.
error-period_too_long = { $detail ->
    [none] Too many sales for one run. Choose a shorter period.
   *[other] Too many sales for one run: { $detail } are the most. Choose a shorter period.
}
error-filter_from = The first day is not a day of the calendar. Choose one, or leave it empty.
error-filter_to = The last day is not a day of the calendar. Choose one, or leave it empty.
error-filter_days = The last day is before the first. Choose a later one, or leave one of them empty.
error-filter_least = The lower amount is not one that can be held. Type rupees, such as 600 or 1,250.50, or leave it empty.
error-filter_most = The upper amount is not one that can be held. Type rupees, such as 600 or 1,250.50, or leave it empty.
error-filter_amounts = The upper amount is below the lower one. Type a larger one, or leave one of them empty.
error-view_name_empty = Give the view a name.
error-view_name_long = { $detail ->
    [none] The name of a view has 40 letters at most.
   *[other] The name of a view has { $detail } letters at most.
}
error-view_name_odd = There is a sign in the name that cannot be seen. Type the name again.
error-views_full = { $detail ->
    [none] No more than 20 views are kept. Delete one first.
   *[other] No more than { $detail } views are kept. Delete one first.
}
error-views_unreadable = { $detail ->
    [none] The saved views could not be read. Have views.json in the till’s folder looked at; the board and the books are not touched.
   *[other] The saved views could not be read: { $detail }. Have views.json in the till’s folder looked at; the board and the books are not touched.
}
error-reconcile_under_way = A run is under way already. Stop it first, or wait for its end.
error-note_empty = Say how it was settled; the note is kept with your name.
error-note_too_long = The note is too long: 200 letters at most.
error-difference_closed = This difference was closed already.
error-file_too_large = { $detail ->
    [none] The file is larger than the till takes. Nothing was read; use holdfast-admin reconcile for it.
   *[other] The file is larger than { $detail }. Nothing was read; use holdfast-admin reconcile for it.
}
error-file_too_many_rows = { $detail ->
    [none] The file has too many lines. Nothing was kept; use holdfast-admin reconcile for it.
   *[other] The file has more than { $detail } lines. Nothing was kept; use holdfast-admin reconcile for it.
}
error-file_empty = The file has no line but the header. Nothing was kept.
error-file_not_utf8 = { $detail ->
    [none] Line 1 of the file is not UTF-8. Save it as “CSV UTF-8” and choose it again. Nothing was kept.
   *[other] Line { $detail } of the file is not UTF-8. Save it as “CSV UTF-8” and choose it again. Nothing was kept.
}
error-file_not_csv = { $detail ->
    [none] This is not a CSV file of one form. Nothing was kept.
   *[other] This is not a CSV file of one form: { $detail }. Nothing was kept.
}
error-file_column_missing = A column is missing: { $detail }. Nothing was kept; choose the columns again.
error-file_amount = A cell is no amount: { $detail }. Nothing was kept; choose the column or the unit again.
error-file_of_another_period = { $detail ->
    [none] The file and the books differ in more than many places: it is hardly of this period and merchant. Nothing was kept.
   *[other] The file and the books differ in more than { $detail } places: it is hardly of this period and merchant. Nothing was kept.
}
error-stopped = { $detail ->
    [none] The till’s engine has stopped. Close the program and start it again.
   *[other] The till’s engine has stopped. Close the program and start it again. ({ $detail })
}
error-setup_unusable = This cannot be used: { $detail }. Nothing was sent, and nothing was changed.
error-setup_not_kept = It could not be kept: { $detail }. Everything is as it was.
error-printer_not_set_up = No printer is set up. Save the paper as a PDF, or let a manager set up a printer in the settings.
error-paper_under_way = This paper is being printed already. Look at the printer.
error-nothing_to_print = There is nothing to print yet: nothing was asked of PhonePe for this bill.
error-printer_address = This is no address of a printer. Type a name or number such as 192.168.1.50:9100, or a path such as /dev/usb/lp0.
error-shop_name_long = { $detail ->
    [none] The name over a slip has 60 letters at most.
   *[other] The name over a slip has { $detail } letters at most.
}
error-discount = A discount is rupees, such as 50, or a percentage up to 100, such as 10%.
error-discount_too_large = The discount is larger than what it is taken from.
error-note_long = The note is too long; 200 characters are the most.
error-bill_locked = This bill belongs to a sale that is under way, so nothing was added. { KEY("sale") } starts a new one.
error-scan_unknown = The catalogue has no { $detail }. Nothing was added.
error-no_such_item = This item is no longer in the catalogue.
error-catalogue_reading = The catalogue is still being read. Scan again in a moment.
error-catalogue_unreadable = The catalogue cannot be read. A manager can import it again in Settings.
error-catalogue_columns = The column { $detail } is missing, unknown or there twice. A catalogue has code, name and price, and may have barcode, unit, gst, hsn, hold and expiry_minutes, with commas between. Nothing was changed.
error-item_wrong = This item is not right. Nothing was changed.
error-catalogue_wrong_lines = Lines are wrong: { $detail }. Nothing was changed.
error-catalogue_moved = The catalogue was changed since this file was looked at. Choose the file again.
error-nothing_to_park = There is nothing on this bill to park.
error-park_full = { $detail ->
    [none] There is no room for another parked bill. Bring one back first.
   *[other] There is no room for another parked bill; { $detail } are the most. Bring one back first.
}
error-park_name_long = { $detail ->
    [none] This name is too long. Use fewer letters.
   *[other] This name is too long; { $detail } letters are the most.
}
error-no_such_bill = This bill is no longer parked.
error-bills_not_kept = { $detail ->
    [none] The disk did not take it. Nothing has changed.
   *[other] The disk did not take it: { $detail }. Nothing has changed.
}
error-key_unknown = This key cannot be given to anything. Choose F1 to F12, or Ctrl or Alt with a letter or a digit.
error-key_types = A letter, digit or sign alone belongs to typing. Hold Ctrl or Alt with it, or choose a function key.
error-key_fixed = This key means the same everywhere, so it stays as it is. Choose another one.
error-key_reserved = { $detail ->
    [none] The computer, editing or scanners need this key themselves. Choose another one.
   *[other] The computer, editing or scanners need { $detail } themselves. Choose another one.
}
error-key_taken = { $detail ->
    [none] This key is already given to something else. Give that another key first.
   *[other] This key is already given to: { $detail }. Give that another key first.
}
error-volume_out_of_range = The volume is between 0 and 100 %.
error-no_such_monitor = That is no monitor’s name. Nothing was changed.
error-display_off = The customer’s display is off. Turn it on in the settings first.
error-no_hook = No program and no usable address for telling customers is named in this till’s settings file, or this is training. Nothing was changed.
error-no_speech = No program that speaks is named in this till’s settings file, so amounts cannot be spoken. Nothing was changed.

## filter

filter-open = Filter
filter-title = Filter the board
filter-part-from = From day
filter-part-to = To day
filter-part-cashier = Cashier
filter-part-counter = Counter
filter-part-least = From amount
filter-part-most = To amount
filter-chip-from = From { $text }
filter-chip-to = Until { $text }
filter-chip-cashier = Cashier { $text }
filter-chip-counter = Counter { $text }
filter-chip-least = { $text } or more
filter-chip-most = { $text } or less
filter-active = Filters in use
filter-remove = Remove: { $said }
filter-apply = Show
filter-clear = Clear
filter-views = Saved views
filter-save-as = Save what is shown as
filter-view-name = Name of the view
filter-save = Save view
filter-delete-view = Delete the view “{ $name }”
filter-none = Nothing here with these filters.
filter-none-found = Nothing found for “{ $search }” with these filters.

## refund

refund-title = Refunds
refund-open = Refund…
refund-amount = Amount to refund
refund-amount-hint = { $rest } can be refunded
refund-reason = Reason
refund-reason-hint = Kept in the books and sent to PhonePe. No phone numbers.
refund-review = Review
refund-cancel = Cancel
refund-panel = Refund { $amount } to the customer’s wallet
refund-once = Cannot be taken back.
refund-rest = { $rest } of the payment stay.
refund-confirm = Refund
refund-back = Back
refund-agree = Click or touch to refund. Keys do not move money here.
refund-look = Look now
refund-refunded = { $amount } refunded
refund-by = { $cashier } · “{ $reason }”
refund-next = Next look in { $left } ({ $done } of { $of }).
refund-soon = Looking…
refund-person = Ask PhonePe’s support, with the ids below. Do not refund again.
refund-word-sending = Sending
refund-word-waiting = Waiting for PhonePe
refund-word-not_sure_yet = Not sure yet
refund-word-refunded = Refunded
refund-word-failed = Not refunded
refund-told-sending = The request is on its way.
refund-told-waiting = PhonePe has taken the refund on; it ends within 90 seconds as a rule. Nothing is proved yet.
refund-told-not_sure_yet = Nobody knows yet whether the money goes back. Do not refund again.
refund-told-refunded = PhonePe has proved that the money is back in the customer’s wallet.
refund-told-failed = No money went back.
refund-why-not_sent = PhonePe could not be reached, so nothing was sent. You can refund again.
refund-why-refused = PhonePe refused. No money went back.
refund-why-no_answer = PhonePe has not answered. Do not refund again.
refund-why-answer_unclear = PhonePe’s answer is not clear. Do not refund again.
refund-why-never_arrived = PhonePe has never heard of this refund, asked twice. You can refund again.
refund-why-failed = PhonePe says that this refund failed. No money went back.
refund-why-mismatch = PhonePe answered about another refund or amount. Do not refund again.
refund-why-contradicted = PhonePe contradicts what it said before. Do not refund again.

## why

why-no_amount = There is no amount yet.
    .unlock = Type the amount and press Enter ({ KEY("sale") }).
why-no_customer = No customer yet.
    .unlock = Ask for the mobile number of the wallet ({ KEY("customer") }).
why-otp_pending = Waiting for the OTP.
    .unlock = Ask the customer for the OTP in the SMS from PhonePe.
why-relink_needed = PhonePe asks for this wallet to be linked again.
    .unlock = Press “Send a new OTP”. The cart stays as it is.
why-checking = Amount changed, checking again.
    .unlock = The button comes back when PhonePe has answered.
why-balance_too_low_top_up_possible = The balance is too low for this amount.
    .unlock = { $amount ->
        [none] The customer can add money. { KEY("money") } shows the top-up code; nothing is charged by that.
       *[other] The customer can add up to { $amount }. { KEY("money") } shows the top-up code; nothing is charged by that.
    }
why-not_possible = The wallet can neither pay this amount nor be topped up for it.
    .unlock = When the customer has done what PhonePe asks, read the balance again ({ KEY("balance") }), or take another customer ({ KEY("customer") }).
why-top_up_only_possible = Top-up without a sale.
    .unlock = { $amount ->
        [none] The customer can add money. { KEY("money") } shows the top-up code.
       *[other] The customer can add up to { $amount }. { KEY("money") } shows the top-up code.
    }
why-top_up_not_possible = This wallet cannot be topped up now.
    .unlock = When the customer has done what PhonePe asks, read the balance again ({ KEY("balance") }).
why-ready = Pay blocks the amount in the wallet; nothing is taken yet.
    .unlock = Press { KEY("money") } when the customer agrees.
why-ready_charge = Pay takes the whole amount at once; it cannot be changed later.
    .unlock = Press { KEY("money") } when the customer agrees.
why-sending = On its way to PhonePe.
    .unlock = Wait for the answer; press nothing.
why-offline = PhonePe cannot be reached.
    .unlock = Check the network. The till tries again by itself; { KEY("balance") } tries now.
why-keyring_not_ready = This computer’s keyring is not open, so the customer’s link cannot be read.
    .unlock = Unlock or install the keyring (see Settings), then read the balance again ({ KEY("balance") }).
why-books_closed = The books cannot be written, so no money is taken.
    .unlock = Call a manager; see the notice above.
why-books_checking = The books are being checked.
    .unlock = This takes a moment; the button comes back by itself.
why-recovering = Earlier sales without an answer are being looked up first.
    .unlock = The button comes back when PhonePe has answered for them.
why-no_shift = No shift is open, so no new hold is taken.
    .unlock = Open the next shift under Reports. Captures and releases go on.
why-provider_not_ready = PhonePe is not set up on this till.
    .unlock = A manager sets it up; see Settings.
why-wrong_key = PhonePe says that this till’s signature is wrong.
    .unlock = A manager checks the merchant id, salt key and salt index in Settings.
why-wrong_otp = The OTP is wrong.
    .unlock = Ask the customer to read it again; the same SMS still counts.
why-otp_expired = The OTP is too old.
    .unlock = Send a new OTP to the customer.
why-otp_token_invalid = This OTP request is no longer valid.
    .unlock = Send a new OTP to the customer.
why-otp_already_used = This OTP was used already.
    .unlock = Send a new OTP to the customer.
why-otp_limit = Too many OTPs were sent to this number.
    .unlock = PhonePe sends no more for now. The customer can pay in another way.
why-too_many_requests = PhonePe asks this shop to slow down.
    .unlock = Wait a moment, then try again.
why-user_blocked = PhonePe has blocked this customer for one day.
    .unlock = The customer can ask PhonePe, or pay in another way.
why-user_blacklisted = PhonePe does not allow this customer to pay.
    .unlock = The customer can ask PhonePe, or pay in another way.
why-user_unknown = There is no PhonePe account for this number.
    .unlock = Check the number with the customer ({ KEY("customer") }).
why-device_refused = PhonePe did not take this till’s device id.
    .unlock = A manager checks the device id in Settings.
why-request_refused = PhonePe did not take this request.
    .unlock = { $detail ->
        [none] Try once more; if it stays, call a manager.
       *[other] Try once more; if it stays, call a manager and name the code { $detail }.
    }
why-fraud = PhonePe stopped this for security reasons.
    .unlock = The customer can ask PhonePe, or pay in another way.
why-hold_not_sent = PhonePe could not be reached; the hold was not sent.
    .unlock = Nothing was sent to the wallet. Press { KEY("money") } to try again.
why-hold_refused = PhonePe did not block the amount. Nothing was taken.
    .unlock = Esc goes back to the bill, to try again; { KEY("sale") } starts a new sale.
why-hold_absent = PhonePe knows nothing of this hold. Nothing was blocked and nothing was taken.
    .unlock = Esc goes back to the bill, to try again; { KEY("sale") } starts a new sale.
why-capture_not_sent = PhonePe could not be reached; the capture was not sent.
    .unlock = The hold stands. Press { KEY("money") } to try again.
why-capture_refused = PhonePe did not take the capture.
    .unlock = The hold stands. Check the amount and press { KEY("money") } again.
why-capture_too_late = The hold was released or had expired before the capture.
    .unlock = Nothing was taken. Start a new sale for the amount.
why-capture_blocked = PhonePe stopped the capture for security reasons.
    .unlock = Call a manager; the till keeps asking PhonePe.
why-cancel_not_sent = PhonePe could not be reached; the release was not sent.
    .unlock = The hold stands. Press { KEY("release") } to try again.
why-cancel_refused = PhonePe did not take the release.
    .unlock = The hold stands. Press { KEY("release") } to try again, or call a manager.
why-payment_failed = PhonePe says that the payment failed. The money was not taken.
    .unlock = Start a new sale if the customer still wants to pay.
why-no_answer = PhonePe has not answered.
    .unlock = The till keeps asking. Do not charge again.
why-answer_unclear = PhonePe’s answer does not settle it.
    .unlock = The till keeps asking. Do not charge again.
why-link_unknown = PhonePe has not answered about the link.
    .unlock = Send a new OTP to the customer.
why-contradicted = PhonePe took back what it had said before.
    .unlock = Call a manager. Looking again ({ KEY("look") }) shows where the money stands and takes the sale off this list.
why-mismatch = PhonePe’s answer is about another amount, shop or sale.
    .unlock = Call a manager; the till keeps asking PhonePe.
why-found_captured = The amount was captured, though a release was asked for.
    .unlock = Call a manager: the customer may be owed a refund.
why-top_up_failed = PhonePe gave no top-up code.
    .unlock = Press { KEY("money") } to ask again; the customer can also top up in the PhonePe app.
why-manager_will_be_asked = This is over your limit.
    .unlock = Press { KEY("money") }: a manager’s PIN is asked for here, and then it goes on.
why-not_allowed_for_you = You may not do this at this till.
    .unlock = A manager can sign in and do it ({ KEY("lock") }), or change what cashiers may do in Settings.
why-unlink_failed = The wallet is still linked: PhonePe did not take the unlinking.
    .unlock = Try again in a moment.

## preferences

preferences-title = This till
preferences-language = Language
preferences-text-size = Size of everything
preferences-text-size-what = At a larger size what no longer fits beside goes below. Nothing is left out, and every key works as before.
preferences-trouble = Kept until the program closes, and no longer: { $reason }

## guide

guide-open = First steps
guide-title = Your first sale, for practice
guide-step = Step { $at } of { $of }
guide-leave = Leave
guide-steps-amount = The orange bar means practice: no real money moves. Type what the customer owes, 600, and press Enter.
guide-steps-mobile = Now the customer’s number. Type 98765 43210 and press Enter: it is a practice customer.
guide-steps-otp = PhonePe sends the customer a code. Press “Customer’s phone” in the orange bar, read it there, type it here, and press Enter.
guide-steps-hold = The wallet is linked and has enough. Press { KEY("money") }: the amount is blocked, not taken.
guide-steps-capture = The amount is held. When the service is given, type the final amount, press Enter, and { KEY("money") } to take it.
guide-steps-wait = The till asks PhonePe. There is nothing to do.
guide-steps-done = Captured: the till shows “Paid” once PhonePe has proved it. That was a whole sale. Next: the lessons.

## health

health-title = Health
health-verdict-ok = OK
health-verdict-watch = Watch
health-verdict-act = Act
health-worst-ok = Everything is well.
health-worst-watch = Something should be watched.
health-worst-act = Something has to be done.
health-part-provider = PhonePe
health-part-clock = Clock
health-part-queue = Open questions
health-part-books = Books
health-part-ledger = Ledger
health-part-backup = Backup
health-part-disk = Disk
health-part-keyring = Keyring
health-part-printer = Printer
health-part-display = Customer’s display
health-part-hook = Telling customers
health-part-log = Log
health-part-update = Newer version
health-part-program = Program
health-found-provider_unasked = Nothing was asked since the start.
    .next = { "" }
health-found-provider_answers = { $of ->
    [one] Answers in { $last_ms } ms.
   *[other] Answers in { $last_ms } ms; usually { $median_ms } ms.
}
    .next = { "" }
health-found-provider_slow = Answers slowly: { $last_ms } ms, usually { $median_ms } ms.
    .next = Look at the network. The till waits for answers; never ask a customer twice.
health-found-provider_no_answer = The last question got no answer.
    .next = The till looks again by itself. If it stays, look at the network.
health-found-provider_unreachable = Cannot be reached.
    .next = Look at the network: cable, Wi-Fi, router.
health-found-provider_wrong_key = Refuses the signature: the salt key or its index is wrong.
    .next = Set the till up again with the key that PhonePe gave you.
health-found-clock_alone = There was no other clock to hold it against.
    .next = { "" }
health-found-clock_agrees = As PhonePe’s, within { $length }.
    .next = { "" }
health-found-clock_off = { $side ->
    [ahead] { $length } ahead of PhonePe’s.
   *[behind] { $length } behind PhonePe’s.
}
    .next = Set this computer’s clock, and let it follow the network.
health-found-clock_long_past = It shows a day that is long past.
    .next = Set this computer’s clock, and let it follow the network.
health-found-queue_empty = None.
    .next = { "" }
health-found-queue_works = Waiting for PhonePe: { $unanswered }. Waiting in runs: { $rows }.
    .next = { $unanswered ->
        [0] { "" }
       *[other] The till asks by itself. Do not charge these customers again.
    }
health-found-queue_needs_person = { $sales ->
    [one] 1 sale needs a person.
   *[other] { $sales } sales need a person.
}
    .next = Open the holds, tab “Needs a person”.
health-found-books_checking = They are being checked.
    .next = { "" }
health-found-books_hold = Checked, and in order.
    .next = { "" }
health-found-books_closed = Closed: the till takes no money.
    .next = Read what the till says about it, and call for help.
health-found-ledger_size = { $records } records, { $size_text }.
    .next = { "" }
health-found-backup_none = None was taken yet.
    .next = The till takes one a minute after its start, once a day.
health-found-backup_taken = Taken { $length } ago.
    .next = { "" }
health-found-backup_old = The last one is { $length } old.
    .next = Leave the till open for some minutes each day, and look at the disk.
health-found-backup_failed = Could not be taken: { $why }
    .next = Make room on the disk; the till tries again each hour.
health-found-disk_unread = This system does not say how much is free.
    .next = { "" }
health-found-disk_free = { $free_text } free.
    .next = { "" }
health-found-disk_low = Only { $free_text } free; { $wanted_text } should be.
    .next = Make room before it is full: then the till could take no money.
health-found-keyring_unasked = Not asked yet.
    .next = { "" }
health-found-keyring_ready = Ready.
    .next = { "" }
health-found-keyring_in_memory = Training goes on without one: links are forgotten when the till is closed.
    .next = { "" }
health-found-keyring_locked = Locked.
    .next = Ask whoever looks after this till to unlock or set up the keyring.
health-found-keyring_missing = There is none.
    .next = Ask whoever looks after this till to unlock or set up the keyring.
health-found-keyring_broken = It cannot be trusted.
    .next = Ask whoever looks after this till to unlock or set up the keyring.
health-found-printer_none = Not set up.
    .next = { "" }
health-found-printer_ready = Ready.
    .next = { "" }
health-found-printer_low = The roll is near its end.
    .next = Have a new one at hand.
health-found-printer_trouble = It cannot print.
    .next = What is wrong stands under “Printer and paper”. Sales go on.
health-found-display_off = Not turned on.
    .next = { "" }
health-found-display_shows = It is shown.
    .next = { "" }
health-found-display_no_monitor = There is no monitor for it.
    .next = Sales go on without it. Look at its cable; it comes back by itself.
health-found-display_closed = Somebody has closed it.
    .next = Sales go on without it. It can be opened again in the settings.
health-found-display_failed = It does not stay open.
    .next = Sales go on without it. Open it again in the settings; if that does not help, start the till anew.
health-found-hook_off = Nobody is told anything.
    .next = { "" }
health-found-hook_well = Told through { $through }; every message was taken.
    .next = { "" }
health-found-hook_trouble = { $through } takes no messages; { $waiting } wait.
    .next = What is wrong stands under “Telling the customer”. No sale waits for it.
health-found-log_kept = Kept.
    .next = { "" }
health-found-log_lost = { $lines } lines could not be written.
    .next = Look at the disk. No sale depends on it.
health-found-update_off = Nobody asks.
    .next = { "" }
health-found-update_unasked = Not asked yet.
    .next = { "" }
health-found-update_newest = This is the newest version that this computer’s package lists know.
    .next = { "" }
health-found-update_waiting = Version { $version } is waiting.
    .next = Install it between shifts: “sudo apt install holdfast”. Then close the till and open it again.
health-found-update_installed = Version { $version } is installed; this till still runs the older one.
    .next = Close the till between shifts and open it again.
health-found-update_no_package = This till was not installed as a package, so the package lists say nothing about it.
    .next = Turn the question off, or install Holdfast as a package.
health-found-update_no_apt = This computer has no apt to ask.
    .next = Turn the question off.
health-found-update_hung = apt did not answer in time.
    .next = It is asked again tomorrow. No sale waits for it.
health-found-update_unclear = apt failed, or its answer was not understood.
    .next = It is asked again tomorrow. No sale waits for it.
health-found-program = Version { $version }, running for { $length }.
    .next = { "" }
health-again = Look again
health-open = Look at it
health-looking = Looking…

## lessons

lessons-open = Lessons
lessons-title = Lessons
lessons-what = Bad days to practise. Nothing here is real money.
lessons-score-of = Score of { $cashier }
lessons-score = right { $right } · wrong { $wrong }
lessons-not-yet = not done yet
lessons-begin = Begin
lessons-close = Close
lessons-lesson-wrong_otp-title = Wrong OTP
lessons-lesson-wrong_otp-happens = A customer, { $mobile }, owes ₹{ $amount } and reads out a wrong code first: 00000.
lessons-lesson-wrong_otp-todo = Type 00000, read what the till says, then the right code from the customer’s phone.
lessons-lesson-low_balance-title = Low balance
lessons-lesson-low_balance-happens = A customer, { $mobile }, owes ₹{ $amount } and has ₹99.00 in the wallet.
lessons-lesson-low_balance-todo = Let the wallet be topped up on the customer’s phone, then block the amount.
lessons-lesson-kyc_block-title = KYC not done
lessons-lesson-kyc_block-happens = A customer, { $mobile }, owes ₹{ $amount }; PhonePe will not let this wallet pay.
lessons-lesson-kyc_block-todo = Read the customer what PhonePe says, and begin the next sale ({ KEY("sale") }): this one pays in another way.
lessons-lesson-lost_reply-title = Lost answer
lessons-lesson-lost_reply-happens = A customer, { $mobile }, owes ₹{ $amount }. PhonePe’s answer to the hold gets lost.
lessons-lesson-lost_reply-todo = Do not charge again. Wait until the till has found out: about half a minute.
lessons-lesson-expiry-title = Hold ran out
lessons-lesson-expiry-happens = A customer, { $mobile }, has ₹{ $amount } blocked and comes back after more than an hour.
lessons-lesson-expiry-todo = Block the amount, then capture it. When PhonePe says that the hold is over, block it again before you serve.
lessons-lesson-crash-title = The till crashes
lessons-lesson-crash-happens = A customer, { $mobile }, has ₹{ $amount } blocked, and the till goes off.
lessons-lesson-crash-todo = Block the amount, close this window, and open the till again. Then end the hold that is still there.
lessons-mistake-asked_twice = A second hold was asked for. The customer may be blocked twice.
lessons-mistake-sent_away = The customer was sent away. This wallet could have been topped up.
lessons-mistake-asked_in_vain = Asking again does not lift a block. Tell the customer, and serve the next one.
lessons-mistake-nothing_held = The customer was served with nothing blocked.
lessons-exercise = Exercise { $seed }
lessons-going = Under way
lessons-right = Right. Well done.
lessons-right-long = { $detours ->
    [one] Right, with 1 needless step.
   *[other] Right, with { $detours } needless steps.
}
lessons-wrong = Not right.
lessons-same = The same again
lessons-another = Another customer
lessons-leave = Leave the lesson

## setup

setup-title = Set up with PhonePe
setup-what = PhonePe gave your store a merchant id, a salt key and its index. They are checked with PhonePe before anything is changed.
setup-open = Set up with PhonePe
setup-profile = For
setup-profiles-uat = PhonePe’s test system (UAT)
setup-profiles-production = Real money (production)
setup-base-url = Address
setup-merchant = Merchant id
setup-salt-index = Salt index
setup-salt-key = Salt key
setup-salt-key-what = Goes to this computer’s keyring, and is never shown again.
setup-check = Check with PhonePe
setup-checking = Asking PhonePe…
setup-found-taken = PhonePe takes this merchant id, salt key and index. It answered in { $took_ms } ms.
setup-found-wrong_key = PhonePe refuses the signature ({ $code }): the salt key or its index is wrong.
setup-found-refused = PhonePe refuses this account ({ $code }). Compare the merchant id with what PhonePe gave you.
setup-found-unreachable = PhonePe cannot be reached: { $why }. Look at the network and the address.
setup-found-no_answer = PhonePe did not answer in time. Try again.
setup-found-strange = { $code ->
    [none] What answered does not speak as PhonePe does. Look at the address.
   *[other] What answered does not speak as PhonePe does ({ $code }). Look at the address.
}
setup-clock = Clock: { $told }
setup-keep = Use this account
setup-keep-unchecked = Keep unchecked
setup-unchecked = It was not proved that this account works. With the wrong one the till takes no money.
setup-keeping = Keeping it…
setup-kept = Kept. It is used from the next start on.
setup-restart = Open the till again
setup-close = Leave it as it is

## support

support-title = Support bundle
support-what = One file for whoever helps you: logs, settings, health and the shape of the ledger. No secret, no customer and no amount is in it. Nothing is sent anywhere.
support-show = Show what would be in it
support-making = Putting it together…
support-read = Read every file before you save it.
support-file = { $name }, { $size }
support-text = Text of { $name }
support-save = Save this bundle
support-saving = Saving…
support-saved = Saved in { $path }
support-close = Do not save

## length

length-seconds = { $count } s
length-minutes = { $count } min
length-hours = { $count } h
length-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}

## Paper: slips, receipts and reports.


## Every message stands in every language's file with the same variables; a test says which one does not.


## Amounts and times come formatted. PhonePe's own words are never translated.

paper-language = English
paper-training = TRAINING
paper-training-note = Practice only. No real money.
paper-duplicate = DUPLICATE
paper-title-hold = Hold slip
paper-title-receipt = Receipt
paper-title-release = Release slip
paper-title-refund = Refund receipt
paper-title-not-sure = Payment being checked
paper-title-not-charged = Nothing charged
paper-title-x = X report
paper-title-z = Z report
paper-title-test = Test page
paper-word-held = BLOCKED, NOT TAKEN
paper-word-accepted = ACCEPTED, NOT PROVED YET
paper-word-paid = PAID
paper-word-released = RELEASED
paper-word-expired = RETURNED
paper-word-not-sure = NOT SURE YET
paper-word-not-charged = NOT CHARGED
paper-word-refunded = REFUNDED
paper-word-refund-accepted = REFUND ACCEPTED, NOT PROVED YET
paper-word-refund-not-sure = REFUND NOT SURE YET
paper-word-refund-failed = NOT REFUNDED
paper-note-held = This is not a payment.
paper-note-held-returns = You pay only the final amount, and the rest returns to your PhonePe wallet at once. If nothing is charged, all of it returns by { $time }.
paper-note-accepted = PhonePe has accepted this charge and has not confirmed the payment yet. Ask for the final receipt later.
paper-note-released = Nothing was charged. The whole amount is free in your PhonePe wallet again.
paper-note-expired = The time of the block is over. Nothing was charged, and the whole amount has returned to your PhonePe wallet.
paper-note-not-charged = The payment did not succeed. Nothing was charged.
paper-note-not-held = Nothing was blocked and nothing was charged.
paper-note-hold-not-sure = { $amount } may be blocked in your PhonePe wallet: PhonePe has not answered yet. If it is not used, it returns by { $time }.
paper-note-capture-not-sure = { $held } is blocked in your PhonePe wallet. PhonePe has not answered yet whether { $amount } of it is charged. What is not charged returns by { $time }.
paper-note-release-not-sure = { $amount } is being released in your PhonePe wallet: PhonePe has not answered yet. It returns by { $time } at the latest.
paper-note-needs-person = We are settling this payment with PhonePe. Please do not pay again, and keep this slip.
paper-note-do-not-pay-again = Please do not pay again, and keep this slip.
paper-note-refunded = PhonePe has confirmed that the amount went back to your PhonePe wallet.
paper-note-refund-accepted = PhonePe has accepted this refund and has not confirmed it yet.
paper-note-refund-not-sure = PhonePe has not answered yet whether the refund is on its way. Please keep this slip.
paper-note-refund-failed = Nothing went back. Please ask at the counter.
paper-quick-line = Amount
paper-line = { $quantity } × { $price }
paper-total = Total
paper-discount = Discount
paper-gst = GST { $rate } % is in it: { $tax }
paper-held = Blocked
paper-asked = Asked for
paper-charged = Charged
paper-released = Released
paper-refunded = Refunded
paper-refund-ref = Refund reference
paper-reason = Reason
paper-held-until = Blocked until
paper-paid-at = Paid
paper-customer = Customer
paper-our-ref = Our reference
paper-phonepe-ref = PhonePe reference
paper-counter = Counter
paper-cashier = Cashier
paper-begun = Begun
paper-phonepe-says = PhonePe says
paper-look-up = Show this code at the counter
paper-printed = Printed { $time }
paper-shift = Shift
paper-opened = Opened
paper-closed = Closed
paper-drawn = Drawn
paper-by = { $time }, { $name }
paper-cashiers = Cashiers
paper-part-sales = Sales
paper-part-payments = Payments
paper-part-cash = Cash
paper-count = { $name } ({ $count })
paper-carried-in = Carried in
paper-placed = Holds placed
paper-captured-in-full = Captured in full
paper-captured-in-part = Captured in part
paper-rest-released = Rest of these released
paper-released-holds = Released
paper-expired-holds = Expired, not charged
paper-not-paid = Not paid
paper-not-held = Nothing held
paper-refunds = Refunded
paper-carried-over = Carried over
paper-captured = Captured by us
paper-proved = Proved by PhonePe
paper-unproved = Not proved yet
paper-float = Float
paper-paid-in = Paid in
paper-paid-out = Paid out
paper-expected = Expected
paper-counted = Counted
paper-difference = Difference
paper-open-holds = Open holds
paper-not-sure-sales = Not sure yet
paper-unproved-sales = Not proved yet, by name
paper-corrected-sales = Corrected by PhonePe
paper-until = until { $time }
paper-books-end = Books end at
paper-test-note = This page proves that the printer, its width and every language work. It is no receipt.
paper-test-width = Dots across
paper-test-edges = The lines above and below must reach both edges.

## printing

printing-title = Paper
printing-open = Slip
printing-print = Print
printing-printing = Printing …
printing-save = Save as PDF
printing-saving = Saving …
printing-saved-at = Saved as { $path }
printing-close = Close
printing-loading = Drawing …
printing-picture = The paper as it is printed
printing-duplicate = Printed before: the next one is marked as a duplicate.
printing-nothing = There is nothing on the screen to print. Open a sale, or choose a row of the board.
printing-no-printer-yet = No printer is set up. You can save the paper as a PDF.
printing-state-not_set_up = No printer
    .next = No printer is set up. A manager can do that in the settings.
printing-state-unasked = Printer …
    .next = The printer has not been heard of yet.
printing-state-ready = Printer
    .next = The printer is ready.
printing-state-paper_low = Paper low
    .next = The printer’s roll is near its end. Have a new one at hand.
printing-state-busy = Printing
    .next = A paper is being printed.
printing-state-slow = Printing, slow
    .next = The printer takes long. You can go on; the till does not wait for it.
printing-state-trouble = Printer
    .next = The printer cannot print.
printing-trouble-not_set_up = No printer is set up.
    .next = A manager can set one up in the settings.
printing-trouble-bad_address = The printer’s address cannot be read.
    .next = In the settings it is a name or number such as 192.168.1.50:9100, or a path such as /dev/usb/lp0.
printing-trouble-not_reached = The printer cannot be reached.
    .next = Is it switched on and its cable or network plugged in?
printing-trouble-offline = The printer is offline.
    .next = Press its feed or online button, and look at its lamps.
printing-trouble-cover_open = The printer’s cover is open.
    .next = Close it until it clicks.
printing-trouble-out_of_paper = The printer has no paper.
    .next = Put in a new roll and close the cover.
printing-trouble-fault = The printer reports a fault.
    .next = Open the cover, free the paper and the knife, and switch it off and on.
printing-trouble-stuck = The printer does not come to an end.
    .next = Look whether the paper is jammed, then switch it off and on.
printing-trouble-cut_off = The line to the printer was lost.
    .next = Look at its cable or network.
printing-trouble-too_many = Too many papers are waiting.
    .next = Look at the printer before you print more.
printing-trouble-not_drawn = The paper could not be drawn.
    .next = Nothing was printed. Tell your manager.
printing-outcome-printed = Printed.
printing-outcome-believed = Sent. This printer does not say whether it has printed.
printing-outcome-not_printed = Not printed.
printing-outcome-perhaps = Perhaps printed. Look at the printer; if you print again, the paper is marked as a duplicate.
printing-settings-title = Printer and paper
printing-settings-printer = Printer
printing-settings-printer-note = Network: 192.168.1.50:9100. USB: /dev/usb/lp0. Serial: /dev/ttyUSB0. Empty: no printer.
printing-settings-width = Roll
printing-settings-widths-mm80 = 80 mm
printing-settings-widths-mm58 = 58 mm
printing-settings-language = Language of the paper
printing-settings-as-window = As the window
printing-settings-shop = Name over every slip
printing-settings-hold-slip = Print the hold slip as soon as a hold stands
printing-settings-receipt = Print the receipt as soon as PhonePe has proved the payment
printing-settings-drawer = Open the drawer with a receipt (never in training)
printing-settings-save = Save
printing-settings-saved = Saved.
printing-settings-test = Print a test page
printing-settings-none = Nothing was printed since the till was started.

## bill

bill-field = Amount in rupees, an item, or a scan
bill-hint = Amount, item or scan
bill-found = { $count ->
    [one] 1 item found
   *[other] { $count } items found
}
bill-open = amount known later
bill-holds = { $amount } is held for it at least
bill-listed = catalogue price { $amount }
bill-per-unit = { $quantity } { $unit } × { $price }
bill-discount = Discount
bill-discount-hint = 50 or 10%
bill-discount-of = Discount { $what }
bill-note = Note for the paper
bill-terms = Discount, note
bill-terms-save = Save
bill-subtotal = Sum of the lines
bill-gst = GST { $rate } in { $of }: { $tax }
bill-total = Total
bill-to-hold = To hold for it
bill-to-hold-why = more than the total, because amounts are known later
bill-scanned = { $code } is in the cart.
bill-add-unknown = Add to the catalogue
bill-scan-locked = The till is locked. The scan was not taken.
bill-put-aside = Parked bills could not be read. Their file was kept as { $file }.

## delivered

delivered-begin = Enter what was delivered
delivered-title = What was delivered
delivered-total = Delivered
delivered-undo = Back to the held bill
delivered-over = This is { $amount } more than is held. Take something out, or capture what is held at most.
delivered-since = Changed since the hold
delivered-same = Delivered as it was held.
delivered-held = Held
delivered-typed = The amount was typed. The final cart comes to { $total }.
delivered-bill = The bill
delivered-change-added = { $name } added: { $after }
delivered-change-removed = { $name } taken out: { $before }
delivered-change-quantity = { $name }: quantity { $before } → { $after }
delivered-change-price = { $name }: price { $before } → { $after }
delivered-change-line_discount = { $name }: discount { $before } → { $after }
delivered-change-discount = Discount of the bill { $before } → { $after }
delivered-nothing = none

## park

park-park = Park
park-name = Name or number (may be empty)
park-go = Park the bill
park-back = Back
park-parked = Parked { $count }
park-title = Parked bills
park-none = No bill is parked.
park-unnamed = Bill { $number }
park-named = { $number } · { $name }
park-lines = { $count ->
    [one] 1 line
   *[other] { $count } lines
}
park-by = { $cashier }, { $ago }
park-recall = Bring back
park-throw-away = Throw away
park-throw-ask = Throw this bill away? Nothing was held for it.
park-throw-yes = Throw it away
park-throw-no = Keep it
park-instead = A bill that stands on the screen is parked in its place.
park-close = Close

## catalogue

catalogue-title = Catalogue
catalogue-count = { $count ->
    [one] 1 item
   *[other] { $count } items
}
catalogue-none = There are no items yet. Add one, or import a CSV file.
catalogue-lead = Items and services with their prices. Each change is written into the books.
catalogue-search = Find an item
catalogue-more = There are more. Type a part of the name.
catalogue-add = Add an item
catalogue-change = Change { $name }
catalogue-edit = Change
catalogue-remove = Remove
catalogue-remove-ask = Remove this item? Bills that have it keep it.
catalogue-remove-yes = Remove it
catalogue-remove-no = Keep it
catalogue-save = Save
catalogue-back = Back
catalogue-new-item = New item
catalogue-later = known later
catalogue-import-file = Import CSV…
catalogue-export-file = Export CSV
catalogue-exported = The catalogue is in { $path }
catalogue-reading = Reading…
catalogue-unreadable = The catalogue’s file cannot be read; it was left as it is. Import a file to replace it.
catalogue-preview-of = { $name } would make:
catalogue-rows = Lines
catalogue-added = New
catalogue-changed = Changed
catalogue-removed = Removed
catalogue-same = As before
catalogue-wrong = Wrong
catalogue-column-code = Code
catalogue-column-name = Name
catalogue-column-barcode = Barcode
catalogue-column-price = Price in rupees, GST included
catalogue-column-unit = Unit
catalogue-column-gst = GST %
catalogue-column-hsn = HSN
catalogue-column-hold = Hold at least, rupees
catalogue-column-expiry_minutes = Hold for minutes
catalogue-wrong-line = { $found ->
    [none] Line { $line }, { $column }: { $why }
   *[other] Line { $line }, { $column } “{ $found }”: { $why }
}
catalogue-as-line = the same as in line { $line }.
catalogue-wrong-field = { $column }: { $why }
catalogue-why-missing = it is empty.
catalogue-why-too_long = it is too long.
catalogue-why-not_an_amount = this is no amount. Write rupees, such as 18 or 1,250.50.
catalogue-why-too_large = this amount is larger than the till takes.
catalogue-why-not_a_rate = this is no percentage up to 100.
catalogue-why-not_minutes = write whole minutes from 1 to 10080.
catalogue-why-shortened = a spreadsheet has shortened this barcode. Format the column as text and save again.
catalogue-why-no_price_no_hold = give a price, or an amount to hold if the price is known later.
catalogue-why-taken = another item has the same one.
catalogue-price = { $name }: { $before } → { $after }
catalogue-more-wrong = { $count } more wrong lines
catalogue-take = Replace the catalogue
catalogue-take-right = { $count ->
    [one] Take the one right line
   *[other] Take the { $count } right lines
}
catalogue-cancel = Leave it as it is
catalogue-taken = The catalogue has been replaced.
catalogue-saved = Saved.

## hook

hook-title = Telling the customer
hook-what = A program of your store, or an address on the network, can be told what happens to a sale, for SMS or WhatsApp: held, paid, released, run out, refunded. It gets amounts, our reference and the last four digits of the number, nothing more. What is told leaves this machine.
hook-none = No such program or address is named in this till’s settings file (hook), or this is training. Nobody is told anything.
hook-tell = Tell customers
hook-with = Told through { $program }, as this till’s settings file names it.
hook-to = Told to { $host }, signed, as this till’s settings file names it.
hook-waiting = { $count ->
    [one] 1 message waits.
   *[other] { $count } messages wait.
}
hook-given-up = { $count ->
    [one] 1 message was given up since the start.
   *[other] { $count } messages were given up since the start.
}
hook-trouble-program = The last message was not taken: { $why }. It is tried again; no sale waits for it.
hook-trouble-address = The address in this till’s settings file cannot be used: it must begin with https:// and have no password in it. Nobody is told anything.
hook-trouble-key_missing = Messages wait: the keyring has no key to sign them with. Add one with holdfast-admin hook-key.
hook-trouble-keyring_locked = Messages wait: the keyring is locked. Unlock it; nothing is sent unsigned.
hook-trouble-keyring_broken = Messages wait: the keyring does not answer as it should. Nothing is sent unsigned.
hook-trouble-unreachable = The last message was not sent: the address cannot be reached. It is tried again; no sale waits for it.
hook-trouble-no_answer = The last message was sent, and no answer came in time. It is tried again; no sale waits for it.
hook-trouble-status = The last message was not taken: the address answered { $status }. It is tried again; no sale waits for it.
hook-trouble-redirected = The last message was not taken: the address answered { $status } and named another place. Nothing is sent there; correct the address in the settings file.
hook-well = Every message was taken.

## updates

updates-title = Newer versions
updates-what = The till can say between shifts that a newer version is waiting. It asks this computer’s own package lists, once a day, and nobody on the network. Your system fetches, checks and installs; the till never does.
updates-ask = Say when a newer version is waiting
updates-waiting = Version { $version } of this till is waiting.
    .next = Install it now, between shifts: “sudo apt install holdfast”. Then close the till and open it again.
updates-installed = Version { $version } of this till is installed.
    .next = This till still runs the older one. Close it now, between shifts, and open it again.
updates-put-away = Not again for this version

## sound

sound-title = Sounds
sound-what = Every sound also stands on the screen in words. The tone of a payment is heard only when PhonePe has confirmed it.
sound-tone-held = Held
sound-tone-not_sure = Not sure yet
sound-tone-failed = Failed
sound-tone-paid = Paid
sound-twin-held = Held: { $amount } blocked, not taken.
sound-twin-not_sure = Not sure yet about { $amount }. Do not charge again.
sound-twin-failed = Failed: { $amount }. Read what happened before you try again.
sound-twin-paid = Paid: { $amount }. PhonePe has confirmed it.
sound-trial = Only a trial: this is the sound of “{ $name }”. No sale is meant.
sound-volume = Volume
sound-silent = Silent
sound-percent = { $count } %
sound-try-it = Try it:
sound-cannot = This computer plays no sound: it has no sound card, or the window may not use it. What happens stands on the screen all the same.
sound-speech = Speak the amount of a confirmed payment
sound-speech-with = Spoken by { $program }, as this till’s settings file names it.
sound-speech-none = No program that speaks is named in this till’s settings file (speak_with), so amounts are not spoken.
sound-speech-failed = The last amount was not spoken: { $why }
sound-speech-in = Spoken in
sound-language-english = English
sound-language-hindi = Hindi

## display

display-title = Customer’s display
display-what = A second window for the customer to read: the bill, what is blocked, what is paid. It never shows who serves, other sales, or what is in the wallet.
display-show = Show it
display-place = Where
display-place-other_monitor = On the monitor that the till is not on
display-place-window = In a window that I move myself
display-monitor = { $name } ({ $size })
display-monitor-till = { $name } ({ $size }): the till is on it
display-monitor-absent = { $name }: not there now
display-language = Its language
display-language-same = As the till
display-language-now = Customer’s display
display-state-off = It is off.
display-state-shows = It is shown.
display-state-in_window = It is open as a window. Drag it to where the customer stands.
display-state-no_monitor = There is no monitor for it but the one the till is on. Plug it in and it opens by itself. Sales go on without it.
display-state-closed = It was closed. Sales go on without it.
display-state-failed = It does not stay open. Sales go on without it.
display-again = Open it again
display-lamp = No display

## shown: what the customer’s display says

shown-screen = For the customer
shown-practice = Practice: no real money
shown-bill = Your bill
shown-total = Total
shown-discount = Discount
shown-amount-line = Amount
shown-earlier = + { $count } more
shown-provider = PhonePe says
shown-qr = Code to add money
shown-welcome = Welcome
    .next = { "" }
shown-please_wait = Please wait
    .next = No payments can be taken at this moment. The cashier will help you.
shown-amount = To pay
    .next = { "" }
shown-hold = To be blocked
    .next = Only what you use is taken. The rest is released.
shown-code = Your code
    .next = PhonePe has sent a code to your phone. Please tell it to the cashier.
shown-balance = Asking your wallet
    .next = One moment, please.
shown-too_low = Not enough in your wallet
    .next = You can add money now. The cashier will show you a code for it.
shown-not_possible = Not possible from this wallet now
    .next = Nothing was taken.
shown-top_up = Add money to your wallet
    .next = Scan the code with your phone. This shop takes nothing by it.
shown-sending = Asking PhonePe
    .next = One moment, please.
shown-not_sure = Please wait
    .next = PhonePe has not answered yet and is being asked again. Please do not pay a second time.
shown-held = Blocked, not taken
    .next = { $time ->
        [none] { "" }
       *[other] Until { $time } at the latest.
    }
shown-taking = Payment under way
    .next = PhonePe is confirming it. One moment, please.
shown-paid = Paid
    .next = { $amount ->
        [none] Thank you!
       *[other] { $amount } is released. Thank you!
    }
    .refunded = { $amount } of it was given back to your wallet.
shown-releasing = Releasing
    .next = One moment, please.
shown-released = Released
    .next = Nothing is blocked any more. Nothing was taken.
shown-refused = Not blocked
    .next = It did not work. Nothing was taken.
shown-not_paid = Not paid
    .next = The payment failed. Nothing was taken.
