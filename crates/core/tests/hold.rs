//! The facilitators' desk: what waits, what is decided, and when whom it reaches.
//!
//! To add a rule about held or hidden messages: the scenario here, named as a sentence.

use roundtable_core::id::{BodyId, MessageNumber, Nonce, PhaseIndex, Position, SeatNo};
use roundtable_core::language::Language;
use roundtable_core::moderation::{Action, Finding, Screening};
use roundtable_core::refusal::Refusal;
use roundtable_core::roles::{Intent, Role, Stage};
use roundtable_core::room::command::{PauseReason, Reason, SeatCommand, Verdict, Words};
use roundtable_core::room::fact::{Content, Fact, HoldReason, Lane};
use roundtable_core::room::{MAX_WAITING, MessageState};
use roundtable_core::session::Kind;
use roundtable_core::testing::{TestRoom, words};
use roundtable_core::text::Note;
use roundtable_core::time::Span;

const STORIES: u16 = 2;
const AUTHOR: Lane = Lane::Seat(SeatNo(3));

/// A strict phase in which seat 3 has a message on the desk.
struct Waiting {
    test: TestRoom,
    mine: Nonce,
    desk: Position,
    content: Content,
}

fn waiting() -> Waiting {
    let mut test = TestRoom::in_phase(STORIES);
    let (mine, said) = test.say(3, "my grandmother's house");
    let facts = said.unwrap_or_default();
    let Some(Fact::MessageHeld { message, content, .. }) = facts.last() else {
        panic!("a strict phase holds: {facts:?}")
    };
    let (desk, content) = (message.desk.unwrap_or_default(), content.clone());
    Waiting { test, mine, desk, content }
}

fn approve(desk: Position) -> SeatCommand {
    SeatCommand::Decide { desk, verdict: Verdict::Approve }
}

fn give_back(desk: Position, note: Option<Note>) -> SeatCommand {
    SeatCommand::Decide { desk, verdict: Verdict::Return { reason: Reason::Place, note } }
}

fn remove(desk: Position) -> SeatCommand {
    let verdict = Verdict::Remove { reason: Reason::WholePeople, note: None };
    SeatCommand::Decide { desk, verdict }
}

fn hide(number: u64) -> SeatCommand {
    let number = MessageNumber(number);
    SeatCommand::Hide { number, reason: Reason::ThirdPerson, note: None }
}

fn show(number: u64) -> SeatCommand {
    SeatCommand::Show { number: MessageNumber(number) }
}

/// Every text that a fact in this lane names.
fn named_in(test: &TestRoom, lane: Lane) -> Vec<BodyId> {
    let places = test.written.iter().flat_map(|w| w.places.iter().map(move |place| (w, place)));
    places
        .filter(|(_, place)| place.lane == lane)
        .map(|(w, place)| &w.row.facts[usize::from(place.fact)])
        .flat_map(|fact| [content(fact).map(|content| content.text), note(fact)])
        .flatten()
        .collect()
}

fn content(fact: &Fact) -> Option<&Content> {
    if let Fact::MessageHeld { content, .. }
    | Fact::MessageEdited { content, .. }
    | Fact::MessagePublished { content, .. } = fact
    {
        Some(content)
    } else {
        None
    }
}

fn note(fact: &Fact) -> Option<BodyId> {
    if let Fact::MessageReturned { note, .. } | Fact::MessageRemoved { note, .. } = fact {
        *note
    } else {
        None
    }
}

#[test]
fn promise_1_a_held_message_is_shown_to_its_author_and_the_facilitators_alone() {
    let Waiting { test, content, .. } = waiting();
    for lane in [AUTHOR, Lane::Facilitators] {
        assert!(test.room.may_show(lane, content.text), "{lane:?}");
    }
    for lane in [Lane::All, Lane::Interpreters, Lane::Seat(SeatNo(4)), Lane::Seat(SeatNo(6))] {
        assert!(!test.room.may_show(lane, content.text), "{lane:?}");
        assert!(!named_in(&test, lane).contains(&content.text), "{lane:?}");
    }
}

#[test]
fn an_approved_message_is_in_the_room_three_seconds_later() {
    let Waiting { mut test, desk, content, .. } = waiting();
    test.act(1, approve(desk)).unwrap();
    assert_eq!(test.wait(Span(2_999)), []);
    assert!(!test.room.may_show(Lane::All, content.text));
    let published = test.wait(Span(1));
    assert!(matches!(&published[..], [Fact::MessagePublished { message, .. }]
        if message.number == Some(MessageNumber(1)) && message.desk == Some(desk)));
    assert!(test.room.may_show(Lane::All, content.text));
}

