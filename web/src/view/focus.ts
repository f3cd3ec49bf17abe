// Where the focus goes: to the heading of a new page, and round the regions of a page with F6.

/** A new page begins at its heading. */
export function focusHeading(page: ParentNode): void {
  const heading = page.querySelector<HTMLElement>("h1");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

/** Goes to the next region of the page, or with Shift to the one before. */
export function nextRegion(event: KeyboardEvent): void {
  if (event.key !== "F6" || event.defaultPrevented) return;
  const regions = [...document.querySelectorAll<HTMLElement>("[data-region]")].filter(isShown);
  if (regions.length === 0) return;
  event.preventDefault();
  const active = document.activeElement;
  const now = regions.findIndex((region) => region.contains(active));
  const step = event.shiftKey ? -1 : 1;
  const start = now === -1 && event.shiftKey ? 0 : now;
  enter(regions[(start + step + regions.length) % regions.length]);
}

/** A region's first stop: what it names itself, else what can be reached in it, else itself. */
function enter(region: HTMLElement | undefined): void {
  const stop =
    region?.querySelector<HTMLElement>("[data-stop]") ??
    region?.querySelector<HTMLElement>("[tabindex='0'], textarea, button, select, input, a[href]");
  const goal = stop && isShown(stop) ? stop : region;
  if (goal && goal === region) goal.tabIndex = -1;
  goal?.focus();
}

function isShown(element: HTMLElement): boolean {
  return element.getClientRects().length > 0;
}
