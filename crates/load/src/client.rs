//! One seat at work: an outbox with nonces, the folded view, and waiting for things to happen.
//!
//! A client never sleeps and never polls: it waits until what it was sent makes something true.

use crate::seat::Seat;
use crate::state::{Answer, End, State};
use crate::view::View;
use crate::wire::{Line, Way};
use anyhow::{Context, Result, anyhow, bail};
use roundtable_core::id::{MessageNumber, Nonce};
use roundtable_core::language::Language;
use roundtable_core::refusal::Refusal;
use roundtable_core::roles::Belonging;
use roundtable_core::session::Kind;
use roundtable_protocol::{ClientFrame, MAX_UNANSWERED, WireCommand};
use std::time::Duration;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinSet;

/// How long a client waits for something before it says that it did not happen.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// A seat with a connection.
#[derive(Debug)]
pub struct Client {
    /// Whose.
    pub seat: Seat,
    /// How long it waits.
    pub patience: Duration,
    way: Way,
    state: watch::Sender<State>,
    line: Option<Connected>,
    outbox: Vec<(Nonce, WireCommand)>,
    prefix: String,
    count: usize,
}

/// A line whose frames are being folded. The task owns the line: both end together.
#[derive(Debug)]
struct Connected {
    outgoing: mpsc::Sender<ClientFrame>,
    folding: JoinSet<()>,
}

impl Connected {
    fn fold(line: Line, state: watch::Sender<State>) -> Self {
        let Line { outgoing, mut incoming, tasks } = line;
        let mut folding = JoinSet::new();
        folding.spawn(async move {
            let _tasks = tasks;
            while let Some(received) = incoming.recv().await {
                state.send_modify(|state| state.take(received));
            }
        });
        Self { outgoing, folding }
    }
}

impl Client {
    /// Connects a seat, from the beginning of its history.
    pub async fn connect(seat: Seat, way: Way) -> Result<Self> {
        let mut client = Self {
            seat,
            patience: PATIENCE,
            way,
            state: watch::Sender::default(),
            line: None,
            outbox: Vec::new(),
            prefix: random_name()?,
            count: 0,
        };
        client.reconnect().await?;
        Ok(client)
    }

    /// Cuts the connection as a broken network would, and remembers what was not answered.
    pub async fn cut(&mut self) {
        if let Some(mut line) = self.line.take() {
            line.folding.shutdown().await; // nothing is folded after this
        }
    }

    /// Connects again from the last positions and sends again what was not answered.
    pub async fn reconnect(&mut self) -> Result<()> {
        self.cut().await;
        self.state.send_modify(|state| {
            (state.caught_up, state.bye, state.ended) = (false, None, None);
        });
        let positions = self.state.borrow().positions;
        let line = Line::dial(self.way, &self.seat, positions).await?;
        self.line = Some(Connected::fold(line, self.state.clone()));
        self.until("it has caught up", |state| state.caught_up).await?;
        self.forget_answered();
        for (nonce, command) in self.outbox.clone() {
            self.send(nonce, command).await?;
        }
        Ok(())
    }

    /// The same seat at a server that came back elsewhere, or by the other way.
    pub fn move_to(&mut self, origin: &str, way: Way) {
        self.seat = self.seat.at(origin);
        self.way = way;
    }

    /// How it is connected.
    pub const fn way(&self) -> Way {
        self.way
    }

    /// Is there a line? It may have broken in the meantime.
    pub const fn connected(&self) -> bool {
        self.line.is_some()
    }

