import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { playSchema } from '#contracts';
import { type ApiClient } from '../../tools/demo/api-client.js';
import { synthWav } from '../fixtures/wav.js';
import { runCommand } from '../support/command.js';
import { LegalPeople, send } from '../support/legal-people.js';
import { placeForServers } from '../support/place-for-servers.js';
import { callMetadata, Product } from '../support/product.js';

/*
 * The commands of the vault against one living product, in the order in which an operator comes to need them, with no setting but the data
 * directory: rotation, backups, destruction, proof, and then a lost database.
 */
let product: Product;
let outside: string;
let kept: { callId: string; recordingId: string };
let destroyed: { callId: string; recordingId: string };
let certificate: string;
let supervisor: ApiClient;
let key: string;

const at = (name: string) => join(outside, name);
/** As the administrator of a bundled product has it: the folder, and where backups go. */
const settings = () => ({ SHOUWEN_DATA_DIR: product.dataDir, SHOUWEN_BACKUP_DIR: at('backups') });
const tool = (name: string, ...args: string[]) => runCommand(`dist/tools/${name}/main.js`, args, settings());
const journal = (name: string, ...args: string[]) => runCommand(`dist/tools/journal/${name}.js`, args, settings());
const verifyCertificate = (file: string) => runCommand('tools/verify-certificate.mjs', [file, '--key', key], {});

beforeAll(async () => {
  // Files are moved from one to the other.
  outside = await mkdtemp(join(placeForServers(), 'shouwen-outside-'));
  product = await Product.start({ SHOUWEN_BACKUP_DIR: at('backups') });
  const admin = await product.signIn('admin');
  const words = {
    language: 'en',
    turns: [
      { speaker: 'agent', fromMs: 0, toMs: 2_000, text: 'Good morning, Green Valley Bank' },
      { speaker: 'customer', fromMs: 2_000, toMs: 4_000, text: 'I would like to ask about my bill' },
    ],
  };
  const take = async (tone: number) => {
    const sound = new Blob([new Uint8Array(synthWav({ tones: [tone, 220], seconds: 5 }))]);
    const taken = await admin.take(callMetadata(), sound, new Blob([JSON.stringify(words)]));
    return taken as { callId: string; recordingId: string };
  };
  [kept, destroyed] = [await take(440), await take(330)];
  for (const { callId } of [kept, destroyed]) await product.reaches(callId, ['scored']);
  await product.idle();
  supervisor = await product.signIn('supervisor');
  key = at('shouwen.pub');
  await cp(join(product.dataDir, 'secrets/journal-ed25519.pem.pub'), key);
});
afterAll(async () => {
  await product?.stop();
  await rm(outside, { recursive: true });
});

/** Everything that may be heard of a recording, by its hash. */
async function heard({ callId, recordingId }: typeof kept, who = supervisor): Promise<string> {
  const play = playSchema.parse(await send(who, 'POST', `/calls/${callId}/plays`, { recordingId }));
  const answer = await who.request(play.audioUrl, { headers: { range: 'bytes=0-' } });
  expect(answer.status).toBe(206);
  return createHash('sha256')
    .update(Buffer.from(await answer.arrayBuffer()))
    .digest('hex');
}

let before: string;
let yesterday: string;

/** The backups, the newest first: the schedule takes one of its own sooner or later. */
async function backups(): Promise<string[]> {
  return (await tool('restore', '--list')).stdout.trim().split('\n');
}

