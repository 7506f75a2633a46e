### The words of the window and of the paper, in Hindi (Devanagari); figures stay Latin.

## bar

bar-brand = Holdfast
bar-till = बिलिंग
bar-holds = होल्ड
bar-reports = रिपोर्ट
bar-reconcile = मिलान
bar-settings = सेटिंग
bar-latency = { $ms } ms
bar-queue = { $count ->
    [0] कतार 0
   *[other] { $count } का जवाब बाकी
}
bar-counter = काउंटर { $counter }
bar-shift = शिफ़्ट { $shift }
bar-keys = कुंजियाँ
bar-training = सिर्फ़ अभ्यास। असली पैसे नहीं चलते और किसी असली फ़ोन पर कुछ नहीं जाता।
bar-phone = ग्राहक का फ़ोन
bar-opening = बही खुल रही है…
bar-no-engine = प्रोग्राम का इंजन जवाब नहीं दे रहा। प्रोग्राम बंद करके फिर से चालू करें।
bar-export-books = जो पढ़ा जा सके, सेव करें
bar-lost = { $count } रिकॉर्ड चले गए हैं।
bar-exported = { $path } में सेव हुआ
bar-restore-seen = मैंने पढ़ लिया

## cart

cart-title = कार्ट
cart-new-sale = नई बिक्री
cart-amount = रकम, रुपये में
cart-amount-hint = रकम, फिर Enter
cart-empty = रोकने की रकम लिखें, या आइटम जोड़ें।
cart-locked = यह बिल दाईं ओर वाली बिक्री का है। नई बिक्री के लिए { KEY("sale") } दबाएँ।
cart-quick = रकम
cart-total-hold = कुल रोकना है
cart-total-charge = कुल लेना है
cart-add-line = आइटम जोड़ें
cart-name = आइटम
cart-quantity = मात्रा
cart-price = कीमत
cart-add = जोड़ें
cart-save = सेव करें
cart-change = { $name } बदलें
cart-remove = { $name } हटाएँ
cart-back = वापस

## customer

customer-title = ग्राहक
customer-mobile = ग्राहक का मोबाइल नंबर
customer-mobile-hint = 98765 43210
customer-mobile-submit = आगे बढ़ें
customer-looking-up = नंबर देख रहे हैं…
customer-sending-otp = OTP भेज रहे हैं…
customer-verifying = OTP जाँच रहे हैं…
customer-unlinking = लिंक हटा रहे हैं…
customer-otp = { $masked ->
    [none] ग्राहक को SMS में मिला OTP
   *[other] { $masked } पर SMS में मिला OTP
}
customer-otp-hint = OTP
customer-otp-submit = वॉलेट लिंक करें
customer-resend = नया OTP
customer-resend-in = नया OTP { $left } में
customer-change = बदलें
customer-unlink = लिंक हटाएँ
customer-unlink-ask = PhonePe पर यह लिंक हटाएँ? अगली बिक्री में फिर OTP लगेगा।
customer-unlink-yes = लिंक हटाएँ
customer-unlink-no = रहने दें
customer-linked = वॉलेट { $ago } लिंक हुआ
customer-linked-plain = वॉलेट लिंक है
customer-relink-ask = फिर से लिंक करना होगा
customer-relink = नया OTP भेजें
customer-stopped = PhonePe ने मना किया

## review

review-once = यह दोबारा नहीं हो सकता।
review-capture-now = रकम लें
review-release-now = होल्ड छोड़ें
review-release-title = पूरा होल्ड छोड़ें
review-release-what = कुछ नहीं लिया जाएगा। रकम ग्राहक के वॉलेट में फिर से खुल जाएगी।
review-back = वापस
review-agree = दोनों रकम सही हों तो { KEY("money") } दबाएँ।
review-agree-release = छोड़ने के लिए { KEY("money") } दबाएँ। वापस जाने के लिए Esc।

## sale

sale-ref = हमारी ID
sale-provider-ref = PhonePe ID
sale-until = { $time } तक
sale-left = { $left } बाकी
sale-overdue = समय-सीमा निकल गई, PhonePe से पूछ रहे हैं
sale-paid = भुगतान हो गया
sale-final = अंतिम रकम, रुपये में
sale-review-capture = रकम लें…
sale-of-held = रोके गए { $amount } में से
sale-release = छोड़ें…
sale-new-sale = नई बिक्री
sale-leave = बिल पर वापस
sale-captured = ले लिया गया
sale-released = छोड़ दिया गया
sale-held = रोका गया
sale-paid-at = PhonePe ने भुगतान की पुष्टि कर दी है। भुगतान का समय { $time }.
sale-alarm = मैनेजर को यह अभी देखना होगा।
sale-needs-person = मैनेजर को यह बिक्री देखनी होगी।
sale-code = PhonePe का कोड

## stop

stop-money = पैसों का क्या हुआ?
stop-none = कोई बिक्री खुली नहीं है। PhonePe से ऐसा कुछ नहीं माँगा गया जो बही में न हो।
stop-some = ये बिक्रियाँ खुली हैं। इनमें से किसी के भी दोबारा पैसे न लें।
stop-not-known = कौन सी बिक्रियाँ खुली हैं, यह यहाँ पढ़ा नहीं जा सकता। PhonePe से या बही में पता किए बिना किसी ग्राहक से दोबारा पैसे न लें।
stop-asking = जिस बिक्री का जवाब नहीं आया, उसके बारे में PhonePe से पूछना जारी है; जवाब यहाँ दिखेगा।
stop-not-asking = अभी PhonePe से पूछा नहीं जा सकता।
stop-unwritten = PhonePe ऐसा कहता है; बही में अभी नहीं लिखा है
stop-next-look = अगली जाँच { $left } में
stop-until = { $time } तक
stop-retry = फिर कोशिश करें
stop-retrying = कोशिश जारी…
stop-still = बही अब भी बंद है।

## strip

strip-title = खुले होल्ड
strip-none = कोई होल्ड खुला नहीं
strip-left = { $left } बाकी
strip-next-look = अगली जाँच { $left } में
strip-ended = { $ago }
strip-person = मैनेजर देखें
strip-more = बोर्ड पर { $count } और

## topUp

top-up-title = ग्राहक इसे अपने फ़ोन से स्कैन करें
top-up-asking = PhonePe से टॉप-अप कोड ले रहे हैं…
top-up-waiting = ग्राहक का इंतज़ार… { $amount }
top-up-idle = { $amount } का टॉप-अप
top-up-qr = टॉप-अप लिंक का QR कोड
top-up-amounts = टॉप-अप की रकम
top-up-open = यहीं खोलें
top-up-check = बैलेंस देखें
top-up-leave = बाहर जाएँ
top-up-pay-waits = ग्राहक के टॉप-अप का इंतज़ार है।
top-up-pay-waits-next = बैलेंस काफ़ी होते ही यहाँ “पे करें” अपने आप आएगा। { KEY("release") } से बाहर जाएँ; कोई पैसा नहीं कटा।

## unknown

unknown-title = PhonePe ने जवाब नहीं दिया।
unknown-unclear = PhonePe के जवाब से बात साफ़ नहीं हुई।
unknown-never = दोबारा पैसे न लें।
unknown-next-look = अगली जाँच { $left } में ({ $of } में से { $done })
unknown-looking = अभी जाँच रहे हैं… ({ $of } में से { $done })
unknown-slow = यह मैनेजर की कतार में है; अगली जाँच { $left } में
unknown-longest = ज़्यादा से ज़्यादा 15 मिनट का इंतज़ार।
unknown-serve = अगले ग्राहक का काम कर सकते हैं; यह बिल लॉक है, काउंटर नहीं।
unknown-look-now = अभी जाँचें
unknown-next-customer = अगला ग्राहक
unknown-call = ग्राहक पूछे तो मैनेजर को बुलाएँ और हमारी ID बताएँ।

## wallet

wallet-balance = बैलेंस
wallet-read = { $ago } देखा
wallet-reading = देख रहे हैं…
wallet-stale = पुराना, फिर देख रहे हैं
wallet-due = रोकना है
wallet-due-charge = लेना है
wallet-short = कम है
wallet-refresh = फिर देखें
wallet-mode = बिक्री का तरीका
wallet-unknown = –
wallet-unconfirmed = रकम लिखी है, पर पक्की नहीं की।
wallet-unconfirmed-next = रकम वाले खाने में Enter दबाएँ, या Esc से मिटाएँ।

## ago

ago-now = अभी-अभी
ago-seconds = { $count } सेकंड पहले
ago-minutes = { $count } मिनट पहले
ago-hours = { $count } घंटे पहले
ago-days = { $count ->
    [one] { $count } दिन पहले
   *[other] { $count } दिन पहले
}
ago-seconds-left = { $count } सेकंड

## audit

audit-check = बही जाँचें
audit-checking = जाँच रहे हैं…
audit-holds = बही सही है। { $time } में जाँच हुई।
audit-not-proved = रिकॉर्ड सही हैं, पर सब कुछ जाँचा नहीं जा सका।
audit-does-not-hold = बही सही नहीं है। इस काउंटर पर पैसे न लें।
audit-chain = सभी { $count } रिकॉर्ड वैसे ही हैं जैसे लिखे गए थे, और कोई गायब नहीं है।
audit-figures = स्क्रीन की हर रकम और स्थिति रिकॉर्ड से मेल खाती है।
audit-anchor-holds = रिकॉर्ड { $seq } वही है जो कीरिंग को याद है, यानी पूरी बही दोबारा नहीं लिखी गई।
audit-anchor-none = कीरिंग को अभी कोई रिकॉर्ड याद नहीं, इसलिए पूरी बही दोबारा लिखी गई हो तो पता नहीं चलेगा।
audit-anchor-not-read = कीरिंग पढ़ी नहीं जा सकी, इसलिए चेन के आखिरी रिकॉर्ड का मिलान नहीं हुआ।
audit-broken = गड़बड़: { $what }
audit-meaning = इस प्रोग्राम के बाहर से किसी ने या किसी चीज़ ने फ़ाइल बदली है। PhonePe के अपने आँकड़ों पर इसका असर नहीं है। फ़ाइल सँभालकर रखें, इस काउंटर की देखभाल करने वाले को बुलाएँ, और holdfast-admin restore से बैकअप वापस डालें।

## holds

holds-title = होल्ड
holds-held-now = अभी रोका गया
holds-held-count = { $count ->
    [one] { $count } होल्ड
   *[other] { $count } होल्ड
}
holds-captured = आज ले लिया गया
holds-captured-count = { $count ->
    [one] { $count } बिक्री · { $part } आंशिक
   *[other] { $count } बिक्रियाँ · { $part } आंशिक
}
holds-paid = भुगतान हो गया, पुष्टि है
holds-paid-count = { $of } में से { $count }
holds-released = आज छोड़ दिया गया
holds-expired = { $count } का बिना लिए समय खत्म
holds-radar = अगले 60 मिनट की समय-सीमाएँ
holds-radar-bar = { $from } से { $to } मिनट: सबसे भरे पाँच मिनट का { $share } %
holds-radar-none = अगले 60 मिनट में कोई समय-सीमा नहीं
holds-search = ID, रकम, आखिरी अंक खोजें…
holds-time-left = बाकी समय
holds-held = रोका गया
holds-captured-column = ले लिया गया
holds-released-column = छोड़ दिया गया
holds-customer = ग्राहक
holds-where = काउंटर · कैशियर
holds-shift = शिफ़्ट
holds-hold = होल्ड
holds-money = पैसे
holds-last-look = पिछली जाँच
holds-our-ref = हमारी ID
holds-next-in = अगली { $left } में
holds-totals = { $count ->
    [one] { $count } पंक्ति का कुल
   *[other] { $count } पंक्तियों का कुल
}
holds-more = और पंक्तियाँ
holds-none = यहाँ कुछ नहीं है।
holds-none-found = “{ $search }” के लिए कुछ नहीं मिला।
holds-loading = पढ़ रहे हैं…
holds-failed = बोर्ड पढ़ा नहीं जा सका।
holds-open = { $ref } खोलें

## keys

keys-title = कुंजियाँ
keys-close = बंद करें
keys-not-here = { KEY("money") } सिर्फ़ बिलिंग में चलता है।
keys-scanned = { KEY("money") } स्कैन के साथ आया, इसलिए नहीं माना गया। फिर दबाएँ।
keys-no-staff = अभी कोई जोड़ा नहीं गया, इसलिए बदलने को कोई नहीं है। सेटिंग में स्टाफ़ देखें।
keys-does-keys = यह सूची
keys-does-sale = नई बिक्री, या रकम
keys-does-customer = ग्राहक
keys-does-money = पैसों वाला बटन
keys-does-balance = बैलेंस फिर देखें
keys-does-strip = खुले होल्ड (तीर से चलें, Enter से खोलें)
keys-does-look = अभी जाँचें
keys-does-print = प्रिंट करें
keys-does-release = छोड़ें (पहले पूछेगा), या टॉप-अप से बाहर
keys-does-lock = लॉक करें, या किसी और को साइन इन करने दें
keys-does-park = बिल अलग रखें
keys-does-recall = अलग रखा बिल वापस लाएँ
keys-escape = एक कदम पीछे; पैसे कभी नहीं चलते
keys-enter = खाना पक्का करता है; पैसे कभी नहीं चलते
keys-not-now = इस स्क्रीन पर नहीं
keys-set = इस काउंटर की कुंजियाँ
keys-set-what = फ़ंक्शन कुंजियाँ, या Ctrl या Alt के साथ कोई अक्षर या अंक। Enter, Tab और Esc जैसे हैं वैसे रहेंगे; अकेला अक्षर या अंक कभी शॉर्टकट नहीं बनता।
keys-change = बदलें
keys-change-of = इसकी कुंजी बदलें: { $what }
keys-press-now = नई कुंजी दबाएँ। Esc से जैसी है वैसी रहेगी।
keys-usual = सब कुंजियाँ पहले जैसी
keys-only-managers = कुंजियाँ मैनेजर बदलते हैं। मैनेजर के तौर पर साइन इन करें ({ KEY("lock") })।
keys-changed = { $what }: { $key }.

## pictures

pictures-title = चार्ट
pictures-days = रोका गया, ले लिया गया और छोड़ दिया गया, पिछले 30 दिन
pictures-hours = आज पुष्टि हुए भुगतान, घंटे के हिसाब से
pictures-outcomes = पिछले 30 दिनों की बिक्रियाँ कहाँ हैं
pictures-latency = PhonePe जवाब देने में कितना समय लेता है
pictures-day = दिन
pictures-hour = घंटा
pictures-due = समय-सीमा में बाकी
pictures-outcome = नतीजा
pictures-call = अनुरोध
pictures-count = कितने
pictures-held = रोका गया
pictures-captured = ले लिया गया
pictures-released = छोड़ दिया गया
pictures-paid = भुगतान हो गया, पुष्टि है
pictures-median = आम तौर पर
pictures-p95 = 100 में 95 इससे तेज़
pictures-slowest = सबसे धीमा
pictures-minutes = { $from } मिनट
pictures-between = { $from } से { $to } मिनट
pictures-table = टेबल में देखें
pictures-picture = चार्ट में देखें
pictures-none = अभी कुछ नहीं।
pictures-failed = चार्ट यहाँ नहीं बन सके। यही आँकड़े एक्सपोर्ट में हैं।
pictures-shelf-asking = पूछ रहे हैं
pictures-shelf-held = रोका गया
pictures-shelf-accepted_in_full = ले लिया गया, अभी पुष्टि नहीं
pictures-shelf-accepted_in_part = आंशिक ले लिया गया, अभी पुष्टि नहीं
pictures-shelf-paid_in_full = पूरा भुगतान हो गया
pictures-shelf-paid_in_part = आंशिक भुगतान हो गया
pictures-shelf-not_paid = भुगतान नहीं हुआ
pictures-shelf-released = छोड़ दिया गया
pictures-shelf-expired = समय खत्म
pictures-shelf-failed = कुछ रोका नहीं गया
pictures-shelf-needs_person = मैनेजर देखें

## reports

reports-shift-tab = शिफ़्ट, X और Z
reports-pictures-tab = चार्ट
reports-title = आज
reports-as-of = { $time } तक
reports-later = इस काउंटर की बही का आज का अब तक का जोड़। किसी एक शिफ़्ट का हिसाब उसके X और Z में है।
reports-expired-label = बिना लिए समय खत्म

## settings

settings-title = सेटिंग
settings-part-till = काउंटर और भाषा
settings-part-staff = स्टाफ़
settings-part-catalogue = कैटलॉग
settings-part-printer = प्रिंटर और काग़ज़
settings-part-display = ग्राहक की स्क्रीन
settings-part-customer = ग्राहक को बताना
settings-part-keys = कुंजियाँ
settings-part-sound = आवाज़ें और बोल
settings-part-account = PhonePe खाता
settings-part-books = बही और कीरिंग
settings-part-health = हालत
settings-part-updates = नए वर्ज़न
settings-part-support = सपोर्ट बंडल
settings-provider = PhonePe
settings-profile = प्रोफ़ाइल
settings-base-url = पता
settings-merchant = मर्चेंट ID
settings-salt = Salt index
settings-salt-key = Salt key
settings-salt-training = अभ्यास वाली key, जो गुप्त नहीं है
settings-salt-there = कीरिंग में है
settings-salt-missing = नहीं है
settings-salt-unasked = अभी पूछा नहीं
settings-device = डिवाइस ID
settings-expiry = होल्ड की अवधि
settings-minutes = { $count } मिनट
settings-check = जाँचें
settings-checking = जाँच रहे हैं…
settings-checked = मर्चेंट ID और Salt key सही हैं।
settings-keyring = कीरिंग
settings-books = बही
settings-events = रिकॉर्ड
settings-head = एंकर रिकॉर्ड
settings-backup = रोज़ का बैकअप
settings-backup-at = { $time } लिया
settings-backup-failed = नहीं हुआ: { $reason }
settings-backup-none = चालू होने के बाद अभी नहीं
settings-version = वर्ज़न
settings-change = विंडो के बिना यही काम holdfast-admin provision करता है।
settings-none = सेट नहीं

