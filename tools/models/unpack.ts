import { createReadStream, createWriteStream } from 'node:fs';
import { join, posix } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { runSandboxed } from '#platform';
import { readTar } from './read-tar.js';
import { Trouble } from './checkout.js';

const MOST_BYTES = 20 * 1024 ** 3;
const DECOMPRESSORS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  bz2: ['/usr/bin/bzip2', '-dc'],
  gz: ['/usr/bin/gzip', '-dc'],
  tgz: ['/usr/bin/gzip', '-dc'],
  xz: ['/usr/bin/xz', '-dc'],
};

/**
 * Takes the wanted files out of an archive, by their own names, into a folder: `wanted` maps the name in the archive's top folder to the name
 * it gets. Decompression runs in the sandbox; no tar program writes anything. An archive that reaches out of its folder is refused whole.
 *
 * @throws Trouble, in words
 */
export async function unpack(archive: string, folder: string, wanted: readonly string[]): Promise<void> {
  const found = new Set<string>();
  const { stream, ended } = open(archive);
  for await (const { path, bytes, isFile, content } of readTar(stream)) {
    if (reachesOut(path))
      throw new Trouble(`The archive wants to write to ${JSON.stringify(path)}: it is not to be trusted.`);
    const name = posix.basename(path);
    if (!wanted.includes(name) || path.split('/').filter((part) => part !== '.').length > 2) continue;
    if (!isFile) throw new Trouble(`${name} in the archive is not a plain file.`);
    if (found.has(name)) throw new Trouble(`${name} is twice in the archive.`);
    if (bytes > MOST_BYTES) throw new Trouble(`${name} claims to be ${bytes} bytes long: that is no model.`);
    found.add(name);
    await pipeline(Readable.from(content), createWriteStream(join(folder, name), { flags: 'wx' }));
  }
  await ended();
  const missing = wanted.filter((name) => !found.has(name));
  if (missing.length > 0)
    throw new Trouble(`The archive has no ${missing.join(', no ')}: it is another model, or another version.`);
}

/** Absolute, or up and out. */
const reachesOut = (path: string): boolean =>
  path.startsWith('/') || path.split('/').includes('..') || path.includes('\\');

function open(archive: string): { stream: Readable; ended(): Promise<void> } {
  const bytes = createReadStream(archive);
  const [program, ...args] = DECOMPRESSORS[archive.split('.').at(-1) ?? ''] ?? [];
  if (program === undefined) return { stream: bytes, ended: () => Promise.resolve() };
  const run = runSandboxed({
    program,
    args: () => args,
    input: bytes,
    limits: { wallMs: 3_600_000, cpuSeconds: 3_600, memoryBytes: 1024 ** 3, outputBytes: MOST_BYTES },
  });
  return {
    stream: run.stdout,
    ended: async () => {
      run.stdout.resume();
      const exit = await run.done;
      if (exit.ended === 'exited' && exit.code === 0) return;
      if (exit.ended === 'not_started')
        throw new Trouble(
          `${program} could not be started in the sandbox (${exit.reason}). Install bubblewrap, bzip2 and xz-utils.`,
        );
      throw new Trouble('The archive is damaged: it could not be decompressed to its end.');
    },
  };
}