it('keys: a rotation under a living product, checked, backed up by shares, and restored elsewhere from fewer than all', async () => {
  before = await heard(kept);
  const list = async () => {
    const { code, stdout } = await tool('keys', 'list');
    expect(code).toBe(0);
    return stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split('\t'));
  };
  const [[first = '', wraps] = []] = await list();
  expect(Number(wraps)).toBeGreaterThan(0);
  expect((await tool('keys', 'rotate')).code).toBe(0);
  expect(await list()).toContainEqual([first, wraps]);
  expect(await tool('keys', 'rewrap')).toMatchObject({ code: 0, stderr: expect.stringContaining('0 did not open') });
  expect(await list()).toContainEqual([first, '0']);
  // The processes hold no version of their own: what is wrapped again opens at once.
  expect(await heard(kept)).toBe(before);
  expect(await tool('keys', 'retire', first)).toMatchObject({ code: 1 });
  expect(await tool('keys', 'check')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^repaired\t0$/m) });

  const shares = ['--shares', '3', '--needed', '2', '--shares-dir', at('shares')];
  expect((await tool('keys', 'backup', '--out', at('keyring.sealed'), ...shares)).code).toBe(0);
  const files = (await readdir(at('shares'))).sort().map((name) => join(at('shares'), name));
  expect(files).toHaveLength(3);
  const elsewhere = { SHOUWEN_DATA_DIR: at('elsewhere') };
  const from = ['restore', '--from', at('keyring.sealed'), '--share', files[2]!];
  expect((await runCommand('dist/tools/keys/main.js', from, elsewhere)).code).toBe(1);
  from.push('--share', files[0]!);
  expect(await runCommand('dist/tools/keys/main.js', from, elsewhere)).toMatchObject({ code: 0 });
  for (const file of ['keyring.json', 'journal-ed25519.pem'])
    expect(await readFile(join(at('elsewhere'), 'secrets', file))).toEqual(
      await readFile(join(product.dataDir, 'secrets', file)),
    );
});

it('a backup of yesterday, then a destruction whose certificate holds outside and names a change', async () => {
  expect(await tool('backup')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^rows\t\d+$/m) });
  [yesterday = ''] = await backups();
  await cp(join(product.dataDir, 'objects'), at('objects'), { recursive: true });
  const people = await LegalPeople.of(product);
  await people.erase(destroyed.callId, 'letter 7');
  certificate = await people.destroyed(destroyed.recordingId);
  await product.idle();
  const auditor = await product.signIn('auditor');
  const answer = await auditor.request(`/api/v1/retention/certificates/${certificate}`);
  const text = await answer.text();
  await writeFile(at('certificate.json'), text);
  expect(await verifyCertificate(at('certificate.json'))).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(destroyed.recordingId),
  });
  await writeFile(at('changed.json'), text.replace(destroyed.recordingId, kept.recordingId));
  expect(await verifyCertificate(at('changed.json'))).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('NOT GENUINE'),
  });
});

describe('the journal, offline, against a head that was kept', () => {
  let heads: string;
  let lines: Record<string, unknown>[];
  /** The position of the newest head that is held. */
  let held: number;
  const entries = () => lines.flatMap(({ kind }, i) => (kind === 'entry' ? [i] : []));
  const write = async (name: string, changed: Record<string, unknown>[]) => {
    const ended = changed.map((line) => (line['kind'] === 'end' ? { ...line, lines: changed.length - 2 } : line));
    await writeFile(at(name), ended.map((line) => `${JSON.stringify(line)}\n`).join(''));
    return journal('verify', '--export', at(name), '--head', heads, '--key', key);
  };
  beforeAll(async () => {
    const last = await product.count('journal_seal');
    // The head of what has just happened.
    do await product.nextCommit();
    while ((held = await headPosition()) < last);
    heads = at('heads.jsonl');
    await cp(join(product.dataDir, 'journal-heads/heads.jsonl'), heads);
    expect((await journal('export', at('journal.ndjson'))).code).toBe(0);
    lines = (await readFile(at('journal.ndjson'), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  });

  it('is whole as it was exported, and as it stands', async () => {
    const whole = { code: 0, stdout: expect.stringContaining('The journal is whole.') };
    expect(await write('same.ndjson', lines)).toMatchObject(whole);
    expect(await journal('verify', '--head', heads, '--key', key)).toMatchObject(whole);
  });

  it.each([
    [
      'an edited row',
      (all: typeof lines, i: number) => {
        const { entry } = all[i] as { entry: object };
        return all.with(i, { ...all[i], entry: { ...entry, at: '2020-01-01T00:00:00.000Z' } });
      },
      'the entry was edited',
    ],
    ['a deleted row', (all: typeof lines, i: number) => all.toSpliced(i, 1), 'deleted'],
    [
      'two rows in another order',
      (all: typeof lines, i: number, next: number) => {
        const swap = (a: number, b: number) => {
          const { position, chainHash } = all[a]!;
          return { ...all[b], position, chainHash };
        };
        return all.with(i, swap(i, next)).with(next, swap(next, i));
      },
      'the entry was moved',
    ],
  ])('names %s', async (what, tamper, said) => {
    const [i, next] = entries().slice(6) as [number, number];
    const { position } = lines[i] as { position: string };
    const verdict = await write(`${what}.ndjson`, tamper(lines, i, next));
    expect(verdict.code).toBe(1);
    expect(verdict.stdout).toMatch(new RegExp(`^position ${position}\\b.*${said}`, 'm'));
  });

  it('names a tail that was cut, with the heads that covered it', async () => {
    const position = held - 2;
    const rest = lines.filter((line) => line['position'] === undefined || Number(line['position']) < position);
    const verdict = await write('cut.ndjson', rest);
    expect(verdict.code).toBe(1);
    expect(verdict.stdout).toMatch(new RegExp(`^position ${position}–${held}.*the tail was cut`, 'm'));
  });

  it('verifies after the details of a call were erased by the owner, and says how many were', async () => {
    const erased = await journal('erase', '--call', destroyed.callId, '--reason', 'erasure_request');
    expect(erased).toMatchObject({ code: 0, stderr: expect.stringMatching(/Details of [1-9]\d* entries were erased/) });
    expect(await journal('verify', '--head', heads, '--key', key)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/Details erased, and said so: [1-9]/),
    });
  });

  async function headPosition(): Promise<number> {
    const text = await readFile(join(product.dataDir, 'journal-heads/heads.jsonl'), 'utf8');
    return Number((JSON.parse(text.trim().split('\n').at(-1)!) as { position: string }).position);
  }
});