## timeline

timeline-title = टाइमलाइन
timeline-close = बंद करें
timeline-at-till = बिलिंग में खोलें
timeline-evidence = सबूत (PDF)
timeline-evidence-drawing = बना रहे हैं…
timeline-evidence-at = इस भुगतान का सबूत { $path } में है
timeline-by = { $cashier } · काउंटर { $counter }
timeline-approved-by = मंज़ूरी: { $manager }
timeline-by-hand = हाथ से
timeline-request = अनुरोध
timeline-reply = जवाब
timeline-record = रिकॉर्ड
timeline-http = HTTP { $status }
timeline-took = { $ms } ms
timeline-fact-intent = पूछा गया
timeline-fact-reply = जवाब आया
timeline-fact-look = जाँचा गया
timeline-fact-recovered = फिर से उठाया गया
timeline-fact-handed_over = सौंपा गया
timeline-fact-deadline_ask = समय-सीमा पर: किसी से पूछें
timeline-fact-deadline_release = समय-सीमा पर: छोड़ें
timeline-fact-deadline_capture = समय-सीमा पर: रकम लें
timeline-fact-deadline_skipped = समय-सीमा पर: कुछ नहीं किया
timeline-fact-queued = बैच में डाला
timeline-fact-queue_skipped = कतार में शामिल नहीं
timeline-fact-difference_found = PhonePe से अलग
timeline-fact-difference_closed = अंतर बंद हुआ
timeline-fact-printed = प्रिंट हुआ
timeline-fact-delivered = डिलीवर हुआ

## report

report-x = X रिपोर्ट, शिफ़्ट { $number }
report-z = Z { $number }
report-as-of = { $time } तक
report-counter = काउंटर
report-cashiers = कैशियर
report-opened = खुली
report-closed = बंद हुई
report-by = { $time }, { $who }
report-first-sale = पहली बिक्री
report-last-sale = आखिरी बिक्री
report-none = कोई नहीं
report-no-shift = X रिपोर्ट शिफ़्ट खुलने पर मिलेगी।
report-no-z = ऐसी कोई Z नहीं है।
report-count-column = गिनती
report-amount-column = रकम
report-part-sales = होल्ड
report-part-payments = PhonePe और हम
report-part-cash = नकद
report-figure-carried_in = खुले, पिछली शिफ़्ट से
report-figure-placed = लगाए गए होल्ड
report-figure-captured_in_full = पूरा ले लिया गया
report-figure-captured_in_part = आंशिक ले लिया गया
report-figure-rest_released = … उनका बाकी, छोड़ दिया गया
report-figure-released = छोड़ दिया गया
report-figure-expired = बिना लिए समय खत्म
report-figure-not_paid = लेने का अनुरोध माना, पर भुगतान नहीं हुआ
report-figure-not_held = मना हुआ या पहुँचा नहीं
report-figure-refunded = रिफ़ंड हो गया
report-figure-carried_over = खुले, आगे ले जाए गए
report-figure-captured = हमारे यहाँ ले लिया गया
report-figure-proved = PhonePe के अनुसार भुगतान हो गया
report-figure-unproved = अभी पुष्टि नहीं
report-figure-float = शुरुआती नकद
report-figure-paid_in = नकद डाला
report-figure-paid_out = नकद निकाला
report-figure-expected = होना चाहिए
report-figure-counted = गिना गया
report-figure-difference = अंतर
report-open = खुले होल्ड
report-not-sure = अभी पक्का नहीं
report-unproved = ले लिया गया, अभी पुष्टि नहीं
report-corrected = इस शिफ़्ट में PhonePe ने अलग बताया
report-due = समय-सीमा { $deadline }, { $cashier } ने रोका
report-owner = अब { $name } के पास
report-carried = आगे ले जाया गया
report-reason = कारण
report-counts = { $count } बार गिना; पहली, बिना देखे की गिनती { $first } थी।
report-head = इस रिपोर्ट से पहले की चेन
report-record = इस Z का रिकॉर्ड
report-copy = टेक्स्ट कॉपी करें
report-copied = कॉपी हुआ।
report-not-copied = कॉपी नहीं हुआ। रिपोर्ट चुनें और Ctrl+C दबाएँ।
report-zs = पिछली Z
report-zs-none = अभी तक कोई शिफ़्ट बंद नहीं हुई।
report-current = खुली शिफ़्ट की X
report-z-line = { $time }, { $by }

## shift

shift-title = शिफ़्ट { $number }
shift-open-since = { $time } से खुली, { $by }
shift-never = इस काउंटर पर अभी कोई शिफ़्ट नहीं खुली। बिना शिफ़्ट के बिक्री चलती है; पहली शिफ़्ट के बाद नए होल्ड के लिए खुली शिफ़्ट चाहिए।
shift-closed = कोई शिफ़्ट खुली नहीं। नए होल्ड शिफ़्ट खुलने पर ही लगेंगे; रकम लेना और होल्ड छोड़ना चलता रहेगा।
shift-float = दराज़ में शुरुआती नकद
shift-open = शिफ़्ट खोलें
shift-cash = बिक्री के अलावा नकद
shift-amount = रकम
shift-reason = किसलिए
shift-cash-in = नकद डाला
shift-cash-out = नकद निकाला
shift-hand = खुले होल्ड
shift-hand-none = कोई होल्ड खुला नहीं है।
shift-hand-to = नए ज़िम्मेदार का नाम
shift-hand-over = सौंपें
shift-handed = अब { $to } देखेंगे
shift-not-handed = { $cashier } ने रोका
shift-until = { $time } तक
shift-count = दराज़ गिनें
shift-count-hint = जो गिना वह लिखें। कितना होना चाहिए, यह बाद में ही दिखेगा।
shift-counted = गिना गया
shift-count-done = गिनती दर्ज करें
shift-count-again = फिर गिनें
shift-expected = होना चाहिए
shift-difference = अंतर
shift-match = दराज़ का हिसाब सही है।
shift-differs = अंतर क्यों है
shift-carry-over = { $count ->
    [one] { $count } खुला होल्ड अगली शिफ़्ट में ले जाएँ
   *[other] { $count } खुले होल्ड अगली शिफ़्ट में ले जाएँ
}
shift-close = बंद करें, Z { $number } बनाएँ
shift-close-hint = यह दोबारा नहीं हो सकता: Z कभी बदली नहीं जाती।

## deadline

deadline-title = { $time } पर, अगर किसी ने कुछ न किया
deadline-hint = PhonePe { $time } पर यह होल्ड लौटा देगा। जो चुना है वह तीन मिनट पहले होगा।
deadline-late = PhonePe { $time } पर यह होल्ड लौटा देगा: चुनने का समय नहीं बचा। अभी रकम लें या होल्ड छोड़ें।
deadline-choice-ask_a_person = मुझसे पूछें
deadline-choice-release = होल्ड छोड़ें
deadline-choice-capture = रकम लें
deadline-amount = लेने की रकम
deadline-set = तय करें
deadline-is-set-ask_a_person = { "" }
deadline-is-set-release = तय: { $time } पर होल्ड छोड़ दिया जाएगा।
deadline-is-set-capture = तय: { $time } पर { $amount } ले लिया जाएगा।

## queue

queue-select = { $ref } चुनें
queue-select-all = दिख रही सभी पंक्तियाँ चुनें
queue-selected = { $count ->
    [0] कुछ नहीं चुना
   *[other] { $gone ->
        [0] { $count } चुने
       *[other] { $count } चुने ({ $gone } इस सूची में नहीं)
    }
}
queue-clear = चयन हटाएँ
queue-open-capture = रकम लें…
queue-open-release = छोड़ें…
queue-nothing = पहले होल्ड चुनें: बॉक्स पर क्लिक करें, या Tab से जाकर Space दबाएँ।
queue-title-capture = कई होल्ड की रकम लें
queue-title-release = कई होल्ड छोड़ें
queue-can-capture = पूरी रकम ली जा सकती है: { $count }
queue-can-release = छोड़े जा सकते हैं: { $count }
queue-cannot = नहीं हो सकता, जैसे हैं वैसे रहेंगे: { $count }
queue-to-cannot = जो { $count } नहीं हो सकते, देखें
queue-none-capture = इनमें से किसी की रकम नहीं ली जा सकती।
queue-none-release = इनमें से कोई होल्ड छोड़ा नहीं जा सकता।
queue-confirm-capture = { $count ->
    [one] { $count } होल्ड की रकम लें
   *[other] { $count } होल्ड की रकम लें
}
queue-confirm-release = { $count ->
    [one] { $count } होल्ड छोड़ें
   *[other] { $count } होल्ड छोड़ें
}
queue-once-capture = हर होल्ड के पूरे पैसे लिए जाएँगे। यहाँ से वापस नहीं होगा; रिफ़ंड अलग से करना होगा।
queue-once-release = कोई पैसा नहीं कटेगा। हर होल्ड अपने ग्राहक को लौट जाएगा; इसे पलटा नहीं जा सकता।
queue-agree = शुरू करने के लिए क्लिक या टच करें; सबसे पास की समय-सीमा पहले। यहाँ कुंजियों से पैसे नहीं चलते।
queue-back = वापस
queue-why-not_held = कुछ रोका नहीं गया है।
queue-why-being_sent = इसका एक अनुरोध भेजा जा रहा है।
queue-why-not_sure_yet = इसके बारे में PhonePe ने अभी जवाब नहीं दिया।
queue-why-captured_already = पहले ही ले लिया गया है।
queue-why-released_already = पहले ही छोड़ दिया गया है।
queue-why-expired = इसका समय खत्म हुआ, और PhonePe ने रकम लौटा दी।
queue-why-capture_failed = इसकी रकम लेने की कोशिश हुई, पर नहीं हुआ।
queue-why-needs_person = मैनेजर देखें। इसकी टाइमलाइन खोलें।
queue-why-past_deadline = समय-सीमा निकल गई; PhonePe से पूछ रहे हैं कि होल्ड अब भी है या नहीं।
queue-why-over_the_hold = रोकी गई रकम से ज़्यादा।
queue-why-nothing_to_capture = लेने के लिए कुछ नहीं।
queue-why-in_queue = यह पहले से दूसरे बैच में इंतज़ार में है।
queue-why-asked_otherwise = इस बीच किसी ने कुछ और माँगा।
queue-why-final_cart = जो डिलीवर हुआ वह बिलिंग में भरा जा रहा है। वहीं पूरा करें।
queue-run-capture = रकम लेने का बैच { $run }
queue-run-release = होल्ड छोड़ने का बैच { $run }
queue-by = { $cashier }, { $time }
queue-progress = { $stopped ->
    [0] { $all } में से { $done } पूरे
   *[other] { $all } में से { $done } पूरे, { $stopped } बीच में बंद
}
queue-sum-capture = { $all } में से { $done } ले लिया गया
queue-sum-release = { $all } में से { $done } छोड़ दिया गया
queue-over = { $run } पूरा हुआ। नतीजा पढ़ें, फिर बंद करें।
queue-stop = बैच बंद करें
queue-stop-hint = जो भेजा जा चुका है वह पूरा होगा; आगे कुछ नहीं भेजा जाएगा।
queue-proof = ले लिया गया: PhonePe ने मान लिया है; भुगतान की पुष्टि अभी पूछी जा रही है।
queue-rows = पंक्तियाँ
queue-close = नतीजा हटाएँ
queue-hide = छिपाएँ
queue-all-rows = सभी
queue-waits = इंतज़ार में; अपने आप आगे बढ़ेगा।
queue-outcome-waiting = इंतज़ार में
queue-outcome-sending = भेज रहे हैं
queue-outcome-captured = ले लिया गया
queue-outcome-paid = भुगतान हो गया
queue-outcome-released = छोड़ दिया गया
queue-outcome-expired = समय खत्म
queue-outcome-not_sure_yet = अभी पक्का नहीं
queue-outcome-still_held = अब भी रोका गया
queue-outcome-failed = नहीं हुआ
queue-outcome-needs_person = मैनेजर देखें
queue-outcome-skipped = शामिल नहीं
queue-outcome-stopped = बीच में बंद
queue-told-waiting = { "" }
queue-told-sending = { "" }
queue-told-captured = { "" }
queue-told-paid = { "" }
queue-told-released = { "" }
queue-told-expired = PhonePe रकम लौटा चुका था।
queue-told-not_sure_yet = दोबारा न रकम लें, न होल्ड छोड़ें। PhonePe से पता कर रहे हैं।
queue-told-still_held = न कुछ लिया गया, न लौटाया गया।
queue-told-failed = कुछ नहीं लिया गया।
queue-told-needs_person = इसकी टाइमलाइन खोलें।
queue-told-skipped = { "" }
queue-told-stopped = PhonePe से माँगा ही नहीं। होल्ड जैसा था वैसा है।
queue-queued = कतार में
queue-plan-ask_a_person = { "" }
queue-plan-release = { $time } पर छोड़ना
queue-plan-capture = { $time } पर { $amount } लेना
queue-planned-ask_a_person = { "" }
queue-planned-release = { $time } पर यह होल्ड अपने आप छोड़ दिया जाएगा: होल्ड बोर्ड पर चुना गया है।
queue-planned-capture = { $time } पर इस होल्ड से { $amount } अपने आप ले लिया जाएगा: होल्ड बोर्ड पर चुना गया है।

## reconcile

