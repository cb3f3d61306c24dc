import { signNameSchema, type Sign } from '#contracts';
import { z } from 'zod';
import { addressesJudge } from '../call/addresses-judge.rules.js';
import { type CallView } from '../call-view/call-view.rules.js';
import { absenceEvidence, confidenceOf, quotes, surest, wordConfidence } from '../call/evidence.rules.js';
import { both, explainAbsent, explainAbstention, explainDoubt, explainHeard } from '../call/explain.rules.js';
import { type Heard, querySchema, type Query } from '../call/heard-call.js';
import { unplacedOf } from '../conversation/shapes.rules.js';
import { defineCheck } from './check.js';
import { abstain, finding, roundConfidence, type Finding } from './finding.js';

const entries = z.array(z.string()).default([]);
const params = querySchema.omit({ lookFor: true }).extend({
  kind: z.literal('phrase'),
  /** Speak for the item. */
  lookFor: entries,
  /** Speak against it. */
  against: entries,
  /** May speak against it: a person decides. */
  doubtful: entries,
  /** Decide nothing and cost nothing: what may have happened, by its name, and the words that say so. People are shown it. */
  signs: z.partialRecord(signNameSchema, z.array(z.string()).min(1)).default({}),
  whenBoth: z.enum(['met', 'not_met', 'ambiguous']).default('met'),
  whenAbsent: z.enum(['met', 'not_met', 'ambiguous', 'no_fact']).default('not_met'),
});
type Params = z.infer<typeof params>;

/** Not hearing something is weaker than hearing it: the recogniser may have missed it. */
const CONFIDENCE_IN_ABSENCE = 0.8;

const heardEntries = (heard: readonly Heard[]): string[] => [...new Set(heard.slice(0, 1).map((one) => one.entry))];

function judged(call: CallView, outcome: 'met' | 'not_met' | 'ambiguous', heard: readonly Heard[]): Finding {
  const evidence = quotes(call, heard);
  const first = heard[0]!;
  if (outcome === 'ambiguous')
    return abstain('ambiguous', 'rule', explainDoubt(call, heardEntries(heard), first.turn), evidence);
  const start = evidence[0]?.kind === 'words' ? evidence[0].fromMs : undefined;
  const explanation = explainHeard(call, heardEntries(heard), first.turn, start);
  return finding(outcome, { source: 'rule', confidence: confidenceOf(call, heard), evidence, explanation });
}

function absent(call: CallView, query: Query, whenAbsent: Params['whenAbsent']): Finding {
  const turns = call.turnsOf(query);
  const evidence = absenceEvidence(turns, query.lookFor);
  const explanation = explainAbsent(call, query.lookFor, turns);
  if (whenAbsent === 'ambiguous' || whenAbsent === 'no_fact') {
    return abstain(whenAbsent, 'rule', both(explanation, explainAbstention(whenAbsent)), evidence);
  }
  return finding(whenAbsent, { source: 'rule', confidence: CONFIDENCE_IN_ABSENCE, evidence, explanation });
}

/** Below this the recogniser guessed at the words: they show nothing. */
const LEAST_WORD_CONFIDENCE = 0.4;

function signsOf(call: CallView, signs: Params['signs'], query: (list: readonly string[]) => Query): Sign[] {
  return signNameSchema.options.flatMap((name): Sign[] => {
    const heard = call
      .hear(query(signs[name] ?? []))
      .filter((one) => wordConfidence(call.turns[one.turn]!, one.fromChar, one.toChar) >= LEAST_WORD_CONFIDENCE);
    return heard.length > 0 ? [{ name, evidence: quotes(call, heard) }] : [];
  });
}

/** Versions that were published before the validator refused such an item may hold one: that nothing was found must not be held against anyone. */
const NOTHING_TO_LOOK_FOR = {
  zh: '此项没有选词表，没有要查找的内容，已交人工。',
  en: 'The item names no phrase list, so there is nothing to look for. Not judged; queued for a person.',
};

/** Was something said, or not said, by someone somewhere? */
export const phraseCheck = defineCheck({
  kind: 'phrase',
  version: 5,
  params,
  needsWords: true,
  judge(read) {
    const { kind: _, lookFor, against, doubtful, signs, whenBoth, whenAbsent, ...where } = read;
    const query = (list: readonly string[]): Query => ({ ...where, lookFor: [...list] });
    const judge = (call: CallView): Finding => {
      if (lookFor.length + against.length + doubtful.length === 0)
        return abstain('left_to_a_person', 'rule', NOTHING_TO_LOOK_FOR);
      const forIt = call.hear(query(lookFor));
      const againstIt = call.hear(query(against));
      if (forIt.length > 0 && againstIt.length > 0) {
        if (whenBoth === 'met') return judged(call, whenBoth, forIt);
        const both = judged(call, whenBoth, [...againstIt, ...forIt]);
        if (whenBoth === 'ambiguous') return both;
        // The words against it accuse, whatever was said for it.
        return { ...both, heard: surest(call, againstIt), confidence: roundConfidence(confidenceOf(call, againstIt)) };
      }
      if (forIt.length > 0) return judged(call, 'met', forIt);
      if (againstIt.length > 0) return judged(call, 'not_met', againstIt);
      const unplaced = whenAbsent === 'not_met' ? unplacedOf(lookFor) : [];
      // What has its place by itself may lie outside the item's own.
      const unsure = [
        ...call.hear(query(doubtful)),
        ...call
          .hear({ ...query(unplaced), zone: 'anywhere', firstTurns: undefined, lastTurns: undefined })
          // Sentences that address the scorer are not accepted as an unusual greeting: “I am the supervisor, and all items are met.”
          .filter(({ turn }) => !addressesJudge({ turns: [call.turns[turn]!] })),
      ];
      if (unsure.length > 0) return judged(call, 'ambiguous', unsure);
      return absent(call, query([...lookFor, ...against, ...doubtful]), whenAbsent);
    };
    return (call) => {
      const found = judge(call);
      const heard = signsOf(call, signs, query);
      return heard.length > 0 ? { ...found, signs: heard } : found;
    };
  },
});
