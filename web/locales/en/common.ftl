### Words used on every page. Plain, polite, at most 14 words, present tense.
### No exclamation marks, no military or court words, no place names.
### A sentence is one message: never glue endings to a variable.

product = Roundtable
title-meeting = Meeting
# $count (Number): messages that arrived while the page was not in view.
title-meeting-new = Meeting ({ $count })

## Languages. Their own names are fixed and stand in the code.

language-in-az = in Azerbaijani
language-in-en = in English
language-in-hy = in Armenian

## Roles and sides

role-participant = participant
role-facilitator = facilitator
role-interpreter = interpreter
role-observer = observer
role-expert = expert

side-armenian = Armenian
side-azerbaijani = Azerbaijani
belonging-both = Both
belonging-other = Other
belonging-undeclared = I prefer not to say
belonging-third-party = Third party
# Shown to facilitators beside a person who did not give a side.
belonging-not-said = side not given

## Kinds of message

kind-plain = Plain
    .about = Say it simply
kind-story = Story
    .about = Something you lived through
kind-question = Question
    .about = To a person or to all
kind-reflection = What I heard
    .about = Another’s words, in yours
kind-acknowledgement = Acknowledgement
    .about = Something you recognise as true
kind-proposal = Proposal
    .about = Something we could do

## Phases of the agenda

phase-welcome = Welcome and rules
phase-arriving = Arriving
phase-stories = Stories
phase-listening = What we heard
phase-closing = Closing round
# $name (String): the code of a phase that has no words yet.
phase-other = { $name }

## Reasons that a person can read

reason-place = A place where people live
reason-third-person = A person who is not here
reason-whole-people = It speaks about a whole people
reason-graphic = Details that are hard to read
reason-off-topic = Not about today’s subject
reason-other = Another reason

pause-reason-rest = A moment of rest
pause-reason-slow = To slow down
pause-reason-interpreting = The interpreting needs time
pause-reason-technical = A technical difficulty

because-phase = In this phase a facilitator reads every message first.
because-rule = A rule of this meeting asks a facilitator to read it.
because-insisted = Its author was asked to look again, and sent it.
because-returned = It was returned once and changed by its author.

## Rules of the meeting

rules = Rules of the meeting
rule-1 = Speak for yourself, from your own life.
rule-2 = Leave out names of people who are not here.
rule-3 = Leave out addresses and places where people live now.
rule-4 = Put a note before a story that is hard to read.
rule-5 = Differ with what is said, not with the person.
rule-6 = What is said here stays here, unless its author agrees.

## Time

# $minutes (Number)
minutes = { $minutes } min
# Soft on purpose: no seconds. $minutes (Number)
time-left = about { $minutes } min left
# Only in the last two minutes. $clock (String): minutes and seconds, such as 1:40.
time-left-clock = { $clock } left
time-over = a little over time
# $clock (String): a time of day, such as 19:24.
time-ends-at = until { $clock }

## Actions

continue = Continue
back = Back
close = Close
cancel = Cancel
save = Save
send = Send
edit = Edit
undo = Undo
# $seconds (Number): whole seconds left in which the act can be undone.
undo-left = Undo ({ $seconds } s)
try-again = Try again
discard = Discard
copy = Copy
more = More
help = Help
menu = Menu
leave-quickly = Leave quickly
leave-meeting = Leave the meeting
not-for-me = Not for me

## Practice

practice-banner = Practice. Nothing here is a real meeting.
# A word in the room's banner.
practice-tag = Practice

## Menu sheet

menu-title = Menu
menu-language = Language of the page
# Stays until two native readers have signed off this catalogue.
language-unread = The English words are the original.
menu-text-size = Text size
menu-text-normal = Normal
menu-text-large = Large
menu-text-larger = Larger
menu-announce = Read aloud by a screen reader
menu-announce-all = Everything
menu-announce-some = Facilitators and what concerns me
menu-announce-none = Nothing
menu-theme = Light or dark follows your device.
menu-you = You in this meeting
menu-people = Who is here
menu-change-name = Change name, side or languages

## Help sheet

help-title = What do you need?
help-rules = Read the rules again
help-agenda = See the agenda
help-who-sees = See who sees what
help-keys = Use the keyboard
help-write = You can also simply write it here; a facilitator reads along.
keys-title = Keyboard
keys-region = Go to the next part of the page
keys-messages = Go through the messages
keys-actions = Open the actions of a message
keys-hear = Say “I hear you” to a message
keys-send = Send
keys-close = Close a sheet
keys-only-there = The keys for messages work only while the conversation has focus.

## Leaving

leave-title = Leave the meeting
leave-text = Your messages stay in the room. You can take each of them back before you leave.
leave-again = With this browser you can come back until the meeting ends.
leave-stay = Stay
leave-now = Leave
leave-quickly-note = This page closes at once. Your browser may still remember that you were here.
left-title = You have left
left-text = This device has forgotten the meeting. You may close this page.

## The neutral first page

home-title = Roundtable
home-text = Conversations in writing, by invitation.
home-how = To take part, open the link that you were given.

## Things that did not work

error-title = This did not work
error-invitation-unknown = This invitation does not work, or was used already. Please ask for a new one.
error-seat-unknown = This browser has no place in the meeting. Please ask for a new invitation.
error-consent-missing = To take part, please tick the first box.
error-stream-unknown = The connection has to begin anew. We do this now.
error-offline = There is no connection. Please try again in a moment.
error-timeout = The answer takes too long. Please try again.
error-too-many = There are too many requests. Please wait a moment.
error-bad-request = The page and the server do not understand each other. Please reload.
error-bad-json = The page and the server do not understand each other. Please reload.
error-bad-origin = This address does not belong to the meeting. Please use your link.
error-not-found = There is nothing at this address.
error-busy = The server is busy. Please try again in a moment.
error-protocol = This page is older than the server. Please reload it.
error-unexpected = Something failed on our side. Please try again in a moment.
error-fault = Something failed on our side. Your words are safe here.
reload = Reload the page