reconcile-title = PhonePe से फिर पूछें
reconcile-lead = इस अवधि की हर बिक्री के बारे में फिर पूछा जाएगा, हर सेकंड एक। काउंटर का काम पहले। इससे पैसे नहीं चलते।
reconcile-period = अवधि
reconcile-of-today = आज
reconcile-of-yesterday = बीता कल
reconcile-of-shift = यह शिफ़्ट
reconcile-of-days = दिन चुनें
reconcile-from = से
reconcile-to = तक
reconcile-start = हर बिक्री के बारे में पूछें
reconcile-state-running = पूछ रहे हैं
reconcile-state-stopped = बीच में बंद
reconcile-state-ended = पूरा
reconcile-run = मिलान { $run }
reconcile-span = { $from } से { $to }
reconcile-by = { $cashier }, { $time }
reconcile-progress = { $rows ->
    [one] { $rows } में से { $done } बिक्री
   *[other] { $rows } में से { $done } बिक्रियाँ
}
reconcile-stop = मिलान बंद करें
reconcile-stop-hint = जितना पूछा गया वह रखा जाएगा। मिलान फिर आगे बढ़ाया जा सकता है।
reconcile-resume = आगे बढ़ाएँ
reconcile-waits = इंतज़ार:
reconcile-count-agrees = मेल खाते हैं
reconcile-count-moved_on = नए जवाब, दर्ज हुए
reconcile-count-still_open = दोनों ओर अब भी खुले
reconcile-count-left_to_a_person = पहले से मैनेजर के पास
reconcile-count-differs = अलग हैं
reconcile-differences = अंतर
reconcile-open-only = खुले { $count }
reconcile-all = सभी
reconcile-none = कोई अंतर खुला नहीं।
reconcile-none-ever = अभी तक कोई अंतर नहीं मिला।
reconcile-more = पुराने
reconcile-failed = अंतर पढ़े नहीं जा सके।
reconcile-number = #{ $number }
reconcile-by-run = मिलान { $run }, { $time }
reconcile-by-import = { $line ->
    [none] फ़ाइल { $number }, { $time }
   *[other] फ़ाइल { $number }, पंक्ति { $line }, { $time }
}
reconcile-ours = हमारी बही
reconcile-phonepe = PhonePe
reconcile-file = फ़ाइल
reconcile-nothing = कुछ नहीं
reconcile-refund-of = रिफ़ंड { $ref }
reconcile-open = बिक्री खोलें
reconcile-note = कैसे निपटाया
reconcile-close = इस नोट के साथ बंद करें
reconcile-closed = { $by } ने बंद किया, { $time }
reconcile-kind-paid_there_not_here-title = वहाँ भुगतान है, यहाँ नहीं
reconcile-kind-paid_there_not_here-means = PhonePe के पास इस बिक्री का भुगतान है; हमारी बही में नहीं है।
reconcile-kind-paid_there_not_here-todo = बिक्री खोलें और फिर जाँचें। ग्राहक ने किसी और तरीके से भी पैसे दिए हों, तो दोनों में से एक का रिफ़ंड करें।
reconcile-kind-paid_here_not_there-title = यहाँ भुगतान है, वहाँ नहीं
reconcile-kind-paid_here_not_there-means = हमारी बही में भुगतान की पुष्टि है; PhonePe अब कहता है कि भुगतान नहीं है।
reconcile-kind-paid_here_not_there-todo = ग्राहक से अभी कुछ वापस न लें। टाइमलाइन PhonePe को भेजें और पूछें कि कौन सा सही है।
reconcile-kind-other_amount-title = रकम अलग है
reconcile-kind-other_amount-means = दोनों ओर यह बिक्री है, पर रकम अलग-अलग है।
reconcile-kind-other_amount-todo = टाइमलाइन को सेटलमेंट से मिलाएँ। ज़्यादा लिए पैसे रिफ़ंड करें; कम लिए गए हों तो PhonePe से कारण पूछें।
reconcile-kind-other_id-title = ट्रांज़ैक्शन ID अलग है
reconcile-kind-other_id-means = PhonePe के जवाब की ID हमारी बही की ID से अलग है।
reconcile-kind-other_id-todo = अभी रिफ़ंड न करें। PhonePe से पूछें कि दोनों में से किस ID का सेटलमेंट हुआ।
reconcile-kind-other_merchant-title = मर्चेंट अलग है
reconcile-kind-other_merchant-means = PhonePe के जवाब में इस काउंटर का नहीं, दूसरा मर्चेंट है।
reconcile-kind-other_merchant-todo = सेटिंग में मर्चेंट ID जाँचें, और PhonePe के बताने तक पैसे न लें।
reconcile-kind-captured_there-title = वहाँ ले लिया गया
reconcile-kind-captured_there-means = PhonePe पर इस होल्ड की रकम ले ली गई, पर यहाँ किसी ने माँगी नहीं थी।
reconcile-kind-captured_there-todo = यह बिक्री मैनेजर को देखनी है। भुगतान की पुष्टि होने तक फिर जाँचते रहें; गलती से हुआ हो तो रिफ़ंड करें।
reconcile-kind-still_held_there-title = वहाँ अब भी रोका गया
reconcile-kind-still_held_there-means = यहाँ बिक्री खत्म हो चुकी है; ग्राहक के पैसे PhonePe पर अब भी रुके हैं।
reconcile-kind-still_held_there-todo = बिक्री की टाइमलाइन से फिर जाँचें। तब वह फिर “रोका गया” दिखेगी और होल्ड छोड़ा जा सकेगा।
reconcile-kind-gone_there-title = वहाँ होल्ड नहीं रहा
reconcile-kind-gone_there-means = PhonePe ने समय-सीमा से पहले होल्ड खत्म कर दिया; यहाँ किसी ने नहीं छोड़ा।
reconcile-kind-gone_there-todo = कोई पैसा नहीं कटा। सेवा दी जा चुकी हो तो ग्राहक से फिर भुगतान करने को कहें।
reconcile-kind-unknown_there-title = वहाँ पता नहीं
reconcile-kind-unknown_there-means = हमारी बही में जिस बिक्री का जवाब है, PhonePe को उसका कुछ पता नहीं।
reconcile-kind-unknown_there-todo = सेटिंग में प्रोफ़ाइल और मर्चेंट ID जाँचें; सही हों तो टाइमलाइन PhonePe को भेजें।
reconcile-kind-unclear-title = जवाब साफ़ नहीं
reconcile-kind-unclear-means = PhonePe ने ऐसा जवाब दिया जो यह प्रोग्राम नहीं जानता।
reconcile-kind-unclear-todo = इससे कोई नतीजा नहीं निकाला गया। बाद में फिर जाँचें; ऐसा ही रहे तो PhonePe से पूछें।
reconcile-kind-not_asked-title = पूछा नहीं जा सका
reconcile-kind-not_asked-means = PhonePe ने तीन बार में भी इस बिक्री का जवाब नहीं दिया।
reconcile-kind-not_asked-todo = PhonePe जवाब देने लगे तब इसकी टाइमलाइन से फिर जाँचें।
reconcile-kind-refunded_there_not_here-title = वहाँ रिफ़ंड हुआ, यहाँ नहीं
reconcile-kind-refunded_there_not_here-means = दूसरी ओर रिफ़ंड है; हमारी बही में वह नहीं हुआ या पूरा नहीं हुआ।
reconcile-kind-refunded_there_not_here-todo = दोबारा रिफ़ंड न करें। बिक्री की टाइमलाइन में रिफ़ंड फिर जाँचें।
reconcile-kind-refunded_here_not_there-title = यहाँ रिफ़ंड हुआ, वहाँ नहीं
reconcile-kind-refunded_here_not_there-means = हमारी बही में रिफ़ंड की पुष्टि है; PhonePe अब कहता है कि रिफ़ंड नहीं हुआ।
reconcile-kind-refunded_here_not_there-todo = PhonePe जब तक न बताए कि कौन सा सही है, दोबारा रिफ़ंड न करें।
reconcile-kind-in_file_not_in_books-title = फ़ाइल में है, हमारी बही में नहीं
reconcile-kind-in_file_not_in_books-means = इस काउंटर की किसी बिक्री का यह रेफ़रेंस नहीं है।
reconcile-kind-in_file_not_in_books-todo = यह किसी दूसरे काउंटर या दुकान का हो सकता है। वहाँ खोजें, और नोट में लिखें कि कहाँ मिला।
reconcile-kind-in_books_not_in_file-title = हमारी बही में है, फ़ाइल में नहीं
reconcile-kind-in_books_not_in_file-means = इस अवधि में इस बिक्री के भुगतान की पुष्टि हुई, पर फ़ाइल में इसकी पंक्ति नहीं है।
reconcile-kind-in_books_not_in_file-todo = सेटलमेंट एक दिन बाद हो सकता है: अगली फ़ाइल से मिलाएँ। वहाँ भी न हो तो PhonePe से पूछें।
reconcile-kind-twice_in_file-title = फ़ाइल में दो बार
reconcile-kind-twice_in_file-means = फ़ाइल की एक पिछली पंक्ति में यही बिक्री है।
reconcile-kind-twice_in_file-todo = PhonePe से पूछें कि क्या ग्राहक के पैसे दो बार कटे।
reconcile-settlement = सेटलमेंट फ़ाइल मिलाएँ
reconcile-settlement-lead = PhonePe की CSV फ़ाइल। इसे बही से मिलाया जाता है, और हैश के साथ रिकॉर्ड में रखा जाता है।
reconcile-choose = फ़ाइल चुनें…
reconcile-rows = { $rows ->
    [one] { $name }: { $rows } पंक्ति
   *[other] { $name }: { $rows } पंक्तियाँ
}
reconcile-remembered = इन्हीं कॉलम वाली पिछली फ़ाइल की तरह पढ़ा गया।
reconcile-seen-in = यही फ़ाइल पहले मिलाई जा चुकी है: फ़ाइल { $number }.
reconcile-column-our_ref = हमारा रेफ़रेंस
reconcile-column-amount = रकम
reconcile-column-provider_ref = PhonePe ID (अगर हो)
reconcile-no-column = कोई नहीं
reconcile-unit = रकम किसमें है
reconcile-rupees = रुपये
reconcile-paise = पैसे
reconcile-first = पहली पंक्तियाँ
reconcile-file-period = भुगतान की तारीखें
reconcile-compare = बही से मिलाएँ
reconcile-comparing = मिला रहे हैं…
reconcile-another = दूसरी फ़ाइल
reconcile-compared = { $differ ->
    [one] { $name }: { $rows } में से { $agree } पंक्तियाँ मेल खाती हैं, { $differ } अंतर।
   *[other] { $name }: { $rows } में से { $agree } पंक्तियाँ मेल खाती हैं, { $differ } अंतर।
}
reconcile-imports = पिछली मिलाई गई फ़ाइलें

## notices

notices-keyring_locked = कीरिंग लॉक है।
    .next = इस कंप्यूटर की कीरिंग अनलॉक करें; प्रोग्राम को अपने आप पता चल जाएगा। किसी ग्राहक का लिंक नहीं खोया।
notices-keyring_missing = इस कंप्यूटर में कीरिंग नहीं है।
    .next = कोई कीरिंग (जैसे gnome-keyring) इंस्टॉल करके चालू करें, फिर यह प्रोग्राम दोबारा चालू करें।
notices-keyring_broken = कीरिंग ठीक से जवाब नहीं दे रही।
    .next = कंप्यूटर से लॉग आउट करके फिर लॉग इन करें। फिर भी रहे तो सपोर्ट को कॉल करें। किसी ग्राहक का लिंक नहीं खोया।
notices-salt_key_missing = Salt key कीरिंग में नहीं है।
    .next = मैनेजर इस काउंटर को फिर से सेट करें; तब तक पैसे नहीं लिए जाएँगे।
notices-ledger_damaged = बही खराब हो गई है।
    .next = न कुछ लिखा जाएगा, न पैसे लिए जाएँगे। जो पढ़ा जा सके उसे सेव करें, फिर सपोर्ट को कॉल करें: बैकअप वापस डाला जा सकता है।
notices-ledger_newer = बही इस प्रोग्राम के नए वर्ज़न से लिखी गई है।
    .next = नया वर्ज़न इंस्टॉल करें। कुछ बदला नहीं गया।
notices-ledger_cannot_open = बही खुल नहीं रही।
    .next = डिस्क और उसकी अनुमतियाँ जाँचें, और देखें कि कोई दूसरा प्रोग्राम बही इस्तेमाल न कर रहा हो; फिर कोशिश करें। कुछ बदला नहीं गया।
notices-ledger_tampered = बही इस प्रोग्राम के बाहर से बदली गई है।
    .next = न कुछ लिखा जाएगा, न पैसे लिए जाएँगे। जो पढ़ा जा सके उसे सेव करें, फिर मैनेजर को बुलाएँ: बही PhonePe से मिलाई जाएगी, या बैकअप वापस डाला जाएगा।
notices-ledger_cannot_write = बही में लिखा नहीं जा रहा।
    .next = नया होल्ड नहीं लगेगा। डिस्क में जगह खाली करें या डिस्क जाँचें, फिर कोशिश करें; प्रोग्राम बंद करना ज़रूरी नहीं।
notices-ledger_contradicted = प्रोग्राम और बही में मेल नहीं है।
    .next = नया होल्ड नहीं लगेगा। फिर कोशिश करें: प्रोग्राम बही के हिसाब से आगे चलेगा। फिर से आए तो जो पढ़ा जा सके उसे सेव करें और सपोर्ट को कॉल करें।
notices-ledger_restored = बही बैकअप से वापस डाली गई है।
    .next = बैकअप के बाद जो दर्ज हुआ था वह चला गया। मैनेजर PhonePe की सूची से मिलाएँ, और जो होल्ड यहाँ नहीं हैं उनके बारे में PhonePe से पूछें।
notices-backup_failed = आज का बैकअप नहीं हो सका।
    .next = बिक्री चलती रहेगी। डिस्क जाँचें; प्रोग्राम एक घंटे में फिर कोशिश करेगा।
notices-clock_changed = इस कंप्यूटर की घड़ी बदली गई है।
    .next = बिक्री चलती रहेगी, और किसी होल्ड पर इसका असर नहीं होगा। तारीख और समय जाँचें: वे पर्चियों और बही में लिखे जाते हैं।
notices-provider_settings_refused = PhonePe की सेटिंग काम की नहीं हैं।
    .next = मैनेजर सेटिंग में पता, मर्चेंट ID और Salt key जाँचें।
notices-recovering = पिछली बिक्रियाँ, जिनका जवाब नहीं आया, जाँची जा रही हैं।
    .next = PhonePe का जवाब आने पर नई बिक्री शुरू होगी।
notices-another_till_runs = इस बही पर प्रोग्राम पहले से चल रहा है।
    .next = जो विंडो खुली है उसी में काम करें, या पहले उसे बंद करें।
notices-disk_low = डिस्क लगभग भर गई है।
    .next = बिक्री अभी चलती रहेगी। भरने से पहले जगह खाली करें: भर गई तो पैसे नहीं लिए जा सकेंगे।

## keyring

keyring-unasked = कीरिंग
    .sentence = कीरिंग से अभी कुछ पूछा नहीं गया।
keyring-ready = कीरिंग
    .sentence = तैयार: लिंक और Salt key इस कंप्यूटर की कीरिंग में रखे हैं।
keyring-locked = कीरिंग लॉक है
    .sentence = लॉक है: इस कंप्यूटर की कीरिंग अनलॉक करें। लिंक किए ग्राहक खोए नहीं हैं।
keyring-missing = कीरिंग नहीं है
    .sentence = नहीं है: इस कंप्यूटर में कीरिंग नहीं है। कोई कीरिंग इंस्टॉल करके चालू करें, जैसे gnome-keyring.
keyring-broken = कीरिंग खराब
    .sentence = कीरिंग ठीक से जवाब नहीं दे रही। लॉग आउट करके फिर लॉग इन करें, फिर यहाँ जाँचें।
keyring-in_memory = कीरिंग मेमोरी में
    .sentence = मेमोरी में: बिना कीरिंग के अभ्यास। प्रोग्राम बंद होने पर लिंक मिट जाते हैं।

## books

books-checking = बही की जाँच
books-in_order = बही ठीक है
books-closed = बही बंद

## provider

provider-unasked = PhonePe
provider-good = PhonePe
provider-slow = PhonePe धीमा
provider-no_answer = PhonePe ने जवाब नहीं दिया
provider-unreachable = PhonePe से संपर्क नहीं
provider-wrong_key = Salt key गलत

## profile

profile-training = अभ्यास
profile-uat = UAT
profile-production = असली

## word

word-sending = भेज रहे हैं
word-not_sure_yet = अभी पक्का नहीं
word-held = रोका गया
word-captured = ले लिया गया
word-released = छोड़ दिया गया
word-failed = नहीं हुआ

## moneyWord

money-word-not_asked = माँगा नहीं गया
money-word-not_sure_yet = अभी पक्का नहीं
money-word-captured = ले लिया गया
money-word-paid = भुगतान हो गया
money-word-failed = नहीं हुआ
money-word-released = छोड़ दिया गया

## button

button-pay = पे करें
button-top_up_and_pay = टॉप-अप और पे करें
button-top_up = टॉप-अप

## mode

mode-hold = अभी रोकें, बाद में लें
mode-charge = अभी पैसे लें

## tab

tab-open = खुले
tab-expiring = समय कम
tab-not_sure = पक्का नहीं
tab-captured = ले लिया गया
tab-partial = आंशिक
tab-released = छोड़ दिया गया
tab-expired = समय खत्म
tab-needs_person = मैनेजर देखें

## state

state-Draft = { $amount }
state-HoldAsked = PhonePe से { $amount } रोकने को कहा है
state-HoldUnknown = शायद { $amount } रुका हो
state-HoldRefused = { $amount } रोका नहीं गया
state-HoldAbsent = { $amount } रोका नहीं गया
state-Held = { $amount } रोका गया, लिया नहीं गया
state-CaptureAsked = PhonePe से { $amount } लेने को कहा है
state-CaptureUnknown = शायद { $amount } ले लिया गया हो
state-CaptureAccepted = { $amount } ले लिया गया
state-Paid = { $amount } का भुगतान हो गया
state-NotPaid = { $amount } का भुगतान नहीं हुआ
state-CancelAsked = PhonePe से { $amount } छोड़ने को कहा है
state-CancelUnknown = शायद { $amount } अब भी रुका हो
state-Released = { $amount } ग्राहक के लिए छोड़ दिया गया
state-Expired = { $amount } के होल्ड का समय खत्म
state-NeedsPerson = { $amount } मैनेजर को देखना है

## next

next-HoldAsked = जवाब का इंतज़ार करें।
next-Held = सेवा दें। उसके बाद अंतिम रकम लें; तब तक दूसरे ग्राहकों का काम कर सकते हैं ({ KEY("sale") })।
next-CaptureAsked = जवाब का इंतज़ार करें।
next-CaptureAccepted = PhonePe ने रकम लेने का अनुरोध मान लिया है। भुगतान की पुष्टि अपने आप आएगी; आप अगले ग्राहक का काम कर सकते हैं।
next-Paid = PhonePe ने भुगतान की पुष्टि कर दी है।
next-CancelAsked = जवाब का इंतज़ार करें।
next-Released = कुछ नहीं लिया गया। रकम ग्राहक के वॉलेट में फिर से खुली है।
next-Expired = कुछ नहीं लिया गया। रकम ग्राहक के वॉलेट में फिर से खुली है।

## staff

