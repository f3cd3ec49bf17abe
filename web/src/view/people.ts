// People as the room names them, and the languages their names are written in.

import type { RoomState, Seat } from "../engine/state";
import type { Belonging, Language, Role, SeatNo } from "../wire";
import { t } from "./words";

/** The name of a seat; mine is "You". */
export function nameOf(state: RoomState, seat: SeatNo | null): string {
  if (seat !== null && seat === state.me?.seat) return t("you");
  return (seat !== null && state.seats.get(seat)?.name) || t("no-name");
}

/** The language that a name is written in, as far as its letters tell. */
export function scriptOf(name: string, writes: Language | null = null): Language {
  if (/\p{Script=Armenian}/u.test(name)) return "hy";
  return writes === "az" || /[əğışƏĞİŞ]/u.test(name) ? "az" : "en";
}

/** The language of a seat's name. */
export function languageOfName(state: RoomState, seat: SeatNo): Language {
  const { name = null, writes = null } = state.seats.get(seat) ?? {};
  return scriptOf(name ?? "", writes);
}

/** Do seats of this role write in the room? */
export function writesHere(role: Role | undefined): boolean {
  return role === "participant" || role === "facilitator";
}

/** The words for where a person stands towards the two sides. */
export function belongingWords(state: RoomState, belonging: Belonging | null): string {
  const sides = state.settings?.sides;
  if (belonging === "a" || belonging === "b") return sideWords(sides, belonging);
  if (belonging === "both" || belonging === "other") return t(`belonging-${belonging}`);
  if (belonging === "third_party") return t("belonging-third-party");
  return t("belonging-not-said");
}

/** The name of a side in the reader's language. */
export function sideWords(sides: readonly [string, string] | undefined, side: "a" | "b"): string {
  const name = sides?.[side === "a" ? 0 : 1];
  return name ? t(`side-${name}`) : "";
}

/** People whom the room counts: everybody but observers and those who left. */
export function peopleOf(state: RoomState): readonly Seat[] {
  return [...state.seats.values()].filter((seat) => seat.role !== "observer" && !seat.left);
}

/** Those of them who are connected now. */
export function hereNow(state: RoomState): readonly Seat[] {
  return peopleOf(state).filter((seat) => seat.here);
}
