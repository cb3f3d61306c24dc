import {
  STRICTEST_REDACTION,
  type Bilingual,
  type ChecklistDraftDefinition,
  type CompanyProfile,
  type Language,
  type Transcript,
} from '#contracts';
import { maskTranscript, spansIn, type SpansJson } from '#transcripts/rules';
import { type CallView } from '../call-view/call-view.rules.js';
import { NO_FACTS } from '../call/written-dialogue.rules.js';
import { type LegToScore } from '../scoring/score.rules.js';
import { prepareTrial, whyNotTried, type CallTried, type Trial } from './phrase-trial.rules.js';

/** The words of a leg as they are sealed, and what was found to hide in them; null: not looked through yet. */
export interface WordsToTry {
  readonly words: Uint8Array;
  readonly spans: SpansJson | null;
}

export interface PhraseTask {
  readonly draft: ChecklistDraftDefinition;
  /** The name of the list in it. */
  readonly list: string;
  readonly calls: readonly WordsToTry[];
  readonly profile: CompanyProfile;
  readonly profileHash: string;
}

export type TriedCall = CallTried & { readonly language: Language };
type Answer =
  | { readonly kind: 'tried'; readonly calls: readonly TriedCall[] }
  | { readonly kind: 'unreadable'; readonly what: Bilingual };

/** Tries lists on calls; one that is tried on many pieces is read once. What is sensitive is hidden first: no list can be used to guess it. */
export function prepareTrials(): (task: PhraseTask, read: (leg: LegToScore) => CallView) => Answer {
  let kept: { key: string; trial: Trial } | undefined;
  return ({ draft, list, calls }, read) => {
    const key = JSON.stringify([list, draft.phraseLists, draft.sections]);
    if (kept?.key !== key) {
      const what = whyNotTried(draft, list);
      if (what) return { kind: 'unreadable', what };
      kept = { key, trial: prepareTrial(draft, list) };
    }
    const { trial } = kept;
    return {
      kind: 'tried',
      calls: calls.map((words) => {
        const transcript = wordsToTry(words);
        return { ...trial(read({ transcript, transcriptVersion: 1, facts: NO_FACTS })), language: transcript.language };
      }),
    };
  };
}

/** Words with everything sensitive hidden. */
export function wordsToTry({ words, spans }: WordsToTry): Transcript {
  const said = JSON.parse(new TextDecoder().decode(words)) as Transcript;
  return maskTranscript(said, spansIn(said, spans), STRICTEST_REDACTION);
}
