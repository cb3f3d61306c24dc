import { findBubblewrap } from '#platform';

/** Whether a local engine may start here: within walls, or where an operator said that none are needed. */
export async function canStart(allowUnsandboxed = false): Promise<boolean> {
  return allowUnsandboxed || (await findBubblewrap()) !== undefined;
}
