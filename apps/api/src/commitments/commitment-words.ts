import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Leg } from '#calls';
import { type CommitmentWords, type Transcript } from '#contracts';
import { type Asker } from '#people';
import { DomainError } from '#platform';
import { TranscriptRow } from '#transcripts';
import { TranscriptReader } from '../call/words/transcript-reader.js';
import { type CommitmentRecord } from './commitment-row.js';

/** Cuts the words of a promise out of its transcript: under a live grant to read, masked, and journalled like every reading. */
@Injectable()
export class PromisedWords {
  constructor(
    private readonly source: DataSource,
    private readonly reader: TranscriptReader,
  ) {}

  /** null where the asker may not read them, or they are gone: the rest of the commitment is still given. */
  async of(asker: Asker, one: CommitmentRecord): Promise<CommitmentWords['words']> {
    const leg = await this.source.manager.findOneByOrFail(Leg, { id: one.legId });
    const row = await this.source.manager.findOneBy(TranscriptRow, { id: one.transcriptId });
    const grantId = await this.reader.grantFor(asker, leg);
    if (!row || grantId === null) return null;
    const transcript = await this.reader.transcript(asker, row, grantId, leg.callId).catch((error: unknown) => {
      if (error instanceof DomainError) return null;
      throw error;
    });
    return transcript && cut(one, transcript);
  }
}

function cut(one: CommitmentRecord, transcript: Transcript): CommitmentWords['words'] {
  const text = transcript.turns[one.turn]?.text;
  if (text === undefined) return null;
  const { timeTurn, timeFromChar, timeToChar } = one;
  const hasTime = timeTurn !== null && timeFromChar !== null && timeToChar !== null;
  // One stretch where both were said in one breath; otherwise the time has a stretch of its own.
  const isOne = hasTime && timeTurn === one.turn;
  const from = isOne ? Math.min(one.fromChar, timeFromChar) : one.fromChar;
  const to = isOne ? Math.max(one.toChar, timeToChar) : one.toChar;
  const time = hasTime && !isOne ? (transcript.turns[timeTurn]?.text.slice(timeFromChar, timeToChar) ?? null) : null;
  return { promise: text.slice(from, to), time };
}
