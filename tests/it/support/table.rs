//! A table with people: every seat of the practice session redeemed, connected and named.

use super::{Setup, TestServer};
use futures_util::future::join_all;
use roundtable_core::id::{PhaseIndex, Position};
use roundtable_core::keys::Act;
use roundtable_core::language::Language;
use roundtable_core::roles::{Belonging, Stage};
use roundtable_core::session::Kind;
use roundtable_load::client::plain;
use roundtable_load::wire::Way;
use roundtable_load::{Client, Link, Seat, View};
use roundtable_protocol::WireCommand;

/// The phases of the practice agenda.
pub(crate) const ARRIVING: PhaseIndex = PhaseIndex(1);
pub(crate) const STORIES: PhaseIndex = PhaseIndex(2);
pub(crate) const CLOSING: PhaseIndex = PhaseIndex(4);

/// Everybody of a session.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) server: TestServer,
    pub(crate) facilitators: Vec<Client>,
    pub(crate) participants: Vec<Client>,
    pub(crate) interpreters: Vec<Client>,
    pub(crate) observers: Vec<Client>,
}

impl Table {
    /// Starts a server and seats everybody; the room is not open yet. The last participant comes
    /// over the fallback.
    pub(crate) async fn gather(setup: Setup) -> Self {
        let server = TestServer::start(setup);
        let links = server.invitation.links.clone();
        let facilitators = seat_all(&links.facilitator, "Facilitator", Language::En).await;
        let mut participants = seat_all(&links.participant, "Participant", Language::Hy).await;
        let last = participants.pop().unwrap();
        participants.push(connect(last.seat.clone(), Way::Fallback).await);
        let interpreters = seat_all(&links.interpreter, "Interpreter", Language::Az).await;
        let observers = seat_all(&links.observer, "Observer", Language::En).await;
        Self { server, facilitators, participants, interpreters, observers }
    }

    /// Seats everybody and opens the room with two keys.
    pub(crate) async fn open(setup: Setup) -> Self {
        let mut table = Self::gather(setup).await;
        table.facilitators[0].act(WireCommand::Propose { act: Act::Open }).await.unwrap();
        let proposal = table.facilitators[1]
            .until_some("the opening is proposed", |state| state.view.waiting_proposal(Act::Open))
            .await
            .unwrap();
        table.facilitators[1].act(WireCommand::Second { proposal }).await.unwrap();
        table.all_see("the room is open", |view| view.stage == Stage::Live).await;
        table
    }

    /// Seats everybody, opens the room and moves on to a phase.
    pub(crate) async fn in_phase(phase: PhaseIndex, setup: Setup) -> Self {
        let mut table = Self::open(setup).await;
        table.move_to(phase).await;
        table
    }

    /// Moves on to a phase.
    pub(crate) async fn move_to(&mut self, phase: PhaseIndex) {
        self.all_see("a phase runs", |view| view.phase.is_some()).await;
        let now = self.facilitators[0].view().phase.unwrap();
        for from in (now.0..phase.0).map(PhaseIndex) {
            self.facilitators[0].act(WireCommand::NextPhase { from }).await.unwrap();
        }
        self.all_see("the phase has begun", |view| view.phase == Some(phase)).await;
    }

    /// Every client.
    pub(crate) fn everybody(&self) -> impl Iterator<Item = &Client> {
        let [a, b, c, d] =
            [&self.facilitators, &self.participants, &self.interpreters, &self.observers];
        a.iter().chain(b).chain(c).chain(d)
    }

    /// Every client, to act with.
    pub(crate) fn everybody_mut(&mut self) -> impl Iterator<Item = &mut Client> {
        let people = self.facilitators.iter_mut().chain(&mut self.participants);
        people.chain(&mut self.interpreters).chain(&mut self.observers)
    }

    /// Waits until something is true on every screen.
    pub(crate) async fn all_see(&self, what: &str, holds: impl Fn(&View) -> bool) {
        for client in self.everybody() {
            client.until(what, |state| holds(&state.view)).await.unwrap();
        }
    }

    /// Waits until everybody sees so many messages, and says that nothing came doubled or late.
    pub(crate) async fn all_see_messages(&self, count: usize) {
        self.all_see(&format!("there are {count} messages"), |view| view.messages.len() >= count)
            .await;
        self.nothing_is_at_fault();
        let first = self.facilitators[0].view().messages;
        assert_eq!(first.len(), count, "nothing is doubled");
        for client in self.everybody() {
            assert_eq!(client.view().messages, first, "seat {}", client.seat.seat);
        }
    }

    /// No client was sent something twice, or found a gap.
    pub(crate) fn nothing_is_at_fault(&self) {
        for client in self.everybody() {
            assert!(
                client.state().faults.is_empty(),
                "{}: {:?}",
                client.seat.seat,
                client.state().faults
            );
        }
    }

    /// The place on the desk of the one message that waits.
    pub(crate) async fn held(&self) -> Position {
        let waiting =
            |view: &View| view.desk.iter().find(|(_, held)| held.waits()).map(|(desk, _)| *desk);
        self.facilitators[0]
            .until_some("a message waits", |state| waiting(&state.view))
            .await
            .unwrap()
    }

    /// After a restart: everybody comes back to where the server is now.
    pub(crate) async fn come_back(&mut self) {
        let origin = self.server.origin().to_owned();
        let coming = self.everybody_mut().map(async |client| {
            let way = client.way();
            client.move_to(&origin, way);
            client.reconnect().await
        });
        join_all(coming).await.into_iter().for_each(|came| came.unwrap());
    }

    /// What every seat would see if it came for the first time, from the whole history.
    pub(crate) async fn views_from_the_beginning(&self) -> Vec<View> {
        let seats = self.everybody().map(|client| client.seat.at(self.server.origin()));
        join_all(seats.map(async |seat| connect(seat, Way::Socket).await.view())).await
    }

    /// What every seat sees now.
    pub(crate) fn views(&self) -> Vec<View> {
        self.everybody().map(Client::view).collect()
    }
}

/// A client of a seat.
pub(crate) async fn connect(seat: Seat, way: Way) -> Client {
    Client::connect(seat, way).await.unwrap()
}

/// Redeems a link.
pub(crate) async fn redeem(link: &str) -> Seat {
    link.parse::<Link>().unwrap().redeem().await.unwrap()
}

async fn seat_all(links: &[String], name: &str, writes: Language) -> Vec<Client> {
    let mut clients = Vec::new();
    for (index, link) in links.iter().enumerate() {
        let mut client = connect(redeem(link).await, Way::Socket).await;
        let belonging = if index % 2 == 0 { Belonging::A } else { Belonging::B };
        client.introduce(&format!("{name} {}", index + 1), belonging, writes).await.unwrap();
        clients.push(client);
    }
    clients
}

/// The command that tells a story.
pub(crate) fn story(text: &str, content_note: &str) -> WireCommand {
    WireCommand::Say {
        kind: Kind::Story,
        language: Language::Hy,
        text: text.to_owned(),
        content_note: Some(content_note.to_owned()),
        insist: false,
    }
}

/// The command that says something simply, in English.
pub(crate) fn say(text: &str) -> WireCommand {
    plain(Language::En, text)
}
