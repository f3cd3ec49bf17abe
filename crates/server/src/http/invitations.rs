//! Coming in: looking at an invitation consumes nothing, redeeming it gives a seat.

use super::door::{Peer, knock};
use super::error::ApiError;
use crate::random;
use crate::sessions::hash;
use crate::state::App;
use axum::Json;
use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{AppendHeaders, IntoResponse, Response};
use roundtable_core::id::{RoomId, SeatNo};
use roundtable_core::language::Language;
use roundtable_core::roles::{Belonging, Role, Stage};
use roundtable_core::room::command::{Command, Consent};
use roundtable_core::room::fact::Fact;
use roundtable_core::session::Phase;
use roundtable_core::time::Span;
use roundtable_store::{Invitation, SignIn};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::ToSchema;

/// How long a seat stays signed in on a device.
const SIGN_IN_LIFE: Span = Span::minutes(12 * 60);

/// The code out of a link's fragment.
#[derive(Deserialize, ToSchema)]
pub struct Look {
    /// 32 hex digits.
    code: String,
}

/// What an open invitation is for.
#[derive(Serialize, ToSchema)]
pub struct Looked {
    #[schema(value_type = String)]
    role: Role,
    template: String,
    practice: bool,
    sides: [String; 2],
    #[schema(value_type = Vec<Object>)]
    agenda: Vec<Phase>,
    #[schema(value_type = Vec<String>)]
    languages: [Language; 3],
    facilitators: u16,
    interpreters: u16,
    participants: u16,
    observers: u16,
}

/// What the person agreed to, with the code.
#[derive(Deserialize, ToSchema)]
pub struct Redeem {
    /// 32 hex digits.
    code: String,
    /// `take_part` is needed, `summary` is a choice.
    #[schema(value_type = Vec<String>)]
    consents: BTreeSet<Consent>,
}

/// A seat.
#[derive(Serialize, ToSchema)]
pub struct Redeemed {
    handle: String,
    #[schema(value_type = u16)]
    seat: SeatNo,
    #[schema(value_type = String)]
    role: Role,
    path: String,
}

/// What is this invitation for? Consumes nothing.
#[utoipa::path(post, path = "/api/invitations/look", request_body = Look,
    responses((status = 200, body = Looked), (status = 404, description = "invitation_unknown")))]
pub async fn look(
    State(app): State<App>,
    peer: Peer,
    headers: HeaderMap,
    Json(look): Json<Look>,
) -> Result<Json<Looked>, ApiError> {
    knock(&app, peer.0, &headers)?;
    let world = app.rooms.world();
    let found = world.store.invitation(hash(&look.code)).await?;
    let now = world.clock.now();
    let open =
        found.filter(|invitation| invitation.is_open(now)).ok_or(ApiError::InvitationUnknown)?;
    let session = world.store.session(open.room).await?.ok_or(ApiError::InvitationUnknown)?;
    let seats = app.rooms.room(open.room)?.view().await?.seats;
    let count = |role| {
        u16::try_from(seats.iter().filter(|seat| seat.role == role).count()).unwrap_or(u16::MAX)
    };
    Ok(Json(Looked {
        role: open.role,
        template: session.template,
        practice: session.settings.practice,
        sides: session.settings.sides,
        agenda: session.settings.agenda,
        languages: Language::ALL,
        facilitators: count(Role::Facilitator).max(2),
        interpreters: count(Role::Interpreter).max(2),
        participants: count(Role::Participant),
        observers: count(Role::Observer),
    }))
}

/// Takes a seat. Of many at the same time, one gets it.
#[utoipa::path(post, path = "/api/invitations/redeem", request_body = Redeem,
    responses((status = 201, body = Redeemed), (status = 404, description = "invitation_unknown"),
        (status = 422, description = "consent_missing")))]
pub async fn redeem(
    State(app): State<App>,
    peer: Peer,
    headers: HeaderMap,
    Json(redeem): Json<Redeem>,
) -> Result<Response, ApiError> {
    knock(&app, peer.0, &headers)?;
    if !redeem.consents.contains(&Consent::TakePart) {
        return Err(ApiError::ConsentMissing);
    }
    let world = app.rooms.world();
    let (hash, now) = (hash(&redeem.code), world.clock.now());
    let used = world.store.redeem(hash, now).await?.ok_or(ApiError::InvitationUnknown)?;
    match admit(&app, &used, redeem.consents).await {
        Ok(seat) => sign_in(&app, &headers, used.room, seat, used.role).await,
        Err(error) => {
            // The person is not in: the link works once more.
            world.store.unredeem(hash).await?;
            Err(error)
        }
    }
}

async fn admit(
    app: &App,
    used: &Invitation,
    consents: BTreeSet<Consent>,
) -> Result<SeatNo, ApiError> {
    let room = app.rooms.room(used.room)?;
    if let Some(seat) = seat_to_return_to(app, used).await? {
        return Ok(seat);
    }
    let admit = Command::Admit { role: used.role, belonging: used.belonging, consents };
    let facts = room.organize(admit).await?;
    let admitted = facts.into_iter().find_map(|fact| {
        if let Fact::SeatAdmitted { seat, .. } = fact { Some(seat) } else { None }
    });
    admitted.ok_or(ApiError::Fault)
}

/// In practice every start prints fresh links to the same data, and keys are fixed once the room
/// has opened: a fresh facilitator's link then leads back to the seat of the same side.
async fn seat_to_return_to(app: &App, used: &Invitation) -> Result<Option<SeatNo>, ApiError> {
    if !app.practice || used.role != Role::Facilitator {
        return Ok(None);
    }
    let view = app.rooms.room(used.room)?.view().await?;
    if view.stage == Stage::Waiting {
        return Ok(None);
    }
    let same = |belonging: Belonging| belonging == used.belonging;
    let seat =
        view.seats.iter().find(|seat| seat.role == Role::Facilitator && same(seat.belonging));
    Ok(seat.map(|seat| seat.seat))
}

async fn sign_in(
    app: &App,
    headers: &HeaderMap,
    room: RoomId,
    seat: SeatNo,
    role: Role,
) -> Result<Response, ApiError> {
    let (handle, token) = (random::handle(), random::token());
    let world = app.rooms.world();
    let now = world.clock.now();
    let sign_in = SignIn {
        token_hash: hash(&token),
        handle: handle.clone(),
        room,
        seat,
        created_at: now,
        expires_at: now.plus(SIGN_IN_LIFE),
    };
    world.store.add_sign_in(sign_in).await?;
    let given =
        app.cookies.give(headers, &handle, &token, SIGN_IN_LIFE).map_err(|_| ApiError::Fault)?;
    for (old, _) in &given.ended {
        world.store.end_sign_in(old).await?;
    }
    let cookies = AppendHeaders(
        given.headers.into_iter().map(|value| (SET_COOKIE, value)).collect::<Vec<_>>(),
    );
    let path = format!("/s/{handle}");
    Ok((StatusCode::CREATED, cookies, Json(Redeemed { handle, seat, role, path })).into_response())
}
