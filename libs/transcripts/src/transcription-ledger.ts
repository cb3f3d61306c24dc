import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type SpeakerRole, type Transcript, type WordsRefusal } from '#contracts';
import { StageCompletion } from '#calls';
import { JournalService } from '#journal';
import { faultPoint, tellProgress, type Lease } from '#platform';
import { Recording, StoredObject, VaultService } from '#recordings';
import { type FinishedChunk } from './engines/index.js';
import { inPieces } from './in-pieces.js';
import { asJson } from './words/as-json.js';
import { KeptWordsThread } from './words/kept-words-thread.js';
import { StoredWords } from './stored-words.service.js';
import { newestOfRecording } from './newest-transcript.js';
import { sealedWords } from './read-words.js';
import { TranscriptChunk, TranscriptRow } from './transcript.entity.js';
import { type SpokenWord } from './turns/spoken-word.js';

export const TRANSCRIBE_AUTHORITY = { kind: 'system', job: 'transcribe-recording' } as const;

/** What an engine gave, and who their speakers are where the channels do not tell. */
export interface HeardWords {
  transcript: Transcript;
  /** Its turns, where a thread wrote them as JSON: `transcript` has none then. */
  turns?: Uint8Array;
  /** How long one try took to hear all of it, by the clock. */
  heardMs?: number;
  roles?: (SpeakerRole | null)[];
  /** Whose channel is the agent's from now on, where that changes; null: a person has to say. */
  agentChannel?: 'left' | 'right' | null;
}

/** What is stored while a recording is turned into words: checkpoints, progress, and in the end the transcript. */
@Injectable()
export class TranscriptionLedger {
  constructor(
    private readonly source: DataSource,
    private readonly vault: VaultService,
    private readonly completion: StageCompletion,
    private readonly journal: JournalService,
    private readonly words: StoredWords,
    private readonly kept: KeptWordsThread,
  ) {}

  /** Whether there are words, made for what is known of the recording now. */
  async isDone({ id: recordingId, wordsWanted }: Recording): Promise<boolean> {
    return this.source.manager.existsBy(TranscriptRow, { recordingId, wordsWanted });
  }

  /** Why the words that came with the call cannot be used: the call's page says it. */
  async refused({ id }: Recording, wordsRefusal: WordsRefusal): Promise<void> {
    await this.source.manager.update(Recording, id, { wordsRefusal });
  }

  /** The newest words of a recording, as they are sealed; null without any, and once they are destroyed. */
  async newestJson(recordingId: string): Promise<Uint8Array | null> {
    const row = await newestOfRecording(this.source.manager, recordingId);
    return row?.objectId ? sealedWords(this.vault, row, TRANSCRIBE_AUTHORITY) : null;
  }

  async nothingToDo(lease: Lease): Promise<void> {
    await this.completion.alreadyDone(lease);
  }

  /** Words of a chunk that an earlier try finished. */
  async recall(recordingId: string, engine: string, channel: number, chunk: number): Promise<SpokenWord[] | undefined> {
    const row = await this.source.manager.findOneBy(TranscriptChunk, { recordingId, engine, channel, chunk });
    if (!row) return undefined;
    const object = await this.source.manager.findOneByOrFail(StoredObject, { id: row.objectId });
    return JSON.parse((await this.vault.readAll(object, TRANSCRIBE_AUTHORITY)).toString('utf8')) as SpokenWord[];
  }

  /** Seals the words of a finished chunk, so that a restarted worker goes on after it. A twin's chunk, if it was first, stays. */
  async checkpoint(recording: Recording, engine: string, finished: FinishedChunk): Promise<void> {
    const { channel, chunk } = finished;
    const written = await this.vault.write({
      ...placeOf(recording),
      kind: 'transcript-chunk',
      source: inOne(finished.words),
    });
    const seal = await this.vault.verify(written.row, TRANSCRIBE_AUTHORITY);
    const place = { recordingId: recording.id, engine, channel, chunk };
    const stored = await this.source.transaction(async (tx) => {
      if (await tx.existsBy(TranscriptChunk, place)) return false;
      await this.vault.record(tx, written, seal);
      await tx.insert(TranscriptChunk, { ...place, objectId: written.row.id });
      return true;
    });
    if (!stored) await this.vault.discard(written.row.id);
    faultPoint('transcribe.chunk-stored');
  }

  /** Journals the transfer before the first byte is sent, so that it is recorded even if the process dies. */
  async egress({ id: recordingId, callId }: Recording, engine: string, host: string): Promise<void> {
    await this.source.transaction((tx) =>
      this.journal.append(tx, 'sound.sent_out', { recordingId, engine, host }, { callId }),
    );
  }

  /** Tells screens how far it is, 0–1. */
  async progress({ id, callId }: Recording, share: number): Promise<void> {
    await this.source.manager.update(Recording, id, { progress: Math.min(1, Math.max(0, share)) });
    await tellProgress(this.source, callId);
  }

  /**
   * Seals the transcript, and in one transaction records it, moves the call and completes the work. When a person corrected the call
   * meanwhile nothing of it stays, and the next try makes it for what is known then.
   */
  async finish(
    recording: Recording,
    { transcript, turns, roles, heardMs, agentChannel }: HeardWords,
    lease: Lease,
  ): Promise<void> {
    const { id: recordingId, callId, legId } = recording;
    const json = await asJson(transcript, turns);
    const written = await this.vault.write({ ...placeOf(recording), kind: 'transcript', source: inPieces(json) });
    try {
      const seal = await this.vault.verify(written.row, TRANSCRIBE_AUTHORITY);
      const kept = await this.kept.look({ words: json, before: await this.newestJson(recordingId) });
      const how = { heardMs: heardMs ?? null, ...kept };
      faultPoint('transcribe.before-commit');
      await this.completion.complete(lease, callId, 'transcribed', async (tx) => {
        const now = await tx.findOneOrFail(Recording, {
          where: { id: recordingId },
          lock: { mode: 'pessimistic_write' },
        });
        if (now.wordsWanted !== recording.wordsWanted) throw new Error('corrected while its words were made');
        await this.vault.record(tx, written, seal);
        const row = await this.words.insert(tx, now, written.row.id, transcript, how);
        const speakers = roles && roles.length > 0 ? roles : null;
        const settled = { progress: null, wordsRefusal: null, rehearAskedAt: null, sidesSaid: null };
        const side = agentChannel === undefined ? {} : { agentChannel };
        await tx.update(Recording, recordingId, { ...settled, ...side, speakers });
        const { fellBackFrom, engine, unreliable } = transcript;
        const ready = {
          legId,
          recordingId,
          transcriptId: row.id,
          version: row.version,
          engine: engine.name,
          unreliable,
        };
        await this.journal.append(
          tx,
          'transcript.ready',
          { ...ready, ...side, ...(fellBackFrom && { fellBackFrom }) },
          { callId },
        );
      });
    } catch (error) {
      await this.vault.discard(written.row.id);
      throw error;
    }
  }
}

const placeOf = ({ id, keyId }: Recording) => ({ recordingId: id, keyId, mimeType: 'application/json' });

/** Words of some minutes. */
async function* inOne(value: unknown): AsyncGenerator<Buffer> {
  yield Buffer.from(JSON.stringify(value));
}
