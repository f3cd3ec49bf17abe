// The colours of `tokens.css`, and how well they can be told apart (WCAG 2.2).

/** The colours of one theme, by the names of their tokens. */
export type Palette = ReadonlyMap<string, string>;

/** Light and dark, as the style sheet declares them; dark falls back on light. */
export function palettes(css: string): { light: Palette; dark: Palette } {
  const darkAt = css.indexOf("prefers-color-scheme: dark");
  const end = css.indexOf("@media", darkAt + 1);
  const light = colours(css.slice(0, darkAt));
  const dark = colours(css.slice(darkAt, end < 0 ? undefined : end));
  return { light, dark: new Map([...light, ...dark]) };
}

function colours(css: string): Palette {
  const found = css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6}|#[0-9a-f]{3})\s*;/gi);
  return new Map([...found].map(([, name = "", value = ""]) => [name, value]));
}

/** From 1 (the same) to 21 (black on white). */
export function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const digits = colour.length === 4 ? colour.replace(/[0-9a-f]/gi, "$&$&") : colour;
  const linear = [1, 3, 5]
    .map((at) => Number.parseInt(digits.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  const [red = 0, green = 0, blue = 0] = linear;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
