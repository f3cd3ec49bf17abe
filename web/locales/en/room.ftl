### The room: banner, conversation, message states, composer, connection.

## Frame

skip-to-writing = Skip to writing
skip-to-conversation = Skip to the conversation
conversation = Conversation
region-banner = Phase and menu
region-writing = Writing
region-side = Agenda and people
agenda = Agenda
agenda-done = done
agenda-now = now
agenda-next = to come
agenda-about = The end of each part is soft. Nobody is cut off.
# $position (Number), $count (Number), $name (String), $left (String): whole words about the time.
banner-label = Phase { $position } of { $count }: { $name }. { $left }. Open the agenda.
writers-everyone = Everyone may write
writers-facilitators = Facilitators write, the others read
screening-strict = A facilitator reads every message first
# $count (Number)
people-here = { $count ->
    [one] { $count } person is here
   *[other] { $count } people are here
}
people-title = Who is here
people-here-now = here
people-away = away
people-not-yet = no name yet
people-you = you
observers-here = { $count ->
    [one] { $count } observer reads along
   *[other] { $count } observers read along
}
rules-agreed = Rules of the meeting
private-words = This part of the page is only for you.

## Conversation

empty-room = No one has written yet. There is no hurry.
you = You
# Stands in place of a name that is not known.
no-name = Someone
story-note = A story. Its author notes before it:
story-read = Read
story-fold = Fold again
tomb-withdrawn = Withdrawn by the author
tomb-hidden = Hidden by a facilitator
tomb-removed = Taken out of the room by two facilitators
hear = I hear you
# $count (Number): people who pressed "I hear you", not counting the reader.
heard-others = { $count ->
    [one] { $count } person heard
   *[other] { $count } people heard
}
# $count (Number): other people, besides the reader. 0 is possible.
heard-you = { $count ->
    [0] You heard
    [one] You and { $count } other heard
   *[other] You and { $count } others heard
}
# $names (String): names joined with commas; only the author of the message sees them.
heard-names = Heard by: { $names }
message-actions = Actions for this message
# $name (String)
message-actions-of = Actions for the message of: { $name }
new-messages = { $count ->
    [one] { $count } new message
   *[other] { $count } new messages
}
to-latest = To the latest message
opened-line = The room is open
phase-line = Phase: { $name }
paused-line = Pause
resumed-line = We go on
closed-line = The meeting has ended

## States of one's own message: words, what happens next, a way out

state-sending = Sending…
state-queued = Not sent yet. We send it as soon as there is a connection.
state-not-sent = Not sent. Your words are safe here.
state-waiting = A facilitator is reading this first
state-waiting-next = Usually under a minute. Only you see it until then.
state-waiting-edited = Your new text is waiting.
state-returned = Returned to you with a note
state-returned-next = Your text is kept. Change it, or withdraw it.
state-removed = This message does not come into the room
state-removed-next = Your text stays here for you. You can ask a facilitator why.
state-removed-two = Two facilitators took this message out of the room
state-hidden = A facilitator has hidden this message
state-hidden-next = The others see only that something was hidden.
state-withdrawn = Withdrawn by you.
# $seconds (Number)
state-withdrawn-next = It is erased in { $seconds } s.
state-erased = Withdrawn by you and erased
state-reconsider = Please look at this once more
state-reconsider-next = A part of it may hurt or endanger someone. You decide.
send-anyway = Send it as it is
reason-given = Reason: { $reason }
# $name (String), $note (String)
note-from = { $name }, facilitator: { $note }
withdraw = Withdraw
take-back = Take back
withdraw-about = The message goes out of the room. You can undo it for ten seconds.
copied = Copied

## Editing one's own waiting or returned message

edit-title = Change your message
edit-label = Your text
edit-send = Send the new text

## Composer

write-label = Write your message
write-hint = Write your message
kind-label = What kind of message is it?
kind-chosen = Kind: { $kind }
content-note-label = A note before it, if it is hard to read
content-note-hint = for example: loss of a relative
language-label = Language of this message
composer-note = Your draft stays while this tab is open. Ctrl and Enter send it.
composer-note-phone = Your draft stays while this tab is open.
# $left (Number): characters left. Negative when there are too many.
characters-left = { $left ->
    [one] { $left } character left
   *[other] { $left } characters left
}
characters-over = { $over ->
    [one] { $over } character too many
   *[other] { $over } characters too many
}
send-empty = There is nothing to send yet.
not-now-waiting = The room is not open yet. You can already write.
not-now-paused = We are taking a pause. Nothing is lost. You can go on writing.
not-now-facilitators = In this part facilitators write. You can prepare your words.
not-now-closed = The meeting has ended. Your draft is still here.
not-now-kind = This kind of message does not fit this part.
read-only-observer = You are here as an observer. You read along.
read-only-interpreter = You are here as an interpreter. Translating comes in a later version.
read-only-expert = You are here as an expert. You read along.

## Pause and end

# $name (String), $reason (String)
paused-by = A pause, begun by { $name }. { $reason }.
paused-now = We are taking a pause. Nothing is lost.
pause-room = Pause the room
pause-why = Why do we pause?
pause-interpreter = Pause the room, if you cannot follow.
closed-title = The meeting has ended
closed-text = Thank you for your time. You can still withdraw your own words.
closed-early = It ended before its planned time, by agreement of two facilitators.
get-record = Get the record of what was done

## Connection

connection-connecting = Connecting…
# $clock (String): a time of day
connection-lost = No connection since { $clock }. You can keep writing; we send it later.
connection-slow = The network allows only a slower way. Everything works.
connection-again = Reconnecting…
connection-back = You are connected again.
# $count (Number)
connection-missed = { $count ->
    [one] { $count } message while you were away
   *[other] { $count } messages while you were away
}
connection-read = Read them
connection-replaced = This place was opened in another window. Here it rests.
connection-here = Go on here
connection-restarting = The server restarts. We come back by ourselves.
connection-ended = The connection has ended. Please reload the page.

## Announcements for screen readers. Name, then text; never the time.

announce-message = { $name }: { $text }
announce-story = { $name } tells a story. Note before it: { $note }
# $count (Number), $name (String)
announce-many = { $count ->
    [one] { $count } new message, from { $name }
   *[other] { $count } new messages, the last from { $name }
}
announce-phase = New part: { $name }
announce-paused = We are taking a pause. Nothing is lost.
announce-resumed = We go on.
announce-returned = A message was returned to you with a note.
announce-published = Your message is in the room.
announce-lost = The connection is lost. You can keep writing.
announce-back = You are connected again.
announce-opened = The room is open.
announce-closed = The meeting has ended.
announce-minutes = { $minutes ->
    [one] About { $minutes } minute is left in this part.
   *[other] About { $minutes } minutes are left in this part.
}
announce-held = { $count ->
    [one] { $count } message waits to be read
   *[other] { $count } messages wait to be read
}
