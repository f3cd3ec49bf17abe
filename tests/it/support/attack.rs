//! Bare sockets that send whatever they like, and what they were told at the end.

use futures_util::{SinkExt, Stream, StreamExt};
use roundtable_load::wire::{hello, socket, text, upgrade};
use roundtable_load::{Client, Seat};
use roundtable_protocol::{Positions, ServerFrame};
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::{self, Message};

/// A bare websocket.
pub(crate) type Bare = WebSocketStream<TcpStream>;

/// Opens a websocket and says nothing yet.
pub(crate) async fn silent(seat: &Seat) -> Bare {
    socket(&seat.origin, upgrade(&seat.origin).unwrap()).await.unwrap()
}

/// Opens a websocket, says hello with this ticket, and reads nothing yet.
pub(crate) async fn with_ticket(seat: &Seat, ticket: &str) -> Bare {
    let mut socket = silent(seat).await;
    socket.send(text(&hello(ticket.to_owned(), Positions::default())).unwrap()).await.unwrap();
    socket
}

/// Opens a websocket that has been welcomed.
pub(crate) async fn welcomed(seat: &Seat) -> Bare {
    let mut socket = with_ticket(seat, &seat.ticket().await.unwrap()).await;
    let first = socket.next().await.unwrap().unwrap();
    let welcome = serde_json::from_str(first.to_text().unwrap()).unwrap();
    assert!(matches!(welcome, ServerFrame::Welcome { .. }), "{welcome:?}");
    socket
}

/// Reads to the end: the frames, and the code of the close frame.
pub(crate) async fn to_the_end(
    socket: &mut (impl Stream<Item = tungstenite::Result<Message>> + Unpin),
) -> (Vec<ServerFrame>, Option<u16>) {
    let (mut frames, mut code) = (Vec::new(), None);
    let reading = async {
        while let Some(Ok(message)) = socket.next().await {
            if let Message::Text(text) = &message {
                frames.push(serde_json::from_str(text).unwrap());
            } else if let Message::Close(close) = message {
                code = close.map(|close| u16::from(close.code));
            }
        }
    };
    timeout(Duration::from_secs(30), reading).await.expect("the server ends the connection");
    (frames, code)
}

/// The median time from a command to its author's own message on the public lane.
pub(crate) async fn median_echo(client: &mut Client, times: usize) -> Duration {
    let mut took = Vec::new();
    for _ in 0..times {
        let began = Instant::now();
        let mine = client.tell(super::table::say("Can you read me?")).await.unwrap();
        let echoed = |state: &roundtable_load::State| {
            let number = state.view.mine.get(&mine)?.number?;
            state.view.messages.contains_key(&number).then_some(())
        };
        client.until_some("its message is in the room", echoed).await.unwrap();
        took.push(began.elapsed());
    }
    took.sort();
    took[took.len() / 2]
}

/// Flat, on a machine where other things run too: within a generous factor of what it was.
pub(crate) fn assert_flat(before: Duration, during: Duration) {
    assert!(
        during < before * 5 + Duration::from_millis(40),
        "the echo took {before:?} and now {during:?}"
    );
}
