### The words of the window and of the paper, in Tamil.

## bar

bar-brand = Holdfast
bar-till = கல்லா
bar-holds = ஹோல்டுகள்
bar-reports = ரிப்போர்ட்
bar-reconcile = ஒத்துப்பார்
bar-settings = அமைப்புகள்
bar-latency = { $ms } ms
bar-queue = { $count ->
    [0] வரிசை 0
   *[other] { $count }-க்கு பதில் இல்லை
}
bar-counter = கவுன்ட்டர் { $counter }
bar-shift = ஷிஃப்ட் { $shift }
bar-keys = கீகள்
bar-training = பயிற்சி மட்டும். உண்மையான பணமோ ஃபோனோ இதில் இல்லை.
bar-phone = வாடிக்கையாளர் ஃபோன்
bar-opening = கணக்கு திறக்கிறது…
bar-no-engine = கல்லாவின் இன்ஜின் பதில் தரவில்லை. புரோகிராமை மூடி மீண்டும் திறக்கவும்.
bar-export-books = படிக்க முடிவதைச் சேமி
bar-lost = { $count } பதிவுகள் போய்விட்டன.
bar-exported = { $path } இல் சேமிக்கப்பட்டது
bar-restore-seen = இதைப் படித்தேன்

## cart

cart-title = கார்ட்
cart-new-sale = புதிய விற்பனை
cart-amount = தொகை (ரூபாய்)
cart-amount-hint = தொகை, பிறகு Enter
cart-empty = ஹோல்டு செய்ய வேண்டிய தொகையை டைப் செய்யவும், அல்லது பொருட்களைச் சேர்க்கவும்.
cart-locked = இந்த பில் வலதுபக்க விற்பனைக்கு உரியது. புதியது தொடங்க { KEY("sale") }.
cart-quick = தொகை
cart-total-hold = மொத்த ஹோல்டு
cart-total-charge = மொத்த வசூல்
cart-add-line = வரி சேர்
cart-name = பொருள்
cart-quantity = அளவு
cart-price = விலை
cart-add = சேர்
cart-save = சேமி
cart-change = மாற்று: { $name }
cart-remove = நீக்கு: { $name }
cart-back = பின்

## customer

customer-title = வாடிக்கையாளர்
customer-mobile = வாடிக்கையாளர் மொபைல் எண்
customer-mobile-hint = 98765 43210
customer-mobile-submit = தொடர்
customer-looking-up = எண்ணைத் தேடுகிறது…
customer-sending-otp = OTP அனுப்புகிறது…
customer-verifying = OTP சரிபார்க்கிறது…
customer-unlinking = இணைப்பை நீக்குகிறது…
customer-otp = { $masked ->
    [none] வாடிக்கையாளர் SMS-இல் வந்த OTP
   *[other] { $masked } SMS-இல் வந்த OTP
}
customer-otp-hint = OTP
customer-otp-submit = வாலட்டை இணை
customer-resend = புதிய OTP
customer-resend-in = புதிய OTP: { $left }
customer-change = மாற்று
customer-unlink = இணைப்பை நீக்கு
customer-unlink-ask = PhonePe-யில் இந்த இணைப்பை நீக்கவா? அடுத்த விற்பனைக்கு மீண்டும் OTP தேவை.
customer-unlink-yes = இணைப்பை நீக்கு
customer-unlink-no = இருக்கட்டும்
customer-linked = வாலட் { $ago } இணைக்கப்பட்டது
customer-linked-plain = வாலட் இணைக்கப்பட்டது
customer-relink-ask = மீண்டும் இணைக்க வேண்டும்
customer-relink = புதிய OTP அனுப்பு
customer-stopped = PhonePe மறுத்தது

## review

review-once = இதை மீண்டும் செய்ய முடியாது.
review-capture-now = எடு
review-release-now = விடுவி
review-release-title = முழு ஹோல்டையும் விடுவி
review-release-what = எதுவும் எடுக்கப்படாது. வாலட்டில் உள்ள தொகையை வாடிக்கையாளர் மீண்டும் பயன்படுத்தலாம்.
review-back = பின்
review-agree = இரண்டு தொகைகளும் சரி என்றால் { KEY("money") } அழுத்தவும்.
review-agree-release = விடுவிக்க { KEY("money") } அழுத்தவும். பின்செல்ல Esc.

## sale

sale-ref = எங்கள் ஐடி
sale-provider-ref = PhonePe ஐடி
sale-until = { $time } வரை
sale-left = மீதி { $left }
sale-overdue = கெடு முடிந்தது, PhonePe-யிடம் கேட்கிறது
sale-paid = செலுத்தியது
sale-final = இறுதித் தொகை (ரூபாய்)
sale-review-capture = எடு…
sale-of-held = ஹோல்டு தொகை { $amount } இல்
sale-release = விடுவி…
sale-new-sale = புதிய விற்பனை
sale-leave = பில்லுக்குத் திரும்பு
sale-captured = எடுத்தது
sale-released = விடுவித்தது
sale-held = ஹோல்டானது
sale-paid-at = PhonePe இதை உறுதி செய்தது. { $time } மணிக்குச் செலுத்தப்பட்டது.
sale-alarm = மேனேஜர் இதை இப்போதே பார்க்க வேண்டும்.
sale-needs-person = மேனேஜர் இந்த விற்பனையைப் பார்க்க வேண்டும்.
sale-code = PhonePe கோடு

## stop

stop-money = பணம் என்ன ஆனது?
stop-none = எந்த விற்பனையும் பாதியில் இல்லை. கணக்கில் இல்லாத எதுவும் PhonePe-யிடம் கேட்கப்படவில்லை.
stop-some = இந்த விற்பனைகள் இன்னும் முடியவில்லை. இவற்றில் எதற்கும் மீண்டும் பணம் வசூலிக்காதீர்கள்.
stop-not-known = எந்த விற்பனைகள் முடியவில்லை என்று இங்கே படிக்க முடியவில்லை. PhonePe-யிடமோ கணக்கிலோ கேட்கும் வரை எந்த வாடிக்கையாளரிடமும் மீண்டும் பணம் வசூலிக்காதீர்கள்.
stop-asking = பதில் வராத ஒவ்வொரு விற்பனையையும் பற்றி PhonePe-யிடம் தொடர்ந்து கேட்கிறது; பதில் இங்கே தெரியும்.
stop-not-asking = இப்போது PhonePe-யிடம் கேட்க முடியாது.
stop-unwritten = PhonePe சொல்வது இது; கணக்கில் இன்னும் எழுதவில்லை
stop-next-look = அடுத்து பார்ப்பது: { $left }
stop-until = { $time } வரை
stop-retry = மீண்டும் முயற்சி செய்
stop-retrying = முயற்சிக்கிறது…
stop-still = கணக்கு இன்னும் மூடியே உள்ளது.

## strip

strip-title = திறந்த ஹோல்டுகள்
strip-none = திறந்த ஹோல்டு இல்லை
strip-left = மீதி { $left }
strip-next-look = அடுத்து பார்ப்பது: { $left }
strip-ended = { $ago }
strip-person = கவனம் தேவை
strip-more = போர்டில் மேலும் { $count }

## topUp

top-up-title = வாடிக்கையாளர் இதை ஃபோனில் ஸ்கேன் செய்ய வேண்டும்
top-up-asking = PhonePe-யிடம் டாப்-அப் கோடு கேட்கிறது…
top-up-waiting = வாடிக்கையாளருக்காகக் காத்திருக்கிறது… { $amount }
top-up-idle = { $amount } டாப்-அப்
top-up-qr = டாப்-அப் லிங்கின் QR கோடு
top-up-amounts = டாப்-அப் தொகை
top-up-open = இங்கே திற
top-up-check = பேலன்ஸ் பார்
top-up-leave = வெளியேறு
top-up-pay-waits = வாடிக்கையாளரின் டாப்-அப்பிற்காகக் காத்திருக்கிறது.
top-up-pay-waits-next = பேலன்ஸ் போதுமானதும் இது தானாக “செலுத்து” என மாறும். வெளியேற { KEY("release") }; எதுவும் வசூலிக்கப்படவில்லை.

## unknown

unknown-title = PhonePe இன்னும் பதில் தரவில்லை.
unknown-unclear = PhonePe பதிலில் முடிவு தெரியவில்லை.
unknown-never = மீண்டும் பணம் வசூலிக்காதீர்கள்.
unknown-next-look = அடுத்து பார்ப்பது: { $left } ({ $of } இல் { $done })
unknown-looking = இப்போது பார்க்கிறது… ({ $of } இல் { $done })
unknown-slow = இது மேனேஜர் வரிசையில் உள்ளது; அடுத்து பார்ப்பது: { $left }
unknown-longest = அதிகபட்சம் 15 நிமிடம் காத்திருப்பு.
unknown-serve = அடுத்த வாடிக்கையாளரைக் கவனிக்கலாம்; இந்த பில் மட்டுமே பூட்டியுள்ளது, கவுன்ட்டர் அல்ல.
unknown-look-now = இப்போது பார்
unknown-next-customer = அடுத்தவர்
unknown-call = வாடிக்கையாளர் கேட்டால், மேனேஜரை அழைத்து எங்கள் ஐடியைச் சொல்லவும்.

## wallet

wallet-balance = பேலன்ஸ்
wallet-read = { $ago } பார்த்தது
wallet-reading = பார்க்கிறது…
wallet-stale = பழையது, மீண்டும் பார்க்கிறது
wallet-due = ஹோல்டு செய்ய
wallet-due-charge = வசூலிக்க
wallet-short = குறைவு
wallet-refresh = மீண்டும் பார்
wallet-mode = விற்பனை வகை
wallet-unknown = –
wallet-unconfirmed = டைப் செய்த தொகை இன்னும் உறுதி செய்யப்படவில்லை.
wallet-unconfirmed-next = தொகை இடத்தில் Enter அழுத்தவும், அல்லது Esc அழுத்தி அழிக்கவும்.

## ago

ago-now = இப்போதுதான்
ago-seconds = { $count } நொடி முன்
ago-minutes = { $count } நிமிடம் முன்
ago-hours = { $count } மணி முன்
ago-days = { $count ->
    [one] 1 நாள் முன்
   *[other] { $count } நாள் முன்
}
ago-seconds-left = { $count } நொடி

## audit

audit-check = கணக்கைச் சரிபார்
audit-checking = சரிபார்க்கிறது…
audit-holds = கணக்கு சரியாக உள்ளது. சரிபார்க்க ஆன நேரம்: { $time }.
audit-not-proved = பதிவுகள் சரியாக உள்ளன, ஆனால் எல்லாவற்றையும் சரிபார்க்க முடியவில்லை.
audit-does-not-hold = கணக்கு சரியில்லை. இந்தக் கல்லாவில் பணம் வாங்காதீர்கள்.
audit-chain = { $count } பதிவுகளும் எழுதியபடியே உள்ளன; எதுவும் விடுபடவில்லை.
audit-figures = திரையில் உள்ள எல்லாத் தொகையும் நிலையும் பதிவுகளில் உள்ளபடியே உள்ளன.
audit-anchor-holds = பதிவு { $seq } கீரிங்கில் உள்ளதோடு ஒத்துப்போகிறது; எனவே முழுதாக மாற்றி எழுதப்படவில்லை.
audit-anchor-none = கீரிங்கில் இன்னும் எந்தப் பதிவும் இல்லை; எனவே கணக்கை முழுதாக மாற்றி எழுதினாலும் தெரியாது.
audit-anchor-not-read = கீரிங்கைப் படிக்க முடியவில்லை; எனவே சங்கிலியின் முடிவை எதனுடனும் ஒப்பிடவில்லை.
audit-broken = பிழை: { $what }
audit-meaning = இந்தப் புரோகிராமுக்கு வெளியே யாரோ அல்லது ஏதோ ஃபைலை மாற்றியுள்ளது. PhonePe-யின் கணக்கு இதனால் மாறாது. ஃபைலை அப்படியே வைத்து, இந்தக் கல்லாவைப் பராமரிப்பவரை அழைத்து, holdfast-admin restore மூலம் பேக்கப்பை மீட்கவும்.

## holds

holds-title = ஹோல்டுகள்
holds-held-now = இப்போது ஹோல்டில்
holds-held-count = { $count ->
    [one] 1 ஹோல்டு
   *[other] { $count } ஹோல்டு
}
holds-captured = இன்று எடுத்தது
holds-captured-count = { $count ->
    [one] 1 விற்பனை · { $part } பகுதி
   *[other] { $count } விற்பனை · { $part } பகுதி
}
holds-paid = செலுத்தியது, சான்றுடன்
holds-paid-count = { $of } இல் { $count }
holds-released = இன்று விடுவித்தது
holds-expired = { $count } எடுக்காமல் காலாவதி
holds-radar = கெடு, அடுத்த 60 நிமிடம்
holds-radar-bar = { $from } – { $to } நிமிடம்: அதிகமுள்ள ஐந்து நிமிடத்தில் { $share } %
holds-radar-none = அடுத்த 60 நிமிடத்தில் கெடு எதுவும் இல்லை
holds-search = ஐடி, தொகை, கடைசி எண்கள் தேடு…
holds-time-left = மீதி நேரம்
holds-held = ஹோல்டானது
holds-captured-column = எடுத்தது
holds-released-column = விடுவித்தது
holds-customer = வாடிக்கையாளர்
holds-where = கவுன்ட்டர் · கேஷியர்
holds-shift = ஷிஃப்ட்
holds-hold = ஹோல்டு
holds-money = பணம்
holds-last-look = பார்த்தது
holds-our-ref = எங்கள் ஐடி
holds-next-in = அடுத்து { $left }
holds-totals = { $count ->
    [one] 1 வரியின் மொத்தம்
   *[other] { $count } வரிகளின் மொத்தம்
}
holds-more = மேலும் வரிகள்
holds-none = இங்கே எதுவும் இல்லை.
holds-none-found = “{ $search }” எதுவும் கிடைக்கவில்லை.
holds-loading = படிக்கிறது…
holds-failed = போர்டைப் படிக்க முடியவில்லை.
holds-open = திற: { $ref }

## keys

keys-title = கீகள்
keys-close = மூடு
keys-not-here = { KEY("money") } கல்லாவில் மட்டும் வேலை செய்யும்.
keys-scanned = { KEY("money") } ஸ்கேனுடன் வந்ததால் ஏற்கவில்லை. மீண்டும் அழுத்தவும்.
keys-no-staff = இன்னும் யாரும் சேர்க்கப்படவில்லை; மாற ஆள் இல்லை. அமைப்புகள் → பணியாளர்கள் பார்க்கவும்.
keys-does-keys = இந்தப் பட்டியல்
keys-does-sale = புதிய விற்பனை, அல்லது தொகை
keys-does-customer = வாடிக்கையாளர்
keys-does-money = பண பட்டன்
keys-does-balance = பேலன்ஸ் மீண்டும்
keys-does-strip = திறந்த ஹோல்டுகள் (அம்புக்குறியால் நகரும், Enter திறக்கும்)
keys-does-look = இப்போது பார்
keys-does-print = பிரிண்ட்
keys-does-release = விடுவி (கேட்கும்), அல்லது டாப்-அப்பிலிருந்து வெளியேறு
keys-does-lock = பூட்டு, அல்லது வேறொருவர் உள்நுழைய
keys-does-park = பில்லை ஒதுக்கி வை
keys-does-recall = ஒதுக்கிய பில்லை மீண்டும் திற
keys-escape = ஒரு படி பின்; பணத்தை ஒருபோதும் நகர்த்தாது
keys-enter = இடத்தை உறுதி செய்யும்; பணத்தை ஒருபோதும் நகர்த்தாது
keys-not-now = இந்தத் திரையில் இல்லை
keys-set = இந்தக் கல்லாவின் கீகள்
keys-set-what = F கீகள், அல்லது எழுத்து அல்லது இலக்கத்துடன் Ctrl அல்லது Alt. Enter, Tab, Esc மாறாது; தனி எழுத்தோ இலக்கமோ ஒருபோதும் ஷார்ட்கட் ஆகாது.
keys-change = மாற்று
keys-change-of = இதற்கு வேறு கீ: { $what }
keys-press-now = புதிய கீயை அழுத்தவும். Esc அழுத்தினால் மாறாது.
keys-usual = எல்லாக் கீகளும் வழக்கம்போல்
keys-only-managers = கீகளை மேனேஜர்கள் மாற்றலாம். மேனேஜராக உள்நுழையவும் ({ KEY("lock") }).
keys-changed = { $what }: { $key }.

## pictures

pictures-title = படங்கள்
pictures-days = ஹோல்டானது, எடுத்தது, விடுவித்தது: கடைசி 30 நாள்
pictures-hours = இன்று சான்றுடன் செலுத்தியது, மணிவாரியாக
pictures-outcomes = கடைசி 30 நாள் விற்பனைகளின் நிலை
pictures-latency = PhonePe பதில் தரும் நேரம்
pictures-day = நாள்
pictures-hour = மணி
pictures-due = கெடுவுக்கு
pictures-outcome = முடிவு
pictures-call = கோரிக்கை
pictures-count = எத்தனை
pictures-held = ஹோல்டானது
pictures-captured = எடுத்தது
pictures-released = விடுவித்தது
pictures-paid = செலுத்தியது, சான்றுடன்
pictures-median = வழக்கமாக
pictures-p95 = 100-இல் 95 இதைவிட வேகம்
pictures-slowest = மிக மெதுவானது
pictures-minutes = { $from } நிமி.
pictures-between = { $from } – { $to } நிமிடம்
pictures-table = அட்டவணையாகக் காட்டு
pictures-picture = படமாகக் காட்டு
pictures-none = இன்னும் எதுவும் இல்லை.
pictures-failed = படங்களை இங்கே வரைய முடியவில்லை. இதே எண்கள் எக்ஸ்போர்ட்டில் உள்ளன.
pictures-shelf-asking = கேட்கிறது
pictures-shelf-held = ஹோல்டானது
pictures-shelf-accepted_in_full = எடுத்தது, சான்று இன்னும் இல்லை
pictures-shelf-accepted_in_part = பகுதி எடுத்தது, சான்று இன்னும் இல்லை
pictures-shelf-paid_in_full = முழுதும் செலுத்தியது
pictures-shelf-paid_in_part = பகுதி செலுத்தியது
pictures-shelf-not_paid = செலுத்தப்படவில்லை
pictures-shelf-released = விடுவித்தது
pictures-shelf-expired = காலாவதி
pictures-shelf-failed = எதுவும் ஹோல்டு ஆகவில்லை
pictures-shelf-needs_person = கவனம் தேவை

## reports

reports-shift-tab = ஷிஃப்ட், X, Z
reports-pictures-tab = படங்கள்
reports-title = இன்று
reports-as-of = { $time } நிலவரம்
reports-later = இந்தக் கல்லாக் கணக்கின் இன்றைய மொத்தம். ஒரு ஷிஃப்ட்டில் நடந்தது அதன் X, Z ரிப்போர்ட்டில் இருக்கும்.
reports-expired-label = எடுக்காமல் காலாவதி

## settings

settings-title = அமைப்புகள்
settings-part-till = கல்லா, மொழி
settings-part-staff = பணியாளர்கள்
settings-part-catalogue = பொருள் பட்டியல்
settings-part-printer = பிரிண்டர், பேப்பர்
settings-part-display = வாடிக்கையாளர் திரை
settings-part-customer = வாடிக்கையாளருக்குத் தகவல்
settings-part-keys = கீகள்
settings-part-sound = ஒலி, பேச்சு
settings-part-account = PhonePe கணக்கு
settings-part-books = கணக்கு, கீரிங்
settings-part-health = நலம்
settings-part-updates = புதிய வெர்ஷன்கள்
settings-part-support = சப்போர்ட் பண்டில்
settings-provider = PhonePe
settings-profile = புரொஃபைல்
settings-base-url = முகவரி
settings-merchant = மெர்ச்சன்ட் ஐடி
settings-salt = சால்ட் இண்டெக்ஸ்
settings-salt-key = சால்ட் கீ
settings-salt-training = பயிற்சி கீ, இது ரகசியம் அல்ல
settings-salt-there = கீரிங்கில் உள்ளது
settings-salt-missing = இல்லை
settings-salt-unasked = இன்னும் கேட்கவில்லை
settings-device = டிவைஸ் ஐடி
settings-expiry = ஹோல்டு நீடிப்பது
settings-minutes = { $count } நிமிடம்
settings-check = சரிபார்
settings-checking = சரிபார்க்கிறது…
settings-checked = மெர்ச்சன்ட் ஐடியும் சால்ட் கீயும் சரி.
settings-keyring = கீரிங்
settings-books = கணக்கு
settings-events = நிகழ்வுகள்
settings-head = பதிந்த தலைப் பதிவு
settings-backup = தினசரி பேக்கப்
settings-backup-at = { $time } செய்தது
settings-backup-failed = தோல்வி: { $reason }
settings-backup-none = திறந்ததிலிருந்து இன்னும் இல்லை
settings-version = வெர்ஷன்
settings-change = விண்டோ இல்லாமல், holdfast-admin provision மூலமும் இதையே செய்யலாம்.
settings-none = அமைக்கவில்லை

## timeline

