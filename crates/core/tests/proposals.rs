//! Grave acts: one key proposes, another person's key does.
//!
//! To add a grave act: its two keys, its one key that does not suffice, and what makes it drop.

use roundtable_core::id::{MessageNumber, Nonce, PhaseIndex, ProposalId, SeatNo};
use roundtable_core::keys::{Act, PROPOSAL_LIFE};
use roundtable_core::refusal::Refusal;
use roundtable_core::roles::{Belonging, Intent, Role, Side, Stage};
use roundtable_core::room::MAX_PROPOSALS;
use roundtable_core::room::command::{Actor, Command, Reason, SeatCommand};
use roundtable_core::room::fact::{Fact, Lane};
use roundtable_core::testing::TestRoom;
use roundtable_core::time::Span;

/// A practice room in which these facilitators and one participant of each side wait.
fn waiting(facilitators: &[Belonging]) -> TestRoom {
    let mut test = TestRoom::scheduled("practice");
    for (belonging, seat) in facilitators.iter().zip(1..) {
        test.admit(Role::Facilitator, *belonging);
        test.introduce(seat, *belonging);
    }
    for (belonging, seat) in [Belonging::A, Belonging::B].into_iter().zip(11..) {
        test.admit(Role::Participant, belonging);
        test.introduce(seat - 10 + u16::try_from(facilitators.len()).unwrap_or(0), belonging);
    }
    test
}

/// An open room with a published message of seat 3, which the nonce names.
fn with_a_message() -> (TestRoom, Nonce) {
    let mut test = TestRoom::in_phase(1);
    let (mine, _) = test.say(3, "in the room");
    (test, mine)
}

const REMOVE: Act = Act::RemoveMessage { number: MessageNumber(1), reason: Reason::WholePeople };

fn propose(act: Act) -> SeatCommand {
    SeatCommand::Propose { act }
}

// In a room that is open, the proposal to open it was the first.
fn second(id: u32) -> SeatCommand {
    SeatCommand::Second { proposal: ProposalId(id) }
}

fn decline(id: u32) -> SeatCommand {
    SeatCommand::Decline { proposal: ProposalId(id) }
}

fn dropped(facts: &[Fact]) -> bool {
    facts.iter().any(|fact| matches!(fact, Fact::ProposalDropped { .. }))
}

#[test]
fn promise_2_two_keys_of_two_sides_open_the_room() {
    let mut test = waiting(&[Belonging::A, Belonging::B]);
    test.act(1, propose(Act::Open)).unwrap();
    assert_eq!(test.room.stage(), Stage::Waiting);
    let facts = test.act(2, second(1)).unwrap();
    let ends = test.now.plus(Span::minutes(5));
    let begun = Fact::PhaseBegan { phase: PhaseIndex(0), ends };
    let seconded =
        Fact::ProposalSeconded { proposal: ProposalId(1), act: Act::Open, by: SeatNo(2) };
    assert_eq!(facts, [seconded, Fact::Opened, begun]);
    assert_eq!(test.room.stage(), Stage::Live);
}

#[test]
fn promise_2_one_key_alone_opens_nothing() {
    let mut test = waiting(&[Belonging::ThirdParty, Belonging::B]);
    test.act(1, propose(Act::Open)).unwrap();
    assert_eq!(test.act(1, second(1)), Err(Refusal::SamePerson));
}

#[test]
fn promise_2_two_keys_of_one_side_do_not_suffice_and_one_of_a_third_party_does() {
    let mut one_side = waiting(&[Belonging::A, Belonging::A]);
    one_side.act(1, propose(Act::Open)).unwrap();
    assert_eq!(one_side.act(2, second(1)), Err(Refusal::SameSide));

    let mut third_party = waiting(&[Belonging::A, Belonging::ThirdParty]);
    third_party.act(1, propose(Act::Open)).unwrap();
    assert!(third_party.act(2, second(1)).is_ok());
}

#[test]
fn promise_3_a_room_does_not_open_while_a_side_is_missing() {
    let mut test = TestRoom::scheduled("practice");
    test.admit(Role::Facilitator, Belonging::A);
    test.admit(Role::Facilitator, Belonging::ThirdParty);
    let missing = Refusal::NotBalanced { side: Side::B, have: 0, need: 1 };
    assert_eq!(test.act(1, propose(Act::Open)), Err(missing));
}

#[test]
fn promise_3_whoever_left_is_not_counted_when_the_second_key_turns() {
    let mut test = waiting(&[Belonging::A, Belonging::ThirdParty]);
    test.act(1, propose(Act::Open)).unwrap();
    test.act(4, SeatCommand::Leave).unwrap();
    let missing = Refusal::NotBalanced { side: Side::B, have: 0, need: 1 };
    assert_eq!(test.act(2, second(1)), Err(missing));
}

#[test]
fn only_key_holders_turn_keys_and_only_they_see_it() {
    let (mut test, _) = with_a_message();
    for (seat, role) in [(3, Role::Participant), (5, Role::Interpreter), (6, Role::Observer)] {
        let refusal = Refusal::NotPermitted { role, intent: Intent::Propose, stage: Stage::Live };
        assert_eq!(test.act(seat, propose(REMOVE)), Err(refusal));
    }
    let made = test.act(1, propose(REMOVE)).unwrap();
    assert_eq!(made[0].lanes(), [Lane::Facilitators]);
    let declined = test.act(2, decline(2)).unwrap();
    assert_eq!(declined[0].lanes(), [Lane::Facilitators]);
}

