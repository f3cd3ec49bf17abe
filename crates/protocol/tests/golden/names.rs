//! The name of each variant, which is the name of its golden file.

use crate::kit::names;
use roundtable_core::refusal::Refusal;
use roundtable_protocol::{ClientFrame, Event, ServerFrame, WireCommand};

names! {
    frames: ServerFrame {
        Welcome => "welcome", Event => "event", CaughtUp => "caught-up", Done => "done",
        Refused => "refused", Presence => "presence", Bye => "bye",
    }
}

names! {
    events: Event {
        Scheduled => "scheduled",
        SeatAdmitted => "seat-admitted",
        SeatIntroduced => "seat-introduced",
        SeatRoleChanged => "seat-role-changed",
        SeatLeft => "seat-left",
        Opened => "opened",
        PhaseBegan => "phase-began",
        PhaseEndMoved => "phase-end-moved",
        Paused => "paused",
        Resumed => "resumed",
        Closed => "closed",
        Message => "message",
        MessageHidden => "message-hidden",
        MessageRemoved => "message-removed",
        MessageWithdrawn => "message-withdrawn",
        Heard => "heard",
        SeatBelongs => "seat-belongs",
        ProposalMade => "proposal-made",
        ProposalSeconded => "proposal-seconded",
        ProposalDeclined => "proposal-declined",
        ProposalExpired => "proposal-expired",
        ProposalDropped => "proposal-dropped",
        Held => "held",
        DeskDecided => "desk-decided",
        DeskUndone => "desk-undone",
        DeskDone => "desk-done",
        HiddenBy => "hidden-by",
        ShownBy => "shown-by",
        YouAre => "you-are",
        MineWaiting => "mine-waiting",
        MinePublished => "mine-published",
        MineReturned => "mine-returned",
        MineRemoved => "mine-removed",
        MineHidden => "mine-hidden",
        MineWithdrawn => "mine-withdrawn",
        MineErased => "mine-erased",
        HeardBy => "heard-by",
        YouHear => "you-hear",
    }
}

names! {
    client_frames: ClientFrame { Hello => "hello", Do => "do" }
}

names! {
    commands: WireCommand {
        Introduce => "introduce",
        Leave => "leave",
        Propose => "propose",
        Second => "second",
        Decline => "decline",
        Say => "say",
        Edit => "edit",
        Withdraw => "withdraw",
        UndoWithdraw => "undo-withdraw",
        Hear => "hear",
        Unhear => "unhear",
        Approve => "approve",
        Return => "return",
        Remove => "remove",
        UndoDecision => "undo-decision",
        Hide => "hide",
        Show => "show",
        Pause => "pause",
        Resume => "resume",
        NextPhase => "next-phase",
        PreviousPhase => "previous-phase",
        MovePhaseEnd => "move-phase-end",
        Close => "close",
    }
}

/// `event-…` for an event, `refused-…` for a refusal, else the frame's own name.
pub(crate) fn of_server(frame: &ServerFrame) -> String {
    let name = frames::of(frame);
    if let ServerFrame::Event { event, .. } = frame {
        return format!("{name}-{}", events::of(event));
    }
    if let ServerFrame::Refused { refusal, .. } = frame {
        return format!("{name}-{}", refusal.code().replace('_', "-"));
    }
    name.to_owned()
}

/// `client-…` and the command's name, or the frame's own.
pub(crate) fn of_client(frame: &ClientFrame) -> String {
    let name = match frame {
        ClientFrame::Hello { .. } => client_frames::of(frame),
        ClientFrame::Do { command, .. } => commands::of(command),
    };
    format!("client-{name}")
}

/// Every file that the server's frames need.
pub(crate) fn server_names() -> Vec<String> {
    let plain = frames::ALL.iter().filter(|name| !["event", "refused"].contains(name));
    let events = events::ALL.iter().map(|name| format!("event-{name}"));
    let refused = Refusal::CODES.iter().map(|code| format!("refused-{}", code.replace('_', "-")));
    plain.map(ToString::to_string).chain(events).chain(refused).collect()
}

/// Every file that a client's frames need.
pub(crate) fn client_names() -> Vec<String> {
    let plain = client_frames::ALL.iter().filter(|name| **name != "do");
    plain.chain(commands::ALL).map(|name| format!("client-{name}")).collect()
}