timeline-title = டைம்லைன்
timeline-close = மூடு
timeline-at-till = கல்லாவில் திற
timeline-evidence = ஆதாரம் (PDF)
timeline-evidence-drawing = தயாராகிறது…
timeline-evidence-at = இந்தப் பேமெண்ட்டின் ஆதாரம் { $path } இல் உள்ளது
timeline-by = { $cashier } · கவுன்ட்டர் { $counter }
timeline-approved-by = ஒப்புதல்: { $manager }
timeline-by-hand = கையால்
timeline-request = கோரிக்கை
timeline-reply = பதில்
timeline-record = பதிவு
timeline-http = HTTP { $status }
timeline-took = { $ms } ms
timeline-fact-intent = கேட்டது
timeline-fact-reply = பதில் வந்தது
timeline-fact-look = பார்த்தது
timeline-fact-recovered = மீட்டது
timeline-fact-handed_over = ஒப்படைத்தது
timeline-fact-deadline_ask = கெடுவில்: ஒருவரைக் கேள்
timeline-fact-deadline_release = கெடுவில்: விடுவி
timeline-fact-deadline_capture = கெடுவில்: எடு
timeline-fact-deadline_skipped = கெடுவில்: தவிர்த்தது
timeline-fact-queued = ரன்னில் சேர்த்தது
timeline-fact-queue_skipped = வரிசை தவிர்த்தது
timeline-fact-difference_found = PhonePe-யுடன் வித்தியாசம்
timeline-fact-difference_closed = வித்தியாசம் முடிந்தது
timeline-fact-printed = பிரிண்ட் ஆனது
timeline-fact-delivered = பொருள் கொடுத்தது

## report

report-x = X ரிப்போர்ட், ஷிஃப்ட் { $number }
report-z = Z { $number }
report-as-of = { $time } நிலவரம்
report-counter = கவுன்ட்டர்
report-cashiers = கேஷியர்கள்
report-opened = திறந்தது
report-closed = மூடியது
report-by = { $time }, { $who }
report-first-sale = முதல் விற்பனை
report-last-sale = கடைசி விற்பனை
report-none = இல்லை
report-no-shift = ஷிஃப்ட் திறந்திருந்தால் X ரிப்போர்ட் வரும்.
report-no-z = அப்படி ஒரு Z இல்லை.
report-count-column = எண்ணிக்கை
report-amount-column = தொகை
report-part-sales = ஹோல்டுகள்
report-part-payments = PhonePe – நம் கணக்கு
report-part-cash = ரொக்கம்
report-figure-carried_in = முந்தைய ஷிஃப்ட்டிலிருந்து திறந்தவை
report-figure-placed = வைத்த ஹோல்டுகள்
report-figure-captured_in_full = முழுதாக எடுத்தது
report-figure-captured_in_part = பகுதி எடுத்தது
report-figure-rest_released = … அதன் மீதி, விடுவித்தது
report-figure-released = விடுவித்தது
report-figure-expired = எடுக்காமல் காலாவதி
report-figure-not_paid = எடுக்க ஏற்றது, பிறகு செலுத்தப்படவில்லை
report-figure-not_held = மறுத்தது அல்லது போய்ச் சேரவில்லை
report-figure-refunded = ரீஃபண்ட் ஆனது
report-figure-carried_over = திறந்தவை, அடுத்த ஷிஃப்ட்டுக்கு
report-figure-captured = எடுத்தது, நம் கணக்கில்
report-figure-proved = செலுத்தியது, PhonePe நிலைப்படி
report-figure-unproved = சான்று இன்னும் இல்லை
report-figure-float = தொடக்க ரொக்கம்
report-figure-paid_in = உள்ளே வைத்தது
report-figure-paid_out = வெளியே கொடுத்தது
report-figure-expected = இருக்க வேண்டியது
report-figure-counted = எண்ணியது
report-figure-difference = வித்தியாசம்
report-open = திறந்த ஹோல்டுகள்
report-not-sure = உறுதியில்லை
report-unproved = எடுத்தது, சான்று இன்னும் இல்லை
report-corrected = இந்த ஷிஃப்ட்டில் PhonePe மாற்றிச் சொன்னவை
report-due = { $deadline } வரை, ஹோல்டு செய்தவர் { $cashier }
report-owner = இப்போது பொறுப்பு: { $name }
report-carried = அடுத்த ஷிஃப்ட்டுக்கு
report-reason = காரணம்
report-counts = { $count } முறை எண்ணியது; பார்க்காமல் எண்ணிய முதல் எண்ணிக்கை { $first }.
report-head = இந்த ரிப்போர்ட்டுக்கு முன் சங்கிலி
report-record = இந்த Z-இன் பதிவு
report-copy = டெக்ஸ்டாக நகலெடு
report-copied = நகலெடுக்கப்பட்டது.
report-not-copied = நகலெடுக்க முடியவில்லை. ரிப்போர்ட்டைத் தேர்ந்தெடுத்து Ctrl+C அழுத்தவும்.
report-zs = முந்தைய Z-கள்
report-zs-none = இன்னும் எந்த ஷிஃப்ட்டும் மூடப்படவில்லை.
report-current = திறந்த ஷிஃப்ட்டின் X
report-z-line = { $time }, { $by }

## shift

shift-title = ஷிஃப்ட் { $number }
shift-open-since = { $time } முதல் திறந்துள்ளது, திறந்தவர் { $by }
shift-never = இந்தக் கல்லாவில் இன்னும் எந்த ஷிஃப்ட்டும் திறக்கவில்லை. ஷிஃப்ட் இல்லாமலே விற்கலாம்; முதல் ஷிஃப்ட் திறந்த பிறகு, புதிய ஹோல்டுக்கு ஷிஃப்ட் திறந்திருக்க வேண்டும்.
shift-closed = ஷிஃப்ட் திறக்கவில்லை. புதிய ஹோல்டுகள் அதற்காகக் காத்திருக்கும்; எடுப்பதும் விடுவிப்பதும் தொடரும்.
shift-float = பெட்டியில் தொடக்க ரொக்கம்
shift-open = ஷிஃப்ட்டைத் திற
shift-cash = விற்பனை அல்லாத ரொக்கம்
shift-amount = தொகை
shift-reason = எதற்காக
shift-cash-in = உள்ளே வைத்தது
shift-cash-out = வெளியே கொடுத்தது
shift-hand = திறந்த ஹோல்டுகள்
shift-hand-none = திறந்த ஹோல்டு எதுவும் இல்லை.
shift-hand-to = புதிய பொறுப்பாளர் பெயர்
shift-hand-over = ஒப்படை
shift-handed = பொறுப்பு: { $to }
shift-not-handed = ஹோல்டு செய்தவர் { $cashier }
shift-until = { $time } வரை
shift-count = பெட்டியை எண்ணு
shift-count-hint = எண்ணியதை டைப் செய்யவும். எவ்வளவு இருக்க வேண்டும் என்பது பிறகுதான் தெரியும்.
shift-counted = எண்ணியது
shift-count-done = எண்ணியதைப் பதிவு செய்
shift-count-again = மீண்டும் எண்ணு
shift-expected = இருக்க வேண்டியது
shift-difference = வித்தியாசம்
shift-match = பெட்டி சரியாக உள்ளது.
shift-differs = ஏன் வித்தியாசம்
shift-carry-over = { $count ->
    [one] 1 திறந்த ஹோல்டை அடுத்த ஷிஃப்ட்டுக்கு மாற்று
   *[other] { $count } திறந்த ஹோல்டுகளை அடுத்த ஷிஃப்ட்டுக்கு மாற்று
}
shift-close = மூடி Z { $number } உருவாக்கு
shift-close-hint = இதை மீண்டும் செய்ய முடியாது: Z ஒருபோதும் மாறாது.

## deadline

deadline-title = யாரும் எதுவும் செய்யாவிட்டால், { $time } மணிக்கு
deadline-hint = PhonePe இந்த ஹோல்டை { $time } மணிக்குத் திருப்பிக் கொடுக்கும். தேர்ந்தெடுத்தது அதற்கு மூன்று நிமிடம் முன் நடக்கும்.
deadline-late = PhonePe இந்த ஹோல்டை { $time } மணிக்குத் திருப்பிக் கொடுக்கும்: தேர்ந்தெடுக்க நேரம் இல்லை. இப்போதே எடுக்கவும் அல்லது விடுவிக்கவும்.
deadline-choice-ask_a_person = என்னைக் கேள்
deadline-choice-release = விடுவி
deadline-choice-capture = எடு
deadline-amount = எடுக்கும் தொகை
deadline-set = அமை
deadline-is-set-ask_a_person = { "" }
deadline-is-set-release = அமைத்தாயிற்று: { $time } மணிக்கு விடுவிக்கும்.
deadline-is-set-capture = அமைத்தாயிற்று: { $time } மணிக்கு { $amount } எடுக்கும்.

## queue

queue-select = தேர்ந்தெடு: { $ref }
queue-select-all = தெரியும் எல்லா வரிகளையும் தேர்ந்தெடு
queue-selected = { $count ->
    [0] எதுவும் தேர்வில்லை
   *[other] { $gone ->
        [0] { $count } தேர்வு
       *[other] { $count } தேர்வு ({ $gone } இந்தப் பட்டியலில் இல்லை)
    }
}
queue-clear = அழி
queue-open-capture = எடு…
queue-open-release = விடுவி…
queue-nothing = முதலில் ஹோல்டுகளைத் தேர்ந்தெடுக்கவும்: கட்டங்களைக் கிளிக் செய்யவும், அல்லது Tab மூலம் சென்று Space அழுத்தவும்.
queue-title-capture = பல ஹோல்டுகளை எடு
queue-title-release = பல ஹோல்டுகளை விடுவி
queue-can-capture = முழுதாக எடுக்கலாம்: { $count }
queue-can-release = விடுவிக்கலாம்: { $count }
queue-cannot = முடியாது, அப்படியே இருக்கும்: { $count }
queue-to-cannot = முடியாத { $count } ஐப் பார்
queue-none-capture = இவற்றில் எதையும் எடுக்க முடியாது.
queue-none-release = இவற்றில் எதையும் விடுவிக்க முடியாது.
queue-confirm-capture = { $count ->
    [one] 1 ஹோல்டை எடு
   *[other] { $count } ஹோல்டுகளை எடு
}
queue-confirm-release = { $count ->
    [one] 1 ஹோல்டை விடுவி
   *[other] { $count } ஹோல்டுகளை விடுவி
}
queue-once-capture = ஒவ்வொன்றும் முழுதாக வசூலிக்கப்படும். இங்கே திரும்பப் பெற முடியாது; ரீஃபண்ட் தனி வேலை.
queue-once-release = எதுவும் வசூலிக்கப்படாது. ஒவ்வொரு ஹோல்டும் அதன் வாடிக்கையாளருக்குத் திரும்பும்; இதைத் திரும்பப் பெற முடியாது.
queue-agree = தொடங்க கிளிக் செய்யவும் அல்லது தொடவும்; அருகிலுள்ள கெடு முதலில். இங்கே கீகள் பணத்தை நகர்த்தாது.
queue-back = பின்
queue-why-not_held = எதுவும் ஹோல்டு ஆகவில்லை.
queue-why-being_sent = இதற்கான கோரிக்கை போய்க்கொண்டிருக்கிறது.
queue-why-not_sure_yet = இதைப் பற்றி PhonePe இன்னும் பதில் தரவில்லை.
queue-why-captured_already = ஏற்கனவே எடுக்கப்பட்டது.
queue-why-released_already = ஏற்கனவே விடுவிக்கப்பட்டது.
queue-why-expired = நேரம் முடிந்தது, PhonePe திருப்பிக் கொடுத்துவிட்டது.
queue-why-capture_failed = இதை எடுத்தது தோல்வியடைந்தது.
queue-why-needs_person = ஒருவர் பார்க்க வேண்டும். இதன் டைம்லைனைத் திறக்கவும்.
queue-why-past_deadline = கெடு முடிந்தது; இன்னும் உள்ளதா என PhonePe-யிடம் கேட்கிறது.
queue-why-over_the_hold = ஹோல்டு தொகையை விட அதிகம்.
queue-why-nothing_to_capture = எடுக்க எதுவும் இல்லை.
queue-why-in_queue = ஏற்கனவே வேறொரு ரன்னில் காத்திருக்கிறது.
queue-why-asked_otherwise = இதற்கிடையில் யாரோ வேறொன்றைக் கேட்டார்.
queue-why-final_cart = டெலிவரி ஆனது கல்லாவில் பதிவாகிறது. அங்கேயே முடிக்கவும்.
queue-run-capture = எடுக்கும் ரன் { $run }
queue-run-release = விடுவிக்கும் ரன் { $run }
queue-by = { $cashier }, { $time }
queue-progress = { $stopped ->
    [0] { $all } இல் { $done } முடிந்தது
   *[other] { $all } இல் { $done } முடிந்தது, { $stopped } நிறுத்தப்பட்டது
}
queue-sum-capture = { $all } இல் { $done } எடுத்தது
queue-sum-release = { $all } இல் { $done } விடுவித்தது
queue-over = { $run } முடிந்தது. முடிவைப் படித்து, பிறகு மூடவும்.
queue-stop = நிறுத்து
queue-stop-hint = போய்க்கொண்டிருப்பது முடியும்; வேறெதுவும் அனுப்பாது.
queue-proof = எடுத்தது: PhonePe ஏற்றுக்கொண்டது; செலுத்தப்பட்டதற்கான சான்றைக் கேட்கிறது.
queue-rows = வரிகள்
queue-close = முடிவை மூடு
queue-hide = மறை
queue-all-rows = எல்லாம்
queue-waits = காத்திருக்கிறது; தானாகத் தொடரும்.
queue-outcome-waiting = காத்திருக்கிறது
queue-outcome-sending = அனுப்புகிறது
queue-outcome-captured = எடுத்தது
queue-outcome-paid = செலுத்தியது
queue-outcome-released = விடுவித்தது
queue-outcome-expired = காலாவதி
queue-outcome-not_sure_yet = உறுதியில்லை
queue-outcome-still_held = இன்னும் ஹோல்டில்
queue-outcome-failed = தோல்வி
queue-outcome-needs_person = கவனம் தேவை
queue-outcome-skipped = தவிர்த்தது
queue-outcome-stopped = நிறுத்தப்பட்டது
queue-told-waiting = { "" }
queue-told-sending = { "" }
queue-told-captured = { "" }
queue-told-paid = { "" }
queue-told-released = { "" }
queue-told-expired = PhonePe ஏற்கனவே திருப்பிக் கொடுத்துவிட்டது.
queue-told-not_sure_yet = மீண்டும் எடுக்காதீர்கள், விடுவிக்காதீர்கள். என்ன ஆனது என்று பார்க்கிறது.
queue-told-still_held = எதுவும் எடுக்கப்படவில்லை, எதுவும் திருப்பித் தரப்படவில்லை.
queue-told-failed = எதுவும் எடுக்கப்படவில்லை.
queue-told-needs_person = இதன் டைம்லைனைத் திறக்கவும்.
queue-told-skipped = { "" }
queue-told-stopped = கேட்கப்படவில்லை. ஹோல்டு முன்பு போலவே உள்ளது.
queue-queued = வரிசையில்
queue-plan-ask_a_person = { "" }
queue-plan-release = விடுவி { $time }
queue-plan-capture = எடு { $amount } { $time }
queue-planned-ask_a_person = { "" }
queue-planned-release = { $time } மணிக்கு இந்த ஹோல்டு தானாக விடுவிக்கப்படும்: ஹோல்டு போர்டில் தேர்ந்தெடுத்தது.
queue-planned-capture = { $time } மணிக்கு இந்த ஹோல்டிலிருந்து { $amount } தானாக எடுக்கப்படும்: ஹோல்டு போர்டில் தேர்ந்தெடுத்தது.

## reconcile

