import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';

/** Unpacks a zip into a folder that is there. Without `unzip`, which a bare machine lacks; not a line of ours reads the archive. */
export async function unpack(zip: string, into: string): Promise<void> {
  const opened = await yauzl.openPromise(zip, { lazyEntries: true, autoClose: false });
  try {
    for await (const entry of opened.eachEntry()) {
      const path = join(into, entry.fileName);
      await mkdir(entry.fileName.endsWith('/') ? path : dirname(path), { recursive: true });
      if (!entry.fileName.endsWith('/'))
        await pipeline(await opened.openReadStreamPromise(entry), createWriteStream(path));
    }
  } finally {
    opened.close();
  }
}
