//! Who could read which text, told from the log alone and from nothing that `apply` keeps: the
//! second opinion that the room's own answer is held to.

use roundtable_core::id::{BodyId, MessageId, SeatNo};
use roundtable_core::roles::Role;
use roundtable_core::room::fact::{Content, Decided, Fact, Lane, MessageRef, Standing};
use roundtable_core::testing::TestRoom;
use std::collections::BTreeMap;

/// How far a message has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    /// Its author, and facilitators.
    Desk,
    /// Everybody.
    Room,
    /// Its author alone, who took it back.
    Author,
    /// Nobody.
    Gone,
}

/// What a text is.
#[derive(Clone, Copy, Debug)]
enum Text {
    Words(MessageId),
    Note(MessageId),
    Name,
}

/// What the log says about texts and readers.
#[derive(Default)]
pub(crate) struct Known {
    rows: usize,
    texts: BTreeMap<BodyId, Text>,
    current: BTreeMap<MessageId, Content>,
    messages: BTreeMap<MessageId, (SeatNo, Reach)>,
    roles: BTreeMap<SeatNo, Role>,
}

/// A text that somebody can read and may not.
#[derive(Debug)]
#[expect(dead_code, reason = "printed when a leak is found")]
pub(crate) struct Leak {
    seat: SeatNo,
    lane: Lane,
    body: BodyId,
}

impl Known {
    /// Reads on in the log.
    pub(crate) fn learn(&mut self, test: &TestRoom) {
        for fact in test.rows.iter().skip(self.rows).flat_map(|row| &row.facts) {
            self.hear_of(fact);
        }
        self.rows = test.rows.len();
    }

    /// Every text that a seat can read, whatever position it resumes from, and may not.
    ///
    /// A resume from any position reads a part of what is read from the beginning, so that the
    /// beginning stands for all of them.
    pub(crate) fn leaks(&self, test: &TestRoom) -> Vec<Leak> {
        let seats = self.roles.keys();
        seats
            .flat_map(|seat| reads(test, *seat).map(|(lane, body)| (*seat, lane, body)))
            .filter(|(seat, _, body)| !self.may_read(*seat, *body))
            .map(|(seat, lane, body)| Leak { seat, lane, body })
            .collect()
    }

    /// Does this text belong to a message that is not in the room?
    pub(crate) fn waits(&self, body: BodyId) -> bool {
        match self.texts.get(&body) {
            Some(Text::Words(id)) => self.messages.get(id).is_some_and(|m| m.1 == Reach::Desk),
            Some(Text::Note(_) | Text::Name) | None => false,
        }
    }

    fn may_read(&self, seat: SeatNo, body: BodyId) -> bool {
        let facilitator = self.roles.get(&seat) == Some(&Role::Facilitator);
        match self.texts.get(&body) {
            None => false,
            Some(Text::Name) => true,
            Some(Text::Note(id)) => self.messages.get(id).is_some_and(|(author, reach)| {
                *reach != Reach::Gone && (*author == seat || facilitator)
            }),
            Some(Text::Words(id)) => {
                let current = self.current.get(id).is_some_and(|c| of(c).any(|own| own == body));
                current
                    && self.messages.get(id).is_some_and(|(author, reach)| match reach {
                        Reach::Room => true,
                        Reach::Desk => *author == seat || facilitator,
                        Reach::Author => *author == seat,
                        Reach::Gone => false,
                    })
            }
        }
    }

    fn hear_of(&mut self, fact: &Fact) {
        if let (Some(note), Some(message)) = (note(fact), fact.message()) {
            self.texts.insert(note, Text::Note(message.id));
        }
        #[expect(clippy::wildcard_enum_match_arm, reason = "the others move no text and no reader")]
        match fact {
            Fact::SeatAdmitted { seat, role, .. } | Fact::SeatRoleChanged { seat, role } => {
                self.roles.insert(*seat, *role);
            }
            Fact::SeatIntroduced { name, .. } => {
                self.texts.insert(*name, Text::Name);
            }
            Fact::MessageSaid { message, content }
            | Fact::MessageEdited { message, content, .. } => {
                self.texts.extend(of(content).map(|body| (body, Text::Words(message.id))));
                self.current.insert(message.id, content.clone());
                self.reaches(message, Reach::Desk);
            }
            Fact::MessagePublished { message, .. }
            | Fact::MessageShown { message, .. }
            | Fact::WithdrawalUndone { message, again: Standing::Published, .. } => {
                self.reaches(message, Reach::Room);
            }
            Fact::MessageHidden { message, .. }
            | Fact::MessageRemoved { message, .. }
            | Fact::WithdrawalUndone { message, .. } => self.reaches(message, Reach::Desk),
            Fact::MessageWithdrawn { message, .. } => self.reaches(message, Reach::Author),
            Fact::MessageErased { message, .. } => self.reaches(message, Reach::Gone),
            _ => {}
        }
    }

    fn reaches(&mut self, message: &MessageRef, reach: Reach) {
        self.messages.insert(message.id, (message.author, reach));
    }
}

/// What a seat that reads all its lanes now finds there.
pub(crate) fn reads(test: &TestRoom, seat: SeatNo) -> impl Iterator<Item = (Lane, BodyId)> {
    test.room.readable_lanes(seat).into_iter().flat_map(move |(lane, after)| {
        let written =
            test.written.iter().flat_map(|w| w.places.iter().map(move |place| (w, place)));
        written
            .filter(move |(_, place)| place.lane == lane && place.position > after)
            .flat_map(|(w, place)| bodies(&w.row.facts[usize::from(place.fact)]))
            .filter(move |body| test.room.may_show(lane, *body))
            .map(move |body| (lane, body))
    })
}

fn of(content: &Content) -> impl Iterator<Item = BodyId> + use<> {
    [Some(content.text), content.content_note].into_iter().flatten()
}

/// Every text that a fact names.
fn bodies(fact: &Fact) -> Vec<BodyId> {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the others name a note or nothing")]
    let own: Vec<BodyId> = match fact {
        Fact::SeatIntroduced { name, .. } => vec![*name],
        Fact::MessageSaid { content, .. }
        | Fact::MessageHeld { content, .. }
        | Fact::MessagePublished { content, .. }
        | Fact::MessageShown { content, .. }
        | Fact::WithdrawalUndone { content, .. } => of(content).collect(),
        Fact::MessageEdited { content, before, .. } => {
            of(content).chain(before.iter().copied()).collect()
        }
        Fact::MessageErased { bodies, .. } => bodies.clone(),
        _ => Vec::new(),
    };
    own.into_iter().chain(note(fact)).collect()
}

/// The line to the author that a fact names.
fn note(fact: &Fact) -> Option<BodyId> {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the others carry no line")]
    match fact {
        Fact::HoldDecided {
            decided: Decided::Returned { note, .. } | Decided::Removed { note, .. },
            ..
        }
        | Fact::MessageReturned { note, .. }
        | Fact::MessageRemoved { note, .. }
        | Fact::MessageHidden { note, .. }
        | Fact::WithdrawalUndone {
            again:
                Standing::Returned { note, .. }
                | Standing::Hidden { note, .. }
                | Standing::Removed { note, .. },
            ..
        } => *note,
        _ => None,
    }
}
