import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { languageSchema, type CompanyProfile, type Language } from '#contracts';
import { profileHash } from '#people';
import { faultPoint, type JobContext } from '#platform';
import { ChecklistRegister } from '../checklists/checklist-register.service.js';
import { type LoadedChecklist } from '../checklists/load-checklist.js';
import { loadLexicons } from '../lexicons/load-lexicons.js';
import { ModelScorer } from '../model-scorer/model-scorer.service.js';
import { wantedQuestions } from './wanted-questions.rules.js';
import { automaticCard } from './automatic-card.js';
import { type CallView } from '../call-view/call-view.rules.js';
import { prepareChecklist, type PreparedChecklist } from './judge-checklist.rules.js';
import { LegToScoreService, type ScorableLeg } from './leg-to-score.service.js';
import { prepareReader, type LegToScore } from './score.rules.js';
import { ItemTrust } from '../trust/item-trust.service.js';
import { ScorecardLedger } from './scorecard-ledger.js';
import { NO_FACTS, writtenTranscript } from '../call/written-dialogue.rules.js';

interface LoadedLeg {
  leg: ScorableLeg;
  profile: CompanyProfile;
}

type Reader = (leg: LegToScore) => CallView;

/** Of this process: a service that is made again, as tests make it, need not compile again. */
let reader: { hash: string; read: Reader } | undefined;

/**
 * Judges a leg by rules. Its words are read once; every checklist that judges it gives a scorecard, and all are filed in one transaction. The
 * same words, facts, checklist and lexicons give the same bytes.
 */
@Injectable()
export class ScoreLegService {
  private readonly lexicons = loadLexicons();
  private readonly prepared = new Map<string, PreparedChecklist>();

  constructor(
    private readonly legs: LegToScoreService,
    private readonly checklists: ChecklistRegister,
    private readonly ledger: ScorecardLedger,
    private readonly model: ModelScorer,
    private readonly trust: ItemTrust,
  ) {}

  /** Compiles the rulebooks before the first call needs them: it holds the event loop longer than a running worker may. */
  async warm(): Promise<void> {
    const profile = await this.legs.profile();
    if (!profile) return;
    const read = this.readerFor(profile, profileHash(profile));
    for (const loaded of await this.checklists.published()) {
      const { judge } = this.prepare(loaded);
      for (const language of languageSchema.options) judge(read(silence(language)));
    }
  }

  /** Judges a leg and files what came of it; a leg that no checklist judges is filed as that. */
  async score(legId: string, { lease, signal }: JobContext): Promise<void> {
    const known = await this.load(legId);
    const { leg, profile } = this.model.scorer ? await this.askModel(known, signal) : known;
    const cards = await this.judge(leg, profile);
    faultPoint('score.before-commit');
    await this.ledger.file({ id: legId, callId: leg.callId }, cards, lease);
  }

  /** Judges a leg again by what is in force now, in the caller's transaction. @returns how many cards say something new */
  async scoreAgain(tx: EntityManager, legId: string): Promise<number> {
    const { leg, profile } = await this.load(legId);
    return this.ledger.fileAgain(tx, leg.callId, await this.judge(leg, profile));
  }

  /**
   * Asks a language model what judging is going to look up. It may take long, so that no transaction is open meanwhile.
   * @returns the leg with the answers; with newer words, where some came meanwhile
   */
  private async askModel({ leg, profile }: LoadedLeg, signal: AbortSignal): Promise<LoadedLeg> {
    const { callId, transcriptId, input } = leg;
    const loaded = await this.checklists.judging(leg.direction);
    const judging = loaded.map((one) => ({ checklist: one.checklist, prepared: this.prepare(one) }));
    const read = this.readerFor(profile, profileHash(profile));
    const wanted = wantedQuestions(input, read, judging, this.model.switchedOn);
    await this.model.ask({ callId, transcriptId, transcript: input.transcript }, wanted, signal);
    return { leg: (await this.legs.withAnswers(leg)) ?? leg, profile: await this.profile() };
  }

  private async load(legId: string): Promise<LoadedLeg> {
    const leg = await this.legs.load(legId);
    if (!leg) throw new Error(`leg ${legId} has no transcript to score`);
    return { leg, profile: await this.profile() };
  }

  private async profile(): Promise<CompanyProfile> {
    const profile = await this.legs.profile();
    if (!profile) throw new Error('there is no company profile: set-up has not been run');
    return profile;
  }

  private async judge(leg: ScorableLeg, profile: CompanyProfile) {
    const judging = await this.checklists.judging(leg.direction);
    if (judging.length === 0) return [];
    const hash = profileHash(profile);
    const call = this.readerFor(profile, hash)(leg.input);
    const heard = { language: leg.input.transcript.language, engine: leg.engine };
    const cards: ReturnType<typeof automaticCard>[] = [];
    for (const loaded of judging) {
      const { applies, judge } = this.prepare(loaded);
      if (!applies(call)) continue;
      const { checklist } = loaded;
      const notTrusted = await this.trust.notTrusted(checklist, heard);
      cards.push(automaticCard(leg, judge(call, { notTrusted }), { checklist, profileHash: hash, notTrusted }));
    }
    return cards;
  }

  /** Compiling the phrases takes longer than judging a call: it is done again only when the company's profile changed. */
  private readerFor(profile: CompanyProfile, hash: string): Reader {
    if (reader?.hash !== hash) reader = { hash, read: prepareReader({ lexicons: this.lexicons, profile }) };
    return reader.read;
  }

  private prepare({ checklist, hash }: LoadedChecklist): PreparedChecklist {
    const key = `${checklist.id} ${checklist.version} ${hash}`;
    const prepared = this.prepared.get(key) ?? prepareChecklist(checklist);
    this.prepared.set(key, prepared);
    return prepared;
  }
}

const silence = (language: Language): LegToScore => ({
  transcript: writtenTranscript({ language, turns: [] }),
  transcriptVersion: 1,
  facts: NO_FACTS,
});
