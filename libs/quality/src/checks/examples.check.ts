import { type Bilingual } from '#contracts';
import { z } from 'zod';
import { querySchema } from '../call/heard-call.js';
import { type CallView } from '../call-view/call-view.rules.js';
import { absenceEvidence, quotes, wordConfidence } from '../call/evidence.rules.js';
import { both, explainAbstention, whereHeard, whereLooked } from '../call/explain.rules.js';
import { likeSentences, prepareLikeness, type Examples, type LikeSentence } from '../examples/likeness.rules.js';
import { defineCheck } from './check.js';
import { abstain, finding, type Finding } from './finding.js';

/** An example is a sentence; of more than these no one keeps an overview. */
export const MOST_EXAMPLE_CHARS = 300;
export const MOST_EXAMPLES = 30;

/** A line that is still empty is none. */
const sentences = z
  .array(z.string().trim().max(MOST_EXAMPLE_CHARS))
  .max(MOST_EXAMPLES)
  .transform((lines) => lines.filter((line) => line !== ''))
  .default([]);
const inBoth = z.strictObject({ zh: sentences, en: sentences }).default({ zh: [], en: [] });

/** What an item from examples is made of. */
export const examplesParams = querySchema.pick({ zone: true, firstSeconds: true }).extend({
  kind: z.literal('examples'),
  speaker: z.enum(['agent', 'customer']).default('agent'),
  /** Sentences that meet the item, and sentences that do not. */
  met: inBoth,
  notMet: inBoth,
  /** Where no sentence is like any example. Never "not met": that nothing is like a few examples holds nothing against anyone. */
  whenNone: z.enum(['ambiguous', 'met', 'not_applicable']).default('ambiguous'),
});
type Params = z.infer<typeof examplesParams>;

/** Not finding something like it is weaker than finding it. */
const CONFIDENCE_IN_ABSENCE = 0.7;
/** A likeness is no proof: it is told as this at most. */
const MOST_CONFIDENCE = 0.95;

const SIDE_WORDS = { met: { zh: '达成', en: 'met' }, notMet: { zh: '未达成', en: 'not met' } } as const;

/** The sentence by its place and the example that it is most like: that is the checklist's, not the call's. */
function told(call: CallView, { turn, example, side }: LikeSentence): Bilingual {
  const where = whereHeard(call, turn);
  const as = SIDE_WORDS[side];
  return {
    zh: `${where.zh}有一句最像${as.zh}的示例“${example}”。`,
    en: `A sentence ${where.en} is most like the example “${example}” (${as.en}).`,
  };
}

function likened(call: CallView, found: readonly LikeSentence[], { whenNone, ...where }: Params): Finding {
  const of = (verdict: LikeSentence['verdict']): LikeSentence[] => found.filter((one) => one.verdict === verdict);
  const [met, notMet, unsure] = [of('met'), of('not_met'), of('unsure')];
  const asked = (places: readonly LikeSentence[]): Finding => {
    const explanation = both(told(call, best(places)), explainAbstention('ambiguous'));
    return abstain('ambiguous', 'rule', explanation, evidenceOf(call, places));
  };
  if (met.length > 0 && notMet.length > 0) return asked([...notMet, ...met]);
  if (met.length > 0) return decided(call, 'met', met);
  // What may have met it speaks for the agent.
  if (notMet.length > 0 && !unsure.some(({ side }) => side === 'met')) return decided(call, 'not_met', notMet);
  if (found.length > 0) return asked([...notMet, ...unsure]);
  const turns = call.turnsOf(where);
  const evidence = absenceEvidence(turns, ['examples']);
  const looked = whereLooked(call, turns);
  const explanation = {
    zh: `${looked.zh}，没有一句像任何示例。`,
    en: `${looked.en}; no sentence is like any of the examples.`,
  };
  if (whenNone === 'ambiguous')
    return abstain('ambiguous', 'rule', both(explanation, explainAbstention('ambiguous')), evidence);
  return finding(whenNone, { source: 'rule', confidence: CONFIDENCE_IN_ABSENCE, evidence, explanation });
}

const best = (found: readonly LikeSentence[]): LikeSentence =>
  found.reduce((most, one) => (one.likeness > most.likeness ? one : most));

/** What is most like an example first: a reader looks at that. */
const evidenceOf = (call: CallView, found: readonly LikeSentence[]): Finding['evidence'] =>
  quotes(
    call,
    [...found].sort((a, b) => b.likeness - a.likeness).map((one) => ({ ...one, entry: 'examples', exactness: 1 })),
  );

function decided(call: CallView, outcome: 'met' | 'not_met', found: readonly LikeSentence[]): Finding {
  const one = best(found);
  const sure = wordConfidence(call.turns[one.turn]!, one.fromChar, one.toChar);
  return finding(outcome, {
    source: 'rule',
    confidence: Math.min(MOST_CONFIDENCE, one.likeness / 1000) * sure,
    evidence: evidenceOf(call, found),
    explanation: told(call, one),
  });
}

/** Is there a sentence like those that meet it, or like those that do not? A language without examples is left open. */
export const examplesCheck = defineCheck({
  kind: 'examples',
  version: 2,
  params: examplesParams,
  needsWords: true,
  judge: (read) => {
    const examples: Examples = read;
    const liken = { zh: prepareLikeness(examples, 'zh'), en: prepareLikeness(examples, 'en') };
    return (call) => {
      const { language } = call.transcript;
      const here = liken[language];
      if (!here.covers) return abstain('language_unsupported', 'rule', explainAbstention('language_unsupported'));
      const turns = call.turnsOf(read).map((turn) => call.turns[turn]!);
      return likened(call, likeSentences(turns, here, language), read);
    };
  },
});
