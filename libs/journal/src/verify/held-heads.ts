import { open, readdir, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { headSchema } from './export-file.js';
import { type SignedHead } from './journal-line.js';

/** A head is far shorter, also one laid out over several lines by hand. */
const ONE_HEAD_BYTES = 16 * 1024;
/** Files of the worker (`heads.jsonl`, `heads-2026-11-27.jsonl`) and of the place that it carries heads to; not those set aside. */
const OF_HEADS = /^heads?(?:[.-](?!before)|$)/;
/** A day ends once while heads are read; a file that is still missing then is missing. */
const RENAMED_AT_MOST = 2;
/** Where a place keeps what is carried there. */
const CARRIED = 'he';

/**
 * Signed heads that were kept outside, in the order of their positions and one at a time, because there are millions in a year: from one file, or
 * from a folder of them. One JSON object, or one a line as the worker writes them; a line that a crash cut short does not count.
 * A worker that goes on meanwhile gives the file of a day that is over another name: the rest is then read under that.
 * @throws Error when there is none, or a file is not in order
 */
export async function* readHeldHeads(path: string): AsyncGenerator<SignedHead, void, undefined> {
  let last: SignedHead | null = null;
  for (let again = 0, whole = false; !whole; again++) {
    try {
      for (const { file, ino } of await filesIn(path))
        for await (const head of headsOf(file, ino)) {
          const isBehind = last !== null && BigInt(head.position) <= BigInt(last.position);
          if (isBehind && again > 0) continue;
          if (last && BigInt(head.position) < BigInt(last.position)) throw outOfOrder(file, head, last);
          last = head;
          yield head;
        }
      whole = true;
    } catch (error) {
      if (!isMoved(error) || again === RENAMED_AT_MOST) throw error;
    }
  }
  if (last === null) throw new Error(`${path} holds no signed head of a journal`);
}

/** A file of heads, by what stays its own when it gets another name. */
interface HeadsAt {
  file: string;
  ino: number;
}

/** Another file lies under a name than the one that was looked at. */
class Moved extends Error {}

const isMoved = (error: unknown): boolean =>
  error instanceof Moved || (error as NodeJS.ErrnoException).code === 'ENOENT';

/** By where each begins: their names tell days, and a clock can be wrong for a while. */
async function filesIn(path: string): Promise<HeadsAt[]> {
  const found = await stat(path);
  if (!found.isDirectory()) return [{ file: path, ino: found.ino }];
  const names = await readdir(path);
  const ours = names.filter((name) => OF_HEADS.test(name));
  if (ours.length === 0 && names.includes(CARRIED)) return filesIn(join(path, CARRIED));
  const begun: (HeadsAt & { first: bigint })[] = [];
  for (const name of ours) {
    const file = join(path, name);
    const { ino } = await stat(file);
    const heads = headsOf(file, ino);
    const { value: head } = await heads.next();
    await heads.return();
    if (head) begun.push({ file, ino, first: BigInt(head.position) });
  }
  if ((await readdir(path)).length !== names.length) throw new Moved(path);
  return begun.sort((a, b) => Number(a.first - b.first));
}

async function* headsOf(file: string, ino: number): AsyncGenerator<SignedHead, void, undefined> {
  // What is open stays readable when it gets another name.
  const opened = await open(file);
  try {
    const found = await opened.stat();
    if (found.ino !== ino) throw new Moved(file);
    const one = found.size > ONE_HEAD_BYTES ? null : headOf(await textOf(opened));
    if (one) return yield one;
    const input = opened.createReadStream({ start: 0, autoClose: false });
    try {
      for await (const line of createInterface({ input, crlfDelay: Infinity })) {
        const head = headOf(line);
        if (head) yield head;
      }
    } finally {
      input.destroy();
    }
  } finally {
    await opened.close();
  }
}

/** From the beginning, whatever was read of it already. */
async function textOf(opened: FileHandle): Promise<string> {
  const { buffer, bytesRead } = await opened.read(Buffer.alloc(ONE_HEAD_BYTES), 0, ONE_HEAD_BYTES, 0);
  return buffer.toString('utf8', 0, bytesRead);
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
