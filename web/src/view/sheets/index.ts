// Every sheet by its name. To add one: a variant of `Sheet`, its file here, its line below.

import type { TemplateResult } from "lit";
import type { RoomSession } from "../../engine/session";
import type { Sheet } from "../sheet";
import { actionsSheet, hideSheet, removeSheet } from "./actions";
import { endSheet } from "./end";
import { helpSheet } from "./help";
import { leaveSheet } from "./leave";
import { menuSheet } from "./menu";
import { pauseSheet } from "./pause";
import { agendaSheet, keysSheet, peopleSheet, rulesSheet, seesSheet } from "./read";

/** What a sheet is given. */
export interface SheetWays {
  readonly session: RoomSession;
  readonly closed: () => void;
  /** The page: who is asked to open another sheet. */
  readonly page: EventTarget;
}

/** The sheet that is open. */
export function sheetOf(
  sheet: Sheet,
  session: RoomSession,
  closed: () => void,
  page: EventTarget,
): TemplateResult {
  const ways: SheetWays = { session, closed, page };
  switch (sheet.is) {
    case "actions":
      return actionsSheet(sheet.key, ways);
    case "hide":
      return hideSheet(sheet.number, ways);
    case "propose-remove":
      return removeSheet(sheet.number, ways);
    default:
      return PLAIN[sheet.is](ways);
  }
}

const PLAIN: Readonly<
  Record<
    Exclude<Sheet["is"], "actions" | "hide" | "propose-remove">,
    (ways: SheetWays) => TemplateResult
  >
> = {
  menu: menuSheet,
  help: helpSheet,
  agenda: agendaSheet,
  rules: rulesSheet,
  sees: seesSheet,
  people: peopleSheet,
  keys: keysSheet,
  leave: leaveSheet,
  pause: pauseSheet,
  end: endSheet,
};
