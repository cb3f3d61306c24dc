import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { headSchema } from './export-file.js';
import { type SignedHead } from './journal-line.js';

/** A head is far shorter, also one laid out over several lines by hand. */
const ONE_HEAD_BYTES = 16 * 1024;
/** Files of the worker (`heads.jsonl`, `heads-2026-11-27.jsonl`) and of the place that it carries heads to; not those set aside. */
const OF_HEADS = /^heads?(?:[.-](?!before)|$)/;
/** Where a place keeps what is carried there. */
const CARRIED = 'he';

/**
 * Signed heads that were kept outside, in the order of their positions and one at a time, because there are millions in a year: from one file, or
 * from a folder of them. One JSON object, or one a line as the worker writes them; a line that a crash cut short does not count.
 * @throws Error when there is none, or a file is not in order
 */
export async function* readHeldHeads(path: string): AsyncGenerator<SignedHead, void, undefined> {
  let last: SignedHead | null = null;
  for (const file of await filesIn(path))
    for await (const head of headsOf(file)) {
      if (last && BigInt(head.position) < BigInt(last.position)) throw outOfOrder(file, head, last);
      last = head;
      yield head;
    }
  if (last === null) throw new Error(`${path} holds no signed head of a journal`);
}

/** By where each begins: their names tell days, and a clock can be wrong for a while. */
async function filesIn(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const names = await readdir(path);
  const ours = names.filter((name) => OF_HEADS.test(name));
  if (ours.length === 0 && names.includes(CARRIED)) return filesIn(join(path, CARRIED));
  const begun: { file: string; first: bigint }[] = [];
  for (const name of ours) {
    const file = join(path, name);
    const { value: head } = await headsOf(file).next();
    if (head) begun.push({ file, first: BigInt(head.position) });
  }
  return begun.sort((a, b) => Number(a.first - b.first)).map(({ file }) => file);
}

async function* headsOf(file: string): AsyncGenerator<SignedHead, void, undefined> {
  const one = (await stat(file)).size > ONE_HEAD_BYTES ? null : headOf(await readFile(file, 'utf8'));
  if (one) return yield one;
  const input = createReadStream(file);
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      const head = headOf(line);
      if (head) yield head;
    }
  } finally {
    input.destroy();
  }
}

function headOf(text: string): SignedHead | null {
  try {
    return headSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

const outOfOrder = (file: string, head: SignedHead, last: SignedHead) =>
  new Error(
    `${file}: the head of position ${head.position} comes after that of ${last.position}. Heads are compared in the order of their positions; give one file at a time`,
  );
