//! Lanes: dense in every one of them, and everybody's knows nothing of what is hidden.
//!
//! What everybody reads is, for each place in the lane `All`: its position, its instant, and its
//! fact without the names that never leave the room (`id`, `nonce`, `desk`), where each text is
//! read as the room shows it to that lane now. The frames are a function of that.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use proptest::prelude::*;
use roundtable_core::id::{BodyId, MessageNumber, Nonce, PhaseIndex, Position, ProposalId};
use roundtable_core::keys::Act;
use roundtable_core::language::Language;
use roundtable_core::moderation::{Action, Finding, Screening};
use roundtable_core::room::MessageState;
use roundtable_core::room::command::{PauseReason, Reason, SeatCommand, Verdict, Words};
use roundtable_core::room::fact::{Fact, Lane};
use roundtable_core::session::Kind;
use roundtable_core::testing::{TestRoom, words};
use roundtable_core::text::Note;
use roundtable_core::time::Span;
use serde_json::Value;
use std::collections::BTreeMap;

const PEOPLE: std::ops::RangeInclusive<u16> = 1..=4;

/// What everybody sees happen.
#[derive(Clone, Copy, Debug)]
enum Public {
    Say(u16),
    Withdraw(usize),
    UndoWithdraw(usize),
    Hear(u16, u64),
    Unhear(u16, u64),
    Hide(u64),
    Show(u64),
    Pause,
    Resume,
    Next,
    Previous,
    Wait(u64),
}

/// What only an author and the facilitators may know of.
#[derive(Clone, Copy, Debug)]
enum Hidden {
    Say(u16),
    Edit(usize),
    Return(usize),
    Remove(usize),
    ApproveAndUndo(usize),
    Withdraw(usize),
    UndoWithdraw(usize),
    Propose,
    Decline,
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Public(Public),
    Hidden(Hidden),
}

/// A room in an open phase, and whose words are whose.
struct Play {
    test: TestRoom,
    public: Vec<(u16, Nonce)>,
    hidden: Vec<(u16, Nonce)>,
    outcomes: Vec<String>,
}

impl Play {
    fn of(steps: &[Step], with_hidden: bool) -> Self {
        let test = TestRoom::in_phase(1);
        let mut play = Self { test, public: vec![], hidden: vec![], outcomes: vec![] };
        for step in steps {
            match step {
                Step::Public(step) => play.public(*step),
                Step::Hidden(step) if with_hidden => play.hidden(*step),
                Step::Hidden(_) => {}
            }
        }
        play
    }

    /// Done in both rooms; the answer is part of what can be seen.
    fn public(&mut self, step: Public) {
        let command = match step {
            Public::Say(seat) => {
                let (nonce, said) = self.test.say(seat, "in the room");
                self.public.push((seat, nonce));
                self.outcomes.push(format!("{:?}", said.map(|facts| facts.len())));
                return;
            }
            Public::Wait(ms) => {
                self.test.wait(Span(ms));
                return;
            }
            Public::Withdraw(pick) => {
                of_mine(&self.public, pick, |mine| SeatCommand::Withdraw { mine })
            }
            Public::UndoWithdraw(pick) => {
                of_mine(&self.public, pick, |mine| SeatCommand::UndoWithdraw { mine })
            }
            Public::Hear(seat, n) => Some((seat, SeatCommand::Hear { number: MessageNumber(n) })),
            Public::Unhear(seat, n) => {
                Some((seat, SeatCommand::Unhear { number: MessageNumber(n) }))
            }
            Public::Hide(n) => {
                let number = MessageNumber(n);
                Some((1, SeatCommand::Hide { number, reason: Reason::Other, note: note() }))
            }
            Public::Show(n) => Some((2, SeatCommand::Show { number: MessageNumber(n) })),
            Public::Pause => Some((1, SeatCommand::Pause { reason: PauseReason::Rest })),
            Public::Resume => Some((2, SeatCommand::Resume)),
            Public::Next => Some((1, SeatCommand::NextPhase { from: PhaseIndex(0) })),
            Public::Previous => Some((1, SeatCommand::PreviousPhase { from: PhaseIndex(1) })),
        };
        let Some((seat, command)) = command else { return };
        let outcome = self
            .test
            .act(seat, command)
            .map(|facts| facts.iter().filter(|fact| everybody(fact)).count());
        self.outcomes.push(format!("{outcome:?}"));
    }

