//! Broken frames close the socket with the code that docs/protocol.md gives them.

use crate::support::attack::{silent, to_the_end, welcomed};
use crate::support::{Setup, Table};
use futures_util::SinkExt;
use roundtable_protocol::CloseCode;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::frame::Frame;
use tokio_tungstenite::tungstenite::protocol::frame::coding::{Data, OpCode};

/// Text by its opcode, whatever the bytes.
fn raw(bytes: &[u8]) -> Message {
    Message::Frame(Frame::message(bytes.to_vec(), OpCode::Data(Data::Text), true))
}

fn broken() -> Vec<(&'static str, Message, CloseCode)> {
    let large = format!(
        r#"{{"type":"do","nonce":"n-00000001","command":{{"do":"leave","x":"{}"}}}}"#,
        "x".repeat(17_000)
    );
    vec![
        ("binary", Message::binary(vec![1, 2, 3]), CloseCode::NotText),
        ("bad UTF-8", raw(&[b'{', 0xC3, 0x28, b'}']), CloseCode::BadFrame),
        ("half a surrogate", raw(&[0xED, 0xA0, 0x80]), CloseCode::BadFrame),
        ("no JSON", Message::text("hello"), CloseCode::BadFrame),
        ("nothing", Message::text(""), CloseCode::BadFrame),
        ("a list", Message::text("[]"), CloseCode::BadFrame),
        ("an unknown frame", Message::text(r#"{"type":"shout"}"#), CloseCode::BadFrame),
        (
            "an unknown command",
            Message::text(r#"{"type":"do","nonce":"n-00000001","command":{"do":"become_admin"}}"#),
            CloseCode::BadFrame,
        ),
        (
            "a bad nonce",
            Message::text(r#"{"type":"do","nonce":"n","command":{"do":"leave"}}"#),
            CloseCode::BadFrame,
        ),
        ("deep nesting", Message::text("[".repeat(8_000)), CloseCode::BadFrame),
        ("just too large", Message::text(large), CloseCode::TooBig),
        ("one megabyte", Message::text("x".repeat(1_048_576)), CloseCode::TooBig),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broken_frame_closes_the_socket_with_its_code_and_harms_nobody_else() {
    let table = Table::open(Setup::default()).await;
    for (what, message, expected) in broken() {
        let mut socket = welcomed(&table.observers[0].seat).await;
        let _ = socket.send(message).await; // the server may hang up while we are still sending
        let (_, code) = to_the_end(&mut socket).await;
        assert_eq!(code, Some(expected.number()), "{what}");
    }
    table.nothing_is_at_fault();
    for client in table.everybody() {
        assert!(client.state().ended.is_none() || client.seat == table.observers[0].seat);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_socket_that_begins_with_anything_but_a_good_hello_is_closed_with_its_code() {
    let table = Table::gather(Setup::default()).await;
    let seat = &table.observers[0].seat;
    let ticket = seat.ticket().await.unwrap();
    let first_frames = [
        (
            r#"{"type":"do","nonce":"n-00000001","command":{"do":"leave"}}"#.to_owned(),
            CloseCode::BadHello,
        ),
        (format!(r#"{{"type":"hello","protocol":999,"ticket":"{ticket}"}}"#), CloseCode::BadHello),
        (r#"{"type":"hello","protocol":1,"ticket":""}"#.to_owned(), CloseCode::BadTicket),
        (r#"{"type":"hello","protocol":1,"ticket":"a.b.c"}"#.to_owned(), CloseCode::BadTicket),
    ];
    for (frame, expected) in first_frames {
        let mut socket = silent(seat).await;
        socket.send(Message::text(frame.clone())).await.unwrap();
        let (frames, code) = to_the_end(&mut socket).await;
        assert_eq!(code, Some(expected.number()), "{frame}");
        assert!(!format!("{frames:?}").contains("Welcome"), "{frame}");
    }
}
