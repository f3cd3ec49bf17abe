### Not yet read by two native speakers.
### Words used on every page. Plain, polite, at most 14 words, present tense.
### No exclamation marks, no military or court words, no place names.
### A sentence is one message: never glue endings to a variable.

product = Կլոր սեղան
title-meeting = Հանդիպում
# $count (Number): messages that arrived while the page was not in view.
title-meeting-new = Հանդիպում ({ $count })

## Languages. Their own names are fixed and stand in the code.

language-in-az = ադրբեջաներեն
language-in-en = անգլերեն
language-in-hy = հայերեն

## Roles and sides

role-participant = մասնակից
role-facilitator = ֆասիլիտատոր
role-interpreter = թարգմանիչ
role-observer = դիտորդ
role-expert = փորձագետ

side-armenian = Հայկական
side-azerbaijani = Ադրբեջանական
belonging-both = Երկուսն էլ
belonging-other = Այլ
belonging-undeclared = Նախընտրում եմ չնշել
belonging-third-party = Երրորդ կողմ
# Shown to facilitators beside a person who did not give a side.
belonging-not-said = կողմը նշված չէ

## Kinds of message

kind-plain = Պարզ
    .about = Պարզապես ասեք
kind-story = Պատմություն
    .about = Մի բան, որ Դուք եք ապրել
kind-question = Հարց
    .about = Մեկին կամ բոլորին
kind-reflection = Ինչ լսեցի
    .about = Ուրիշի խոսքը՝ Ձեր բառերով
kind-acknowledgement = Ինչ եմ ընդունում
    .about = Մի բան, որ ճիշտ եք համարում
kind-proposal = Առաջարկ
    .about = Ինչ կարող ենք անել

## Phases of the agenda

phase-welcome = Ողջույն և կանոններ
phase-arriving = Ներկայանում ենք
phase-stories = Պատմություններ
phase-listening = Ինչ լսեցինք
phase-closing = Ամփոփիչ խոսք
# $name (String): the code of a phase that has no words yet.
phase-other = { $name }

## Reasons that a person can read

reason-place = Վայր, որտեղ մարդիկ են ապրում
reason-third-person = Մարդ, որն այստեղ չէ
reason-whole-people = Խոսվում է մի ամբողջ ժողովրդի մասին
reason-graphic = Մանրամասներ, որոնք դժվար է կարդալ
reason-off-topic = Այսօրվա թեմայի մասին չէ
reason-other = Այլ պատճառ

pause-reason-rest = Հանգստի պահ
pause-reason-slow = Մի փոքր դանդաղելու համար
pause-reason-interpreting = Թարգմանությանը ժամանակ է պետք
pause-reason-technical = Տեխնիկական դժվարություն

because-phase = Այս փուլում ամեն հաղորդագրություն նախ կարդում է ֆասիլիտատորը։
because-rule = Ըստ հանդիպման մի կանոնի՝ այն կարդում է ֆասիլիտատորը։
because-insisted = Հեղինակին խնդրել են նորից նայել, և նա ուղարկել է։
because-returned = Մեկ անգամ վերադարձվել է, և հեղինակը փոխել է այն։

## Rules of the meeting

rules = Հանդիպման կանոններ
rule-1 = Խոսեք Ձեր անունից, Ձեր կյանքից։
rule-2 = Մի՛ գրեք այն մարդկանց անունները, որոնք այստեղ չեն։
rule-3 = Մի՛ գրեք հասցեներ և վայրեր, որտեղ մարդիկ հիմա ապրում են։
rule-4 = Դժվար ընթերցվող պատմությունից առաջ նշում դրեք։
rule-5 = Թող տարակարծությունը լինի ասվածի, ոչ թե մարդու հետ։
rule-6 = Այստեղ ասվածը մնում է այստեղ, եթե հեղինակն այլ բան չցանկանա։

## Time

# $minutes (Number)
minutes = { $minutes } ր
# Soft on purpose: no seconds. $minutes (Number)
time-left = մնացել է մոտ { $minutes } րոպե
# Only in the last two minutes. $clock (String): minutes and seconds, such as 1:40.
time-left-clock = մնացել է { $clock }
time-over = ժամանակից մի փոքր ավելի
# $clock (String): a time of day, such as 19:24.
time-ends-at = մինչև ժամը { $clock }

## Actions

continue = Շարունակել
back = Հետ
close = Փակել
cancel = Չեղարկել
save = Պահպանել
send = Ուղարկել
edit = Խմբագրել
undo = Հետարկել
# $seconds (Number): whole seconds left in which the act can be undone.
undo-left = Հետարկել ({ $seconds } վ)
try-again = Փորձել կրկին
discard = Ջնջել
copy = Պատճենել
more = Ավելին
help = Օգնություն
menu = Ցանկ
leave-quickly = Արագ դուրս գալ
leave-meeting = Դուրս գալ հանդիպումից
not-for-me = Ինձ համար չէ

