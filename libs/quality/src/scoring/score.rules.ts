import { type CallMeasures, type Checklist, type CompanyProfile, type ScoringFacts, type Transcript } from '#contracts';
import { compileLexicon, type CompiledLexicon, type Lexicons } from '../lexicons/lexicon.rules.js';
import { type ModelAnswers } from '../call-view/call-input.js';
import { CallView } from '../call-view/call-view.rules.js';
import { prepareChecklist } from './judge-checklist.rules.js';
import { type FoundActs } from '../acts/found-acts.js';
import { type Scored } from './scored.js';

/** What calls are read with: the same for all calls of a company. */
export interface Readers {
  readonly lexicons: Lexicons;
  readonly profile: CompanyProfile;
}

/** What judges calls: what they are read with, and one checklist. */
export interface Rulebook extends Readers {
  readonly checklist: Checklist;
}

/** One leg to judge. */
export interface LegToScore {
  readonly transcript: Transcript;
  readonly transcriptVersion: number;
  readonly facts: ScoringFacts;
  /** What was measured of its sound; without, `measure` checks abstain. */
  readonly measures?: CallMeasures | null;
  /** What a language model said, by item id. */
  readonly answers?: ModelAnswers;
  /** What its sentences do; without, items are judged by rules alone. */
  readonly acts?: FoundActs | null;
}

export interface ScoreInput extends Rulebook, LegToScore {}

export type Scorer = (leg: LegToScore) => Scored;

/**
 * Reads lexicons and profile once, for any number of calls. Compiling a language takes some tenths of a second, with its first
 * call; reading a call well under a millisecond. What is read serves any number of checklists.
 *
 * @throws when a phrase of the lexicon cannot be read
 */
export function prepareReader({ lexicons, profile }: Readers): (leg: LegToScore) => CallView {
  const compiled = new Map<string, CompiledLexicon>();
  return (leg) => {
    const { language } = leg.transcript;
    const lexicon = compiled.get(language) ?? compileLexicon(lexicons[language], profile);
    compiled.set(language, lexicon);
    return new CallView({ ...leg, profile, lexicon, lexiconHash: lexicons.hash, confidence: lexicons.confidence });
  };
}

/** A reader and a checklist together. @throws as `prepareReader` and `prepareChecklist` do */
export function prepareScorer({ checklist, ...readers }: Rulebook): Scorer {
  const [read, { judge }] = [prepareReader(readers), prepareChecklist(checklist)];
  return (leg) => judge(read(leg));
}

/** Judges one leg. To judge many with one rulebook, keep a `prepareScorer`. */
export const score = ({ checklist, lexicons, profile, ...leg }: ScoreInput): Scored =>
  prepareScorer({ checklist, lexicons, profile })(leg);
