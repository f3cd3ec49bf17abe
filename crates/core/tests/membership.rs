//! Coming, being called something, changing one's part, leaving.
//!
//! To add a rule about seats: the scenario here, named as a sentence.

use roundtable_core::id::{Nonce, Position, SeatNo};
use roundtable_core::language::Language;
use roundtable_core::refusal::Refusal;
use roundtable_core::roles::{Belonging, Intent, Role, Stage};
use roundtable_core::room::command::{Actor, Command, SeatCommand};
use roundtable_core::room::fact::{Fact, Lane};
use roundtable_core::room::{MAX_SEATS, Room};
use roundtable_core::session::template::template;
use roundtable_core::testing::TestRoom;
use roundtable_core::text::SeatName;
use roundtable_core::time::Timestamp;
use std::collections::BTreeSet;

type Outcome = Result<Vec<Fact>, Refusal>;

fn admit(test: &mut TestRoom, role: Role, belonging: Belonging) -> Outcome {
    let admit = Command::Admit { role, belonging, consents: BTreeSet::new() };
    test.send(Actor::Organizer, None, &admit)
}

fn change(test: &mut TestRoom, seat: u16, role: Role) -> Outcome {
    test.send(Actor::Organizer, None, &Command::ChangeRole { seat: SeatNo(seat), role })
}

fn called(
    name: &str,
    belonging: Belonging,
) -> Result<SeatCommand, roundtable_core::text::TextFault> {
    Ok(SeatCommand::Introduce {
        name: SeatName::parse(name)?,
        taken: false,
        belonging,
        writes: Language::Hy,
        reads: vec![],
    })
}

fn stands(test: &TestRoom, seat: u16) -> Option<Belonging> {
    test.room.seat(SeatNo(seat)).map(|seat| seat.belonging)
}

#[test]
fn a_room_is_scheduled_once_and_with_an_agenda() {
    let settings = template("practice").unwrap();
    let mut test = TestRoom::with(settings.clone());
    let again = test.send(Actor::Organizer, None, &Command::Schedule(settings.clone()));
    assert_eq!(again, Ok(vec![]));

    let empty = roundtable_core::session::Settings { agenda: vec![], ..settings };
    let room = Room::new(test.room.id());
    assert_eq!(room.decide(&Command::Schedule(empty), Timestamp(0)), Err(Refusal::NoSuchPhase));
}

#[test]
fn nobody_is_admitted_to_a_room_that_does_not_exist_or_is_over() {
    let room = Room::new(TestRoom::open().room.id());
    let role = Role::Observer;
    let admit_one =
        Command::Admit { role, belonging: Belonging::Undeclared, consents: BTreeSet::new() };
    assert_eq!(room.decide(&admit_one, Timestamp(0)), Err(Refusal::NotOpen));

    let mut over = TestRoom::in_phase(4);
    over.act(1, SeatCommand::Close).unwrap();
    assert_eq!(admit(&mut over, role, Belonging::Undeclared), Err(Refusal::RoomClosed));
}

#[test]
fn seats_are_numbered_in_the_order_of_coming_and_a_number_is_given_once() {
    let mut test = TestRoom::open();
    test.act(6, SeatCommand::Leave).unwrap();
    let facts = admit(&mut test, Role::Participant, Belonging::A).unwrap();
    assert!(matches!(facts[..], [Fact::SeatAdmitted { seat: SeatNo(7), .. }]));
}

#[test]
fn a_room_gives_out_a_bounded_number_of_seats() {
    let mut test = TestRoom::scheduled("practice");
    for _ in 0..MAX_SEATS {
        admit(&mut test, Role::Observer, Belonging::Undeclared).unwrap();
    }
    let limit = u32::try_from(MAX_SEATS).unwrap();
    let refused = admit(&mut test, Role::Observer, Belonging::Undeclared);
    assert_eq!(refused, Err(Refusal::RoomFull { limit }));
}

#[test]
fn a_participant_s_side_is_what_she_says_and_nothing_until_then() {
    let mut test = TestRoom::scheduled("practice");
    admit(&mut test, Role::Participant, Belonging::A).unwrap();
    assert_eq!(stands(&test, 1), Some(Belonging::Undeclared));
    for belonging in [Belonging::B, Belonging::Both, Belonging::Other, Belonging::Undeclared] {
        test.act(1, called("Quince", belonging).unwrap()).unwrap();
        assert_eq!(stands(&test, 1), Some(belonging));
    }
}

#[test]
fn promise_2_a_facilitator_s_side_is_the_organizer_s_word() {
    let mut test = TestRoom::scheduled("practice");
    admit(&mut test, Role::Facilitator, Belonging::A).unwrap();
    test.act(1, called("Quince", Belonging::B).unwrap()).unwrap();
    assert_eq!(stands(&test, 1), Some(Belonging::A));
}

#[test]
fn promise_2_nobody_calls_herself_a_third_party() {
    let mut test = TestRoom::scheduled("practice");
    admit(&mut test, Role::Participant, Belonging::Undeclared).unwrap();
    let claim = called("Quince", Belonging::ThirdParty).unwrap();
    assert_eq!(test.act(1, claim), Err(Refusal::BadCommand));
}

#[test]
fn promise_3_a_side_is_fixed_once_the_room_has_opened_but_a_name_is_not() {
    let mut test = TestRoom::open();
    let other_side = called("Quince 3", Belonging::B).unwrap();
    assert_eq!(test.act(3, other_side), Err(Refusal::SideIsFixed));
    assert!(test.act(3, called("Pomegranate", Belonging::A).unwrap()).is_ok());
}

