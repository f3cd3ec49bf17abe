// What the frames add up to: one slice a lane, so that no order between lanes matters.
//
// Only `reducer.ts` makes these; only `picture.ts` reads them.

import type {
  Belonging,
  Language,
  MessageNumber,
  Nonce,
  Positions,
  ProposalId,
  Role,
  Said,
  SeatNo,
  Settings,
  Stage,
  Timestamp,
} from "../wire";
import type { CurrentPhase, Deed, DeskItem, ItemState, Me, Pause, ProposalItem } from "./state";

/** A seat as everybody knows it. */
export interface PublicSeat {
  readonly role: Role;
  readonly name: string | null;
  readonly belonging: Belonging | null;
  readonly writes: Language | null;
  readonly left: boolean;
}

/** A message as everybody knows it. */
export interface Published {
  readonly seat: SeatNo;
  readonly at: Timestamp;
  readonly said: Said;
  readonly is: "published" | "hidden" | "removed" | "withdrawn";
  readonly heard: number;
}

/** A message as its author knows it. */
export interface Own {
  readonly number: MessageNumber | null;
  readonly since: Timestamp;
  readonly said: Said;
  readonly state: ItemState;
}

/** From the lane of everybody. */
export interface PublicSlice {
  readonly settings: Settings | null;
  readonly stage: Stage;
  readonly phase: CurrentPhase | null;
  readonly pause: Pause | null;
  readonly endedEarly: boolean;
  readonly seats: ReadonlyMap<SeatNo, PublicSeat>;
  /** At `number - 1`. */
  readonly messages: readonly (Published | undefined)[];
  readonly deeds: readonly Deed[];
}

/** Why and by whom a message was hidden. */
export type Hiding = Extract<ItemState, { is: "hidden" }>;

/** From the facilitators' lane. */
export interface DeskSlice {
  readonly belongings: ReadonlyMap<SeatNo, Belonging>;
  readonly desk: ReadonlyMap<number, DeskItem>;
  readonly hidings: ReadonlyMap<MessageNumber, Hiding>;
  readonly proposals: ReadonlyMap<ProposalId, ProposalItem>;
  readonly deeds: readonly Deed[];
}

/** From the lane of my own seat. */
export interface MySlice {
  readonly me: Me | null;
  readonly own: ReadonlyMap<Nonce, Own>;
  readonly iHear: ReadonlySet<MessageNumber>;
  readonly heardBy: ReadonlyMap<MessageNumber, readonly SeatNo[]>;
}

/** All that the frames said. */
export interface Fold {
  readonly positions: Positions;
  readonly seat: SeatNo | null;
  readonly role: Role | null;
  readonly caughtUp: boolean;
  readonly here: ReadonlySet<SeatNo>;
  readonly observers: number;
  readonly everybody: PublicSlice;
  readonly facilitators: DeskSlice;
  readonly mine: MySlice;
}

/** Before the first frame. */
export const EMPTY: Fold = {
  positions: { all: 0, facilitators: 0, interpreters: 0, seat: 0 },
  seat: null,
  role: null,
  caughtUp: false,
  here: new Set(),
  observers: 0,
  everybody: {
    settings: null,
    stage: "waiting",
    phase: null,
    pause: null,
    endedEarly: false,
    seats: new Map(),
    messages: [],
    deeds: [],
  },
  facilitators: {
    belongings: new Map(),
    desk: new Map(),
    hidings: new Map(),
    proposals: new Map(),
    deeds: [],
  },
  mine: { me: null, own: new Map(), iHear: new Set(), heardBy: new Map() },
};

/** A copy with one entry more. */
export function put<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  return new Map(map).set(key, value);
}

/** A copy without one entry. */
export function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  const copy = new Map(map);
  copy.delete(key);
  return copy;
}

/** A copy in which one entry, if it is there, has become another. */
export function change<K, V>(
  map: ReadonlyMap<K, V>,
  key: K,
  how: (value: V) => V,
): ReadonlyMap<K, V> {
  const value = map.get(key);
  return value === undefined ? map : put(map, key, how(value));
}

/** The last 50 acts, with one more. */
export function remember(deeds: readonly Deed[], deed: Deed): readonly Deed[] {
  return [...deeds.slice(-(DEEDS - 1)), deed];
}

/** How many acts are kept for "what we did". */
export const DEEDS = 50;