staff-who = काउंटर पर कौन है?
staff-locked-what = खुले होल्ड वैसे ही रहते हैं और उन पर नज़र रहती है। आपका बिल आपके PIN के पीछे सुरक्षित है।
staff-role-cashier = कैशियर
staff-role-manager = मैनेजर
staff-waits = { $left } में फिर
staff-pin-of = { $name } का PIN
staff-pin = PIN
staff-pin-hint = छह अंक
staff-sign-in = साइन इन करें
staff-checking = जाँच रहे हैं…
staff-choose = पहले अपना नाम चुनें।
staff-lock = लॉक करें
staff-lock-what = काउंटर लॉक करें या किसी और को साइन इन करने दें
staff-locks-in = काउंटर पर कोई नहीं: { $left } में लॉक होगा। कोई भी कुंजी दबाएँ तो खुला रहेगा।
staff-asks = { $amount ->
    [none] मैनेजर का PIN
   *[other] { $amount } के लिए मैनेजर का PIN
}
staff-asks-what = { $what }: इसके लिए यहाँ मैनेजर की मंज़ूरी चाहिए। अभी कुछ नहीं भेजा गया।
staff-manager = मैनेजर
staff-no-managers = इस काउंटर का कोई मैनेजर नहीं है। holdfast-admin staff add से जोड़ें।
staff-approve = मंज़ूर करें: { $what }
staff-back = वापस
staff-not-by-enter = Enter से मंज़ूरी नहीं होती। PIN लिखकर { KEY("money") } या बटन दबाएँ।
staff-offer = स्टाफ़ जोड़ें
staff-offer-what = काउंटर सबके लिए खुला है, पूरे अधिकारों के साथ। पहला मैनेजर बनाएँ।
staff-title = स्टाफ़
staff-none = अभी कोई जोड़ा नहीं गया, इसलिए काउंटर सबके लिए खुलता है, पूरे अधिकारों के साथ।
staff-none-next = पहला मैनेजर जोड़ें; उसके बाद हर कोई PIN से साइन इन करेगा।
staff-only-managers = स्टाफ़, PIN और लिमिट सिर्फ़ मैनेजर बदलते हैं। मैनेजर के तौर पर साइन इन करें ({ KEY("lock") })।
staff-name = नाम
staff-name-hint = लॉक स्क्रीन पर दिखेगा
staff-role-of = भूमिका
staff-pin-again = वही PIN फिर से
staff-add-first = पहला मैनेजर जोड़ें
staff-add = जोड़ें
staff-add-title = किसी को जोड़ें
staff-new-pin = नया PIN
staff-new-pin-of = { $name } का नया PIN
staff-save = सेव करें
staff-remove = हटाएँ
staff-remove-ask = { $name } को हटाएँ? { $name } का किया काम बही में रहेगा।
staff-remove-yes = हटाएँ
staff-keep = रहने दें
staff-make-manager = मैनेजर बनाएँ
staff-make-cashier = कैशियर बनाएँ
staff-you = आप
staff-pins-differ = दोनों PIN एक जैसे नहीं हैं। दोनों फिर लिखें।
staff-rules = कैशियर क्या कर सकते हैं
staff-rules-what = लिमिट तक पहला जवाब लागू है, उससे ऊपर दूसरा। हर मंज़ूरी और हर बदलाव बही में रहता है।
staff-action = काम
staff-within = लिमिट तक
staff-limit = लिमिट, रुपये में
staff-no-limit = कोई लिमिट नहीं
staff-over = लिमिट से ऊपर
staff-permission-allowed = अनुमति है
staff-permission-ask_manager = मैनेजर से पूछें
staff-permission-denied = मना है
staff-does-hold = रकम रोकना
staff-does-charge = सीधे पैसे लेना
staff-does-capture = रोकी रकम लेना
staff-does-release = होल्ड छोड़ना
staff-does-refund = रिफ़ंड
staff-does-bulk = एक साथ कई
staff-does-unlink_customer = वॉलेट का लिंक हटाना
staff-does-shift_open = शिफ़्ट खोलना
staff-does-shift_close = गिनकर शिफ़्ट बंद करना
staff-does-cash_in_out = नकद डालना या निकालना
staff-does-hand_over = होल्ड सौंपना
staff-does-reconcile = PhonePe से मिलान
staff-does-staff_edit = स्टाफ़ और लिमिट
staff-does-settings = सेटिंग
staff-idle = इतने मिनट काउंटर पर कोई न हो तो लॉक करें
staff-minutes = मिनट
staff-does-price_change = कीमत बदलना, छूट
staff-does-catalogue_edit = कैटलॉग बदलना

## error

error-amount_empty = रकम लिखें।
error-amount_not_a_number = यह रकम नहीं है। रुपये लिखें, जैसे 600 या 1,250.50.
error-amount_too_fine = रकम में दशमलव के बाद ज़्यादा से ज़्यादा दो अंक होते हैं।
error-amount_zero = रकम शून्य से ज़्यादा होनी चाहिए।
error-amount_negative = रकम शून्य से कम नहीं हो सकती।
error-amount_too_large = { $detail ->
    [none] यह रकम बहुत बड़ी है।
   *[other] यह रकम बहुत बड़ी है; ज़्यादा से ज़्यादा { $detail } हो सकती है।
}
error-amount_over_the_hold = { $detail ->
    [none] यह रोकी गई रकम से ज़्यादा है।
   *[other] यह रोकी गई रकम { $detail } से ज़्यादा है।
}
error-line_no_name = आइटम का नाम लिखें।
error-line_long_name = यह नाम बहुत लंबा है।
error-line_quantity = मात्रा शून्य से बड़ी संख्या हो, दशमलव के बाद ज़्यादा से ज़्यादा तीन अंक।
error-line_too_many = कार्ट भर गया है।
error-no_such_line = यह आइटम अब कार्ट में नहीं है।
error-mobile_empty = ग्राहक का मोबाइल नंबर लिखें।
error-mobile_not_digits = मोबाइल नंबर में सिर्फ़ अंक होते हैं।
error-mobile_wrong_length = { $detail ->
    [none] मोबाइल नंबर में दस अंक होते हैं।
   *[other] मोबाइल नंबर में दस अंक होते हैं, { $detail } नहीं।
}
error-mobile_wrong_start = भारतीय मोबाइल नंबर 6, 7, 8 या 9 से शुरू होते हैं।
error-otp_empty = ग्राहक के SMS वाला OTP लिखें।
error-otp_not_digits = OTP में सिर्फ़ अंक होते हैं।
error-otp_wrong_length = { $detail ->
    [none] इस OTP में अंकों की संख्या गलत है।
   *[other] इस OTP में अंकों की संख्या गलत है ({ $detail })।
}
error-otp_not_asked = OTP माँगा नहीं गया। पहले मोबाइल नंबर लिखें।
error-otp_too_soon = { $detail ->
    [none] दूसरा OTP माँगने से पहले थोड़ा रुकें।
   *[other] दूसरा OTP माँगने से पहले { $detail } सेकंड रुकें।
}
error-no_customer = पहले ग्राहक का वॉलेट लिंक करें ({ KEY("customer") })।
error-no_amount = पहले रकम लिखें ({ KEY("sale") })।
error-not_armed = इस बीच स्क्रीन बदल गई। कुछ नहीं भेजा गया; पढ़कर फिर दबाएँ।
error-already_taken = बटन दबाना पहले ही दर्ज हो गया। कुछ भी दो बार नहीं भेजा गया।
error-busy = इसका एक अनुरोध अभी भेजा जा रहा है।
error-no_such_sale = इस काउंटर पर ऐसी कोई बिक्री नहीं है।
error-not_allowed_now = यह अभी नहीं हो सकता।
error-refund_not_paid = रिफ़ंड सिर्फ़ उसी बिक्री का हो सकता है जिसके भुगतान की पुष्टि हो।
error-refund_under_way = इस बिक्री का एक रिफ़ंड अभी पूरा नहीं हुआ। उसके पूरा होने तक दोबारा रिफ़ंड न करें।
error-refund_over_the_rest = { $detail ->
    [none] यह उस रकम से ज़्यादा है जिसका अब रिफ़ंड हो सकता है।
   *[other] यह { $detail } से ज़्यादा है; अब इतने का ही रिफ़ंड हो सकता है।
}
error-refund_no_reason = कारण लिखें; वह बही में रखा जाता है।
error-refund_long_reason = कारण बहुत लंबा है; ज़्यादा से ज़्यादा 80 अक्षर।
error-refund_number_in_reason = कारण में फ़ोन नंबर न लिखें।
error-looked_just_now = { $detail ->
    [none] अभी-अभी जाँचा है।
   *[other] अभी-अभी जाँचा है; { $detail } सेकंड में फिर।
}
error-keyring_locked = कीरिंग लॉक है। उसे अनलॉक करें, फिर कोशिश करें।
error-keyring_missing = इस कंप्यूटर में कीरिंग नहीं है। सेटिंग देखें।
error-keyring_broken = कीरिंग ठीक से जवाब नहीं दे रही। सेटिंग देखें।
error-books_closed = बही में लिखा नहीं जा रहा, इसलिए नया होल्ड नहीं लगेगा।
error-books_checking = बही की जाँच हो रही है। थोड़ी देर में फिर कोशिश करें।
error-recovering = पहले पिछली बिक्रियाँ जाँची जा रही हैं। थोड़ी देर में फिर कोशिश करें।
error-provider_not_ready = इस काउंटर पर PhonePe सेट नहीं है। सेटिंग देखें।
error-till_locked = काउंटर लॉक है। पहले साइन इन करें; कुछ नहीं किया गया।
error-not_allowed_for_you = आप यहाँ यह नहीं कर सकते, और कुछ नहीं किया गया। मैनेजर साइन इन करके कर सकते हैं ({ KEY("lock") })।
error-manager_needed = इसके लिए मैनेजर का PIN चाहिए। अभी कुछ नहीं भेजा गया।
error-name_empty = व्यक्ति का नाम लिखें।
error-name_too_long = { $detail ->
    [none] यह नाम बहुत लंबा है। छोटा नाम लिखें।
   *[other] यह नाम बहुत लंबा है: ज़्यादा से ज़्यादा { $detail } अक्षर।
}
error-name_odd_character = नाम में सिर्फ़ अक्षर, अंक, खाली जगह और . ’ - हो सकते हैं।
error-name_taken = इस नाम का कोई पहले से है। पहचान के लिए एक अक्षर और जोड़ें।
error-no_such_person = इस नाम का अब कोई नहीं है।
error-last_manager = यही एक मैनेजर है। पहले किसी और को मैनेजर बनाएँ।
error-first_is_manager = पहला व्यक्ति मैनेजर ही हो।
error-not_yourself = आप खुद को हटा या कैशियर नहीं बना सकते। दूसरे मैनेजर कर सकते हैं।
error-pin_empty = PIN लिखें।
error-pin_not_digits = PIN में सिर्फ़ अंक होते हैं।
error-pin_wrong_length = PIN में छह अंक होते हैं।
error-pin_too_easy = यह PIN कोई भी सबसे पहले आज़माएगा। ऐसे छह अंक लें जो क्रम में न हों और सब एक जैसे न हों।
error-pin_wrong = यह इस नाम का PIN नहीं है। कुछ नहीं किया गया; फिर लिखें।
error-pin_wait = { $detail ->
    [none] कई बार गलत PIN। थोड़ी देर रुकें; मैनेजर सेटिंग में नया PIN दे सकते हैं।
   *[other] कई बार गलत PIN। { $detail } सेकंड रुकें; मैनेजर सेटिंग में नया PIN दे सकते हैं।
}
error-pin_key_gone = ये PIN किसी दूसरी कीरिंग से बने थे, इसलिए कोई PIN जाँचा नहीं जा सकता। जिसने यह काउंटर सेट किया उसे बुलाएँ।
error-rule_locks_out = मैनेजर स्टाफ़ और सेटिंग बदल सकें, यह ज़रूरी है; वरना कोई नहीं बदल पाएगा।
error-rule_no_amount = इस काम में कोई रकम नहीं है जिस पर लिमिट लगे।
error-rule_weaker = लिमिट से ऊपर का नियम लिमिट के नीचे से आसान नहीं हो सकता।
error-idle_out_of_range = 1 से 600 तक पूरे मिनट लिखें।
error-shift_is_open = एक शिफ़्ट पहले से खुली है।
error-no_shift = कोई शिफ़्ट खुली नहीं है।
error-reason_empty = कुछ शब्दों में लिखें कि किसलिए।
error-reason_too_long = यह बहुत लंबा है: ज़्यादा से ज़्यादा 200 अक्षर।
error-cash_over_drawer = यह दराज़ में आ सकने वाली रकम से ज़्यादा है। कुछ नहीं लिखा गया।
error-not_counted = पहले दराज़ गिनें; पिछली गिनती के बाद नकद बदला है, या गिनती हुई ही नहीं।
error-holds_not_handed_over = { $detail ->
    [none] कुछ खुले होल्ड का नया ज़िम्मेदार तय नहीं है। हर एक को नाम लिखकर सौंपें, या निशान लगाएँ कि वे आगे ले जाए जाएँ।
   *[other] इन खुले होल्ड का नया ज़िम्मेदार तय नहीं है: { $detail }. हर एक को नाम लिखकर सौंपें, या निशान लगाएँ कि वे आगे ले जाए जाएँ।
}
error-language_unknown = ऐसी कोई भाषा नहीं है। कुछ बदला नहीं गया।
error-file_not_written = { $detail ->
    [none] फ़ाइल लिखी नहीं जा सकी। अधूरी फ़ाइल नहीं छोड़ी गई; और कुछ नहीं बदला।
   *[other] फ़ाइल लिखी नहीं जा सकी: { $detail }. अधूरी फ़ाइल नहीं छोड़ी गई; और कुछ नहीं बदला।
}
error-queue_nothing = पहले होल्ड चुनें।
error-queue_too_many = { $detail ->
    [none] एक साथ बहुत ज़्यादा होल्ड। कम चुनें।
   *[other] एक साथ बहुत ज़्यादा: ज़्यादा से ज़्यादा { $detail } होल्ड।
}
error-queue_results_open = बहुत सारे नतीजे खुले हैं। जो पढ़ लिए उन्हें बंद करें।
error-queue_too_late = { $detail ->
    [none] समय-सीमा में कुछ ही मिनट बचे हैं: चुनने का समय नहीं है। अभी रकम लें या होल्ड छोड़ें।
   *[other] समय-सीमा में { $detail } मिनट से कम बचे हैं: चुनने का समय नहीं है। अभी रकम लें या होल्ड छोड़ें।
}
error-period_wrong = दो दिन चुनें: पहला दिन दूसरे के बाद का न हो, और आने वाला दिन न हो।
error-period_empty = इस अवधि में कोई बिक्री नहीं खुली।
error-period_too_long = { $detail ->
    [none] एक मिलान के लिए बिक्रियाँ बहुत ज़्यादा हैं। छोटी अवधि चुनें।
   *[other] एक मिलान के लिए बिक्रियाँ बहुत ज़्यादा हैं: ज़्यादा से ज़्यादा { $detail }. छोटी अवधि चुनें।
}
error-filter_from = पहला दिन सही तारीख नहीं है। तारीख चुनें, या खाली छोड़ें।
error-filter_to = आखिरी दिन सही तारीख नहीं है। तारीख चुनें, या खाली छोड़ें।
error-filter_days = आखिरी दिन पहले दिन से पहले का है। बाद का दिन चुनें, या एक को खाली छोड़ें।
error-filter_least = नीचे वाली रकम सही नहीं है। रुपये लिखें, जैसे 600 या 1,250.50, या खाली छोड़ें।
error-filter_most = ऊपर वाली रकम सही नहीं है। रुपये लिखें, जैसे 600 या 1,250.50, या खाली छोड़ें।
error-filter_amounts = ऊपर वाली रकम नीचे वाली से कम है। बड़ी रकम लिखें, या एक को खाली छोड़ें।
error-view_name_empty = व्यू का नाम लिखें।
error-view_name_long = { $detail ->
    [none] व्यू के नाम में ज़्यादा से ज़्यादा 40 अक्षर हो सकते हैं।
   *[other] व्यू के नाम में ज़्यादा से ज़्यादा { $detail } अक्षर हो सकते हैं।
}
error-view_name_odd = नाम में ऐसा चिह्न है जो दिखता नहीं। नाम फिर लिखें।
error-views_full = { $detail ->
    [none] 20 से ज़्यादा व्यू नहीं रखे जाते। पहले एक मिटाएँ।
   *[other] { $detail } से ज़्यादा व्यू नहीं रखे जाते। पहले एक मिटाएँ।
}
error-views_unreadable = { $detail ->
    [none] सेव किए व्यू पढ़े नहीं जा सके। प्रोग्राम के फ़ोल्डर में views.json की जाँच करवाएँ; बोर्ड और बही पर असर नहीं है।
   *[other] सेव किए व्यू पढ़े नहीं जा सके: { $detail }. प्रोग्राम के फ़ोल्डर में views.json की जाँच करवाएँ; बोर्ड और बही पर असर नहीं है।
}
error-reconcile_under_way = एक मिलान पहले से चल रहा है। पहले उसे बंद करें, या पूरा होने दें।
error-note_empty = लिखें कि कैसे निपटाया; नोट आपके नाम के साथ रखा जाता है।
error-note_too_long = नोट बहुत लंबा है: ज़्यादा से ज़्यादा 200 अक्षर।
error-difference_closed = यह अंतर पहले ही बंद हो चुका है।
error-file_too_large = { $detail ->
    [none] फ़ाइल बहुत बड़ी है, यहाँ नहीं ली जा सकती। कुछ पढ़ा नहीं गया; इसके लिए holdfast-admin reconcile चलाएँ।
   *[other] फ़ाइल { $detail } से बड़ी है। कुछ पढ़ा नहीं गया; इसके लिए holdfast-admin reconcile चलाएँ।
}
error-file_too_many_rows = { $detail ->
    [none] फ़ाइल में पंक्तियाँ बहुत ज़्यादा हैं। कुछ रखा नहीं गया; इसके लिए holdfast-admin reconcile चलाएँ।
   *[other] फ़ाइल में { $detail } से ज़्यादा पंक्तियाँ हैं। कुछ रखा नहीं गया; इसके लिए holdfast-admin reconcile चलाएँ।
}
error-file_empty = फ़ाइल में शीर्षक के सिवा कोई पंक्ति नहीं है। कुछ रखा नहीं गया।
error-file_not_utf8 = { $detail ->
    [none] फ़ाइल की पंक्ति 1 UTF-8 में नहीं है। उसे “CSV UTF-8” के रूप में सेव करके फिर चुनें। कुछ रखा नहीं गया।
   *[other] फ़ाइल की पंक्ति { $detail } UTF-8 में नहीं है। उसे “CSV UTF-8” के रूप में सेव करके फिर चुनें। कुछ रखा नहीं गया।
}
error-file_not_csv = { $detail ->
    [none] यह सही बनावट की CSV फ़ाइल नहीं है। कुछ रखा नहीं गया।
   *[other] यह सही बनावट की CSV फ़ाइल नहीं है: { $detail }. कुछ रखा नहीं गया।
}
error-file_column_missing = एक कॉलम नहीं है: { $detail }. कुछ रखा नहीं गया; कॉलम फिर चुनें।
error-file_amount = एक खाने में रकम नहीं है: { $detail }. कुछ रखा नहीं गया; कॉलम या इकाई फिर चुनें।
error-file_of_another_period = { $detail ->
    [none] फ़ाइल और बही में बहुत ज़्यादा अंतर हैं: यह शायद इस अवधि और मर्चेंट की नहीं है। कुछ रखा नहीं गया।
   *[other] फ़ाइल और बही में { $detail } से ज़्यादा अंतर हैं: यह शायद इस अवधि और मर्चेंट की नहीं है। कुछ रखा नहीं गया।
}
error-stopped = { $detail ->
    [none] प्रोग्राम का इंजन रुक गया है। प्रोग्राम बंद करके फिर से चालू करें।
   *[other] प्रोग्राम का इंजन रुक गया है। प्रोग्राम बंद करके फिर से चालू करें। ({ $detail })
}
error-setup_unusable = यह काम नहीं आ सकता: { $detail }. न कुछ भेजा गया, न कुछ बदला गया।
error-setup_not_kept = यह रखा नहीं जा सका: { $detail }. सब कुछ पहले जैसा है।
error-printer_not_set_up = कोई प्रिंटर सेट नहीं है। काग़ज़ को PDF में सेव करें, या मैनेजर सेटिंग में प्रिंटर सेट करें।
error-paper_under_way = यह काग़ज़ पहले से प्रिंट हो रहा है। प्रिंटर देखें।
error-nothing_to_print = अभी प्रिंट करने को कुछ नहीं है: इस बिल के लिए PhonePe से कुछ माँगा नहीं गया।
error-printer_address = यह प्रिंटर का पता नहीं है। नाम या नंबर लिखें, जैसे 192.168.1.50:9100, या पाथ, जैसे /dev/usb/lp0.
error-shop_name_long = { $detail ->
    [none] पर्ची के ऊपर के नाम में ज़्यादा से ज़्यादा 60 अक्षर हो सकते हैं।
   *[other] पर्ची के ऊपर के नाम में ज़्यादा से ज़्यादा { $detail } अक्षर हो सकते हैं।
}
error-discount = छूट रुपये में लिखें, जैसे 50, या 100 तक प्रतिशत में, जैसे 10%.
error-discount_too_large = छूट उस रकम से ज़्यादा है जिस पर वह दी जा रही है।
error-note_long = नोट बहुत लंबा है; ज़्यादा से ज़्यादा 200 अक्षर।
error-bill_locked = यह बिल एक चल रही बिक्री का है, इसलिए कुछ जोड़ा नहीं गया। नई बिक्री के लिए { KEY("sale") } दबाएँ।
error-scan_unknown = कैटलॉग में { $detail } नहीं है। कुछ जोड़ा नहीं गया।
error-no_such_item = यह आइटम अब कैटलॉग में नहीं है।
error-catalogue_reading = कैटलॉग अभी पढ़ा जा रहा है। थोड़ी देर में फिर स्कैन करें।
error-catalogue_unreadable = कैटलॉग पढ़ा नहीं जा सका। मैनेजर सेटिंग में उसे फिर इंपोर्ट कर सकते हैं।
error-catalogue_columns = कॉलम { $detail } नहीं है, अनजान है या दो बार है। कैटलॉग में code, name और price ज़रूरी हैं; barcode, unit, gst, hsn, hold और expiry_minutes भी हो सकते हैं, बीच में कॉमा। कुछ बदला नहीं गया।
error-item_wrong = यह आइटम सही नहीं है। कुछ बदला नहीं गया।
error-catalogue_wrong_lines = इतनी पंक्तियाँ गलत हैं: { $detail }. कुछ बदला नहीं गया।
error-catalogue_moved = यह फ़ाइल देखने के बाद कैटलॉग बदल गया है। फ़ाइल फिर चुनें।
error-nothing_to_park = इस बिल में अलग रखने को कुछ नहीं है।
error-park_full = { $detail ->
    [none] एक और बिल अलग रखने की जगह नहीं है। पहले एक वापस लाएँ।
   *[other] एक और बिल अलग रखने की जगह नहीं है; ज़्यादा से ज़्यादा { $detail }. पहले एक वापस लाएँ।
}
error-park_name_long = { $detail ->
    [none] यह नाम बहुत लंबा है; कम अक्षर लिखें।
   *[other] यह नाम बहुत लंबा है; ज़्यादा से ज़्यादा { $detail } अक्षर।
}
error-no_such_bill = यह बिल अब अलग रखा हुआ नहीं है।
error-bills_not_kept = { $detail ->
    [none] डिस्क पर सेव नहीं हुआ। कुछ बदला नहीं है।
   *[other] डिस्क पर सेव नहीं हुआ: { $detail }. कुछ बदला नहीं है।
}
error-key_unknown = यह कुंजी किसी काम के लिए नहीं चुनी जा सकती। F1 से F12, या Ctrl या Alt के साथ कोई अक्षर या अंक चुनें।
error-key_types = अकेला अक्षर, अंक या चिह्न लिखने के लिए है। साथ में Ctrl या Alt दबाएँ, या फ़ंक्शन कुंजी चुनें।
error-key_fixed = इस कुंजी का काम हर जगह एक ही है, इसलिए वह बदलती नहीं। कोई और चुनें।
error-key_reserved = { $detail ->
    [none] यह कुंजी कंप्यूटर, लिखने या स्कैनर के काम की है। कोई और चुनें।
   *[other] { $detail } कंप्यूटर, लिखने या स्कैनर के काम की है। कोई और चुनें।
}
error-key_taken = { $detail ->
    [none] यह कुंजी पहले से किसी और काम की है। पहले उस काम को दूसरी कुंजी दें।
   *[other] यह कुंजी पहले से इस काम की है: { $detail }. पहले उस काम को दूसरी कुंजी दें।
}
error-volume_out_of_range = आवाज़ 0 से 100 % के बीच होती है।
error-no_such_monitor = यह किसी मॉनिटर का नाम नहीं है। कुछ बदला नहीं गया।
error-display_off = ग्राहक की स्क्रीन बंद है। पहले उसे सेटिंग में चालू करें।
error-no_hook = इस काउंटर की सेटिंग फ़ाइल में ग्राहकों को बताने वाला कोई प्रोग्राम या काम का पता नहीं लिखा है, या यह अभ्यास है। कुछ बदला नहीं गया।
error-no_speech = इस काउंटर की सेटिंग फ़ाइल में बोलने वाला कोई प्रोग्राम नहीं लिखा है, इसलिए रकम बोली नहीं जा सकती। कुछ बदला नहीं गया।

