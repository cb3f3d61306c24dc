import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { uploadMetadataSchema, withRingTimes } from '#contracts';
import { Call, Leg } from '#calls';
import { DatabaseModule } from '#database';
import { Person } from '#people';
import { LocalKeyring, newId, parseEnv, PlatformModule } from '#platform';
import { Recording } from '#recordings';
import { buildOrganisation, type Organisation } from '../../../test/factories/organisation.js';
import { synthWav } from '../../../test/fixtures/wav.js';
import { copyMigrated } from '../../../test/support/migrated-database.js';
import { testServer } from '../../../test/support/postgres.js';
import { IngestService } from './arrivals/ingest.service.js';
import { IntakeModule } from './intake.module.js';
import { type Sender } from './sender.js';

const WAV = synthWav({ seconds: 1 });

const ends = new AsyncDisposableStack();
let programme: INestApplicationContext;
let source: DataSource;
let organisation: Organisation;
let objects: string;
let staffNumber: string;

/** A process that has the database, keys and objects, and no door of its own. */
beforeAll(async () => {
  const { database, url: databaseUrl } = await copyMigrated();
  ends.defer(() => database.drop());
  const dataDir = await mkdtemp(join(testServer().folder, 'intake-'));
  ends.defer(() => rm(dataDir, { recursive: true }));
  await LocalKeyring.create(join(dataDir, 'secrets/keyring.json'));
  const env = parseEnv({
    SHOUWEN_DATABASE_URL: databaseUrl,
    SHOUWEN_DATA_DIR: dataDir,
    SHOUWEN_LOG_LEVEL: 'fatal',
  });
  objects = env.objectDir;
  @Module({
    imports: [PlatformModule.forRoot(env, 'worker'), DatabaseModule.forRoot(databaseUrl, 'test'), IntakeModule],
  })
  class Programme {}
  programme = await NestFactory.createApplicationContext(Programme, { logger: false });
  ends.defer(() => programme.close());
  source = programme.get(DataSource);
  organisation = await buildOrganisation(source);
  ({ staffNumber } = await source.manager.findOneByOrFail(Person, { id: organisation.first }));
});
afterAll(() => ends.disposeAsync());

/** A programme in its own name, which may send calls for these teams; null is every team. */
const sender = (teamId: string | null): Sender => ({
  ...{ personId: organisation.second, tokenId: newId(), steppedUpAt: null, secondFactor: false, proofs: [] },
  held: [{ role: 'administrator', teamId, only: ['calls.ingest'] }],
});

const metadata = (change: object = {}) =>
  withRingTimes(
    uploadMetadataSchema.parse({
      ...{ source: 'folder', externalId: randomUUID(), direction: 'inbound', language: 'zh', region: 'CN' },
      startedAt: '2026-03-12T14:02:00+08:00',
      consent: { state: 'announced', evidence: { kind: 'announcement', reference: 'notice-1' } },
      legs: [{ staffNumber }],
      ...change,
    }),
  );

const take = (about: ReturnType<typeof metadata>, { by = sender(null), sound = WAV } = {}) =>
  programme.get(IngestService).take({
    ...{ metadata: about, asker: by, limitBytes: 1024 ** 2 },
    audio: () => Promise.resolve({ bytes: Readable.from([sound]), truncated: () => false }),
    transcript: () => Promise.resolve(null),
  });

const filesIn = async (folder: string) => (await readdir(folder, { recursive: true }).catch(() => [])).length;

describe('a call that comes in without the API', () => {
  it('is written down and its sound sealed, and the same again gives the same ids', async () => {
    const about = metadata();
    const first = await take(about);
    expect(first).toMatchObject({ stage: 'recorded', duplicate: false, durationMs: 1000 });
    const sha256 = createHash('sha256').update(WAV).digest('hex');
    expect(await source.manager.findOneByOrFail(Recording, { callId: first.callId })).toMatchObject({ sha256 });
    expect(await source.manager.findOneByOrFail(Leg, { callId: first.callId })).toMatchObject({
      personId: organisation.first,
    });
    const known: { event: string }[] = await source.query(
      'select event from journal_entry where call_id = $1 order by id',
      [first.callId],
    );
    expect(known.map(({ event }) => event)).toEqual(['call.known', 'consent.decided', 'recording.captured']);
    expect(await take(about)).toMatchObject({ callId: first.callId, recordingId: first.recordingId, duplicate: true });
  });

  it('meets the same gate: of a customer who declined not a byte is kept', async () => {
    const before = await filesIn(objects);
    const about = metadata({ consent: { state: 'declined' } });
    const { callId } = await take(about);
    expect(await source.manager.findOneByOrFail(Call, { id: callId })).toMatchObject({ stage: 'not_recorded' });
    expect(await source.manager.countBy(Recording, { callId })).toBe(0);
    expect(await filesIn(objects)).toBe(before);
  });

  it('is not taken from a sender whose reach ends before its agent, nor with other sound', async () => {
    const about = metadata();
    await expect(take(about, { by: sender(organisation.teamB) })).rejects.toMatchObject({
      code: 'unknown_staff_number',
    });
    expect(await source.manager.countBy(Call, { externalId: about.externalId })).toBe(0);
    await take(about);
    const other = take(about, { sound: synthWav({ seconds: 2 }) });
    await expect(other).rejects.toMatchObject({ code: 'recording_conflict' });
  });
});
