/*
 * A language model beside the rules (decision 67)
 *   It is looked up where a rule over words left an item open, or accuses. What it says is a proposal to people and moves nothing, until
 *   people have agreed with such answers often enough. Then it settles what the rule left open; against an accusation it still only asks
 *   for a person: no words in a call talk an accusation away.
 */
import {
  modelSaidSchema,
  type Bilingual,
  type ChecklistItem,
  type Evidence,
  type InsufficientReason,
  type ModelSaid,
  type ModelTrust,
  type Proposal,
} from '#contracts';
import { abstain, finding, type Finding } from '../checks/finding.js';
import { type CallView } from '../call-view/call-view.rules.js';
import { wordsEvidence } from '../call/evidence.rules.js';
import { both } from '../call/explain.rules.js';
import { answerKey } from './questions.rules.js';

/** Left open although the words are there and can be relied on: a reader of them may know more. */
const OPEN_TO_A_READER: ReadonlySet<InsufficientReason> = new Set<InsufficientReason>([
  'ambiguous',
  'checks_disagree',
  'left_to_a_person',
]);

type Answered = Extract<ModelSaid, { said: 'answer' }>;
type Proposed = Extract<Proposal, { state: 'proposed' }>;

export interface BesideModel {
  readonly found: Finding;
  readonly proposal?: Proposal;
}

/** A rule's finding, with what a model makes of it where one was asked. Sends no question: answers are looked up, so that a score replays. */
export function besideModel(call: CallView, item: Pick<ChecklistItem, 'id' | 'check'>, found: Finding): BesideModel {
  if (!isAskedAbout(found)) return { found };
  const said = modelSaidSchema.safeParse(call.answers[answerKey(item, call.transcript.language)]).data;
  if (!said) return { found };
  const { model } = said;
  if (said.said === 'nothing') return { found, proposal: { state: 'none', model, why: said.why } };
  const proposed = proposalOf(call, said);
  if (!proposed) return { found, proposal: { state: 'none', model, why: 'undecided' } };
  const trust = said.trust?.find(({ itemId }) => itemId === item.id);
  if (trust?.standing !== 'counts') return { found, proposal: { ...proposed, checked: trust?.standing === 'checked' } };
  return { found: settled(found, proposed, trust), proposal: countedOf(proposed, trust) };
}

/** What rests on facts is no matter of reading; what was met or does not arise is left alone. */
const isAskedAbout = ({ outcome, reason, source }: Finding): boolean =>
  (source === 'rule' || source === 'model') &&
  (outcome === 'not_met' || (reason !== null && OPEN_TO_A_READER.has(reason)));

function proposalOf(call: CallView, said: Answered): Proposed | null {
  const { model, served, promptVersion, questionKey, answer } = said;
  if (answer.outcome === 'insufficient') return null;
  const evidence = placesIn(call, answer.cited);
  if (evidence.length === 0) return null;
  const { outcome } = answer;
  return { state: 'proposed', model, served, promptVersion, questionKey, outcome, evidence, checked: false };
}

const placesIn = (call: CallView, cited: Answered['answer']['cited']): Evidence[] =>
  cited
    .filter(({ turn, fromChar, toChar }) => fromChar < toChar && toChar <= (call.turns[turn]?.text.length ?? -1))
    .map((place) => wordsEvidence(call, place));

function countedOf({ checked: _, ...proposed }: Proposed, trust: ModelTrust): Proposal {
  const { n, agreed, low, high, target } = trust;
  return { ...proposed, state: 'counted', agreement: { n, agreed, low, high, target } };
}

function settled(found: Finding, { model, outcome, evidence }: Proposed, trust: ModelTrust): Finding {
  const signs = found.signs ? { signs: found.signs } : {};
  if (found.outcome === 'insufficient') {
    const confidence = trust.agreed / trust.n;
    return {
      ...finding(outcome, { source: 'model', confidence, evidence, explanation: MEASURED(model, trust) }),
      ...signs,
    };
  }
  if (outcome === 'not_met') return { ...found, explanation: both(found.explanation, SAME(model)) };
  const explanation = both(found.explanation, OTHERWISE(model));
  return { ...abstain('checks_disagree', 'model', explanation, found.evidence), ...signs };
}

const percent = (share: number): string => String(Math.round(share * 100));
const MEASURED = (model: string, { agreed, n, low, high }: ModelTrust): Bilingual => ({
  zh: `规则没有判断，由模型 ${model} 判断：在本公司复核过的 ${n} 次同类答复中，人工同意 ${agreed} 次（95% 区间 ${percent(low)}–${percent(high)}%）。`,
  en: `The rule left it open; judged by the model ${model}. People agreed with ${agreed} of ${n} such answers (95 % interval ${percent(low)} to ${percent(high)} %).`,
});
const SAME = (model: string): Bilingual => ({
  zh: `模型 ${model} 的判断相同。`,
  en: `The model ${model} came to the same.`,
});
const OTHERWISE = (model: string): Bilingual => ({
  zh: `模型 ${model} 的判断不同，已交人工。`,
  en: `The model ${model} sees it otherwise; queued for a person.`,
});
