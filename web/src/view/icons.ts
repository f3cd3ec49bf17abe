// The icons, drawn for this program: thin lines on a 24 px square, always beside a word.
// To add one: its drawing here; its name becomes a value of `Icon`.

import { html, type SVGTemplateResult, svg, type TemplateResult } from "lit";

const DRAWINGS = {
  arrowdown: svg`<path d="M12 4v15M6 13l6 6 6-6"/>`,
  calendar: svg`<path d="M4 6h16v14H4ZM4 10.5h16M8.5 3.5V8M15.5 3.5V8"/>`,
  check: svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`,
  dashed: svg`<circle cx="12" cy="12" r="8.5" stroke-dasharray="4.2 4.7"/>`,
  down: svg`<path d="m6 9.5 6 6 6-6"/>`,
  ear: svg`<path d="M6.5 9a5.5 5.5 0 0 1 11 0c0 4.2-4.3 4.6-4.3 8.6a3.2 3.2 0 0 1-6 1.5"/><path d="M9.8 9.4a2.2 2.2 0 0 1 4.4 0c0 1.7-1.9 2-1.9 3.9"/>`,
  eye: svg`<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z"/><circle cx="12" cy="12" r="2.8"/>`,
  help: svg`<circle cx="12" cy="12" r="9"/><circle cx="12" cy="12" r="3.6"/><path d="m5.7 5.7 3.7 3.7m5.2 5.2 3.7 3.7m0-12.6-3.7 3.7m-5.2 5.2-3.7 3.7"/>`,
  hourglass: svg`<path d="M6.5 3h11M6.5 21h11M8 3v3.4c0 2 4 3.6 4 5.6s-4 3.6-4 5.6V21M16 3v3.4c0 2-4 3.6-4 5.6s4 3.6 4 5.6V21"/>`,
  key: svg`<circle cx="8" cy="15.5" r="4.5"/><path d="M11.3 12.3 20 3.6M16 7.6l3 3M13.6 10l2 2"/>`,
  leave: svg`<path d="M3 21h18M6.5 21V4.6L14.5 3v18M14.5 6H18v15M11.5 12v.01"/>`,
  left: svg`<path d="m14.5 6-6 6 6 6"/>`,
  lost: svg`<path d="M4 4l16 16M9 9.5A9 9 0 0 0 4.5 12M12 6.5a13 13 0 0 1 9 3.5M3 10a13 13 0 0 1 3.5-2.4M13.5 12.4A7 7 0 0 1 17 14.3M8 15.5a6 6 0 0 1 6.5-1M12 19v.01"/>`,
  mark: svg`<circle cx="12" cy="12" r="6.2"/><circle cx="12" cy="2.6" r="1.2"/><circle cx="18.6" cy="5.4" r="1.2"/><circle cx="21.4" cy="12" r="1.2"/><circle cx="18.6" cy="18.6" r="1.2"/><circle cx="12" cy="21.4" r="1.2"/><circle cx="5.4" cy="18.6" r="1.2"/><circle cx="2.6" cy="12" r="1.2"/><circle cx="5.4" cy="5.4" r="1.2"/>`,
  menu: svg`<path d="M4 7h16M4 12h16M4 17h16"/>`,
  minus: svg`<path d="M5 12h14"/>`,
  more: svg`<path stroke-width="3" d="M5.5 12h.01M12 12h.01M18.5 12h.01"/>`,
  note: svg`<path d="M4 20v-3.6L15.6 4.8a1.7 1.7 0 0 1 2.4 0l1.2 1.2a1.7 1.7 0 0 1 0 2.4L7.6 20Z"/><path d="m13.5 7 3.5 3.5"/>`,
  pause: svg`<circle cx="12" cy="12" r="9"/><path d="M10 9v6M14 9v6"/>`,
  plain: svg`<path d="m4 20 1.2-3.9A8 8 0 1 1 8.3 19Z"/>`,
  play: svg`<circle cx="12" cy="12" r="9"/><path d="m10.2 8.8 5 3.2-5 3.2Z"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  proposal: svg`<path d="M4 5h16v11.5H9L4 20.5Z"/><path d="M8 9.2h8M8 12.6h5"/>`,
  question: svg`<path d="m4 20 1.2-3.9A8 8 0 1 1 8.3 19Z"/><path d="M9.8 9.6a2.3 2.3 0 1 1 3.3 2.1c-.7.3-1.1.8-1.1 1.5M12 15.8v.01"/>`,
  mirror: svg`<path d="m4 20 1.2-3.9A8 8 0 1 1 8.3 19Z"/><path d="M8.5 10.5h7M8.5 13.5h4.5"/>`,
  right: svg`<path d="m9.5 6 6 6-6 6"/>`,
  send: svg`<path d="M12 20V5M6 11l6-6 6 6"/>`,
  story: svg`<path d="M10 13H5V7h5v6c0 2.4-1.4 3.8-4 4.3M19 13h-5V7h5v6c0 2.4-1.4 3.8-4 4.3"/>`,
  true: svg`<path d="m4 20 1.2-3.9A8 8 0 1 1 8.3 19Z"/><path d="m8.6 12 2.5 2.5 4.5-5"/>`,
  undo: svg`<path d="m9 14-5-5 5-5"/><path d="M4 9h10a5.5 5.5 0 0 1 0 11h-3"/>`,
  users: svg`<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20a6.5 6.5 0 0 1 13 0M15.5 4.8a3.5 3.5 0 0 1 0 6.4M18 14.2a6.5 6.5 0 0 1 3.5 5.8"/>`,
} satisfies Record<string, SVGTemplateResult>;

/** The name of an icon. */
export type Icon = keyof typeof DRAWINGS;

/** Draws an icon; the word beside it says what it means. */
export function icon(name: Icon, more = ""): TemplateResult {
  return html`<svg class="i ${more}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${DRAWINGS[name]}</svg>`;
}

/** A small icon, for a line of small text. */
export function smallIcon(name: Icon): TemplateResult {
  return icon(name, "i-s");
}
