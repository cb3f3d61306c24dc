import { readdirSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';

const { PRIORITY_NORMAL, PRIORITY_ABOVE_NORMAL, PRIORITY_LOW } = constants.priority;

/**
 * Before other processes, where this user may say so (root, or a limit as `LimitNICE=-7` of systemd's): packets wait for no decoder.
 * @returns whether it was allowed
 */
export function goFirst(): boolean {
  return setOfAll(PRIORITY_ABOVE_NORMAL);
}

/** Like any other: a process that was started by one that goes first would else go first, too. */
export function goWithOthers(): void {
  if (getPriority() < PRIORITY_NORMAL) setOfAll(PRIORITY_NORMAL);
}

/** After all others, which a child that it starts is, too. */
export const goLast = (): boolean => setOfAll(PRIORITY_LOW);

/** Linux has a priority for each thread, and further ones have that of the thread that starts them. */
function setOfAll(priority: number): boolean {
  try {
    for (const thread of threads()) setPriority(thread, priority);
    return true;
  } catch {
    return false;
  }
}

function threads(): number[] {
  try {
    return readdirSync('/proc/self/task').map(Number);
  } catch {
    return [process.pid];
  }
}
