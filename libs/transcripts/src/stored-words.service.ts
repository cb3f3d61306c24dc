import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Transcript } from '#contracts';
import { Clock, newId } from '#platform';
import { countSpoken, type Recording } from '#recordings';
import { findSpans, SensitiveSpans } from './redaction/index.js';
import { TranscriptRow } from './transcript.entity.js';

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
    { id: recordingId, wordsWanted }: Pick<Recording, 'id' | 'wordsWanted'>,
    objectId: string,
    transcript: Transcript,
  ): Promise<Pick<TranscriptRow, 'id' | 'version'>> {
    const version = 1 + (await tx.countBy(TranscriptRow, { recordingId }));
    const { engine, language, unreliable } = transcript;
    const row = { id: newId(), recordingId, version, objectId, language, unreliable };
    await tx.insert(TranscriptRow, {
      ...row,
      engine: engine.name,
      engineVersion: engine.version,
      model: engine.model,
      spoken: countSpoken(transcript),
      wordsWanted,
      createdAt: this.clock.now(),
    });
    await this.spans.record(tx, row.id, findSpans(transcript));
    return row;
  }
}
