import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CatalogueEntry, HubModel } from '../tools/models/catalogue.js';
import { bringWhisper, type WhisperPlaces } from '../tools/models/whisper-files.js';

const FILES = { 'model.bin': 'weights'.repeat(10_000), 'vocabulary.txt': 'a\nb\n' };
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const MODEL: HubModel = {
  repository: 'example/faster-whisper-x',
  revision: 'abc',
  sums: Object.fromEntries(Object.entries(FILES).map(([name, text]) => [name, sha256(text)])),
};
const ENTRY = { name: 'whisper-x' } as CatalogueEntry;
const NAMES = Object.keys(FILES);

describe('the files of a Whisper model', () => {
  let scratch: string;
  let target: string;
  let said: string[];
  /** What the server has, by path. */
  let served: Record<string, string>;
  let address: string;
  const server = createServer((request, response) => {
    const body = served[request.url ?? ''];
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });

  beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
  afterAll(() => new Promise<void>((done) => void server.close(() => done()).closeAllConnections()));
  beforeEach(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'whisper-'));
    target = join(scratch, 'target');
    await mkdir(target);
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    [said, served] = [[], {}];
  });
  afterEach(() => rm(scratch, { recursive: true }));

  const bring = (change: Partial<WhisperPlaces> = {}) =>
    bringWhisper(ENTRY, MODEL, {
      ...{ modelsDir: join(scratch, 'models'), hub: address, say: (line: string) => void said.push(line) },
      ...change,
    })(target, NAMES);
  const whole = async (): Promise<void> => {
    for (const [name, text] of Object.entries(FILES)) expect(await readFile(join(target, name), 'utf8')).toBe(text);
  };
  const serve = (prefix: string, files: Record<string, string> = FILES): void => {
    for (const [name, text] of Object.entries(files)) served[`${prefix}/${name}`] = text;
  };

  it('come from the hub, and nothing of the fetching is left', async () => {
    serve('/example/faster-whisper-x/resolve/abc');
    await bring();
    await whole();
    expect(await readdir(join(scratch, 'models', '.fetched'))).toEqual([]);
    expect(said).toContain(`Fetching model.bin from ${new URL(address).host} …`);
  });

  it('come from the mirror when the hub is gone, and from a folder when both are', async () => {
    serve('/mirror/whisper-x');
    await bring({ hub: 'http://127.0.0.1:1', mirror: `${address}/mirror/` });
    await whole();
    served = {};
    const folder = join(scratch, 'folder');
    await mkdir(folder);
    for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text);
    await bring({ hub: 'http://127.0.0.1:1', mirror: `${address}/mirror`, folder });
    await whole();
  });

  it('are not taken from a place that has others: the next place is asked', async () => {
    serve('/example/faster-whisper-x/resolve/abc', { ...FILES, 'model.bin': 'something else' });
    serve('/mirror/whisper-x');
    await bring({ mirror: `${address}/mirror` });
    await whole();
  });

  it('that cannot be had anywhere are told with what each place said; what came stays for the next try', async () => {
    serve('/example/faster-whisper-x/resolve/abc', { ...FILES, 'vocabulary.txt': 'x' });
    const folder = join(scratch, 'empty');
    await mkdir(folder);
    const failed = await bring({ mirror: `${address}/mirror`, folder }).catch((error: Error) => error.message);
    expect(failed).toMatch(/^vocabulary\.txt cannot be had\./);
    expect(failed).toContain(`hub: it is not what was published (sha256 ${sha256('x')}`);
    expect(failed).toMatch(/mirror: .* answers 404/);
    expect(failed).toContain('there is no vocabulary.txt in it');
    served = { '/example/faster-whisper-x/resolve/abc/vocabulary.txt': FILES['vocabulary.txt'] };
    await bring();
    await whole();
  });
});
