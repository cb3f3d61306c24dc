import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { type EventName } from '#contracts';
import { EXPORT_FORMAT, type JournalLine } from './journal-line.js';

const position = z.string().regex(/^[1-9]\d*$/);
const at = z.iso.datetime().transform((text) => new Date(text));
const entry = z.object({
  id: z.string(),
  event: z.string().transform((name) => name as EventName),
  at,
  actorPersonId: z.string().nullable(),
  callId: z.string().nullable(),
  commitment: z.string(),
});
export const headSchema = z.object({ position, chainHash: z.string(), signedAt: at, signature: z.string() });
const line = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start'), format: z.literal(EXPORT_FORMAT), at }),
  z.object({
    kind: z.literal('entry'),
    position,
    chainHash: z.string(),
    entryId: z.string(),
    entry: entry.nullable(),
    detail: z.object({ salt: z.string(), details: z.record(z.string(), z.unknown()) }).nullable(),
  }),
  headSchema.extend({ kind: z.literal('head') }),
  z.object({ kind: z.literal('unsealed'), entry, marked: z.boolean() }),
  z.object({ kind: z.literal('end'), lines: z.number().int() }),
]);

/** The journal as lines of JSON (NDJSON), one after the other. The last one counts the rest, so that a file cut short is told. */
export async function* exportLines(journal: AsyncIterable<JournalLine>, now: Date): AsyncGenerator<string> {
  yield `${JSON.stringify({ kind: 'start', format: EXPORT_FORMAT, at: now })}\n`;
  let lines = 0;
  for await (const one of journal) {
    lines++;
    yield `${JSON.stringify(one)}\n`;
  }
  yield `${JSON.stringify({ kind: 'end', lines })}\n`;
}

/** An exported journal, a line at a time. @throws JournalUnreadable that names the line */
export async function* readExport(path: string): AsyncGenerator<JournalLine, void, undefined> {
  let number = 0;
  let ended = false;
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    number++;
    const read = line.safeParse(jsonOf(text));
    if (!read.success || (read.data.kind === 'start') !== (number === 1) || ended)
      throw new JournalUnreadable(path, number);
    const { data } = read;
    if (data.kind === 'end') {
      if (data.lines !== number - 2) throw new JournalUnreadable(path, number);
      ended = true;
    } else if (data.kind !== 'start') yield data;
  }
  if (!ended) throw new JournalUnreadable(path, number + 1);
}

/** A file that is no whole export of a journal. */
export class JournalUnreadable extends Error {
  override readonly name = 'JournalUnreadable';
  constructor(
    readonly path: string,
    readonly line: number,
  ) {
    super(`${path}: line ${line} is not what an exported journal has there, or the file was cut short`);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
