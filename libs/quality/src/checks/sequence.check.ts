import { bilingualSchema } from '#contracts';
import { z } from 'zod';
import { type Heard, querySchema } from '../call/heard-call.js';
import { type CallView } from '../call-view/call-view.rules.js';
import { absenceEvidence, confidenceOf, quotes } from '../call/evidence.rules.js';
import { both, explainAbsent, explainDoubt, explainHeard } from '../call/explain.rules.js';
import { defineCheck } from './check.js';
import { abstain, finding, type Finding } from './finding.js';

const params = z.strictObject({
  kind: z.literal('sequence'),
  /** What calls for a response. Without it the item does not apply. */
  trigger: querySchema,
  /** May call for a response: without one, a person decides. */
  possibleTrigger: querySchema.optional(),
  response: querySchema,
  /** Where the response must be, seen from the trigger; `around` is either side. The same turn always counts, except for `before`. */
  order: z.enum(['before', 'after', 'around']),
  /** How many turns away it may be. */
  withinTurns: z.number().int().nonnegative().optional(),
  /** Every trigger needs a response, or is one enough? */
  every: z.boolean().default(false),
  /** A response without any trigger counts: agents do not apologise for nothing. */
  responseSuffices: z.boolean().default(false),
  noTrigger: bilingualSchema,
});
type Params = z.infer<typeof params>;

const CONFIDENCE_IN_ABSENCE = 0.75;

function fits({ order, withinTurns = Infinity }: Params, trigger: Heard, response: Heard): boolean {
  if (Math.abs(response.turn - trigger.turn) > withinTurns) return false;
  const isBefore =
    response.turn < trigger.turn || (response.turn === trigger.turn && response.fromChar < trigger.fromChar);
  if (order === 'around') return true;
  return order === 'before' ? isBefore : response.turn >= trigger.turn;
}

function withoutTrigger(call: CallView, read: Params, responses: readonly Heard[]): Finding {
  if (responses.length > 0 && read.responseSuffices) return answered(call, read, [], responses);
  const possible = read.possibleTrigger ? call.hear(read.possibleTrigger) : [];
  if (possible.length > 0) {
    const explanation = explainDoubt(call, [possible[0]!.entry], possible[0]!.turn);
    return abstain('ambiguous', 'rule', explanation, quotes(call, possible));
  }
  const evidence = absenceEvidence(call.turnsOf(read.trigger), read.trigger.lookFor);
  return finding('not_applicable', {
    source: 'rule',
    confidence: CONFIDENCE_IN_ABSENCE,
    evidence,
    explanation: read.noTrigger,
  });
}

function answered(call: CallView, read: Params, triggers: readonly Heard[], responses: readonly Heard[]): Finding {
  const confidence = Math.min(confidenceOf(call, responses), triggers.length > 0 ? confidenceOf(call, triggers) : 0.8);
  const explanation = explainHeard(call, read.response.lookFor, responses[0]!.turn);
  const evidence = [...quotes(call, responses), ...quotes(call, triggers)];
  return finding('met', { source: 'rule', confidence, evidence, explanation });
}

function unanswered(call: CallView, read: Params, open: readonly Heard[]): Finding {
  const first = open[0]!;
  const { order, withinTurns = Infinity } = read;
  const turns = call.turnsOf(read.response).filter((turn) => {
    const distance = turn - first.turn;
    if (Math.abs(distance) > withinTurns) return false;
    return order === 'around' || (order === 'before' ? distance <= 0 : distance >= 0);
  });
  const heard = explainHeard(call, read.trigger.lookFor, first.turn);
  return finding('not_met', {
    source: 'rule',
    confidence: CONFIDENCE_IN_ABSENCE * confidenceOf(call, open),
    evidence: [...quotes(call, open), ...absenceEvidence(turns, read.response.lookFor)],
    explanation: both(heard, explainAbsent(call, read.response.lookFor, turns)),
  });
}

/** When one thing is said, another must come before or after it: a time with a promise, identity before disclosure. */
export const sequenceCheck = defineCheck({
  kind: 'sequence',
  version: 1,
  params,
  needsWords: true,
  judge: (read) => (call) => {
    const triggers = call.hear(read.trigger);
    const responses = call.hear(read.response);
    if (triggers.length === 0) return withoutTrigger(call, read, responses);
    const open = triggers.filter((trigger) => !responses.some((response) => fits(read, trigger, response)));
    if (open.length > 0 && (read.every || open.length === triggers.length)) return unanswered(call, read, open);
    const closed = triggers.filter((trigger) => !open.includes(trigger));
    const used = responses.filter((response) => closed.some((trigger) => fits(read, trigger, response)));
    return answered(call, read, closed, used);
  },
});
