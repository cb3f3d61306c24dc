import { type HeardCall, type Heard } from '../call/heard-call.js';
import { troubleOf } from './trouble.rules.js';

/** What a customer comes with, from harmless to grave. */
export const SITUATIONS = ['question', 'problem', 'complaint', 'upset'] as const;
export type SituationKind = (typeof SITUATIONS)[number];

export interface Situation {
  readonly kind: SituationKind;
  /** False where it may as well be less, or more, than it looks. */
  readonly sure: boolean;
  /** 0–1: how likely it is that something went wrong. */
  readonly likelihood: number;
  /** The customer's words that say so, in the order of the call; may be empty where only the agent's words do. */
  readonly heard: readonly Heard[];
}

/** So near to even odds, the outcome cannot be told. */
const UNSURE = { from: 0.42, to: 0.6 };

const inOrder = (heard: Heard[]): Heard[] => heard.sort((a, b) => a.turn - b.turn || a.fromChar - b.fromChar);

function judge(call: HeardCall): Situation {
  const { voiced, likelihood } = troubleOf(call);
  const sure = likelihood < UNSURE.from || likelihood > UNSURE.to;
  const grave = inOrder([...voiced.complaint, ...voiced.upset, ...voiced.trouble]);
  const heard = grave.length > 0 ? grave : voiced.hint;
  if (likelihood < 0.5) return { kind: 'question', sure, likelihood, heard };
  const kind = voiced.upset.length > 0 ? 'upset' : voiced.complaint.length > 0 ? 'complaint' : 'problem';
  return { kind, sure, likelihood, heard };
}

/** What the customer came with: the gravest of what they voiced, where something went wrong at all. */
export const situationOf = (call: HeardCall): Situation => call.once('situation', () => judge(call));
