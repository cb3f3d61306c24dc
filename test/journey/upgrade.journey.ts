import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BackupStore } from '#database';
import { openKeyProvider, openPlace, parseEnv } from '#platform';
import { type Lived } from '../../tools/pack-data/live-a-little.js';
import { synthWav } from '../fixtures/wav.js';
import { runCommand } from '../support/command.js';
import { LegalPeople } from '../support/legal-people.js';
import { callMetadata, Product } from '../support/product.js';

const run = promisify(execFile);
const FOLDER = join(import.meta.dirname, '../fixtures/upgrades');
const RELEASES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.tar.xz'))
  .map((name) => name.slice(0, -'.tar.xz'.length));

it('a data folder of each release is kept', () => expect(RELEASES).toContain('v0.3.0-dd7b745'));

describe.each(RELEASES)('the data of %s', (release) => {
  let dataDir: string;
  let product: Product;
  let lived: Lived;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'shouwen-upgrade-'));
    lived = JSON.parse(await readFile(join(FOLDER, `${release}.json`), 'utf8')) as Lived;
    await run('tar', ['-xJf', join(FOLDER, `${release}.tar.xz`), '-C', dataDir]);
    // The user who unpacks it runs the server: root hands that to an unprivileged user, another user does it alone.
    if (process.getuid?.() === 0) await run('chown', ['-R', '65534:65534', join(dataDir, 'postgres/cluster')]);
    product = await Product.resume(dataDir);
  });
  afterAll(() => product?.stop());

  it('was backed up before it was changed, as that release left it, and the journal says so', async () => {
    const env = parseEnv(product.profile.env);
    const store = new BackupStore(openPlace(env.backupPlace), await openKeyProvider(env));
    const { whole } = await store.list();
    // The newest come first, and one may have come due since.
    const manifest = await store.open(whole.at(-1) ?? 'none', async (found) => found);
    const { rows } = await product.database.query('select name from migrations order by id');
    expect(rows.length).toBeGreaterThan(manifest.migrations.length);
    expect(rows.map(({ name }) => name).slice(0, manifest.migrations.length)).toEqual(manifest.migrations);
    const told = `journal_entry e join journal_detail d on d.entry_id = e.id where event = 'database.backed_up' and details->>'backupId' = $1`;
    expect(await product.count(told, manifest.id)).toBe(1);
  });

  it('is read, heard and verified: calls, words, scores, sound, journal', async () => {
    const supervisor = await product.signIn('supervisor');
    for (const { callId, words, points, maxPoints } of lived.calls) {
      const call = await supervisor.call(callId);
      expect([call.stage, call.recordings[0]?.keyCopies]).toEqual(['scored', 2]);
      expect(JSON.stringify(await supervisor.json(`/api/v1/calls/${callId}/transcript`))).toContain(words.slice(0, 6));
      const cards = await supervisor.scorecards(callId);
      expect(cards.find(({ checklist }) => checklist.id === 'standard-inbound')).toMatchObject({ points, maxPoints });
    }
    const held = lived.calls.find((call) => call.held)!;
    const legal = await LegalPeople.of(product);
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const { grant } = await legal.granted({ rendition: 'original', filters: { from: '2026-11-01', to: day(1) } });
    const { audioUrl } = await legal.play(held.callId, held.recordingId, grant!.grantId);
    const audio = await legal.requester.request(audioUrl, { headers: { range: 'bytes=0-' } });
    expect((await audio.arrayBuffer()).byteLength).toBeGreaterThan(10_000);

    const verified = await runCommand('dist/tools/journal/verify.js', [], product.profile.env);
    expect(verified).toMatchObject({ code: 0 });
  });

  it('takes a new call and scores it', async () => {
    const words = { language: 'zh', turns: [{ speaker: 'agent', fromMs: 0, toMs: 900, text: '您好，这里是绿谷银行' }] };
    const { callId } = await (
      await product.signIn('admin')
    ).take(
      callMetadata({ language: 'zh', region: 'CN', legs: [{ staffNumber: '3068', holdSpans: [] }] }),
      new Blob([new Uint8Array(synthWav({ tones: [440, 220], seconds: 2 }))]),
      new Blob([JSON.stringify(words)]),
    );
    await product.reaches(callId, ['scored']);
  });
});