    /// Done in one room only, or refused there: either way nobody may notice.
    fn hidden(&mut self, step: Hidden) {
        let command = match step {
            Hidden::Say(seat) => {
                let nonce = self.test.nonce();
                self.hidden.push((seat, nonce.clone()));
                let _held_or_refused = self.test.act_as(seat, nonce, held_by_a_rule());
                return;
            }
            Hidden::Edit(pick) => of_mine(&self.hidden, pick, |mine| SeatCommand::Edit {
                mine,
                words: words("changed before anybody read it"),
            }),
            Hidden::Return(pick) => {
                self.decide(pick, Verdict::Return { reason: Reason::Place, note: note() })
            }
            Hidden::Remove(pick) => {
                self.decide(pick, Verdict::Remove { reason: Reason::Other, note: note() })
            }
            Hidden::ApproveAndUndo(pick) => self.approve_and_undo(pick),
            Hidden::Withdraw(pick) => {
                of_mine(&self.hidden, pick, |mine| SeatCommand::Withdraw { mine })
            }
            Hidden::UndoWithdraw(pick) => {
                of_mine(&self.hidden, pick, |mine| SeatCommand::UndoWithdraw { mine })
            }
            Hidden::Propose => Some((1, SeatCommand::Propose { act: Act::EndEarly })),
            Hidden::Decline => {
                let proposal = self.test.room.proposals().next().map(|(id, _)| id);
                Some((2, SeatCommand::Decline { proposal: proposal.unwrap_or(ProposalId(0)) }))
            }
        };
        if let Some((seat, command)) = command {
            let _done_or_refused = self.test.act(seat, command);
        }
    }

    fn desk(&self, pick: usize) -> Option<Position> {
        let waits =
            |state: &MessageState| matches!(state, MessageState::Held { pending: None, .. });
        let desk: Vec<Position> = self
            .test
            .room
            .messages()
            .filter(|m| waits(&m.state))
            .filter_map(|m| m.names.desk)
            .collect();
        desk.get(pick.checked_rem(desk.len())?).copied()
    }

    fn decide(&self, pick: usize, verdict: Verdict) -> Option<(u16, SeatCommand)> {
        self.desk(pick).map(|desk| (2, SeatCommand::Decide { desk, verdict }))
    }

    fn approve_and_undo(&mut self, pick: usize) -> Option<(u16, SeatCommand)> {
        let desk = self.desk(pick)?;
        let approve = SeatCommand::Decide { desk, verdict: Verdict::Approve };
        // A facilitator's own words are the other's to decide about.
        let by = if self.test.act(1, approve.clone()).is_ok() { 2 } else { 1 };
        if by == 1 {
            self.test.act(2, approve).unwrap();
        }
        Some((by, SeatCommand::UndoDecision { desk }))
    }

    /// What a connection reads in everybody's lane from its beginning.
    fn everybody_reads(&self) -> Vec<(Position, i64, Value)> {
        let written = self.test.written.iter();
        let places = written.flat_map(|w| w.places.iter().map(move |place| (w, place)));
        places
            .filter(|(_, place)| place.lane == Lane::All)
            .map(|(w, place)| {
                let fact = serde_json::to_value(&w.row.facts[usize::from(place.fact)]).unwrap();
                (place.position, w.row.at.0, self.seen(fact))
            })
            .collect()
    }

    fn seen(&self, value: Value) -> Value {
        let Value::Object(fields) = value else { return value };
        let kept =
            fields.into_iter().filter(|(key, _)| !["id", "nonce", "desk"].contains(&key.as_str()));
        kept.map(|(key, value)| {
            let body = ["text", "content_note", "name", "note"].contains(&key.as_str());
            let value = match value.as_u64() {
                Some(id) if body => self.text(BodyId(id)).into(),
                Some(_) | None => self.seen(value),
            };
            (key, value)
        })
        .collect()
    }

    fn text(&self, id: BodyId) -> Option<&str> {
        let shown = self.test.room.may_show(Lane::All, id);
        let body = self.test.bodies.iter().find(|body| shown && body.id == id);
        body.map(|body| body.text.as_str())
    }
}

fn everybody(fact: &Fact) -> bool {
    fact.lanes().contains(&Lane::All)
}

