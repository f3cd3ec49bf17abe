// Chromium, and what must never happen in it.

import { chromium, selectors } from "playwright-core";

selectors.setTestIdAttribute("data-test");

/** The browser: Debian's, unless another is named. */
export const CHROMIUM = process.env.ROUNDTABLE_CHROMIUM ?? "/usr/bin/chromium";

/** How long anything may take that a person waits for; the longest grace is ten seconds. */
export const PATIENCE = 25_000;

/** One browser for a file of tests. */
export function openBrowser() {
  return chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-dev-shm-usage"],
  });
}

/** A page in a context of its own. */
export async function openPage(browser, { width = 390, line, ...more } = {}) {
  const context = await browser.newContext({
    viewport: size(width),
    reducedMotion: "reduce",
    ...(line ? { proxy: { server: line.url } } : {}),
    ...more,
  });
  context.setDefaultTimeout(PATIENCE);
  return context.newPage();
}

/** A telephone held upright, or a desk. */
export function size(width) {
  return { width, height: width < 800 ? 844 : 800 };
}

/** Sees to it that a page stays at home and breaks no rule: `faults` must stay empty. */
export class Guard {
  faults = [];
  /** While a line is cut, requests fail and the browser says so. */
  cut = false;

  constructor(page, origin) {
    const home = new URL(origin).host;
    const visit = (url) => {
      if (new URL(url).host !== home) this.#note(`a request to ${url}`);
    };
    page.on("request", (request) => visit(request.url()));
    page.on("websocket", (socket) => visit(socket.url()));
    page.on("pageerror", (error) => this.#note(`an error: ${error.message}`));
    page.on("console", (message) => this.#heard(message));
  }

  /** Once is enough. */
  #note(fault) {
    if (!this.faults.includes(fault)) this.faults.push(fault);
  }

  #heard(message) {
    if (message.type() !== "error" && message.type() !== "warning") return;
    const text = message.text();
    if (this.cut && /net::ERR_|WebSocket connection/.test(text)) return;
    this.#note(`the console: ${text}`);
  }
}