reconcile-title = PhonePe-யிடம் மீண்டும் கேள்
reconcile-lead = இந்தக் காலத்தின் ஒவ்வொரு விற்பனையையும் பற்றி மீண்டும் ஒரு முறை கேட்கும், நொடிக்கு ஒன்று. கவுன்ட்டர் வேலைக்கே முதலிடம். பணம் எதுவும் நகராது.
reconcile-period = காலம்
reconcile-of-today = இன்று
reconcile-of-yesterday = நேற்று
reconcile-of-shift = இந்த ஷிஃப்ட்
reconcile-of-days = நாட்கள்
reconcile-from = முதல்
reconcile-to = வரை
reconcile-start = எல்லா விற்பனையையும் கேள்
reconcile-state-running = கேட்கிறது
reconcile-state-stopped = நிறுத்தப்பட்டது
reconcile-state-ended = முடிந்தது
reconcile-run = ரன் { $run }
reconcile-span = { $from } – { $to }
reconcile-by = { $cashier }, { $time }
reconcile-progress = { $rows ->
    [one] 1 விற்பனையில் { $done }
   *[other] { $rows } விற்பனையில் { $done }
}
reconcile-stop = நிறுத்து
reconcile-stop-hint = கேட்டவரை இருக்கும். ரன்னைப் பிறகு தொடரலாம்.
reconcile-resume = தொடர்
reconcile-waits = காத்திருக்கிறது:
reconcile-count-agrees = ஒத்துப்போகிறது
reconcile-count-moved_on = புதிய பதில்கள், சேர்த்தாயிற்று
reconcile-count-still_open = இருபக்கமும் இன்னும் திறந்தவை
reconcile-count-left_to_a_person = ஏற்கனவே ஒருவரிடம் விட்டவை
reconcile-count-differs = வித்தியாசம் உள்ளவை
reconcile-differences = வித்தியாசங்கள்
reconcile-open-only = தீராதவை { $count }
reconcile-all = எல்லாம்
reconcile-none = தீராத வித்தியாசம் இல்லை.
reconcile-none-ever = இதுவரை வித்தியாசம் எதுவும் இல்லை.
reconcile-more = பழையவை
reconcile-failed = வித்தியாசங்களைப் படிக்க முடியவில்லை.
reconcile-number = #{ $number }
reconcile-by-run = ரன் { $run }, { $time }
reconcile-by-import = { $line ->
    [none] ஃபைல் { $number }, { $time }
   *[other] ஃபைல் { $number }, வரி { $line }, { $time }
}
reconcile-ours = நம் கணக்கு
reconcile-phonepe = PhonePe
reconcile-file = ஃபைல்
reconcile-nothing = எதுவும் இல்லை
reconcile-refund-of = ரீஃபண்ட் { $ref }
reconcile-open = விற்பனையைத் திற
reconcile-note = எப்படித் தீர்ந்தது
reconcile-close = இந்தக் குறிப்புடன் முடி
reconcile-closed = முடித்தவர் { $by }, { $time }
reconcile-kind-paid_there_not_here-title = அங்கே செலுத்தியது, இங்கே இல்லை
reconcile-kind-paid_there_not_here-means = PhonePe-யில் இந்த விற்பனைக்குப் பேமெண்ட் உள்ளது; நம் கணக்கில் இல்லை.
reconcile-kind-paid_there_not_here-todo = விற்பனையைத் திறந்து மீண்டும் பார்க்கவும். வாடிக்கையாளர் வேறு வழியிலும் செலுத்தியிருந்தால், இரண்டில் ஒன்றை ரீஃபண்ட் செய்யவும்.
reconcile-kind-paid_here_not_there-title = இங்கே செலுத்தியது, அங்கே இல்லை
reconcile-kind-paid_here_not_there-means = நம் கணக்கில் பேமெண்ட் சான்று உள்ளது; PhonePe இப்போது இல்லை என்கிறது.
reconcile-kind-paid_here_not_there-todo = வாடிக்கையாளரிடமிருந்து இப்போதைக்கு எதையும் திரும்ப வாங்காதீர்கள். டைம்லைனை PhonePe-க்கு அனுப்பி எது சரி என்று கேட்கவும்.
reconcile-kind-other_amount-title = வேறு தொகை
reconcile-kind-other_amount-means = இரு பக்கமும் உள்ளது, ஆனால் தொகை வேறு.
reconcile-kind-other_amount-todo = டைம்லைனை செட்டில்மென்ட்டுடன் ஒப்பிடவும். அதிகமாக எடுத்ததை ரீஃபண்ட் செய்யவும்; குறைவாக எடுத்ததற்கு PhonePe விளக்கம் தர வேண்டும்.
reconcile-kind-other_id-title = வேறு பரிவர்த்தனை ஐடி
reconcile-kind-other_id-means = PhonePe பதிலில் உள்ள ஐடி நம் கணக்கில் உள்ளதல்ல.
reconcile-kind-other_id-todo = இப்போது ரீஃபண்ட் செய்யாதீர்கள். இரண்டில் எந்த ஐடி செட்டில் ஆனது என்று PhonePe-யிடம் கேட்கவும்.
reconcile-kind-other_merchant-title = வேறு மெர்ச்சன்ட்
reconcile-kind-other_merchant-means = PhonePe பதிலில் உள்ள மெர்ச்சன்ட் இந்தக் கல்லாவுடையது அல்ல.
reconcile-kind-other_merchant-todo = அமைப்புகளில் மெர்ச்சன்ட் ஐடியைச் சரிபார்க்கவும்; PhonePe விளக்கும் வரை பணம் வாங்காதீர்கள்.
reconcile-kind-captured_there-title = அங்கே எடுத்தது
reconcile-kind-captured_there-means = PhonePe-யில் ஹோல்டு எடுக்கப்பட்டது; இங்கே யாரும் கேட்கவில்லை.
reconcile-kind-captured_there-todo = இந்த விற்பனையை ஒருவர் பார்க்க வேண்டும். பேமெண்ட்டுக்குச் சான்று வரும் வரை மீண்டும் பார்க்கவும்; தவறாக எடுத்திருந்தால் ரீஃபண்ட் செய்யவும்.
reconcile-kind-still_held_there-title = அங்கே இன்னும் பிளாக்கில்
reconcile-kind-still_held_there-means = இங்கே விற்பனை முடிந்தது; வாடிக்கையாளர் பணம் PhonePe-யில் இன்னும் பிளாக்கில் உள்ளது.
reconcile-kind-still_held_there-todo = விற்பனையின் டைம்லைனிலிருந்து மீண்டும் பார்க்கவும். அப்போது அது மீண்டும் ஹோல்டு ஆகும், விடுவிக்கலாம்.
reconcile-kind-gone_there-title = அங்கே ஹோல்டு இல்லை
reconcile-kind-gone_there-means = கெடுவுக்கு முன்பே PhonePe ஹோல்டை முடித்தது; இங்கே யாரும் விடுவிக்கவில்லை.
reconcile-kind-gone_there-todo = எதுவும் வசூலிக்கப்படவில்லை. சேவை கொடுத்திருந்தால், மீண்டும் செலுத்தும்படி வாடிக்கையாளரிடம் கேட்கவும்.
reconcile-kind-unknown_there-title = அங்கே தெரியாது
reconcile-kind-unknown_there-means = நம் கணக்கில் பதில் உள்ள ஒரு விற்பனை PhonePe-க்குத் தெரியவில்லை.
reconcile-kind-unknown_there-todo = அமைப்புகளில் புரொஃபைலையும் மெர்ச்சன்ட் ஐடியையும் சரிபார்க்கவும்; சரியாக இருந்தால், டைம்லைனை PhonePe-க்கு அனுப்பவும்.
reconcile-kind-unclear-title = தெளிவில்லாத பதில்
reconcile-kind-unclear-means = PhonePe தந்த பதில் இந்தக் கல்லாவுக்குப் புரியவில்லை.
reconcile-kind-unclear-todo = இதிலிருந்து எதையும் முடிவு செய்யவில்லை. பிறகு மீண்டும் பார்க்கவும்; அப்படியே இருந்தால் PhonePe-யிடம் கேட்கவும்.
reconcile-kind-not_asked-title = கேட்க முடியவில்லை
reconcile-kind-not_asked-means = இந்த விற்பனையைப் பற்றி PhonePe மூன்று முறையும் பதில் தரவில்லை.
reconcile-kind-not_asked-todo = PhonePe பதில் தரும்போது இதன் டைம்லைனிலிருந்து மீண்டும் பார்க்கவும்.
reconcile-kind-refunded_there_not_here-title = அங்கே ரீஃபண்ட் ஆனது, இங்கே இல்லை
reconcile-kind-refunded_there_not_here-means = அந்தப் பக்கம் ஒரு ரீஃபண்ட் உள்ளது; நம் கணக்கில் அது தோல்வி, அல்லது முடிந்ததாக இல்லை.
reconcile-kind-refunded_there_not_here-todo = மீண்டும் ரீஃபண்ட் செய்யாதீர்கள். விற்பனையின் டைம்லைனில் ரீஃபண்டை மீண்டும் பார்க்கவும்.
reconcile-kind-refunded_here_not_there-title = இங்கே ரீஃபண்ட் ஆனது, அங்கே இல்லை
reconcile-kind-refunded_here_not_there-means = நம் கணக்கில் ரீஃபண்ட் சான்று உள்ளது; நடக்கவில்லை என்று PhonePe இப்போது சொல்கிறது.
reconcile-kind-refunded_here_not_there-todo = எது சரி என்று PhonePe சொல்லும் வரை மீண்டும் ரீஃபண்ட் செய்யாதீர்கள்.
reconcile-kind-in_file_not_in_books-title = ஃபைலில் உள்ளது, நம் கணக்கில் இல்லை
reconcile-kind-in_file_not_in_books-means = இந்தக் கல்லாவின் எந்த விற்பனைக்கும் இந்த எண் இல்லை.
reconcile-kind-in_file_not_in_books-todo = வேறு கல்லா அல்லது கடையுடையதாக இருக்கலாம். அங்கே தேடி, எங்கே என்று குறிப்பில் எழுதவும்.
reconcile-kind-in_books_not_in_file-title = நம் கணக்கில் உள்ளது, ஃபைலில் இல்லை
reconcile-kind-in_books_not_in_file-means = இந்தக் காலத்தில் இந்த விற்பனை செலுத்தப்பட்டதற்குச் சான்று உள்ளது; ஃபைலில் அதன் வரி இல்லை.
reconcile-kind-in_books_not_in_file-todo = ஒரு நாள் கழித்து செட்டில் ஆகலாம்: அடுத்த ஃபைலை ஒப்பிடவும். அதிலும் இல்லாவிட்டால் PhonePe-யிடம் கேட்கவும்.
reconcile-kind-twice_in_file-title = ஃபைலில் இரண்டு முறை
reconcile-kind-twice_in_file-means = ஃபைலில் முன்னால் உள்ள ஒரு வரியும் இதே விற்பனையைச் சொல்கிறது.
reconcile-kind-twice_in_file-todo = வாடிக்கையாளரிடம் இரண்டு முறை வசூலிக்கப்பட்டதா என்று PhonePe-யிடம் கேட்கவும்.
reconcile-settlement = செட்டில்மென்ட் ஃபைலை ஒப்பிடு
reconcile-settlement-lead = PhonePe-யிலிருந்து ஒரு CSV ஃபைல். கணக்குடன் ஒப்பிட்டு, ஹாஷுடன் பதிவாக வைக்கப்படும்.
reconcile-choose = ஃபைலைத் தேர்ந்தெடு…
reconcile-rows = { $rows ->
    [one] { $name }: 1 வரி
   *[other] { $name }: { $rows } வரிகள்
}
reconcile-remembered = இதே நெடுவரிசைகள் உள்ள கடைசி ஃபைல் போலவே படித்தது.
reconcile-seen-in = இதே ஃபைல் முன்பே ஒப்பிடப்பட்டது, ஃபைல் { $number } ஆக.
reconcile-column-our_ref = எங்கள் எண்
reconcile-column-amount = தொகை
reconcile-column-provider_ref = PhonePe ஐடி (இருந்தால்)
reconcile-no-column = இல்லை
reconcile-unit = தொகை எதில்
reconcile-rupees = ரூபாய்
reconcile-paise = பைசா
reconcile-first = முதல் வரிகள்
reconcile-file-period = பேமெண்ட் காலம்
reconcile-compare = கணக்குடன் ஒப்பிடு
reconcile-comparing = ஒப்பிடுகிறது…
reconcile-another = வேறு ஃபைல்
reconcile-compared = { $differ ->
    [one] { $name }: { $rows } வரிகளில் { $agree } ஒத்துப்போகிறது, 1 வித்தியாசம்.
   *[other] { $name }: { $rows } வரிகளில் { $agree } ஒத்துப்போகிறது, { $differ } வித்தியாசங்கள்.
}
reconcile-imports = கடைசியாக ஒப்பிட்ட ஃபைல்கள்

## notices

notices-keyring_locked = கீரிங் பூட்டியுள்ளது.
    .next = இந்தக் கம்ப்யூட்டரின் கீரிங்கைத் திறக்கவும்; கல்லா தானாகக் கவனிக்கும். வாடிக்கையாளர் இணைப்புகள் அழியாது.
notices-keyring_missing = இந்தக் கம்ப்யூட்டரில் கீரிங் இல்லை.
    .next = ஒரு கீரிங்கை (gnome-keyring போன்றது) இன்ஸ்டால் செய்து தொடங்கி, கல்லாவை மீண்டும் திறக்கவும்.
notices-keyring_broken = கீரிங் சரியாகப் பதில் தரவில்லை.
    .next = லாக் அவுட் செய்து மீண்டும் லாக் இன் செய்யவும். சரியாகாவிட்டால் சப்போர்ட்டை அழைக்கவும். வாடிக்கையாளர் இணைப்புகள் அழியாது.
notices-salt_key_missing = சால்ட் கீ கீரிங்கில் இல்லை.
    .next = மேனேஜர் இந்தக் கல்லாவை மீண்டும் அமைக்க வேண்டும்; அதுவரை பணம் வாங்கப்படாது.
notices-ledger_damaged = கணக்கு சேதமாகியுள்ளது.
    .next = எதுவும் எழுதாது, பணம் வாங்காது. படிக்க முடிவதைச் சேமித்து, சப்போர்ட்டை அழைக்கவும்: பேக்கப்பை மீட்கலாம்.
notices-ledger_newer = கணக்கு இந்தப் புரோகிராமின் புதிய வெர்ஷனில் எழுதப்பட்டது.
    .next = புதிய வெர்ஷனை இன்ஸ்டால் செய்யவும். எதுவும் மாறவில்லை.
notices-ledger_cannot_open = கணக்கைத் திறக்க முடியவில்லை.
    .next = டிஸ்க்கையும் அதன் அனுமதிகளையும், வேறு புரோகிராம் கணக்கைப் பயன்படுத்தவில்லை என்பதையும் சரிபார்த்து, மீண்டும் முயற்சிக்கவும். எதுவும் மாறவில்லை.
notices-ledger_tampered = இந்தப் புரோகிராம் அல்லாத வேறொன்று கணக்கை மாற்றியுள்ளது.
    .next = எதுவும் எழுதாது, பணம் வாங்காது. படிக்க முடிவதைச் சேமித்து, மேனேஜரை அழைக்கவும்: PhonePe-யுடன் ஒப்பிடலாம், அல்லது பேக்கப்பை மீட்கலாம்.
notices-ledger_cannot_write = கணக்கில் எழுத முடியவில்லை.
    .next = புதிய ஹோல்டு செய்ய முடியாது. டிஸ்க்கில் இடம் ஏற்படுத்தவும் அல்லது டிஸ்க்கைச் சரிபார்க்கவும், பிறகு மீண்டும் முயற்சிக்கவும்; கல்லாவை மூட வேண்டாம்.
notices-ledger_contradicted = கல்லாவும் அதன் கணக்கும் முரண்படுகின்றன.
    .next = புதிய ஹோல்டு செய்ய முடியாது. மீண்டும் முயற்சிக்கவும்: கல்லா கணக்கிலிருந்து தொடரும். மீண்டும் வந்தால், படிக்க முடிவதைச் சேமித்து சப்போர்ட்டை அழைக்கவும்.
notices-ledger_restored = கணக்கு பேக்கப்பிலிருந்து மீட்கப்பட்டது.
    .next = அதன் பிறகு பதிந்தவை போய்விட்டன. மேனேஜர் PhonePe பட்டியலுடன் ஒப்பிட்டு, இங்கே இல்லாத ஹோல்டுகளைப் பற்றி PhonePe-யிடம் கேட்க வேண்டும்.
notices-backup_failed = இன்றைய பேக்கப் செய்ய முடியவில்லை.
    .next = விற்பனை தொடரும். டிஸ்க்கைச் சரிபார்க்கவும்; ஒரு மணி நேரத்தில் கல்லா மீண்டும் முயற்சிக்கும்.
notices-clock_changed = இந்தக் கம்ப்யூட்டரின் கடிகாரம் மாற்றப்பட்டது.
    .next = விற்பனை தொடரும்; இதனால் எந்த ஹோல்டும் தவறாகக் கணக்கிடப்படாது. தேதி, நேரத்தைச் சரிபார்க்கவும்: அவை ஸ்லிப்பிலும் கணக்கிலும் வரும்.
notices-provider_settings_refused = PhonePe அமைப்புகளைப் பயன்படுத்த முடியவில்லை.
    .next = மேனேஜர் அமைப்புகளில் முகவரி, மெர்ச்சன்ட் ஐடி, சால்ட் கீ ஆகியவற்றைச் சரிபார்க்க வேண்டும்.
notices-recovering = பதில் வராத முந்தைய விற்பனைகளைப் பார்க்கிறது.
    .next = அவற்றுக்கு PhonePe பதில் தந்ததும் புதிய விற்பனை தொடங்கும்.
notices-another_till_runs = இந்தக் கணக்கில் ஏற்கனவே வேறொரு கல்லா இயங்குகிறது.
    .next = திறந்துள்ள விண்டோவைப் பயன்படுத்தவும், அல்லது முதலில் அதை மூடவும்.
notices-disk_low = டிஸ்க் கிட்டத்தட்ட நிரம்பிவிட்டது.
    .next = விற்பனை இப்போதைக்குத் தொடரும். நிரம்பும் முன் இடம் ஏற்படுத்தவும்: நிரம்பினால் கல்லா பணம் வாங்க முடியாது.

## keyring

keyring-unasked = கீரிங்
    .sentence = கீரிங்கிடம் இன்னும் எதுவும் கேட்கவில்லை.
keyring-ready = கீரிங்
    .sentence = தயார்: இணைப்புகளும் சால்ட் கீயும் இந்தக் கம்ப்யூட்டரின் கீரிங்கில் உள்ளன.
keyring-locked = கீரிங் பூட்டியுள்ளது
    .sentence = பூட்டியுள்ளது: இந்தக் கம்ப்யூட்டரின் கீரிங்கைத் திறக்கவும். வாடிக்கையாளர் இணைப்புகள் அழியாது.
keyring-missing = கீரிங் இல்லை
    .sentence = இல்லை: இந்தக் கம்ப்யூட்டரில் கீரிங் இல்லை. gnome-keyring போன்ற ஒன்றை இன்ஸ்டால் செய்து தொடங்கவும்.
keyring-broken = கீரிங் பழுது
    .sentence = கீரிங் சரியாகப் பதில் தரவில்லை. லாக் அவுட் செய்து மீண்டும் லாக் இன் செய்து, இங்கே சரிபார்க்கவும்.
keyring-in_memory = கீரிங் மெமரியில்
    .sentence = மெமரியில்: கீரிங் இல்லாமல் பயிற்சி. புரோகிராமை மூடினால் இணைப்புகள் மறந்துவிடும்.

## books

books-checking = கணக்கு சரிபார்க்கிறது
books-in_order = கணக்கு சரி
books-closed = கணக்கு மூடியது

## provider

provider-unasked = PhonePe
provider-good = PhonePe
provider-slow = PhonePe மெதுவாக
provider-no_answer = PhonePe பதில் தரவில்லை
provider-unreachable = PhonePe கிடைக்கவில்லை
provider-wrong_key = தவறான சால்ட் கீ

## profile

profile-training = பயிற்சி
profile-uat = UAT
profile-production = நேரடி

## word

word-sending = அனுப்புகிறது
word-not_sure_yet = உறுதியில்லை
word-held = ஹோல்டானது
word-captured = எடுத்தது
word-released = விடுவித்தது
word-failed = தோல்வி

## moneyWord

money-word-not_asked = கேட்கவில்லை
money-word-not_sure_yet = உறுதியில்லை
money-word-captured = எடுத்தது
money-word-paid = செலுத்தியது
money-word-failed = தோல்வி
money-word-released = விடுவித்தது

## button

button-pay = செலுத்து
button-top_up_and_pay = டாப்-அப் & செலுத்து
button-top_up = டாப்-அப்

## mode

mode-hold = இப்போது ஹோல்டு, பிறகு எடு
mode-charge = உடனே வசூல்

## tab

tab-open = திறந்தவை
tab-expiring = கெடு அருகில்
tab-not_sure = உறுதியில்லை
tab-captured = எடுத்தது
tab-partial = பகுதி
tab-released = விடுவித்தது
tab-expired = காலாவதி
tab-needs_person = கவனம் தேவை

## state

state-Draft = { $amount }
state-HoldAsked = { $amount } பிளாக் செய்ய PhonePe-யிடம் கேட்கிறது
state-HoldUnknown = { $amount } பிளாக் ஆகியிருக்கலாம்
state-HoldRefused = { $amount } பிளாக் ஆகவில்லை
state-HoldAbsent = { $amount } பிளாக் ஆகவில்லை
state-Held = { $amount } பிளாக் ஆனது, எடுக்கப்படவில்லை
state-CaptureAsked = { $amount } எடுக்க PhonePe-யிடம் கேட்கிறது
state-CaptureUnknown = { $amount } எடுக்கப்பட்டிருக்கலாம்
state-CaptureAccepted = { $amount } எடுக்கப்பட்டது
state-Paid = { $amount } செலுத்தப்பட்டது
state-NotPaid = { $amount } செலுத்தப்படவில்லை
state-CancelAsked = { $amount } விடுவிக்க PhonePe-யிடம் கேட்கிறது
state-CancelUnknown = { $amount } இன்னும் பிளாக்கில் இருக்கலாம்
state-Released = { $amount } வாடிக்கையாளருக்கு விடுவிக்கப்பட்டது
state-Expired = { $amount } ஹோல்டு காலாவதியானது
state-NeedsPerson = { $amount }: மேனேஜர் பார்க்க வேண்டும்

## next

next-HoldAsked = பதில் வரும் வரை காத்திருக்கவும்.
next-Held = சேவையைக் கொடுக்கவும். பிறகு இறுதித் தொகையை எடுக்கவும்; இதற்கிடையில் மற்றவர்களைக் கவனிக்கலாம் ({ KEY("sale") }).
next-CaptureAsked = பதில் வரும் வரை காத்திருக்கவும்.
next-CaptureAccepted = எடுக்கும் கோரிக்கையை PhonePe ஏற்றது. பேமெண்ட் சான்று தானாக வரும்; அடுத்த வாடிக்கையாளரைக் கவனிக்கலாம்.
next-Paid = பேமெண்ட்டை PhonePe உறுதி செய்தது.
next-CancelAsked = பதில் வரும் வரை காத்திருக்கவும்.
next-Released = எதுவும் எடுக்கப்படவில்லை. வாலட்டில் உள்ள தொகையை வாடிக்கையாளர் மீண்டும் பயன்படுத்தலாம்.
next-Expired = எதுவும் எடுக்கப்படவில்லை. வாலட்டில் உள்ள தொகையை வாடிக்கையாளர் மீண்டும் பயன்படுத்தலாம்.

## staff

staff-who = கல்லாவில் யார்?
staff-locked-what = திறந்த ஹோல்டுகள் அப்படியே இருக்கும், தொடர்ந்து கவனிக்கப்படும். உங்கள் பில் உங்கள் PIN-க்குப் பின் காத்திருக்கும்.
staff-role-cashier = கேஷியர்
staff-role-manager = மேனேஜர்
staff-waits = மீண்டும் { $left } இல்
staff-pin-of = { $name } PIN
staff-pin = PIN
staff-pin-hint = ஆறு இலக்கம்
staff-sign-in = உள்நுழை
staff-checking = சரிபார்க்கிறது…
staff-choose = முதலில் உங்கள் பெயரைத் தேர்ந்தெடுக்கவும்.
staff-lock = பூட்டு
staff-lock-what = கல்லாவைப் பூட்டு, அல்லது வேறொருவர் உள்நுழைய விடு
staff-locks-in = கல்லாவை யாரும் பயன்படுத்தவில்லை: { $left } இல் பூட்டும். எந்தக் கீயை அழுத்தினாலும் திறந்தே இருக்கும்.
staff-asks = { $amount ->
    [none] மேனேஜர் PIN
   *[other] { $amount } க்கு மேனேஜர் PIN
}
staff-asks-what = { $what }: இதற்கு மேனேஜர் ஒப்புதல் தேவை. இன்னும் எதுவும் அனுப்பப்படவில்லை.
staff-manager = மேனேஜர்
staff-no-managers = இந்தக் கல்லாவில் மேனேஜர் இல்லை. holdfast-admin staff add மூலம் சேர்க்கவும்.
staff-approve = ஒப்புதல்: { $what }
staff-back = பின்
staff-not-by-enter = Enter ஒப்புதல் தராது. PIN டைப் செய்த பிறகு { KEY("money") } அல்லது பட்டனை அழுத்தவும்.
staff-offer = பணியாளர் சேர்
staff-offer-what = கல்லா எல்லோருக்கும் எல்லா உரிமையுடன் திறந்துள்ளது. முதல் மேனேஜரை உருவாக்கவும்.
staff-title = பணியாளர்கள்
staff-none = இன்னும் யாரும் சேர்க்கப்படவில்லை; எனவே கல்லா எல்லோருக்கும் எல்லா உரிமையுடன் திறக்கும்.
staff-none-next = முதல் மேனேஜரைச் சேர்க்கவும்; அதன்பின் ஒவ்வொருவரும் PIN மூலம் உள்நுழைய வேண்டும்.
staff-only-managers = பணியாளர், PIN, வரம்புகளை மேனேஜர்கள் மட்டுமே மாற்றலாம். மேனேஜராக உள்நுழையவும் ({ KEY("lock") }).
staff-name = பெயர்
staff-name-hint = பூட்டுத் திரையில்
staff-role-of = பொறுப்பு
staff-pin-again = அதே PIN மீண்டும்
staff-add-first = முதல் மேனேஜரைச் சேர்
staff-add = சேர்
staff-add-title = ஒருவரைச் சேர்
staff-new-pin = புதிய PIN
staff-new-pin-of = { $name } புதிய PIN
staff-save = சேமி
staff-remove = நீக்கு
staff-remove-ask = { $name } பெயரை நீக்கவா? { $name } செய்தவை கணக்கில் இருக்கும்.
staff-remove-yes = நீக்கு
staff-keep = இருக்கட்டும்
staff-make-manager = மேனேஜர் ஆக்கு
staff-make-cashier = கேஷியர் ஆக்கு
staff-you = நீங்கள்
staff-pins-differ = இரண்டு PIN-களும் ஒன்றல்ல. இரண்டையும் மீண்டும் டைப் செய்யவும்.
staff-rules = கேஷியர்கள் செய்யக்கூடியவை
staff-rules-what = வரம்பு வரை முதல் பதில், வரம்பைத் தாண்டினால் இரண்டாவது. எல்லா ஒப்புதலும் மாற்றமும் கணக்கில் இருக்கும்.
staff-action = செயல்
staff-within = வரம்பு வரை
staff-limit = வரம்பு (ரூபாய்)
staff-no-limit = வரம்பு இல்லை
staff-over = அதைத் தாண்டினால்
staff-permission-allowed = அனுமதி உண்டு
staff-permission-ask_manager = மேனேஜரைக் கேள்
staff-permission-denied = அனுமதி இல்லை
staff-does-hold = ஹோல்டு
staff-does-charge = உடனே வசூல்
staff-does-capture = ஹோல்டிலிருந்து எடு
staff-does-release = ஹோல்டை விடுவி
staff-does-refund = ரீஃபண்ட்
staff-does-bulk = பல ஒரே நேரத்தில்
staff-does-unlink_customer = வாலட் இணைப்பை நீக்கு
staff-does-shift_open = ஷிஃப்ட்டைத் திற
staff-does-shift_close = எண்ணி ஷிஃப்ட்டை மூடு
staff-does-cash_in_out = ரொக்கம் உள்ளே / வெளியே
staff-does-hand_over = ஹோல்டை ஒப்படை
staff-does-reconcile = PhonePe-யுடன் ஒத்துப்பார்
staff-does-staff_edit = பணியாளர், வரம்பு
staff-does-settings = அமைப்புகள்
staff-idle = கல்லாவை இத்தனை நிமிடம் பயன்படுத்தாவிட்டால் பூட்டு
staff-minutes = நிமிடம்
staff-does-price_change = வேறு விலை, தள்ளுபடி
staff-does-catalogue_edit = பொருள் பட்டியலை மாற்று

