// The banner: phase, soft time, who may write, help and menu; the agenda's ribbon under it.

import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../icons";
import { nameOf } from "../people";
import { openSheet } from "../sheet";
import { SessionView, Tick } from "../view";
import { t } from "../words";
import { phaseButton } from "./phase";
import { ribbon } from "./ribbon";

export class Banner extends SessionView {
  constructor() {
    super();
    new Tick(this, 1_000);
  }

  protected override render(): TemplateResult {
    return html`<header class="bar" data-region aria-label=${t("region-banner")}>
      <div class="bar-row">
        <div class="bar-in">
          ${phaseButton(this.session)}
          <button class="btn btn-quiet" type="button" aria-haspopup="dialog" data-test="help" @click=${() => openSheet(this, { is: "help" })}>${icon("help")}${t("help")}</button>
          <button class="btn btn-icon" type="button" aria-haspopup="dialog" data-test="menu" aria-label=${t("menu")} @click=${() => openSheet(this, { is: "menu" })}>${icon("menu")}</button>
        </div>
        <p class="floor">${practiceTag(this.state.settings?.practice)}${this.#floor()}</p>
      </div>
      ${ribbon(this.state)}
    </header>`;
  }

  #floor(): TemplateResult | typeof nothing {
    const { stage, pause, phase, settings } = this.state;
    if (stage === "paused" && pause) {
      const reason = t(`pause-reason-${pause.reason}`);
      return html`<strong>${t("paused-by", { name: nameOf(this.state, pause.by), reason })}</strong>`;
    }
    const now = settings?.agenda[phase?.index ?? -1];
    if (!now || stage === "closed") return nothing;
    return html`<span>${t(`writers-${now.writers}`)}</span>${now.screening === "strict" ? html`<span>${t("screening-strict")}</span>` : nothing}`;
  }
}

/** A word that says: this is practice. */
export function practiceTag(practice: boolean | undefined): TemplateResult | typeof nothing {
  return practice ? html`<span class="practice">${t("practice-tag")}</span>` : nothing;
}

customElements.define("rt-banner", Banner);