fn of_mine(
    said: &[(u16, Nonce)],
    pick: usize,
    command: impl Fn(Nonce) -> SeatCommand,
) -> Option<(u16, SeatCommand)> {
    let (seat, mine) = said.get(pick.checked_rem(said.len())?)?;
    Some((*seat, command(mine.clone())))
}

fn note() -> Option<Note> {
    Note::parse("between you and me").ok()
}

fn held_by_a_rule() -> SeatCommand {
    let finding = Finding { rule: "threat".to_owned(), span: (0, 1), action: Action::Hold };
    let screening = Screening { rule_set: "test".to_owned(), findings: vec![finding] };
    let words = Words { screening, ..words("unsaid so far") };
    SeatCommand::Say { kind: Kind::Plain, language: Language::Az, words, insist: false }
}

fn public() -> impl Strategy<Value = Public> {
    prop_oneof![
        4 => PEOPLE.prop_map(Public::Say),
        1 => any::<usize>().prop_map(Public::Withdraw),
        1 => any::<usize>().prop_map(Public::UndoWithdraw),
        1 => (PEOPLE, 1..8u64).prop_map(|(seat, n)| Public::Hear(seat, n)),
        1 => (PEOPLE, 1..8u64).prop_map(|(seat, n)| Public::Unhear(seat, n)),
        1 => (1..8u64).prop_map(Public::Hide),
        1 => (1..8u64).prop_map(Public::Show),
        1 => prop_oneof![
            Just(Public::Pause),
            Just(Public::Resume),
            Just(Public::Next),
            Just(Public::Previous),
        ],
        2 => (0..20_000u64).prop_map(Public::Wait),
    ]
}

fn hidden() -> impl Strategy<Value = Hidden> {
    prop_oneof![
        4 => PEOPLE.prop_map(Hidden::Say),
        1 => any::<usize>().prop_map(Hidden::Edit),
        1 => any::<usize>().prop_map(Hidden::Return),
        1 => any::<usize>().prop_map(Hidden::Remove),
        1 => any::<usize>().prop_map(Hidden::ApproveAndUndo),
        1 => any::<usize>().prop_map(Hidden::Withdraw),
        1 => any::<usize>().prop_map(Hidden::UndoWithdraw),
        1 => Just(Hidden::Propose),
        1 => Just(Hidden::Decline),
    ]
}

fn script() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![public().prop_map(Step::Public), hidden().prop_map(Step::Hidden)];
    proptest::collection::vec(step, 1..80)
}

#[test]
fn promise_1_a_conversation_reads_the_same_with_and_without_a_message_that_waits() {
    let steps = [
        Step::Public(Public::Say(3)),
        Step::Hidden(Hidden::Say(4)),
        Step::Public(Public::Say(4)),
        Step::Hidden(Hidden::Return(0)),
        Step::Hidden(Hidden::Propose),
        Step::Public(Public::Wait(15_000)),
        Step::Public(Public::Hear(4, 1)),
        Step::Hidden(Hidden::Edit(0)),
        Step::Public(Public::Say(1)),
    ];
    let (with, without) = (Play::of(&steps, true), Play::of(&steps, false));
    assert_eq!(with.everybody_reads(), without.everybody_reads());
    let desk = |play: &Play| play.test.room.lanes().of(Lane::Facilitators);
    assert_eq!(
        desk(&with).0 - desk(&without).0,
        6,
        "held, decided, proposed, returned, edited, held"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn promise_1_everybody_reads_the_same_with_and_without_what_is_hidden(steps in script()) {
        let (with, without) = (Play::of(&steps, true), Play::of(&steps, false));
        prop_assert_eq!(with.everybody_reads(), without.everybody_reads());
        prop_assert_eq!(with.outcomes, without.outcomes);
    }

    #[test]
    fn every_lane_counts_one_two_three(steps in script()) {
        let play = Play::of(&steps, true);
        let mut counts: BTreeMap<Lane, u64> = BTreeMap::new();
        for place in play.test.written.iter().flat_map(|written| &written.places) {
            let count = counts.entry(place.lane).or_default();
            *count += 1;
            prop_assert_eq!(place.position, Position(*count));
        }
        for (lane, count) in counts {
            prop_assert_eq!(play.test.room.lanes().of(lane), Position(count));
        }
    }
}
