// What can be done with one message.

import { html, nothing, type TemplateResult } from "lit";
import type { Item } from "../../engine/state";
import type { MessageNumber } from "../../wire";
import { REASONS } from "../console/reason";
import { icon } from "../icons";
import { nameOf, writesHere } from "../people";
import { toggleHeard } from "../room/message";
import { closeSheet, dialog, openSheet, row } from "../sheet";
import { t } from "../words";
import type { SheetWays } from ".";

export function actionsSheet(key: string, ways: SheetWays): TemplateResult {
  const { session, closed } = ways;
  const item = session.state.items.find((one) => one.key === key);
  if (!item)
    return dialog(t("message-actions"), html`<p>${t("refusal-no-such-message")}</p>`, closed);
  const title =
    item.mine === null
      ? t("message-actions-of", { name: nameOf(session.state, item.seat) })
      : t("message-actions");
  return dialog(
    title,
    item.mine === null ? othersActions(item, ways) : mineActions(item, ways),
    closed,
  );
}

function mineActions(item: Item, { session }: SheetWays): TemplateResult {
  const mine = item.mine as string;
  return html`${
    item.state.is === "published"
      ? row(
          html`${icon("undo")}${t("withdraw")}`,
          then(() => session.withdraw(mine)),
          "withdraw",
        )
      : nothing
  }
    <p class="small dim side-link">${t("withdraw-about")}</p>`;
}

function othersActions(item: Item, ways: SheetWays): TemplateResult {
  const { session } = ways;
  const { me, stage } = session.state;
  const shown = item.state.is === "published";
  const hears = writesHere(me?.role) && shown && stage !== "closed";
  return html`
    ${
      hears
        ? row(
            html`${icon("ear")}${t("hear")}`,
            then(() => toggleHeard(session, item)),
            "hear-in-sheet",
          )
        : nothing
    }
    ${me?.role === "facilitator" ? facilitatorActions(item, ways) : nothing}`;
}

function facilitatorActions(
  item: Item,
  { session, page }: SheetWays,
): TemplateResult | typeof nothing {
  const { number } = item;
  if (number === null) return nothing;
  const hidden = item.state.is === "hidden";
  const hide = hidden
    ? row(
        html`${icon("eye")}${t("show")}`,
        then(() => session.show(number)),
        "show",
      )
    : row(
        html`${icon("dashed")}${t("hide-title")}`,
        () => openSheet(page, { is: "hide", number }),
        "hide",
      );
  const remove = () => openSheet(page, { is: "propose-remove", number });
  return html`${hide}
    ${session.state.stage === "closed" ? nothing : row(html`${icon("key")}${t("propose-remove")}`, remove, "propose-remove")}`;
}

export function hideSheet(number: MessageNumber, { session, closed }: SheetWays): TemplateResult {
  const hide = (event: CustomEvent) => {
    session.hide(number, event.detail.reason, event.detail.note);
    closeSheet(event.currentTarget as Element);
  };
  const cancel = (event: Event) => closeSheet(event.currentTarget as Element);
  const body = html`<p>${t("hide-about")}</p>
    <rt-reason .session=${session} place="hide:${number}" confirm="confirm-hide" @rt-reason=${hide} @rt-cancel=${cancel}></rt-reason>`;
  return dialog(t("hide-title"), body, closed);
}

/** Two keys take a message out; the reason goes with the first. */
export function removeSheet(number: MessageNumber, { session, closed }: SheetWays): TemplateResult {
  const reasons = REASONS.map((reason) =>
    row(
      html`${t(`reason-${reason.replaceAll("_", "-")}`)}`,
      then(() => session.propose({ act: "remove_message", number, reason })),
      `propose-${reason}`,
    ),
  );
  return dialog(t("propose-remove"), html`<p>${t("choose-reason")}</p>${reasons}`, closed);
}

/** Does it and closes the sheet. */
function then(act: () => void): (event: Event) => void {
  return (event) => {
    act();
    closeSheet(event);
  };
}
