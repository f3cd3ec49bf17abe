// Where the reader is: at the end and following, or somewhere above and left in peace.
//
// New messages never move what is being read. Only a reader who stands at the end is taken along,
// and nobody is while a lost connection catches up.

/** So near to the end counts as the end. */
const NEAR_PX = 64;

export class Follow {
  #follows = true;
  /** How far one could scroll at the last look. */
  #reach = 0;
  #observer: ResizeObserver | null = null;
  readonly #scrolled = () => this.#look();

  constructor(
    private readonly section: () => HTMLElement | null,
    private readonly atEnd: () => void,
  ) {}

  /** Is the reader at the end? */
  get follows(): boolean {
    return this.#follows;
  }

  /** Begins to watch. */
  start(): void {
    window.addEventListener("scroll", this.#scrolled, { capture: true, passive: true });
    this.#observer = new ResizeObserver(() => this.keep());
    const section = this.section();
    for (const watched of [document.body, section, section?.firstElementChild]) {
      if (watched) this.#observer.observe(watched);
    }
  }

  /** Watches no longer. */
  stop(): void {
    window.removeEventListener("scroll", this.#scrolled, { capture: true });
    this.#observer?.disconnect();
  }

  /** Leaves the reader where she is until she goes to the end herself. */
  rest(): void {
    this.#follows = false;
  }

  /** Something has grown: a reader at the end stays at the end. */
  keep(): void {
    if (this.#follows) this.toEnd();
  }

  /** Goes to the end. */
  toEnd(): void {
    const scroller = this.#scroller();
    scroller.scrollTop = scroller.scrollHeight;
    this.#reach = scroller.scrollHeight - scroller.clientHeight;
    this.#follows = true;
    this.atEnd();
  }

  /** A reader at the end leaves it by scrolling, not by what grows or shrinks under her. */
  #look(): void {
    const { scrollTop, clientHeight, scrollHeight } = this.#scroller();
    const reach = scrollHeight - clientHeight;
    const near = reach - scrollTop < NEAR_PX;
    const taken = this.#follows && reach !== this.#reach;
    this.#reach = reach;
    this.#follows = near || taken;
    if (taken) this.toEnd();
    else if (near) this.atEnd();
  }

  /** The conversation scrolls by itself on a desk of the console, with the page elsewhere. */
  #scroller(): Element {
    const section = this.section();
    const own = section && getComputedStyle(section).overflowY === "auto";
    return own ? section : (document.scrollingElement ?? document.documentElement);
  }
}
