/** Event for use of the page without a key press or pointer: a recording is playing or a file is uploading. */
const USED = 'shouwen-used';

export const noteUse = (): void => void window.dispatchEvent(new Event(USED));

const ACTS = [USED, 'pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove', 'scroll'];
const CAPTURED = { capture: true, passive: true };
/** Other tabs are told so often. */
const TELL_MS = 5_000;

/**
 * Hears that the person uses this page, or another of the same account in this browser.
 *
 * @returns what ends it
 */
export function whenUsed(accountId: string, used: () => void): () => void {
  const place = `${USED} ${accountId}`;
  let toldAt = 0;
  const here = () => {
    const now = Date.now();
    if (now - toldAt > TELL_MS) {
      toldAt = now;
      tell(place, now);
    }
    used();
  };
  const elsewhere = ({ key }: StorageEvent) => key === place && used();
  for (const act of ACTS) window.addEventListener(act, here, CAPTURED);
  window.addEventListener('storage', elsewhere);
  return () => {
    for (const act of ACTS) window.removeEventListener(act, here, CAPTURED);
    window.removeEventListener('storage', elsewhere);
  };
}

function tell(place: string, now: number): void {
  try {
    localStorage.setItem(place, String(now));
  } catch {
    // No storage: each tab counts for itself.
  }
}