## filter

filter-open = फ़िल्टर
filter-title = बोर्ड फ़िल्टर करें
filter-part-from = इस दिन से
filter-part-to = इस दिन तक
filter-part-cashier = कैशियर
filter-part-counter = काउंटर
filter-part-least = इस रकम से
filter-part-most = इस रकम तक
filter-chip-from = { $text } से
filter-chip-to = { $text } तक
filter-chip-cashier = कैशियर { $text }
filter-chip-counter = काउंटर { $text }
filter-chip-least = { $text } या ज़्यादा
filter-chip-most = { $text } या कम
filter-active = लगे हुए फ़िल्टर
filter-remove = हटाएँ: { $said }
filter-apply = दिखाएँ
filter-clear = सब हटाएँ
filter-views = सेव किए व्यू
filter-save-as = इस नाम से सेव करें
filter-view-name = व्यू का नाम
filter-save = व्यू सेव करें
filter-delete-view = व्यू “{ $name }” मिटाएँ
filter-none = इन फ़िल्टरों में कुछ नहीं है।
filter-none-found = इन फ़िल्टरों में “{ $search }” के लिए कुछ नहीं मिला।

## refund

refund-title = रिफ़ंड
refund-open = रिफ़ंड…
refund-amount = रिफ़ंड की रकम
refund-amount-hint = { $rest } तक रिफ़ंड हो सकता है
refund-reason = कारण
refund-reason-hint = बही में रहेगा और PhonePe को भेजा जाएगा। फ़ोन नंबर न लिखें।
refund-review = जाँच लें
refund-cancel = रद्द करें
refund-panel = ग्राहक के वॉलेट में { $amount } रिफ़ंड करें
refund-once = इसे पलटा नहीं जा सकता।
refund-rest = भुगतान में से { $rest } रहेंगे।
refund-confirm = रिफ़ंड करें
refund-back = वापस
refund-agree = रिफ़ंड के लिए क्लिक या टच करें। यहाँ कुंजियों से पैसे नहीं चलते।
refund-look = अभी जाँचें
refund-refunded = { $amount } का रिफ़ंड हो गया
refund-by = { $cashier } · “{ $reason }”
refund-next = अगली जाँच { $left } में ({ $of } में से { $done })।
refund-soon = जाँच रहे हैं…
refund-person = नीचे दी गई ID के साथ PhonePe सपोर्ट से पूछें। दोबारा रिफ़ंड न करें।
refund-word-sending = भेज रहे हैं
refund-word-waiting = PhonePe का इंतज़ार
refund-word-not_sure_yet = अभी पक्का नहीं
refund-word-refunded = रिफ़ंड हो गया
refund-word-failed = रिफ़ंड नहीं हुआ
refund-told-sending = अनुरोध भेजा जा रहा है।
refund-told-waiting = PhonePe ने रिफ़ंड का अनुरोध ले लिया है; आम तौर पर 90 सेकंड में पूरा होता है। अभी कोई पुष्टि नहीं है।
refund-told-not_sure_yet = अभी किसी को पता नहीं कि पैसे वापस जाएँगे या नहीं। दोबारा रिफ़ंड न करें।
refund-told-refunded = PhonePe ने पुष्टि की है कि पैसे ग्राहक के वॉलेट में वापस आ गए।
refund-told-failed = कोई पैसा वापस नहीं गया।
refund-why-not_sent = PhonePe से संपर्क नहीं हुआ, इसलिए कुछ नहीं भेजा गया। आप फिर रिफ़ंड कर सकते हैं।
refund-why-refused = PhonePe ने मना किया। कोई पैसा वापस नहीं गया।
refund-why-no_answer = PhonePe ने जवाब नहीं दिया। दोबारा रिफ़ंड न करें।
refund-why-answer_unclear = PhonePe का जवाब साफ़ नहीं है। दोबारा रिफ़ंड न करें।
refund-why-never_arrived = दो बार पूछा, PhonePe को यह रिफ़ंड कभी मिला ही नहीं। आप फिर रिफ़ंड कर सकते हैं।
refund-why-failed = PhonePe कहता है कि यह रिफ़ंड नहीं हुआ। कोई पैसा वापस नहीं गया।
refund-why-mismatch = PhonePe ने किसी और रिफ़ंड या रकम का जवाब दिया। दोबारा रिफ़ंड न करें।
refund-why-contradicted = PhonePe अपनी पहले कही बात से अलग कह रहा है। दोबारा रिफ़ंड न करें।

## why

why-no_amount = अभी कोई रकम नहीं है।
    .unlock = रकम लिखें और Enter दबाएँ ({ KEY("sale") })।
why-no_customer = अभी कोई ग्राहक नहीं है।
    .unlock = वॉलेट का मोबाइल नंबर पूछें ({ KEY("customer") })।
why-otp_pending = OTP का इंतज़ार है।
    .unlock = ग्राहक से PhonePe के SMS वाला OTP पूछें।
why-relink_needed = PhonePe इस वॉलेट को फिर से लिंक करने को कहता है।
    .unlock = “नया OTP भेजें” दबाएँ। कार्ट जैसा है वैसा रहेगा।
why-checking = रकम बदली, फिर जाँच रहे हैं।
    .unlock = PhonePe का जवाब आते ही बटन लौट आएगा।
why-balance_too_low_top_up_possible = इस रकम के लिए बैलेंस कम है।
    .unlock = { $amount ->
        [none] ग्राहक पैसे डाल सकते हैं। { KEY("money") } टॉप-अप कोड दिखाता है; उससे कोई पैसा नहीं कटता।
       *[other] ग्राहक { $amount } तक डाल सकते हैं। { KEY("money") } टॉप-अप कोड दिखाता है; उससे कोई पैसा नहीं कटता।
    }
why-not_possible = इस वॉलेट से न यह रकम दी जा सकती है, न इसके लिए टॉप-अप हो सकता है।
    .unlock = ग्राहक PhonePe का कहा कर लें, तो बैलेंस फिर देखें ({ KEY("balance") }), या दूसरा ग्राहक लें ({ KEY("customer") })।
why-top_up_only_possible = बिना बिक्री के टॉप-अप।
    .unlock = { $amount ->
        [none] ग्राहक पैसे डाल सकते हैं। { KEY("money") } टॉप-अप कोड दिखाता है।
       *[other] ग्राहक { $amount } तक डाल सकते हैं। { KEY("money") } टॉप-अप कोड दिखाता है।
    }
why-top_up_not_possible = इस वॉलेट में अभी टॉप-अप नहीं हो सकता।
    .unlock = ग्राहक PhonePe का कहा कर लें, तो बैलेंस फिर देखें ({ KEY("balance") })।
why-ready = “पे करें” से रकम वॉलेट में रुकती है; अभी कुछ नहीं लिया जाता।
    .unlock = ग्राहक हाँ कहें तो { KEY("money") } दबाएँ।
why-ready_charge = “पे करें” से पूरी रकम तुरंत ली जाती है; बाद में बदल नहीं सकते।
    .unlock = ग्राहक हाँ कहें तो { KEY("money") } दबाएँ।
why-sending = PhonePe को भेज रहे हैं।
    .unlock = जवाब का इंतज़ार करें; कुछ न दबाएँ।
why-offline = PhonePe से संपर्क नहीं हो रहा।
    .unlock = नेटवर्क जाँचें। प्रोग्राम अपने आप फिर कोशिश करेगा; { KEY("balance") } से अभी कोशिश करें।
why-keyring_not_ready = इस कंप्यूटर की कीरिंग खुली नहीं है, इसलिए ग्राहक का लिंक पढ़ा नहीं जा सकता।
    .unlock = कीरिंग अनलॉक या इंस्टॉल करें (सेटिंग देखें), फिर बैलेंस देखें ({ KEY("balance") })।
why-books_closed = बही में लिखा नहीं जा रहा, इसलिए पैसे नहीं लिए जाएँगे।
    .unlock = मैनेजर को बुलाएँ; ऊपर की सूचना देखें।
why-books_checking = बही की जाँच हो रही है।
    .unlock = थोड़ा समय लगेगा; बटन अपने आप लौट आएगा।
why-recovering = पहले पिछली बिक्रियाँ, जिनका जवाब नहीं आया, जाँची जा रही हैं।
    .unlock = उन पर PhonePe का जवाब आते ही बटन लौट आएगा।
why-no_shift = कोई शिफ़्ट खुली नहीं, इसलिए नया होल्ड नहीं लगेगा।
    .unlock = रिपोर्ट में अगली शिफ़्ट खोलें। रकम लेना और होल्ड छोड़ना चलता रहेगा।
why-provider_not_ready = इस काउंटर पर PhonePe सेट नहीं है।
    .unlock = मैनेजर इसे सेट करें; सेटिंग देखें।
why-wrong_key = PhonePe कहता है कि इस काउंटर का सिग्नेचर गलत है।
    .unlock = मैनेजर सेटिंग में मर्चेंट ID, Salt key और Salt index जाँचें।
why-wrong_otp = OTP गलत है।
    .unlock = ग्राहक से फिर पढ़ने को कहें; वही SMS अब भी चलेगा।
why-otp_expired = OTP पुराना हो गया।
    .unlock = ग्राहक को नया OTP भेजें।
why-otp_token_invalid = यह OTP अनुरोध अब मान्य नहीं है।
    .unlock = ग्राहक को नया OTP भेजें।
why-otp_already_used = यह OTP पहले ही इस्तेमाल हो चुका है।
    .unlock = ग्राहक को नया OTP भेजें।
why-otp_limit = इस नंबर पर बहुत सारे OTP भेजे जा चुके हैं।
    .unlock = PhonePe अभी और नहीं भेजेगा। ग्राहक किसी और तरीके से भुगतान कर सकते हैं।
why-too_many_requests = PhonePe इस दुकान को धीरे चलने को कहता है।
    .unlock = थोड़ा रुकें, फिर कोशिश करें।
why-user_blocked = PhonePe ने इस ग्राहक पर एक दिन की रोक लगाई है।
    .unlock = ग्राहक PhonePe से पूछ सकते हैं, या किसी और तरीके से भुगतान कर सकते हैं।
why-user_blacklisted = PhonePe इस ग्राहक को भुगतान की अनुमति नहीं देता।
    .unlock = ग्राहक PhonePe से पूछ सकते हैं, या किसी और तरीके से भुगतान कर सकते हैं।
why-user_unknown = इस नंबर का PhonePe खाता नहीं है।
    .unlock = ग्राहक से नंबर फिर पूछें ({ KEY("customer") })।
why-device_refused = PhonePe ने इस काउंटर की डिवाइस ID नहीं मानी।
    .unlock = मैनेजर सेटिंग में डिवाइस ID जाँचें।
why-request_refused = PhonePe ने यह अनुरोध नहीं माना।
    .unlock = { $detail ->
        [none] एक बार और कोशिश करें; फिर भी रहे तो मैनेजर को बुलाएँ।
       *[other] एक बार और कोशिश करें; फिर भी रहे तो मैनेजर को बुलाएँ और कोड { $detail } बताएँ।
    }
why-fraud = PhonePe ने सुरक्षा के कारण इसे रोक दिया।
    .unlock = ग्राहक PhonePe से पूछ सकते हैं, या किसी और तरीके से भुगतान कर सकते हैं।
why-hold_not_sent = PhonePe से संपर्क नहीं हुआ; होल्ड नहीं भेजा गया।
    .unlock = वॉलेट को कुछ नहीं भेजा गया। फिर कोशिश के लिए { KEY("money") } दबाएँ।
