//! Speaking: what is said is kept as it was said, once, and stays its author's.
//!
//! To add a rule about one's own words: the scenario here, named as a sentence.

use roundtable_core::id::{BodyId, MessageNumber, PhaseIndex};
use roundtable_core::language::Language;
use roundtable_core::moderation::{Action, Finding, Screening};
use roundtable_core::refusal::Refusal;
use roundtable_core::roles::{Belonging, Intent, Role, Stage};
use roundtable_core::room::MAX_WAITING;
use roundtable_core::room::command::{PauseReason, Reason, SeatCommand, Words};
use roundtable_core::room::fact::{Fact, HoldReason, Lane};
use roundtable_core::session::{Kind, template::template};
use roundtable_core::testing::{TestRoom, words};
use roundtable_core::time::Span;

const ARRIVING: u16 = 1;
const STORIES: u16 = 2;
const LISTENING: u16 = 3;
const CLOSING: u16 = 4;

fn found(action: Action) -> Words {
    let finding = Finding { rule: "threat".to_owned(), span: (0, 2), action };
    let screening = Screening { rule_set: "test".to_owned(), findings: vec![finding] };
    Words { screening, ..words("no, wait") }
}

fn plain(words: Words, insist: bool) -> SeatCommand {
    SeatCommand::Say { kind: Kind::Plain, language: Language::En, words, insist }
}

fn hear(number: u64) -> SeatCommand {
    SeatCommand::Hear { number: MessageNumber(number) }
}

fn text(test: &TestRoom, id: BodyId) -> Option<&str> {
    test.bodies.iter().find(|body| body.id == id).map(|body| body.text.as_str())
}

fn last_number(facts: &[Fact]) -> Option<u64> {
    facts.last()?.message()?.number.map(|number| number.0)
}

#[test]
fn promise_1_what_is_said_in_an_open_phase_is_in_the_room_at_once_byte_for_byte() {
    let mut test = TestRoom::in_phase(ARRIVING);
    let (_, said) = test.say(3, " Երբ ճանապարհը բացվեց։\nƏlavə söz. ");
    let facts = said.unwrap();
    let [Fact::MessageSaid { .. }, Fact::MessagePublished { message, content }] = facts.as_slice()
    else {
        panic!("{facts:?}")
    };
    assert_eq!(message.number, Some(MessageNumber(1)));
    assert_eq!(text(&test, content.text), Some(" Երբ ճանապարհը բացվեց։\nƏlavə söz. "));
    assert!(test.room.may_show(Lane::All, content.text));
}

#[test]
fn promise_1_sending_the_same_command_again_says_nothing_twice() {
    let mut test = TestRoom::in_phase(ARRIVING);
    let nonce = test.nonce();
    let first = test.act_as(3, nonce.clone(), plain(words("once"), false)).unwrap();
    assert_eq!(first.len(), 2);
    for _ in 0..100 {
        test.say(3, "others after it").1.unwrap();
    }
    let again = test.act_as(3, nonce, plain(words("once"), false)).unwrap();
    assert_eq!(again, []);
}

#[test]
fn the_same_nonce_of_another_seat_is_another_command() {
    let mut test = TestRoom::in_phase(ARRIVING);
    let nonce = test.nonce();
    test.act_as(3, nonce.clone(), plain(words("mine"), false)).unwrap();
    assert_eq!(test.act_as(4, nonce, plain(words("mine too"), false)).unwrap().len(), 2);
}

#[test]
fn a_refused_command_leaves_its_nonce_free() {
    let mut test = TestRoom::in_phase(ARRIVING);
    let nonce = test.nonce();
    let nudged = test.act_as(3, nonce.clone(), plain(found(Action::Nudge), false));
    let rule = "threat".to_owned();
    assert_eq!(nudged, Err(Refusal::Reconsider { rule, span: (0, 2) }));
    assert_eq!(test.act_as(3, nonce, plain(found(Action::Nudge), true)).unwrap().len(), 2);
}

#[test]
fn in_the_welcome_only_facilitators_write() {
    let mut test = TestRoom::open();
    assert_eq!(test.say(3, "hello").1, Err(Refusal::OnlyFacilitatorsWrite));
    assert!(test.say(1, "welcome").1.is_ok());
}

#[test]
fn an_interpreter_and_an_observer_say_nothing() {
    let mut test = TestRoom::in_phase(ARRIVING);
    for (seat, role) in [(5, Role::Interpreter), (6, Role::Observer)] {
        let refusal = Refusal::NotPermitted { role, intent: Intent::Say, stage: Stage::Live };
        assert_eq!(test.say(seat, "hello").1, Err(refusal));
    }
}

