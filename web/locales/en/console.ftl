### The facilitators' console, and what facilitators can do in the room.

console-panels = Panels
tab-room = Room
tab-held = Waiting
tab-people = People
# $count (Number): people connected
status-here = { $count } here
# $count (Number): people who have a name and are not connected
status-away = { $count } away

## Phase control

phase-next = Next phase
phase-back = Previous phase
phase-minus = One minute less
phase-plus = Five minutes more
resume-room = Go on
pause-title = Pause the room
pause-about = Writing rests for everyone. Drafts stay. Only a facilitator goes on.
end-meeting = End the meeting
end-title = End the meeting
end-about = Nobody can write afterwards. Everyone can still withdraw their own words.
end-early = Propose to end early
end-early-about = Before the last part, two facilitators end the meeting together.

## Messages that wait

held-title = Waiting to be read
# $clock (String): minutes and seconds
held-oldest = oldest { $clock }
held-empty = Nothing waits.
held-later = In this part messages do not wait.
held-list = Messages that wait, oldest first
# $name (String)
held-card = Message of: { $name }
held-why = Why it waits:
approve = Approve
return = Return with a note
remove = Not in the room
keys-hint-next = Keys work while this list has focus. Next and previous:
pending-approved = Approved. It is published in a moment.
pending-returned = Returned. The author reads it in a moment.
pending-removed = Not in the room. The author reads it in a moment.
pending-by = Decided by: { $name }
return-title = Return with a note
return-about = The author keeps the text and reads your reason.
remove-title = Not in the room
remove-about = The author keeps the text and reads your reason.
hide-title = Hide this message
hide-about = Everyone sees that something was hidden. The author reads your reason.
hide = Hide
show = Show again
propose-remove = Propose to take it out of the room
choose-reason = Reason
reason-needed = Please choose a reason.
note-label = One line to the author, if you like
note-hint = for example: could you say this without the name?
confirm = Confirm
confirm-return = Return it
confirm-remove = Do not publish
confirm-hide = Hide it
text-gone = This text can no longer be shown.

## Two keys

keys-needed = Needs a second key
proposal-open = Open the room
proposal-end-early = End the meeting early
proposal-remove-message = Take a message out of the room
# $name (String): author of the message
proposal-about-message = Message of: { $name }
key-turned = turned
key-free = second place, empty
key-you-or = You, or another facilitator
key-another = Another facilitator
key-nothing-yet = Nothing happens until a second person agrees.
second = Turn my key
decline = Decline
# $minutes (Number)
proposal-left = { $minutes } min left
proposals-empty = Nothing waits for a second key.
read-and-decide = Read and decide

## People

console-people = People
people-side = Side
person-writes = writes { $language }

## What we did. "Name: what", so that no ending is glued to a name.

log-title = What we did
log-empty = Nothing yet.
log-approved = { $who }: message approved
log-returned = { $who }: message returned. { $reason }
log-removed = { $who }: not in the room. { $reason }
log-undone = { $who }: decision undone
log-hidden = { $who }: message hidden. { $reason }
log-shown = { $who }: message shown again
log-paused = { $who }: pause
log-resumed = { $who }: we go on
log-phase = Phase: { $name }
log-opened = The room was opened
log-closed = The meeting was ended
log-proposed = { $who }: first key. { $act }
log-seconded = { $who }: second key. { $act }
log-declined = { $who }: declined. { $act }
log-expired = No second key came. { $act }
log-dropped = No longer needed. { $act }
undo-last = Undo last