why-hold_refused = PhonePe ने रकम नहीं रोकी। कुछ नहीं लिया गया।
    .unlock = Esc से बिल पर लौटकर फिर कोशिश करें; { KEY("sale") } से नई बिक्री शुरू करें।
why-hold_absent = PhonePe को इस होल्ड का कुछ पता नहीं। न कुछ रोका गया, न कुछ लिया गया।
    .unlock = Esc से बिल पर लौटकर फिर कोशिश करें; { KEY("sale") } से नई बिक्री शुरू करें।
why-capture_not_sent = PhonePe से संपर्क नहीं हुआ; रकम लेने का अनुरोध नहीं भेजा गया।
    .unlock = होल्ड बना हुआ है। फिर कोशिश के लिए { KEY("money") } दबाएँ।
why-capture_refused = PhonePe ने रकम लेने का अनुरोध नहीं माना।
    .unlock = होल्ड बना हुआ है। रकम जाँचें और फिर { KEY("money") } दबाएँ।
why-capture_too_late = रकम लेने से पहले ही होल्ड छोड़ दिया गया या उसका समय खत्म हो गया।
    .unlock = कुछ नहीं लिया गया। इस रकम के लिए नई बिक्री शुरू करें।
why-capture_blocked = PhonePe ने सुरक्षा के कारण रकम लेना रोक दिया।
    .unlock = मैनेजर को बुलाएँ; प्रोग्राम PhonePe से पूछता रहेगा।
why-cancel_not_sent = PhonePe से संपर्क नहीं हुआ; होल्ड छोड़ने का अनुरोध नहीं भेजा गया।
    .unlock = होल्ड बना हुआ है। फिर कोशिश के लिए { KEY("release") } दबाएँ।
why-cancel_refused = PhonePe ने होल्ड छोड़ने का अनुरोध नहीं माना।
    .unlock = होल्ड बना हुआ है। फिर कोशिश के लिए { KEY("release") } दबाएँ, या मैनेजर को बुलाएँ।
why-payment_failed = PhonePe कहता है कि भुगतान नहीं हुआ। पैसे नहीं लिए गए।
    .unlock = ग्राहक अब भी भुगतान करना चाहें तो नई बिक्री शुरू करें।
why-no_answer = PhonePe ने जवाब नहीं दिया।
    .unlock = प्रोग्राम पूछता रहेगा। दोबारा पैसे न लें।
why-answer_unclear = PhonePe के जवाब से बात साफ़ नहीं हुई।
    .unlock = प्रोग्राम पूछता रहेगा। दोबारा पैसे न लें।
why-link_unknown = PhonePe ने लिंक के बारे में जवाब नहीं दिया।
    .unlock = ग्राहक को नया OTP भेजें।
why-contradicted = PhonePe ने अपनी पहले कही बात वापस ले ली।
    .unlock = मैनेजर को बुलाएँ। फिर जाँचने ({ KEY("look") }) से पता चलेगा कि पैसे कहाँ हैं, और बिक्री इस सूची से हट जाएगी।
why-mismatch = PhonePe का जवाब किसी और रकम, दुकान या बिक्री का है।
    .unlock = मैनेजर को बुलाएँ; प्रोग्राम PhonePe से पूछता रहेगा।
why-found_captured = होल्ड छोड़ने को कहा था, फिर भी रकम ले ली गई।
    .unlock = मैनेजर को बुलाएँ: ग्राहक को रिफ़ंड देना पड़ सकता है।
why-top_up_failed = PhonePe ने टॉप-अप कोड नहीं दिया।
    .unlock = फिर माँगने के लिए { KEY("money") } दबाएँ; ग्राहक PhonePe ऐप में भी टॉप-अप कर सकते हैं।
why-manager_will_be_asked = यह आपकी लिमिट से ज़्यादा है।
    .unlock = { KEY("money") } दबाएँ: यहाँ मैनेजर का PIN माँगा जाएगा, फिर काम आगे बढ़ेगा।
why-not_allowed_for_you = आप इस काउंटर पर यह नहीं कर सकते।
    .unlock = मैनेजर साइन इन करके कर सकते हैं ({ KEY("lock") }), या सेटिंग में कैशियर के अधिकार बदल सकते हैं।
why-unlink_failed = वॉलेट अब भी लिंक है: PhonePe ने लिंक हटाने का अनुरोध नहीं माना।
    .unlock = थोड़ी देर में फिर कोशिश करें।

## preferences

preferences-title = यह काउंटर
preferences-language = भाषा
preferences-text-size = सब कुछ कितना बड़ा
preferences-text-size-what = बड़ा करने पर जो बगल में नहीं समाता, वह नीचे चला जाता है। कुछ भी नहीं छूटता, और सारी कुंजियाँ पहले की तरह काम करती हैं।
preferences-trouble = सिर्फ़ प्रोग्राम बंद होने तक रहेगा, उसके बाद नहीं: { $reason }

## काग़ज़: पर्चियाँ, रसीदें और रिपोर्ट।

paper-language = हिन्दी
paper-training = प्रशिक्षण
paper-training-note = केवल अभ्यास। असली पैसा नहीं।
paper-duplicate = दूसरी प्रति
paper-title-hold = रोकी गई राशि की पर्ची
paper-title-receipt = रसीद
paper-title-release = राशि छोड़ने की पर्ची
paper-title-refund = रिफ़ंड की रसीद
paper-title-not-sure = भुगतान की जाँच हो रही है
paper-title-not-charged = कोई राशि नहीं ली गई
paper-title-x = X रिपोर्ट
paper-title-z = Z रिपोर्ट
paper-title-test = जाँच पृष्ठ
paper-word-held = रोकी गई, ली नहीं गई
paper-word-accepted = स्वीकार, अभी प्रमाणित नहीं
paper-word-paid = भुगतान हुआ
paper-word-released = राशि छोड़ी गई
paper-word-expired = राशि लौट गई
paper-word-not-sure = अभी पक्का नहीं
paper-word-not-charged = राशि नहीं ली गई
paper-word-refunded = रिफ़ंड हुआ
paper-word-refund-accepted = रिफ़ंड स्वीकार, अभी प्रमाणित नहीं
paper-word-refund-not-sure = रिफ़ंड अभी पक्का नहीं
paper-word-refund-failed = रिफ़ंड नहीं हुआ
paper-note-held = यह भुगतान नहीं है।
paper-note-held-returns = आपसे केवल अंतिम राशि ली जाएगी और बाकी राशि तुरंत आपके PhonePe वॉलेट में लौटेगी। कुछ न लिया गया तो पूरी राशि { $time } तक लौट आएगी।
paper-note-accepted = PhonePe ने यह राशि लेना स्वीकार किया है, भुगतान की पुष्टि अभी नहीं हुई। अंतिम रसीद बाद में माँग लें।
paper-note-released = कुछ नहीं लिया गया। पूरी राशि आपके PhonePe वॉलेट में फिर से उपलब्ध है।
paper-note-expired = राशि रोकने का समय पूरा हुआ। कुछ नहीं लिया गया और पूरी राशि आपके PhonePe वॉलेट में लौट गई है।
paper-note-not-charged = भुगतान सफल नहीं हुआ। कुछ नहीं लिया गया।
paper-note-not-held = न कोई राशि रोकी गई, न ली गई।
paper-note-hold-not-sure = आपके PhonePe वॉलेट में { $amount } रुकी हो सकती है: PhonePe का उत्तर अभी नहीं आया। उपयोग न होने पर यह { $time } तक लौट आएगी।
paper-note-capture-not-sure = आपके PhonePe वॉलेट में { $held } रुकी है। उसमें से { $amount } ली गई या नहीं, PhonePe का उत्तर अभी नहीं आया। जो नहीं ली गई, वह { $time } तक लौट आएगी।
paper-note-release-not-sure = आपके PhonePe वॉलेट में { $amount } छोड़ी जा रही है: PhonePe का उत्तर अभी नहीं आया। यह अधिक से अधिक { $time } तक लौट आएगी।
paper-note-needs-person = हम यह भुगतान PhonePe के साथ सुलझा रहे हैं। कृपया दोबारा भुगतान न करें और यह पर्ची सँभालकर रखें।
paper-note-do-not-pay-again = कृपया दोबारा भुगतान न करें और यह पर्ची सँभालकर रखें।
paper-note-refunded = PhonePe ने पुष्टि की है कि राशि आपके PhonePe वॉलेट में लौट गई।
paper-note-refund-accepted = PhonePe ने यह रिफ़ंड स्वीकार किया है, पुष्टि अभी नहीं हुई।
paper-note-refund-not-sure = रिफ़ंड चल रहा है या नहीं, PhonePe का उत्तर अभी नहीं आया। कृपया यह पर्ची सँभालकर रखें।
paper-note-refund-failed = कुछ नहीं लौटा। कृपया काउंटर पर पूछें।
paper-quick-line = राशि
paper-line = { $quantity } × { $price }
paper-total = कुल
paper-discount = छूट
paper-gst = इसमें GST { $rate } %: { $tax }
paper-held = रोकी गई
paper-asked = माँगी गई
paper-charged = ली गई
paper-released = छोड़ी गई
paper-refunded = रिफ़ंड
paper-refund-ref = रिफ़ंड संदर्भ
paper-reason = कारण
paper-held-until = कब तक रुकी
paper-paid-at = भुगतान का समय
paper-customer = ग्राहक
paper-our-ref = हमारा संदर्भ
paper-phonepe-ref = PhonePe संदर्भ
paper-counter = काउंटर
paper-cashier = कैशियर
paper-begun = आरंभ
paper-phonepe-says = PhonePe के शब्द
paper-look-up = यह कोड काउंटर पर दिखाएँ
paper-printed = छपा { $time }
paper-shift = शिफ़्ट
paper-opened = खुली
paper-closed = बंद हुई
paper-drawn = बनाई गई
paper-by = { $time }, { $name }
paper-cashiers = कैशियर
paper-part-sales = बिक्री
paper-part-payments = भुगतान
paper-part-cash = नक़द
paper-count = { $name } ({ $count })
paper-carried-in = पिछली शिफ़्ट से
paper-placed = रोकी गई राशियाँ
paper-captured-in-full = पूरी ली गई
paper-captured-in-part = आंशिक ली गई
paper-rest-released = इनका शेष छोड़ा गया
paper-released-holds = छोड़ी गई
paper-expired-holds = समय पूरा, ली नहीं गई
paper-not-paid = भुगतान नहीं हुआ
paper-not-held = कुछ नहीं रुका
paper-refunds = रिफ़ंड
paper-carried-over = अगली शिफ़्ट को
paper-captured = हमने ली
paper-proved = PhonePe से प्रमाणित
paper-unproved = अभी प्रमाणित नहीं
paper-float = आरंभिक नक़द
paper-paid-in = जमा
paper-paid-out = निकासी
paper-expected = अपेक्षित
paper-counted = गिना गया
paper-difference = अंतर
paper-open-holds = रुकी हुई राशियाँ
paper-not-sure-sales = अभी पक्का नहीं
paper-unproved-sales = अभी प्रमाणित नहीं, संदर्भ सहित
paper-corrected-sales = PhonePe द्वारा सुधारे गए
paper-until = { $time } तक
paper-books-end = बही का अंत
paper-test-note = यह पृष्ठ दिखाता है कि प्रिंटर, उसकी चौड़ाई और हर भाषा ठीक काम कर रही है। यह रसीद नहीं है।
paper-test-width = चौड़ाई में बिंदु
paper-test-edges = ऊपर और नीचे की रेखाएँ दोनों किनारों तक पहुँचनी चाहिए।

## guide

guide-open = पहले कदम
guide-title = आपकी पहली बिक्री, अभ्यास के लिए
guide-step = { $of } में से कदम { $at }
guide-leave = बाहर जाएँ
guide-steps-amount = नारंगी पट्टी यानी अभ्यास: असली पैसे नहीं चलते। ग्राहक को जितना देना है, 600, लिखें और Enter दबाएँ।
guide-steps-mobile = अब ग्राहक का नंबर। 98765 43210 लिखें और Enter दबाएँ: यह अभ्यास वाला ग्राहक है।
guide-steps-otp = PhonePe ग्राहक को OTP भेजता है। नारंगी पट्टी में “ग्राहक का फ़ोन” दबाएँ, OTP वहाँ पढ़ें, यहाँ लिखें और Enter दबाएँ।
guide-steps-hold = वॉलेट लिंक है और बैलेंस काफ़ी है। { KEY("money") } दबाएँ: रकम रुकेगी, ली नहीं जाएगी।
guide-steps-capture = रकम रोकी गई है। सेवा देने के बाद अंतिम रकम लिखें, Enter दबाएँ, और रकम लेने के लिए { KEY("money") } दबाएँ।
guide-steps-wait = प्रोग्राम PhonePe से पूछ रहा है। आपको कुछ नहीं करना।
guide-steps-done = ले लिया गया: PhonePe के पुष्टि करने पर ही “भुगतान हो गया” दिखेगा। यह एक पूरी बिक्री थी। आगे: पाठ।

## health

health-title = हालत
health-verdict-ok = ठीक
health-verdict-watch = नज़र रखें
health-verdict-act = कुछ करें
health-worst-ok = सब ठीक है।
health-worst-watch = किसी चीज़ पर नज़र रखनी है।
health-worst-act = कुछ करना ज़रूरी है।
health-part-provider = PhonePe
health-part-clock = घड़ी
health-part-queue = जवाब बाकी
health-part-books = बही
health-part-ledger = बही की फ़ाइल
health-part-backup = बैकअप
health-part-disk = डिस्क
health-part-keyring = कीरिंग
health-part-printer = प्रिंटर
health-part-display = ग्राहक की स्क्रीन
health-part-hook = ग्राहक को बताना
health-part-log = लॉग
health-part-update = नया वर्ज़न
health-part-program = प्रोग्राम
health-found-provider_unasked = चालू होने के बाद से कुछ पूछा नहीं गया।
    .next = { "" }
health-found-provider_answers = { $of ->
    [one] { $last_ms } ms में जवाब दिया।
   *[other] { $last_ms } ms में जवाब दिया; आम तौर पर { $median_ms } ms.
}
    .next = { "" }
health-found-provider_slow = जवाब धीमा: { $last_ms } ms, आम तौर पर { $median_ms } ms.
    .next = नेटवर्क देखें। प्रोग्राम जवाब का इंतज़ार करता है; ग्राहक से कभी दोबारा पैसे न माँगें।
health-found-provider_no_answer = पिछले सवाल का जवाब नहीं आया।
    .next = प्रोग्राम अपने आप फिर जाँचेगा। फिर भी रहे तो नेटवर्क देखें।
health-found-provider_unreachable = संपर्क नहीं हो रहा।
    .next = नेटवर्क देखें: केबल, Wi-Fi, राउटर।
health-found-provider_wrong_key = सिग्नेचर नहीं माना: Salt key या उसका index गलत है।
    .next = PhonePe की दी हुई key से काउंटर फिर सेट करें।
health-found-clock_alone = मिलाने के लिए कोई दूसरी घड़ी नहीं थी।
    .next = { "" }
health-found-clock_agrees = PhonePe की घड़ी से मेल है, फ़र्क { $length } के अंदर।
    .next = { "" }
health-found-clock_off = { $side ->
    [ahead] PhonePe की घड़ी से { $length } आगे।
   *[behind] PhonePe की घड़ी से { $length } पीछे।
}
    .next = इस कंप्यूटर की घड़ी ठीक करें, और उसे नेटवर्क से चलने दें।
health-found-clock_long_past = इसमें बहुत पुरानी तारीख है।
    .next = इस कंप्यूटर की घड़ी ठीक करें, और उसे नेटवर्क से चलने दें।
health-found-queue_empty = कोई नहीं।
    .next = { "" }
health-found-queue_works = PhonePe का इंतज़ार: { $unanswered }. बैच में इंतज़ार: { $rows }.
    .next = { $unanswered ->
        [0] { "" }
       *[other] प्रोग्राम अपने आप पूछता है। इन ग्राहकों से दोबारा पैसे न लें।
    }
health-found-queue_needs_person = { $sales ->
    [one] { $sales } बिक्री मैनेजर को देखनी है।
   *[other] { $sales } बिक्रियाँ मैनेजर को देखनी हैं।
}
    .next = होल्ड में “मैनेजर देखें” टैब खोलें।
health-found-books_checking = जाँच हो रही है।
    .next = { "" }
health-found-books_hold = जाँच हो गई, बही ठीक है।
    .next = { "" }
health-found-books_closed = बंद: पैसे नहीं लिए जाएँगे।
    .next = इसके बारे में स्क्रीन पर लिखा पढ़ें, और मदद के लिए कॉल करें।
health-found-ledger_size = { $records } रिकॉर्ड, { $size_text }.
    .next = { "" }
health-found-backup_none = अभी तक कोई नहीं हुआ।
    .next = बैकअप रोज़ एक बार होता है, प्रोग्राम चालू होने के एक मिनट बाद।
health-found-backup_taken = { $length } पहले हुआ।
    .next = { "" }
health-found-backup_old = पिछला बैकअप { $length } पुराना है।
    .next = प्रोग्राम को रोज़ कुछ मिनट खुला रखें, और डिस्क देखें।
health-found-backup_failed = नहीं हो सका: { $why }
    .next = डिस्क में जगह खाली करें; प्रोग्राम हर घंटे फिर कोशिश करता है।
health-found-disk_unread = यह सिस्टम नहीं बताता कि कितनी जगह खाली है।
    .next = { "" }
health-found-disk_free = { $free_text } खाली।
    .next = { "" }