#[test]
fn nobody_speaks_before_the_opening_in_a_pause_or_after_the_close() {
    let mut waiting = TestRoom::scheduled("practice");
    waiting.admit(Role::Participant, Belonging::A);
    waiting.introduce(1, Belonging::A);
    assert_eq!(waiting.say(1, "early").1, Err(Refusal::NotOpen));

    let mut test = TestRoom::in_phase(CLOSING);
    test.act(1, SeatCommand::Pause { reason: PauseReason::Rest }).unwrap();
    assert_eq!(test.say(3, "now").1, Err(Refusal::RoomPaused));
    test.act(1, SeatCommand::Close).unwrap();
    assert_eq!(test.say(3, "late").1, Err(Refusal::RoomClosed));
}

#[test]
fn whoever_has_no_name_yet_says_nothing() {
    let mut test = TestRoom::in_phase(ARRIVING);
    test.admit(Role::Participant, Belonging::A);
    assert_eq!(test.say(7, "who am I?").1, Err(Refusal::NotIntroduced));
}

#[test]
fn a_kind_that_does_not_fit_the_phase_is_told_which_ones_do() {
    let mut settings = template("practice").unwrap();
    settings.agenda[0].kinds = vec![Kind::Story];
    let mut test = TestRoom::with(settings);
    for (seat, side) in [(1, Belonging::A), (2, Belonging::B)] {
        test.admit(Role::Facilitator, side);
        test.introduce(seat, side);
    }
    let act = roundtable_core::keys::Act::Open;
    test.act(1, SeatCommand::Propose { act }).unwrap();
    test.act(2, SeatCommand::Second { proposal: roundtable_core::id::ProposalId(1) }).unwrap();
    assert_eq!(test.say(1, "hello").1, Err(Refusal::KindNotHere { kinds: vec![Kind::Story] }));
}

#[test]
fn a_nudge_that_is_insisted_on_waits_in_a_screened_phase_and_passes_in_an_open_one() {
    let mut open = TestRoom::in_phase(ARRIVING);
    let passed = open.act(3, plain(found(Action::Nudge), true)).unwrap();
    assert!(matches!(passed[1], Fact::MessagePublished { .. }));

    let mut screened = TestRoom::in_phase(LISTENING);
    let waits = screened.act(3, plain(found(Action::Nudge), true)).unwrap();
    assert!(matches!(&waits[1], Fact::MessageHeld { why: HoldReason::Insisted { .. }, .. }));
}

#[test]
fn a_rule_that_holds_does_so_in_every_phase_and_for_everybody() {
    for (phase, seat) in [(ARRIVING, 3), (STORIES, 4), (LISTENING, 3), (CLOSING, 1)] {
        let mut test = TestRoom::in_phase(phase);
        let facts = test.act(seat, plain(found(Action::Hold), true)).unwrap();
        assert!(matches!(&facts[1], Fact::MessageHeld { why: HoldReason::Rule { .. }, .. }));
    }
}

#[test]
fn an_annotation_holds_nothing() {
    let mut test = TestRoom::in_phase(LISTENING);
    let facts = test.act(3, plain(found(Action::Annotate), false)).unwrap();
    assert!(matches!(facts[1], Fact::MessagePublished { .. }));
}

#[test]
fn a_strict_phase_reads_every_participant_first_and_no_facilitator() {
    let mut test = TestRoom::in_phase(STORIES);
    for seat in [3, 4] {
        let facts = test.say(seat, "a story").1.unwrap();
        assert!(matches!(&facts[1], Fact::MessageHeld { why: HoldReason::Phase, .. }));
    }
    assert!(matches!(test.say(1, "thank you").1.unwrap()[1], Fact::MessagePublished { .. }));
}

#[test]
fn numbers_are_given_in_the_order_of_publication_not_of_saying() {
    let mut test = TestRoom::in_phase(LISTENING);
    test.act(3, plain(found(Action::Hold), false)).unwrap();
    let second = test.say(4, "said second").1.unwrap();
    assert_eq!(last_number(&second), Some(1));
}

#[test]
fn an_author_has_a_bounded_number_of_messages_waiting() {
    let mut test = TestRoom::in_phase(STORIES);
    for _ in 0..MAX_WAITING {
        test.say(3, "one more").1.unwrap();
    }
    let limit = u32::try_from(MAX_WAITING).unwrap();
    assert_eq!(test.say(3, "one too many").1, Err(Refusal::TooManyWaiting { limit }));
    assert!(test.say(4, "another person").1.is_ok());
}

#[test]
fn what_is_published_is_not_edited() {
    let mut test = TestRoom::in_phase(ARRIVING);
    let (mine, _) = test.say(3, "as it stands");
    let edit = SeatCommand::Edit { mine, words: words("otherwise") };
    assert_eq!(test.act(3, edit), Err(Refusal::TooLate));
}

