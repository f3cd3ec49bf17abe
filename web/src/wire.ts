// Written by `ROUNDTABLE_UPDATE=1 cargo test -p roundtable-protocol` from the Rust types. Do not edit.

export type Timestamp = number;
export type Span = number;
export type SeatNo = number;
export type MessageNumber = number;
export type Position = number;
export type ProposalId = number;
export type PhaseIndex = number;
export type Nonce = string;
export type Language = "az" | "en" | "hy";
export type Role = "participant" | "facilitator" | "interpreter" | "observer" | "expert";
export type Side = "a" | "b";
export type Belonging = "a" | "b" | "both" | "other" | "undeclared" | "third_party";
export type Intent = "introduce" | "leave" | "propose" | "second" | "decline" | "say" | "edit" | "withdraw" | "undo_withdraw" | "hear" | "unhear" | "approve" | "return" | "remove" | "undo_decision" | "hide" | "show" | "pause" | "resume" | "next_phase" | "previous_phase" | "move_phase_end" | "close";
export type Stage = "waiting" | "live" | "paused" | "closed";
export type Kind = "plain" | "story" | "question" | "reflection" | "acknowledgement" | "proposal";
export type Mode = "open";
export type Writers = "facilitators" | "everyone";
export type Screened = "open" | "screened" | "strict";
export type Phase = { 
/**
 * A code; its words are `phase-<code>` in the catalogues.
 */
name: string, 
/**
 * Who may speak when.
 */
mode: Mode, 
/**
 * Planned length. The end is soft: nobody is cut off.
 */
minutes: number, 
/**
 * Who may write.
 */
writers: Writers, 
/**
 * Which kinds of message fit here.
 */
kinds: Array<Kind>, 
/**
 * How strictly messages are screened.
 */
screening: Screened, };
export type Settings = { 
/**
 * The template it came from, a code such as `practice`.
 */
template: string, 
/**
 * A practice session says so on every page.
 */
practice: boolean, 
/**
 * Codes of the two communities, in the alphabetical order of the English names.
 */
sides: [string, string], 
/**
 * People of each side, facilitators included, who must have arrived before the room opens.
 */
minimum_per_side: number, 
/**
 * The rule set that screens messages, pinned at opening.
 */
rule_set: string, 
/**
 * The whole agenda, in order.
 */
agenda: Array<Phase>, };
export type Act = { "act": "open" } | { "act": "end_early" } | { "act": "remove_message", 
/**
 * Which one.
 */
number: MessageNumber, 
/**
 * Why.
 */
reason: Reason, };
export type Consent = "take_part" | "summary";
export type Reason = "place" | "third_person" | "whole_people" | "graphic" | "off_topic" | "other";
export type PauseReason = "rest" | "slow" | "interpreting" | "technical";
export type HoldReason = { "because": "phase" } | { "because": "rule", 
/**
 * The rule's stable name.
 */
rule: string, 
/**
 * The rule set it belongs to.
 */
rule_set: string, 
/**
 * Byte offsets into the text.
 */
span: [number, number], } | { "because": "insisted", 
/**
 * The rule's stable name.
 */
rule: string, 
/**
 * The rule set it belongs to.
 */
rule_set: string, 
/**
 * Byte offsets into the text.
 */
span: [number, number], } | { "because": "returned" };
export type TextFault = { "fault": "empty" } | { "fault": "too_long", 
/**
 * Grapheme clusters allowed.
 */
limit: number, } | { "fault": "too_large", 
/**
 * Bytes allowed.
 */
limit: number, } | { "fault": "not_normal" } | { "fault": "forbidden", 
/**
 * The character.
 */
code_point: number, };
export type Refusal = { "code": "not_permitted", 
/**
 * Whose.
 */
role: Role, 
/**
 * What.
 */
intent: Intent, 
/**
 * When.
 */
stage: Stage, } | { "code": "room_paused" } | { "code": "not_open" } | { "code": "room_closed" } | { "code": "already_open" } | { "code": "no_such_seat" } | { "code": "not_introduced" } | { "code": "only_facilitators_write" } | { "code": "kind_not_here", 
/**
 * Those that do.
 */
kinds: Array<Kind>, } | { "code": "bad_text", } & ({ "fault": "empty" } | { "fault": "too_long", 
/**
 * Grapheme clusters allowed.
 */
limit: number, } | { "fault": "too_large", 
/**
 * Bytes allowed.
 */
limit: number, } | { "fault": "not_normal" } | { "fault": "forbidden", 
/**
 * The character.
 */
code_point: number, }) | { "code": "reconsider", 
/**
 * The rule's stable name.
 */
rule: string, 
/**
 * Byte offsets into the text.
 */
span: [number, number], } | { "code": "no_such_message" } | { "code": "too_late" } | { "code": "already_decided", 
/**
 * Who.
 */
by: SeatNo, } | { "code": "own_message" } | { "code": "no_such_proposal" } | { "code": "already_proposed" } | { "code": "same_person" } | { "code": "same_side" } | { "code": "not_balanced", 
/**
 * Which side.
 */
side: Side, 
/**
 * How many are here.
 */
have: number, 
/**
 * How many are needed.
 */
need: number, } | { "code": "side_is_fixed" } | { "code": "keys_are_fixed" } | { "code": "name_taken" } | { "code": "phase_has_changed", 
/**
 * The phase now.
 */
now: PhaseIndex, } | { "code": "no_such_phase" } | { "code": "needs_second_key" } | { "code": "room_full", 
/**
 * How many.
 */
limit: number, } | { "code": "too_many_waiting", 
/**
 * How many.
 */
limit: number, } | { "code": "busy", 
/**
 * When.
 */
retry_ms: number, } | { "code": "too_fast", 
/**
 * When to try again.
 */
retry_ms: number, } | { "code": "bad_command" };
export type Positions = { 
/**
 * In the lane of everybody.
 */
all: Position, 
/**
 * In the facilitators' lane.
 */
facilitators: Position, 
/**
 * In the interpreters' lane.
 */
interpreters: Position, 
/**
 * In the lane of the seat itself.
 */
seat: Position, };
export type WireCommand = { "do": "introduce", name: string, belonging: Belonging, writes: Language, reads: Array<Language>, } | { "do": "leave" } | { "do": "propose", act: Act, } | { "do": "second", proposal: ProposalId, } | { "do": "decline", proposal: ProposalId, } | { "do": "say", kind: Kind, language: Language, text: string, content_note: string | null, insist: boolean, } | { "do": "edit", mine: Nonce, text: string, content_note: string | null, } | { "do": "withdraw", mine: Nonce, } | { "do": "undo_withdraw", mine: Nonce, } | { "do": "hear", number: MessageNumber, } | { "do": "unhear", number: MessageNumber, } | { "do": "approve", desk: Position, } | { "do": "return", desk: Position, reason: Reason, note: string | null, } | { "do": "remove", desk: Position, reason: Reason, note: string | null, } | { "do": "undo_decision", desk: Position, } | { "do": "hide", number: MessageNumber, reason: Reason, note: string | null, } | { "do": "show", number: MessageNumber, } | { "do": "pause", reason: PauseReason, } | { "do": "resume" } | { "do": "next_phase", from: PhaseIndex, } | { "do": "previous_phase", from: PhaseIndex, } | { "do": "move_phase_end", from: PhaseIndex, minutes: number, } | { "do": "close" };
export type ClientFrame = { "type": "hello", 
/**
 * The protocol that the client speaks.
 */
protocol: number, 
/**
 * The one-time ticket.
 */
ticket: string, 
/**
 * Where to go on.
 */
resume: Positions, } | { "type": "do", 
/**
 * The client's name for it.
 */
nonce: Nonce, 
/**
 * What.
 */
command: WireCommand, };
export type Said = { 
/**
 * What it is.
 */
kind: Kind, 
/**
 * Its language.
 */
language: Language, 
/**
 * The text, byte for byte; `null` when it may no longer be shown.
 */
text: string | null, 
/**
 * What its author says before it.
 */
content_note: string | null, };
export type Outcome = "published" | "returned" | "removed" | "withdrawn";
export type WireVerdict = "approved" | "returned" | "removed";
export type Event = { "event": "scheduled", settings: Settings, } | { "event": "seat_admitted", seat: SeatNo, role: Role, belonging: Belonging | null, } | { "event": "seat_introduced", seat: SeatNo, role: Role, belonging: Belonging | null, name: string | null, writes: Language, } | { "event": "seat_role_changed", seat: SeatNo, role: Role, } | { "event": "seat_left", seat: SeatNo, } | { "event": "opened" } | { "event": "phase_began", phase: PhaseIndex, ends: Timestamp, } | { "event": "phase_end_moved", phase: PhaseIndex, ends: Timestamp, } | { "event": "paused", by: SeatNo, reason: PauseReason, left: Span, } | { "event": "resumed", by: SeatNo, ends: Timestamp, } | { "event": "closed", early: boolean, } | { "event": "message", number: MessageNumber, seat: SeatNo, 
/**
 * What it is.
 */
kind: Kind, 
/**
 * Its language.
 */
language: Language, 
/**
 * The text, byte for byte; `null` when it may no longer be shown.
 */
text: string | null, 
/**
 * What its author says before it.
 */
content_note: string | null, } | { "event": "message_hidden", number: MessageNumber, } | { "event": "message_removed", number: MessageNumber, } | { "event": "message_withdrawn", number: MessageNumber, } | { "event": "heard", number: MessageNumber, count: number, } | { "event": "seat_belongs", seat: SeatNo, belonging: Belonging, } | { "event": "proposal_made", proposal: ProposalId, by: SeatNo, due: Timestamp, } & ({ "act": "open" } | { "act": "end_early" } | { "act": "remove_message", 
/**
 * Which one.
 */
number: MessageNumber, 
/**
 * Why.
 */
reason: Reason, }) | { "event": "proposal_seconded", proposal: ProposalId, by: SeatNo, } | { "event": "proposal_declined", proposal: ProposalId, by: SeatNo, } | { "event": "proposal_expired", proposal: ProposalId, } | { "event": "proposal_dropped", proposal: ProposalId, } | { "event": "held", desk: Position, seat: SeatNo, 
/**
 * Absent on an edit: the reason stays.
 */
why: HoldReason | null, 
/**
 * What it is.
 */
kind: Kind, 
/**
 * Its language.
 */
language: Language, 
/**
 * The text, byte for byte; `null` when it may no longer be shown.
 */
text: string | null, 
/**
 * What its author says before it.
 */
content_note: string | null, } | { "event": "desk_decided", desk: Position, verdict: WireVerdict, reason: Reason | null, note: string | null, by: SeatNo, due: Timestamp, } | { "event": "desk_undone", desk: Position, by: SeatNo, } | { "event": "desk_done", desk: Position, outcome: Outcome, number: MessageNumber | null, } | { "event": "hidden_by", number: MessageNumber, reason: Reason, note: string | null, by: SeatNo, } | { "event": "shown_by", number: MessageNumber, by: SeatNo, } | { "event": "you_are", seat: SeatNo, role: Role, belonging: Belonging, name: string | null, writes: Language | null, reads: Array<Language>, } | { "event": "mine_waiting", mine: Nonce, 
/**
 * Absent on an edit: the reason stays.
 */
why: HoldReason | null, 
/**
 * What it is.
 */
kind: Kind, 
/**
 * Its language.
 */
language: Language, 
/**
 * The text, byte for byte; `null` when it may no longer be shown.
 */
text: string | null, 
/**
 * What its author says before it.
 */
content_note: string | null, } | { "event": "mine_published", mine: Nonce, number: MessageNumber, 
/**
 * What it is.
 */
kind: Kind, 
/**
 * Its language.
 */
language: Language, 
/**
 * The text, byte for byte; `null` when it may no longer be shown.
 */
text: string | null, 
/**
 * What its author says before it.
 */
content_note: string | null, } | { "event": "mine_returned", mine: Nonce, reason: Reason, note: string | null, by: SeatNo, } | { "event": "mine_removed", mine: Nonce, number: MessageNumber | null, reason: Reason, note: string | null, by: Array<SeatNo>, } | { "event": "mine_hidden", mine: Nonce, number: MessageNumber, reason: Reason, note: string | null, by: SeatNo, } | { "event": "mine_withdrawn", mine: Nonce, number: MessageNumber | null, until: Timestamp, } | { "event": "mine_erased", mine: Nonce, } | { "event": "heard_by", number: MessageNumber, by: SeatNo, on: boolean, } | { "event": "you_hear", number: MessageNumber, on: boolean, };
export type CloseCode = "not_text" | "bad_frame" | "too_big" | "restarting" | "bad_hello" | "bad_ticket" | "too_slow" | "replaced" | "too_fast" | "fault";
export type WireLane = "all" | "facilitators" | "interpreters" | "seat";
export type ServerFrame = { "type": "welcome", 
/**
 * The protocol that the server speaks.
 */
protocol: number, 
/**
 * The server's clock, to set soft timers by.
 */
now: Timestamp, 
/**
 * Whose connection this is.
 */
seat: SeatNo, 
/**
 * What the seat is for.
 */
role: Role, 
/**
 * Where the lanes stand: events up to here follow at once.
 */
heads: Positions, 
/**
 * In the fallback: names this stream in the commands that belong to it.
 */
stream?: string | null, } | { "type": "event", 
/**
 * In which lane.
 */
lane: WireLane, 
/**
 * Where in the lane; the next one has the next number.
 */
pos: Position, 
/**
 * When.
 */
at: Timestamp, 
/**
 * What.
 */
event: Event, } | { "type": "caught_up" } | { "type": "done", 
/**
 * Which.
 */
nonce: Nonce, } | { "type": "refused", 
/**
 * Which.
 */
nonce: Nonce, 
/**
 * Why.
 */
refusal: Refusal, } | { "type": "presence", 
/**
 * The seats, without observers.
 */
here: Array<SeatNo>, 
/**
 * Observers.
 */
observers: number, } | { "type": "bye", 
/**
 * Why.
 */
why: CloseCode, 
/**
 * When to come back, in milliseconds; nothing means: not by itself.
 */
retry_ms?: number | null, };
export const REFUSAL_CODES = ["not_permitted", "room_paused", "not_open", "room_closed", "already_open", "no_such_seat", "not_introduced", "only_facilitators_write", "kind_not_here", "bad_text", "reconsider", "no_such_message", "too_late", "already_decided", "own_message", "no_such_proposal", "already_proposed", "same_person", "same_side", "not_balanced", "side_is_fixed", "keys_are_fixed", "name_taken", "phase_has_changed", "no_such_phase", "needs_second_key", "room_full", "too_many_waiting", "busy", "too_fast", "bad_command"] as const;
