import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { DatabaseModule } from '#database';
import { FoldRecordsService, IntakeModule } from '#intake';
import { ExtensionAssignment } from '#people';
import { LocalKeyring, newId, parseEnv, PlatformModule, WorkService } from '#platform';
import { TelephonySourceRow } from '#telephony';
import { buildOrganisation, type Organisation } from '../factories/organisation.js';
import { copyMigrated } from './migrated-database.js';
import { testServer } from './postgres.js';

/** A process that takes records and folds them, with a database, keys and objects of its own. */
export interface RecordsProgramme {
  app: INestApplicationContext;
  source: DataSource;
  organisation: Organisation;
  /** Folds what is due, as the worker does. */
  fold(): Promise<void>;
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
  return {
    ...{ app, source, organisation },
    fold: async () => {
      await app.get(FoldRecordsService).openDue();
      const open: { id: string }[] = await source.query(
        `select id from work where job = 'fold-records' and done_at is null and failed_at is null`,
      );
      for (const { id } of open) {
        const lease = await work.claim(id);
        if (!lease) throw new Error('the work is held');
        await app
          .get(FoldRecordsService)
          .fold(lease.subjectId, { lease, signal: new AbortController().signal } as never);
      }
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
