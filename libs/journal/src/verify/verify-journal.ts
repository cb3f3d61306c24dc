import { setImmediate } from 'node:timers/promises';
import { type JournalVerdict } from './finding.js';
import { type JournalLine, type SignedHead } from './journal-line.js';
import { JournalWalk, type WalkOptions } from './journal-walk.js';

export interface VerifyOptions extends WalkOptions {
  /** Heads that were kept outside the database, in the order of their positions. */
  readonly held: AsyncIterable<SignedHead> | Iterable<SignedHead>;
}

/** Between so many lines others get their turn: a signature takes about 0.1 ms. */
const AT_ONCE = 100;

/** Checks a whole journal, from the database or from a file, beside the heads that are held: neither is ever in memory whole. */
export async function verifyJournal(
  journal: AsyncIterable<JournalLine>,
  { held, ...options }: VerifyOptions,
): Promise<JournalVerdict> {
  const walk = new JournalWalk(options);
  const turns = inTurns();
  const heads = inOrder(held);
  let next = await heads.next();
  for await (const line of journal) {
    for (; line.kind === 'entry' && !next.done && reaches(line, next.value); next = await heads.next()) {
      walk.hold(next.value);
      await turns();
    }
    walk.take(line);
    await turns();
  }
  for (; !next.done; next = await heads.next()) {
    walk.hold(next.value);
    await turns();
  }
  return walk.finish();
}

const reaches = (entry: { position: string }, head: SignedHead): boolean =>
  BigInt(head.position) <= BigInt(entry.position);

async function* inOrder(held: VerifyOptions['held']): AsyncGenerator<SignedHead, void, undefined> {
  yield* held;
}

function inTurns(): () => Promise<void> {
  let taken = 0;
  return async () => {
    if (++taken % AT_ONCE === 0) await setImmediate();
  };
}
