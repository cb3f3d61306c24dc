import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { transcriptSchema, type CompanyProfile, type LegFacts } from '#contracts';
import { Call, Leg } from '#calls';
import { ConsentDecision } from '#consent';
import { Company } from '#people';
import { countSpoken, RecordingMeasures, StoredObject, VaultService } from '#recordings';
import { legFacts } from '#telephony';
import { TranscriptRow } from '#transcripts';
import { type LegToScore } from './score.rules.js';

const AUTHORITY = { kind: 'system', job: 'score-leg' } as const;

/** All that is known of a leg when it is judged. */
export interface ScorableLeg {
  legId: string;
  callId: string;
  direction: LegFacts['direction'];
  transcriptId: string;
  /** What it is judged by. */
  input: LegToScore;
}

/** The words of a leg as a card names them. */
export type StoredWords = Pick<LegToScore, 'transcript' | 'transcriptVersion'>;

/** Gathers what scoring needs; reads words from the vault in the name of the scoring job. */
@Injectable()
export class LegToScoreService {
  constructor(
    private readonly source: DataSource,
    private readonly vault: VaultService,
    private readonly measures: RecordingMeasures,
  ) {}

  /** @returns null while the leg has no transcript */
  async load(legId: string): Promise<ScorableLeg | null> {
    const { manager } = this.source;
    const leg = await manager.findOneByOrFail(Leg, { id: legId });
    const call = await manager.findOneByOrFail(Call, { id: leg.callId });
    const consent = await manager.findOneOrFail(ConsentDecision, {
      where: { callId: call.id },
      order: { decidedAt: 'DESC' },
    });
    const row = await this.latestTranscript(legId);
    if (!row) return null;
    const words = await this.read(row);
    const facts = legFacts({ ...leg, source: call.source, direction: call.direction, consent });
    const around = { holdSpans: facts.holdSpans, spoken: countSpoken(words.transcript) };
    const input = { ...words, facts, measures: await this.measures.of(row.recordingId, around) };
    return { legId, callId: call.id, direction: call.direction, transcriptId: row.id, input };
  }

  /** Words that a card names. @returns null when they are no more */
  async words(transcriptId: string): Promise<StoredWords | null> {
    const row = await this.source.manager.findOneBy(TranscriptRow, { id: transcriptId });
    return row && (await this.read(row));
  }

  private async read({ objectId, version: transcriptVersion }: TranscriptRow): Promise<StoredWords> {
    const object = await this.source.manager.findOneByOrFail(StoredObject, { id: objectId });
    const json = (await this.vault.readAll(object, AUTHORITY)).toString('utf8');
    return { transcript: transcriptSchema.parse(JSON.parse(json)), transcriptVersion };
  }

  /** @returns null until set-up has written a company profile */
  async profile(): Promise<CompanyProfile | null> {
    const company = await this.source.manager.findOneBy(Company, { id: 1 });
    return company?.profile ?? null;
  }

  private async latestTranscript(legId: string): Promise<TranscriptRow | null> {
    return this.source.manager
      .createQueryBuilder(TranscriptRow, 'transcript')
      .innerJoin('recording', 'recording', 'recording.id = transcript.recording_id')
      .where('recording.leg_id = :legId', { legId })
      .orderBy('transcript.created_at', 'DESC')
      .addOrderBy('transcript.id', 'DESC')
      .getOne();
  }
}
