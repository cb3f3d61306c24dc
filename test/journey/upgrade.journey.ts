import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type LegalRequestView, type Play } from '#contracts';
import { BackupStore } from '#database';
import { openKeyProvider, openPlace, parseEnv } from '#platform';
import { synthWav } from '../fixtures/wav.js';
import { runCommand } from '../support/command.js';
import { callMetadata } from '../support/product.js';
import { copyMigrated } from '../support/migrated-database.js';
import { schemaOf } from '../support/schema-of.js';
import { UpgradedHouse } from '../support/upgraded-house.js';
import { keepsWhatPeopleDid } from '../support/kept-by-upgrade.js';

const RELEASES = readdirSync(join(import.meta.dirname, '../fixtures/upgrades'))
  .filter((name) => name.endsWith('.tar.xz'))
  .map((name) => name.slice(0, -'.tar.xz'.length));

it('a data folder of each release is kept', () => expect(RELEASES).toEqual(['6bddf58d']));

describe.each(RELEASES)('the data of %s', (release) => {
  let house: UpgradedHouse;

  beforeAll(async () => {
    house = await UpgradedHouse.open(release);
  });
  afterAll(() => house?.product.stop());

  it('was backed up before it was changed, as that release left it, and the journal says so', async () => {
    const { product } = house;
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

  it('is read, heard and verified: calls, words, points, sound, journal', async () => {
    const supervisor = await house.as('supervisor');
    for (const { callId, words, points, maxPoints, part } of house.lived.calls) {
      const call = await supervisor.call(callId);
      const cards = await supervisor.scorecards(callId);
      expect(cards.filter(({ checklist }) => checklist.id === 'standard-inbound')).toContainEqual(
        expect.objectContaining({ points, maxPoints }),
      );
      if (part === 'destroyed') continue;
      expect([call.stage, call.recordings[0]?.keyCopies]).toEqual(['scored', 2]);
      expect(JSON.stringify(await supervisor.json(`/api/v1/calls/${callId}/transcript`))).toContain(words.slice(0, 6));
    }
    const { callId, recordingId } = house.lived.calls.find((call) => call.held)!;
    await house.prove('requester', 'legal');
    const [from, to] = ['2026-11-01', house.later(1).slice(0, 10)];
    const { requestId } = await house.send<LegalRequestView>('requester', 'POST', '/legal/requests', {
      ...{ purpose: 'evidence', reason: 'Ordered by the court.', action: 'listen', rendition: 'original', plays: 3 },
      ...{ filters: { from, to }, expiresAt: house.later(1) },
    });
    await house.send('requester', 'POST', `/legal/requests/${requestId}/submit`);
    const decision = { decision: 'approve', round: 1 };
    const path = `/legal/requests/${requestId}/decisions`;
    const { grant } = await house.send<LegalRequestView>('legal', 'POST', path, decision);
    const opened = { recordingId, grantId: grant!.grantId };
    const { audioUrl } = await house.send<Play>('requester', 'POST', `/calls/${callId}/plays`, opened);
    const audio = await (await house.as('requester')).request(audioUrl, { headers: { range: 'bytes=0-' } });
    expect((await audio.arrayBuffer()).byteLength).toBeGreaterThan(10_000);

    const verified = await runCommand('dist/tools/journal/verify.js', [], house.product.profile.env);
    expect(verified).toMatchObject({ code: 0 });
  });

  it('has the schema of a new installation', async () => {
    const { url, database } = await copyMigrated();
    const fresh = new pg.Client({ connectionString: url });
    await fresh.connect();
    const [upgraded, made] = [await schemaOf(house.product.database), await schemaOf(fresh)];
    await fresh.end();
    await database.drop();
    expect(made.length).toBeGreaterThan(3_000);
    expect(upgraded).toEqual(made);
  });

  keepsWhatPeopleDid(() => house);

  it('takes a new call and scores it', async () => {
    const words = { language: 'zh', turns: [{ speaker: 'agent', fromMs: 0, toMs: 900, text: '您好，这里是绿谷银行' }] };
    const { callId } = await (
      await house.as('admin')
    ).take(
      callMetadata({ language: 'zh', region: 'CN', legs: [{ staffNumber: '3068', holdSpans: [] }] }),
      new Blob([new Uint8Array(synthWav({ tones: [440, 220], seconds: 2 }))]),
      new Blob([JSON.stringify(words)]),
    );
    await house.product.reaches(callId, ['scored']);
  });
});