## Practice

practice-banner = Փորձ։ Այստեղ իսկական հանդիպում չէ։
# A word in the room's banner.
practice-tag = Փորձ

## Menu sheet

menu-title = Ցանկ
menu-language = Էջի լեզուն
# Stays until two native readers have signed off this catalogue.
language-unread = Այս թարգմանությունը դեռ չեն ստուգել մայրենի լեզվով կարդացող երկու ընթերցող։
menu-text-size = Տառերի չափը
menu-text-normal = Սովորական
menu-text-large = Մեծ
menu-text-larger = Ավելի մեծ
menu-announce = Ինչ կարդա բարձրաձայն էկրանի ընթերցիչը
menu-announce-all = Ամեն ինչ
menu-announce-some = Ֆասիլիտատորներին և ինձ վերաբերողը
menu-announce-none = Ոչինչ
menu-theme = Բաց կամ մուգ տեսքը հետևում է Ձեր սարքին։
menu-you = Դուք այս հանդիպմանը
menu-people = Ովքեր են այստեղ
menu-change-name = Փոխել անունը, կողմը կամ լեզուները

## Help sheet

help-title = Ի՞նչ է Ձեզ պետք
help-rules = Նորից կարդալ կանոնները
help-agenda = Տեսնել օրակարգը
help-who-sees = Տեսնել, թե ով ինչ է տեսնում
help-keys = Օգտվել ստեղնաշարից
help-write = Կարող եք նաև պարզապես գրել այստեղ։ Ֆասիլիտատորը կարդում է։
keys-title = Ստեղնաշար
keys-region = Անցնել էջի հաջորդ մասին
keys-messages = Անցնել հաղորդագրություններով
keys-actions = Բացել հաղորդագրության գործողությունները
keys-hear = Ասել «Լսում եմ Ձեզ»
keys-send = Ուղարկել
keys-close = Փակել պատուհանը
keys-only-there = Հաղորդագրությունների ստեղները գործում են միայն, երբ ընտրված է զրույցը։

## Leaving

leave-title = Դուրս գալ հանդիպումից
leave-text = Ձեր հաղորդագրությունները մնում են սենյակում։ Մինչև դուրս գալը կարող եք հետ վերցնել դրանք։
leave-again = Մինչև հանդիպման ավարտը կարող եք վերադառնալ այս դիտարկիչով։
leave-stay = Մնալ
leave-now = Դուրս գալ
leave-quickly-note = Այս էջն անմիջապես փակվում է։ Դիտարկիչը կարող է հիշել, որ այստեղ էիք։
left-title = Դուք դուրս եք եկել
left-text = Այս սարքը մոռացել է հանդիպումը։ Կարող եք փակել էջը։

## The neutral first page

home-title = Կլոր սեղան
home-text = Գրավոր զրույցներ՝ հրավերով։
home-how = Մասնակցելու համար բացեք հղումը, որ Ձեզ տվել են։

## Things that did not work

error-title = Չստացվեց
error-invitation-unknown = Այս հրավերը չի գործում կամ արդեն օգտագործված է։ Կարող եք նոր հրավեր խնդրել։
error-seat-unknown = Այս դիտարկիչը հանդիպման մեջ տեղ չունի։ Կարող եք նոր հրավեր խնդրել։
error-consent-missing = Մասնակցելու համար խնդրում ենք նշել առաջին վանդակը։
error-stream-unknown = Կապը պետք է նորից սկսվի։ Հիմա անում ենք դա։
error-offline = Կապ չկա։ Խնդրում ենք քիչ անց փորձել կրկին։
error-timeout = Պատասխանը շատ է ուշանում։ Խնդրում ենք փորձել կրկին։
error-too-many = Հարցումները շատ են։ Խնդրում ենք մի փոքր սպասել։
error-bad-request = Էջը և սերվերն իրար չեն հասկանում։ Խնդրում ենք թարմացնել էջը։
error-bad-json = Էջը և սերվերն իրար չեն հասկանում։ Խնդրում ենք թարմացնել էջը։
error-bad-origin = Այս հասցեն հանդիպմանը չի պատկանում։ Խնդրում ենք բացել Ձեր հղումը։
error-not-found = Այս հասցեում ոչինչ չկա։
error-busy = Սերվերը զբաղված է։ Խնդրում ենք քիչ անց փորձել կրկին։
error-protocol = Այս էջը սերվերից հին է։ Խնդրում ենք թարմացնել էջը։
error-unexpected = Մեզ մոտ ինչ-որ բան չստացվեց։ Խնդրում ենք քիչ անց փորձել կրկին։
error-fault = Մեզ մոտ ինչ-որ բան չստացվեց։ Ձեր խոսքերն այստեղ չեն կորչում։
reload = Թարմացնել էջը
