//! Answers the operator's requests, whether they come over the control socket of a running server
//! or from the command line itself.

use crate::control::{Fault, Handler, Request};
use crate::origin::Origin;
use crate::rooms::Rooms;
use crate::sessions::{self, SessionFault};
use crate::state::App;
use async_trait::async_trait;
use serde_json::Value;

/// The operator's hand in a running server.
pub struct Operator {
    app: App,
}

impl Operator {
    /// For this server.
    pub const fn new(app: App) -> Self {
        Self { app }
    }
}

#[async_trait]
impl Handler for Operator {
    async fn handle(&self, request: Request) -> Result<Value, Fault> {
        if request == Request::KeysRotated {
            let world = self.app.rooms.world();
            let keys = world.keys.signing_keys(world.clock.now()).map_err(|e| fault(&e))?;
            self.app.tickets.replace_keys(&keys);
            return Ok(Value::Null);
        }
        answer(&self.app.rooms, &self.app.origin, request).await
    }
}

/// Does what needs only the rooms.
pub async fn answer(rooms: &Rooms, origin: &Origin, request: Request) -> Result<Value, Fault> {
    let answer = match request {
        Request::SessionNew { template, participants } => {
            let room = sessions::arrange(rooms, &template).await.map_err(|e| session_fault(&e))?;
            let invited = sessions::invite(rooms, room, participants, origin).await;
            serde_json::to_value(invited.map_err(|e| session_fault(&e))?)
        }
        Request::SessionStatus { room } => serde_json::to_value(
            sessions::status(rooms, room).await.map_err(|e| session_fault(&e))?,
        ),
        Request::Record { room } => serde_json::to_value(
            sessions::record(rooms, room).await.map_err(|e| session_fault(&e))?,
        ),
        Request::KeysRotated => Ok(Value::Null),
    };
    answer.map_err(|e| fault(&e))
}

fn session_fault(error: &SessionFault) -> Fault {
    let code = match error {
        SessionFault::NoTemplate(_) => "template_unknown",
        SessionFault::Keys(_) => "keys",
        SessionFault::Store(_) => "database",
        SessionFault::Room(crate::rooms::Trouble::NoSuchRoom) => "room_unknown",
        SessionFault::Room(_) => "room",
    };
    Fault { code: code.to_owned(), words: error.to_string() }
}

fn fault(error: &dyn std::error::Error) -> Fault {
    Fault { code: "fault".to_owned(), words: error.to_string() }
}
