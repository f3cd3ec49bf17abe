### A rule said no: nothing happened. One message for each code of the server.
### Each says what is so, and where there is one, a way on.

refusal-not-permitted = This is not possible here, or not now.
refusal-room-paused = We are taking a pause. Your words are kept.
refusal-not-open = The room is not open yet. Your words are kept.
refusal-room-closed = The meeting has ended. Your words are kept here.
refusal-already-open = The room is open already.
refusal-no-such-seat = This place in the meeting no longer exists.
refusal-not-introduced = Please first say how we should call you.
refusal-only-facilitators-write = In this part facilitators write. Your words are kept.
refusal-kind-not-here = This kind of message does not fit this part. Please choose another.
# $fault (String): what is wrong with the text. $limit (Number): where there is one.
refusal-bad-text = { $fault ->
    [empty] There is no text yet.
    [too_long] The text is too long. At most { $limit } characters fit.
    [too_large] The text is too large to send. Please make it shorter.
    [not_normal] Some letters are written in an unusual way. Please type them again.
    [forbidden] The text contains an invisible character. Please remove it.
   *[other] The text cannot be taken as it is.
}
refusal-reconsider = Please look at this once more before you send it.
refusal-no-such-message = This message is no longer there.
refusal-too-late = The time for this has passed.
refusal-already-decided = Another facilitator has decided already.
refusal-own-message = This is for messages of other people.
refusal-no-such-proposal = This proposal has ended.
refusal-already-proposed = This is already proposed.
refusal-same-person = The second key must be turned by another person.
refusal-same-side = The second key must be of the other side, or of a third party.
# $name (String): the side, in words. $have (Number), $need (Number)
refusal-not-balanced = Too few people of one side are here. { $name }: { $have } of { $need }.
refusal-side-is-fixed = The side can no longer be changed.
refusal-keys-are-fixed = Keys can no longer be given or taken.
refusal-name-taken = Someone here has this name already. Please choose another.
refusal-phase-has-changed = The phase has changed in the meantime.
refusal-no-such-phase = There is no further phase in this direction.
refusal-needs-second-key = Ending before the last part needs a second key.
# $limit (Number)
refusal-room-full = The room is full. It holds { $limit }.
# $limit (Number)
refusal-too-many-waiting = { $limit ->
    [one] { $limit } of your messages is waiting. Please wait until it is read.
   *[other] { $limit } of your messages are waiting. Please wait until one is read.
}
refusal-busy = The server is busy. Please try again in a moment.
refusal-too-fast = That was a little fast. Please wait a moment.
refusal-bad-command = The page and the server do not understand each other. Please reload.
