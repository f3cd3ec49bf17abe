// The picture: merges the slices of the fold, and what waits in the outbox, into what is shown.
//
// A message may be known by three names at once: its number to everybody, its nonce to its author,
// and a place in the outbox. Here they become one item with one visible state.

import type { MessageNumber, Nonce, Said } from "../wire";
import { DEEDS, type Fold, type Own, type Published } from "./fold";
import type { Pending } from "./outbox";
import type { Deed, Heard, Item, ItemState, Me, PendingChange, RoomState, Seat } from "./state";

/** What a room shows. */
export function picture(fold: Fold, outbox: readonly Pending[]): RoomState {
  const { everybody, facilitators } = fold;
  return {
    me: me(fold),
    settings: everybody.settings,
    stage: everybody.stage,
    phase: everybody.phase,
    pause: everybody.pause,
    endedEarly: everybody.endedEarly,
    seats: seats(fold),
    observers: fold.observers,
    items: items(fold, outbox),
    desk: [...facilitators.desk.values()].sort((a, b) => a.desk - b.desk),
    proposals: [...facilitators.proposals.values()],
    deeds: deeds(fold),
    caughtUp: fold.caughtUp,
  };
}

function me({ seat, role, everybody, mine }: Fold): Me | null {
  if (seat === null || role === null) return null;
  const known = mine.me ?? { belonging: "undeclared", name: null, writes: null, reads: [] };
  return { ...known, seat, role: everybody.seats.get(seat)?.role ?? role };
}

function seats({ everybody, facilitators, here }: Fold): ReadonlyMap<number, Seat> {
  return new Map(
    [...everybody.seats].map(([seat, known]) => {
      const belonging = facilitators.belongings.get(seat) ?? known.belonging;
      return [seat, { ...known, seat, belonging, here: here.has(seat) }];
    }),
  );
}

function deeds({ everybody, facilitators }: Fold): readonly Deed[] {
  const author = (deed: Deed) => {
    const number = "number" in deed.event ? deed.event.number : null;
    return (number && everybody.messages[number - 1]?.seat) || deed.about;
  };
  return [...everybody.deeds, ...facilitators.deeds]
    .sort((a, b) => a.at - b.at || a.lane.localeCompare(b.lane) || a.pos - b.pos)
    .slice(-DEEDS)
    .map((deed) => ({ ...deed, about: author(deed) }));
}

/** A message of mine, told by the server or still in the outbox. */
interface Mine extends Own {
  readonly nonce: Nonce;
}

function items(fold: Fold, outbox: readonly Pending[]): readonly Item[] {
  const own = ownMessages(fold, outbox);
  const named = claim(fold, own);
  const changes = pendingChanges(outbox);
  const make = (number: number | null, shown: Published | undefined, mine: Mine | undefined) =>
    item(fold, number, shown, mine, changes);
  const last = Math.max(fold.everybody.messages.length, ...named.keys());
  const published: Item[] = [];
  for (let number = 1; number <= last; number += 1) {
    const shown = fold.everybody.messages[number - 1];
    const mine = named.get(number);
    if (shown || mine) published.push(make(number, shown, mine));
  }
  const claimed = new Set([...named.values()].map((mine) => mine.nonce));
  const rest = own.filter((mine) => !claimed.has(mine.nonce));
  return [...published, ...rest.map((mine) => make(null, undefined, mine))];
}

function ownMessages(fold: Fold, outbox: readonly Pending[]): Mine[] {
  const told = [...fold.mine.own].map(([nonce, own]) => ({ ...own, nonce }));
  const unsent = outbox
    .filter((pending) => pending.command.do === "say" && !fold.mine.own.has(pending.nonce))
    .map(sending);
  return [...told, ...unsent].sort((a, b) => turn(a) - turn(b));
}

/**
 * When it was sent. The server's clock and ours differ by the way between them; but words go one
 * after another, so what is still on its way comes after all that has arrived.
 */
function turn({ state, since }: Mine): number {
  return state.is === "sending" ? Number.MAX_SAFE_INTEGER : since;
}

function sending({ nonce, command, since, refusal }: Pending): Mine {
  const { kind, language, text, content_note } = command as Extract<typeof command, { do: "say" }>;
  const state: ItemState = refusal ? { is: "failed", refusal } : { is: "sending" };
  return { nonce, number: null, since, said: { kind, language, text, content_note }, state };
}

/**
 * My messages by their numbers. When a message of mine is public before my own lane has said so,
 * the first of mine that is on its way with the same words is the one: it is never shown twice.
 */
function claim({ seat, everybody }: Fold, own: readonly Mine[]): Map<MessageNumber, Mine> {
  const named = new Map(own.flatMap((mine) => (mine.number === null ? [] : [[mine.number, mine]])));
  const open = own.filter((mine) => mine.number === null && isOnItsWay(mine.state));
  if (open.length === 0) return named;
  everybody.messages.forEach((shown, index) => {
    if (shown?.seat !== seat || named.has(index + 1)) return;
    const same = open.findIndex((mine) => sameWords(mine.said, shown.said));
    const [mine] = same < 0 ? [] : open.splice(same, 1);
    if (mine) named.set(index + 1, { ...mine, state: { is: "published" } });
  });
  return named;
}

function isOnItsWay({ is }: ItemState): boolean {
  return is === "sending" || is === "waiting";
}

function sameWords(a: Said, b: Said): boolean {
  return a.text === b.text && a.kind === b.kind && a.content_note === b.content_note;
}

function pendingChanges(outbox: readonly Pending[]): Map<Nonce, PendingChange> {
  const changes = new Map<Nonce, PendingChange>();
  for (const { command, refusal, done } of outbox) {
    if (!refusal && !done && "mine" in command) changes.set(command.mine, command.do);
  }
  return changes;
}

function item(
  fold: Fold,
  number: MessageNumber | null,
  shown: Published | undefined,
  mine: Mine | undefined,
  changes: Map<Nonce, PendingChange>,
): Item {
  return {
    key: mine ? `mine:${mine.nonce}` : `number:${number}`,
    number,
    mine: mine?.nonce ?? null,
    seat: shown?.seat ?? fold.seat ?? 0,
    at: shown?.at ?? mine?.since ?? 0,
    said: mine?.said ??
      shown?.said ?? { kind: "plain", language: "en", text: null, content_note: null },
    state: mine?.state ?? publicState(fold, number, shown),
    pending: (mine && changes.get(mine.nonce)) ?? null,
    heard: heard(fold, number, shown),
  };
}

function publicState(fold: Fold, number: number | null, shown: Published | undefined): ItemState {
  switch (shown?.is) {
    case "hidden": {
      const hiding = number === null ? undefined : fold.facilitators.hidings.get(number);
      return hiding ?? { is: "hidden", reason: null, note: null, by: null };
    }
    case "removed":
      return { is: "removed", reason: null, note: null, by: [] };
    case "withdrawn":
      return { is: "withdrawn", until: null };
    case "published":
    case undefined:
      return { is: "published" };
  }
}

function heard({ mine }: Fold, number: number | null, shown: Published | undefined): Heard {
  if (number === null) return NOT_HEARD;
  return {
    count: shown?.heard ?? 0,
    mine: mine.iHear.has(number),
    by: mine.heardBy.get(number) ?? [],
  };
}

const NOT_HEARD: Heard = { count: 0, mine: false, by: [] };
