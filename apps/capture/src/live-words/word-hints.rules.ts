/*
 * What the agent may want to know by what was just said
 *   The rules and acts that judge finished calls read the words so far, item by item; a hint is told as its words are said, and once. Nothing of
 *   it is kept or scored: where those rules are not sure, there is no hint.
 */
import { type ItemResult, type WordHint } from '#contracts';

/** The items of the shipped checklist that are asked. */
export const ASKED = ['greeting.salutation', 'ownership.promise_has_time', 'conduct.no_prohibited'] as const;

/** By then a call has been greeted. */
const GREETED_BY_MS = 15_000;
/** Words that are not allowed are told of where they were heard so surely. */
const LEAST_SURE = 0.6;

export interface SoFar {
  readonly items: readonly Pick<ItemResult, 'itemId' | 'outcome' | 'confidence' | 'evidence'>[];
  /** Turns that are new. */
  readonly fresh: ReadonlySet<number>;
  /** Up to when the agent was heard, since the session began; 0 where another speaks now. */
  readonly agentHeardMs: number;
  /** It is heard from its beginning, and all that the agent has said was understood. */
  readonly understood: boolean;
}

/** @param before what was told already: of greeting, once */
export function hintsOf({ items, fresh, agentHeardMs, understood }: SoFar, before: ReadonlySet<WordHint>): WordHint[] {
  const [greeting, promise, conduct] = ASKED.map((id) => items.find(({ itemId }) => itemId === id));
  const isFresh = (one: typeof promise) =>
    one?.evidence.some((evidence) => 'turn' in evidence && fresh.has(evidence.turn)) ?? false;
  const hints: WordHint[] = [];
  if (agentHeardMs >= GREETED_BY_MS && understood && !before.has('no_greeting') && greeting?.outcome === 'not_met')
    hints.push('no_greeting');
  if (promise?.outcome === 'not_met' && isFresh(promise)) hints.push('promise_time');
  if (promise?.outcome === 'met' && isFresh(promise)) hints.push('promise_noted');
  if (conduct?.outcome === 'not_met' && conduct.confidence >= LEAST_SURE && isFresh(conduct)) hints.push('remark');
  return hints;
}
