use super::*;
use roundtable_core::id::Position;
use roundtable_core::language::Language;
use roundtable_core::session::Kind;
use roundtable_protocol::Event;
use roundtable_protocol::event::{Said, WireVerdict};

fn said(text: &str) -> Said {
    Said {
        kind: Kind::Plain,
        language: Language::En,
        text: Some(text.to_owned()),
        content_note: None,
    }
}

fn message(text: &str) -> Event {
    Event::Message { number: MessageNumber(1), seat: SeatNo(3), said: said(text) }
}

#[test]
fn a_withdrawn_message_leaves_its_place_and_takes_its_words() {
    let mut view = View::default();
    view.fold(message("hello"));
    assert_eq!(view.texts(), ["hello"]);
    view.fold(Event::MessageWithdrawn { number: MessageNumber(1) });
    assert!(view.texts().is_empty());
    assert_eq!(view.messages[&MessageNumber(1)].shown, Shown::Withdrawn);
}

#[test]
fn a_message_shown_again_keeps_its_hearers() {
    let mut view = View::default();
    view.fold(message("hello"));
    view.fold(Event::Heard { number: MessageNumber(1), count: 2 });
    view.fold(Event::MessageHidden { number: MessageNumber(1) });
    view.fold(message("hello"));
    assert_eq!((view.messages[&MessageNumber(1)].heard, view.texts()), (2, vec!["hello"]));
}

#[test]
fn an_edit_voids_the_decision_on_the_desk() {
    let mut view = View::default();
    let (desk, seat) = (Position(4), SeatNo(3));
    view.fold(Event::Held { desk, seat, said: said("first"), why: None });
    view.fold(Event::DeskDecided {
        desk,
        verdict: WireVerdict::Approved,
        reason: None,
        note: None,
        by: SeatNo(1),
        due: roundtable_core::time::Timestamp(0),
    });
    assert!(!view.desk[&desk].waits());
    view.fold(Event::Held { desk, seat, said: said("second"), why: None });
    assert!(view.desk[&desk].waits());
}
