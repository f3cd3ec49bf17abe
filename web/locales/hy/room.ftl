### Not yet read by two native speakers.
### The room: banner, conversation, message states, composer, connection.

## Frame

skip-to-writing = Անցնել գրելուն
skip-to-conversation = Անցնել զրույցին
conversation = Զրույց
region-banner = Փուլ և ցանկ
region-writing = Գրել
region-side = Օրակարգ և մարդիկ
agenda = Օրակարգ
agenda-done = ավարտված
agenda-now = հիմա
agenda-next = առջևում
agenda-about = Ամեն փուլի ավարտը մեղմ է։ Ոչ ոքի չեն ընդհատում։
# $position (Number), $count (Number), $name (String), $left (String): whole words about the time.
banner-label = Փուլ { $position } / { $count }՝ { $name }։ { $left }։ Բացել օրակարգը։
writers-everyone = Բոլորը կարող են գրել
writers-facilitators = Ֆասիլիտատորները գրում են, մյուսները կարդում են
screening-strict = Ամեն հաղորդագրություն նախ կարդում է ֆասիլիտատորը
# $count (Number)
people-here = { $count ->
    [one] Այստեղ { $count } հոգի է
   *[other] Այստեղ { $count } հոգի է
}
people-title = Ովքեր են այստեղ
people-here-now = այստեղ է
people-away = այստեղ չէ
people-not-yet = դեռ անուն չունի
people-you = Դուք
observers-here = { $count ->
    [one] { $count } դիտորդ կարդում է
   *[other] { $count } դիտորդ կարդում է
}
rules-agreed = Հանդիպման կանոններ
private-words = Էջի այս մասը միայն Ձեզ համար է։

## Conversation

empty-room = Դեռ ոչ ոք չի գրել։ Շտապելու կարիք չկա։
you = Դուք
# Stands in place of a name that is not known.
no-name = Մեկը
story-note = Պատմություն։ Հեղինակի նշումը՝
story-read = Կարդալ
story-fold = Ծալել
tomb-withdrawn = Հեղինակը հետ է վերցրել
tomb-hidden = Ֆասիլիտատորը թաքցրել է
tomb-removed = Երկու ֆասիլիտատոր հեռացրել են սենյակից
hear = Լսում եմ Ձեզ
# $count (Number): people who pressed "I hear you", not counting the reader.
heard-others = { $count ->
    [one] Լսել է { $count } հոգի
   *[other] Լսել է { $count } հոգի
}
# $count (Number): other people, besides the reader. 0 is possible.
heard-you = { $count ->
    [0] Լսել եք Դուք
    [one] Լսել եք Դուք և { $count } հոգի
   *[other] Լսել եք Դուք և { $count } հոգի
}
# $names (String): names joined with commas; only the author of the message sees them.
heard-names = Լսել են՝ { $names }
message-actions = Գործողություններ այս հաղորդագրության հետ
# $name (String)
message-actions-of = Գործողություններ այս հաղորդագրության հետ։ Հեղինակը՝ { $name }
new-messages = { $count ->
    [one] { $count } նոր հաղորդագրություն
   *[other] { $count } նոր հաղորդագրություն
}
to-latest = Անցնել վերջին հաղորդագրությանը
opened-line = Սենյակը բաց է
phase-line = Փուլ՝ { $name }
paused-line = Դադար
resumed-line = Շարունակում ենք
closed-line = Հանդիպումն ավարտվել է

## States of one's own message: words, what happens next, a way out

state-sending = Ուղարկվում է…
state-queued = Դեռ ուղարկված չէ։ Կուղարկենք, հենց որ կապ լինի։
state-not-sent = Չուղարկվեց։ Ձեր խոսքերն այստեղ չեն կորչում։
state-waiting = Նախ կարդում է ֆասիլիտատորը
state-waiting-next = Սովորաբար մեկ րոպեից քիչ։ Մինչ այդ տեսնում եք միայն Դուք։
state-waiting-edited = Ձեր նոր տեքստը սպասում է ընթերցման։
state-returned = Վերադարձվել է Ձեզ նշումով
state-returned-next = Ձեր գրածը պահված է։ Փոխեք այն կամ հետ վերցրեք։
state-removed = Այս հաղորդագրությունը սենյակում չի հրապարակվում
state-removed-next = Ձեր գրածն այստեղ մնում է Ձեզ համար։ Պատճառը կարող եք հարցնել ֆասիլիտատորին։
state-removed-two = Երկու ֆասիլիտատոր հեռացրել են այս հաղորդագրությունը սենյակից
state-hidden = Ֆասիլիտատորը թաքցրել է այս հաղորդագրությունը
state-hidden-next = Մյուսները տեսնում են միայն, որ ինչ-որ բան թաքցված է։
state-withdrawn = Դուք հետ եք վերցրել։
# $seconds (Number)
state-withdrawn-next = Ջնջվելուն մնացել է { $seconds } վ։
state-erased = Դուք հետ եք վերցրել, և այն ջնջված է
state-reconsider = Խնդրում ենք մեկ անգամ էլ նայել սրան
state-reconsider-next = Մի մասը կարող է ցավեցնել կամ վտանգել մեկին։ Որոշում եք Դուք։
send-anyway = Ուղարկել այնպես, ինչպես կա
reason-given = Պատճառը՝ { $reason }
# $name (String), $note (String)
note-from = { $name }, ֆասիլիտատոր՝ { $note }
withdraw = Հետ եմ վերցնում խոսքս
take-back = Հետ վերցնել
withdraw-about = Հաղորդագրությունը դուրս է գալիս սենյակից։ Տասը վայրկյան կարող եք հետարկել։
copied = Պատճենված է