#[test]
fn an_approval_taken_back_in_time_publishes_nothing() {
    let Waiting { mut test, desk, .. } = waiting();
    test.act(1, approve(desk)).unwrap();
    test.wait(Span(2_999));
    test.act(2, SeatCommand::UndoDecision { desk }).unwrap();
    assert_eq!(test.wait(Span::minutes(60)), []);
    assert_eq!(test.act(1, SeatCommand::UndoDecision { desk }), Ok(vec![]));
    assert!(test.act(1, approve(desk)).is_ok());
}

#[test]
fn a_decision_that_took_effect_is_not_taken_back() {
    let Waiting { mut test, desk, .. } = waiting();
    test.act(1, approve(desk)).unwrap();
    test.wait(Span::seconds(3));
    assert_eq!(test.act(1, SeatCommand::UndoDecision { desk }), Err(Refusal::TooLate));
    assert_eq!(test.act(1, remove(desk)), Err(Refusal::TooLate));
}

#[test]
fn the_second_facilitator_learns_who_decided_already() {
    let Waiting { mut test, desk, .. } = waiting();
    test.act(2, approve(desk)).unwrap();
    assert_eq!(test.act(1, remove(desk)), Err(Refusal::AlreadyDecided { by: SeatNo(2) }));
}

#[test]
fn the_author_hears_of_a_return_and_its_note_ten_seconds_later() {
    let Waiting { mut test, desk, .. } = waiting();
    let note = Note::parse("The village's name, please").unwrap();
    test.act(1, give_back(desk, Some(note))).unwrap();
    let line = test.bodies.last().unwrap().id;
    assert!(!named_in(&test, AUTHOR).contains(&line));
    assert_eq!(test.wait(Span(9_999)), []);
    assert!(matches!(test.wait(Span(1))[..], [Fact::MessageReturned { .. }]));
    assert!(named_in(&test, AUTHOR).contains(&line) && test.room.may_show(AUTHOR, line));
    assert!(!test.room.may_show(Lane::All, line) && !named_in(&test, Lane::All).contains(&line));
}

#[test]
fn a_returned_message_comes_back_changed_to_the_same_place_on_the_desk() {
    let Waiting { mut test, mine, desk, content } = waiting();
    test.act(1, give_back(desk, None)).unwrap();
    test.wait(Span::seconds(10));
    let edit = SeatCommand::Edit { mine, words: words("the house") };
    let facts = test.act(3, edit).unwrap();
    let [Fact::MessageEdited { before, .. }, Fact::MessageHeld { message, why, .. }] = &facts[..]
    else {
        panic!("{facts:?}")
    };
    assert_eq!((before.as_slice(), message.desk), (&[content.text][..], Some(desk)));
    assert_eq!(*why, HoldReason::Returned);
    assert!(!test.room.may_show(Lane::Facilitators, content.text), "the old words are gone");
}

#[test]
fn a_returned_message_comes_back_only_while_its_author_has_room_on_the_desk() {
    let Waiting { mut test, mine, desk, .. } = waiting();
    test.act(1, give_back(desk, None)).unwrap();
    test.wait(Span::seconds(10));
    for _ in 0..MAX_WAITING {
        test.say(3, "in the meantime").1.unwrap();
    }
    let edit = SeatCommand::Edit { mine, words: words("the house") };
    let limit = u32::try_from(MAX_WAITING).unwrap();
    assert_eq!(test.act(3, edit), Err(Refusal::TooManyWaiting { limit }));
}

#[test]
fn promise_1_a_message_removed_from_the_desk_never_was_in_the_room() {
    let Waiting { mut test, desk, content, .. } = waiting();
    let before = test.room.lanes().of(Lane::All);
    test.act(1, remove(desk)).unwrap();
    let removed = test.wait(Span::seconds(10));
    assert!(matches!(&removed[..], [Fact::MessageRemoved { by, .. }] if by == &[SeatNo(1)]));
    assert_eq!(removed[0].lanes(), [Lane::Facilitators, AUTHOR]);
    assert_eq!(test.room.lanes().of(Lane::All), before);
    assert!(test.room.may_show(AUTHOR, content.text), "her own words stay hers");
}

#[test]
fn promise_2_a_hold_never_lapses() {
    let Waiting { mut test, .. } = waiting();
    assert_eq!(test.room.next_deadline(), None);
    assert_eq!(test.wait(Span::minutes(60 * 24 * 30)), []);
    let state = &test.room.messages().last().unwrap().state;
    assert!(matches!(state, MessageState::Held { pending: None, .. }));
}

#[test]
fn promise_1_changing_the_phase_releases_nothing() {
    let Waiting { mut test, content, .. } = waiting();
    test.act(1, SeatCommand::NextPhase { from: PhaseIndex(STORIES) }).unwrap();
    test.act(1, SeatCommand::NextPhase { from: PhaseIndex(STORIES + 1) }).unwrap();
    assert!(!test.room.may_show(Lane::All, content.text));
}

