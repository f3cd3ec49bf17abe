//! Coming, being called something, changing one's part, and the room's first fact.

use super::{Acting, Bodies, Decision};
use crate::id::SeatNo;
use crate::language::Language;
use crate::refusal::Refusal;
use crate::roles::{Belonging, Role, Stage};
use crate::room::command::Consent;
use crate::room::fact::Fact;
use crate::room::row::BodyClass;
use crate::room::{MAX_SEATS, Room};
use crate::session::Settings;
use crate::text::SeatName;
use std::collections::BTreeSet;

impl Room {
    pub(super) fn schedule(&self, settings: &Settings) -> Result<Decision, Refusal> {
        match self.settings {
            Some(_) => Ok(Decision::nothing()),
            None if settings.agenda.is_empty() => Err(Refusal::NoSuchPhase),
            None => Ok(Decision::facts([Fact::Scheduled { settings: settings.clone() }])),
        }
    }

    pub(super) fn admit(
        &self,
        role: Role,
        belonging: Belonging,
        consents: &BTreeSet<Consent>,
    ) -> Result<Decision, Refusal> {
        if self.settings.is_none() {
            return Err(Refusal::NotOpen);
        }
        if self.stage() == Stage::Closed {
            return Err(Refusal::RoomClosed);
        }
        if role == Role::Facilitator && self.stage() != Stage::Waiting {
            return Err(Refusal::KeysAreFixed);
        }
        if self.seats.len() >= MAX_SEATS {
            return Err(Refusal::RoomFull { limit: u32::try_from(MAX_SEATS).unwrap_or(u32::MAX) });
        }
        let last = self.seats.last_key_value().map(|(seat, _)| *seat).unwrap_or_default();
        // A participant's side is what she declares herself; the others' is the organizer's word.
        let belonging = if role == Role::Participant { Belonging::Undeclared } else { belonging };
        let fact =
            Fact::SeatAdmitted { seat: last.next(), role, belonging, consents: consents.clone() };
        Ok(Decision::facts([fact]))
    }

    pub(super) fn change_seat_role(&self, seat: SeatNo, role: Role) -> Result<Decision, Refusal> {
        let found = self.seat(seat).ok_or(Refusal::NoSuchSeat)?;
        if found.role == role {
            return Ok(Decision::nothing());
        }
        let key = [found.role, role].contains(&Role::Facilitator);
        if key && self.stage() != Stage::Waiting {
            return Err(Refusal::KeysAreFixed);
        }
        Ok(Decision::facts([Fact::SeatRoleChanged { seat, role }]))
    }

    pub(super) fn introduce(
        &self,
        by: &Acting<'_>,
        name: &SeatName,
        taken: bool,
        declared: Belonging,
        (writes, reads): (Language, &[Language]),
    ) -> Result<Decision, Refusal> {
        if taken {
            return Err(Refusal::NameTaken);
        }
        let belonging = self.belonging_after(by, declared)?;
        self.rows_left(by)?;
        let before = by.me.introduced.as_ref().map(|introduced| introduced.name);
        let mut bodies = Bodies::after(self);
        let name = bodies.write(BodyClass::Names, name.as_str());
        let reads = if reads.is_empty() { vec![writes] } else { reads.to_vec() };
        let seat = by.seat;
        Ok(bodies.decision([Fact::SeatIntroduced {
            seat,
            role: by.me.role,
            belonging,
            writes,
            reads,
            name,
            before,
        }]))
    }

    /// Where a seat stands after it said so: a participant says it herself, until the room opens.
    fn belonging_after(&self, by: &Acting<'_>, declared: Belonging) -> Result<Belonging, Refusal> {
        if by.me.role != Role::Participant {
            return Ok(by.me.belonging);
        }
        if declared == Belonging::ThirdParty {
            return Err(Refusal::BadCommand);
        }
        let changes = by.me.introduced.is_some() && by.me.belonging != declared;
        if changes && self.stage() != Stage::Waiting {
            return Err(Refusal::SideIsFixed);
        }
        Ok(declared)
    }
}
