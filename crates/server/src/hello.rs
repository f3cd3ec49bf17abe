//! The first frame of a connection: a ticket, spent here, and where to go on.

use crate::rooms::feed::Feed;
use crate::rooms::{Connection, RoomHandle, Trouble};
use crate::state::App;
use crate::telemetry::metric;
use roundtable_core::refusal::Refusal;
use roundtable_protocol::{ClientFrame, CloseCode, PROTOCOL};

/// A connection that has joined its room.
pub struct Joined {
    /// Its frames.
    pub feed: Feed,
    /// The room's end of it.
    pub connection: Connection,
    /// Where its commands go.
    pub room: RoomHandle,
}

/// Joins the room that the hello's ticket is for.
pub async fn join(app: &App, hello: &str, stream: Option<String>) -> Result<Joined, CloseCode> {
    let Ok(ClientFrame::Hello { protocol: PROTOCOL, ticket, resume }) = serde_json::from_str(hello)
    else {
        return Err(CloseCode::BadHello);
    };
    let world = app.rooms.world();
    let claims = app.tickets.redeem(world.clock.now(), &ticket).map_err(|_| refused())?;
    // The seat may have been ended since the ticket was made.
    let signed_in = world.store.sign_in(&claims.handle).await.map_err(|_| CloseCode::Fault)?;
    if signed_in.is_none_or(|found| (found.room, found.seat) != (claims.room, claims.seat)) {
        return Err(refused());
    }
    let room = app.rooms.room(claims.room).map_err(close_code)?;
    let joined =
        Feed::join(world.clone(), claims.room, room.clone(), claims.seat, resume, stream).await;
    let (feed, connection) = joined.map_err(close_code)?;
    Ok(Joined { feed, connection, room })
}

fn refused() -> CloseCode {
    metrics::counter!(metric::TICKETS_REFUSED).increment(1);
    CloseCode::BadTicket
}

#[expect(clippy::needless_pass_by_value, reason = "a map_err function")]
fn close_code(trouble: Trouble) -> CloseCode {
    match trouble {
        Trouble::Refused(Refusal::NoSuchSeat) | Trouble::NoSuchRoom => CloseCode::BadTicket,
        Trouble::Busy | Trouble::Refused(_) | Trouble::Fault => CloseCode::Fault,
    }
}
