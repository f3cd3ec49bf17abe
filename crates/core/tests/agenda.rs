//! The agenda in motion: phases, pause, the end; and time, which only ever goes on.
//!
//! To add a rule about the course of a meeting: the scenario here, named as a sentence.

use roundtable_core::id::PhaseIndex;
use roundtable_core::refusal::Refusal;
use roundtable_core::roles::{Intent, Role, Stage};
use roundtable_core::room::command::{PauseReason, SeatCommand};
use roundtable_core::room::fact::Fact;
use roundtable_core::testing::TestRoom;
use roundtable_core::time::{Span, Timestamp};

const LAST: u16 = 4;
const PAUSE: SeatCommand = SeatCommand::Pause { reason: PauseReason::Rest };

fn next(from: u16) -> SeatCommand {
    SeatCommand::NextPhase { from: PhaseIndex(from) }
}

fn previous(from: u16) -> SeatCommand {
    SeatCommand::PreviousPhase { from: PhaseIndex(from) }
}

fn longer(from: u16, minutes: i16) -> SeatCommand {
    SeatCommand::MovePhaseEnd { from: PhaseIndex(from), minutes }
}

fn name(test: &TestRoom) -> Option<&str> {
    test.room.phase().map(|phase| phase.name.as_str())
}

#[test]
fn the_phases_follow_the_agenda_and_can_be_gone_back() {
    let mut test = TestRoom::open();
    assert_eq!(name(&test), Some("welcome"));
    let begun = test.act(1, next(0)).unwrap();
    let ends = test.now.plus(Span::minutes(10));
    assert_eq!(begun, [Fact::PhaseBegan { phase: PhaseIndex(1), ends }]);
    test.act(2, previous(1)).unwrap();
    assert_eq!(name(&test), Some("welcome"));
}

#[test]
fn two_presses_at_once_move_one_phase() {
    let mut test = TestRoom::open();
    test.act(1, next(0)).unwrap();
    assert_eq!(test.act(2, next(0)), Err(Refusal::PhaseHasChanged { now: PhaseIndex(1) }));
    assert_eq!(name(&test), Some("arriving"));
}

#[test]
fn there_is_nothing_before_the_first_phase_and_nothing_after_the_last() {
    assert_eq!(TestRoom::open().act(1, previous(0)), Err(Refusal::NoSuchPhase));
    assert_eq!(TestRoom::in_phase(LAST).act(1, next(LAST)), Err(Refusal::NoSuchPhase));
}

#[test]
fn the_end_of_a_phase_is_soft() {
    let mut test = TestRoom::in_phase(1);
    assert_eq!(test.wait(Span::minutes(600)), []);
    assert!(test.say(3, "still here").1.is_ok());
}

#[test]
fn a_phase_gets_more_time_or_less_but_never_ends_in_the_past() {
    let mut test = TestRoom::open();
    let phase = PhaseIndex(0);
    let ends = test.now.plus(Span::minutes(8));
    assert_eq!(test.act(1, longer(0, 3)), Ok(vec![Fact::PhaseEndMoved { phase, ends }]));
    let ends = test.now;
    assert_eq!(test.act(1, longer(0, i16::MIN)), Ok(vec![Fact::PhaseEndMoved { phase, ends }]));
    let ends = test.now.plus(Span::minutes(240));
    assert_eq!(test.act(1, longer(0, i16::MAX)), Ok(vec![Fact::PhaseEndMoved { phase, ends }]));
}

#[test]
fn a_pause_keeps_what_was_left_of_the_phase() {
    let mut test = TestRoom::open();
    test.wait(Span::minutes(2));
    let paused = test.act(1, PAUSE).unwrap();
    assert!(matches!(paused[..], [Fact::Paused { left, .. }] if left == Span::minutes(3)));
    test.wait(Span::minutes(30));
    let resumed = test.act(2, SeatCommand::Resume).unwrap();
    let three_more = test.now.plus(Span::minutes(3));
    assert!(matches!(resumed[..], [Fact::Resumed { ends, .. }] if ends == three_more));
    assert_eq!(test.room.stage(), Stage::Live);
}

#[test]
fn promise_2_a_pause_never_lapses() {
    let mut test = TestRoom::open();
    test.act(1, PAUSE).unwrap();
    assert_eq!(test.room.next_deadline(), None);
    assert_eq!(test.wait(Span::minutes(60 * 24 * 30)), []);
    assert_eq!(test.room.stage(), Stage::Paused);
}

#[test]
fn an_interpreter_may_stop_the_room_and_a_facilitator_lets_it_go_on() {
    let mut test = TestRoom::open();
    test.act(5, SeatCommand::Pause { reason: PauseReason::Interpreting }).unwrap();
    let refusal = Refusal::NotPermitted {
        role: Role::Interpreter,
        intent: Intent::Resume,
        stage: Stage::Paused,
    };
    assert_eq!(test.act(5, SeatCommand::Resume), Err(refusal));
    assert!(test.act(1, SeatCommand::Resume).is_ok());
}

#[test]
fn nothing_moves_while_the_room_rests() {
    let mut test = TestRoom::open();
    test.act(1, PAUSE).unwrap();
    for command in [next(0), longer(0, 5), PAUSE] {
        assert_eq!(test.act(2, command), Err(Refusal::RoomPaused));
    }
}

#[test]
fn a_participant_moves_nothing() {
    let mut test = TestRoom::open();
    for command in [next(0), previous(0), longer(0, 1), PAUSE, SeatCommand::Close] {
        let intent = command.intent();
        let role = Role::Participant;
        let refusal = Refusal::NotPermitted { role, intent, stage: Stage::Live };
        assert_eq!(test.act(3, command), Err(refusal));
    }
}

#[test]
fn promise_2_one_key_ends_the_meeting_in_its_last_phase_and_not_before() {
    assert_eq!(TestRoom::open().act(1, SeatCommand::Close), Err(Refusal::NeedsSecondKey));
    let mut test = TestRoom::in_phase(LAST);
    assert_eq!(test.act(1, SeatCommand::Close), Ok(vec![Fact::Closed { early: false }]));
    assert_eq!(test.act(1, SeatCommand::Close), Err(Refusal::RoomClosed));
}

#[test]
fn a_clock_that_goes_back_does_not_take_the_room_with_it() {
    let mut test = TestRoom::in_phase(1);
    let before = test.now;
    test.now = Timestamp(0);
    test.say(3, "the clock was set").1.unwrap();
    assert_eq!(test.rows.last().unwrap().at, before);
}
