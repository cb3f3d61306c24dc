import { readFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyPackage } from '#legal';
import { type FaultPoint } from '#platform';
import { synthWav } from '../fixtures/wav.js';
import { runCommand } from '../support/command.js';
import { LegalPeople } from '../support/legal-people.js';
import { callMetadata, Product } from '../support/product.js';

const DESTROYING = ['destroy.key-unrecorded', 'destroy.key-gone', 'destroy.rows-gone', 'destroy.bytes-gone'] as const;
const PACKING = ['export.try-named', 'export.before-commit'] as const;

/*
 * SIGKILL in the middle of what the vault cannot do by halves, and another process that goes on. A sweep of retention comes once a minute, so
 * this takes minutes: `npm run test:deep` alone runs it.
 */
let product: Product;
let people: LegalPeople;
let folder: string;
let calls: { callId: string; recordingId: string; day: string }[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shouwen-vault-killed-'));
  product = await Product.start();
  const admin = await product.signIn('admin');
  const words = { language: 'en', turns: [{ speaker: 'agent', fromMs: 0, toMs: 2_000, text: 'Good morning' }] };
  calls = [];
  for (let n = 0; n < DESTROYING.length + 1; n++) {
    const day = `2026-03-1${n}`;
    const sound = new Blob([new Uint8Array(synthWav({ tones: [440 + n, 220], seconds: 5 }))]);
    const metadata = callMetadata({ startedAt: `${day}T14:02:00+08:00` });
    const taken = await admin.take(metadata, sound, new Blob([JSON.stringify(words)]));
    calls.push({ ...(taken as { callId: string; recordingId: string }), day });
  }
  for (const { callId } of calls) await product.reaches(callId, ['scored']);
  await product.idle();
  people = await LegalPeople.of(product);
});
afterAll(async () => {
  await product?.stop();
  await rm(folder, { recursive: true });
});

/** Has a worker die at a point of what `begin` sets off; another process takes its place, and waits for its predecessor's lease to end. */
async function killedAt(point: FaultPoint, begin: () => Promise<void>): Promise<void> {
  await product.profile.worker.stop();
  product.profile.worker.start({ SHOUWEN_FAULT_POINT: point });
  const first = product.profile.worker.pid;
  await begin();
  while (product.profile.worker.pid === first) await product.nextCommit();
}

it.each(DESTROYING.map((point, n) => [point, n] as const))(
  'a destruction killed at %s is carried through, and certified once',
  async (point, n) => {
    const { callId, recordingId } = calls[n]!;
    await people.prove();
    await killedAt(point, async () => void (await people.erase(callId, point)));
    expect(await product.count('destruction_certificate where recording_id = $1', recordingId)).toBe(0);
    const number = await people.destroyed(recordingId);
    await product.idle();
    const { rows } = await product.database.query('select document from destruction_certificate where number = $1', [
      number,
    ]);
    expect(rows[0].document.objects.length).toBeGreaterThan(3);
    for (const [event, times] of [
      ['destruction.started', 1],
      ['recording.destroyed', 1],
    ] as const)
      expect(await product.count('journal_entry where event = $1 and call_id = $2', event, callId)).toBe(times);
    expect(await product.count('stored_object where recording_id = $1', recordingId)).toBe(0);
    const auditor = await product.signIn('auditor');
    expect((await auditor.call(callId)).recordings[0]).toMatchObject({ custody: 'destroyed' });
    expect(await product.count(`object_write`)).toBe(0);
  },
);

it.each(PACKING)('a package killed at %s is made once, by the next worker, and verifies', async (point) => {
  const { day } = calls.at(-1)!;
  await people.prove();
  let code = '';
  await killedAt(point, async () => {
    ({ code } = await people.granted({ action: 'evidence_export', filters: { from: day, to: day } }));
  });
  const made = await people.packageOf(code);
  const file = join(folder, `${point}.zip`);
  await writeFile(file, await people.download(made.exportId));
  const publicKey = await readFile(join(product.dataDir, 'secrets/journal-ed25519.pem.pub'), 'utf8');
  expect(await verifyPackage(file, publicKey)).toMatchObject({ ok: true, findings: [] });
  const { rows } = await product.database.query(
    `select count(*)::int as n from journal_entry join journal_detail on entry_id = id
     where event = 'evidence_export.built' and details->>'exportId' = $1`,
    [made.exportId],
  );
  expect(rows[0].n).toBe(1);
});

it('a re-wrap killed between the two copies leaves everything to be read, and is run again', async () => {
  const env = { SHOUWEN_DATA_DIR: product.dataDir };
  const keys = (args: string[], more = {}) => runCommand('dist/tools/keys/main.js', args, { ...env, ...more });
  expect((await keys(['rotate'])).code).toBe(0);
  expect(await keys(['rewrap'], { SHOUWEN_FAULT_POINT: 'rewrap.first-copy' })).toMatchObject({ code: null });
  const { callId } = calls.at(-1)!;
  const supervisor = await product.signIn('supervisor');
  expect((await supervisor.call(callId)).recordings[0]).toMatchObject({ keyCopies: 2 });
  expect((await supervisor.request(`/api/v1/calls/${callId}/transcript`)).status).toBe(200);
  expect((await keys(['rewrap'])).code).toBe(0);
  const { stdout } = await keys(['list']);
  expect(stdout.split('\n')[0]).toMatch(/^1\t0$/);
  // Nothing is left to repair: both copies are of the new version.
  expect(await keys(['check'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^repaired\t0$/m) });
});
