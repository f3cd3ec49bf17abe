// A refusal's code and data, put into words; sides get their names.

import type { RoomState } from "../engine/state";
import { refusalWords as words } from "../l10n";
import type { Refusal } from "../wire";
import { sideWords } from "./people";

/** The words for a refusal. */
export function refusalWords(refusal: Refusal, state: RoomState): string {
  if (refusal.code !== "not_balanced") return words(refusal);
  return words(refusal, { name: sideWords(state.settings?.sides, refusal.side) });
}
