### From the link to the open room: language, what this is, consent, name, waiting room.

## Language (shown before a language is known; the page also shows the three names of the program)

language-title = Choose your language
language-order = The order of languages is shuffled on each visit.

## What this is

look-waiting = Reading your invitation…
template-practice-title = A practice conversation
template-practice-purpose = Try out how a meeting in writing works. Nothing said here is used anywhere.
template-listening-circle-title = A conversation in writing
template-listening-circle-purpose = We tell what we lived through, and say what we heard. Everyone writes in their own language.
template-other-title = A conversation in writing
template-other-purpose = People of two communities write to each other, led by facilitators.

what-length = Length
# $minutes (Number)
what-minutes = { $minutes } minutes
what-people = People
# $count (Number)
what-participants = { $count ->
    [one] { $count } participant
   *[other] { $count } participants
}
# $count (Number)
what-facilitators = { $count ->
    [one] { $count } facilitator
   *[other] { $count } facilitators
}
# $count (Number)
what-interpreters = { $count ->
    [one] { $count } interpreter
   *[other] { $count } interpreters
}
# $count (Number)
what-observers = { $count ->
    [one] { $count } observer, who only reads
   *[other] { $count } observers, who only read
}
what-languages = Languages
what-role = You are invited as
what-need = A phone is enough. No camera, no microphone.
what-can = You may only read, leave at any time, and take your words back.
what-not = It is no debate, no therapy and no news.
what-agenda = What happens
what-back-to-language = Language

## Consent and rules

consent-title = Who sees what
consent-time = Reading this takes about a minute.
sees-caption = Who sees what, during the meeting and after it
sees-what = What
sees-you = You
sees-others = Others here
# A soft hyphen (U+00AD) shows where a narrow column may break this word and the next.
sees-facilitators = Facili­tators
sees-after = After­wards
sees-name = Name here
sees-words = Your words
sees-waiting = A message that waits
sees-side = Your side, if you give it
sees-device = Device, address
sees-yes = yes
sees-no = no
sees-if-you-agree = only if you agree
sees-counts = counts only
sees-not-kept = we do not keep it
consent-kept = Messages stay on the server until the organizer erases them. This version does not yet do it by itself.
consent-withdraw = You can take your words back at any time.
consent-backup = Until then, an older backup may still hold what you took back.
consent-screenshots = We cannot prevent screenshots.
consent-moderation = In some phases a facilitator reads messages first. You always see why.
consent-cookie = One cookie keeps your place in this browser. Drafts stay in this tab.
consent-take-part = I understand this and take part
consent-summary = My words may be used in the summary. I will see the draft first.
consent-summary-optional = You may leave this open.
consent-needed = To take part, please tick the first box.

not-for-me-title = That is all right
not-for-me-text = Nothing was stored. Your invitation stays unused.
not-for-me-back = Read it again

## Name, side, languages

name-title = How should we call you here?
name-label = Name in this meeting
name-help = Your real name is not needed. You may keep this suggestion.
# Fruit, weather, household things. Comma-separated. No animals, mountains, rivers, emblems, memorial flowers.
name-words = Quince, Plum, Cherry, Walnut, Pear, Rain, Breeze, Cloud, Snow, Dew, Kettle, Lamp, Spoon, Basket, Button, Window, Teacup, Thread
name-another = Suggest another
name-needed = Please give a name. It can be invented.
side-label = Which community do you feel part of?
side-help = You need not answer. Only facilitators see it, to keep the balance.
side-fixed = Your side was set by the organizer.
writes-label = I write
reads-label = I read
reads-help = Messages stay in the language of their author.
enter = Enter the waiting room
enter-again = Save
entering = One moment…

## Waiting room

waiting-title = The room opens soon
waiting-title-facilitator = Waiting room
# $count (Number): people connected now.
waiting-here = { $count ->
    [one] { $count } person is here
   *[other] { $count } people are here
}
# Stands under the number in the ring; the number itself is drawn above it.
waiting-ring = { $count ->
    [one] person is here
   *[other] people are here
}
# Stands under the number in the ring. $total (Number): places in all.
waiting-ring-of = of { $total } are here
# $count (Number)
waiting-observers = { $count ->
    [one] { $count } observer
   *[other] { $count } observers
}
waiting-alone = You are the first. There is no hurry.
waiting-opens = The room opens by itself. You may leave this page open and rest.
waiting-who = Who is here
check-title = Connection check
check-receiving = Receiving
check-sending = Sending
check-letters = Do these letters look right?
check-works = works
check-trying = trying…
# $ms (Number): milliseconds
check-latency = works, { $ms } ms
practice-line = A practice line, only you see it
practice-line-hint = Write anything
practice-line-kept = This line stays on your device and is gone when the room opens.
practice-line-works = It works. This is how your words will look.

## Opening with two keys (facilitators)

open-title = Opening the room
open-explain = Two facilitators of different sides open the room together.
open-propose = Open the room
open-proposed = You turned your key. Nothing has happened yet.
# $name (String)
open-asked = Waiting for your key, too: { $name } would like to open.
