/** Makes the files of a key store in a process of its own: the memory that this takes is then not counted as that of the walk. */
import { randomUUID } from 'node:crypto';
import { link, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { formatKeyFile } from '#platform';

const AT_ONCE = 100;
const NAMED = 50;

const [first = '', second = '', count = '0'] = process.argv.slice(2);
const made = new Set<string>();

/** A whole key file whose key does not open; its second copy is another name of it, to spare the disk. */
async function generate(): Promise<string> {
  const keyId = randomUUID();
  const [file, copy] = [first, second].map((root) => join(root, keyId.slice(0, 2), keyId.slice(2, 4), `${keyId}.json`));
  const folders = [file!, copy!].map((path) => dirname(path));
  if (!made.has(folders[0]!)) await Promise.all(folders.map((at) => mkdir(at, { recursive: true })));
  made.add(folders[0]!);
  await writeFile(file!, contentOf(keyId));
  await link(file!, copy!);
  return keyId;
}

const contentOf = (keyId: string): string =>
  formatKeyFile({
    format: 'shouwen-recording-key/1',
    keyId,
    recordingId: randomUUID(),
    createdAt: new Date(0).toISOString(),
    version: '1',
    wrapped: Buffer.alloc(60).toString('base64'),
  });

const named: string[] = [];
for (let at = 0; at < Number(count); at += AT_ONCE) {
  const ids = await Promise.all(Array.from({ length: Math.min(AT_ONCE, Number(count) - at) }, generate));
  named.push(...ids.slice(0, NAMED - named.length));
}
process.stdout.write(JSON.stringify(named));