#[test]
fn whoever_comes_late_still_says_where_she_stands_once() {
    let mut test = TestRoom::in_phase(1);
    admit(&mut test, Role::Participant, Belonging::Undeclared).unwrap();
    test.act(7, called("Late", Belonging::B).unwrap()).unwrap();
    assert_eq!(stands(&test, 7), Some(Belonging::B));
    assert_eq!(test.act(7, called("Late", Belonging::A).unwrap()), Err(Refusal::SideIsFixed));
}

#[test]
fn a_name_that_somebody_has_is_refused() {
    let mut test = TestRoom::open();
    let taken = SeatCommand::Introduce {
        name: SeatName::parse("Quince 4").unwrap(),
        taken: true,
        belonging: Belonging::A,
        writes: Language::Az,
        reads: vec![],
    };
    assert_eq!(test.act(3, taken), Err(Refusal::NameTaken));
}

#[test]
fn whoever_names_no_language_to_read_reads_the_one_she_writes() {
    let mut test = TestRoom::open();
    let facts = test.act(3, called("Quince 3", Belonging::A).unwrap()).unwrap();
    let Fact::SeatIntroduced { reads, .. } = &facts[0] else { panic!("{facts:?}") };
    assert_eq!(reads, &[Language::Hy]);
}

#[test]
fn promise_5_a_name_that_was_given_up_is_shown_no_more() {
    let mut test = TestRoom::open();
    let before = test.room.seat(SeatNo(3)).unwrap().introduced.as_ref().unwrap().name;
    assert!(test.room.may_show(Lane::All, before));
    test.act(3, called("Pomegranate", Belonging::A).unwrap()).unwrap();
    assert!(!test.room.may_show(Lane::All, before));
}

#[test]
fn whoever_left_does_nothing_and_reads_nothing() {
    let mut test = TestRoom::in_phase(1);
    test.act(3, SeatCommand::Leave).unwrap();
    assert_eq!(test.say(3, "one more thing").1, Err(Refusal::NoSuchSeat));
    assert_eq!(test.room.readable_lanes(SeatNo(3)), []);
    assert!(test.room.seats().all(|(seat, _)| seat != SeatNo(3)));
}

#[test]
fn a_leave_sent_again_is_done_already() {
    let mut test = TestRoom::open();
    let nonce = Nonce::parse("leave-once").unwrap();
    test.act_as(3, nonce.clone(), SeatCommand::Leave).unwrap();
    assert_eq!(test.act_as(3, nonce, SeatCommand::Leave), Ok(vec![]));
}

#[test]
fn a_seat_that_nobody_has_does_nothing() {
    let mut test = TestRoom::open();
    assert_eq!(test.act(77, SeatCommand::Leave), Err(Refusal::NoSuchSeat));
    assert_eq!(change(&mut test, 77, Role::Observer), Err(Refusal::NoSuchSeat));
}

#[test]
fn the_role_is_looked_up_in_the_room_at_every_command() {
    let mut test = TestRoom::in_phase(1);
    change(&mut test, 3, Role::Observer).unwrap();
    let role = Role::Observer;
    let refusal = Refusal::NotPermitted { role, intent: Intent::Say, stage: Stage::Live };
    assert_eq!(test.say(3, "as before").1, Err(refusal));
    change(&mut test, 6, Role::Participant).unwrap();
    assert!(test.say(6, "now I speak").1.is_ok());
}

#[test]
fn promise_2_keys_are_neither_given_nor_taken_once_the_room_has_opened() {
    let mut test = TestRoom::open();
    assert_eq!(change(&mut test, 3, Role::Facilitator), Err(Refusal::KeysAreFixed));
    assert_eq!(change(&mut test, 1, Role::Participant), Err(Refusal::KeysAreFixed));
    let late = admit(&mut test, Role::Facilitator, Belonging::ThirdParty);
    assert_eq!(late, Err(Refusal::KeysAreFixed));
}

#[test]
fn changing_to_the_same_role_is_nothing() {
    assert_eq!(change(&mut TestRoom::open(), 3, Role::Participant), Ok(vec![]));
}

#[test]
fn promise_1_whoever_gets_a_role_today_does_not_read_its_lane_of_yesterday() {
    let mut test = TestRoom::scheduled("practice");
    admit(&mut test, Role::Facilitator, Belonging::A).unwrap();
    admit(&mut test, Role::Participant, Belonging::A).unwrap();
    test.introduce(2, Belonging::A);
    let before = test.room.lanes().of(Lane::Facilitators);
    assert!(before > Position(0));
    change(&mut test, 2, Role::Facilitator).unwrap();
    assert!(test.room.readable_lanes(SeatNo(2)).contains(&(Lane::Facilitators, before)));
    change(&mut test, 2, Role::Participant).unwrap();
    let lanes: Vec<Lane> =
        test.room.readable_lanes(SeatNo(2)).into_iter().map(|(lane, _)| lane).collect();
    assert_eq!(lanes, [Lane::All, Lane::Seat(SeatNo(2))]);
}

#[test]
fn each_role_reads_its_own_lanes_from_the_beginning() {
    let test = TestRoom::open();
    let start = Position(0);
    for (seat, of_role) in
        [(1, Some(Lane::Facilitators)), (3, None), (5, Some(Lane::Interpreters)), (6, None)]
    {
        let own = [Lane::All, Lane::Seat(SeatNo(seat))];
        let lanes: Vec<_> = own.into_iter().chain(of_role).map(|lane| (lane, start)).collect();
        assert_eq!(test.room.readable_lanes(SeatNo(seat)), lanes);
    }
}
