### Not yet read by two native speakers.
### From the link to the open room: language, what this is, consent, name, waiting room.

## Language (shown before a language is known; the page also shows the three names of the program)

language-title = Ընտրեք Ձեր լեզուն
language-order = Լեզուների հերթականությունն ամեն այցի փոխվում է։

## What this is

look-waiting = Կարդում ենք Ձեր հրավերը…
template-practice-title = Փորձնական զրույց
template-practice-purpose = Փորձեք, թե ինչպես է անցնում գրավոր հանդիպումը։ Այստեղ ասվածը ոչ մի տեղ չի օգտագործվում։
template-listening-circle-title = Գրավոր զրույց
template-listening-circle-purpose = Պատմում ենք մեր ապրածը և ասում, թե ինչ լսեցինք։ Ամեն մեկը գրում է իր լեզվով։
template-other-title = Գրավոր զրույց
template-other-purpose = Երկու հանրության մարդիկ գրում են իրար՝ ֆասիլիտատորների օգնությամբ։

what-length = Տևողություն
# $minutes (Number)
what-minutes = { $minutes } րոպե
what-people = Մարդիկ
# $count (Number)
what-participants = { $count ->
    [one] { $count } մասնակից
   *[other] { $count } մասնակից
}
# $count (Number)
what-facilitators = { $count ->
    [one] { $count } ֆասիլիտատոր
   *[other] { $count } ֆասիլիտատոր
}
# $count (Number)
what-interpreters = { $count ->
    [one] { $count } թարգմանիչ
   *[other] { $count } թարգմանիչ
}
# $count (Number)
what-observers = { $count ->
    [one] { $count } դիտորդ, որը միայն կարդում է
   *[other] { $count } դիտորդ, որոնք միայն կարդում են
}
what-languages = Լեզուներ
what-role = Ձեր դերը
what-need = Հեռախոսը բավական է։ Տեսախցիկ և խոսափող պետք չեն։
what-can = Կարող եք միայն կարդալ, ցանկացած պահի դուրս գալ, հետ վերցնել Ձեր խոսքը։
what-not = Սա բանավեճ, բուժում կամ լուր չէ։
what-agenda = Ինչ է լինելու
what-back-to-language = Լեզու

## Consent and rules

consent-title = Ով ինչ է տեսնում
consent-time = Սա կարդալը տևում է մոտ մեկ րոպե։
sees-caption = Ով ինչ է տեսնում հանդիպման ընթացքում և հետո
sees-what = Ինչ
sees-you = Դուք
sees-others = Մյուս­ները
# A soft hyphen (U+00AD) shows where a narrow column may break this word and the next.
sees-facilitators = Ֆասիլի­տատոր­ներ
sees-after = Հետո
sees-name = Անունն այստեղ
sees-words = Ձեր խոսքերը
sees-waiting = Սպասող հաղորդա­գրություն
sees-side = Ձեր կողմը, եթե նշեք
sees-device = Սարք, հասցե
sees-yes = այո
sees-no = ոչ
sees-if-you-agree = միայն եթե ցանկանաք
sees-counts = միայն թվեր
sees-not-kept = չենք պահում
consent-kept = Հաղորդագրությունները մնում են սերվերում, մինչև կազմակերպիչը ջնջի դրանք։ Այս տարբերակը դեռ ինքնուրույն չի ջնջում։
consent-withdraw = Ցանկացած պահի կարող եք հետ վերցնել Ձեր խոսքը։
consent-backup = Մինչ այդ հետ վերցրածը կարող է մնալ ավելի հին պահուստային պատճենում։
consent-screenshots = Չենք կարող կանխել էկրանի լուսանկարումը։
consent-moderation = Որոշ փուլերում հաղորդագրությունները նախ կարդում է ֆասիլիտատորը։ Պատճառը միշտ տեսնում եք։
consent-cookie = Մեկ թխուկ (cookie) պահում է Ձեր տեղն այս դիտարկիչում։ Սևագրերը մնում են այս ներդիրում։
consent-take-part = Սա հասկանում եմ և մասնակցում եմ
consent-summary = Իմ խոսքերը կարող են օգտագործվել ամփոփման մեջ։ Սևագիրը նախ ես կտեսնեմ։
consent-summary-optional = Կարող եք սա բաց թողնել։
consent-needed = Մասնակցելու համար խնդրում ենք նշել առաջին վանդակը։

