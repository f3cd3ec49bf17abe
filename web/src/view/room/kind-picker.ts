// The choice of a kind: a list of radio buttons over the composer, each with a line about it.

import { html, type TemplateResult } from "lit";
import type { Kind } from "../../wire";
import { icon, smallIcon } from "../icons";
import { KIND_ICONS } from "../kinds";
import { t } from "../words";

/** The picker; choosing closes it. */
export function kindPicker(
  kinds: readonly Kind[],
  chosen: Kind,
  choose: (kind: Kind) => void,
): TemplateResult {
  return html`<details class="kind" @keydown=${keys} @focusout=${away}>
    <summary class="btn" data-test="kind" aria-label=${t("kind-chosen", { kind: t(`kind-${chosen}`) })}>${icon(KIND_ICONS[chosen])}${t(`kind-${chosen}`)}${smallIcon("down")}</summary>
    <fieldset class="kind-list">
      <legend class="vh">${t("kind-label")}</legend>
      ${kinds.map(
        (kind) => html`<label data-test="kind-${kind}" @click=${pointed}>
          ${icon(KIND_ICONS[kind])}<span><b>${t(`kind-${kind}`)}</b><small>${t(`kind-${kind}.about`)}</small></span>
          <input type="radio" name="kind" value=${kind} .checked=${kind === chosen} @change=${() => choose(kind)} />
        </label>`,
      )}
    </fieldset>
  </details>`;
}

/** A press with a finger or a mouse chooses and closes; arrows only choose. */
function pointed(event: MouseEvent): void {
  if (event.detail > 0) close(event);
}

function keys(event: KeyboardEvent): void {
  if (event.key !== "Escape" && event.key !== "Enter") return;
  if ((event.target as Element).matches("summary") && event.key === "Enter") return;
  event.preventDefault();
  event.stopPropagation();
  close(event);
  (event.currentTarget as Element).querySelector("summary")?.focus();
}

function away(event: FocusEvent): void {
  const list = event.currentTarget as HTMLDetailsElement;
  if (event.relatedTarget instanceof Node && !list.contains(event.relatedTarget)) list.open = false;
}

function close(event: Event): void {
  const list = (event.currentTarget as Element).closest("details");
  if (list) list.open = false;
}