    /// What it knows now.
    pub fn state(&self) -> watch::Ref<'_, State> {
        self.state.borrow()
    }

    /// A copy of its view.
    pub fn view(&self) -> View {
        self.state.borrow().view.clone()
    }

    /// Waits until something is there in the state. An error says what was waited for.
    pub async fn until_some<T>(
        &self,
        what: &str,
        found: impl Fn(&State) -> Option<T>,
    ) -> Result<T> {
        let mut changes = self.state.subscribe();
        let waiting = async {
            loop {
                let state = changes.borrow_and_update();
                match (found(&state), state.ended) {
                    (Some(found), _) => return Ok(found),
                    (None, Some(end)) => bail!("the connection ended: {end:?}"),
                    (None, None) => drop(state),
                }
                changes.changed().await?;
            }
        };
        let waited = tokio::time::timeout(self.patience, waiting).await;
        waited
            .unwrap_or_else(|_| Err(anyhow!("nothing came in {:?}", self.patience)))
            .with_context(|| format!("seat {} waited until {what}", self.seat.seat))
    }

    /// Waits until something is true of the state.
    pub async fn until(&self, what: &str, holds: impl Fn(&State) -> bool) -> Result<()> {
        self.until_some(what, |state| holds(state).then_some(())).await
    }

    /// Waits until the connection ends.
    pub async fn end(&self) -> Result<End> {
        self.until_some("the connection ends", |state| state.ended).await
    }

    /// Sends a command and does not wait for its answer; at most 16 are unanswered.
    pub async fn tell(&mut self, command: WireCommand) -> Result<Nonce> {
        self.make_room().await?;
        self.count += 1;
        let name = format!("{}-{}", self.prefix, self.count);
        let nonce = Nonce::parse(&name).context("a nonce")?;
        self.outbox.push((nonce.clone(), command.clone()));
        self.send(nonce.clone(), command).await?;
        Ok(nonce)
    }

    async fn make_room(&mut self) -> Result<()> {
        self.forget_answered();
        if self.outbox.len() >= MAX_UNANSWERED {
            let oldest = self.outbox[0].0.clone();
            self.answer(&oldest).await?;
            self.forget_answered();
        }
        Ok(())
    }

    fn forget_answered(&mut self) {
        let state = self.state.borrow();
        self.outbox.retain(|(nonce, _)| !state.answers.contains_key(nonce));
    }

    /// How many commands it has told so far, sent or waiting to be sent again.
    pub const fn told(&self) -> usize {
        self.count
    }

    /// Waits until everything told is answered.
    pub async fn all_answered(&mut self) -> Result<()> {
        for (nonce, _) in &self.outbox {
            self.answer(nonce).await?;
        }
        self.forget_answered();
        Ok(())
    }

    /// Sends a command under a name of one's own choosing.
    pub async fn send(&self, nonce: Nonce, command: WireCommand) -> Result<()> {
        let line = self.line.as_ref().context("not connected")?;
        let sent = line.outgoing.send(ClientFrame::Do { nonce, command }).await;
        sent.map_err(|_| anyhow!("the connection is over"))
    }

    /// Waits for the answer to a command.
    pub async fn answer(&self, nonce: &Nonce) -> Result<Answer> {
        self.until_some("its command is answered", |state| state.answers.get(nonce).cloned()).await
    }

    /// Sends a command and waits for its answer.
    pub async fn ask(&mut self, command: WireCommand) -> Result<(Nonce, Answer)> {
        let nonce = self.tell(command).await?;
        let answer = self.answer(&nonce).await?;
        Ok((nonce, answer))
    }

    /// Sends a command that must not be refused. When the server asks for a moment, it waits so
    /// long and sends it again.
    pub async fn act(&mut self, command: WireCommand) -> Result<Nonce> {
        loop {
            let (nonce, answer) = self.ask(command.clone()).await?;
            match answer {
                Answer::Done => return Ok(nonce),
                Answer::Refused(Refusal::TooFast { retry_ms } | Refusal::Busy { retry_ms }) => {
                    tokio::time::sleep(Duration::from_millis(retry_ms.into())).await;
                }
                Answer::Refused(refusal) => {
                    bail!("seat {}: {command:?} was refused: {refusal:?}", self.seat.seat)
                }
            }
        }
    }

    /// Says how it is called.
    pub async fn introduce(
        &mut self,
        name: &str,
        belonging: Belonging,
        writes: Language,
    ) -> Result<Nonce> {
        let name = name.to_owned();
        self.act(WireCommand::Introduce { name, belonging, writes, reads: vec![writes] }).await
    }

    /// Says something simply, and waits until it is durable.
    pub async fn say(&mut self, language: Language, text: &str) -> Result<Nonce> {
        self.act(plain(language, text)).await
    }

    /// The number under which one's own message was published.
    pub async fn number(&self, mine: &Nonce) -> Result<MessageNumber> {
        self.until_some("its message has a number", |state| state.view.mine.get(mine)?.number).await
    }
}

/// The command that says something simply.
pub fn plain(language: Language, text: &str) -> WireCommand {
    let text = text.to_owned();
    WireCommand::Say { kind: Kind::Plain, language, text, content_note: None, insist: false }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the law binds the server; a client needs a name of its own"
)]
fn random_name() -> Result<String> {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).map_err(|error| anyhow!("no randomness: {error}"))?;
    Ok(hex::encode(bytes))
}