not-for-me-title = Խնդիր չկա
not-for-me-text = Ոչինչ չի պահվել։ Ձեր հրավերը մնում է չօգտագործված։
not-for-me-back = Նորից կարդալ

## Name, side, languages

name-title = Ինչպե՞ս դիմենք Ձեզ այստեղ
name-label = Անուն այս հանդիպման համար
name-help = Իսկական անունը պետք չէ։ Կարող եք թողնել առաջարկվածը։
# Fruit, weather, household things. Comma-separated. No animals, mountains, rivers, emblems, memorial flowers.
name-words = Սերկևիլ, Սալոր, Կեռաս, Ընկույզ, Տանձ, Անձրև, Զեփյուռ, Ամպ, Ձյուն, Ցող, Թեյնիկ, Լամպ, Գդալ, Զամբյուղ, Կոճակ, Պատուհան, Բաժակ, Թել
name-another = Առաջարկել ուրիշը
name-needed = Խնդրում ենք գրել մի անուն։ Կարող է և հորինված լինել։
side-label = Ո՞ր հանրության մաս եք Ձեզ համարում
side-help = Պարտադիր չէ։ Տեսնում են միայն ֆասիլիտատորները՝ հավասարությունը պահելու համար։
side-fixed = Ձեր կողմը նշել է կազմակերպիչը։
writes-label = Գրում եմ
reads-label = Կարդում եմ
reads-help = Հաղորդագրությունները մնում են իրենց հեղինակի լեզվով։
enter = Մտնել սպասասրահ
enter-again = Պահպանել
entering = Մի պահ…

## Waiting room

waiting-title = Սենյակը շուտով կբացվի
waiting-title-facilitator = Սպասասրահ
# $count (Number): people connected now.
waiting-here = { $count ->
    [one] Այստեղ { $count } հոգի է
   *[other] Այստեղ { $count } հոգի է
}
# Stands under the number in the ring; the number itself is drawn above it.
waiting-ring = { $count ->
    [one] հոգի է այստեղ
   *[other] հոգի է այստեղ
}
# Stands under the number in the ring. $total (Number): places in all.
waiting-ring-of = հոգի է այստեղ, ընդամենը՝ { $total }
# $count (Number)
waiting-observers = { $count ->
    [one] { $count } դիտորդ
   *[other] { $count } դիտորդ
}
waiting-alone = Դուք առաջինն եք։ Շտապելու կարիք չկա։
waiting-opens = Սենյակը բացվում է ինքնըստինքյան։ Կարող եք էջը բաց թողնել և հանգստանալ։
waiting-who = Ովքեր են այստեղ
check-title = Կապի ստուգում
check-receiving = Ստացում
check-sending = Ուղարկում
check-letters = Այս տառերը ճի՞շտ են երևում
check-works = գործում է
check-trying = փորձում ենք…
# $ms (Number): milliseconds
check-latency = գործում է, { $ms } մվ
practice-line = Փորձնական տող, տեսնում եք միայն Դուք
practice-line-hint = Գրեք ինչ ուզում եք
practice-line-kept = Այս տողը մնում է Ձեր սարքում և անհետանում, երբ սենյակը բացվում է։
practice-line-works = Գործում է։ Այսպես կերևան Ձեր խոսքերը։

## Opening with two keys (facilitators)

open-title = Սենյակի բացումը
open-explain = Տարբեր կողմերի երկու ֆասիլիտատոր միասին բացում են սենյակը։
open-propose = Բացել սենյակը
open-proposed = Դուք պտտեցիք Ձեր բանալին։ Դեռ ոչինչ չի եղել։
# $name (String)
open-asked = Սպասում ենք նաև Ձեր բանալուն։ Բացել է ուզում՝ { $name }։
