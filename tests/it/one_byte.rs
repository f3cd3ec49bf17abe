//! What goes in comes out, byte for byte.

use crate::support::table::{ARRIVING, connect};
use crate::support::texts::{TEXTS, lines, naughty};
use crate::support::{Setup, Table};
use roundtable_core::language::Language;
use roundtable_core::refusal::Refusal;
use roundtable_core::text::MessageText;
use roundtable_load::wire::Way;
use roundtable_load::{Answer, Client};

/// Everybody's screen, and the same seats' screens from history over both ways, have these texts.
async fn everybody_reads(table: &Table, texts: &[String]) {
    table.all_see_messages(texts.len()).await;
    for client in table.everybody() {
        assert_eq!(client.view().texts(), texts, "live, seat {}", client.seat.seat);
    }
    for way in [Way::Socket, Way::Fallback] {
        for seat in
            [&table.participants[1].seat, &table.facilitators[0].seat, &table.observers[0].seat]
        {
            let again = connect(seat.clone(), way).await;
            assert_eq!(again.view().texts(), texts, "from the beginning over {way:?}");
        }
    }
}

async fn say_all(client: &mut Client, language: Language, lines: &[String]) {
    for line in lines {
        let nonce = client.tell(roundtable_load::client::plain(language, line)).await.unwrap();
        assert_eq!(client.answer(&nonce).await.unwrap(), Answer::Done, "{line}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_1_every_line_of_the_texts_comes_out_as_it_went_in() {
    let mut table = Table::in_phase(ARRIVING, Setup::default()).await;
    let mut all = Vec::new();
    for (index, (language, text)) in TEXTS.into_iter().enumerate() {
        let lines = lines(text);
        say_all(&mut table.participants[index], language, &lines).await;
        all.extend(lines);
    }
    assert!(all.len() > 300, "the texts are there: {}", all.len());
    everybody_reads(&table, &all).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn promise_1_a_naughty_string_comes_out_as_it_went_in_or_is_refused_with_its_code() {
    let mut table = Table::in_phase(ARRIVING, Setup::default()).await;
    let strings = naughty();
    assert!(strings.len() > 450, "the strings are there: {}", strings.len());
    let mut taken = Vec::new();
    // The last participant speaks over the fallback.
    for speaker in [0, table.participants.len() - 1] {
        for text in &strings {
            let (_, answer) =
                table.participants[speaker].ask(crate::support::table::say(text)).await.unwrap();
            match MessageText::parse(text.as_str()) {
                Ok(_) => {
                    assert_eq!(answer, Answer::Done, "{text:?}");
                    taken.push(text.clone());
                }
                Err(fault) => {
                    assert_eq!(answer, Answer::Refused(Refusal::BadText { fault }), "{text:?}");
                }
            }
        }
    }
    everybody_reads(&table, &taken).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_comes_out_as_it_went_in() {
    let mut table = Table::gather(Setup::default()).await;
    let name = "Əli Ղազարյան 🕊";
    let seat = table.participants[0].seat.seat;
    let belonging = roundtable_core::roles::Belonging::A;
    table.participants[0].introduce(name, belonging, Language::Hy).await.unwrap();
    table
        .all_see("the name is there", |view| view.people[&seat].name.as_deref() == Some(name))
        .await;
}
