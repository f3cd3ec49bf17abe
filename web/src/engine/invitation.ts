// The code of an invitation: in the link's fragment, then in memory, nowhere else.

const CODE = /^[A-Za-z0-9_-]{16,128}$/;

/**
 * Takes the code out of the address bar and the history. `null` when there is none that could be
 * one. The caller keeps it in memory only.
 */
export function takeInvitation(where: Location = location, past: History = history): string | null {
  const fragment = where.hash.slice(1);
  if (fragment === "") return null;
  past.replaceState(null, "", where.pathname + where.search);
  return CODE.test(fragment) ? fragment : null;
}

/** Calls back when another link is opened in the same page; returns the way to stop. */
export function onInvitation(take: (code: string) => void): () => void {
  const changed = () => {
    const code = takeInvitation();
    if (code) take(code);
  };
  addEventListener("hashchange", changed);
  return () => removeEventListener("hashchange", changed);
}
