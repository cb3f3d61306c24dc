import { Readable } from 'node:stream';
import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type pg from 'pg';
import { type Transcript } from '#contracts';
import { DatabaseModule } from '#database';
import { newId, PlatformModule, type Env } from '#platform';
import { countSpoken, RecordingsModule, VaultService } from '#recordings';
import { DataSource } from 'typeorm';
import { madeUpUtterances } from '../search/utterances.rules.js';

export const TURNS = 30;

@Module({})
class SealingModule {
  static forRoot(env: Env): DynamicModule {
    const imports = [
      PlatformModule.forRoot(env, 'bench'),
      DatabaseModule.forRoot(env.databaseUrl, 'shouwen-bench'),
      RecordingsModule,
    ];
    return { module: SealingModule, imports };
  }
}

/** Says of every recording that it has words, in the language of its call; there are no bytes behind it. */
export async function claimWords(owner: pg.Client): Promise<void> {
  await owner.query('set session_replication_role = replica');
  await owner.query(
    `insert into transcript (id, recording_id, version, object_id, language, engine, engine_version, model, unreliable, spoken, created_at)
     select gen_random_uuid(), recording.id, 1, gen_random_uuid(), call.language, 'bench', '1', 'none', '[]', '{}', recording.created_at
     from recording join call on call.id = recording.call_id`,
  );
  await owner.query('set session_replication_role = default');
  await owner.query('vacuum analyze transcript');
}

/** Seals thirty turns of made-up Mandarin for each of the legs, as their newest words. */
export async function sealWords(env: Env, owner: pg.Client, legIds: readonly string[]): Promise<void> {
  const app = await NestFactory.createApplicationContext(SealingModule.forRoot(env), { logger: false });
  const [vault, source] = [app.get(VaultService), app.get(DataSource)];
  const utterances = madeUpUtterances(33);
  try {
    for (const legId of legIds) {
      const { rows } = await owner.query<{ id: string }>('select id from recording where leg_id = $1', [legId]);
      const recordingId = rows[0]!.id;
      const keyId = await vault.newRecordingKey(recordingId);
      await owner.query('update recording set key_id = $2 where id = $1', [recordingId, keyId]);
      const words = transcriptOf(Array.from({ length: TURNS }, () => utterances.next().value));
      const written = await vault.write({
        ...{ recordingId, keyId, kind: 'transcript', mimeType: 'application/json' },
        source: Readable.from([Buffer.from(JSON.stringify(words))]),
      });
      await source.transaction((tx) => vault.record(tx, written));
      await owner.query(
        `insert into transcript (id, recording_id, version, object_id, language, engine, engine_version, model, unreliable, spoken, created_at)
         values ($1, $2, 2, $3, 'zh', 'bench', '1', 'none', '[]', $4, now())`,
        [newId(), recordingId, written.row.id, JSON.stringify(countSpoken(words))],
      );
    }
  } finally {
    await app.close();
  }
}

const transcriptOf = (said: readonly string[]): Transcript => ({
  ...{ format: 'shouwen.transcript/1', language: 'zh', durationMs: TURNS * 4000, channels: 2, unreliable: [] },
  engine: { name: 'bench', version: '1', model: 'none' },
  turns: said.map((text, index) => ({
    ...{ index, text, speaker: index % 2 === 0 ? ('agent' as const) : ('customer' as const), words: [] },
    ...{ fromMs: index * 4000, toMs: index * 4000 + 3500 },
  })),
});