## error

error-amount_empty = தொகையை டைப் செய்யவும்.
error-amount_not_a_number = இது தொகை அல்ல. 600 அல்லது 1,250.50 போல ரூபாயில் டைப் செய்யவும்.
error-amount_too_fine = தொகையில் புள்ளிக்குப் பின் அதிகபட்சம் இரண்டு இலக்கம்.
error-amount_zero = தொகை பூஜ்யத்தை விட அதிகமாக இருக்க வேண்டும்.
error-amount_negative = தொகை பூஜ்யத்துக்குக் கீழ் இருக்க முடியாது.
error-amount_too_large = { $detail ->
    [none] இந்தத் தொகை மிக அதிகம்.
   *[other] இந்தத் தொகை மிக அதிகம்; அதிகபட்சம் { $detail }.
}
error-amount_over_the_hold = { $detail ->
    [none] இது ஹோல்டு தொகையை விட அதிகம்.
   *[other] இது ஹோல்டு தொகை { $detail } ஐ விட அதிகம்.
}
error-line_no_name = பொருளுக்குப் பெயர் கொடுக்கவும்.
error-line_long_name = இந்தப் பெயர் மிக நீளம்.
error-line_quantity = அளவு பூஜ்யத்துக்கு மேல் இருக்க வேண்டும்; புள்ளிக்குப் பின் அதிகபட்சம் மூன்று இலக்கம்.
error-line_too_many = கார்ட் நிரம்பியது.
error-no_such_line = இந்த வரி இப்போது கார்ட்டில் இல்லை.
error-mobile_empty = வாடிக்கையாளரின் மொபைல் எண்ணை டைப் செய்யவும்.
error-mobile_not_digits = மொபைல் எண்ணில் இலக்கங்கள் மட்டுமே இருக்கும்.
error-mobile_wrong_length = { $detail ->
    [none] மொபைல் எண்ணில் பத்து இலக்கம் இருக்க வேண்டும்.
   *[other] மொபைல் எண்ணில் பத்து இலக்கம் இருக்க வேண்டும், { $detail } அல்ல.
}
error-mobile_wrong_start = இந்திய மொபைல் எண் 6, 7, 8 அல்லது 9-இல் தொடங்கும்.
error-otp_empty = வாடிக்கையாளரின் SMS-இல் வந்த OTP-ஐ டைப் செய்யவும்.
error-otp_not_digits = OTP-இல் இலக்கங்கள் மட்டுமே இருக்கும்.
error-otp_wrong_length = { $detail ->
    [none] இந்த OTP-இல் இலக்கங்களின் எண்ணிக்கை தவறு.
   *[other] இந்த OTP-இல் இலக்கங்களின் எண்ணிக்கை தவறு ({ $detail }).
}
error-otp_not_asked = OTP கேட்கப்படவில்லை. முதலில் மொபைல் எண்ணை டைப் செய்யவும்.
error-otp_too_soon = { $detail ->
    [none] மற்றொரு OTP கேட்கும் முன் சற்றுக் காத்திருக்கவும்.
   *[other] மற்றொரு OTP கேட்கும் முன் { $detail } நொடி காத்திருக்கவும்.
}
error-no_customer = முதலில் வாடிக்கையாளரை இணைக்கவும் ({ KEY("customer") }).
error-no_amount = முதலில் தொகையை டைப் செய்யவும் ({ KEY("sale") }).
error-not_armed = அதற்குள் திரை மாறிவிட்டது. எதுவும் அனுப்பப்படவில்லை; படித்துப் பார்த்து மீண்டும் அழுத்தவும்.
error-already_taken = நீங்கள் அழுத்தியது ஏற்கனவே ஏற்கப்பட்டது. எதுவும் இரண்டு முறை அனுப்பப்படவில்லை.
error-busy = இதற்கான கோரிக்கை இன்னும் போய்க்கொண்டிருக்கிறது.
error-no_such_sale = இந்தக் கல்லாவில் அப்படி ஒரு விற்பனை இல்லை.
error-not_allowed_now = இப்போது இது முடியாது.
error-refund_not_paid = செலுத்தப்பட்டதற்குச் சான்று உள்ள விற்பனைக்கு மட்டுமே ரீஃபண்ட் செய்யலாம்.
error-refund_under_way = இந்த விற்பனையின் ஒரு ரீஃபண்ட் இன்னும் முடியவில்லை. அது முடியும் வரை மீண்டும் ரீஃபண்ட் செய்யாதீர்கள்.
error-refund_over_the_rest = { $detail ->
    [none] இது இன்னும் ரீஃபண்ட் செய்யக்கூடிய தொகையை விட அதிகம்.
   *[other] இது இன்னும் ரீஃபண்ட் செய்யக்கூடிய { $detail } ஐ விட அதிகம்.
}
error-refund_no_reason = காரணத்தை எழுதவும்; அது கணக்கில் இருக்கும்.
error-refund_long_reason = காரணம் மிக நீளம்; அதிகபட்சம் 80 எழுத்துகள்.
error-refund_number_in_reason = காரணத்தில் ஃபோன் எண் எழுத வேண்டாம்.
error-looked_just_now = { $detail ->
    [none] சற்று முன்தான் பார்த்தது.
   *[other] சற்று முன்தான் பார்த்தது; மீண்டும் { $detail } நொடியில்.
}
error-keyring_locked = கீரிங் பூட்டியுள்ளது. அதைத் திறந்து மீண்டும் முயற்சிக்கவும்.
error-keyring_missing = இந்தக் கம்ப்யூட்டரில் கீரிங் இல்லை. அமைப்புகளைப் பார்க்கவும்.
error-keyring_broken = கீரிங் சரியாகப் பதில் தரவில்லை. அமைப்புகளைப் பார்க்கவும்.
error-books_closed = கணக்கில் எழுத முடியவில்லை; எனவே புதிய ஹோல்டு செய்ய முடியாது.
error-books_checking = கணக்கு சரிபார்க்கப்படுகிறது. சற்று நேரத்தில் மீண்டும் முயற்சிக்கவும்.
error-recovering = முதலில் முந்தைய விற்பனைகளைப் பார்க்கிறது. சற்று நேரத்தில் மீண்டும் முயற்சிக்கவும்.
error-provider_not_ready = இந்தக் கல்லாவில் PhonePe அமைக்கப்படவில்லை. அமைப்புகளைப் பார்க்கவும்.
error-till_locked = கல்லா பூட்டியுள்ளது. முதலில் உள்நுழையவும்; எதுவும் செய்யப்படவில்லை.
error-not_allowed_for_you = இங்கே இதைச் செய்ய உங்களுக்கு அனுமதி இல்லை; எதுவும் செய்யப்படவில்லை. மேனேஜர் உள்நுழைந்து செய்யலாம் ({ KEY("lock") }).
error-manager_needed = இதற்கு மேனேஜர் PIN தேவை. இன்னும் எதுவும் அனுப்பப்படவில்லை.
error-name_empty = பெயரை டைப் செய்யவும்.
error-name_too_long = { $detail ->
    [none] இந்தப் பெயர் மிக நீளம். எழுத்துகளைக் குறைக்கவும்.
   *[other] இந்தப் பெயர் மிக நீளம்: அதிகபட்சம் { $detail } எழுத்துகள்.
}
error-name_odd_character = பெயரில் எழுத்து, இலக்கம், இடைவெளி மற்றும் . ’ - மட்டுமே இருக்கலாம்.
error-name_taken = இந்தப் பெயரில் ஏற்கனவே ஒருவர் உள்ளார். வித்தியாசம் தெரிய இனிஷியல் சேர்க்கவும்.
error-no_such_person = இந்தப் பெயரில் இப்போது யாரும் இல்லை.
error-last_manager = இவர் ஒருவரே மேனேஜர். முதலில் வேறொருவரை மேனேஜர் ஆக்கவும்.
error-first_is_manager = முதல் நபர் மேனேஜராக இருக்க வேண்டும்.
error-not_yourself = உங்களை நீங்களே நீக்கவோ பதவி குறைக்கவோ முடியாது. வேறு மேனேஜர் செய்யலாம்.
error-pin_empty = PIN-ஐ டைப் செய்யவும்.
error-pin_not_digits = PIN-இல் இலக்கங்கள் மட்டுமே இருக்கும்.
error-pin_wrong_length = PIN-இல் ஆறு இலக்கம் இருக்க வேண்டும்.
error-pin_too_easy = யாரும் முதலில் இந்த PIN-ஐத்தான் முயற்சிப்பார்கள். வரிசையாகவோ ஒரே மாதிரியாகவோ இல்லாத ஆறு இலக்கங்களைத் தேர்ந்தெடுக்கவும்.
error-pin_wrong = இது அந்தப் பெயரின் PIN அல்ல. எதுவும் செய்யப்படவில்லை; மீண்டும் டைப் செய்யவும்.
error-pin_wait = { $detail ->
    [none] பல முறை தவறான PIN. சற்றுக் காத்திருக்கவும்; மேனேஜர் அமைப்புகளில் புதிய PIN தரலாம்.
   *[other] பல முறை தவறான PIN. { $detail } நொடி காத்திருக்கவும்; மேனேஜர் அமைப்புகளில் புதிய PIN தரலாம்.
}
error-pin_key_gone = PIN-கள் வேறொரு கீரிங்கில் உருவானவை; எனவே எதையும் சரிபார்க்க முடியாது. இந்தக் கல்லாவை அமைத்தவரை அழைக்கவும்.
error-rule_locks_out = பணியாளரையும் அமைப்புகளையும் மேனேஜர்கள் மாற்ற முடிய வேண்டும்; இல்லாவிட்டால் யாராலும் முடியாது.
error-rule_no_amount = இந்தச் செயலில் வரம்பு வைக்கத் தொகை எதுவும் இல்லை.
error-rule_weaker = வரம்புக்கு மேல், வரம்புக்குக் கீழ் உள்ளதை விட எளிதாக இருக்க முடியாது.
error-idle_out_of_range = 1 முதல் 600 வரை முழு நிமிடங்களை டைப் செய்யவும்.
error-shift_is_open = ஷிஃப்ட் ஏற்கனவே திறந்துள்ளது.
error-no_shift = ஷிஃப்ட் எதுவும் திறக்கவில்லை.
error-reason_empty = எதற்காக என்று சில வார்த்தைகளில் எழுதவும்.
error-reason_too_long = இது மிக நீளம்: அதிகபட்சம் 200 எழுத்துகள்.
error-cash_over_drawer = இது பெட்டியில் இருக்கக்கூடியதை விட அதிகம். எதுவும் எழுதப்படவில்லை.
error-not_counted = முதலில் பெட்டியை எண்ணவும்; கடைசியாக எண்ணிய பிறகு ரொக்கம் மாறியுள்ளது, அல்லது எண்ணவே இல்லை.
error-holds_not_handed_over = { $detail ->
    [none] புதிய பொறுப்பாளர் இல்லாத திறந்த ஹோல்டுகள்: சில. ஒவ்வொன்றையும் ஒருவர் பெயரில் ஒப்படைக்கவும், அல்லது அடுத்த ஷிஃப்ட்டுக்கு மாற்று என்பதை டிக் செய்யவும்.
   *[other] புதிய பொறுப்பாளர் இல்லாத திறந்த ஹோல்டுகள்: { $detail }. ஒவ்வொன்றையும் ஒருவர் பெயரில் ஒப்படைக்கவும், அல்லது அடுத்த ஷிஃப்ட்டுக்கு மாற்று என்பதை டிக் செய்யவும்.
}
error-language_unknown = அப்படி ஒரு மொழி இல்லை. எதுவும் மாறவில்லை.
error-file_not_written = { $detail ->
    [none] ஃபைலை எழுத முடியவில்லை. பாதி ஃபைல் எதுவும் இல்லை; வேறெதுவும் மாறவில்லை.
   *[other] ஃபைலை எழுத முடியவில்லை: { $detail }. பாதி ஃபைல் எதுவும் இல்லை; வேறெதுவும் மாறவில்லை.
}
error-queue_nothing = முதலில் ஹோல்டுகளைத் தேர்ந்தெடுக்கவும்.
error-queue_too_many = { $detail ->
    [none] ஒரே நேரத்தில் ஹோல்டுகள் மிக அதிகம். குறைவாகத் தேர்ந்தெடுக்கவும்.
   *[other] ஒரே நேரத்தில் மிக அதிகம்: அதிகபட்சம் { $detail } ஹோல்டுகள்.
}
error-queue_results_open = பல முடிவுகள் திறந்துள்ளன. படித்தவற்றை மூடவும்.
error-queue_too_late = { $detail ->
    [none] கெடுவுக்கு சில நிமிடங்களே உள்ளன: தேர்ந்தெடுக்க நேரம் இல்லை. இப்போதே எடுக்கவும் அல்லது விடுவிக்கவும்.
   *[other] கெடுவுக்கு { $detail } நிமிடத்துக்கும் குறைவாகவே உள்ளது: தேர்ந்தெடுக்க நேரம் இல்லை. இப்போதே எடுக்கவும் அல்லது விடுவிக்கவும்.
}
error-period_wrong = இரண்டு நாட்களைத் தேர்ந்தெடுக்கவும்; முதல் நாள் கடைசி நாளுக்குப் பின்னோ, வருங்காலத்திலோ இருக்கக் கூடாது.
error-period_empty = இந்தக் காலத்தில் எந்த விற்பனையும் தொடங்கவில்லை.
error-period_too_long = { $detail ->
    [none] ஒரு ரன்னுக்கு விற்பனைகள் மிக அதிகம். குறைந்த காலத்தைத் தேர்ந்தெடுக்கவும்.
   *[other] ஒரு ரன்னுக்கு விற்பனைகள் மிக அதிகம்: அதிகபட்சம் { $detail }. குறைந்த காலத்தைத் தேர்ந்தெடுக்கவும்.
}
error-filter_from = முதல் நாள் காலண்டரில் இல்லாத நாள். ஒன்றைத் தேர்ந்தெடுக்கவும், அல்லது காலியாக விடவும்.
error-filter_to = கடைசி நாள் காலண்டரில் இல்லாத நாள். ஒன்றைத் தேர்ந்தெடுக்கவும், அல்லது காலியாக விடவும்.
error-filter_days = கடைசி நாள் முதல் நாளுக்கு முன் உள்ளது. பிந்தைய நாளைத் தேர்ந்தெடுக்கவும், அல்லது ஒன்றைக் காலியாக விடவும்.
error-filter_least = குறைந்த தொகை ஹோல்டு செய்யக்கூடிய தொகை அல்ல. 600 அல்லது 1,250.50 போல ரூபாயில் டைப் செய்யவும், அல்லது காலியாக விடவும்.
error-filter_most = அதிக தொகை ஹோல்டு செய்யக்கூடிய தொகை அல்ல. 600 அல்லது 1,250.50 போல ரூபாயில் டைப் செய்யவும், அல்லது காலியாக விடவும்.
error-filter_amounts = அதிக தொகை குறைந்த தொகையை விடச் சிறியது. பெரிய தொகையை டைப் செய்யவும், அல்லது ஒன்றைக் காலியாக விடவும்.
error-view_name_empty = வியூவுக்குப் பெயர் கொடுக்கவும்.
error-view_name_long = { $detail ->
    [none] வியூ பெயரில் அதிகபட்சம் 40 எழுத்துகள்.
   *[other] வியூ பெயரில் அதிகபட்சம் { $detail } எழுத்துகள்.
}
error-view_name_odd = பெயரில் கண்ணுக்குத் தெரியாத குறி உள்ளது. பெயரை மீண்டும் டைப் செய்யவும்.
error-views_full = { $detail ->
    [none] 20 வியூக்களுக்கு மேல் வைக்க முடியாது. முதலில் ஒன்றை நீக்கவும்.
   *[other] { $detail } வியூக்களுக்கு மேல் வைக்க முடியாது. முதலில் ஒன்றை நீக்கவும்.
}
error-views_unreadable = { $detail ->
    [none] சேமித்த வியூக்களைப் படிக்க முடியவில்லை. கல்லாவின் ஃபோல்டரில் உள்ள views.json ஃபைலை யாரிடமாவது காட்டவும்; போர்டும் கணக்கும் பாதிக்கப்படவில்லை.
   *[other] சேமித்த வியூக்களைப் படிக்க முடியவில்லை: { $detail }. கல்லாவின் ஃபோல்டரில் உள்ள views.json ஃபைலை யாரிடமாவது காட்டவும்; போர்டும் கணக்கும் பாதிக்கப்படவில்லை.
}
error-reconcile_under_way = ஒரு ரன் ஏற்கனவே நடக்கிறது. முதலில் அதை நிறுத்தவும், அல்லது முடியும் வரை காத்திருக்கவும்.
error-note_empty = எப்படித் தீர்ந்தது என்று எழுதவும்; குறிப்பு உங்கள் பெயருடன் இருக்கும்.
error-note_too_long = குறிப்பு மிக நீளம்: அதிகபட்சம் 200 எழுத்துகள்.
error-difference_closed = இந்த வித்தியாசம் ஏற்கனவே முடிக்கப்பட்டது.
error-file_too_large = { $detail ->
    [none] ஃபைல் கல்லா ஏற்பதை விடப் பெரியது. எதுவும் படிக்கப்படவில்லை; இதற்கு holdfast-admin reconcile பயன்படுத்தவும்.
   *[other] ஃபைல் { $detail } ஐ விடப் பெரியது. எதுவும் படிக்கப்படவில்லை; இதற்கு holdfast-admin reconcile பயன்படுத்தவும்.
}
error-file_too_many_rows = { $detail ->
    [none] ஃபைலில் வரிகள் மிக அதிகம். எதுவும் சேமிக்கப்படவில்லை; இதற்கு holdfast-admin reconcile பயன்படுத்தவும்.
   *[other] ஃபைலில் { $detail } வரிகளுக்கு மேல் உள்ளன. எதுவும் சேமிக்கப்படவில்லை; இதற்கு holdfast-admin reconcile பயன்படுத்தவும்.
}
error-file_empty = ஃபைலில் தலைப்பைத் தவிர வரி இல்லை. எதுவும் சேமிக்கப்படவில்லை.
error-file_not_utf8 = { $detail ->
    [none] ஃபைலின் வரி 1 UTF-8 அல்ல. “CSV UTF-8” ஆகச் சேமித்து மீண்டும் தேர்ந்தெடுக்கவும். எதுவும் சேமிக்கப்படவில்லை.
   *[other] ஃபைலின் வரி { $detail } UTF-8 அல்ல. “CSV UTF-8” ஆகச் சேமித்து மீண்டும் தேர்ந்தெடுக்கவும். எதுவும் சேமிக்கப்படவில்லை.
}
error-file_not_csv = { $detail ->
    [none] இது ஒரே வடிவில் உள்ள CSV ஃபைல் அல்ல. எதுவும் சேமிக்கப்படவில்லை.
   *[other] இது ஒரே வடிவில் உள்ள CSV ஃபைல் அல்ல: { $detail }. எதுவும் சேமிக்கப்படவில்லை.
}
error-file_column_missing = ஒரு நெடுவரிசை இல்லை: { $detail }. எதுவும் சேமிக்கப்படவில்லை; நெடுவரிசைகளை மீண்டும் தேர்ந்தெடுக்கவும்.
error-file_amount = ஒரு கட்டத்தில் உள்ளது தொகை அல்ல: { $detail }. எதுவும் சேமிக்கப்படவில்லை; நெடுவரிசை அல்லது அலகை மீண்டும் தேர்ந்தெடுக்கவும்.
error-file_of_another_period = { $detail ->
    [none] ஃபைலும் கணக்கும் பல இடங்களில் வேறுபடுகின்றன: இது இந்தக் காலம், மெர்ச்சன்ட்டுடையதாகத் தெரியவில்லை. எதுவும் சேமிக்கப்படவில்லை.
   *[other] ஃபைலும் கணக்கும் { $detail } இடங்களுக்கு மேல் வேறுபடுகின்றன: இது இந்தக் காலம், மெர்ச்சன்ட்டுடையதாகத் தெரியவில்லை. எதுவும் சேமிக்கப்படவில்லை.
}
error-stopped = { $detail ->
    [none] கல்லாவின் இன்ஜின் நின்றுவிட்டது. புரோகிராமை மூடி மீண்டும் திறக்கவும்.
   *[other] கல்லாவின் இன்ஜின் நின்றுவிட்டது. புரோகிராமை மூடி மீண்டும் திறக்கவும். ({ $detail })
}
error-setup_unusable = இதைப் பயன்படுத்த முடியாது: { $detail }. எதுவும் அனுப்பப்படவில்லை, எதுவும் மாறவில்லை.
error-setup_not_kept = சேமிக்க முடியவில்லை: { $detail }. எல்லாம் முன்பு போலவே உள்ளது.
error-printer_not_set_up = பிரிண்டர் அமைக்கப்படவில்லை. PDF ஆகச் சேமிக்கவும், அல்லது மேனேஜர் அமைப்புகளில் பிரிண்டரை அமைக்கலாம்.
error-paper_under_way = இது ஏற்கனவே பிரிண்ட் ஆகிறது. பிரிண்டரைப் பார்க்கவும்.
error-nothing_to_print = பிரிண்ட் செய்ய இன்னும் எதுவும் இல்லை: இந்த பில்லுக்காக PhonePe-யிடம் எதுவும் கேட்கப்படவில்லை.
error-printer_address = இது பிரிண்டரின் முகவரி அல்ல. 192.168.1.50:9100 போன்ற பெயர் அல்லது எண், அல்லது /dev/usb/lp0 போன்ற பாதையை டைப் செய்யவும்.
error-shop_name_long = { $detail ->
    [none] ஸ்லிப்பின் மேல் வரும் பெயரில் அதிகபட்சம் 60 எழுத்துகள்.
   *[other] ஸ்லிப்பின் மேல் வரும் பெயரில் அதிகபட்சம் { $detail } எழுத்துகள்.
}
error-discount = தள்ளுபடியை 50 போல ரூபாயில், அல்லது 10% போல 100 வரை சதவீதத்தில் டைப் செய்யவும்.
error-discount_too_large = தள்ளுபடி, அது கழிக்கப்படும் தொகையை விட அதிகம்.
error-note_long = குறிப்பு மிக நீளம்; அதிகபட்சம் 200 எழுத்துகள்.
error-bill_locked = இந்த பில் நடந்துகொண்டிருக்கும் விற்பனைக்கு உரியது; எனவே எதுவும் சேர்க்கப்படவில்லை. புதியது தொடங்க { KEY("sale") }.
error-scan_unknown = { $detail } பொருள் பட்டியலில் இல்லை. எதுவும் சேர்க்கப்படவில்லை.
error-no_such_item = இந்தப் பொருள் இப்போது பட்டியலில் இல்லை.
error-catalogue_reading = பொருள் பட்டியலை இன்னும் படிக்கிறது. சற்று நேரத்தில் மீண்டும் ஸ்கேன் செய்யவும்.
error-catalogue_unreadable = பொருள் பட்டியலைப் படிக்க முடியவில்லை. மேனேஜர் அமைப்புகளில் மீண்டும் இம்போர்ட் செய்யலாம்.
error-catalogue_columns = { $detail } நெடுவரிசை இல்லை, தெரியாதது அல்லது இரண்டு முறை உள்ளது. பட்டியலில் code, name, price இருக்க வேண்டும்; barcode, unit, gst, hsn, hold, expiry_minutes இருக்கலாம்; இடையில் காற்புள்ளி. எதுவும் மாறவில்லை.
error-item_wrong = இந்தப் பொருளின் விவரம் சரியில்லை. எதுவும் மாறவில்லை.
error-catalogue_wrong_lines = தவறான வரிகள்: { $detail }. எதுவும் மாறவில்லை.
error-catalogue_moved = இந்த ஃபைலைப் பார்த்த பிறகு பொருள் பட்டியல் மாறிவிட்டது. ஃபைலை மீண்டும் தேர்ந்தெடுக்கவும்.
error-nothing_to_park = ஒதுக்கி வைக்க இந்த பில்லில் எதுவும் இல்லை.
error-park_full = { $detail ->
    [none] இன்னொரு பில்லை ஒதுக்க இடம் இல்லை. முதலில் ஒன்றை மீண்டும் திறக்கவும்.
   *[other] இன்னொரு பில்லை ஒதுக்க இடம் இல்லை; அதிகபட்சம் { $detail }. முதலில் ஒன்றை மீண்டும் திறக்கவும்.
}
error-park_name_long = { $detail ->
    [none] இந்தப் பெயர் மிக நீளம்; எழுத்துகளைக் குறைக்கவும்.
   *[other] இந்தப் பெயர் மிக நீளம்; அதிகபட்சம் { $detail } எழுத்துகள்.
}
error-no_such_bill = இந்த பில் இப்போது ஒதுக்கியவற்றில் இல்லை.
error-bills_not_kept = { $detail ->
    [none] டிஸ்க்கில் சேமிக்க முடியவில்லை. எதுவும் மாறவில்லை.
   *[other] டிஸ்க்கில் சேமிக்க முடியவில்லை: { $detail }. எதுவும் மாறவில்லை.
}
error-key_unknown = இந்தக் கீயை எதற்கும் வைக்க முடியாது. F1 முதல் F12 வரை, அல்லது எழுத்து அல்லது இலக்கத்துடன் Ctrl அல்லது Alt தேர்ந்தெடுக்கவும்.
error-key_types = தனி எழுத்து, இலக்கம், குறி டைப் செய்வதற்கு உரியவை. அதனுடன் Ctrl அல்லது Alt அழுத்தவும், அல்லது F கீயைத் தேர்ந்தெடுக்கவும்.
error-key_fixed = இந்தக் கீக்கு எங்கும் ஒரே வேலை; எனவே மாற்ற முடியாது. வேறொன்றைத் தேர்ந்தெடுக்கவும்.
error-key_reserved = { $detail ->
    [none] கம்ப்யூட்டர், எடிட்டிங் அல்லது ஸ்கேனருக்கு இந்தக் கீ தேவை. வேறொன்றைத் தேர்ந்தெடுக்கவும்.
   *[other] கம்ப்யூட்டர், எடிட்டிங் அல்லது ஸ்கேனருக்கு { $detail } தேவை. வேறொன்றைத் தேர்ந்தெடுக்கவும்.
}
error-key_taken = { $detail ->
    [none] இந்தக் கீ ஏற்கனவே வேறொன்றுக்கு உள்ளது. முதலில் அதற்கு வேறு கீ வைக்கவும்.
   *[other] இந்தக் கீ ஏற்கனவே இதற்கு உள்ளது: { $detail }. முதலில் அதற்கு வேறு கீ வைக்கவும்.
}
error-volume_out_of_range = ஒலி அளவு 0 முதல் 100 % வரை இருக்க வேண்டும்.
error-no_such_monitor = இது எந்த மானிட்டரின் பெயரும் இல்லை. எதுவும் மாறவில்லை.
error-display_off = வாடிக்கையாளர் திரை நிறுத்தப்பட்டுள்ளது. முதலில் அமைப்புகளில் அதை இயக்குங்கள்.
error-no_hook = வாடிக்கையாளருக்குத் தகவல் சொல்லும் புரோகிராமோ பயன்படும் முகவரியோ இந்தக் கல்லாவின் அமைப்பு ஃபைலில் இல்லை, அல்லது இது பயிற்சி. எதுவும் மாறவில்லை.
error-no_speech = பேசும் புரோகிராம் இந்தக் கல்லாவின் அமைப்பு ஃபைலில் இல்லை; எனவே தொகைகளைப் பேச முடியாது. எதுவும் மாறவில்லை.

