import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type DeepPartial } from 'typeorm';
import { languageSchema, type Language, type LegFacts, type Transcript } from '#contracts';
import { canonicalJson } from '#journal';
import { profileHash } from '#people';
import { DomainError, faultPoint, newId, type JobContext } from '#platform';
import { ChecklistRegister } from '../checklists/checklist-register.service.js';
import { loadLexicons } from '../lexicons/load-lexicons.js';
import { type Scorecard } from '../scorecard.entity.js';
import { LegToScoreService, type ScorableLeg } from './leg-to-score.service.js';
import { prepareScorer, type Rulebook, type Scored, type Scorer } from './score.rules.js';
import { ScorecardLedger } from './scorecard-ledger.js';
import { countOutcomes, worstItem } from './summary.rules.js';

/** Judges a leg by rules, and files the scorecard. The same words, facts, checklist and lexicons give the same bytes. */
@Injectable()
export class ScoreLegService {
  private readonly lexicons = loadLexicons();
  private prepared: { key: string; scorer: Scorer } | undefined;

  constructor(
    private readonly legs: LegToScoreService,
    private readonly checklists: ChecklistRegister,
    private readonly ledger: ScorecardLedger,
  ) {}

  /** Compiles the rulebooks before the first call needs them: it holds the event loop longer than a running worker may. */
  async warm(): Promise<void> {
    const profile = await this.legs.profile();
    const loaded = this.checklists.forDirection('inbound');
    if (!loaded || !profile) return;
    const scorer = this.scorer({ checklist: loaded.checklist, lexicons: this.lexicons, profile });
    for (const language of languageSchema.options)
      scorer({ transcript: silence(language), transcriptVersion: 1, facts: NO_FACTS });
  }

  async score(legId: string, { lease }: JobContext): Promise<void> {
    const leg = await this.legs.load(legId);
    if (!leg) throw new Error(`leg ${legId} has no transcript to score`);
    const loaded = this.checklists.forDirection(leg.direction);
    if (!loaded) throw noChecklist();
    const { checklist } = loaded;
    const profile = await this.legs.profile();
    if (!profile) throw new Error('there is no company profile: set-up has not been run');
    const scored = this.scorer({ checklist, lexicons: this.lexicons, profile })(leg);
    faultPoint('score.before-commit');
    const card = {
      ...rowOf(legId, leg, scored),
      profileHash: profileHash(profile),
      worst: worstItem(checklist, scored.items),
    };
    await this.ledger.file(card, leg.callId, lease);
  }

  /** Compiling a rulebook takes longer than judging a call: it is done again only when something in it changed. */
  private scorer(rulebook: Rulebook): Scorer {
    const { checklist, lexicons, profile } = rulebook;
    const key = canonicalJson([checklist.id, checklist.version, lexicons.hash, profile]);
    if (this.prepared?.key !== key) this.prepared = { key, scorer: prepareScorer(rulebook) };
    return this.prepared.scorer;
  }
}

const NO_FACTS: LegFacts = {
  from: 'nobody',
  direction: 'inbound',
  ringSeconds: null,
  hangupParty: null,
  transfer: null,
  consulted: null,
  noticeGiven: null,
  noticeBy: null,
  holdSpans: [],
};

const silence = (language: Language): Transcript => ({
  format: 'shouwen.transcript/1',
  language,
  engine: { name: 'none', version: '0', model: 'none' },
  durationMs: 0,
  channels: 2,
  turns: [],
  unreliable: [],
});

/** An automatic score counts only with reliable words and enough coverage. */
const isTrusted = (leg: ScorableLeg, scored: Scored): boolean =>
  scored.pointsCount && leg.transcript.unreliable.length === 0;

function rowOf(legId: string, leg: ScorableLeg, scored: Scored) {
  const { items, coverage, pointsCount, points, maxPoints } = scored;
  return {
    id: newId(),
    legId,
    checklistId: scored.checklist.id,
    checklistVersion: scored.checklist.version,
    transcriptId: leg.transcriptId,
    lexiconHash: scored.lexiconHash,
    engineHash: scored.engine,
    author: 'automatic' as const,
    authorPersonId: null,
    items: [...items],
    counts: countOutcomes(items),
    points: pointsCount ? points : null,
    maxPoints: pointsCount ? maxPoints : null,
    coverage,
    trusted: isTrusted(leg, scored),
    resultSha256: createHash('sha256').update(canonicalJson(scored)).digest('hex'),
  } satisfies DeepPartial<Scorecard>;
}

const noChecklist = () =>
  new DomainError('no_checklist', 'not_found', {
    zh: '没有适用于这类通话的检查清单。',
    en: 'No checklist applies to calls of this kind.',
  });
