import { execFile } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { playSchema } from '#contracts';
import { FileKeyStore, openKeyProvider, parseEnv } from '#platform';
import { type ApiClient } from '../../tools/demo/api-client.js';
import { synthWav } from '../fixtures/wav.js';
import { filesHolding, formsOf, formsOfBytes } from '../support/canary.js';
import { runCommand, type Ended } from '../support/command.js';
import { LegalPeople } from '../support/legal-people.js';
import { callMetadata, PASSWORD, Product } from '../support/product.js';
import { unpack } from '../support/unpack.js';

const WORDS = 'zanzibar quadrille ombudsman';
const ZH_WORDS = '琥珀色的鹦鹉螺';
const NUMBER = '13971046283';
const NAME = '欧阳翡翠玲珑';
const REASON = '凌霄花一案的对质';
const CASE_TITLE = 'Featherstonehaugh against Green Valley';

const run = promisify(execFile);

let product: Product;
let outside: string;
let kept: { callId: string; recordingId: string };
let destroyed: { callId: string; recordingId: string };
/** Every single secret: what opens recordings, signs, or lets a person in. */
const secrets: Buffer[] = [];
let backup: Ended;
let zip: string;
let publicKey: string;
const wav = synthWav({ tones: [441.7, 0], seconds: 4, sampleRate: 16_000, amplitude: 0.37 });
/** A stretch of the sound that is found nowhere else. */
const sound = wav.subarray(20_000, 20_048);

/** The whole path of two recordings: heard, asked for, granted, packed, held, destroyed, and the database backed up. */
beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), 'shouwen-canary-'));
  product = await Product.start({ SHOUWEN_LOG_LEVEL: 'trace' }, {}, 'valkey');
  const admin = await product.signIn('admin');
  [kept, destroyed] = [await take(admin, '2026-03-12'), await take(admin, '2026-03-13')];
  for (const { callId } of [kept, destroyed]) await product.reaches(callId, ['scored']);
  await rememberSecrets();
  const people = await LegalPeople.of(product);
  await people.erase(destroyed.callId, `letter about ${REASON}`);

  // Everything that unwraps: words, scores with quotes, sound.
  const supervisor = await product.signIn('supervisor');
  const read = JSON.stringify(await supervisor.json(`/api/v1/calls/${kept.callId}/transcript`));
  expect(read).toContain(WORDS);
  // The number that was said is hidden in words at once, and in sound once the silent copy is there.
  expect(read).not.toContain(NUMBER);
  await product.idle();
  await supervisor.scorecards(kept.callId);
  const headers = { 'content-type': 'application/json' };
  const opened = await supervisor.request(`/api/v1/calls/${kept.callId}/plays`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ recordingId: kept.recordingId }),
  });
  const play = playSchema.parse(await opened.json());
  expect(play.sound).toBe('masked');
  expect(await heard(supervisor, play.audioUrl)).toBeGreaterThan(1000);

  await askHearAndPack(people);
  await people.destroyed(destroyed.recordingId);
  await product.idle();
  backup = await runCommand('dist/tools/backup/main.js', [], product.profile.env);
  // A clean stop writes every page and log line to the disk, so that what could be found is there.
  await product.halt();
});
afterAll(async () => {
  await product?.remove();
  await rm(outside, { recursive: true });
});

async function take(admin: ApiClient, day: string): Promise<typeof kept> {
  const words = JSON.stringify({
    language: 'zh',
    turns: [
      { speaker: 'agent', fromMs: 0, toMs: 2000, text: `您好，${ZH_WORDS}，${WORDS}` },
      { speaker: 'customer', fromMs: 2000, toMs: 3900, text: `我的电话是 ${NUMBER}` },
    ],
  });
  const about = { startedAt: `${day}T14:02:00+08:00`, customer: { name: NAME, number: NUMBER } };
  const metadata = callMetadata({ language: 'zh', region: 'CN', ...about });
  const taken = await admin.take(metadata, new Blob([new Uint8Array(wav)]), new Blob([words]));
  return taken as typeof kept;
}

async function heard(who: ApiClient, audioUrl: string): Promise<number> {
  const audio = await who.request(audioUrl, { headers: { range: 'bytes=0-' } });
  return (await audio.arrayBuffer()).byteLength;
}

async function askHearAndPack(people: LegalPeople): Promise<void> {
  const { caseId } = await people.openCase('C-2026-7', CASE_TITLE);
  const asked = { caseId, reason: REASON, rendition: 'original', filters: { from: '2026-03-12', to: '2026-03-12' } };
  const { grant } = await people.granted(asked);
  const play = await people.play(kept.callId, kept.recordingId, grant!.grantId);
  expect(play.sound).toBe('original');
  expect(await heard(people.requester, play.audioUrl)).toBeGreaterThan(1000);
  const { code } = await people.granted({ ...asked, action: 'evidence_export' });
  const { exportId } = await people.packageOf(code);
  zip = join(outside, 'package.zip');
  await writeFile(zip, await people.download(exportId));
  await people.hold(caseId, kept.callId, REASON);
  for (const { cookie } of [people.requester, ...people.approvers])
    secrets.push(Buffer.from(cookie.slice(cookie.indexOf('=') + 1)));
}

