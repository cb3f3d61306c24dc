import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { DatabaseModule } from '#database';
import { nextJobs, type JobName } from '#contracts';
import { FoldRecordsService, IntakeModule, PlaceLegsService } from '#intake';
import { relayOnce } from '#journal';
import { ExtensionAssignment } from '#people';
import {
  LocalKeyring,
  newId,
  parseEnv,
  PlatformModule,
  WorkService,
  type Env,
  type JobContext,
  type Lease,
} from '#platform';
import { TelephonySourceRow } from '#telephony';
import { buildOrganisation, type Organisation } from '../factories/organisation.js';
import { copyMigrated } from './migrated-database.js';
import { testServer } from './postgres.js';

/** A process that takes records and folds them, with a database, keys and objects of its own. */
export interface RecordsProgramme {
  app: INestApplicationContext;
  source: DataSource;
  env: Env;
  organisation: Organisation;
  /** Folds what is due, as the worker does. */
  fold(): Promise<void>;
  /** Does the open work of a job, and what the journal opens. */
  each(job: JobName, run: (lease: Lease, context: JobContext) => Promise<void>): Promise<void>;
  /** Does what new extensions and queues' teams opened, and folds. */
  place(): Promise<void>;
  /** A telephone system whose records Asterisk's reader reads. */
  telephones(over?: Partial<TelephonySourceRow>): Promise<TelephonySourceRow>;
  sits(personId: string, extension: string, over?: Partial<ExtensionAssignment>): Promise<string>;
  close(): Promise<void>;
}

/** @param settings of its environment, beside what it needs */
export async function recordsProgramme(settings: Record<string, string> = {}): Promise<RecordsProgramme> {
  const ends = new AsyncDisposableStack();
  const { database, url: databaseUrl } = await copyMigrated();
  ends.defer(() => database.drop());
  const dataDir = await mkdtemp(join(testServer().folder, 'records-'));
  ends.defer(() => rm(dataDir, { recursive: true }));
  await LocalKeyring.create(join(dataDir, 'secrets/keyring.json'));
  const env = parseEnv({
    SHOUWEN_DATABASE_URL: databaseUrl,
    SHOUWEN_DATA_DIR: dataDir,
    SHOUWEN_LOG_LEVEL: 'fatal',
    ...settings,
  });
  @Module({
    imports: [PlatformModule.forRoot(env, 'worker'), DatabaseModule.forRoot(databaseUrl, 'test'), IntakeModule],
  })
  class Programme {}
  const app = await NestFactory.createApplicationContext(Programme, { logger: false });
  ends.defer(() => app.close());
  const source = app.get(DataSource);
  const organisation = await buildOrganisation(source);
  const work = app.get(WorkService, { strict: false });
  const each = async (job: JobName, run: (lease: Lease, context: JobContext) => Promise<void>): Promise<void> => {
    const relay = () =>
      relayOnce(source, (tx, entries) =>
        work.openMany(
          tx,
          entries.flatMap(({ event, details, callId }) => nextJobs(event, details, callId)),
        ),
      );
    while ((await relay()).more);
    const open: { id: string }[] = await source.query(
      'select id from work where job = $1 and done_at is null and failed_at is null',
      [job],
    );
    for (const { id } of open) {
      const lease = await work.claim(id);
      if (!lease) throw new Error('the work is held');
      await run(lease, { lease, signal: new AbortController().signal } as never);
    }
  };
  const fold = async (): Promise<void> => {
    await app.get(FoldRecordsService).openDue();
    await each('fold-records', ({ subjectId }, context) => app.get(FoldRecordsService).fold(subjectId, context));
  };
  return {
    ...{ app, source, env, organisation, each, fold },
    place: async () => {
      await each('place-legs', (_, context) => app.get(PlaceLegsService).place(context));
      await fold();
    },
    telephones: async (over = {}) => {
      const row = {
        ...{ id: newId(), name: `pbx-${newId()}`, reader: 'asterisk', settings: { zone: 'UTC', home: 'CN', map: {} } },
        ...{ createdByPersonId: organisation.second, createdAt: new Date(), ...over },
      };
      await source.manager.insert(TelephonySourceRow, row as object);
      return source.manager.findOneByOrFail(TelephonySourceRow, { id: row.id });
    },
    sits: async (personId, extension, over = {}) => {
      const id = newId();
      const row = { id, personId, extension, startsAt: new Date('2026-01-01'), endsAt: null, ...over };
      await source.manager.insert(ExtensionAssignment, row);
      return id;
    },
    close: () => ends.disposeAsync(),
  };
}
