/*
 * Verifying a package with nothing but the public key
 *   1. The signature must cover the manifest. Without it nothing that the manifest says counts.
 *   2. Each file must have the hash that the manifest lists; what is listed and not there is missing, what is there and not listed was added.
 *   3. What the manifest lists is looked into: journal entries against their hashes and commitments, the head's signature, custody's hash of
 *      the original against the file, a time stamp against the manifest.
 */
import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { MANIFEST, manifestSchema, readSum, SIGNATURE, TIMESTAMP, type Manifest } from '../manifest.rules.js';
import { answersFor } from '../timestamp/time-stamp.rules.js';
import { checkExcerpt, type PackageFinding } from './check-excerpt.rules.js';
import { openPackage, type PackageSource } from './package-source.js';

export interface PackageVerdict {
  ok: boolean;
  /** Null where the manifest cannot be relied on. */
  manifest: Manifest | null;
  files: number;
  timeStamp: 'none' | 'about_this_manifest' | 'wrong';
  findings: PackageFinding[];
}

/** These are read whole; nothing else is. */
const READ_WHOLE = [MANIFEST, SIGNATURE, TIMESTAMP, 'journal.json'];
const MOST_BYTES = 256 * 1024 ** 2;

/** @param publicKeyPem of the maker of the package, obtained from elsewhere */
export async function verifyPackage(path: string, publicKeyPem: string): Promise<PackageVerdict> {
  const key = createPublicKey(publicKeyPem);
  const source = await openPackage(path);
  try {
    return await verifyFiles(source, key);
  } finally {
    source.close();
  }
}

async function verifyFiles({ files }: PackageSource, key: KeyObject): Promise<PackageVerdict> {
  const seen = new Map<string, string>();
  const whole = new Map<string, Buffer>();
  const findings: PackageFinding[] = [];
  for (const { path, open } of files) {
    if (seen.has(path)) findings.push({ fault: 'twice', path });
    const { sha256, content } = await readFileOf(path, await open());
    seen.set(path, sha256);
    if (content) whole.set(path, content);
  }
  const bytes = whole.get(MANIFEST);
  const manifest = bytes ? manifestIn(bytes) : null;
  if (!bytes || !manifest) return verdict(null, files.length, 'none', [{ fault: 'manifest_missing', path: MANIFEST }]);
  if (!isSigned(bytes, whole.get(SIGNATURE), key))
    return verdict(null, files.length, 'none', [...findings, { fault: 'signature_invalid', path: MANIFEST }]);
  findings.push(...compare(manifest, seen), ...originals(manifest, seen), ...journal(manifest, whole, key));
  const stamp = whole.get(TIMESTAMP);
  const imprint = createHash('sha256').update(bytes).digest();
  const timeStamp = !stamp ? 'none' : answersFor(stamp, imprint) ? 'about_this_manifest' : 'wrong';
  if (timeStamp === 'wrong') findings.push({ fault: 'time_stamp_wrong', path: TIMESTAMP });
  return verdict(manifest, files.length, timeStamp, findings);
}

const verdict = (
  manifest: Manifest | null,
  files: number,
  timeStamp: PackageVerdict['timeStamp'],
  findings: PackageFinding[],
): PackageVerdict => ({ ok: findings.length === 0, manifest, files, timeStamp, findings });

async function readFileOf(path: string, stream: AsyncIterable<Buffer> & NodeJS.ReadableStream) {
  const hash = createHash('sha256');
  if (!READ_WHOLE.includes(path)) {
    for await (const chunk of stream) hash.update(chunk);
    return { sha256: hash.digest('hex'), content: null };
  }
  const content = await buffer(limited(stream));
  return { sha256: hash.update(content).digest('hex'), content };
}

async function* limited(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new Error('a list in the package is larger than any that is made');
    yield chunk;
  }
}

function manifestIn(bytes: Buffer): Manifest | null {
  try {
    return manifestSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch {
    return null;
  }
}

const isSigned = (bytes: Buffer, signature: Buffer | undefined, key: KeyObject): boolean =>
  signature !== undefined && verify(null, bytes, key, signature);

function compare({ files }: Manifest, seen: ReadonlyMap<string, string>): PackageFinding[] {
  const listed = new Map(files.map((file) => [readSum(file).path, readSum(file).sha256]));
  const unlisted = [MANIFEST, SIGNATURE, TIMESTAMP];
  const wrong = [...listed].flatMap(([path, sha256]): PackageFinding[] => {
    const found = seen.get(path);
    if (found === undefined) return [{ fault: 'missing', path }];
    return found === sha256 ? [] : [{ fault: 'changed', path }];
  });
  const added = [...seen.keys()].filter((path) => !listed.has(path) && !unlisted.includes(path));
  return [...wrong, ...added.map((path): PackageFinding => ({ fault: 'added', path }))];
}

/** The original's hash is the one that custody vouches for. */
function originals({ recordings, files }: Manifest, seen: ReadonlyMap<string, string>): PackageFinding[] {
  return files
    .filter(({ what }) => what === 'original')
    .map((file) => readSum(file).path)
    .filter((path) => {
      const recording = recordings.find(({ recordingId }) => path.includes(recordingId));
      const found = seen.get(path);
      return found !== undefined && found !== recording?.keptSha256;
    })
    .map((path) => ({ fault: 'original_not_as_sealed', path }));
}

function journal({ journalHead }: Manifest, whole: ReadonlyMap<string, Buffer>, key: KeyObject): PackageFinding[] {
  const excerpt = whole.get('journal.json');
  return excerpt ? checkExcerpt(excerpt.toString('utf8'), journalHead, key) : [];
}