health-found-disk_low = सिर्फ़ { $free_text } खाली; { $wanted_text } होनी चाहिए।
    .next = भरने से पहले जगह खाली करें: भर गई तो पैसे नहीं लिए जा सकेंगे।
health-found-keyring_unasked = अभी पूछा नहीं गया।
    .next = { "" }
health-found-keyring_ready = तैयार।
    .next = { "" }
health-found-keyring_in_memory = अभ्यास इसके बिना भी चलता है: प्रोग्राम बंद होने पर लिंक मिट जाते हैं।
    .next = { "" }
health-found-keyring_locked = लॉक है।
    .next = इस काउंटर की देखभाल करने वाले से कीरिंग अनलॉक या सेट करवाएँ।
health-found-keyring_missing = नहीं है।
    .next = इस काउंटर की देखभाल करने वाले से कीरिंग अनलॉक या सेट करवाएँ।
health-found-keyring_broken = भरोसे लायक नहीं है।
    .next = इस काउंटर की देखभाल करने वाले से कीरिंग अनलॉक या सेट करवाएँ।
health-found-printer_none = सेट नहीं है।
    .next = { "" }
health-found-printer_ready = तैयार।
    .next = { "" }
health-found-printer_low = रोल ख़त्म होने वाला है।
    .next = नया रोल पास रखें।
health-found-printer_trouble = प्रिंट नहीं कर सकता।
    .next = क्या गड़बड़ है, यह प्रिंटर की सेटिंग में लिखा है। बिक्री चलती रहती है।
health-found-display_off = चालू नहीं है।
    .next = { "" }
health-found-display_shows = दिख रही है।
    .next = { "" }
health-found-display_no_monitor = इसके लिए कोई मॉनिटर नहीं है।
    .next = बिक्री इसके बिना चलती रहती है। केबल देखें; यह अपने आप लौट आएगी।
health-found-display_closed = किसी ने इसे बंद कर दिया।
    .next = बिक्री इसके बिना चलती रहती है। सेटिंग में इसे फिर खोला जा सकता है।
health-found-display_failed = यह खुली नहीं रहती।
    .next = बिक्री इसके बिना चलती रहती है। सेटिंग में इसे फिर खोलें; न चले तो प्रोग्राम दोबारा शुरू करें।
health-found-hook_off = किसी को कुछ नहीं बताया जाता।
    .next = { "" }
health-found-hook_well = { $through } से बताया जाता है; हर संदेश लिया गया।
    .next = { "" }
health-found-hook_trouble = { $through } संदेश नहीं ले रहा; { $waiting } इंतज़ार में।
    .next = क्या गड़बड़ है, यह “ग्राहक को बताना” में लिखा है। कोई बिक्री इसके लिए नहीं रुकती।
health-found-log_kept = लिखा जा रहा है।
    .next = { "" }
health-found-log_lost = { $lines } पंक्तियाँ लिखी नहीं जा सकीं।
    .next = डिस्क देखें। किसी बिक्री पर इसका असर नहीं है।
health-found-update_off = कोई नहीं पूछता।
    .next = { "" }
health-found-update_unasked = अभी पूछा नहीं गया।
    .next = { "" }
health-found-update_newest = इस कंप्यूटर की पैकेज सूची में इससे नया वर्ज़न नहीं है।
    .next = { "" }
health-found-update_waiting = वर्ज़न { $version } आ गया है।
    .next = दो शिफ़्ट के बीच इंस्टॉल करें: “sudo apt install holdfast”. फिर प्रोग्राम बंद करके दोबारा खोलें।
health-found-update_installed = वर्ज़न { $version } इंस्टॉल है; अभी पुराना वर्ज़न चल रहा है।
    .next = दो शिफ़्ट के बीच प्रोग्राम बंद करके दोबारा खोलें।
health-found-update_no_package = यह प्रोग्राम पैकेज से इंस्टॉल नहीं हुआ, इसलिए पैकेज सूची इसके बारे में कुछ नहीं बताती।
    .next = पूछना बंद करें, या Holdfast को पैकेज से इंस्टॉल करें।
health-found-update_no_apt = इस कंप्यूटर पर apt नहीं है।
    .next = पूछना बंद करें।
health-found-update_hung = apt ने समय पर जवाब नहीं दिया।
    .next = कल फिर पूछा जाएगा। कोई बिक्री इसके लिए नहीं रुकती।
health-found-update_unclear = apt नहीं चला, या उसका जवाब समझ में नहीं आया।
    .next = कल फिर पूछा जाएगा। कोई बिक्री इसके लिए नहीं रुकती।
health-found-program = वर्ज़न { $version }, { $length } से चल रहा है।
    .next = { "" }
health-again = फिर देखें
health-open = देखें
health-looking = देख रहे हैं…

## lessons

lessons-open = पाठ
lessons-title = पाठ
lessons-what = मुश्किल दिनों का अभ्यास। यहाँ असली पैसे नहीं हैं।
lessons-score-of = { $cashier } का स्कोर
lessons-score = सही { $right } · गलत { $wrong }
lessons-not-yet = अभी नहीं किया
lessons-begin = शुरू करें
lessons-close = बंद करें
lessons-lesson-wrong_otp-title = गलत OTP
lessons-lesson-wrong_otp-happens = ग्राहक { $mobile } को ₹{ $amount } देने हैं। पहले वे गलत OTP पढ़ते हैं: 00000.
lessons-lesson-wrong_otp-todo = 00000 लिखें, स्क्रीन पर आया संदेश पढ़ें, फिर ग्राहक के फ़ोन वाला सही OTP लिखें।
lessons-lesson-low_balance-title = बैलेंस कम
lessons-lesson-low_balance-happens = ग्राहक { $mobile } को ₹{ $amount } देने हैं, और वॉलेट में ₹99.00 हैं।
lessons-lesson-low_balance-todo = ग्राहक के फ़ोन से वॉलेट टॉप-अप होने दें, फिर रकम रोकें।
lessons-lesson-kyc_block-title = KYC नहीं हुआ
lessons-lesson-kyc_block-happens = ग्राहक { $mobile } को ₹{ $amount } देने हैं; PhonePe इस वॉलेट से भुगतान नहीं होने देता।
lessons-lesson-kyc_block-todo = PhonePe का संदेश ग्राहक को पढ़कर सुनाएँ, और अगली बिक्री शुरू करें ({ KEY("sale") }): ये किसी और तरीके से भुगतान करेंगे।
lessons-lesson-lost_reply-title = जवाब खो गया
lessons-lesson-lost_reply-happens = ग्राहक { $mobile } को ₹{ $amount } देने हैं। होल्ड पर PhonePe का जवाब रास्ते में खो जाता है।
lessons-lesson-lost_reply-todo = दोबारा पैसे न लें। प्रोग्राम के पता करने तक रुकें: करीब आधा मिनट।
lessons-lesson-expiry-title = होल्ड का समय खत्म
lessons-lesson-expiry-happens = ग्राहक { $mobile } के ₹{ $amount } रोके गए हैं, और वे एक घंटे से भी बाद लौटते हैं।
lessons-lesson-expiry-todo = रकम रोकें, फिर रकम लें। PhonePe कहे कि होल्ड खत्म हो गया, तो सेवा देने से पहले फिर रोकें।
lessons-lesson-crash-title = प्रोग्राम अचानक बंद
lessons-lesson-crash-happens = ग्राहक { $mobile } के ₹{ $amount } रोके गए हैं, और प्रोग्राम बंद हो जाता है।
lessons-lesson-crash-todo = रकम रोकें, यह विंडो बंद करें और प्रोग्राम फिर खोलें। फिर जो होल्ड अब भी खुला है उसे पूरा करें।
lessons-mistake-asked_twice = दूसरा होल्ड माँगा गया। ग्राहक की रकम दो बार रुक सकती है।
lessons-mistake-sent_away = ग्राहक को लौटा दिया गया। इस वॉलेट में टॉप-अप हो सकता था।
lessons-mistake-asked_in_vain = फिर माँगने से रोक नहीं हटती। ग्राहक को बताएँ, और अगले ग्राहक का काम करें।
lessons-mistake-nothing_held = कुछ रोके बिना ही ग्राहक को सेवा दी गई।
lessons-exercise = अभ्यास { $seed }
lessons-going = चल रहा है
lessons-right = सही। बहुत अच्छे।
lessons-right-long = { $detours ->
    [one] सही, पर { $detours } कदम बेकार था।
   *[other] सही, पर { $detours } कदम बेकार थे।
}
lessons-wrong = सही नहीं।
lessons-same = यही फिर से
lessons-another = दूसरा ग्राहक
lessons-leave = पाठ से बाहर जाएँ

## setup

setup-title = PhonePe से सेट करें
setup-what = PhonePe ने आपकी दुकान को मर्चेंट ID, Salt key और उसका index दिया है। कुछ भी बदलने से पहले ये PhonePe से जाँचे जाते हैं।
setup-open = PhonePe से सेट करें
setup-profile = किसके लिए
setup-profiles-uat = PhonePe का टेस्ट सिस्टम (UAT)
setup-profiles-production = असली पैसे (production)
setup-base-url = पता
setup-merchant = मर्चेंट ID
setup-salt-index = Salt index
setup-salt-key = Salt key
setup-salt-key-what = इस कंप्यूटर की कीरिंग में जाएगी, और फिर कभी नहीं दिखेगी।
setup-check = PhonePe से जाँचें
setup-checking = PhonePe से पूछ रहे हैं…
setup-found-taken = PhonePe ने यह मर्चेंट ID, Salt key और index मान लिए। { $took_ms } ms में जवाब आया।
setup-found-wrong_key = PhonePe ने सिग्नेचर नहीं माना ({ $code }): Salt key या उसका index गलत है।
setup-found-refused = PhonePe ने यह खाता नहीं माना ({ $code })। मर्चेंट ID को PhonePe की दी हुई ID से मिलाएँ।
setup-found-unreachable = PhonePe से संपर्क नहीं हो रहा: { $why }. नेटवर्क और पता देखें।
setup-found-no_answer = PhonePe ने समय पर जवाब नहीं दिया। फिर कोशिश करें।
setup-found-strange = { $code ->
    [none] यह जवाब PhonePe जैसा नहीं है। पता देखें।
   *[other] यह जवाब PhonePe जैसा नहीं है ({ $code })। पता देखें।
}
setup-clock = घड़ी: { $told }
setup-keep = यही खाता रखें
setup-keep-unchecked = बिना जाँचे रखें
setup-unchecked = यह खाता चलता है, यह पक्का नहीं हुआ। खाता गलत हुआ तो पैसे नहीं लिए जा सकेंगे।
setup-keeping = रख रहे हैं…
setup-kept = रख लिया। अगली बार चालू होने से यही चलेगा।
setup-restart = प्रोग्राम फिर खोलें
setup-close = जैसा है वैसा रहने दें

## support

support-title = सपोर्ट बंडल
support-what = आपकी मदद करने वाले के लिए एक फ़ाइल: लॉग, सेटिंग, हालत और बही की बनावट। इसमें कोई गुप्त key, ग्राहक या रकम नहीं है। कहीं कुछ नहीं भेजा जाता।
support-show = देखें कि इसमें क्या होगा
support-making = तैयार कर रहे हैं…
support-read = सेव करने से पहले हर फ़ाइल पढ़ लें।
support-file = { $name }, { $size }
support-text = { $name } का टेक्स्ट
support-save = यह बंडल सेव करें
support-saving = सेव कर रहे हैं…
support-saved = { $path } में सेव हुआ
support-close = सेव न करें

## length

length-seconds = { $count } सेकंड
length-minutes = { $count } मिनट
length-hours = { $count } घंटे
length-days = { $count ->
    [one] { $count } दिन
   *[other] { $count } दिन
}

## printing

printing-title = काग़ज़
printing-open = पर्ची
printing-print = प्रिंट करें
printing-printing = प्रिंट हो रहा है …
printing-save = PDF में सेव करें
printing-saving = सेव हो रहा है …
printing-saved-at = { $path } में सेव हुआ
printing-close = बंद करें
printing-loading = बना रहे हैं …
printing-picture = काग़ज़ ऐसा ही प्रिंट होगा
printing-duplicate = पहले प्रिंट हो चुका है: अगले पर “दूसरी प्रति” लिखा होगा।
printing-nothing = स्क्रीन पर प्रिंट करने को कुछ नहीं है। कोई बिक्री खोलें, या बोर्ड की एक पंक्ति चुनें।
printing-no-printer-yet = कोई प्रिंटर सेट नहीं है। काग़ज़ को PDF में सेव कर सकते हैं।
printing-state-not_set_up = प्रिंटर नहीं
    .next = कोई प्रिंटर सेट नहीं है। मैनेजर सेटिंग में सेट कर सकते हैं।
printing-state-unasked = प्रिंटर …
    .next = प्रिंटर से अभी कोई खबर नहीं आई।
printing-state-ready = प्रिंटर
    .next = प्रिंटर तैयार है।
printing-state-paper_low = काग़ज़ कम
    .next = प्रिंटर का रोल खत्म होने वाला है। नया रोल पास रखें।
printing-state-busy = प्रिंट हो रहा है
    .next = एक काग़ज़ प्रिंट हो रहा है।
printing-state-slow = प्रिंट धीमा
    .next = प्रिंटर ज़्यादा समय ले रहा है। आप काम जारी रखें; काउंटर उसका इंतज़ार नहीं करता।
printing-state-trouble = प्रिंटर
    .next = प्रिंटर प्रिंट नहीं कर पा रहा।
printing-trouble-not_set_up = कोई प्रिंटर सेट नहीं है।
    .next = मैनेजर सेटिंग में प्रिंटर सेट कर सकते हैं।
printing-trouble-bad_address = प्रिंटर का पता पढ़ा नहीं जा सका।
    .next = सेटिंग में यह नाम या नंबर हो, जैसे 192.168.1.50:9100, या पाथ, जैसे /dev/usb/lp0.
printing-trouble-not_reached = प्रिंटर से संपर्क नहीं हो रहा।
    .next = देखें कि वह चालू है और उसकी केबल या नेटवर्क जुड़ा है।
printing-trouble-offline = प्रिंटर ऑफ़लाइन है।
    .next = उसका feed या online बटन दबाएँ, और उसकी बत्तियाँ देखें।
printing-trouble-cover_open = प्रिंटर का ढक्कन खुला है।
    .next = उसे क्लिक की आवाज़ आने तक बंद करें।
printing-trouble-out_of_paper = प्रिंटर में काग़ज़ नहीं है।
    .next = नया रोल डालें और ढक्कन बंद करें।
printing-trouble-fault = प्रिंटर खराबी बता रहा है।
    .next = ढक्कन खोलें, फँसा काग़ज़ और कटर छुड़ाएँ, फिर प्रिंटर बंद करके चालू करें।
printing-trouble-stuck = प्रिंटर काम पूरा नहीं कर रहा।
    .next = देखें कि काग़ज़ फँसा तो नहीं, फिर प्रिंटर बंद करके चालू करें।
printing-trouble-cut_off = प्रिंटर से संपर्क टूट गया।
    .next = उसकी केबल या नेटवर्क देखें।
printing-trouble-too_many = बहुत सारे काग़ज़ इंतज़ार में हैं।
    .next = और प्रिंट करने से पहले प्रिंटर देखें।
printing-trouble-not_drawn = काग़ज़ बनाया नहीं जा सका।
    .next = कुछ प्रिंट नहीं हुआ। अपने मैनेजर को बताएँ।
printing-outcome-printed = प्रिंट हुआ।
printing-outcome-believed = भेज दिया। यह प्रिंटर नहीं बताता कि प्रिंट हुआ या नहीं।
printing-outcome-not_printed = प्रिंट नहीं हुआ।
printing-outcome-perhaps = शायद प्रिंट हुआ हो। प्रिंटर देखें; फिर प्रिंट किया तो काग़ज़ पर “दूसरी प्रति” लिखा होगा।
printing-settings-title = प्रिंटर और काग़ज़
printing-settings-printer = प्रिंटर
printing-settings-printer-note = नेटवर्क: 192.168.1.50:9100. USB: /dev/usb/lp0. सीरियल: /dev/ttyUSB0. खाली: प्रिंटर नहीं।
printing-settings-width = रोल
printing-settings-widths-mm80 = 80 mm
printing-settings-widths-mm58 = 58 mm
printing-settings-language = काग़ज़ की भाषा
printing-settings-as-window = विंडो की भाषा
printing-settings-shop = हर पर्ची के ऊपर का नाम
printing-settings-hold-slip = होल्ड लगते ही होल्ड की पर्ची प्रिंट करें
printing-settings-receipt = PhonePe भुगतान की पुष्टि करे, तभी रसीद प्रिंट करें
printing-settings-drawer = रसीद के साथ दराज़ खोलें (अभ्यास में कभी नहीं)
printing-settings-save = सेव करें
printing-settings-saved = सेव हुआ।
printing-settings-test = जाँच पृष्ठ प्रिंट करें
printing-settings-none = प्रोग्राम चालू होने के बाद से कुछ प्रिंट नहीं हुआ।

## bill

