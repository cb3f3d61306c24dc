import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { JournalService } from '#journal';
import { Recording, VaultService } from '#recordings';
import { StoredWords } from '../stored-words.service.js';
import { newestOfRecording } from '../newest-transcript.js';
import { type TranscriptRow } from '../transcript.entity.js';
import { type CorrectedTranscript } from '../words/correct-words.rules.js';
import { transcriptsRefusals } from '../refusals.js';

/** Reading back what was just written, before it counts. */
const AUTHORITY = { kind: 'system', job: 'transcribe-recording' } as const;

/** Files words that a person corrected as the next version; what was there before stays, and all that rests on words is made again. */
@Injectable()
export class CorrectedWords {
  constructor(
    private readonly source: DataSource,
    private readonly vault: VaultService,
    private readonly words: StoredWords,
    private readonly journal: JournalService,
  ) {}

  /** @param before the version that was corrected. @throws DomainError `words_moved_on` when it is no longer the newest */
  async file(before: TranscriptRow, corrected: CorrectedTranscript, actorPersonId: string): Promise<string> {
    const { recordingId } = before;
    const { keyId } = await this.source.manager.findOneByOrFail(Recording, { id: recordingId });
    const written = await this.vault.write({
      ...{ recordingId, keyId, mimeType: 'application/json', kind: 'transcript' },
      source: inOne(corrected.words),
    });
    try {
      const seal = await this.vault.verify(written.row, AUTHORITY);
      return await this.source.transaction(async (tx) => {
        const recording = await assertNewest(tx, before);
        await this.vault.record(tx, written, seal);
        const row = await this.words.insertCorrected(tx, recording, written.row.id, corrected, actorPersonId);
        await this.tell(tx, recording, row, { before, corrected, actorPersonId });
        return row.id;
      });
    } catch (error) {
      await this.vault.discard(written.row.id);
      throw error;
    }
  }

  private async tell(
    tx: EntityManager,
    { id: recordingId, callId, legId }: Recording,
    { id: transcriptId, version }: Pick<TranscriptRow, 'id' | 'version'>,
    of: { before: TranscriptRow; corrected: CorrectedTranscript; actorPersonId: string },
  ): Promise<void> {
    const { changed, engine, unreliable } = of.corrected;
    const about = { callId, actorPersonId: of.actorPersonId };
    const corrected = { recordingId, transcriptId, version, before: of.before.id, changed: changed.changed };
    await this.journal.append(tx, 'words.corrected', corrected, about);
    const ready = { legId, recordingId, transcriptId, version, engine: engine.name, unreliable };
    await this.journal.append(tx, 'transcript.ready', ready, about);
  }
}

async function* inOne(words: Uint8Array): AsyncGenerator<Buffer> {
  yield Buffer.from(words);
}

/** Locks the recording, so that of two who correct at once the second is told, and nothing is filed beside words that are on their way. */
async function assertNewest(tx: EntityManager, before: TranscriptRow): Promise<Recording> {
  const where = { id: before.recordingId };
  const recording = await tx.findOneOrFail(Recording, { where, lock: { mode: 'pessimistic_write' } });
  if (recording.destructionStartedAt || recording.custody !== 'sealed') throw transcriptsRefusals.recording_not_open();
  if (recording.wordsWanted !== before.wordsWanted) throw transcriptsRefusals.words_being_made();
  const newest = await newestOfRecording(tx, recording.id);
  if (newest?.id !== before.id) throw transcriptsRefusals.words_moved_on();
  return recording;
}
