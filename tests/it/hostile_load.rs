//! Clients that take too much or give too much; everybody else feels nothing.

use crate::support::attack::{assert_flat, median_echo, silent, to_the_end, welcomed};
use crate::support::table::{ARRIVING, connect, say};
use crate::support::{Setup, Table};
use futures_util::{SinkExt, StreamExt};
use roundtable_core::id::Nonce;
use roundtable_core::refusal::Refusal;
use roundtable_load::wire::{Way, hello, text};
use roundtable_load::{Client, Seat};
use roundtable_protocol::{ClientFrame, CloseCode, MAX_FRAME, Positions, ServerFrame};
use std::time::Duration;
use tokio::net::{TcpSocket, TcpStream};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{WebSocketStream, client_async};

/// Sends messages as fast as the socket takes them, and reads, until it is thrown out.
async fn flood(seat: &Seat) -> (Vec<ServerFrame>, Option<u16>) {
    let socket = welcomed(seat).await;
    let (mut sink, mut stream) = socket.split();
    let sending = tokio::spawn(async move {
        for count in 0..100_000 {
            let nonce = Nonce::parse(&format!("flood-{count:08}")).unwrap();
            let frame = ClientFrame::Do { nonce, command: say("Listen to me!") };
            if sink.send(text(&frame).unwrap()).await.is_err() {
                break;
            }
        }
        sink
    });
    let told = to_the_end(&mut stream).await;
    drop(sending.await.unwrap());
    told
}

#[tokio::test(flavor = "multi_thread")]
async fn who_floods_is_told_to_slow_down_then_thrown_out_while_others_feel_nothing() {
    let setup = Setup { rate_limits: true, ..Setup::default() };
    let mut table = Table::in_phase(ARRIVING, setup).await;
    let flooder = table.participants[0].seat.clone();
    let before = median_echo(&mut table.participants[1], 15).await;

    let (flooded, during) =
        tokio::join!(flood(&flooder), median_echo(&mut table.participants[2], 15));

    let (frames, code) = flooded;
    let too_fast = |frame: &&ServerFrame| {
        matches!(frame, ServerFrame::Refused { refusal: Refusal::TooFast { .. }, .. })
    };
    assert!(frames.iter().any(|frame| too_fast(&frame)), "it was told first");
    assert_eq!(code, Some(CloseCode::TooFast.number()));
    assert_flat(before, during);
    table.nothing_is_at_fault();
}

/// A socket that says hello, has room for almost nothing, and never reads.
async fn stopped_reading(seat: &Seat) -> WebSocketStream<TcpStream> {
    let address = roundtable_load::http::authority(&seat.origin).unwrap().parse().unwrap();
    let socket = TcpSocket::new_v4().unwrap();
    socket.set_recv_buffer_size(4_096).unwrap();
    let tcp = socket.connect(address).await.unwrap();
    let request = roundtable_load::wire::upgrade(&seat.origin).unwrap();
    let mut socket = client_async(request, tcp).await.unwrap().0;
    let ticket = seat.ticket().await.unwrap();
    socket.send(text(&hello(ticket, Positions::default())).unwrap()).await.unwrap();
    socket
}

/// Says many long things, as fast as they are answered.
async fn talk_at_length(client: &mut Client, messages: usize) {
    let long = "word ".repeat(399);
    for _ in 0..messages {
        client.tell(say(&long)).await.unwrap();
    }
    client.all_answered().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn who_stops_reading_is_let_go_while_others_feel_nothing_and_can_come_back_to_everything() {
    let mut table = Table::in_phase(ARRIVING, Setup::default()).await;
    let seat = table.observers[0].seat.clone();
    let (talkers, quiet) = table.participants.split_at_mut(1);
    let (talker, quiet) = (&mut talkers[0], &mut quiet[0]);
    let ((), before) = tokio::join!(talk_at_length(talker, 300), median_echo(quiet, 20));

    let mut stuck = stopped_reading(&seat).await;
    let ((), during) = tokio::join!(talk_at_length(talker, 4_000), median_echo(quiet, 20));
    assert_flat(before, during);

    tokio::time::sleep(Duration::from_secs(15)).await; // the server's patience with a write is ten
    let (_, code) = to_the_end(&mut stuck).await;
    let let_go = [Some(CloseCode::TooSlow.number()), None]; // the close frame may not have got through
    assert!(let_go.contains(&code), "{code:?}");
    let again = connect(seat, Way::Socket).await;
    assert_eq!(again.view().messages.len(), 4_340);
    table.all_see_messages(4_340).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_opens_many_sockets_and_says_nothing_keeps_nobody_out() {
    let mut table = Table::in_phase(ARRIVING, Setup::default()).await;
    let seat = table.observers[0].seat.clone();
    let before = median_echo(&mut table.participants[0], 15).await;
    let mut silent_ones = Vec::new();
    for _ in 0..50 {
        silent_ones.push(silent(&seat).await);
    }
    let during = median_echo(&mut table.participants[1], 15).await;
    assert_flat(before, during);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_seat_has_two_connections_and_a_third_replaces_the_oldest() {
    let table = Table::gather(Setup::default()).await;
    let oldest = &table.observers[0];
    let second = connect(oldest.seat.clone(), Way::Socket).await;
    assert!(oldest.state().ended.is_none());
    let third = connect(oldest.seat.clone(), Way::Socket).await;
    let end = oldest.end().await.unwrap();
    assert_eq!(end.code, Some(CloseCode::Replaced.number()));
    assert!(second.state().ended.is_none() && third.state().ended.is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_largest_frame_that_is_allowed_is_allowed() {
    let table = Table::in_phase(ARRIVING, Setup::default()).await;
    let mut socket = welcomed(&table.participants[1].seat).await;
    let mut frame = text(&ClientFrame::Do {
        nonce: Nonce::parse("n-00000001").unwrap(),
        command: say("Hello."),
    })
    .unwrap()
    .into_text()
    .unwrap()
    .to_string();
    frame.push_str(&" ".repeat(MAX_FRAME - frame.len()));
    socket.send(Message::text(frame)).await.unwrap();
    table.all_see_messages(1).await;
}