## filter

filter-open = ஃபில்டர்
filter-title = போர்டை ஃபில்டர் செய்
filter-part-from = முதல் நாள்
filter-part-to = கடைசி நாள்
filter-part-cashier = கேஷியர்
filter-part-counter = கவுன்ட்டர்
filter-part-least = குறைந்த தொகை
filter-part-most = அதிக தொகை
filter-chip-from = { $text } முதல்
filter-chip-to = { $text } வரை
filter-chip-cashier = கேஷியர் { $text }
filter-chip-counter = கவுன்ட்டர் { $text }
filter-chip-least = { $text } அல்லது அதிகம்
filter-chip-most = { $text } அல்லது குறைவு
filter-active = பயன்பாட்டில் உள்ள ஃபில்டர்கள்
filter-remove = நீக்கு: { $said }
filter-apply = காட்டு
filter-clear = அழி
filter-views = சேமித்த வியூக்கள்
filter-save-as = இப்போது தெரிவதை இந்தப் பெயரில் சேமி
filter-view-name = வியூ பெயர்
filter-save = வியூவைச் சேமி
filter-delete-view = வியூ “{ $name }” ஐ நீக்கு
filter-none = இந்த ஃபில்டர்களில் எதுவும் இல்லை.
filter-none-found = இந்த ஃபில்டர்களில் “{ $search }” எதுவும் கிடைக்கவில்லை.

## refund

refund-title = ரீஃபண்டுகள்
refund-open = ரீஃபண்ட்…
refund-amount = ரீஃபண்ட் தொகை
refund-amount-hint = { $rest } வரை ரீஃபண்ட் செய்யலாம்
refund-reason = காரணம்
refund-reason-hint = கணக்கில் இருக்கும், PhonePe-க்கும் அனுப்பப்படும். ஃபோன் எண் வேண்டாம்.
refund-review = சரிபார்
refund-cancel = ரத்து
refund-panel = வாடிக்கையாளர் வாலட்டுக்கு { $amount } ரீஃபண்ட் செய்
refund-once = இதைத் திரும்பப் பெற முடியாது.
refund-rest = பேமெண்ட்டில் மீதி { $rest } அப்படியே இருக்கும்.
refund-confirm = ரீஃபண்ட் செய்
refund-back = பின்
refund-agree = ரீஃபண்ட் செய்ய கிளிக் செய்யவும் அல்லது தொடவும். இங்கே கீகள் பணத்தை நகர்த்தாது.
refund-look = இப்போது பார்
refund-refunded = { $amount } ரீஃபண்ட் ஆனது
refund-by = { $cashier } · “{ $reason }”
refund-next = அடுத்து பார்ப்பது: { $left } ({ $of } இல் { $done }).
refund-soon = பார்க்கிறது…
refund-person = கீழே உள்ள ஐடிகளுடன் PhonePe சப்போர்ட்டைக் கேட்கவும். மீண்டும் ரீஃபண்ட் செய்யாதீர்கள்.
refund-word-sending = அனுப்புகிறது
refund-word-waiting = PhonePe-க்காகக் காத்திருக்கிறது
refund-word-not_sure_yet = உறுதியில்லை
refund-word-refunded = ரீஃபண்ட் ஆனது
refund-word-failed = ரீஃபண்ட் ஆகவில்லை
refund-told-sending = கோரிக்கை போய்க்கொண்டிருக்கிறது.
refund-told-waiting = PhonePe ரீஃபண்டை ஏற்றது; வழக்கமாக 90 நொடியில் முடியும். இன்னும் சான்று எதுவும் இல்லை.
refund-told-not_sure_yet = பணம் திரும்புமா என்று இன்னும் யாருக்கும் தெரியாது. மீண்டும் ரீஃபண்ட் செய்யாதீர்கள்.
refund-told-refunded = பணம் வாடிக்கையாளர் வாலட்டுக்குத் திரும்பியதை PhonePe உறுதி செய்தது.
refund-told-failed = பணம் எதுவும் திரும்பவில்லை.
refund-why-not_sent = PhonePe கிடைக்கவில்லை; எனவே எதுவும் அனுப்பப்படவில்லை. நீங்கள் மீண்டும் ரீஃபண்ட் செய்யலாம்.
refund-why-refused = PhonePe மறுத்தது. பணம் எதுவும் திரும்பவில்லை.
refund-why-no_answer = PhonePe இன்னும் பதில் தரவில்லை. மீண்டும் ரீஃபண்ட் செய்யாதீர்கள்.
refund-why-answer_unclear = PhonePe பதில் தெளிவாக இல்லை. மீண்டும் ரீஃபண்ட் செய்யாதீர்கள்.
refund-why-never_arrived = இரண்டு முறை கேட்டும், இந்த ரீஃபண்ட் PhonePe-க்குத் தெரியவில்லை. நீங்கள் மீண்டும் ரீஃபண்ட் செய்யலாம்.
refund-why-failed = இந்த ரீஃபண்ட் தோல்வி என்று PhonePe சொல்கிறது. பணம் எதுவும் திரும்பவில்லை.
refund-why-mismatch = PhonePe வேறு ரீஃபண்ட் அல்லது தொகையைப் பற்றிப் பதில் தந்தது. மீண்டும் ரீஃபண்ட் செய்யாதீர்கள்.
refund-why-contradicted = PhonePe முன்பு சொன்னதற்கு மாறாகச் சொல்கிறது. மீண்டும் ரீஃபண்ட் செய்யாதீர்கள்.

## why

why-no_amount = இன்னும் தொகை இல்லை.
    .unlock = தொகையை டைப் செய்து Enter அழுத்தவும் ({ KEY("sale") }).
why-no_customer = இன்னும் வாடிக்கையாளர் இல்லை.
    .unlock = வாலட்டின் மொபைல் எண்ணைக் கேட்கவும் ({ KEY("customer") }).
why-otp_pending = OTP-க்காகக் காத்திருக்கிறது.
    .unlock = PhonePe அனுப்பிய SMS-இல் உள்ள OTP-ஐ வாடிக்கையாளரிடம் கேட்கவும்.
why-relink_needed = இந்த வாலட்டை மீண்டும் இணைக்கும்படி PhonePe கேட்கிறது.
    .unlock = “புதிய OTP அனுப்பு” அழுத்தவும். கார்ட் அப்படியே இருக்கும்.
why-checking = தொகை மாறியது, மீண்டும் சரிபார்க்கிறது.
    .unlock = PhonePe பதில் தந்ததும் பட்டன் மீண்டும் வரும்.
why-balance_too_low_top_up_possible = இந்தத் தொகைக்கு பேலன்ஸ் போதாது.
    .unlock = { $amount ->
        [none] வாடிக்கையாளர் பணம் சேர்க்கலாம். { KEY("money") } டாப்-அப் கோடைக் காட்டும்; அதனால் எதுவும் வசூலிக்கப்படாது.
       *[other] வாடிக்கையாளர் { $amount } வரை சேர்க்கலாம். { KEY("money") } டாப்-அப் கோடைக் காட்டும்; அதனால் எதுவும் வசூலிக்கப்படாது.
    }
why-not_possible = இந்த வாலட்டில் இந்தத் தொகையைச் செலுத்தவும் முடியாது, அதற்கு டாப்-அப் செய்யவும் முடியாது.
    .unlock = PhonePe கேட்பதை வாடிக்கையாளர் செய்த பிறகு, பேலன்ஸை மீண்டும் பார்க்கவும் ({ KEY("balance") }), அல்லது வேறு வாடிக்கையாளரைத் தேர்ந்தெடுக்கவும் ({ KEY("customer") }).
why-top_up_only_possible = விற்பனை இல்லாமல் டாப்-அப்.
    .unlock = { $amount ->
        [none] வாடிக்கையாளர் பணம் சேர்க்கலாம். { KEY("money") } டாப்-அப் கோடைக் காட்டும்.
       *[other] வாடிக்கையாளர் { $amount } வரை சேர்க்கலாம். { KEY("money") } டாப்-அப் கோடைக் காட்டும்.
    }
why-top_up_not_possible = இந்த வாலட்டை இப்போது டாப்-அப் செய்ய முடியாது.
    .unlock = PhonePe கேட்பதை வாடிக்கையாளர் செய்த பிறகு, பேலன்ஸை மீண்டும் பார்க்கவும் ({ KEY("balance") }).
why-ready = “செலுத்து” வாலட்டில் தொகையை பிளாக் செய்யும்; இன்னும் எதுவும் எடுக்கப்படாது.
    .unlock = வாடிக்கையாளர் சம்மதித்ததும் { KEY("money") } அழுத்தவும்.
why-ready_charge = “செலுத்து” முழுத் தொகையையும் உடனே எடுக்கும்; பிறகு மாற்ற முடியாது.
    .unlock = வாடிக்கையாளர் சம்மதித்ததும் { KEY("money") } அழுத்தவும்.
why-sending = PhonePe-க்குப் போய்க்கொண்டிருக்கிறது.
    .unlock = பதில் வரும் வரை காத்திருக்கவும்; எதையும் அழுத்தாதீர்கள்.
why-offline = PhonePe கிடைக்கவில்லை.
    .unlock = நெட்வொர்க்கைச் சரிபார்க்கவும். கல்லா தானாக மீண்டும் முயற்சிக்கும்; இப்போது முயற்சிக்க { KEY("balance") }.
why-keyring_not_ready = இந்தக் கம்ப்யூட்டரின் கீரிங் திறக்கவில்லை; எனவே வாடிக்கையாளரின் இணைப்பைப் படிக்க முடியவில்லை.
    .unlock = கீரிங்கைத் திறக்கவும் அல்லது இன்ஸ்டால் செய்யவும் (அமைப்புகளைப் பார்க்கவும்), பிறகு பேலன்ஸை மீண்டும் பார்க்கவும் ({ KEY("balance") }).
why-books_closed = கணக்கில் எழுத முடியவில்லை; எனவே பணம் வாங்கப்படாது.
    .unlock = மேனேஜரை அழைக்கவும்; மேலே உள்ள அறிவிப்பைப் பார்க்கவும்.
why-books_checking = கணக்கு சரிபார்க்கப்படுகிறது.
    .unlock = சற்று நேரம் ஆகும்; பட்டன் தானாக மீண்டும் வரும்.
why-recovering = பதில் வராத முந்தைய விற்பனைகளை முதலில் பார்க்கிறது.
    .unlock = அவற்றுக்கு PhonePe பதில் தந்ததும் பட்டன் மீண்டும் வரும்.
why-no_shift = ஷிஃப்ட் திறக்கவில்லை; எனவே புதிய ஹோல்டு செய்ய முடியாது.
    .unlock = ரிப்போர்ட் பக்கத்தில் அடுத்த ஷிஃப்ட்டைத் திறக்கவும். எடுப்பதும் விடுவிப்பதும் தொடரும்.
why-provider_not_ready = இந்தக் கல்லாவில் PhonePe அமைக்கப்படவில்லை.
    .unlock = மேனேஜர் அமைக்க வேண்டும்; அமைப்புகளைப் பார்க்கவும்.
why-wrong_key = இந்தக் கல்லாவின் கையொப்பம் தவறு என்று PhonePe சொல்கிறது.
    .unlock = மேனேஜர் அமைப்புகளில் மெர்ச்சன்ட் ஐடி, சால்ட் கீ, சால்ட் இண்டெக்ஸ் ஆகியவற்றைச் சரிபார்க்க வேண்டும்.
why-wrong_otp = OTP தவறு.
    .unlock = மீண்டும் படிக்கும்படி வாடிக்கையாளரிடம் கேட்கவும்; அதே SMS இன்னும் செல்லும்.
why-otp_expired = OTP காலாவதியானது.
    .unlock = வாடிக்கையாளருக்குப் புதிய OTP அனுப்பவும்.
why-otp_token_invalid = இந்த OTP கோரிக்கை இனி செல்லாது.
    .unlock = வாடிக்கையாளருக்குப் புதிய OTP அனுப்பவும்.
why-otp_already_used = இந்த OTP ஏற்கனவே பயன்படுத்தப்பட்டது.
    .unlock = வாடிக்கையாளருக்குப் புதிய OTP அனுப்பவும்.
why-otp_limit = இந்த எண்ணுக்கு மிக அதிக OTP-கள் அனுப்பப்பட்டன.
    .unlock = PhonePe இப்போதைக்கு இனி அனுப்பாது. வாடிக்கையாளர் வேறு வழியில் செலுத்தலாம்.
why-too_many_requests = வேகத்தைக் குறைக்கும்படி இந்தக் கடையை PhonePe கேட்கிறது.
    .unlock = சற்றுக் காத்திருந்து மீண்டும் முயற்சிக்கவும்.
why-user_blocked = PhonePe இந்த வாடிக்கையாளரை ஒரு நாளுக்குத் தடுத்துள்ளது.
    .unlock = வாடிக்கையாளர் PhonePe-யிடம் கேட்கலாம், அல்லது வேறு வழியில் செலுத்தலாம்.
why-user_blacklisted = இந்த வாடிக்கையாளர் செலுத்த PhonePe அனுமதிக்கவில்லை.
    .unlock = வாடிக்கையாளர் PhonePe-யிடம் கேட்கலாம், அல்லது வேறு வழியில் செலுத்தலாம்.
why-user_unknown = இந்த எண்ணுக்கு PhonePe கணக்கு இல்லை.
    .unlock = எண்ணை வாடிக்கையாளரிடம் சரிபார்க்கவும் ({ KEY("customer") }).
why-device_refused = இந்தக் கல்லாவின் டிவைஸ் ஐடியை PhonePe ஏற்கவில்லை.
    .unlock = மேனேஜர் அமைப்புகளில் டிவைஸ் ஐடியைச் சரிபார்க்க வேண்டும்.
why-request_refused = இந்தக் கோரிக்கையை PhonePe ஏற்கவில்லை.
    .unlock = { $detail ->
        [none] மேலும் ஒரு முறை முயற்சிக்கவும்; சரியாகாவிட்டால் மேனேஜரை அழைக்கவும்.
       *[other] மேலும் ஒரு முறை முயற்சிக்கவும்; சரியாகாவிட்டால் மேனேஜரை அழைத்து { $detail } கோடைச் சொல்லவும்.
    }
