### Not yet read by two native speakers.
### The facilitators' console, and what facilitators can do in the room.

console-panels = Բաժիններ
tab-room = Սենյակ
tab-held = Սպասում են
tab-people = Մարդիկ
# $count (Number): people connected
status-here = այստեղ՝ { $count }
# $count (Number): people who have a name and are not connected
status-away = բացակա՝ { $count }

## Phase control

phase-next = Հաջորդ փուլ
phase-back = Նախորդ փուլ
phase-minus = Մեկ րոպե պակաս
phase-plus = Հինգ րոպե ավելի
resume-room = Շարունակել
pause-title = Դադար անել
pause-about = Գրելը դադարում է բոլորի համար։ Սևագրերը մնում են։ Շարունակում է միայն ֆասիլիտատորը։
end-meeting = Ավարտել հանդիպումը
end-title = Ավարտել հանդիպումը
end-about = Դրանից հետո ոչ ոք չի կարող գրել։ Ամեն մեկը դեռ կարող է հետ վերցնել իր խոսքը։
end-early = Առաջարկել ավարտել շուտ
end-early-about = Մինչև վերջին փուլը հանդիպումն ավարտում են երկու ֆասիլիտատոր միասին։

## Messages that wait

held-title = Սպասում են ընթերցման
# $clock (String): minutes and seconds
held-oldest = ամենաերկար սպասողը՝ { $clock }
held-empty = Ոչինչ չի սպասում։
held-later = Այս փուլում հաղորդագրությունները չեն սպասում։
held-list = Սպասող հաղորդագրություններ, նախ ամենահինը
# $name (String)
held-card = Հաղորդագրության հեղինակը՝ { $name }
held-why = Ինչու է սպասում՝
approve = Հաստատել
return = Վերադարձնել նշումով
remove = Սենյակում չհրապարակել
keys-hint-next = Ստեղները գործում են, երբ ընտրված է այս ցուցակը։ Հաջորդ և նախորդ՝
pending-approved = Հաստատված է։ Քիչ անց կհրապարակվի։
pending-returned = Վերադարձված է։ Հեղինակը կկարդա քիչ անց։
pending-removed = Սենյակում չի հրապարակվում։ Հեղինակը կկարդա քիչ անց։
pending-by = Որոշել է՝ { $name }
return-title = Վերադարձնել նշումով
return-about = Տեքստը մնում է հեղինակի մոտ, և նա կարդում է պատճառը։
remove-title = Սենյակում չհրապարակել
remove-about = Տեքստը մնում է հեղինակի մոտ, և նա կարդում է պատճառը։
hide-title = Թաքցնել այս հաղորդագրությունը
hide-about = Բոլորը տեսնում են, որ ինչ-որ բան թաքցված է։ Հեղինակը կարդում է պատճառը։
hide = Թաքցնել
show = Նորից ցույց տալ
propose-remove = Առաջարկել հեռացնել սենյակից
choose-reason = Պատճառ
reason-needed = Խնդրում ենք ընտրել պատճառը։
note-label = Մեկ տող հեղինակին, եթե ցանկանաք
note-hint = օրինակ՝ կարո՞ղ եք սա ասել առանց անվան
confirm = Հաստատել
confirm-return = Վերադարձնել
confirm-remove = Չհրապարակել
confirm-hide = Թաքցնել
text-gone = Այս տեքստն այլևս հնարավոր չէ ցույց տալ։

## Two keys

keys-needed = Պետք է երկրորդ բանալի
proposal-open = Բացել սենյակը
proposal-end-early = Ավարտել հանդիպումը շուտ
proposal-remove-message = Հեռացնել հաղորդագրությունը սենյակից
# $name (String): author of the message
proposal-about-message = Հաղորդագրության հեղինակը՝ { $name }
key-turned = պտտված է
key-free = երկրորդ տեղը, դատարկ
key-you-or = Դուք կամ մեկ այլ ֆասիլիտատոր
key-another = Մեկ այլ ֆասիլիտատոր
key-nothing-yet = Ոչինչ չի լինում, մինչև երկրորդ մարդն էլ չպտտի իր բանալին։
second = Պտտել իմ բանալին
decline = Մերժել
# $minutes (Number)
proposal-left = մնացել է { $minutes } ր
proposals-empty = Ոչինչ չի սպասում երկրորդ բանալու։
read-and-decide = Կարդալ և որոշել

## People

console-people = Մարդիկ
people-side = Կողմ
person-writes = գրում է՝ { $language }

## What we did. "Name: what", so that no ending is glued to a name.

log-title = Ինչ արեցինք
log-empty = Դեռ ոչինչ։
log-approved = { $who }՝ հաղորդագրությունը հաստատվեց
log-returned = { $who }՝ հաղորդագրությունը վերադարձվեց։ { $reason }
log-removed = { $who }՝ սենյակում չհրապարակվեց։ { $reason }
log-undone = { $who }՝ որոշումը հետարկվեց
log-hidden = { $who }՝ հաղորդագրությունը թաքցվեց։ { $reason }
log-shown = { $who }՝ հաղորդագրությունը նորից ցույց տրվեց
log-paused = { $who }՝ դադար
log-resumed = { $who }՝ շարունակում ենք
log-phase = Փուլ՝ { $name }
log-opened = Սենյակը բացվեց
log-closed = Հանդիպումն ավարտվեց
log-proposed = { $who }՝ առաջին բանալի։ { $act }
log-seconded = { $who }՝ երկրորդ բանալի։ { $act }
log-declined = { $who }՝ մերժեց։ { $act }
log-expired = Երկրորդ բանալի չեղավ։ { $act }
log-dropped = Այլևս պետք չէ։ { $act }
undo-last = Հետարկել վերջինը
