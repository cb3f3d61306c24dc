import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Trouble } from './checkout.js';

/** Nothing that we list is larger than a few gigabytes. */
const MOST_BYTES = 20 * 1024 ** 3;

/**
 * Fetches a file to `path`, going on after what an earlier try left in `path.part`. What is left stays there when the connection breaks, so
 * that the next try goes on. Only a whole file gets its name.
 *
 * @throws Trouble in words, with what to do
 */
export async function fetchArchive(url: string, path: string, say: (line: string) => void): Promise<void> {
  const part = `${path}.part`;
  const have = await sizeOf(part);
  if (have > 0) say(`Going on after ${have} bytes of an earlier try.`);
  const response = await fetch(url, have > 0 ? { headers: { range: `bytes=${have}-` } } : {}).catch(
    (error: unknown) => {
      throw new Trouble(
        `${url} cannot be reached (${causeOf(error)}). Without internet: npm run models -- add FOLDER.`,
      );
    },
  );
  // A part as long as the whole: the checksum will tell whether it is.
  if (response.status === 416 && have > 0) return rename(part, path);
  if (!response.ok) throw new Trouble(`${url} answers ${response.status}. Is the address right?`);
  const goesOn = response.status === 206 && rangeStart(response) === have;
  const total = lengthOf(response, goesOn ? have : 0);
  if (total !== null && total > MOST_BYTES)
    throw new Trouble(`${url} claims to be ${total} bytes long: that is no model.`);
  await write(response, part, goesOn);
  const got = await sizeOf(part);
  if (total !== null && got !== total)
    throw new Trouble(
      `The connection broke after ${got} of ${total} bytes. Run the command again: it goes on from there.`,
    );
  await rename(part, path);
}

/** SHA-256 of a file, hex. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Forgets what was fetched: it is not what was wanted. */
export async function forget(path: string): Promise<void> {
  await rm(path, { force: true });
  await rm(`${path}.part`, { force: true });
}

/** Piece by piece: `pipeline` would throw away what has come but is not yet on disk when the connection breaks. */
async function write(response: Response, part: string, goesOn: boolean): Promise<void> {
  const file = await open(part, goesOn ? 'a' : 'w');
  try {
    for await (const piece of (response.body ?? []) as AsyncIterable<Uint8Array>) await file.writeFile(piece);
  } catch (error) {
    const got = await sizeOf(part);
    throw new Trouble(
      `The connection broke after ${got} bytes (${causeOf(error)}). Run the command again: it goes on from there.`,
    );
  } finally {
    await file.close();
  }
}

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

function rangeStart(response: Response): number | null {
  const said = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1];
  return said === undefined ? null : Number(said);
}

function lengthOf(response: Response, before: number): number | null {
  const said = response.headers.get('content-length');
  return said === null ? null : before + Number(said);
}

const causeOf = (error: unknown): string => {
  const cause = (error as { cause?: { code?: string; message?: string } }).cause;
  return cause?.code ?? cause?.message ?? (error instanceof Error ? error.message : String(error));
};
