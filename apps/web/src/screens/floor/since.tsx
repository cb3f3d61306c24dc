import { useSyncExternalStore } from 'react';
import { clock } from '../../format/format.rules.js';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let second = 0;

/** One clock for all that count on a screen. */
function listen(told: () => void): () => void {
  listeners.add(told);
  timer ??= setInterval(() => {
    second += 1;
    for (const listener of listeners) listener();
  }, 1_000);
  return () => {
    listeners.delete(told);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Has what shows a time drawn again each second. */
export const useSecond = (): number => useSyncExternalStore(listen, () => second);

/** How long something goes on, each second. @param aheadMs how far this machine's clock is ahead of the server's */
export function Since({ at, aheadMs }: { at: string; aheadMs: number }) {
  useSecond();
  const ms = Math.max(0, Date.now() - aheadMs - Date.parse(at));
  return (
    <time className="since" dateTime={at}>
      {clock(ms)}
    </time>
  );
}
