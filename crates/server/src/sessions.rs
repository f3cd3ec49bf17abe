//! Arranging sessions: the room, its keys, its invitations. Until organizers have screens, the
//! command line and the practice start do this through here.

use crate::keys_folder::{KeyKind, KeysError};
use crate::rooms::handle::RoomView;
use crate::rooms::{Rooms, Trouble};
use crate::{origin::Origin, random};
use roundtable_core::id::RoomId;
use roundtable_core::record::Digest;
use roundtable_core::roles::{Belonging, Role};
use roundtable_core::room::command::Command;
use roundtable_core::session::template::{TEMPLATES, template};
use roundtable_core::time::Span;
use roundtable_store::{Invitation, Session, StoreError};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// How long an invitation can be used.
const INVITATION_LIFE: Span = Span::minutes(72 * 60);

/// Why a session could not be arranged.
#[derive(Debug, thiserror::Error)]
pub enum SessionFault {
    /// No such template.
    #[error("there is no template {0}. There are: {list}", list = TEMPLATES.join(", "))]
    NoTemplate(String),
    /// The keys folder says no.
    #[error(transparent)]
    Keys(#[from] KeysError),
    /// The store says no.
    #[error("the database says no: {0}")]
    Store(#[from] StoreError),
    /// The room says no.
    #[error("the room says no: {0}")]
    Room(#[from] Trouble),
}

/// A session's invitations: what is printed once and kept nowhere.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Invited {
    /// Which session.
    pub room: RoomId,
    /// Where people come.
    pub url: String,
    /// The links.
    pub links: Links,
}

/// Links by role.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Links {
    /// One a side.
    pub facilitator: Vec<String>,
    /// Sides alternate; each declares her own.
    pub participant: Vec<String>,
    /// Two.
    pub interpreter: Vec<String>,
    /// One.
    pub observer: Vec<String>,
}

impl Links {
    /// The links for a person to read, under the name of each role.
    pub fn lines(&self) -> Vec<String> {
        let groups = [
            ("Facilitators", &self.facilitator),
            ("Participants", &self.participant),
            ("Interpreters", &self.interpreter),
            ("Observer", &self.observer),
        ];
        let group = |(name, links): (&str, &Vec<String>)| {
            let links = links.iter().map(|link| format!("  {link}"));
            std::iter::once(name.to_owned()).chain(links).collect::<Vec<_>>()
        };
        groups.into_iter().flat_map(group).collect()
    }
}

/// SHA-256 of a code or token: what is kept of it.
pub fn hash(code: &str) -> Digest {
    Digest(Sha256::digest(code.as_bytes()).into())
}

/// Makes a session from a template; its first fact is durable when this answers.
pub async fn arrange(rooms: &Rooms, name: &str) -> Result<RoomId, SessionFault> {
    let settings = template(name).ok_or_else(|| SessionFault::NoTemplate(name.to_owned()))?;
    let world = rooms.world();
    let room = RoomId::from_bytes(random::bytes());
    let session = Session {
        room,
        series: random::once(),
        template: name.to_owned(),
        settings: settings.clone(),
        kid_words: world.keys.create_key(KeyKind::Session)?.as_str().to_owned(),
        kid_names: world.keys.create_key(KeyKind::Series)?.as_str().to_owned(),
        created_at: world.clock.now(),
    };
    world.store.create_session(session).await?;
    rooms.room(room)?.organize(Command::Schedule(settings)).await?;
    Ok(room)
}

/// Gives out fresh single-use invitations for every seat; those given out before are void.
pub async fn invite(
    rooms: &Rooms,
    room: RoomId,
    participants: u16,
    origin: &Origin,
) -> Result<Invited, SessionFault> {
    let mut links = Links::default();
    let mut invitations = Vec::new();
    let now = rooms.world().clock.now();
    for (role, belonging) in seats(participants) {
        let code = random::code();
        invitations.push(Invitation {
            hash: hash(&code),
            room,
            role,
            belonging,
            uses_left: 1,
            expires_at: now.plus(INVITATION_LIFE),
            revoked: false,
        });
        let link = format!("{}/join#{code}", origin.as_str());
        match role {
            Role::Facilitator => links.facilitator.push(link),
            Role::Participant => links.participant.push(link),
            Role::Interpreter => links.interpreter.push(link),
            Role::Observer | Role::Expert => links.observer.push(link),
        }
    }
    let store = &rooms.world().store;
    store.revoke_invitations(room).await?;
    store.add_invitations(&invitations).await?;
    Ok(Invited { room, url: origin.as_str().to_owned(), links })
}

/// A facilitator of each side, participants of alternating sides, two interpreters, an observer.
fn seats(participants: u16) -> Vec<(Role, Belonging)> {
    let sides = [Belonging::A, Belonging::B];
    let facilitators = sides.map(|side| (Role::Facilitator, side));
    let participants = sides.into_iter().cycle().take(usize::from(participants));
    facilitators
        .into_iter()
        .chain(participants.map(|side| (Role::Participant, side)))
        .chain([(Role::Interpreter, Belonging::Undeclared); 2])
        .chain([(Role::Observer, Belonging::Undeclared)])
        .collect()
}

/// How a room stands, or the newest hundred.
pub async fn status(rooms: &Rooms, room: Option<RoomId>) -> Result<Vec<RoomView>, SessionFault> {
    let named = match room {
        Some(room) => vec![room],
        None => {
            rooms.world().store.sessions(100).await?.iter().map(|session| session.room).collect()
        }
    };
    let mut views = Vec::new();
    for room in named {
        views.push(rooms.room(room)?.view().await?);
    }
    Ok(views)
}

/// A room's record, as a file that [`roundtable_core::record::verify`] reads.
pub async fn record(rooms: &Rooms, room: RoomId) -> Result<String, SessionFault> {
    let view = rooms.room(room)?.view().await?;
    let mut entries = Vec::new();
    // Entries that land meanwhile are left for the next time: the file ends where the view did.
    while (entries.len() as u64) < view.record_entries {
        let page = rooms.world().store.record(room, entries.len() as u64, 1_000).await?;
        if page.is_empty() {
            return Err(SessionFault::Room(Trouble::Fault));
        }
        entries.extend(page);
    }
    entries.truncate(usize::try_from(view.record_entries).unwrap_or(usize::MAX));
    let head =
        entries.last().map_or(roundtable_core::record::Chain::start().head, |entry| entry.head);
    let chain = roundtable_core::record::Chain { length: view.record_entries, head };
    roundtable_core::record::verify::write(room, &entries, &chain)
        .map_err(|_| SessionFault::Room(Trouble::Fault))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn promise_3_both_sides_get_the_same_seats() {
        for participants in [2, 4, 6, 12] {
            let count =
                |belonging| seats(participants).iter().filter(|(_, b)| *b == belonging).count();
            assert_eq!(count(Belonging::A), count(Belonging::B));
        }
    }
}
