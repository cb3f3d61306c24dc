import { createHash } from 'node:crypto';
import {
  NEUTRAL_PROFILE,
  NO_FACTS,
  OUTCOME_SIGNS,
  outcomeSigns,
  prepareReader,
  waysOf,
  writtenTranscript,
  type Lexicons,
  type OutcomeSign,
} from '#quality';
import { partHeldThird } from '../held-third.rules.js';
import { findShared, ownCorpora, readPair, sharedSets, type LabelValue, type Labelled } from '../labelled.js';

/** A dialogue as the fitting of ownership sees it. */
export interface OwnershipCase {
  readonly id: string;
  readonly collection: string;
  readonly language: 'zh' | 'en';
  readonly channel: string;
  readonly microblog: boolean;
  readonly label: LabelValue;
  /** 1–5; null where the collection does not say. */
  readonly sure: number | null;
  readonly signs: Readonly<Record<OutcomeSign, boolean>>;
  readonly asking: boolean;
  /** How much it counts in fitting; 0: only judged. */
  readonly weight: number;
  /** Hangs on nothing but the conversation, a translation having the same; for folds. */
  readonly digest: number;
}

/** Unsure readings teach little. */
const BY_SURENESS = [0, 0.2, 0.4, 0.8, 1.5, 1.5];
const SIXTY = 0.8;

const weightOf = (label: LabelValue, sure: number | null, collection: string, asking: boolean): number => {
  // A conversation that was cut off says nothing of whether the agent owned the matter.
  if (label === 'not_applicable' || asking) return 0;
  return sure !== null ? BY_SURENESS[sure]! : collection === 'sixty' ? SIXTY : 1;
};

/** Of each shared collection two thirds; what has a translation in the third that is kept back is left out of fitting as well. */
export function ownershipCases(root: string, lexicons: Lexicons): OwnershipCase[] {
  const read = prepareReader({ lexicons, profile: NEUTRAL_PROFILE });
  const shared = findShared(root);
  const sixty = shared?.dialogueFiles.flatMap(({ file, language }) => readPair(file, shared.labelFile, language)) ?? [];
  const caseOf = (collection: string, dialogue: Labelled, twins: ReadonlySet<string>): OwnershipCase[] => {
    const labelled = dialogue.labels.ownership;
    if (!labelled) return [];
    const call = read({ transcript: writtenTranscript(dialogue), transcriptVersion: 1, facts: NO_FACTS });
    const origin = dialogue.origin ?? dialogue.id;
    const asking = waysOf(call).endsAsking !== null;
    const sure = labelled.sure ?? null;
    return [
      {
        id: dialogue.id,
        collection,
        language: dialogue.language,
        channel: dialogue.channel ?? 'none',
        microblog: dialogue.source?.startsWith('SB233') ?? false,
        label: labelled.value,
        sure,
        signs: outcomeSigns(call),
        asking,
        weight: twins.has(origin) ? 0 : weightOf(labelled.value, sure, collection, asking),
        digest: createHash('sha256').update(origin).digest().readUInt32BE(0),
      },
    ];
  };
  const others = [{ name: 'sixty', dialogues: sixty }, ...sharedSets(root)].flatMap(({ name, dialogues }) => {
    const { readable, held } = partHeldThird(dialogues);
    const twins = new Set(held.flatMap(({ origin }) => (origin ? [origin] : [])));
    return readable.flatMap((dialogue) => caseOf(name, dialogue, twins));
  });
  const own = ownCorpora(root).flatMap(({ dialogues }) => dialogues.flatMap((one) => caseOf('ours', one, new Set())));
  return [...own, ...others];
}

/** Which way a sign may speak: what was done or said is for, what is missing or wrong against. */
const FOR: readonly OutcomeSign[] = [
  'done',
  'step',
  'passed',
  'details',
  'asked',
  'explanation',
  'statement',
  'arrangedLast',
  'content',
];
export const SIDES = OUTCOME_SIGNS.map((sign): 1 | -1 => (FOR.includes(sign) ? 1 : -1));
