//! A sample of each frame that a client sends.

use crate::Sample;
use roundtable_core::id::{MessageNumber, Nonce, PhaseIndex, Position, ProposalId};
use roundtable_core::keys::Act;
use roundtable_core::language::Language;
use roundtable_core::roles::Belonging;
use roundtable_core::room::command::{PauseReason, Reason};
use roundtable_core::session::Kind;
use roundtable_protocol::{ClientFrame, PROTOCOL, Positions, WireCommand};

fn nonce(text: &str) -> Nonce {
    Nonce::parse(text).unwrap()
}

fn command(command: WireCommand) -> ClientFrame {
    ClientFrame::Do { nonce: nonce("c-4f1d8a52b7"), command }
}

fn hello(resume: Positions) -> ClientFrame {
    ClientFrame::Hello {
        protocol: PROTOCOL,
        ticket: "eyJ0eXAiOiJkbGctd3Mrand0In0.e30.c2ln".to_owned(),
        resume,
    }
}

fn say(kind: Kind, language: Language, text: &str, note: Option<&str>) -> ClientFrame {
    command(WireCommand::Say {
        kind,
        language,
        text: text.to_owned(),
        content_note: note.map(str::to_owned),
        insist: false,
    })
}

pub(crate) fn samples() -> Vec<Sample<ClientFrame>> {
    arriving().into_iter().chain(speaking()).chain(leading()).collect()
}

fn arriving() -> Vec<Sample<ClientFrame>> {
    let resume = Positions {
        all: Position(41),
        facilitators: Position(0),
        interpreters: Position(0),
        seat: Position(7),
    };
    vec![
        ("client-hello", hello(Positions::default())),
        ("client-hello--resume", hello(resume)),
        (
            "client-introduce",
            command(WireCommand::Introduce {
                name: "Սերկևիլ 7".to_owned(),
                belonging: Belonging::A,
                writes: Language::Hy,
                reads: vec![Language::Hy, Language::En],
            }),
        ),
        (
            "client-introduce--az",
            command(WireCommand::Introduce {
                name: "Yağış 2".to_owned(),
                belonging: Belonging::Undeclared,
                writes: Language::Az,
                reads: vec![Language::Az],
            }),
        ),
        ("client-leave", command(WireCommand::Leave)),
    ]
}

fn speaking() -> Vec<Sample<ClientFrame>> {
    let mine = || nonce("m-9b02c6e114");
    vec![
        (
            "client-say",
            say(
                Kind::Story,
                Language::Hy,
                "Երբ ճանապարհը բացվեց, մեկ ժամով վերադարձանք։\nԹթենին կար։ Դարպասը՝ ոչ։",
                Some("տան կորուստ"),
            ),
        ),
        (
            "client-say--az",
            say(
                Kind::Question,
                Language::Az,
                "Ağacın yanında kimsə var idimi? Sizinlə danışdılarmı?",
                None,
            ),
        ),
        (
            "client-say--en",
            say(Kind::Plain, Language::En, "One person writes, the others read.", None),
        ),
        (
            "client-edit",
            command(WireCommand::Edit {
                mine: mine(),
                text: "Մեր հարևանն այս բոլոր տարիներին պահել էր մեր լուսանկարները։".to_owned(),
                content_note: None,
            }),
        ),
        ("client-withdraw", command(WireCommand::Withdraw { mine: mine() })),
        ("client-undo-withdraw", command(WireCommand::UndoWithdraw { mine: mine() })),
        ("client-hear", command(WireCommand::Hear { number: MessageNumber(12) })),
        ("client-unhear", command(WireCommand::Unhear { number: MessageNumber(12) })),
    ]
}

fn leading() -> Vec<Sample<ClientFrame>> {
    let (desk, number, from) = (Position(23), MessageNumber(12), PhaseIndex(2));
    vec![
        ("client-propose", command(WireCommand::Propose { act: Act::Open })),
        (
            "client-propose--remove-message",
            command(WireCommand::Propose {
                act: Act::RemoveMessage { number, reason: Reason::Place },
            }),
        ),
        ("client-second", command(WireCommand::Second { proposal: ProposalId(1) })),
        ("client-decline", command(WireCommand::Decline { proposal: ProposalId(1) })),
        ("client-approve", command(WireCommand::Approve { desk })),
        (
            "client-return",
            command(WireCommand::Return {
                desk,
                reason: Reason::ThirdPerson,
                note: Some("Bunu qonşunun adını çəkmədən yaza bilərsinizmi?".to_owned()),
            }),
        ),
        (
            "client-remove",
            command(WireCommand::Remove { desk, reason: Reason::WholePeople, note: None }),
        ),
        ("client-undo-decision", command(WireCommand::UndoDecision { desk })),
        ("client-hide", command(WireCommand::Hide { number, reason: Reason::Place, note: None })),
        ("client-show", command(WireCommand::Show { number })),
        ("client-pause", command(WireCommand::Pause { reason: PauseReason::Rest })),
        ("client-resume", command(WireCommand::Resume)),
        ("client-next-phase", command(WireCommand::NextPhase { from })),
        ("client-previous-phase", command(WireCommand::PreviousPhase { from })),
        ("client-move-phase-end", command(WireCommand::MovePhaseEnd { from, minutes: -5 })),
        ("client-close", command(WireCommand::Close)),
    ]
}