why-fraud = பாதுகாப்புக் காரணங்களுக்காக PhonePe இதை நிறுத்தியது.
    .unlock = வாடிக்கையாளர் PhonePe-யிடம் கேட்கலாம், அல்லது வேறு வழியில் செலுத்தலாம்.
why-hold_not_sent = PhonePe கிடைக்கவில்லை; ஹோல்டு அனுப்பப்படவில்லை.
    .unlock = வாலட்டுக்கு எதுவும் அனுப்பப்படவில்லை. மீண்டும் முயற்சிக்க { KEY("money") } அழுத்தவும்.
why-hold_refused = PhonePe தொகையை பிளாக் செய்யவில்லை. எதுவும் எடுக்கப்படவில்லை.
    .unlock = மீண்டும் முயற்சிக்க, Esc பில்லுக்குத் திரும்பும்; { KEY("sale") } புதிய விற்பனையைத் தொடங்கும்.
why-hold_absent = இந்த ஹோல்டு PhonePe-க்குத் தெரியவில்லை. எதுவும் பிளாக் ஆகவில்லை, எதுவும் எடுக்கப்படவில்லை.
    .unlock = மீண்டும் முயற்சிக்க, Esc பில்லுக்குத் திரும்பும்; { KEY("sale") } புதிய விற்பனையைத் தொடங்கும்.
why-capture_not_sent = PhonePe கிடைக்கவில்லை; எடுக்கும் கோரிக்கை அனுப்பப்படவில்லை.
    .unlock = ஹோல்டு அப்படியே உள்ளது. மீண்டும் முயற்சிக்க { KEY("money") } அழுத்தவும்.
why-capture_refused = எடுக்கும் கோரிக்கையை PhonePe ஏற்கவில்லை.
    .unlock = ஹோல்டு அப்படியே உள்ளது. தொகையைச் சரிபார்த்து மீண்டும் { KEY("money") } அழுத்தவும்.
why-capture_too_late = எடுக்கும் முன்பே ஹோல்டு விடுவிக்கப்பட்டது அல்லது காலாவதியானது.
    .unlock = எதுவும் எடுக்கப்படவில்லை. இந்தத் தொகைக்குப் புதிய விற்பனையைத் தொடங்கவும்.
why-capture_blocked = பாதுகாப்புக் காரணங்களுக்காக எடுப்பதை PhonePe நிறுத்தியது.
    .unlock = மேனேஜரை அழைக்கவும்; கல்லா PhonePe-யிடம் தொடர்ந்து கேட்கும்.
why-cancel_not_sent = PhonePe கிடைக்கவில்லை; விடுவிக்கும் கோரிக்கை அனுப்பப்படவில்லை.
    .unlock = ஹோல்டு அப்படியே உள்ளது. மீண்டும் முயற்சிக்க { KEY("release") } அழுத்தவும்.
why-cancel_refused = விடுவிக்கும் கோரிக்கையை PhonePe ஏற்கவில்லை.
    .unlock = ஹோல்டு அப்படியே உள்ளது. மீண்டும் முயற்சிக்க { KEY("release") } அழுத்தவும், அல்லது மேனேஜரை அழைக்கவும்.
why-payment_failed = பேமெண்ட் தோல்வி என்று PhonePe சொல்கிறது. பணம் எடுக்கப்படவில்லை.
    .unlock = வாடிக்கையாளர் இன்னும் செலுத்த விரும்பினால் புதிய விற்பனையைத் தொடங்கவும்.
why-no_answer = PhonePe இன்னும் பதில் தரவில்லை.
    .unlock = கல்லா தொடர்ந்து கேட்கும். மீண்டும் பணம் வசூலிக்காதீர்கள்.
why-answer_unclear = PhonePe பதிலில் முடிவு தெரியவில்லை.
    .unlock = கல்லா தொடர்ந்து கேட்கும். மீண்டும் பணம் வசூலிக்காதீர்கள்.
why-link_unknown = இணைப்பைப் பற்றி PhonePe இன்னும் பதில் தரவில்லை.
    .unlock = வாடிக்கையாளருக்குப் புதிய OTP அனுப்பவும்.
why-contradicted = PhonePe முன்பு சொன்னதைத் திரும்பப் பெற்றது.
    .unlock = மேனேஜரை அழைக்கவும். மீண்டும் பார்த்தால் ({ KEY("look") }) பணம் எங்கே உள்ளது என்று தெரியும்; விற்பனை இந்தப் பட்டியலிலிருந்து நீங்கும்.
why-mismatch = PhonePe பதில் வேறு தொகை, கடை அல்லது விற்பனையைப் பற்றியது.
    .unlock = மேனேஜரை அழைக்கவும்; கல்லா PhonePe-யிடம் தொடர்ந்து கேட்கும்.
why-found_captured = விடுவிக்கக் கேட்டும், தொகை எடுக்கப்பட்டது.
    .unlock = மேனேஜரை அழைக்கவும்: வாடிக்கையாளருக்கு ரீஃபண்ட் தர வேண்டியிருக்கலாம்.
why-top_up_failed = PhonePe டாப்-அப் கோடு தரவில்லை.
    .unlock = மீண்டும் கேட்க { KEY("money") } அழுத்தவும்; வாடிக்கையாளர் PhonePe ஆப்பிலும் டாப்-அப் செய்யலாம்.
why-manager_will_be_asked = இது உங்கள் வரம்புக்கு மேல்.
    .unlock = { KEY("money") } அழுத்தவும்: இங்கே மேனேஜர் PIN கேட்கும், பிறகு தொடரும்.
why-not_allowed_for_you = இந்தக் கல்லாவில் இதைச் செய்ய உங்களுக்கு அனுமதி இல்லை.
    .unlock = மேனேஜர் உள்நுழைந்து செய்யலாம் ({ KEY("lock") }), அல்லது கேஷியர்கள் செய்யக்கூடியவற்றை அமைப்புகளில் மாற்றலாம்.
why-unlink_failed = வாலட் இன்னும் இணைந்தே உள்ளது: இணைப்பை நீக்க PhonePe ஏற்கவில்லை.
    .unlock = சற்று நேரத்தில் மீண்டும் முயற்சிக்கவும்.

## preferences

preferences-title = இந்தக் கல்லா
preferences-language = மொழி
preferences-text-size = எல்லாவற்றின் அளவு
preferences-text-size-what = பெரிதாக்கினால், பக்கத்தில் இடமில்லாதது கீழே வரும். எதுவும் விடுபடாது, எல்லாக் கீகளும் முன்பு போலவே வேலை செய்யும்.
preferences-trouble = புரோகிராம் மூடும் வரை மட்டுமே இருக்கும், அதற்கு மேல் இல்லை: { $reason }

## காகிதம்: சீட்டுகள், ரசீதுகள், அறிக்கைகள்.

paper-language = தமிழ்
paper-training = பயிற்சி
paper-training-note = பயிற்சி மட்டும். உண்மையான பணம் அல்ல.
paper-duplicate = மறுபிரதி
paper-title-hold = நிறுத்திய தொகையின் சீட்டு
paper-title-receipt = ரசீது
paper-title-release = விடுவிப்புச் சீட்டு
paper-title-refund = திருப்பிய தொகையின் ரசீது
paper-title-not-sure = கட்டணம் சரிபார்க்கப்படுகிறது
paper-title-not-charged = எதுவும் எடுக்கப்படவில்லை
paper-title-x = X அறிக்கை
paper-title-z = Z அறிக்கை
paper-title-test = சோதனைப் பக்கம்
paper-word-held = நிறுத்தியது, எடுக்கவில்லை
paper-word-accepted = ஏற்கப்பட்டது, உறுதி இல்லை
paper-word-paid = செலுத்தப்பட்டது
paper-word-released = விடுவிக்கப்பட்டது
paper-word-expired = திரும்பியது
paper-word-not-sure = இன்னும் உறுதி இல்லை
paper-word-not-charged = எடுக்கப்படவில்லை
paper-word-refunded = திருப்பப்பட்டது
paper-word-refund-accepted = திருப்புதல் ஏற்கப்பட்டது, உறுதி இல்லை
paper-word-refund-not-sure = திருப்புதல் உறுதி இல்லை
paper-word-refund-failed = திருப்பப்படவில்லை
paper-note-held = இது கட்டணம் அல்ல.
paper-note-held-returns = இறுதித் தொகை மட்டும் எடுக்கப்படும்; மீதி உடனே உங்கள் PhonePe வாலட்டுக்குத் திரும்பும். எதுவும் எடுக்கப்படாவிட்டால் முழுத் தொகையும் { $time }-க்குள் திரும்பும்.
paper-note-accepted = PhonePe இதை ஏற்றுள்ளது; கட்டணம் இன்னும் உறுதியாகவில்லை. இறுதி ரசீதைப் பிறகு கேளுங்கள்.
paper-note-released = எதுவும் எடுக்கப்படவில்லை. முழுத் தொகையும் உங்கள் PhonePe வாலட்டில் மீண்டும் உள்ளது.
paper-note-expired = நிறுத்திய நேரம் முடிந்தது. எதுவும் எடுக்கப்படவில்லை; முழுத் தொகையும் உங்கள் PhonePe வாலட்டுக்குத் திரும்பியது.
paper-note-not-charged = கட்டணம் வெற்றி பெறவில்லை. எதுவும் எடுக்கப்படவில்லை.
paper-note-not-held = எதுவும் நிறுத்தப்படவில்லை, எடுக்கப்படவும் இல்லை.
paper-note-hold-not-sure = உங்கள் PhonePe வாலட்டில் { $amount } நிறுத்தப்பட்டிருக்கலாம்: PhonePe இன்னும் பதிலளிக்கவில்லை. பயன்படுத்தாவிட்டால் { $time }-க்குள் திரும்பும்.
paper-note-capture-not-sure = உங்கள் PhonePe வாலட்டில் { $held } நிறுத்தப்பட்டுள்ளது. அதில் { $amount } எடுக்கப்பட்டதா என PhonePe இன்னும் பதிலளிக்கவில்லை. எடுக்கப்படாதது { $time }-க்குள் திரும்பும்.
paper-note-release-not-sure = உங்கள் PhonePe வாலட்டில் { $amount } விடுவிக்கப்படுகிறது: PhonePe இன்னும் பதிலளிக்கவில்லை. அதிகபட்சம் { $time }-க்குள் திரும்பும்.
paper-note-needs-person = இந்தக் கட்டணத்தை PhonePe உடன் சரிபார்க்கிறோம். மீண்டும் செலுத்த வேண்டாம்; இந்தச் சீட்டை வைத்திருங்கள்.
paper-note-do-not-pay-again = மீண்டும் செலுத்த வேண்டாம்; இந்தச் சீட்டை வைத்திருங்கள்.
paper-note-refunded = தொகை உங்கள் PhonePe வாலட்டுக்குத் திரும்பியதை PhonePe உறுதி செய்தது.
paper-note-refund-accepted = PhonePe இந்தத் திருப்புதலை ஏற்றுள்ளது; இன்னும் உறுதி செய்யவில்லை.
paper-note-refund-not-sure = திருப்புதல் நடக்கிறதா என PhonePe இன்னும் பதிலளிக்கவில்லை. இந்தச் சீட்டை வைத்திருங்கள்.
paper-note-refund-failed = எதுவும் திரும்பவில்லை. கவுண்டரில் கேளுங்கள்.
paper-quick-line = தொகை
paper-line = { $quantity } × { $price }
paper-total = மொத்தம்
paper-discount = தள்ளுபடி
paper-gst = இதில் GST { $rate } %: { $tax }
paper-held = நிறுத்தியது
paper-asked = கேட்டது
paper-charged = எடுத்தது
paper-released = விடுவித்தது
paper-refunded = திருப்பியது
paper-refund-ref = திருப்புதல் குறிப்பு
paper-reason = காரணம்
paper-held-until = எதுவரை
paper-paid-at = செலுத்திய நேரம்
paper-customer = வாடிக்கையாளர்
paper-our-ref = எங்கள் குறிப்பு
paper-phonepe-ref = PhonePe குறிப்பு
paper-counter = கவுண்டர்
paper-cashier = காசாளர்
paper-begun = தொடக்கம்
paper-phonepe-says = PhonePe சொல்வது
paper-look-up = இந்தக் குறியீட்டைக் கவுண்டரில் காட்டுங்கள்
paper-printed = அச்சிட்டது { $time }
paper-shift = பணிமுறை
paper-opened = திறந்தது
paper-closed = மூடியது
paper-drawn = எடுத்தது
paper-by = { $time }, { $name }
paper-cashiers = காசாளர்கள்
paper-part-sales = விற்பனை
paper-part-payments = கட்டணங்கள்
paper-part-cash = ரொக்கம்
paper-count = { $name } ({ $count })
paper-carried-in = முந்தையதிலிருந்து
paper-placed = நிறுத்தியவை
paper-captured-in-full = முழுதும் எடுத்தவை
paper-captured-in-part = பகுதி எடுத்தவை
paper-rest-released = இவற்றின் மீதி விடுவிப்பு
paper-released-holds = விடுவித்தவை
paper-expired-holds = காலாவதி, எடுக்கவில்லை
paper-not-paid = செலுத்தப்படாதவை
paper-not-held = நிறுத்தப்படாதவை
paper-refunds = திருப்பியவை
paper-carried-over = அடுத்ததற்கு
paper-captured = நாங்கள் எடுத்தது
paper-proved = PhonePe உறுதி செய்தது
paper-unproved = உறுதி இல்லாதது
paper-float = தொடக்க ரொக்கம்
paper-paid-in = வரவு
paper-paid-out = செலவு
paper-expected = எதிர்பார்ப்பு
paper-counted = எண்ணியது
paper-difference = வேறுபாடு
paper-open-holds = நிறுத்தியுள்ளவை
paper-not-sure-sales = இன்னும் உறுதி இல்லாதவை
paper-unproved-sales = உறுதி இல்லாதவை, குறிப்புடன்
paper-corrected-sales = PhonePe திருத்தியவை
paper-until = { $time } வரை
paper-books-end = கணக்கின் முடிவு
paper-test-note = அச்சுப்பொறி, அதன் அகலம், ஒவ்வொரு மொழியும் சரியாக இயங்குவதை இந்தப் பக்கம் காட்டுகிறது. இது ரசீது அல்ல.
paper-test-width = அகலப் புள்ளிகள்
paper-test-edges = மேலும் கீழும் உள்ள கோடுகள் இரு ஓரங்களையும் தொட வேண்டும்.

## guide

guide-open = முதல் படிகள்
guide-title = உங்கள் முதல் விற்பனை, பயிற்சிக்காக
guide-step = படி { $at } / { $of }
guide-leave = வெளியேறு
guide-steps-amount = ஆரஞ்சுப் பட்டை என்றால் பயிற்சி: உண்மையான பணம் நகராது. வாடிக்கையாளர் தர வேண்டிய 600-ஐ டைப் செய்து Enter அழுத்தவும்.
guide-steps-mobile = இப்போது வாடிக்கையாளர் எண். 98765 43210 என டைப் செய்து Enter அழுத்தவும்: இவர் பயிற்சி வாடிக்கையாளர்.
guide-steps-otp = PhonePe வாடிக்கையாளருக்கு OTP அனுப்பும். ஆரஞ்சுப் பட்டையில் “வாடிக்கையாளர் ஃபோன்” அழுத்தி, அங்கே படித்து, இங்கே டைப் செய்து Enter அழுத்தவும்.
guide-steps-hold = வாலட் இணைந்தது, பேலன்ஸ் போதுமானது. { KEY("money") } அழுத்தவும்: தொகை பிளாக் ஆகும், எடுக்கப்படாது.
guide-steps-capture = தொகை ஹோல்டானது. சேவை கொடுத்த பிறகு, இறுதித் தொகையை டைப் செய்து Enter அழுத்தவும்; எடுக்க { KEY("money") }.
guide-steps-wait = கல்லா PhonePe-யிடம் கேட்கிறது. நீங்கள் எதுவும் செய்ய வேண்டாம்.
guide-steps-done = எடுத்தது: PhonePe உறுதி செய்ததும் கல்லா “செலுத்தியது” என்று காட்டும். ஒரு முழு விற்பனை முடிந்தது. அடுத்து: பாடங்கள்.

## health

health-title = நலம்
health-verdict-ok = சரி
health-verdict-watch = கவனி
health-verdict-act = நடவடிக்கை
health-worst-ok = எல்லாம் நன்றாக உள்ளது.
health-worst-watch = ஒன்றைக் கவனிக்க வேண்டும்.
health-worst-act = ஒன்றைச் சரிசெய்ய வேண்டும்.
health-part-provider = PhonePe
health-part-clock = கடிகாரம்
health-part-queue = பதில் வராதவை
health-part-books = கணக்கு
health-part-ledger = பதிவேடு
health-part-backup = பேக்கப்
health-part-disk = டிஸ்க்
health-part-keyring = கீரிங்
health-part-printer = பிரிண்டர்
health-part-display = வாடிக்கையாளர் திரை
health-part-hook = வாடிக்கையாளர் தகவல்
health-part-log = லாக்
health-part-update = புதிய வெர்ஷன்
health-part-program = புரோகிராம்
health-found-provider_unasked = தொடங்கியதிலிருந்து எதுவும் கேட்கவில்லை.
    .next = { "" }
health-found-provider_answers = { $of ->
    [one] { $last_ms } ms-இல் பதில் தருகிறது.
   *[other] { $last_ms } ms-இல் பதில் தருகிறது; வழக்கமாக { $median_ms } ms.
}
    .next = { "" }
health-found-provider_slow = மெதுவாகப் பதில் தருகிறது: { $last_ms } ms, வழக்கமாக { $median_ms } ms.
    .next = நெட்வொர்க்கைப் பார்க்கவும். கல்லா பதிலுக்குக் காத்திருக்கும்; வாடிக்கையாளரிடம் ஒருபோதும் இரண்டு முறை கேட்காதீர்கள்.
health-found-provider_no_answer = கடைசிக் கேள்விக்குப் பதில் வரவில்லை.
    .next = கல்லா தானாக மீண்டும் பார்க்கும். சரியாகாவிட்டால் நெட்வொர்க்கைப் பார்க்கவும்.
health-found-provider_unreachable = கிடைக்கவில்லை.
    .next = நெட்வொர்க்கைப் பார்க்கவும்: கேபிள், Wi-Fi, ரவுட்டர்.
health-found-provider_wrong_key = கையொப்பத்தை ஏற்கவில்லை: சால்ட் கீ அல்லது அதன் இண்டெக்ஸ் தவறு.
    .next = PhonePe உங்களுக்குத் தந்த கீயுடன் கல்லாவை மீண்டும் அமைக்கவும்.
health-found-clock_alone = ஒப்பிட வேறு கடிகாரம் இல்லை.
    .next = { "" }
health-found-clock_agrees = PhonePe நேரத்துடன் ஒத்துப்போகிறது, { $length } வித்தியாசத்துக்குள்.
    .next = { "" }
health-found-clock_off = { $side ->
    [ahead] PhonePe நேரத்தை விட { $length } முந்தியுள்ளது.
   *[behind] PhonePe நேரத்தை விட { $length } பிந்தியுள்ளது.
}
    .next = இந்தக் கம்ப்யூட்டரின் கடிகாரத்தைச் சரிசெய்து, நெட்வொர்க் நேரத்தைப் பின்பற்ற வைக்கவும்.
health-found-clock_long_past = எப்போதோ கடந்துபோன நாளைக் காட்டுகிறது.
    .next = இந்தக் கம்ப்யூட்டரின் கடிகாரத்தைச் சரிசெய்து, நெட்வொர்க் நேரத்தைப் பின்பற்ற வைக்கவும்.
health-found-queue_empty = எதுவும் இல்லை.
    .next = { "" }
health-found-queue_works = PhonePe பதிலுக்குக் காத்திருப்பவை: { $unanswered }. ரன்களில் காத்திருப்பவை: { $rows }.
    .next = { $unanswered ->
        [0] { "" }
       *[other] கல்லா தானாகக் கேட்கும். இந்த வாடிக்கையாளர்களிடம் மீண்டும் பணம் வசூலிக்காதீர்கள்.
    }
health-found-queue_needs_person = { $sales ->
    [one] 1 விற்பனையை ஒருவர் பார்க்க வேண்டும்.
   *[other] { $sales } விற்பனைகளை ஒருவர் பார்க்க வேண்டும்.
}
    .next = ஹோல்டுகளில் “கவனம் தேவை” டேபைத் திறக்கவும்.
health-found-books_checking = சரிபார்க்கிறது.
    .next = { "" }
health-found-books_hold = சரிபார்த்தாயிற்று, சரியாக உள்ளது.
    .next = { "" }
health-found-books_closed = மூடியது: கல்லா பணம் வாங்காது.
    .next = இதைப் பற்றி கல்லா சொல்வதைப் படித்து, உதவிக்கு அழைக்கவும்.
health-found-ledger_size = { $records } பதிவுகள், { $size_text }.
    .next = { "" }
health-found-backup_none = இன்னும் செய்யவில்லை.
    .next = கல்லா தொடங்கி ஒரு நிமிடத்தில், நாளுக்கு ஒரு முறை பேக்கப் செய்யும்.
health-found-backup_taken = { $length } முன் செய்தது.
    .next = { "" }
health-found-backup_old = கடைசியாகச் செய்தது { $length } முன்.
    .next = தினமும் சில நிமிடங்கள் கல்லாவைத் திறந்து வைக்கவும்; டிஸ்க்கையும் பார்க்கவும்.