describe('the database and the objects lost, and yesterday put in their place', () => {
  it('is tried before it is needed', async () => {
    // The worker's own, five minutes after the start, may be under way: then it says so, and one tries again.
    let tried = await tool('backup', '--drill');
    while (tried.stderr.includes('Another one is running')) tried = await tool('backup', '--drill');
    expect(tried).toMatchObject({ code: 0, stdout: expect.stringMatching(/^tookMs\t\d+$/m) });
  });

  it('is restored by the runbook: the database comes back, and says what to look at', async () => {
    await product.halt();
    await rename(join(product.dataDir, 'postgres'), at('postgres'));
    await rm(join(product.dataDir, 'objects'), { recursive: true });
    await rename(at('objects'), join(product.dataDir, 'objects'));
    expect(await backups()).toContain(yesterday);
    const restored = await tool('restore', yesterday);
    expect(restored).toMatchObject({ code: 0, stdout: expect.stringMatching(/heads-before-restoring-/) });
    expect(await tool('restore', 'latest')).toMatchObject({ code: 1, stderr: expect.stringContaining('not empty') });
    product = await Product.reopen(product, { SHOUWEN_BACKUP_DIR: at('backups') });
    const { cookie } = supervisor;
    expect((await fetch(`${product.baseUrl}/api/v1/calls`, { headers: { cookie } })).status).toBe(401);
    supervisor = await product.signIn('supervisor');
    expect((await tool('doctor')).stdout).toMatch(/^ok +database/m);
    expect(await tool('keys', 'check')).toMatchObject({ code: 0 });
  });

  it('what was kept sounds as it did; what was destroyed stays unreadable, under its old certificate', async () => {
    expect(await heard(kept)).toBe(before);
    await product.idle();
    const { callId, recordingId } = destroyed;
    const tried = await supervisor.request(`/api/v1/calls/${callId}/plays`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ recordingId }),
    });
    expect([tried.status, await tried.json()]).toMatchObject([410, { code: 'key_destroyed' }]);
    const people = await LegalPeople.of(product);
    expect(await people.destroyed(recordingId)).toBe(certificate);
    expect(await product.count('stored_object where recording_id = $1', recordingId)).toBe(0);
  });

  it('the journal names what was lost, against the heads of before, and is whole since', async () => {
    const folder = join(product.dataDir, 'journal-heads');
    const [aside = ''] = (await readdir(folder)).filter((name) => name.startsWith('heads-before-restoring-'));
    const verdict = await journal('verify', '--head', join(folder, aside));
    expect(verdict.code).toBe(1);
    expect(verdict.stdout).toMatch(/^position \d+.*(rewritten|the tail was cut)/m);
    expect(await journal('verify')).toMatchObject({ code: 0 });
  });
});
