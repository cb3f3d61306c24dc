import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Leg } from '#calls';
import { type CommitmentView, type Transcript } from '#contracts';
import { type Asker } from '#people';
import { DomainError } from '#platform';
import { TranscriptRow } from '#transcripts';
import { TranscriptReader } from '../content/transcript-reader.js';
import { type CommitmentRecord } from './commitment-row.js';

type Words = CommitmentView['words'];

/** Cuts the words of promises out of their transcripts: under a live grant to read, masked, and journalled like every reading. */
@Injectable()
export class CommitmentWords {
  constructor(
    private readonly source: DataSource,
    private readonly reader: TranscriptReader,
  ) {}

  /** By the commitment's id; null where the asker may not read them, or they are gone. */
  async of(asker: Asker, records: readonly CommitmentRecord[]): Promise<Map<string, Words>> {
    const where = <K extends 'legId' | 'transcriptId'>(key: K) => ({
      id: In([...new Set(records.map((one) => one[key]))]),
    });
    const legs = await this.source.manager.findBy(Leg, where('legId'));
    const rows = await this.source.manager.findBy(TranscriptRow, where('transcriptId'));
    const transcripts = new Map<string, Transcript | null>();
    for (const row of rows) {
      const one = records.find(({ transcriptId }) => transcriptId === row.id)!;
      const leg = legs.find(({ id }) => id === one.legId);
      transcripts.set(row.id, leg ? await this.read(asker, row, leg) : null);
    }
    return new Map(records.map((one) => [one.id, cut(one, transcripts.get(one.transcriptId) ?? null)]));
  }

  /** A list stays useful when the words of one call are gone: its rows say so. */
  private async read(asker: Asker, row: TranscriptRow, leg: Leg): Promise<Transcript | null> {
    const grantId = await this.reader.grantFor(asker, leg);
    if (grantId === null) return null;
    return this.reader.transcript(asker, row, grantId, leg.callId).catch((error: unknown) => {
      if (error instanceof DomainError) return null;
      throw error;
    });
  }
}

function cut(one: CommitmentRecord, transcript: Transcript | null): Words {
  const text = transcript?.turns[one.turn]?.text;
  if (text === undefined) return null;
  const { timeTurn, timeFromChar, timeToChar } = one;
  const hasTime = timeTurn !== null && timeFromChar !== null && timeToChar !== null;
  // One stretch where both were said in one breath; else the time stands by itself.
  const isOne = hasTime && timeTurn === one.turn;
  const from = isOne ? Math.min(one.fromChar, timeFromChar) : one.fromChar;
  const to = isOne ? Math.max(one.toChar, timeToChar) : one.toChar;
  const time = hasTime && !isOne ? (transcript?.turns[timeTurn]?.text.slice(timeFromChar, timeToChar) ?? null) : null;
  return { promise: text.slice(from, to), time };
}