#[test]
fn words_edited_after_a_decision_are_not_the_words_it_was_about() {
    let Waiting { mut test, mine, desk, .. } = waiting();
    test.act(1, approve(desk)).unwrap();
    test.act(3, SeatCommand::Edit { mine, words: words("quite another thing") }).unwrap();
    assert_eq!(test.wait(Span::minutes(1)), []);
    assert!(test.act(2, approve(desk)).is_ok(), "it is to be decided anew");
}

#[test]
fn promise_1_a_message_withdrawn_from_the_desk_is_never_published() {
    let Waiting { mut test, mine, desk, content } = waiting();
    test.act(1, approve(desk)).unwrap();
    test.act(3, SeatCommand::Withdraw { mine: mine.clone() }).unwrap();
    assert!(!test.room.may_show(Lane::Facilitators, content.text));
    assert_eq!(test.act(1, remove(desk)), Err(Refusal::TooLate));
    test.act(3, SeatCommand::UndoWithdraw { mine }).unwrap();
    assert_eq!(test.wait(Span::minutes(1)), [], "it waits again, undecided");
    assert!(!test.room.may_show(Lane::All, content.text));
}

#[test]
fn promise_2_a_facilitator_does_not_decide_about_her_own_words() {
    let mut test = TestRoom::in_phase(STORIES);
    let finding = Finding { rule: "threat".to_owned(), span: (0, 1), action: Action::Hold };
    let screening = Screening { rule_set: "test".to_owned(), findings: vec![finding] };
    let words = Words { screening, ..words("held by a rule") };
    let say = SeatCommand::Say { kind: Kind::Plain, language: Language::En, words, insist: false };
    let facts = test.act(1, say).unwrap();
    let desk = facts[1].message().unwrap().desk.unwrap();
    assert_eq!(test.act(1, approve(desk)), Err(Refusal::SamePerson));
    assert!(test.act(2, approve(desk)).is_ok());
}

#[test]
fn only_facilitators_decide_and_only_about_what_is_on_the_desk() {
    let Waiting { mut test, desk, .. } = waiting();
    for (seat, role) in [(3, Role::Participant), (5, Role::Interpreter), (6, Role::Observer)] {
        let refusal = Refusal::NotPermitted { role, intent: Intent::Approve, stage: Stage::Live };
        assert_eq!(test.act(seat, approve(desk)), Err(refusal));
    }
    assert_eq!(test.act(1, approve(Position(9_999))), Err(Refusal::NoSuchMessage));
}

#[test]
fn what_waits_can_be_decided_while_the_room_rests() {
    let Waiting { mut test, desk, .. } = waiting();
    test.act(1, SeatCommand::Pause { reason: PauseReason::Slow }).unwrap();
    test.act(1, give_back(desk, None)).unwrap();
    assert!(matches!(test.wait(Span::seconds(10))[..], [Fact::MessageReturned { .. }]));
}

#[test]
fn one_key_folds_a_message_away_and_either_facilitator_shows_it_again() {
    let mut test = TestRoom::in_phase(1);
    let facts = test.say(3, "in the room").1.unwrap();
    let text = content(&facts[1]).unwrap().text;
    let hidden = test.act(1, hide(1)).unwrap();
    assert_eq!(hidden[0].lanes(), [Lane::All, Lane::Facilitators, AUTHOR], "everybody is told");
    assert!(!test.room.may_show(Lane::All, text) && test.room.may_show(Lane::Facilitators, text));
    assert_eq!(test.act(2, hide(1)), Ok(vec![]));
    test.act(2, show(1)).unwrap();
    assert!(test.room.may_show(Lane::All, text));
    assert_eq!(test.act(2, show(1)), Ok(vec![]));
}

#[test]
fn promise_1_words_withdrawn_while_hidden_stay_hidden_when_they_stand_again() {
    let mut test = TestRoom::in_phase(1);
    let (mine, facts) = test.say(3, "in the room");
    let text = content(&facts.unwrap()[1]).unwrap().text;
    test.act(1, hide(1)).unwrap();
    test.act(3, SeatCommand::Withdraw { mine: mine.clone() }).unwrap();
    assert_eq!(test.act(1, show(1)), Err(Refusal::TooLate));
    test.act(3, SeatCommand::UndoWithdraw { mine }).unwrap();
    assert!(!test.room.may_show(Lane::All, text));
}

#[test]
fn what_was_withdrawn_cannot_be_hidden() {
    let mut test = TestRoom::in_phase(1);
    let (mine, _) = test.say(3, "in the room");
    test.act(3, SeatCommand::Withdraw { mine }).unwrap();
    assert_eq!(test.act(1, hide(1)), Err(Refusal::TooLate));
    assert_eq!(test.act(1, hide(2)), Err(Refusal::NoSuchMessage));
}
