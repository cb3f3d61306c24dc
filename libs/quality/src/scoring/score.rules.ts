import {
  type Checklist,
  type ChecklistItem,
  type CompanyProfile,
  type ItemResult,
  type LegFacts,
  type Transcript,
} from '#contracts';
import { checkIdOf, prepareCheck } from '../checks/index.js';
import { prepareCondition } from '../checks/condition.rules.js';
import { type Finding } from '../checks/finding.js';
import { compileLexicon, type CompiledLexicon, type Lexicons } from '../lexicons/lexicon.rules.js';
import { CallView } from './call-view.rules.js';
import { addPoints, type Points } from './points.rules.js';

/** Names the code that judges. Raised with every change that may alter a result, so that a score says what made it. */
export const SCORING_ENGINE = 'shouwen.scoring/1';

/** What judges calls: the same for all calls of a company. */
export interface Rulebook {
  readonly checklist: Checklist;
  readonly lexicons: Lexicons;
  readonly profile: CompanyProfile;
}

/** One leg to judge. */
export interface LegToScore {
  readonly transcript: Transcript;
  readonly transcriptVersion: number;
  readonly facts: LegFacts;
}

export interface ScoreInput extends Rulebook, LegToScore {}

/** A judged leg. The same input gives the same value, byte for byte once serialised. */
export interface Scored extends Points {
  readonly checklist: { readonly id: string; readonly version: number };
  readonly transcriptVersion: number;
  readonly lexiconHash: string;
  readonly engine: string;
  readonly items: readonly ItemResult[];
}

export type Scorer = (leg: LegToScore) => Scored;

function prepareItem(item: ChecklistItem): (call: CallView) => ItemResult {
  const conditions = item.appliesWhen.map(prepareCondition);
  const judge = prepareCheck(item.check);
  const checkId = checkIdOf(item.check);
  return (call) => {
    let found: Finding | null = null;
    for (const condition of conditions) if ((found = condition(call))) break;
    const { evidence, ...rest } = found ?? judge(call);
    return { itemId: item.id, ...rest, checkId, evidence: [...evidence] };
  };
}

/**
 * Reads checklist, lexicons and profile once, for any number of calls. Compiling takes tens of milliseconds, a call well under one.
 *
 * @throws when a check or condition of the checklist, or a phrase of the lexicon, cannot be read
 */
export function prepareScorer({ checklist, lexicons, profile }: Rulebook): Scorer {
  const items = checklist.sections.flatMap((section) => section.items).map(prepareItem);
  const compiled = new Map<string, CompiledLexicon>();
  return ({ transcript, transcriptVersion, facts }) => {
    const { language } = transcript;
    const lexicon = compiled.get(language) ?? compileLexicon(lexicons[language], profile);
    compiled.set(language, lexicon);
    const minimumWords = checklist.minimumWords[language];
    const call = new CallView({ transcript, transcriptVersion, facts, profile, lexicon, minimumWords });
    const results = items.map((judge) => judge(call));
    return {
      checklist: { id: checklist.id, version: checklist.version },
      transcriptVersion,
      lexiconHash: lexicons.hash,
      engine: SCORING_ENGINE,
      items: results,
      ...addPoints(checklist, results),
    };
  };
}

/** Judges one leg. To judge many with one rulebook, keep a `prepareScorer`. */
export const score = ({ checklist, lexicons, profile, ...leg }: ScoreInput): Scored =>
  prepareScorer({ checklist, lexicons, profile })(leg);
