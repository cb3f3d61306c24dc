import { open } from 'node:fs/promises';
import { z } from 'zod';

/** How far a file of heads goes, and the day (UTC) of its last head. */
export interface LastHead {
  readonly position: bigint;
  readonly day: string;
}

/** Some 250 heads: the last whole line is among them, unless a crash left more than that behind it. */
const TAIL_BYTES = 64 * 1024;
const headLine = z.object({ position: z.string().regex(/^\d+$/), signedAt: z.iso.datetime() });

/** Reads the end of a file, however long it is. Null when there is no whole head in it. A line without its end does not count. */
export async function lastHeadIn(path: string): Promise<LastHead | null> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    // Further back only past what is no head: lines that were cut short.
    for (let bytes = Math.min(size, TAIL_BYTES); bytes > 0; bytes = Math.min(size, bytes * 2)) {
      const tail = Buffer.alloc(bytes);
      const { bytesRead } = await file.read(tail, 0, bytes, size - bytes);
      const found = lastOf(tail.toString('utf8', 0, bytesRead), bytes < size);
      if (found || bytes === size) return found;
    }
    return null;
  } finally {
    await file.close();
  }
}

function lastOf(text: string, beginsWithin: boolean): LastHead | null {
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
  for (const line of lines.slice(beginsWithin ? 1 : 0).reverse()) {
    const read = headLine.safeParse(jsonOf(line));
    if (read.success) return { position: BigInt(read.data.position), day: read.data.signedAt.slice(0, 10) };
  }
  return null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
