// What every element of ours shares: light DOM, words that change with the language, a session.
//
// To add an element: extend `View` (or `SessionView`), define it at the end of its file, and add
// its name to the list of boxless elements in `styles/ground.css`.

import {
  LitElement,
  type PropertyDeclarations,
  type ReactiveController,
  type ReactiveControllerHost,
} from "lit";
import type { RoomSession } from "../engine/session";
import type { RoomState } from "../engine/state";
import { onLanguage } from "./words";

/** An element without a shadow: one stylesheet and one accessibility tree for the page. */
export class View extends LitElement {
  readonly #stops: (() => void)[] = [];

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.whileConnected(onLanguage(() => this.requestUpdate()));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const stop of this.#stops.splice(0)) stop();
  }

  /** Takes what undoes a subscription, and calls it when the element goes away. */
  protected whileConnected(stop: () => void): void {
    this.#stops.push(stop);
  }
}

/** An element that shows a room and is drawn again after every change in it. */
export class SessionView extends View {
  static override properties: PropertyDeclarations = { session: { attribute: false } };
  declare session: RoomSession;

  override connectedCallback(): void {
    super.connectedCallback();
    this.whileConnected(this.session.subscribe(() => this.changed()));
  }

  /** The room changed. */
  protected changed(): void {
    this.requestUpdate();
  }

  protected get state(): RoomState {
    return this.session.state;
  }
}

/** Draws its element again every so often, for soft timers. */
export class Tick implements ReactiveController {
  #timer = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly ms: number,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = window.setInterval(() => this.host.requestUpdate(), this.ms);
  }

  hostDisconnected(): void {
    window.clearInterval(this.#timer);
  }
}