health-found-backup_failed = செய்ய முடியவில்லை: { $why }
    .next = டிஸ்க்கில் இடம் ஏற்படுத்தவும்; கல்லா ஒவ்வொரு மணி நேரமும் மீண்டும் முயற்சிக்கும்.
health-found-disk_unread = எவ்வளவு காலியிடம் என்று இந்த சிஸ்டம் சொல்லவில்லை.
    .next = { "" }
health-found-disk_free = { $free_text } காலி.
    .next = { "" }
health-found-disk_low = { $free_text } மட்டுமே காலி; { $wanted_text } இருக்க வேண்டும்.
    .next = நிரம்பும் முன் இடம் ஏற்படுத்தவும்: நிரம்பினால் கல்லா பணம் வாங்க முடியாது.
health-found-keyring_unasked = இன்னும் கேட்கவில்லை.
    .next = { "" }
health-found-keyring_ready = தயார்.
    .next = { "" }
health-found-keyring_in_memory = கீரிங் இல்லாமலே பயிற்சி நடக்கும்: கல்லாவை மூடினால் இணைப்புகள் மறந்துவிடும்.
    .next = { "" }
health-found-keyring_locked = பூட்டியுள்ளது.
    .next = கீரிங்கைத் திறக்க அல்லது அமைக்க, இந்தக் கல்லாவைப் பராமரிப்பவரிடம் கேட்கவும்.
health-found-keyring_missing = இல்லை.
    .next = கீரிங்கைத் திறக்க அல்லது அமைக்க, இந்தக் கல்லாவைப் பராமரிப்பவரிடம் கேட்கவும்.
health-found-keyring_broken = இதை நம்ப முடியாது.
    .next = கீரிங்கைத் திறக்க அல்லது அமைக்க, இந்தக் கல்லாவைப் பராமரிப்பவரிடம் கேட்கவும்.
health-found-printer_none = அமைக்கவில்லை.
    .next = { "" }
health-found-printer_ready = தயார்.
    .next = { "" }
health-found-printer_low = ரோல் தீரப்போகிறது.
    .next = புதிய ரோலை அருகில் வையுங்கள்.
health-found-printer_trouble = பிரிண்ட் செய்ய முடியவில்லை.
    .next = என்ன பிரச்சினை என்பது பிரிண்டர் அமைப்பில் உள்ளது. விற்பனை தொடரும்.
health-found-display_off = இயக்கவில்லை.
    .next = { "" }
health-found-display_shows = தெரிகிறது.
    .next = { "" }
health-found-display_no_monitor = அதற்கு மானிட்டர் இல்லை.
    .next = விற்பனை அது இல்லாமலே தொடரும். அதன் கேபிளைப் பாருங்கள்; அது தானாகத் திரும்பும்.
health-found-display_closed = யாரோ அதை மூடிவிட்டார்கள்.
    .next = விற்பனை அது இல்லாமலே தொடரும். அமைப்புகளில் மீண்டும் திறக்கலாம்.
health-found-display_failed = அது திறந்தபடி இருப்பதில்லை.
    .next = விற்பனை அது இல்லாமலே தொடரும். அமைப்புகளில் மீண்டும் திறங்கள்; சரியாகாவிட்டால் கல்லாவை மீண்டும் தொடங்குங்கள்.
health-found-hook_off = யாருக்கும் எதுவும் சொல்லப்படாது.
    .next = { "" }
health-found-hook_well = { $through } மூலம் சொல்லப்படும்; எல்லாச் செய்திகளும் ஏற்கப்பட்டன.
    .next = { "" }
health-found-hook_trouble = { $through } செய்திகளை ஏற்கவில்லை; { $waiting } காத்திருக்கின்றன.
    .next = என்ன பிரச்சினை என்பது “வாடிக்கையாளருக்குத் தகவல்” பகுதியில் உள்ளது. எந்த விற்பனையும் காத்திருக்காது.
health-found-log_kept = எழுதப்படுகிறது.
    .next = { "" }
health-found-log_lost = { $lines } வரிகளை எழுத முடியவில்லை.
    .next = டிஸ்க்கைப் பார்க்கவும். எந்த விற்பனையும் இதனால் பாதிக்கப்படாது.
health-found-update_off = யாரும் கேட்பதில்லை.
    .next = { "" }
health-found-update_unasked = இன்னும் கேட்கவில்லை.
    .next = { "" }
health-found-update_newest = இந்தக் கம்ப்யூட்டரின் பேக்கேஜ் பட்டியலில் இதுவே புதிய வெர்ஷன்.
    .next = { "" }
health-found-update_waiting = வெர்ஷன் { $version } வந்துள்ளது.
    .next = ஷிஃப்டுகளுக்கு இடையில் நிறுவவும்: “sudo apt install holdfast”. பிறகு கல்லாவை மூடித் திறக்கவும்.
health-found-update_installed = வெர்ஷன் { $version } நிறுவப்பட்டுள்ளது; இப்போது பழையதே இயங்குகிறது.
    .next = ஷிஃப்டுகளுக்கு இடையில் கல்லாவை மூடித் திறக்கவும்.
health-found-update_no_package = இந்தக் கல்லா பேக்கேஜாக நிறுவப்படவில்லை; எனவே பேக்கேஜ் பட்டியலில் இதைப் பற்றி எதுவும் இல்லை.
    .next = கேட்பதை நிறுத்தவும், அல்லது Holdfast-ஐ பேக்கேஜாக நிறுவவும்.
health-found-update_no_apt = இந்தக் கம்ப்யூட்டரில் apt இல்லை.
    .next = கேட்பதை நிறுத்தவும்.
health-found-update_hung = apt நேரத்தில் பதில் தரவில்லை.
    .next = நாளை மீண்டும் கேட்கும். எந்த விற்பனையும் காத்திருக்காது.
health-found-update_unclear = apt இயங்கவில்லை, அல்லது அதன் பதில் புரியவில்லை.
    .next = நாளை மீண்டும் கேட்கும். எந்த விற்பனையும் காத்திருக்காது.
health-found-program = வெர்ஷன் { $version }, இயங்கும் நேரம் { $length }.
    .next = { "" }
health-again = மீண்டும் பார்
health-open = பார்க்க
health-looking = பார்க்கிறது…

## lessons

lessons-open = பாடங்கள்
lessons-title = பாடங்கள்
lessons-what = சிக்கலான நாட்களுக்குப் பயிற்சி. இங்கே எதுவும் உண்மையான பணம் அல்ல.
lessons-score-of = { $cashier } மதிப்பெண்
lessons-score = சரி { $right } · தவறு { $wrong }
lessons-not-yet = இன்னும் செய்யவில்லை
lessons-begin = தொடங்கு
lessons-close = மூடு
lessons-lesson-wrong_otp-title = தவறான OTP
lessons-lesson-wrong_otp-happens = { $mobile } எண் வாடிக்கையாளர் ₹{ $amount } தர வேண்டும்; முதலில் தவறான OTP சொல்கிறார்: 00000.
lessons-lesson-wrong_otp-todo = 00000 டைப் செய்து, கல்லா சொல்வதைப் படிக்கவும்; பிறகு வாடிக்கையாளர் ஃபோனில் உள்ள சரியான OTP-ஐ டைப் செய்யவும்.
lessons-lesson-low_balance-title = குறைந்த பேலன்ஸ்
lessons-lesson-low_balance-happens = { $mobile } எண் வாடிக்கையாளர் ₹{ $amount } தர வேண்டும்; வாலட்டில் ₹99.00 உள்ளது.
lessons-lesson-low_balance-todo = வாடிக்கையாளர் ஃபோனில் வாலட்டை டாப்-அப் செய்ய விட்டு, பிறகு தொகையை பிளாக் செய்யவும்.
lessons-lesson-kyc_block-title = KYC முடியவில்லை
lessons-lesson-kyc_block-happens = { $mobile } எண் வாடிக்கையாளர் ₹{ $amount } தர வேண்டும்; இந்த வாலட்டில் செலுத்த PhonePe விடாது.
lessons-lesson-kyc_block-todo = PhonePe சொல்வதை வாடிக்கையாளருக்குப் படித்துக் காட்டி, அடுத்த விற்பனையைத் தொடங்கவும் ({ KEY("sale") }): இவர் வேறு வழியில் செலுத்துவார்.
lessons-lesson-lost_reply-title = பதில் வரவில்லை
lessons-lesson-lost_reply-happens = { $mobile } எண் வாடிக்கையாளர் ₹{ $amount } தர வேண்டும். ஹோல்டுக்கு PhonePe தந்த பதில் வழியில் தொலைந்துபோகிறது.
lessons-lesson-lost_reply-todo = மீண்டும் பணம் வசூலிக்காதீர்கள். கல்லா கண்டுபிடிக்கும் வரை காத்திருக்கவும்: சுமார் அரை நிமிடம்.
lessons-lesson-expiry-title = ஹோல்டு காலாவதி
lessons-lesson-expiry-happens = { $mobile } எண் வாடிக்கையாளரின் ₹{ $amount } பிளாக்கில் உள்ளது; ஒரு மணி நேரத்துக்கு மேல் கழித்துத் திரும்பி வருகிறார்.
lessons-lesson-expiry-todo = தொகையை பிளாக் செய்து, பிறகு எடுக்கவும். ஹோல்டு முடிந்தது என்று PhonePe சொன்னால், சேவை கொடுக்கும் முன் மீண்டும் பிளாக் செய்யவும்.
lessons-lesson-crash-title = கல்லா நின்றுவிட்டது
lessons-lesson-crash-happens = { $mobile } எண் வாடிக்கையாளரின் ₹{ $amount } பிளாக்கில் உள்ளது; கல்லா திடீரென்று நின்றுவிடுகிறது.
lessons-lesson-crash-todo = தொகையை பிளாக் செய்து, இந்த விண்டோவை மூடி, கல்லாவை மீண்டும் திறக்கவும். பிறகு இன்னும் உள்ள ஹோல்டை முடிக்கவும்.
lessons-mistake-asked_twice = இரண்டாவது ஹோல்டு கேட்கப்பட்டது. வாடிக்கையாளர் பணம் இரண்டு முறை பிளாக் ஆகியிருக்கலாம்.
lessons-mistake-sent_away = வாடிக்கையாளர் திருப்பி அனுப்பப்பட்டார். இந்த வாலட்டை டாப்-அப் செய்திருக்கலாம்.
lessons-mistake-asked_in_vain = மீண்டும் கேட்டால் PhonePe-யின் தடை நீங்காது. வாடிக்கையாளரிடம் சொல்லி, அடுத்தவரைக் கவனிக்கவும்.
lessons-mistake-nothing_held = எதுவும் பிளாக் ஆகாமலே வாடிக்கையாளருக்குச் சேவை கொடுக்கப்பட்டது.
lessons-exercise = பயிற்சி { $seed }
lessons-going = நடக்கிறது
lessons-right = சரி. நன்றாகச் செய்தீர்கள்.
lessons-right-long = { $detours ->
    [one] சரி, ஆனால் தேவையில்லாத 1 படி.
   *[other] சரி, ஆனால் தேவையில்லாத { $detours } படிகள்.
}
lessons-wrong = சரியில்லை.
lessons-same = மீண்டும் அதே
lessons-another = வேறு வாடிக்கையாளர்
lessons-leave = பாடத்தை விட்டு வெளியேறு

## setup

setup-title = PhonePe-யுடன் அமை
setup-what = PhonePe உங்கள் கடைக்கு மெர்ச்சன்ட் ஐடி, சால்ட் கீ, அதன் இண்டெக்ஸ் தந்தது. எதையும் மாற்றும் முன் இவை PhonePe-யிடம் சரிபார்க்கப்படும்.
setup-open = PhonePe-யுடன் அமை
setup-profile = எதற்கு
setup-profiles-uat = PhonePe டெஸ்ட் சிஸ்டம் (UAT)
setup-profiles-production = உண்மையான பணம் (production)
setup-base-url = முகவரி
setup-merchant = மெர்ச்சன்ட் ஐடி
setup-salt-index = சால்ட் இண்டெக்ஸ்
setup-salt-key = சால்ட் கீ
setup-salt-key-what = இந்தக் கம்ப்யூட்டரின் கீரிங்கில் வைக்கப்படும்; மீண்டும் ஒருபோதும் காட்டாது.
setup-check = PhonePe-யிடம் சரிபார்
setup-checking = PhonePe-யிடம் கேட்கிறது…
setup-found-taken = இந்த மெர்ச்சன்ட் ஐடி, சால்ட் கீ, இண்டெக்ஸை PhonePe ஏற்கிறது. { $took_ms } ms-இல் பதில் தந்தது.
setup-found-wrong_key = PhonePe கையொப்பத்தை ஏற்கவில்லை ({ $code }): சால்ட் கீ அல்லது அதன் இண்டெக்ஸ் தவறு.
setup-found-refused = PhonePe இந்த அக்கவுன்ட்டை ஏற்கவில்லை ({ $code }). மெர்ச்சன்ட் ஐடியை PhonePe தந்ததுடன் ஒப்பிடவும்.
setup-found-unreachable = PhonePe கிடைக்கவில்லை: { $why }. நெட்வொர்க்கையும் முகவரியையும் பார்க்கவும்.
setup-found-no_answer = PhonePe நேரத்துக்குப் பதில் தரவில்லை. மீண்டும் முயற்சிக்கவும்.
setup-found-strange = { $code ->
    [none] பதில் தந்தது PhonePe போல் இல்லை. முகவரியைப் பார்க்கவும்.
   *[other] பதில் தந்தது PhonePe போல் இல்லை ({ $code }). முகவரியைப் பார்க்கவும்.
}
setup-clock = கடிகாரம்: { $told }
setup-keep = இந்த அக்கவுன்ட்டைப் பயன்படுத்து
setup-keep-unchecked = சரிபார்க்காமல் சேமி
setup-unchecked = இந்த அக்கவுன்ட் வேலை செய்யும் என்று உறுதியாகவில்லை. தவறானதாக இருந்தால் கல்லா பணம் வாங்காது.
setup-keeping = சேமிக்கிறது…
setup-kept = சேமிக்கப்பட்டது. அடுத்த முறை தொடங்கும்போது பயன்படும்.
setup-restart = கல்லாவை மீண்டும் திற
setup-close = அப்படியே விடு

## support

support-title = சப்போர்ட் பண்டில்
support-what = உங்களுக்கு உதவுபவருக்கு ஒரு ஃபைல்: லாக், அமைப்புகள், நலம், கணக்கின் வடிவம். இதில் ரகசியமோ வாடிக்கையாளரோ தொகையோ இல்லை. எங்கும் எதுவும் அனுப்பப்படாது.
support-show = இதில் என்ன இருக்கும் எனக் காட்டு
support-making = தயாராகிறது…
support-read = சேமிக்கும் முன் ஒவ்வொரு ஃபைலையும் படிக்கவும்.
support-file = { $name }, { $size }
support-text = { $name } உள்ளடக்கம்
support-save = இந்த பண்டிலைச் சேமி
support-saving = சேமிக்கிறது…
support-saved = { $path } இல் சேமிக்கப்பட்டது
support-close = சேமிக்க வேண்டாம்

## length

length-seconds = { $count } நொடி
length-minutes = { $count } நிமிடம்
length-hours = { $count } மணி
length-days = { $count ->
    [one] 1 நாள்
   *[other] { $count } நாள்
}

## printing

printing-title = பேப்பர்
printing-open = ஸ்லிப்
printing-print = பிரிண்ட்
printing-printing = பிரிண்ட் ஆகிறது…
printing-save = PDF ஆகச் சேமி
printing-saving = சேமிக்கிறது…
printing-saved-at = { $path } ஆகச் சேமிக்கப்பட்டது
printing-close = மூடு
printing-loading = தயாராகிறது…
printing-picture = பிரிண்ட் ஆகும் பேப்பர்
printing-duplicate = ஏற்கனவே பிரிண்ட் ஆனது: அடுத்ததில் மறுபிரதி என்று இருக்கும்.
printing-nothing = பிரிண்ட் செய்யத் திரையில் எதுவும் இல்லை. ஒரு விற்பனையைத் திறக்கவும், அல்லது போர்டில் ஒரு வரியைத் தேர்ந்தெடுக்கவும்.
printing-no-printer-yet = பிரிண்டர் அமைக்கப்படவில்லை. PDF ஆகச் சேமிக்கலாம்.
printing-state-not_set_up = பிரிண்டர் இல்லை
    .next = பிரிண்டர் அமைக்கப்படவில்லை. மேனேஜர் அமைப்புகளில் அமைக்கலாம்.
printing-state-unasked = பிரிண்டர்…
    .next = பிரிண்டரிடமிருந்து இன்னும் தகவல் வரவில்லை.
printing-state-ready = பிரிண்டர்
    .next = பிரிண்டர் தயார்.
printing-state-paper_low = பேப்பர் குறைவு
    .next = பிரிண்டரில் பேப்பர் ரோல் முடியப்போகிறது. புதியதைத் தயாராக வைக்கவும்.
printing-state-busy = பிரிண்ட் ஆகிறது
    .next = ஒரு பேப்பர் பிரிண்ட் ஆகிறது.
printing-state-slow = பிரிண்ட் மெதுவாக
    .next = பிரிண்டருக்கு நேரம் ஆகிறது. நீங்கள் தொடரலாம்; கல்லா அதற்காகக் காத்திருக்காது.
printing-state-trouble = பிரிண்டர்
    .next = பிரிண்டரால் பிரிண்ட் செய்ய முடியவில்லை.
printing-trouble-not_set_up = பிரிண்டர் அமைக்கப்படவில்லை.
    .next = மேனேஜர் அமைப்புகளில் ஒன்றை அமைக்கலாம்.
printing-trouble-bad_address = பிரிண்டரின் முகவரி புரியவில்லை.
    .next = அமைப்புகளில் அது 192.168.1.50:9100 போன்ற பெயர் அல்லது எண், அல்லது /dev/usb/lp0 போன்ற பாதை.
printing-trouble-not_reached = பிரிண்டர் கிடைக்கவில்லை.
    .next = அது ஆன் செய்துள்ளதா, கேபிள் அல்லது நெட்வொர்க் இணைந்துள்ளதா?
printing-trouble-offline = பிரிண்டர் ஆஃப்லைனில் உள்ளது.
    .next = அதன் feed அல்லது online பட்டனை அழுத்தி, விளக்குகளைப் பார்க்கவும்.
printing-trouble-cover_open = பிரிண்டரின் மூடி திறந்துள்ளது.
    .next = கிளிக் என்று கேட்கும் வரை மூடவும்.
printing-trouble-out_of_paper = பிரிண்டரில் பேப்பர் இல்லை.
    .next = புதிய ரோலை வைத்து மூடியை மூடவும்.
printing-trouble-fault = பிரிண்டர் ஒரு பழுதைச் சொல்கிறது.
    .next = மூடியைத் திறந்து, பேப்பர், கத்தி சிக்கலை நீக்கி, ஆஃப் செய்து ஆன் செய்யவும்.
printing-trouble-stuck = பிரிண்டர் பிரிண்ட்டை முடிக்கவில்லை.
    .next = பேப்பர் சிக்கியுள்ளதா எனப் பார்த்து, ஆஃப் செய்து ஆன் செய்யவும்.
printing-trouble-cut_off = பிரிண்டருடன் தொடர்பு துண்டித்தது.
    .next = அதன் கேபிள் அல்லது நெட்வொர்க்கைப் பார்க்கவும்.
printing-trouble-too_many = மிக அதிக பேப்பர்கள் காத்திருக்கின்றன.
    .next = மேலும் பிரிண்ட் செய்யும் முன் பிரிண்டரைப் பார்க்கவும்.
printing-trouble-not_drawn = பேப்பரைத் தயாரிக்க முடியவில்லை.
    .next = எதுவும் பிரிண்ட் ஆகவில்லை. மேனேஜரிடம் சொல்லவும்.
printing-outcome-printed = பிரிண்ட் ஆனது.
printing-outcome-believed = அனுப்பப்பட்டது. பிரிண்ட் ஆனதா என்று இந்தப் பிரிண்டர் சொல்லாது.
printing-outcome-not_printed = பிரிண்ட் ஆகவில்லை.
printing-outcome-perhaps = பிரிண்ட் ஆகியிருக்கலாம். பிரிண்டரைப் பார்க்கவும்; மீண்டும் பிரிண்ட் செய்தால் மறுபிரதி என்று இருக்கும்.
printing-settings-title = பிரிண்டர், பேப்பர்
printing-settings-printer = பிரிண்டர்
printing-settings-printer-note = நெட்வொர்க்: 192.168.1.50:9100. USB: /dev/usb/lp0. சீரியல்: /dev/ttyUSB0. காலி: பிரிண்டர் இல்லை.
printing-settings-width = ரோல்
printing-settings-widths-mm80 = 80 mm
printing-settings-widths-mm58 = 58 mm
printing-settings-language = பேப்பரின் மொழி
printing-settings-as-window = விண்டோவில் உள்ளது போல
printing-settings-shop = ஒவ்வொரு ஸ்லிப்பின் மேலும் பெயர்
printing-settings-hold-slip = ஹோல்டானதும் ஹோல்டு ஸ்லிப்பை பிரிண்ட் செய்
printing-settings-receipt = PhonePe பேமெண்ட்டை உறுதி செய்ததும் ரசீதை பிரிண்ட் செய்
printing-settings-drawer = ரசீதுடன் பணப் பெட்டியைத் திற (பயிற்சியில் ஒருபோதும் இல்லை)
printing-settings-save = சேமி
printing-settings-saved = சேமிக்கப்பட்டது.
printing-settings-test = சோதனைப் பக்கம் பிரிண்ட்
printing-settings-none = கல்லா தொடங்கியதிலிருந்து எதுவும் பிரிண்ட் ஆகவில்லை.

