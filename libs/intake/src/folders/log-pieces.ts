import { takeLines, REMEMBERED, type TailedLines, type TailRead } from '#telephony/rules';
import { type OpenFile } from './folder-root.js';

/** What is read of a log at once: parsing more would hold the process up for longer than others may wait. */
const PIECE = 128 * 1024;
const LONGEST_LINE = 1024 * 1024;
/** Of what was read before, to find its last line. */
const CONTEXT = 8 * 1024;

/** `cut`: the file no longer holds what was read of it; `no_line_end`: no line of it ends. */
export type LogPiece = TailedLines | 'cut' | 'no_line_end';

/** The next whole lines of a log, as many as a piece holds; more only where one line is longer. */
export async function nextLines(file: OpenFile, read: TailRead): Promise<LogPiece> {
  for (let length = PIECE; ; length = LONGEST_LINE) {
    const to = Math.min(read.to, read.from + length);
    const taken = takeLines(read, await bytesOf(file, Math.max(0, read.from - REMEMBERED), to));
    if (!taken) return 'cut';
    if (taken.text !== '' || to === read.to) return taken;
    if (length === LONGEST_LINE) return 'no_line_end';
  }
}

/**
 * The lines that a piece of a log is read with: the first, which may name the columns, and the last that was read, by which a reader knows the
 * file again. What they tell is known already, and is the same record.
 */
export async function linesBefore(file: OpenFile, from: number): Promise<string[]> {
  if (from === 0) return [];
  const head = firstLine(await textOf(file, 0, Math.min(from, LONGEST_LINE / 16)));
  const last = (await textOf(file, Math.max(0, from - CONTEXT), from)).split('\n').at(-2) ?? '';
  return head === null || last === head || last === '' ? [head ?? last].filter((line) => line !== '') : [head, last];
}

const firstLine = (text: string): string | null => (text.includes('\n') ? text.slice(0, text.indexOf('\n')) : null);

const textOf = async (file: OpenFile, from: number, to: number): Promise<string> =>
  (await bytesOf(file, from, to)).toString('utf8');

async function bytesOf({ handle }: OpenFile, from: number, to: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(to - from), 0, to - from, from);
  return buffer.subarray(0, bytesRead);
}