async function rememberSecrets(): Promise<void> {
  const env = parseEnv(product.profile.env);
  const keys = new FileKeyStore({ first: env.keyDir, second: env.keyCopyDir, keyProvider: await openKeyProvider(env) });
  const { rows } = await product.database.query('select distinct key_id from recording');
  expect(rows).toHaveLength(2);
  for (const { key_id: keyId } of rows) secrets.push(await keys.unwrap(keyId));
  const signing = createPrivateKey(await readFile(env.journalKeyFile)).export({ format: 'jwk' });
  secrets.push(Buffer.from(signing.d!, 'base64url'), Buffer.from(PASSWORD));
  publicKey = join(outside, 'shouwen.pub');
  await writeFile(publicKey, await readFile(`${env.journalKeyFile}.pub`));
}

describe('a planted canary', () => {
  it.each([
    ['English words', formsOf(WORDS)],
    ['Mandarin words', formsOf(ZH_WORDS)],
    ["the customer's number", formsOf(NUMBER)],
    ["the customer's name", formsOf(NAME)],
    ['the sound', [sound]],
  ])(
    '%s: in no file of the product, its database, its queue and its logs, in no stored object and no backup',
    async (_what, forms) => {
      expect(await product.placesHolding(forms)).toEqual([]);
    },
  );

  it('a secret: nowhere but in the file that keeps it', async () => {
    const found = await product.placesHolding(secrets.flatMap(formsOfBytes));
    expect(found.map((path) => path.slice(product.dataDir.length))).toEqual(['/secrets/journal-ed25519.pem']);
  });

  it('why legal asked, and the name of the case: in the database alone, and not in its backup', async () => {
    expect(backup).toMatchObject({ code: 0, stdout: expect.stringMatching(/^rows\t\d+$/m) });
    for (const words of [REASON, CASE_TITLE]) {
      const found = await product.placesHolding(formsOf(words));
      expect(found.length).toBeGreaterThan(0);
      expect(found.filter((path) => !path.startsWith(product.profile.databaseDir))).toEqual([]);
    }
  });

  it('is found where it is planted in any of its forms', async () => {
    const dir = join(outside, 'planted');
    await mkdir(dir);
    for (const [i, form] of formsOf(ZH_WORDS).entries())
      await writeFile(join(dir, String(i)), Buffer.concat([Buffer.from('…'), form]));
    expect(await filesHolding(dir, formsOf(ZH_WORDS))).toHaveLength(formsOf(ZH_WORDS).length);
  });
});

/** As the compiled worker made it: the PDF by its thread. Its receiver has the zip and the public key. */
describe('the package of evidence', () => {
  const verify = (path: string) => runCommand('dist/tools/verify-export/main.js', [path, '--key', publicKey], {});

  it('verifies outside, and by the recipe that lies in it', async () => {
    expect(await verify(zip)).toMatchObject({ code: 0, stdout: expect.stringContaining('The package is whole') });
    const unpacked = join(outside, 'unpacked');
    await unpack(zip, unpacked);
    const place = join(unpacked, 'recordings', kept.callId, kept.recordingId);
    expect(await readFile(join(place, 'original.wav'))).toEqual(wav);
    expect(await readFile(join(place, 'transcript.json'), 'utf8')).toContain(ZH_WORDS);
    const pdf = await readFile(join(place, 'transcript.pdf'));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    // The Chinese type is in it, as far as it is used.
    expect(pdf.includes('NotoSansSC')).toBe(true);
    const readme = await readFile(join(unpacked, 'README.en.txt'), 'utf8');
    const [openssl = '', sums = ''] = readme.split('\n').filter((line) => /^(openssl pkeyutl|grep)/.test(line));
    await writeFile(join(unpacked, 'shouwen.pub'), await readFile(publicKey));
    const told = await run('bash', ['-c', `${openssl} && ${sums}`], { cwd: unpacked });
    expect(told.stdout).toMatch(/Verified Successfully[\s\S]*original\.wav: OK/);
  });

  it('is refused with one bit changed, and the file that has it is named', async () => {
    const bytes = await readFile(zip);
    const sounds = bytes.indexOf(sound);
    expect(sounds).toBeGreaterThan(0);
    bytes[sounds]! ^= 1;
    const changed = join(outside, 'changed.zip');
    await writeFile(changed, bytes);
    const { code, stdout } = await verify(changed);
    expect(code).toBe(1);
    expect(stdout).toContain(`recordings/${kept.callId}/${kept.recordingId}/original.wav`);
    expect(stdout).not.toContain('transcript.pdf');
  });
});
