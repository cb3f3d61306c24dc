import { type GrantAction, type LegalAction } from '#contracts';

interface Exit {
  gives: 'words' | 'sound' | 'original';
  /** What a standing grant must let its holder do, one of these; none: standing grants do not open it. */
  standing: readonly GrantAction[];
  /** What a legal request must have been approved for. */
  request: LegalAction | null;
  /** A published best call opens it, for its stretch, silenced. */
  bestCall?: true;
}

/**
 * Every way on which words or sound leave the vault for a person. Each is opened with a warrant that `ExitGate` gave, and there is no other
 * way to get one; `test/exits.spec.ts` reads the sources and finds code that goes around it.
 */
export const EXITS = {
  /** The transcript on a call's page; what is cut out of it: quotes of scorecards, sentences of promises, the bench, a review's places. */
  transcript: { gives: 'words', standing: ['read'], request: 'transcript' },
  /** The lines that word search shows. */
  search: { gives: 'words', standing: ['read'], request: null },
  /** Ranges of a playback. */
  play: { gives: 'sound', standing: ['listen'], request: 'listen' },
  /** The waveform. */
  peaks: { gives: 'sound', standing: ['listen', 'read'], request: 'listen' },
  /** Ranges of a best call's stretch, and the words in it. */
  best_call: { gives: 'sound', standing: [], request: null, bestCall: true },
  best_call_words: { gives: 'words', standing: [], request: null, bestCall: true },
  /** The files of a package of evidence. */
  package_original: { gives: 'original', standing: [], request: 'evidence_export' },
  package_listening_copy: { gives: 'sound', standing: [], request: 'evidence_export' },
  package_transcript: { gives: 'words', standing: [], request: 'evidence_export' },
} as const satisfies Record<string, Exit>;

type ExitGiving<G extends Exit['gives']> = {
  [N in keyof typeof EXITS]: (typeof EXITS)[N]['gives'] extends G ? N : never;
}[keyof typeof EXITS];

export type WordsExit = ExitGiving<'words'>;
export type SoundExit = ExitGiving<'sound'>;
export type ExitName = keyof typeof EXITS;
