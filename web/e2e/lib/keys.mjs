// Going through a page with the keyboard alone.

import assert from "node:assert/strict";

/** Presses Tab until something has the focus; every stop on the way must be seen. */
export async function tabTo(page, selector, most = 80) {
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(focused, selector);
    assert.equal(stop.trouble, null, `on the way to ${selector}: ${stop.where}`);
    if (stop.arrived) return;
  }
  assert.fail(`${selector} cannot be reached with Tab`);
}

/** Tab to it, and press it. */
export async function pressByKey(page, selector, key = "Enter") {
  await tabTo(page, selector);
  await page.keyboard.press(key);
}

// Runs in the page.
function focused(selector) {
  const element = document.activeElement;
  if (!element || element === document.body)
    return { arrived: false, trouble: null, where: "body" };
  const where = element.outerHTML.slice(0, 120);
  const shown = element.closest("label") ?? element;
  const box = shown.getBoundingClientRect();
  const hit = document.elementFromPoint(
    Math.min(innerWidth - 1, Math.max(0, box.x + Math.min(box.width, 40) / 2)),
    Math.min(innerHeight - 1, Math.max(0, box.y + box.height / 2)),
  );
  const covered = !hit || !(shown.contains(hit) || hit.contains(shown));
  const ringed = [element, shown, element.parentElement].some((one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    const outlined = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    return outlined || boxShadow !== "none";
  });
  const trouble = covered ? "it is covered" : ringed ? null : "its focus is not seen";
  return { arrived: element.matches(selector), trouble, where };
}
