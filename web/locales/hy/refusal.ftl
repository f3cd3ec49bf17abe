### Not yet read by two native speakers.
### A rule said no: nothing happened. One message for each code of the server.
### Each says what is so, and where there is one, a way on.

refusal-not-permitted = Սա հնարավոր չէ այստեղ կամ հիմա։
refusal-room-paused = Դադար ենք անում։ Ձեր գրածը պահված է։
refusal-not-open = Սենյակը դեռ բաց չէ։ Ձեր գրածը պահված է։
refusal-room-closed = Հանդիպումն ավարտվել է։ Ձեր գրածն այստեղ պահված է։
refusal-already-open = Սենյակն արդեն բաց է։
refusal-no-such-seat = Հանդիպման այս տեղն այլևս չկա։
refusal-not-introduced = Խնդրում ենք նախ ասել, թե ինչպես դիմենք Ձեզ։
refusal-only-facilitators-write = Այս փուլում գրում են ֆասիլիտատորները։ Ձեր գրածը պահված է։
refusal-kind-not-here = Այս տեսակի հաղորդագրությունը չի համապատասխանում այս փուլին։ Խնդրում ենք ընտրել ուրիշը։
# $fault (String): what is wrong with the text. $limit (Number): where there is one.
refusal-bad-text = { $fault ->
    [empty] Դեռ տեքստ չկա։
    [too_long] Տեքստը շատ երկար է։ Առավելագույնը { $limit } նիշ է տեղավորվում։
    [too_large] Տեքստը շատ մեծ է ուղարկելու համար։ Խնդրում ենք կարճացնել։
    [not_normal] Որոշ տառեր անսովոր ձևով են գրված։ Խնդրում ենք նորից գրել դրանք։
    [forbidden] Տեքստում անտեսանելի նիշ կա։ Խնդրում ենք հեռացնել այն։
   *[other] Տեքստն այս տեսքով չի ընդունվում։
}
refusal-reconsider = Խնդրում ենք ուղարկելուց առաջ մեկ անգամ էլ նայել սրան։
refusal-no-such-message = Այս հաղորդագրությունն այլևս չկա։
refusal-too-late = Սրա ժամանակն անցել է։
refusal-already-decided = Մեկ այլ ֆասիլիտատոր արդեն որոշել է։
refusal-own-message = Սա ուրիշների հաղորդագրությունների համար է։
refusal-no-such-proposal = Այս առաջարկն ավարտվել է։
refusal-already-proposed = Սա արդեն առաջարկված է։
refusal-same-person = Երկրորդ բանալին պետք է պտտի մեկ ուրիշը։
refusal-same-side = Երկրորդ բանալին պետք է լինի մյուս կամ երրորդ կողմից։
# $name (String): the side, in words. $have (Number), $need (Number)
refusal-not-balanced = Կողմերից մեկից քիչ մարդ կա այստեղ։ { $name }՝ { $have } / { $need }։
refusal-side-is-fixed = Կողմն այլևս հնարավոր չէ փոխել։
refusal-keys-are-fixed = Բանալիներն այլևս հնարավոր չէ տալ կամ վերցնել։
refusal-name-taken = Այստեղ արդեն կա այդ անունով մեկը։ Խնդրում ենք ընտրել ուրիշը։
refusal-phase-has-changed = Այդ ընթացքում փուլը փոխվել է։
refusal-no-such-phase = Այս ուղղությամբ այլ փուլ չկա։
refusal-needs-second-key = Վերջին փուլից առաջ ավարտելու համար պետք է երկրորդ բանալի։
# $limit (Number)
refusal-room-full = Սենյակը լիքն է։ Տեղերի թիվը՝ { $limit }։
# $limit (Number)
refusal-too-many-waiting = { $limit ->
    [one] Ձեր { $limit } հաղորդագրությունը սպասում է։ Խնդրում ենք սպասել, մինչև այն կարդացվի։
   *[other] Ձեր { $limit } հաղորդագրությունը սպասում է։ Խնդրում ենք սպասել, մինչև մեկը կարդացվի։
}
refusal-busy = Սերվերը զբաղված է։ Խնդրում ենք քիչ անց փորձել կրկին։
refusal-too-fast = Մի փոքր արագ էր։ Խնդրում ենք մի պահ սպասել։
refusal-bad-command = Էջը և սերվերն իրար չեն հասկանում։ Խնդրում ենք թարմացնել էջը։
