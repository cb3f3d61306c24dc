import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type CompanyProfile, type ScoringFacts, type Transcript } from '#contracts';
import { Leg } from '#calls';
import { countSpoken, Recording, RecordingMeasures, VaultService, type MeasuredRecording } from '#recordings';
import { newestOfLeg, TranscriptRow } from '#transcripts';
import { type ActsName, type FoundActs } from '../acts/found-acts.js';
import { ActsInForce } from '../model-acts/acts-in-force.service.js';
import { ModelScorer } from '../model-scorer/model-scorer.service.js';
import { companyProfile, FactsOfLeg } from './facts-of-leg.service.js';
import { type ScorableLeg, type SealedLegToScore } from './scorable-leg.js';
import { type LegToScore } from './score.rules.js';

const AUTHORITY = { kind: 'system', job: 'score-leg' } as const;

/** The words of a leg as a card names them. */
export type StoredWords = Pick<LegToScore, 'transcript' | 'transcriptVersion' | 'acts'>;

/** A leg before its words are taken apart: an hour of them takes longer than an event loop may be held. */
export interface StoredLeg extends Pick<LegToScore, 'transcriptVersion' | 'facts'> {
  row: TranscriptRow;
  /** The sealed transcript's JSON. */
  words: Uint8Array;
  sound: Omit<MeasuredRecording, 'spoken'> | null;
}

/** Gathers what scoring needs; reads words from the vault in the name of the scoring job. */
@Injectable()
export class LegToScoreService {
  constructor(
    private readonly source: DataSource,
    private readonly facts: FactsOfLeg,
    private readonly vault: VaultService,
    private readonly measures: RecordingMeasures,
    private readonly model: ModelScorer,
    private readonly acts: ActsInForce,
  ) {}

  /** @returns null while the leg has no transcript */
  async load(legId: string): Promise<ScorableLeg | null> {
    const leg = await this.source.manager.findOneByOrFail(Leg, { id: legId });
    const row = await newestOfLeg(this.source.manager, legId);
    if (!row) return null;
    return this.around(leg, row, await this.read(row, (words) => this.acts.of(row, words)));
  }

  /** The same for who judges elsewhere: the words are not taken apart here. @returns null while the leg has no transcript */
  async sealed(legId: string): Promise<SealedLegToScore | null> {
    const stored = await this.stored(legId);
    if (!stored) return null;
    const { row, ...rest } = stored;
    const { callId } = await this.source.manager.findOneByOrFail(Leg, { id: legId });
    const answers = await this.model.stored(row.id);
    const foundActs = await this.acts.of(row, stored.words);
    const about = { legId, callId, direction: stored.facts.direction, transcriptId: row.id, engine: row.engine };
    return { ...about, language: row.language, ...rest, foundActs, answers };
  }

  /** Asks a language model what the leg's sentences do, where the company wants that. @throws the reason of `signal` */
  async askActs(legId: string, signal: AbortSignal): Promise<void> {
    const { callId } = await this.source.manager.findOneByOrFail(Leg, { id: legId });
    const row = await newestOfLeg(this.source.manager, legId);
    if (row) await this.acts.ask(row, callId, await this.bytes(row), signal);
  }

  /** What is known of a leg beside its words. */
  private async around(leg: Leg, row: TranscriptRow, words: StoredWords): Promise<ScorableLeg> {
    const facts = await this.facts.of(this.source.manager, leg, row.recordingId);
    const around = { holdSpans: quietForAReason(facts), spoken: countSpoken(words.transcript) };
    const [measures, answers] = await Promise.all([
      this.measures.of(row.recordingId, around),
      this.model.stored(row.id),
    ]);
    const input = { ...words, facts, measures, answers };
    return {
      legId: leg.id,
      callId: leg.callId,
      direction: facts.direction,
      transcriptId: row.id,
      engine: row.engine,
      language: row.language,
      input,
    };
  }

  /** Facts, words and sound of a leg as they are stored, for callers that take them apart elsewhere. @returns null without a transcript */
  async stored(legId: string): Promise<StoredLeg | null> {
    const { manager } = this.source;
    const leg = await manager.findOneByOrFail(Leg, { id: legId });
    const row = await newestOfLeg(manager, legId);
    if (!row) return null;
    const facts = await this.facts.of(this.source.manager, leg, row.recordingId);
    const recording = await manager.findOneByOrFail(Recording, { id: row.recordingId });
    const [speech] = await this.measures.speechOf([row.recordingId]);
    const sound = speech ? { ...recording, holdSpans: quietForAReason(facts), speech: { ...speech } } : null;
    return { row, transcriptVersion: row.version, words: await this.bytes(row), facts, sound };
  }

  /** Words that a card names, with the acts that it was judged by. @returns null when they are no more */
  async words(transcriptId: string, acts?: ActsName): Promise<StoredWords | null> {
    const row = await this.source.manager.findOneBy(TranscriptRow, { id: transcriptId });
    return row && (await this.read(row, async () => (acts ? this.acts.kept(transcriptId, acts) : null)));
  }

  private async read(
    row: TranscriptRow,
    actsOf: (words: Uint8Array) => Promise<Uint8Array | null>,
  ): Promise<StoredWords> {
    const words = await this.bytes(row);
    const found = await actsOf(words);
    const read = (json: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(json));
    return {
      transcript: read(words) as Transcript,
      transcriptVersion: row.version,
      acts: found && (read(found) as FoundActs),
    };
  }

  private async bytes({ objectId }: Pick<TranscriptRow, 'objectId'>): Promise<Buffer> {
    const object = await this.vault.named(objectId);
    return this.vault.readAll(object, AUTHORITY);
  }

  /** @returns null until set-up has written a company profile */
  async profile(): Promise<CompanyProfile | null> {
    return companyProfile(this.source.manager);
  }
}

/** Holds, and what was not recorded: no one is quiet there. null: it is not known where the holds lie. */
function quietForAReason({ holdSpans, unheard = [] }: ScoringFacts): MeasuredRecording['holdSpans'] {
  const within = unheard
    .filter(({ toMs }) => toMs > 0)
    .map(({ fromMs, toMs }) => ({ fromMs: Math.max(0, fromMs), toMs }));
  return holdSpans && [...holdSpans, ...within];
}