#[test]
fn a_proposal_that_was_declined_is_over_and_its_proposer_may_decline_it_too() {
    let (mut test, _) = with_a_message();
    test.act(1, propose(REMOVE)).unwrap();
    test.act(2, decline(2)).unwrap();
    assert_eq!(test.act(2, second(2)), Err(Refusal::NoSuchProposal));
    test.act(1, propose(REMOVE)).unwrap();
    test.act(1, decline(3)).unwrap();
    assert_eq!(test.room.proposals().count(), 0);
    assert_eq!(test.room.next_deadline(), None);
}

#[test]
fn a_proposal_expires_after_ten_minutes() {
    let (mut test, _) = with_a_message();
    test.act(1, propose(REMOVE)).unwrap();
    assert_eq!(test.wait(Span(PROPOSAL_LIFE.0 - 1)), []);
    assert!(matches!(test.wait(Span(1))[..], [Fact::ProposalExpired { .. }]));
    assert_eq!(test.act(2, second(2)), Err(Refusal::NoSuchProposal));
}

#[test]
fn promise_2_a_key_turned_too_late_does_nothing_even_before_the_tick() {
    let (mut test, _) = with_a_message();
    test.act(1, propose(REMOVE)).unwrap();
    test.now = test.now.plus(PROPOSAL_LIFE);
    assert_eq!(test.act(2, second(2)), Err(Refusal::NoSuchProposal));
}

#[test]
fn the_same_act_is_proposed_once_at_a_time() {
    let (mut test, _) = with_a_message();
    test.act(1, propose(REMOVE)).unwrap();
    assert_eq!(test.act(2, propose(REMOVE)), Err(Refusal::AlreadyProposed));
    assert!(test.act(2, propose(Act::EndEarly)).is_ok());
}

#[test]
fn a_bounded_number_of_proposals_waits() {
    let mut test = TestRoom::in_phase(1);
    let remove = |n| Act::RemoveMessage { number: MessageNumber(n), reason: Reason::Other };
    for n in 1..=9 {
        test.say(3, "one of many").1.unwrap();
        let made = test.act(1, propose(remove(n)));
        assert_eq!(made.is_ok(), n <= 8, "{made:?}");
    }
    assert_eq!(test.room.proposals().count(), MAX_PROPOSALS);
}

#[test]
fn promise_2_a_published_message_is_removed_by_two_and_everybody_is_told() {
    let (mut test, _) = with_a_message();
    test.act(2, propose(REMOVE)).unwrap();
    let facts = test.act(1, second(2)).unwrap();
    let [_, removed @ Fact::MessageRemoved { by, .. }] = &facts[..] else { panic!("{facts:?}") };
    assert_eq!(by, &[SeatNo(2), SeatNo(1)]);
    assert_eq!(removed.lanes(), [Lane::All, Lane::Seat(SeatNo(3))]);
    assert_eq!(test.act(1, propose(REMOVE)), Err(Refusal::TooLate));
}

#[test]
fn a_message_that_never_was_in_the_room_is_not_removed_by_number() {
    let mut test = TestRoom::in_phase(2);
    test.say(3, "held").1.unwrap();
    assert_eq!(test.act(1, propose(REMOVE)), Err(Refusal::NoSuchMessage));
}

#[test]
fn a_removal_dies_when_the_author_takes_the_words_back_herself() {
    let (mut test, mine) = with_a_message();
    test.act(1, propose(REMOVE)).unwrap();
    assert!(dropped(&test.act(3, SeatCommand::Withdraw { mine }).unwrap()));
    assert_eq!(test.act(2, second(2)), Err(Refusal::NoSuchProposal));
}

#[test]
fn a_removal_dies_when_the_message_is_shown_again_and_outlives_its_hiding() {
    let (mut test, _) = with_a_message();
    let number = MessageNumber(1);
    test.act(1, propose(REMOVE)).unwrap();
    let hide = SeatCommand::Hide { number, reason: Reason::Place, note: None };
    assert!(!dropped(&test.act(1, hide).unwrap()));
    assert!(dropped(&test.act(2, SeatCommand::Show { number }).unwrap()));
}

#[test]
fn promise_2_two_keys_end_the_meeting_early() {
    let mut test = TestRoom::open();
    test.act(1, propose(Act::EndEarly)).unwrap();
    let facts = test.act(2, second(2)).unwrap();
    assert_eq!(facts.last(), Some(&Fact::Closed { early: true }));
    assert_eq!(test.room.stage(), Stage::Closed);
}

#[test]
fn ending_early_dies_with_the_next_phase() {
    let mut test = TestRoom::open();
    test.act(1, propose(Act::EndEarly)).unwrap();
    assert!(dropped(&test.act(2, SeatCommand::NextPhase { from: PhaseIndex(0) }).unwrap()));
}

#[test]
fn each_act_has_its_time() {
    let mut test = waiting(&[Belonging::A, Belonging::B]);
    assert_eq!(test.act(1, propose(Act::EndEarly)), Err(Refusal::NotOpen));
    assert_eq!(TestRoom::open().act(1, propose(Act::Open)), Err(Refusal::AlreadyOpen));
}

#[test]
fn promise_2_a_key_whose_holder_is_gone_opens_nothing() {
    let mut left = waiting(&[Belonging::A, Belonging::B]);
    left.act(1, propose(Act::Open)).unwrap();
    assert!(dropped(&left.act(1, SeatCommand::Leave).unwrap()));

    let mut changed = waiting(&[Belonging::A, Belonging::B]);
    changed.act(1, propose(Act::Open)).unwrap();
    let command = Command::ChangeRole { seat: SeatNo(1), role: Role::Observer };
    assert!(dropped(&changed.send(Actor::Organizer, None, &command).unwrap()));
    assert_eq!(changed.act(2, second(1)), Err(Refusal::NoSuchProposal));
}
