import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { type ListedFile } from './manifest.rules.js';

/** One file of a package; it is opened when its turn comes. */
export interface PackageFile {
  path: string;
  /** Null for what the manifest does not list: itself, and what vouches for it. */
  what: ListedFile['what'] | null;
  open: (listed: readonly ListedFile[]) => Promise<AsyncIterable<Buffer> | Buffer>;
}

/**
 * The files as a zip, one after the other, stored and not packed: sound does not pack, and the original's bytes lie in it as they are. Each is
 * hashed on its way, so what comes last can list what came before. In constant memory.
 */
export function zipOf(files: readonly PackageFile[], at: Date): AsyncIterable<Buffer> {
  const zip = new ZipFile();
  const listed: ListedFile[] = [];
  const out = zip.outputStream as unknown as Readable;
  let current: Readable | undefined;
  const fail = (error: Error) => out.destroy(error);
  // A reader who stops reading the package stops the file that is being read.
  out.once('close', () => current?.destroy());
  zip.on('error', fail);
  // The reader of the package hears of it; before there is one, it must not end the process.
  out.on('error', () => undefined);
  for (const { path, what, open } of files) {
    zip.addReadStreamLazy(path, { compress: false, mtime: at, mode: 0o100644 }, (give) => {
      open(listed).then(
        (content) => {
          const source = Buffer.isBuffer(content) ? oneOf(content) : content;
          const counted = what === null ? source : listing(source, { path, what }, listed);
          current = Readable.from(counted, { objectMode: false });
          // The zip does not listen to it.
          current.once('error', fail);
          give(null, current);
        },
        (error: unknown) => fail(error as Error),
      );
    });
  }
  zip.end();
  return out;
}

async function* listing(
  source: AsyncIterable<Buffer>,
  { path, what }: { path: string; what: ListedFile['what'] },
  listed: ListedFile[],
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of source) {
    hash.update(chunk);
    bytes += chunk.length;
    yield chunk;
  }
  listed.push({ sha256sum: `${hash.digest('hex')}  ${path}`, bytes, what });
}

async function* oneOf(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}
