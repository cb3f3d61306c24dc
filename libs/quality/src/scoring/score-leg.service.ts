import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type CompanyProfile } from '#contracts';
import { profileHash } from '#people';
import { faultPoint, type JobContext } from '#platform';
import { ChecklistRegister } from '../checklists/checklist-register.service.js';
import { loadLexicons } from '../lexicons/load-lexicons.js';
import { ModelScorer } from '../model-scorer/model-scorer.service.js';
import { wantedQuestions } from './wanted-questions.rules.js';
import { type CallView } from '../call-view/call-view.rules.js';
import { prepareChecklist } from './judge-checklist.rules.js';
import { type Cards, type Judging } from './prepare-judge.js';
import { JudgeThread } from './judge-thread.js';
import { LegToScoreService } from './leg-to-score.service.js';
import { prepareReader, type LegToScore } from './score.rules.js';
import { ItemTrust } from '../trust/item-trust.service.js';
import { ScorecardLedger, type Refiled } from './scorecard-ledger.js';

/** Of this process: a service that is made again, as tests make it, need not compile again. */
let reader: { hash: string; read: (leg: LegToScore) => CallView } | undefined;

/** A leg was to be judged whose words were never stored, or are gone. */
export class WithoutTranscript extends Error {
  constructor(legId: string) {
    super(`leg ${legId} has no transcript to score`);
  }
}

/**
 * Judges a leg by rules. Its words are read once; every checklist that judges it gives a scorecard, and all are filed in one transaction. The
 * same words, facts, checklist and lexicons give the same bytes.
 */
@Injectable()
export class ScoreLegService {
  constructor(
    private readonly legs: LegToScoreService,
    private readonly checklists: ChecklistRegister,
    private readonly ledger: ScorecardLedger,
    private readonly model: ModelScorer,
    private readonly trust: ItemTrust,
    private readonly thread: JudgeThread,
  ) {}

  /** Compiles the rulebooks before the first call needs them: it takes longer than a call should wait. */
  async warm(): Promise<void> {
    const profile = await this.legs.profile();
    if (!profile) return;
    const judging = (await this.checklists.published()).map(({ checklist, hash }) => ({
      checklist,
      hash,
      notTrusted: [],
    }));
    await this.thread.judge({ leg: null, judging, profile, profileHash: profileHash(profile) });
  }

  /** Judges a leg and files what came of it; a leg that no checklist judges is filed as that. */
  async score(legId: string, { lease, signal }: JobContext): Promise<void> {
    if (this.model.scorer) await this.askModel(legId, signal);
    const { callId, cards } = await this.judge(legId);
    faultPoint('score.before-commit');
    await this.ledger.file({ id: legId, callId }, cards, lease);
  }

  /**
   * Judges a leg again by what is in force now, in the caller's transaction.
   * @param only this checklist; null for every one that judges the leg
   */
  async scoreAgain(tx: EntityManager, legId: string, only: string | null = null): Promise<Refiled[]> {
    const { callId, cards } = await this.judge(legId, only);
    return this.ledger.fileAgain(tx, callId, cards);
  }

  /** Asks a language model what judging is going to look up. It may take long, so that no transaction is open meanwhile. */
  private async askModel(legId: string, signal: AbortSignal): Promise<void> {
    await this.legs.askActs(legId, signal);
    const leg = await this.legs.load(legId);
    if (!leg) throw new WithoutTranscript(legId);
    const { callId, transcriptId, input } = leg;
    const judging = (await this.checklists.judging(leg.direction)).map(({ checklist }) => {
      return { checklist, prepared: prepareChecklist(checklist) };
    });
    const read = this.readerFor(await this.profile());
    const wanted = wantedQuestions(input, read, judging, this.model.switchedOn);
    await this.model.ask({ callId, transcriptId, transcript: input.transcript }, wanted, signal);
  }

  private async judge(legId: string, only: string | null = null): Promise<{ callId: string; cards: Cards }> {
    const leg = await this.legs.sealed(legId);
    if (!leg) throw new WithoutTranscript(legId);
    const profile = await this.profile();
    const { callId, language, engine } = leg;
    const judging: Judging[] = [];
    for (const { checklist, hash } of await this.checklists.judging(leg.direction)) {
      if (only !== null && checklist.id !== only) continue;
      judging.push({ checklist, hash, notTrusted: await this.trust.notTrusted(checklist, { language, engine }) });
    }
    if (judging.length === 0) return { callId, cards: [] };
    const question = { leg, judging, profile, profileHash: profileHash(profile) };
    return { callId, cards: await this.thread.judge(question) };
  }

  private async profile(): Promise<CompanyProfile> {
    const profile = await this.legs.profile();
    if (!profile) throw new Error('there is no company profile: set-up has not been run');
    return profile;
  }

  /** For what a model is asked. Compiling the phrases takes long: it is done again only when the company's profile changed. */
  private readerFor(profile: CompanyProfile): (leg: LegToScore) => CallView {
    const hash = profileHash(profile);
    if (reader?.hash !== hash) reader = { hash, read: prepareReader({ lexicons: loadLexicons(), profile }) };
    return reader.read;
  }
}
