import { setImmediate } from 'node:timers/promises';
import { type JournalVerdict } from './finding.js';
import { type JournalLine } from './journal-line.js';
import { JournalWalk, type WalkOptions } from './journal-walk.js';

/** Between so many lines others get their turn: a signature takes about 0.1 ms. */
const AT_ONCE = 100;

/** Checks a whole journal, from the database or from a file. */
export async function verifyJournal(
  journal: AsyncIterable<JournalLine>,
  options: WalkOptions,
): Promise<JournalVerdict> {
  const walk = new JournalWalk(options);
  let taken = 0;
  for await (const line of journal) {
    walk.take(line);
    if (++taken % AT_ONCE === 0) await setImmediate();
  }
  return walk.finish();
}