## Editing one's own waiting or returned message

edit-title = Փոխել Ձեր հաղորդագրությունը
edit-label = Ձեր տեքստը
edit-send = Ուղարկել նոր տեքստը

## Composer

write-label = Գրեք Ձեր հաղորդագրությունը
write-hint = Գրեք Ձեր հաղորդագրությունը
kind-label = Ի՞նչ եք գրում
kind-chosen = Տեսակը՝ { $kind }
content-note-label = Նախնական նշում, եթե դժվար է կարդալ
content-note-hint = օրինակ՝ հարազատի կորուստ
language-label = Այս հաղորդագրության լեզուն
composer-note = Սևագիրը մնում է, քանի դեռ այս ներդիրը բաց է։ Ուղարկում են Ctrl և Enter ստեղները։
composer-note-phone = Սևագիրը մնում է, քանի դեռ այս ներդիրը բաց է։
# $left (Number): characters left. Negative when there are too many.
characters-left = { $left ->
    [one] Մնացել է { $left } նիշ
   *[other] Մնացել է { $left } նիշ
}
characters-over = { $over ->
    [one] { $over } նիշ ավելի է
   *[other] { $over } նիշ ավելի է
}
send-empty = Դեռ ուղարկելու բան չկա։
not-now-waiting = Սենյակը դեռ բաց չէ։ Արդեն կարող եք գրել։
not-now-paused = Դադար ենք անում։ Ոչինչ չի կորչում։ Կարող եք շարունակել գրել։
not-now-facilitators = Այս փուլում գրում են ֆասիլիտատորները։ Կարող եք պատրաստել Ձեր խոսքը։
not-now-closed = Հանդիպումն ավարտվել է։ Ձեր սևագիրը դեռ այստեղ է։
not-now-kind = Այս տեսակի հաղորդագրությունը չի համապատասխանում այս փուլին։
read-only-observer = Դուք այստեղ դիտորդ եք։ Դուք կարդում եք։
read-only-interpreter = Դուք այստեղ թարգմանիչ եք։ Թարգմանելը կլինի հետագա տարբերակում։
read-only-expert = Դուք այստեղ փորձագետ եք։ Դուք կարդում եք։

## Pause and end

# $name (String), $reason (String)
paused-by = Դադար։ Սկսել է՝ { $name }։ { $reason }։
paused-now = Դադար ենք անում։ Ոչինչ չի կորչում։
pause-room = Դադար անել
pause-why = Ինչո՞ւ ենք դադար անում
pause-interpreter = Դադար արեք, եթե չեք հասցնում։
closed-title = Հանդիպումն ավարտվել է
closed-text = Շնորհակալություն Ձեր ժամանակի համար։ Դեռ կարող եք հետ վերցնել Ձեր խոսքը։
closed-early = Ավարտվել է նախատեսվածից շուտ՝ երկու ֆասիլիտատորի ընդհանուր որոշմամբ։
get-record = Ստանալ արվածի գրառումը

## Connection

connection-connecting = Միանում է…
# $clock (String): a time of day
connection-lost = Կապն ընդհատվել է՝ { $clock }։ Կարող եք շարունակել գրել, կուղարկենք հետո։
connection-slow = Ցանցը թույլ է տալիս միայն ավելի դանդաղ ճանապարհ։ Ամեն ինչ գործում է։
connection-again = Վերամիանում է…
connection-back = Կապը վերականգնվել է։
# $count (Number)
connection-missed = { $count ->
    [one] Ձեր բացակայության ընթացքում՝ { $count } հաղորդագրություն
   *[other] Ձեր բացակայության ընթացքում՝ { $count } հաղորդագրություն
}
connection-read = Կարդալ
connection-replaced = Ձեր տեղը բացվել է այլ պատուհանում։ Այս մեկը սպասում է։
connection-here = Շարունակել այստեղ
connection-restarting = Սերվերը վերագործարկվում է։ Ինքներս կվերադառնանք։
connection-ended = Կապն ավարտվել է։ Խնդրում ենք թարմացնել էջը։

## Announcements for screen readers. Name, then text; never the time.

announce-message = { $name }՝ { $text }
announce-story = { $name } պատմում է։ Նշումը՝ { $note }
# $count (Number), $name (String)
announce-many = { $count ->
    [one] { $count } նոր հաղորդագրություն, հեղինակը՝ { $name }
   *[other] { $count } նոր հաղորդագրություն, վերջինի հեղինակը՝ { $name }
}
announce-phase = Նոր փուլ՝ { $name }
announce-paused = Դադար ենք անում։ Ոչինչ չի կորչում։
announce-resumed = Շարունակում ենք։
announce-returned = Մի հաղորդագրություն վերադարձվել է Ձեզ նշումով։
announce-published = Ձեր հաղորդագրությունը սենյակում է։
announce-lost = Կապն ընդհատվել է։ Կարող եք շարունակել գրել։
announce-back = Կապը վերականգնվել է։
announce-opened = Սենյակը բաց է։
announce-closed = Հանդիպումն ավարտվել է։
announce-minutes = { $minutes ->
    [one] Մինչև փուլի ավարտը մնացել է մոտ { $minutes } րոպե։
   *[other] Մինչև փուլի ավարտը մնացել է մոտ { $minutes } րոպե։
}
announce-held = { $count ->
    [one] { $count } հաղորդագրություն սպասում է ընթերցման
   *[other] { $count } հաղորդագրություն սպասում է ընթերցման
}
