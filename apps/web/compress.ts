import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);
const WORDS = /\.(js|css|svg|html|webmanifest)$/;

/**
 * Writes each file of the screens a second and a third time, compressed as far as it goes: the API sends those, and no request waits for a
 * compressor. What compressing does not make smaller has none.
 */
export function compressed(): Plugin {
  return {
    name: 'shouwen-compressed',
    apply: 'build',
    writeBundle: {
      // After what other parts of the build write.
      order: 'post',
      sequential: true,
      async handler({ dir }) {
        if (!dir) return;
        const names = (await readdir(dir, { recursive: true })).filter((name) => WORDS.test(name));
        await Promise.all(names.map((name) => compress(join(dir, name))));
      },
    },
  };
}

async function compress(path: string): Promise<void> {
  const plain = await readFile(path);
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  const made = { br: await brotli(plain, { params }), gz: await gzipped(plain, { level: 9 }) };
  for (const [ending, bytes] of Object.entries(made))
    if (bytes.length < plain.length) await writeFile(`${path}.${ending}`, bytes);
}
