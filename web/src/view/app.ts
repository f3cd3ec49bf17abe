// The whole page: which of its three kinds stands here is told by the path.

import { html, type TemplateResult } from "lit";
import "./arrive/page";
import { focusHeading } from "./focus";
import { homePage } from "./home";
import "./seat";
import { View } from "./view";

const SEAT = /^\/s\/([A-Za-z0-9_-]+)\/?$/;

export class App extends View {
  static override properties = { path: { state: true } };
  declare path: string;

  constructor() {
    super();
    this.path = location.pathname;
    this.addEventListener("rt-go", ((event: CustomEvent<string>) =>
      this.#go(event.detail)) as EventListener);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const moved = () => {
      this.path = location.pathname;
    };
    window.addEventListener("popstate", moved);
    this.whileConnected(() => window.removeEventListener("popstate", moved));
  }

  /** The invitation is used up: its page leaves the history. */
  #go(path: string): void {
    history.replaceState(null, "", path);
    this.path = path;
    void this.updateComplete.then(() => focusHeading(this));
  }

  protected override render(): TemplateResult {
    const [, handle] = SEAT.exec(this.path) ?? [];
    if (handle) return html`<rt-seat .handle=${handle}></rt-seat>`;
    return this.path === "/join" ? html`<rt-arrive></rt-arrive>` : homePage();
  }
}

customElements.define("rt-app", App);
