import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Transcript } from '#contracts';
import { Clock, newId } from '#platform';
import { type Recording } from '#recordings';
import { type CorrectedTranscript } from './words/correct-words.rules.js';
import { type KeptWords } from './words/kept-words.rules.js';
import { SensitiveSpans, type SpansJson } from './redaction/index.js';
import { TranscriptRow } from './transcript.entity.js';

type Of = Pick<Recording, 'id' | 'wordsWanted' | 'rehearAskedAt' | 'rehearRunId'>;
type Numbered = Pick<TranscriptRow, 'id' | 'version'>;

/** What a transcript's row names beside its words. */
type Head = Pick<Transcript, 'engine' | 'language' | 'unreliable'>;

/** How words were heard: how long that took, what is in them, and what differs from the version before. */
export interface HeardHow extends KeptWords {
  heardMs: number | null;
}

/** The row of a new transcript, and where its words are sensitive: one is never there without the other. */
@Injectable()
export class StoredWords {
  constructor(
    private readonly spans: SensitiveSpans,
    private readonly clock: Clock,
  ) {}

  /** @param objectId the sealed object that holds the words */
  async insert(
    tx: EntityManager,
    recording: Of,
    objectId: string,
    transcript: Head,
    { heardMs, changed, spoken, spans }: HeardHow,
  ): Promise<Numbered> {
    const runId = recording.rehearAskedAt && recording.rehearRunId;
    const how = { origin: 'heard', heardMs, runId, ...changed, spoken, spans } as const;
    return this.write(tx, recording, objectId, transcript, how);
  }

  /** Words that a person corrected: the next version, by the same engine. */
  async insertCorrected(
    tx: EntityManager,
    recording: Of,
    objectId: string,
    { changed, spoken, spans, ...transcript }: CorrectedTranscript,
    byPersonId: string,
  ): Promise<Numbered> {
    const how = { origin: 'corrected', byPersonId, ...changed, spoken, spans } as const;
    return this.write(tx, recording, objectId, transcript, how);
  }

  private async write(
    tx: EntityManager,
    { id: recordingId, wordsWanted }: Of,
    objectId: string,
    { engine, language, unreliable }: Head,
    { spans, ...how }: Partial<TranscriptRow> & { spans: SpansJson },
  ): Promise<Numbered> {
    const version = 1 + (await tx.countBy(TranscriptRow, { recordingId }));
    const row = { id: newId(), recordingId, version, objectId, language, unreliable };
    const { name, version: engineVersion, model } = engine;
    const made = { engine: name, engineVersion, model, wordsWanted, createdAt: this.clock.now() };
    await tx.insert(TranscriptRow, { ...row, ...made, ...how });
    await this.spans.record(tx, row.id, spans);
    return row;
  }
}
