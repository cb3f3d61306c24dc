import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, KeptThread } from '#platform';
import { Recording, VaultService } from '#recordings';
import { type TranscriptRow } from '#transcripts';
import { type Transcript } from '#contracts';
import { QualitySettingsService } from '../settings/quality-settings.service.js';
import { ACTS_ENGINE, type ActsName } from './found-acts.js';
import { FoundActsRow } from './found-acts.entity.js';
import { shippedActs, loadFindActs } from './load-act-reader.js';

const AUTHORITY = { kind: 'system', job: 'score-leg' } as const;

type Words = Pick<TranscriptRow, 'id' | 'recordingId' | 'language'>;

/** Acts are found once for a version of a call's words and by one engine, and kept sealed beside the words: scoring looks them up. */
@Injectable()
export class CallActsService implements OnApplicationShutdown {
  private readonly thread = new KeptThread<Uint8Array, Uint8Array | null>({
    ...{ name: 'find-acts', beside: import.meta.url, inPlace: actsOfJson, wallMs: 120_000, memoryMb: 1024 },
  });

  constructor(
    private readonly source: DataSource,
    private readonly vault: VaultService,
    private readonly settings: QualitySettingsService,
    private readonly clock: Clock,
  ) {}

  /**
   * The acts of words as JSON: those that are kept, or found now and kept. Null where the company turned the layer off, and where nothing may
   * be added to the recording any more.
   */
  async of(words: Words, json: Uint8Array): Promise<Uint8Array | null> {
    const { settings } = await this.settings.current(this.source.manager);
    if (!settings.acts.on) return null;
    const name = { engine: ACTS_ENGINE, hash: shippedActs()[words.language] };
    const kept = await this.kept(words.id, name);
    if (kept) return kept;
    const found = await this.thread.ask(json.slice());
    return found && (await this.keep(words, name, found)) ? found : null;
  }

  /** The acts that were found by this engine. @returns null where there are none */
  async kept(transcriptId: string, { engine, hash }: ActsName): Promise<Uint8Array | null> {
    const row = await this.source.manager.findOneBy(FoundActsRow, { transcriptId, engine, hash });
    return row && this.vault.readAll(await this.vault.named(row.objectId), AUTHORITY);
  }

  /** Of two that found the same at once, the first keeps it. @returns false where the recording takes nothing more */
  async keep({ id, recordingId }: Words, name: ActsName, found: Uint8Array): Promise<boolean> {
    const { manager } = this.source;
    const recording = await manager.findOneByOrFail(Recording, { id: recordingId });
    if (recording.destructionStartedAt || recording.custody !== 'sealed') return false;
    const place = { recordingId, keyId: recording.keyId, kind: 'acts', mimeType: 'application/json' } as const;
    const written = await this.vault.write({ ...place, source: inOne(found) });
    try {
      const seal = await this.vault.verify(written.row, AUTHORITY);
      const isFirst = await this.source.transaction(async (tx) => {
        await this.vault.record(tx, written, seal);
        const row = { transcriptId: id, ...name, objectId: written.row.id, foundAt: this.clock.now() };
        const { raw } = await tx
          .createQueryBuilder()
          .insert()
          .into(FoundActsRow)
          .values(row)
          .orIgnore()
          .returning('hash')
          .execute();
        if ((raw as unknown[]).length === 0) throw new AlreadyKept();
        return true;
      });
      return isFirst;
    } catch (error) {
      await this.vault.discard(written.row.id);
      if (error instanceof AlreadyKept) return true;
      throw error;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.thread.close();
  }
}

/** Takes the transaction back: a twin was first. */
class AlreadyKept extends Error {}

async function* inOne(bytes: Uint8Array): AsyncGenerator<Buffer> {
  yield Buffer.from(bytes);
}

/** The acts of a sealed transcript's JSON, as JSON; null in a language without weights. */
export function actsOfJson(words: Uint8Array): Uint8Array | null {
  const found = loadFindActs()(JSON.parse(new TextDecoder().decode(words)) as Transcript);
  return found && new TextEncoder().encode(JSON.stringify(found));
}