## bill

bill-field = ரூபாய் தொகை, பொருள், அல்லது ஸ்கேன்
bill-hint = தொகை, பொருள் அல்லது ஸ்கேன்
bill-found = { $count ->
    [one] 1 பொருள் கிடைத்தது
   *[other] { $count } பொருட்கள் கிடைத்தன
}
bill-open = தொகை பிறகு தெரியும்
bill-holds = இதற்குக் குறைந்தது { $amount } ஹோல்டு ஆகும்
bill-listed = பட்டியல் விலை { $amount }
bill-per-unit = { $quantity } { $unit } × { $price }
bill-discount = தள்ளுபடி
bill-discount-hint = 50 அல்லது 10%
bill-discount-of = தள்ளுபடி { $what }
bill-note = பேப்பரில் வரும் குறிப்பு
bill-terms = தள்ளுபடி, குறிப்பு
bill-terms-save = சேமி
bill-subtotal = வரிகளின் கூட்டல்
bill-gst = { $of } இல் GST { $rate }: { $tax }
bill-total = மொத்தம்
bill-to-hold = ஹோல்டு செய்ய
bill-to-hold-why = மொத்தத்தை விட அதிகம்; சில தொகைகள் பிறகுதான் தெரியும்
bill-scanned = { $code } கார்ட்டில் உள்ளது.
bill-add-unknown = பொருள் பட்டியலில் சேர்
bill-scan-locked = கல்லா பூட்டியுள்ளது. ஸ்கேன் ஏற்கப்படவில்லை.
bill-put-aside = ஒதுக்கிய பில்களைப் படிக்க முடியவில்லை. அவற்றின் ஃபைல் { $file } ஆக வைக்கப்பட்டது.

## delivered

delivered-begin = கொடுத்ததைப் பதிவு செய்
delivered-title = கொடுத்தவை
delivered-total = கொடுத்தது
delivered-undo = ஹோல்டு பில்லுக்குத் திரும்பு
delivered-over = இது ஹோல்டு தொகையை விட { $amount } அதிகம். எதையாவது நீக்கவும், அல்லது அதிகபட்சம் ஹோல்டு தொகையை எடுக்கவும்.
delivered-since = ஹோல்டுக்குப் பின் மாறியவை
delivered-same = ஹோல்டானபடியே கொடுக்கப்பட்டது.
delivered-held = ஹோல்டானது
delivered-typed = தொகை டைப் செய்யப்பட்டது. இறுதி கார்ட்டின் தொகை { $total }.
delivered-bill = பில்
delivered-change-added = { $name } சேர்த்தது: { $after }
delivered-change-removed = { $name } நீக்கியது: { $before }
delivered-change-quantity = { $name }: அளவு { $before } → { $after }
delivered-change-price = { $name }: விலை { $before } → { $after }
delivered-change-line_discount = { $name }: தள்ளுபடி { $before } → { $after }
delivered-change-discount = பில் தள்ளுபடி { $before } → { $after }
delivered-nothing = எதுவும் இல்லை

## park

park-park = ஒதுக்கு
park-name = பெயர் அல்லது எண் (காலியாகவும் விடலாம்)
park-go = பில்லை ஒதுக்கு
park-back = பின்
park-parked = ஒதுக்கியவை { $count }
park-title = ஒதுக்கிய பில்கள்
park-none = ஒதுக்கிய பில் இல்லை.
park-unnamed = பில் { $number }
park-named = { $number } · { $name }
park-lines = { $count ->
    [one] 1 வரி
   *[other] { $count } வரிகள்
}
park-by = { $cashier }, { $ago }
park-recall = மீண்டும் திற
park-throw-away = நீக்கு
park-throw-ask = இந்த பில்லை நீக்கவா? இதற்கு எதுவும் ஹோல்டு ஆகவில்லை.
park-throw-yes = நீக்கு
park-throw-no = இருக்கட்டும்
park-instead = திரையில் உள்ள பில் அதன் இடத்தில் ஒதுக்கப்படும்.
park-close = மூடு

## catalogue

catalogue-title = பொருள் பட்டியல்
catalogue-count = { $count ->
    [one] 1 பொருள்
   *[other] { $count } பொருட்கள்
}
catalogue-none = இன்னும் பொருட்கள் இல்லை. ஒன்றைச் சேர்க்கவும், அல்லது CSV ஃபைலை இம்போர்ட் செய்யவும்.
catalogue-lead = பொருட்களும் சேவைகளும், விலையுடன். ஒவ்வொரு மாற்றமும் கணக்கில் எழுதப்படும்.
catalogue-search = பொருளைத் தேடு
catalogue-more = மேலும் உள்ளன. பெயரின் ஒரு பகுதியை டைப் செய்யவும்.
catalogue-add = பொருள் சேர்
catalogue-change = மாற்று: { $name }
catalogue-edit = மாற்று
catalogue-remove = நீக்கு
catalogue-remove-ask = இந்தப் பொருளை நீக்கவா? ஏற்கனவே உள்ள பில்களில் அது இருக்கும்.
catalogue-remove-yes = நீக்கு
catalogue-remove-no = இருக்கட்டும்
catalogue-save = சேமி
catalogue-back = பின்
catalogue-new-item = புதிய பொருள்
catalogue-later = பிறகு தெரியும்
catalogue-import-file = CSV இம்போர்ட்…
catalogue-export-file = CSV எக்ஸ்போர்ட்
catalogue-exported = பொருள் பட்டியல் { $path } இல் உள்ளது
catalogue-reading = படிக்கிறது…
catalogue-unreadable = பொருள் பட்டியல் ஃபைலைப் படிக்க முடியவில்லை; அது அப்படியே உள்ளது. அதற்குப் பதிலாக ஒரு ஃபைலை இம்போர்ட் செய்யவும்.
catalogue-preview-of = { $name } செய்யும் மாற்றங்கள்:
catalogue-rows = வரிகள்
catalogue-added = புதியவை
catalogue-changed = மாறியவை
catalogue-removed = நீக்கியவை
catalogue-same = முன்பு போலவே
catalogue-wrong = தவறானவை
catalogue-column-code = கோடு
catalogue-column-name = பெயர்
catalogue-column-barcode = பார்கோடு
catalogue-column-price = விலை (ரூபாய்), GST சேர்த்து
catalogue-column-unit = அலகு
catalogue-column-gst = GST %
catalogue-column-hsn = HSN
catalogue-column-hold = குறைந்தபட்ச ஹோல்டு, ரூபாய்
catalogue-column-expiry_minutes = ஹோல்டு நிமிடங்கள்
catalogue-wrong-line = { $found ->
    [none] வரி { $line }, { $column }: { $why }
   *[other] வரி { $line }, { $column } “{ $found }”: { $why }
}
catalogue-as-line = வரி { $line } இல் உள்ளதே மீண்டும் உள்ளது.
catalogue-wrong-field = { $column }: { $why }
catalogue-why-missing = காலியாக உள்ளது.
catalogue-why-too_long = மிக நீளம்.
catalogue-why-not_an_amount = இது தொகை அல்ல. 18 அல்லது 1,250.50 போல ரூபாயில் எழுதவும்.
catalogue-why-too_large = இந்தத் தொகை கல்லா ஏற்பதை விட அதிகம்.
catalogue-why-not_a_rate = இது 100 வரையிலான சதவீதம் அல்ல.
catalogue-why-not_minutes = 1 முதல் 10080 வரை முழு நிமிடங்களை எழுதவும்.
catalogue-why-shortened = ஸ்ப்ரெட்ஷீட் இந்தப் பார்கோடைச் சுருக்கிவிட்டது. நெடுவரிசையை டெக்ஸ்ட் ஆக மாற்றி மீண்டும் சேமிக்கவும்.
catalogue-why-no_price_no_hold = விலையைக் கொடுக்கவும்; விலை பிறகு தெரியும் என்றால், ஹோல்டு செய்யும் தொகையைக் கொடுக்கவும்.
catalogue-why-taken = வேறொரு பொருளுக்கு இதுவே உள்ளது.
catalogue-price = { $name }: { $before } → { $after }
catalogue-more-wrong = மேலும் { $count } தவறான வரிகள்
catalogue-take = பட்டியலை மாற்று
catalogue-take-right = { $count ->
    [one] சரியான 1 வரியை மட்டும் ஏற்றுக்கொள்
   *[other] சரியான { $count } வரிகளை ஏற்றுக்கொள்
}
catalogue-cancel = அப்படியே விடு
catalogue-taken = பொருள் பட்டியல் மாற்றப்பட்டது.
catalogue-saved = சேமிக்கப்பட்டது.

## hook

hook-title = வாடிக்கையாளருக்குத் தகவல்
hook-what = விற்பனையில் நடப்பதை SMS அல்லது WhatsApp-க்காக உங்கள் கடையின் ஒரு புரோகிராமுக்கோ நெட்வொர்க்கில் ஒரு முகவரிக்கோ சொல்லலாம்: ஹோல்டானது, செலுத்தியது, விடுவித்தது, காலாவதி, ரீஃபண்ட் ஆனது. அதற்குத் தொகைகள், எங்கள் ஐடி, எண்ணின் கடைசி நான்கு இலக்கங்கள் மட்டுமே போகும்; வேறெதுவும் இல்லை. சொல்வது இந்தக் கம்ப்யூட்டரை விட்டு வெளியே போகும்.
hook-none = அப்படி ஒரு புரோகிராமோ முகவரியோ இந்தக் கல்லாவின் அமைப்பு ஃபைலில் (hook) இல்லை, அல்லது இது பயிற்சி. யாருக்கும் எதுவும் சொல்லப்படாது.
hook-tell = வாடிக்கையாளருக்குச் சொல்
hook-with = { $program } மூலம் சொல்லப்படும்; இது இந்தக் கல்லாவின் அமைப்பு ஃபைலில் உள்ளது.
hook-to = { $host } முகவரிக்குக் கையொப்பத்துடன் சொல்லப்படும்; இது இந்தக் கல்லாவின் அமைப்பு ஃபைலில் உள்ளது.
hook-waiting = { $count ->
    [one] 1 செய்தி காத்திருக்கிறது.
   *[other] { $count } செய்திகள் காத்திருக்கின்றன.
}
hook-given-up = { $count ->
    [one] தொடங்கியதிலிருந்து 1 செய்தி கைவிடப்பட்டது.
   *[other] தொடங்கியதிலிருந்து { $count } செய்திகள் கைவிடப்பட்டன.
}
hook-trouble-program = கடைசிச் செய்தி ஏற்கப்படவில்லை: { $why }. மீண்டும் முயற்சிக்கும்; எந்த விற்பனையும் இதற்காகக் காத்திருக்காது.
hook-trouble-address = இந்தக் கல்லாவின் அமைப்பு ஃபைலில் உள்ள முகவரியைப் பயன்படுத்த முடியாது: அது https:// என்று தொடங்க வேண்டும், கடவுச்சொல் இருக்கக் கூடாது. யாருக்கும் எதுவும் சொல்லப்படாது.
hook-trouble-key_missing = செய்திகள் காத்திருக்கின்றன: கையொப்பமிட கீரிங்கில் சாவி இல்லை. holdfast-admin hook-key மூலம் சேர்க்கவும்.
hook-trouble-keyring_locked = செய்திகள் காத்திருக்கின்றன: கீரிங் பூட்டியுள்ளது. திறக்கவும்; கையொப்பம் இல்லாமல் எதுவும் அனுப்பாது.
hook-trouble-keyring_broken = செய்திகள் காத்திருக்கின்றன: கீரிங் சரியாகப் பதில் தரவில்லை. கையொப்பம் இல்லாமல் எதுவும் அனுப்பாது.
hook-trouble-unreachable = கடைசிச் செய்தி அனுப்பப்படவில்லை: அந்த முகவரி கிடைக்கவில்லை. மீண்டும் முயற்சிக்கும்; எந்த விற்பனையும் இதற்காகக் காத்திருக்காது.
hook-trouble-no_answer = கடைசிச் செய்தி அனுப்பப்பட்டது; நேரத்தில் பதில் வரவில்லை. மீண்டும் முயற்சிக்கும்; எந்த விற்பனையும் இதற்காகக் காத்திருக்காது.
hook-trouble-status = கடைசிச் செய்தி ஏற்கப்படவில்லை: அந்த முகவரி { $status } என்று பதில் தந்தது. மீண்டும் முயற்சிக்கும்; எந்த விற்பனையும் இதற்காகக் காத்திருக்காது.
hook-trouble-redirected = கடைசிச் செய்தி ஏற்கப்படவில்லை: அந்த முகவரி { $status } என்று பதில் தந்து வேறு இடத்தைக் காட்டியது. அங்கே எதுவும் அனுப்பாது; அமைப்பு ஃபைலில் முகவரியைத் திருத்தவும்.
hook-well = எல்லாச் செய்திகளும் ஏற்கப்பட்டன.

## updates

updates-title = புதிய வெர்ஷன்கள்
updates-what = புதிய வெர்ஷன் வந்தால் கல்லா ஷிஃப்டுகளுக்கு இடையில் சொல்லலாம். நாளுக்கு ஒரு முறை இந்தக் கம்ப்யூட்டரின் பேக்கேஜ் பட்டியலை மட்டும் கேட்கும்; நெட்வொர்க்கில் யாரையும் கேட்காது. கொண்டுவருவதும் சரிபார்ப்பதும் நிறுவுவதும் உங்கள் சிஸ்டத்தின் வேலை; கல்லா செய்யாது.
updates-ask = புதிய வெர்ஷன் வந்தால் சொல்
updates-waiting = இந்தக் கல்லாவின் வெர்ஷன் { $version } வந்துள்ளது.
    .next = இப்போது, ஷிஃப்டுகளுக்கு இடையில், நிறுவவும்: “sudo apt install holdfast”. பிறகு கல்லாவை மூடித் திறக்கவும்.
updates-installed = இந்தக் கல்லாவின் வெர்ஷன் { $version } நிறுவப்பட்டுள்ளது.
    .next = இப்போது பழையதே இயங்குகிறது. ஷிஃப்டுகளுக்கு இடையில், இப்போதே, மூடித் திறக்கவும்.
updates-put-away = இந்த வெர்ஷனுக்கு இனி வேண்டாம்

## sound

sound-title = ஒலிகள்
sound-what = ஒவ்வொரு ஒலியும் திரையில் வார்த்தைகளிலும் தெரியும். PhonePe உறுதி செய்த பிறகே பேமெண்ட் ஒலி கேட்கும்.
sound-tone-held = ஹோல்டானது
sound-tone-not_sure = உறுதியில்லை
sound-tone-failed = தோல்வி
sound-tone-paid = செலுத்தியது
sound-twin-held = ஹோல்டானது: { $amount } பிளாக் ஆனது, எடுக்கப்படவில்லை.
sound-twin-not_sure = { $amount } இன்னும் உறுதியில்லை. மீண்டும் பணம் வசூலிக்காதீர்கள்.
sound-twin-failed = தோல்வி: { $amount }. மீண்டும் முயற்சிக்கும் முன், என்ன நடந்தது என்று படிக்கவும்.
sound-twin-paid = செலுத்தியது: { $amount }. PhonePe உறுதி செய்தது.
sound-trial = சோதனை மட்டும்: இது “{ $name }” ஒலி. எந்த விற்பனையையும் குறிக்காது.
sound-volume = ஒலி அளவு
sound-silent = ஒலி இல்லை
sound-percent = { $count } %
sound-try-it = கேட்டுப் பார்:
sound-cannot = இந்தக் கம்ப்யூட்டரில் ஒலி வராது: சவுண்ட் கார்டு இல்லை, அல்லது விண்டோ அதைப் பயன்படுத்த அனுமதி இல்லை. நடப்பது எல்லாம் திரையில் தெரியும்.
sound-speech = உறுதியான பேமெண்ட்டின் தொகையைப் பேசு
sound-speech-with = { $program } பேசும்; இது இந்தக் கல்லாவின் அமைப்பு ஃபைலில் உள்ளது.
sound-speech-none = பேசும் புரோகிராம் இந்தக் கல்லாவின் அமைப்பு ஃபைலில் (speak_with) இல்லை; எனவே தொகைகள் பேசப்படாது.
sound-speech-failed = கடைசித் தொகை பேசப்படவில்லை: { $why }
sound-speech-in = பேசும் மொழி
sound-language-english = ஆங்கிலம்
sound-language-hindi = இந்தி

## display

display-title = வாடிக்கையாளர் திரை
display-what = வாடிக்கையாளர் படிக்க இரண்டாவது ஜன்னல்: பில், பிளாக் ஆனது, செலுத்தியது. கல்லாவில் யார் இருக்கிறார், மற்ற விற்பனைகள், வாலட்டில் எவ்வளவு இருக்கிறது என்பது அதில் ஒருபோதும் தெரியாது.
display-show = காட்டு
display-place = எங்கே
display-place-other_monitor = கல்லா இல்லாத மானிட்டரில்
display-place-window = நானே நகர்த்தும் தனி ஜன்னலில்
display-monitor = { $name } ({ $size })
display-monitor-till = { $name } ({ $size }): கல்லா இதில் உள்ளது
display-monitor-absent = { $name }: இப்போது இணைக்கப்படவில்லை
display-language = அதன் மொழி
display-language-same = கல்லாவின் மொழி
display-language-now = வாடிக்கையாளர் திரை
display-state-off = நிறுத்தப்பட்டுள்ளது.
display-state-shows = தெரிகிறது.
display-state-in_window = தனி ஜன்னலில் திறந்துள்ளது. வாடிக்கையாளர் நிற்கும் பக்கம் இழுத்து வையுங்கள்.
display-state-no_monitor = கல்லா உள்ள மானிட்டரைத் தவிர வேறு மானிட்டர் இல்லை. இணைத்தால் தானாகத் திறக்கும். விற்பனை அது இல்லாமலே தொடரும்.
display-state-closed = அது மூடப்பட்டது. விற்பனை அது இல்லாமலே தொடரும்.
display-state-failed = அது திறந்தபடி இருப்பதில்லை. விற்பனை அது இல்லாமலே தொடரும்.
display-again = மீண்டும் திற
display-lamp = திரை இல்லை

## shown: வாடிக்கையாளர் திரை சொல்வது

shown-screen = வாடிக்கையாளருக்கு
shown-practice = பயிற்சி: உண்மைப் பணம் இல்லை
shown-bill = உங்கள் பில்
shown-total = மொத்தம்
shown-discount = தள்ளுபடி
shown-amount-line = தொகை
shown-earlier = + மேலும் { $count }
shown-provider = PhonePe சொல்வது
shown-qr = பணம் சேர்க்கும் குறியீடு
shown-welcome = வணக்கம்
    .next = { "" }
shown-please_wait = காத்திருங்கள்
    .next = இப்போது பணம் வாங்க இயலாது. கல்லாவில் இருப்பவர் உதவுவார்.
shown-amount = செலுத்த வேண்டியது
    .next = { "" }
shown-hold = பிளாக் ஆகும் தொகை
    .next = பயன்படுத்தியது மட்டும் எடுக்கப்படும். மீதி விடுவிக்கப்படும்.
shown-code = உங்கள் OTP
    .next = PhonePe உங்கள் ஃபோனுக்கு OTP அனுப்பியுள்ளது. கல்லாவில் சொல்லுங்கள்.
shown-balance = வாலட்டைக் கேட்கிறது
    .next = ஒரு நிமிடம்.
shown-too_low = வாலட்டில் பணம் போதாது
    .next = இப்போதே பணம் சேர்க்கலாம். அதற்கான குறியீட்டைக் கல்லாவில் காட்டுவார்கள்.
shown-not_possible = இந்த வாலட்டில் இப்போது முடியாது
    .next = பணம் எதுவும் எடுக்கப்படவில்லை.
shown-top_up = வாலட்டில் பணம் சேருங்கள்
    .next = உங்கள் ஃபோனில் ஸ்கேன் செய்யுங்கள். இதனால் கடை எதுவும் எடுக்காது.
shown-sending = PhonePe-யிடம் கேட்கிறது
    .next = ஒரு நிமிடம்.
shown-not_sure = காத்திருங்கள்
    .next = PhonePe இன்னும் பதில் தரவில்லை; மீண்டும் கேட்கிறது. இரண்டாம் முறை செலுத்த வேண்டாம்.
shown-held = பிளாக் ஆனது, எடுக்கப்படவில்லை
    .next = { $time ->
        [none] { "" }
       *[other] அதிகபட்சம் { $time } வரை.
    }
shown-taking = பணம் செலுத்தப்படுகிறது
    .next = PhonePe உறுதி செய்கிறது. ஒரு நிமிடம்.
shown-paid = செலுத்தப்பட்டது
    .next = { $amount ->
        [none] நன்றி!
       *[other] { $amount } விடுவிக்கப்பட்டது. நன்றி!
    }
    .refunded = இதில் { $amount } உங்கள் வாலட்டுக்குத் திருப்பித் தரப்பட்டது.
shown-releasing = விடுவிக்கப்படுகிறது
    .next = ஒரு நிமிடம்.
shown-released = விடுவிக்கப்பட்டது
    .next = இப்போது எதுவும் பிளாக்கில் இல்லை. பணம் எதுவும் எடுக்கப்படவில்லை.
shown-refused = பிளாக் ஆகவில்லை
    .next = இது நடக்கவில்லை. பணம் எதுவும் எடுக்கப்படவில்லை.
shown-not_paid = செலுத்தப்படவில்லை
    .next = பணம் செலுத்த முடியவில்லை. எதுவும் எடுக்கப்படவில்லை.
