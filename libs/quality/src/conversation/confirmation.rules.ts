import { type HeardCall } from '../call/heard-call.js';
import { customerBlocks } from './trouble.rules.js';
import { CONFIRMED } from './fitted.js';
import { likelihood } from './log-odds.rules.js';
import { particularsOf } from './particulars.rules.js';
import { readBacksOf, READ_BACKS, type ReadBack, type ReadBackKind } from './read-backs.rules.js';
import { situationOf } from './situation.rules.js';
import { type ConfirmationSign } from './signs.js';

export interface Confirmation {
  /** What confirms, the weightiest first. */
  readonly found: readonly ReadBack[];
  readonly signs: Readonly<Record<ConfirmationSign, number>>;
  /** 0–1: that something was confirmed. */
  readonly likelihood: number;
  /** Nothing of the customer's own came up, or only faintly, and nothing was wrong: there may have been nothing to confirm. */
  readonly general: boolean;
}

const CLEAR = 0.6;
const YES_TO_READ_BACK = 1;
const BRIEF = 3;

/** A speaker begins every second sentence with a yes, or answers one question after the other with one: that is a sign only once. */
const repeats = ({ kind, signal }: ReadBack): boolean =>
  kind !== 'agreed' && signal >= (kind === 'answer' ? YES_TO_READ_BACK : CLEAR);

const adds = ({ kind, signal }: ReadBack): number => CONFIRMED.weights[kind] * signal;

/** Was something of the customer's confirmed, by the ways that count? */
export function confirmationOf(call: HeardCall, ways: readonly ReadBackKind[] = READ_BACKS): Confirmation {
  const found = readBacksOf(call)
    .filter(({ kind }) => ways.includes(kind))
    .sort((a, b) => adds(b) - adds(a) || a.turn - b.turn);
  const clearest = new Map<ReadBackKind, number>();
  for (const { kind, signal } of found) clearest.set(kind, Math.max(clearest.get(kind) ?? 0, signal));
  const trouble = situationOf(call).likelihood;
  const signs = {
    ...(Object.fromEntries(READ_BACKS.map((kind) => [kind, clearest.get(kind) ?? 0])) as Record<ReadBackKind, number>),
    twice: new Set(found.filter(repeats).map(({ turn }) => turn)).size > 1 ? 1 : 0,
    brief: customerBlocks(call).count <= BRIEF ? 1 : 0,
    trouble,
  };
  const own = particularsOf(call);
  const general = trouble < 0.5 && !(own.heard.length > 0 && own.sure);
  return { found, signs, likelihood: likelihood(CONFIRMED, signs), general };
}
