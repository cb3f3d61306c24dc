import { type ConditionDefinition } from '#contracts';
import { z } from 'zod';
import { startsInTheMiddle } from '../conversation/beginning.rules.js';
import { brokeOff } from '../conversation/ending.rules.js';
import { particularsOf } from '../conversation/particulars.rules.js';
import { SITUATIONS, situationOf } from '../conversation/situation.rules.js';
import { querySchema } from '../call/heard-call.js';
import { type CallView } from '../call-view/call-view.rules.js';
import { absenceEvidence, quotes, surest } from '../call/evidence.rules.js';
import { explainAbstention } from '../call/explain.rules.js';
import { NO_CONTEXT, type CheckContext } from './check.js';
import { FACT_NAMES, factOf } from './fact.check.js';
import { abstain, finding, type Finding } from './finding.js';

const otherwise = z.object({ zh: z.string(), en: z.string() });
const schema = z.discriminatedUnion('kind', [
  /** Something was said. */
  z.strictObject({ kind: z.literal('heard'), query: querySchema, otherwise }),
  /** Something was not said. */
  z.strictObject({ kind: z.literal('not_heard'), query: querySchema, otherwise }),
  /** The words do not start in the middle of a contact. `continuation`: a customer's first words that go on with an earlier one. */
  z.strictObject({ kind: z.literal('from_the_beginning'), continuation: z.array(z.string()).min(1), otherwise }),
  /** The call did not break off on a customer who was still waiting. `settled`: a customer's last words that end a call. */
  z.strictObject({
    kind: z.literal('ran_to_end'),
    settled: z.array(z.string()).min(1),
    otherwise,
    /** Why it does not apply either where the call was handed to a colleague. */
    handedOver: otherwise.optional(),
  }),
  /** The customer came with one of these. `unsure`: where the signs are faint, it applies all the same, or a person decides. */
  z.strictObject({
    kind: z.literal('situation'),
    in: z.array(z.enum(SITUATIONS)).min(1),
    unsure: z.enum(['applies', 'abstain']).default('applies'),
    otherwise,
  }),
  /** The call is about this customer: an order, an account, a trouble of their own. A general question is not. */
  z.strictObject({ kind: z.literal('particulars'), otherwise }),
  /** A telephony fact has one of these values. */
  z.strictObject({
    kind: z.literal('fact'),
    name: z.enum(FACT_NAMES),
    in: z.array(z.union([z.string(), z.number(), z.boolean()])).min(1),
    unknown: otherwise,
    otherwise,
    /** Where the fact is not known and none of this was heard, the condition does not hold: who transfers a call says so. */
    unlessHeard: z.strictObject({ query: querySchema, otherwise }).optional(),
  }),
]);
type Condition = z.infer<typeof schema>;
type FactCondition = Extract<Condition, { kind: 'fact' }>;

/** Null when the item applies; else why it does not, or that this cannot be told. */
export type Applicability = (call: CallView) => Finding | null;

const CONFIDENCE = 0.75;

const notHeld = (evidence: Finding['evidence'], explanation: Finding['explanation']): Finding =>
  finding('not_applicable', { source: 'rule', confidence: CONFIDENCE, evidence, explanation });

function byWords(
  call: CallView,
  condition: Exclude<Condition, FactCondition>,
  { minimumWords }: CheckContext,
): Finding | null {
  const unusable = call.wordsUnusable(minimumWords);
  if (unusable) return abstain(unusable, 'rule', explainAbstention(unusable));
  const no = (evidence: Finding['evidence']): Finding => notHeld(evidence, condition.otherwise);
  if (condition.kind === 'ran_to_end') {
    const { transfer, from } = call.facts;
    if (condition.handedOver && (transfer === 'warm' || transfer === 'blind'))
      return notHeld([{ kind: 'fact', name: 'transfer', value: transfer, from }], condition.handedOver);
    const last = call.turnsOf({ speaker: 'anyone', zone: 'last_turn' });
    return brokeOff(call, condition.settled) ? no(absenceEvidence(last, condition.settled)) : null;
  }
  if (condition.kind === 'from_the_beginning') {
    const middle = startsInTheMiddle(call, condition.continuation);
    return middle.length > 0 ? no(quotes(call, middle)) : null;
  }
  if (condition.kind === 'situation') return bySituation(call, condition, no);
  if (condition.kind === 'particulars') {
    const { heard, sure } = particularsOf(call);
    if (heard.length > 0 && sure) return null;
    if (heard.length > 0) return abstain('ambiguous', 'rule', explainAbstention('ambiguous'), quotes(call, heard));
    return no(
      absenceEvidence(call.turnsOf({ speaker: 'anyone', zone: 'anywhere' }), ['own_details', 'identity_request']),
    );
  }
  const heard = call.hear(condition.query);
  if (condition.kind === 'not_heard') return heard.length > 0 ? no(quotes(call, heard)) : null;
  return heard.length > 0 ? null : no(absenceEvidence(call.turnsOf(condition.query), condition.query.lookFor));
}

function bySituation(
  call: CallView,
  condition: Extract<Condition, { kind: 'situation' }>,
  no: (evidence: Finding['evidence']) => Finding,
): Finding | null {
  const { kind, sure, heard } = situationOf(call);
  if (!sure && condition.unsure === 'abstain') {
    return abstain('ambiguous', 'rule', explainAbstention('ambiguous'), quotes(call, heard));
  }
  if (condition.in.includes(kind)) return null;
  const turns = call.turnsOf({ speaker: 'customer', zone: 'anywhere' });
  return no(heard.length > 0 ? quotes(call, heard) : absenceEvidence(turns, ['trouble', 'complaint', 'upset']));
}

/** What no fact tells may be told by words, as far as they were all understood: in a call of two languages it may have been said in the other. */
function unknownFact(call: CallView, { unknown, unlessHeard }: FactCondition, { minimumWords }: CheckContext): Finding {
  const said = unlessHeard && !call.wordsUnusable(minimumWords) && !call.isMixed ? unlessHeard : null;
  if (!said) return abstain('no_fact', 'fact', unknown);
  const heard = call.hear(said.query);
  if (heard.length > 0) return abstain('no_fact', 'fact', unknown, quotes(call, heard));
  return notHeld(absenceEvidence(call.turnsOf(said.query), said.query.lookFor), said.otherwise);
}

/** How sure the words are by which a condition holds, 0–1: without them nothing would be held against anyone. 1 where it holds by anything else. */
export function preparePremise(definition: ConditionDefinition): (call: CallView) => number {
  const condition = schema.parse(definition);
  if (condition.kind === 'heard') return (call) => surest(call, call.hear(condition.query));
  if (condition.kind === 'situation')
    return (call) => (situationOf(call).kind === 'question' ? 1 : surest(call, situationOf(call).heard));
  if (condition.kind === 'particulars') return (call) => surest(call, particularsOf(call).heard);
  return () => 1;
}

/** Reads a condition. @throws ZodError when it is of no known kind */
export function prepareCondition(definition: ConditionDefinition, context = NO_CONTEXT): Applicability {
  const condition = schema.parse(definition);
  if (condition.kind !== 'fact') return (call) => byWords(call, condition, context);
  return (call) => {
    const value = factOf(call.facts, condition.name);
    if (value === null) return unknownFact(call, condition, context);
    if (condition.in.includes(value)) return null;
    const evidence = [{ kind: 'fact' as const, name: condition.name, value, from: call.facts.from }];
    return finding('not_applicable', { source: 'fact', confidence: 1, evidence, explanation: condition.otherwise });
  };
}