bill-field = रकम रुपये में, आइटम, या स्कैन
bill-hint = रकम, आइटम या स्कैन
bill-found = { $count ->
    [one] { $count } आइटम मिला
   *[other] { $count } आइटम मिले
}
bill-open = रकम बाद में तय होगी
bill-holds = इसके लिए कम से कम { $amount } रोकना होगा
bill-listed = कैटलॉग में कीमत { $amount }
bill-per-unit = { $quantity } { $unit } × { $price }
bill-discount = छूट
bill-discount-hint = 50 या 10%
bill-discount-of = छूट { $what }
bill-note = काग़ज़ के लिए नोट
bill-terms = छूट, नोट
bill-terms-save = सेव करें
bill-subtotal = आइटमों का जोड़
bill-gst = { $of } में GST { $rate }: { $tax }
bill-total = कुल
bill-to-hold = इसके लिए रोकना है
bill-to-hold-why = कुल से ज़्यादा, क्योंकि कुछ रकम बाद में तय होगी
bill-scanned = { $code } कार्ट में है।
bill-add-unknown = कैटलॉग में जोड़ें
bill-scan-locked = काउंटर लॉक है। स्कैन नहीं लिया गया।
bill-put-aside = अलग रखे बिल पढ़े नहीं जा सके। उनकी फ़ाइल { $file } नाम से रखी है।

## delivered

delivered-begin = जो डिलीवर हुआ, लिखें
delivered-title = क्या डिलीवर हुआ
delivered-total = डिलीवर हुआ
delivered-undo = रोके गए बिल पर वापस
delivered-over = यह रोकी गई रकम से { $amount } ज़्यादा है। कुछ हटाएँ, या ज़्यादा से ज़्यादा उतना ही लें जितना रोका गया है।
delivered-since = होल्ड के बाद बदला
delivered-same = जैसा रोका गया था, वैसा ही डिलीवर हुआ।
delivered-held = रोका गया
delivered-typed = रकम लिखी गई थी। अंतिम कार्ट का कुल { $total } है।
delivered-bill = बिल
delivered-change-added = { $name } जोड़ा: { $after }
delivered-change-removed = { $name } हटाया: { $before }
delivered-change-quantity = { $name }: मात्रा { $before } → { $after }
delivered-change-price = { $name }: कीमत { $before } → { $after }
delivered-change-line_discount = { $name }: छूट { $before } → { $after }
delivered-change-discount = बिल की छूट { $before } → { $after }
delivered-nothing = कुछ नहीं

## park

park-park = अलग रखें
park-name = नाम या नंबर (चाहें तो खाली)
park-go = बिल अलग रखें
park-back = वापस
park-parked = अलग रखे { $count }
park-title = अलग रखे बिल
park-none = कोई बिल अलग नहीं रखा।
park-unnamed = बिल { $number }
park-named = { $number } · { $name }
park-lines = { $count ->
    [one] { $count } आइटम
   *[other] { $count } आइटम
}
park-by = { $cashier }, { $ago }
park-recall = वापस लाएँ
park-throw-away = मिटाएँ
park-throw-ask = यह बिल मिटाएँ? इसके लिए कुछ रोका नहीं गया था।
park-throw-yes = मिटाएँ
park-throw-no = रहने दें
park-instead = स्क्रीन पर जो बिल है, वह इसकी जगह अलग रखा जाएगा।
park-close = बंद करें

## catalogue

catalogue-title = कैटलॉग
catalogue-count = { $count ->
    [one] { $count } आइटम
   *[other] { $count } आइटम
}
catalogue-none = अभी कोई आइटम नहीं है। एक जोड़ें, या CSV फ़ाइल इंपोर्ट करें।
catalogue-lead = आइटम और सेवाएँ, कीमत के साथ। हर बदलाव बही में लिखा जाता है।
catalogue-search = आइटम खोजें
catalogue-more = और भी हैं। नाम का एक हिस्सा लिखें।
catalogue-add = आइटम जोड़ें
catalogue-change = { $name } बदलें
catalogue-edit = बदलें
catalogue-remove = हटाएँ
catalogue-remove-ask = यह आइटम हटाएँ? जिन बिलों में है, उनमें रहेगा।
catalogue-remove-yes = हटाएँ
catalogue-remove-no = रहने दें
catalogue-save = सेव करें
catalogue-back = वापस
catalogue-new-item = नया आइटम
catalogue-later = बाद में तय
catalogue-import-file = CSV इंपोर्ट करें…
catalogue-export-file = CSV एक्सपोर्ट करें
catalogue-exported = कैटलॉग { $path } में है
catalogue-reading = पढ़ रहे हैं…
catalogue-unreadable = कैटलॉग की फ़ाइल पढ़ी नहीं जा सकी; वह जैसी थी वैसी है। उसे बदलने के लिए फ़ाइल इंपोर्ट करें।
catalogue-preview-of = { $name } से यह होगा:
catalogue-rows = पंक्तियाँ
catalogue-added = नए
catalogue-changed = बदले
catalogue-removed = हटे
catalogue-same = पहले जैसे
catalogue-wrong = गलत
catalogue-column-code = कोड
catalogue-column-name = नाम
catalogue-column-barcode = बारकोड
catalogue-column-price = कीमत रुपये में, GST सहित
catalogue-column-unit = इकाई
catalogue-column-gst = GST %
catalogue-column-hsn = HSN
catalogue-column-hold = कम से कम रोकें, रुपये
catalogue-column-expiry_minutes = कितने मिनट रोकें
catalogue-wrong-line = { $found ->
    [none] पंक्ति { $line }, { $column }: { $why }
   *[other] पंक्ति { $line }, { $column } “{ $found }”: { $why }
}
catalogue-as-line = पंक्ति { $line } में भी यही है।
catalogue-wrong-field = { $column }: { $why }
catalogue-why-missing = यह खाली है।
catalogue-why-too_long = यह बहुत लंबा है।
catalogue-why-not_an_amount = यह रकम नहीं है। रुपये लिखें, जैसे 18 या 1,250.50.
catalogue-why-too_large = इतनी बड़ी रकम यहाँ नहीं ली जाती।
catalogue-why-not_a_rate = यह 100 तक का प्रतिशत नहीं है।
catalogue-why-not_minutes = 1 से 10080 तक पूरे मिनट लिखें।
catalogue-why-shortened = स्प्रेडशीट ने यह बारकोड छोटा कर दिया है। कॉलम को टेक्स्ट बनाकर फिर सेव करें।
catalogue-why-no_price_no_hold = कीमत लिखें; कीमत बाद में तय होनी हो तो रोकने की रकम लिखें।
catalogue-why-taken = दूसरे आइटम का भी यही है।
catalogue-price = { $name }: { $before } → { $after }
catalogue-more-wrong = { $count } और गलत पंक्तियाँ
catalogue-take = कैटलॉग बदलें
catalogue-take-right = { $count ->
    [one] { $count } सही पंक्ति लें
   *[other] { $count } सही पंक्तियाँ लें
}
catalogue-cancel = जैसा है वैसा रहने दें
catalogue-taken = कैटलॉग बदल गया है।
catalogue-saved = सेव हुआ।

## hook

hook-title = ग्राहक को बताना
hook-what = SMS या WhatsApp के लिए आपकी दुकान के किसी प्रोग्राम या नेटवर्क के किसी पते को बताया जा सकता है कि बिक्री का क्या हुआ: रोका गया, भुगतान हो गया, छोड़ दिया गया, समय खत्म, रिफ़ंड हो गया। उसे रकम, हमारी ID और नंबर के आखिरी चार अंक मिलते हैं, और कुछ नहीं। जो बताया जाता है, वह इस कंप्यूटर से बाहर जाता है।
hook-none = इस काउंटर की सेटिंग फ़ाइल में ऐसा कोई प्रोग्राम या पता नहीं लिखा है (hook), या यह अभ्यास है। किसी को कुछ नहीं बताया जाता।
hook-tell = ग्राहकों को बताएँ
hook-with = { $program } से बताया जाता है, जैसा इस काउंटर की सेटिंग फ़ाइल में लिखा है।
hook-to = { $host } को हस्ताक्षर के साथ बताया जाता है, जैसा इस काउंटर की सेटिंग फ़ाइल में लिखा है।
hook-waiting = { $count ->
    [one] { $count } संदेश इंतज़ार में है।
   *[other] { $count } संदेश इंतज़ार में हैं।
}
hook-given-up = { $count ->
    [one] प्रोग्राम चालू होने के बाद से { $count } संदेश भेजने की कोशिश बंद कर दी गई।
   *[other] प्रोग्राम चालू होने के बाद से { $count } संदेश भेजने की कोशिश बंद कर दी गई।
}
hook-trouble-program = प्रोग्राम ने पिछला संदेश नहीं लिया: { $why }. फिर कोशिश हो रही है; कोई बिक्री इसके लिए नहीं रुकती।
hook-trouble-address = इस काउंटर की सेटिंग फ़ाइल का पता काम का नहीं है: वह https:// से शुरू होना चाहिए और उसमें पासवर्ड नहीं होना चाहिए। किसी को कुछ नहीं बताया जाता।
hook-trouble-key_missing = संदेश इंतज़ार में हैं: कीरिंग में हस्ताक्षर की कुंजी नहीं है। holdfast-admin hook-key से जोड़ें।
hook-trouble-keyring_locked = संदेश इंतज़ार में हैं: कीरिंग लॉक है। उसे अनलॉक करें; बिना हस्ताक्षर कुछ नहीं भेजा जाता।
hook-trouble-keyring_broken = संदेश इंतज़ार में हैं: कीरिंग ठीक से जवाब नहीं दे रही। बिना हस्ताक्षर कुछ नहीं भेजा जाता।
hook-trouble-unreachable = पिछला संदेश नहीं भेजा गया: उस पते से संपर्क नहीं हो रहा। फिर कोशिश हो रही है; कोई बिक्री इसके लिए नहीं रुकती।
hook-trouble-no_answer = पिछला संदेश भेजा गया, पर समय पर जवाब नहीं आया। फिर कोशिश हो रही है; कोई बिक्री इसके लिए नहीं रुकती।
hook-trouble-status = पिछला संदेश नहीं लिया गया: उस पते ने { $status } जवाब दिया। फिर कोशिश हो रही है; कोई बिक्री इसके लिए नहीं रुकती।
hook-trouble-redirected = पिछला संदेश नहीं लिया गया: उस पते ने { $status } जवाब दिया और दूसरी जगह बताई। वहाँ कुछ नहीं भेजा जाता; सेटिंग फ़ाइल में पता ठीक करें।
hook-well = हर संदेश लिया गया।

## updates

updates-title = नए वर्ज़न
updates-what = नया वर्ज़न आने पर प्रोग्राम दो शिफ़्ट के बीच बता सकता है। वह दिन में एक बार इसी कंप्यूटर की पैकेज सूची से पूछता है, नेटवर्क पर किसी से नहीं। लाना, जाँचना और इंस्टॉल करना आपके सिस्टम का काम है; यह प्रोग्राम कभी नहीं करता।
updates-ask = नया वर्ज़न आने पर बताएँ
updates-waiting = इस प्रोग्राम का वर्ज़न { $version } आ गया है।
    .next = अभी, दो शिफ़्ट के बीच, इंस्टॉल करें: “sudo apt install holdfast”. फिर प्रोग्राम बंद करके दोबारा खोलें।
updates-installed = इस प्रोग्राम का वर्ज़न { $version } इंस्टॉल है।
    .next = अभी पुराना वर्ज़न चल रहा है। दो शिफ़्ट के बीच, अभी, बंद करके दोबारा खोलें।
updates-put-away = इस वर्ज़न के लिए फिर न बताएँ

## sound

sound-title = आवाज़ें
sound-what = हर आवाज़ की बात स्क्रीन पर शब्दों में भी होती है। भुगतान की आवाज़ तभी आती है जब PhonePe ने उसकी पुष्टि कर दी हो।
sound-tone-held = रोका गया
sound-tone-not_sure = अभी पक्का नहीं
sound-tone-failed = नहीं हुआ
sound-tone-paid = भुगतान हो गया
sound-twin-held = रोका गया: { $amount } रुका है, लिया नहीं गया।
sound-twin-not_sure = अभी पक्का नहीं: { $amount }. दोबारा पैसे न लें।
sound-twin-failed = नहीं हुआ: { $amount }. फिर कोशिश करने से पहले पढ़ें कि क्या हुआ।
sound-twin-paid = भुगतान हो गया: { $amount }. PhonePe ने इसकी पुष्टि कर दी है।
sound-trial = सिर्फ़ सुनने के लिए: यह “{ $name }” की आवाज़ है। यह किसी बिक्री की नहीं है।
sound-volume = आवाज़ कितनी
sound-silent = बंद
sound-percent = { $count } %
sound-try-it = सुनकर देखें:
sound-cannot = इस कंप्यूटर से आवाज़ नहीं आती: साउंड कार्ड नहीं है, या विंडो को उसकी अनुमति नहीं है। जो होता है वह स्क्रीन पर फिर भी लिखा रहता है।
sound-speech = पुष्टि हुए भुगतान की रकम बोलें
sound-speech-with = { $program } बोलता है, जैसा इस काउंटर की सेटिंग फ़ाइल में लिखा है।
sound-speech-none = इस काउंटर की सेटिंग फ़ाइल में बोलने वाला कोई प्रोग्राम नहीं लिखा है (speak_with), इसलिए रकम बोली नहीं जाती।
sound-speech-failed = पिछली रकम बोली नहीं गई: { $why }
sound-speech-in = बोलने की भाषा
sound-language-english = अंग्रेज़ी
sound-language-hindi = हिन्दी

## display

display-title = ग्राहक की स्क्रीन
display-what = ग्राहक के पढ़ने के लिए दूसरी विंडो: बिल, कितना रोका गया, कितने का भुगतान हुआ। इसमें यह कभी नहीं दिखता कि काउंटर पर कौन है, दूसरी बिक्रियाँ क्या हैं या वॉलेट में कितना है।
display-show = दिखाएँ
display-place = कहाँ
display-place-other_monitor = उस मॉनिटर पर जिस पर काउंटर की विंडो नहीं है
display-place-window = अलग विंडो में, जिसे मैं खुद खिसकाऊँ
display-monitor = { $name } ({ $size })
display-monitor-till = { $name } ({ $size }): काउंटर की विंडो इसी पर है
display-monitor-absent = { $name }: अभी जुड़ा नहीं है
display-language = इसकी भाषा
display-language-same = काउंटर वाली भाषा
display-language-now = ग्राहक की स्क्रीन
display-state-off = बंद है।
display-state-shows = दिख रही है।
display-state-in_window = अलग विंडो में खुली है। इसे खिसकाकर ग्राहक के सामने ले जाएँ।
display-state-no_monitor = काउंटर वाले मॉनिटर के अलावा कोई मॉनिटर नहीं है। जोड़ते ही यह अपने आप खुल जाएगी। बिक्री इसके बिना चलती रहती है।
display-state-closed = इसे बंद किया गया। बिक्री इसके बिना चलती रहती है।
display-state-failed = यह खुली नहीं रहती। बिक्री इसके बिना चलती रहती है।
display-again = फिर खोलें
display-lamp = स्क्रीन नहीं

## shown: ग्राहक की स्क्रीन पर जो लिखा आता है

shown-screen = ग्राहक के लिए
shown-practice = अभ्यास: असली पैसे नहीं
shown-bill = आपका बिल
shown-total = कुल
shown-discount = छूट
shown-amount-line = रकम
shown-earlier = + { $count } और
shown-provider = PhonePe का संदेश
shown-qr = पैसे जोड़ने का कोड
shown-welcome = नमस्ते
    .next = { "" }
shown-please_wait = कृपया रुकें
    .next = अभी भुगतान नहीं लिया जा सकता। काउंटर पर आपकी मदद की जाएगी।
shown-amount = देने हैं
    .next = { "" }
shown-hold = इतना रोका जाएगा
    .next = जितना इस्तेमाल होगा उतना ही लिया जाएगा। बाकी छोड़ दिया जाएगा।
shown-code = आपका OTP
    .next = PhonePe ने आपके फ़ोन पर OTP भेजा है। कृपया काउंटर पर बताएँ।
shown-balance = आपके वॉलेट से पूछ रहे हैं
    .next = कृपया एक पल रुकें।
shown-too_low = वॉलेट में पैसे कम हैं
    .next = आप अभी पैसे जोड़ सकते हैं। काउंटर से इसका कोड दिखाया जाएगा।
shown-not_possible = इस वॉलेट से अभी नहीं हो सकता
    .next = कोई पैसा नहीं लिया गया।
shown-top_up = वॉलेट में पैसे जोड़ें
    .next = अपने फ़ोन से कोड स्कैन करें। इससे दुकान कुछ नहीं लेती।
shown-sending = PhonePe से पूछ रहे हैं
    .next = कृपया एक पल रुकें।
shown-not_sure = कृपया रुकें
    .next = PhonePe ने अभी जवाब नहीं दिया। फिर पूछा जा रहा है। कृपया दोबारा भुगतान न करें।
shown-held = रोका गया, लिया नहीं गया
    .next = { $time ->
        [none] { "" }
       *[other] ज़्यादा से ज़्यादा { $time } बजे तक।
    }
shown-taking = भुगतान हो रहा है
    .next = PhonePe पुष्टि कर रहा है। कृपया एक पल रुकें।
shown-paid = भुगतान हो गया
    .next = { $amount ->
        [none] धन्यवाद!
       *[other] { $amount } छोड़ दिया गया। धन्यवाद!
    }
    .refunded = इसमें से { $amount } आपके वॉलेट में वापस कर दिया गया।
shown-releasing = छोड़ा जा रहा है
    .next = कृपया एक पल रुकें।
shown-released = छोड़ दिया गया
    .next = अब कुछ रुका नहीं है। कोई पैसा नहीं लिया गया।
shown-refused = रोका नहीं गया
    .next = यह नहीं हो पाया। कोई पैसा नहीं लिया गया।
shown-not_paid = भुगतान नहीं हुआ
    .next = भुगतान नहीं हो पाया। कोई पैसा नहीं लिया गया।
