import { type CallMeasures, type CompanyProfile, type ScoringFacts, type Transcript } from '#contracts';
import { type FoundActs } from '../acts/found-acts.js';
import { type ConfidenceTables } from '../lexicons/confidence.rules.js';
import { type CompiledLexicon } from '../lexicons/lexicon.rules.js';

/** All that a call is judged by: the same input gives the same results. */
export interface CallInput {
  transcript: Transcript;
  transcriptVersion: number;
  facts: ScoringFacts;
  profile: CompanyProfile;
  lexicon: CompiledLexicon;
  lexiconHash: string;
  confidence?: ConfidenceTables | undefined;
  measures?: CallMeasures | null;
  answers?: ModelAnswers;
  acts?: FoundActs | null;
}

/** What a language model said, by item id; only `model` checks read it. */
export type ModelAnswers = Readonly<Record<string, unknown>>;