#[test]
fn promise_5_a_withdrawal_hides_at_once_and_erases_ten_seconds_later() {
    let mut test = TestRoom::in_phase(ARRIVING);
    let (mine, said) = test.say(3, "too much");
    let body = body_of(&said.unwrap());
    test.act(3, SeatCommand::Withdraw { mine: mine.clone() }).unwrap();
    assert!(!test.room.may_show(Lane::All, body) && !test.room.may_show(Lane::Facilitators, body));
    assert_eq!(test.wait(Span(9_999)), []);
    let erased = test.wait(Span(1));
    assert!(matches!(&erased[..], [Fact::MessageErased { bodies, .. }] if bodies == &[body]));
    assert_eq!(test.act(3, SeatCommand::UndoWithdraw { mine }), Err(Refusal::TooLate));
    assert!(!test.room.may_show(Lane::Seat(roundtable_core::id::SeatNo(3)), body));
}

fn body_of(facts: &[Fact]) -> BodyId {
    facts.iter().find_map(published_text).unwrap_or_default()
}

fn published_text(fact: &Fact) -> Option<BodyId> {
    if let Fact::MessagePublished { content, .. } = fact { Some(content.text) } else { None }
}

#[test]
fn a_withdrawal_taken_back_in_time_lets_the_words_stand_and_erases_nothing() {
    let mut test = TestRoom::in_phase(ARRIVING);
    let (mine, said) = test.say(3, "it may stand");
    let body = body_of(&said.unwrap());
    test.act(3, SeatCommand::Withdraw { mine: mine.clone() }).unwrap();
    test.wait(Span(9_999));
    test.act(3, SeatCommand::UndoWithdraw { mine }).unwrap();
    assert_eq!(test.wait(Span::minutes(60)), []);
    assert!(test.room.may_show(Lane::All, body));
}

#[test]
fn withdrawing_twice_is_withdrawing_once() {
    let mut test = TestRoom::in_phase(ARRIVING);
    let (mine, _) = test.say(3, "too much");
    test.act(3, SeatCommand::Withdraw { mine: mine.clone() }).unwrap();
    assert_eq!(test.act(3, SeatCommand::Withdraw { mine: mine.clone() }), Ok(vec![]));
    test.wait(Span::seconds(10));
    assert_eq!(test.act(3, SeatCommand::Withdraw { mine }), Ok(vec![]));
}

#[test]
fn one_s_words_can_be_taken_back_after_the_close() {
    let mut test = TestRoom::in_phase(CLOSING);
    let (mine, _) = test.say(3, "not any more");
    test.act(1, SeatCommand::Close).unwrap();
    assert!(test.act(3, SeatCommand::Withdraw { mine }).is_ok());
}

#[test]
fn nobody_names_the_words_of_another() {
    let mut test = TestRoom::in_phase(ARRIVING);
    let (mine, _) = test.say(3, "hers");
    for seat in [1, 4] {
        let withdraw = SeatCommand::Withdraw { mine: mine.clone() };
        assert_eq!(test.act(seat, withdraw), Err(Refusal::NoSuchMessage));
    }
}

#[test]
fn hearing_counts_a_person_once_and_can_be_taken_back() {
    let mut test = TestRoom::in_phase(ARRIVING);
    test.say(3, "heard").1.unwrap();
    assert!(matches!(test.act(4, hear(1)).unwrap()[..], [Fact::Heard { count: 1, .. }]));
    assert_eq!(test.act(4, hear(1)), Ok(vec![]));
    assert!(matches!(test.act(1, hear(1)).unwrap()[..], [Fact::Heard { count: 2, .. }]));
    let unhear = SeatCommand::Unhear { number: MessageNumber(1) };
    assert!(matches!(test.act(4, unhear).unwrap()[..], [Fact::Unheard { count: 1, .. }]));
}

#[test]
fn nobody_hears_herself_nor_what_is_not_in_the_room() {
    let mut test = TestRoom::in_phase(ARRIVING);
    test.say(3, "mine").1.unwrap();
    assert_eq!(test.act(3, hear(1)), Err(Refusal::OwnMessage));
    assert_eq!(test.act(4, hear(2)), Err(Refusal::NoSuchMessage));
    let hide = SeatCommand::Hide { number: MessageNumber(1), reason: Reason::OffTopic, note: None };
    test.act(1, hide).unwrap();
    assert_eq!(test.act(4, hear(1)), Err(Refusal::TooLate));
}

#[test]
fn promise_1_a_phase_change_between_writing_and_sending_screens_by_the_phase_of_arrival() {
    let mut test = TestRoom::in_phase(ARRIVING);
    test.act(1, SeatCommand::NextPhase { from: PhaseIndex(ARRIVING) }).unwrap();
    assert!(matches!(test.say(3, "a story").1.unwrap()[1], Fact::MessageHeld { .. }));
}
