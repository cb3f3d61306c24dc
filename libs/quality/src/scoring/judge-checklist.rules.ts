import {
  byRulesOrActs,
  judgesOf,
  type Checklist,
  type ChecklistItem,
  type ItemResult,
  type TraceStep,
} from '#contracts';
import { besideActs } from '../courses/beside-acts.rules.js';
import { type CheckContext } from '../checks/check.js';
import { prepareCondition, preparePremise, type Applicability } from '../checks/condition.rules.js';
import { abstain, roundConfidence, type Finding } from '../checks/finding.js';
import { checkIdOf, prepareCheck } from '../checks/index.js';
import { besideModel } from '../model-scorer/proposal.rules.js';
import { prepareOwnLists } from '../lexicons/own-lists.rules.js';
import { type CallView } from '../call-view/call-view.rules.js';
import { soundsSaid } from '../call-view/sounds-said.rules.js';
import { apartFromWords, hasDoubtfulWord, leastToAccuse, notUnderstood, wordsBehind } from '../call/evidence.rules.js';
import { both, CUT_SHORT, explainAbstention, NOT_RECORDED, NOT_UNDERSTOOD } from '../call/explain.rules.js';
import { type NotTrustedItem } from '../trust/trust.rules.js';
import { addPoints, RECKONING, type Reckoning } from './points.rules.js';
import { type Scored } from './scored.js';

/** Names the code that judges. Raised with every change that may alter a result, so that a score says what made it. */
export const SCORING_ENGINE = 'shouwen.scoring/17';

/**
 * The engines whose cards can be judged again here, with how they added up. Where an engine came to judge an item otherwise by the same
 * checklist and words, those before it leave this list: their cards then say that another engine made them.
 */
export const RECKONINGS: Readonly<Record<string, Reckoning>> = {
  [SCORING_ENGINE]: RECKONING,
};

export interface JudgeOptions {
  /** Results say step by step how they came about. They are the same otherwise. */
  readonly trace?: boolean;
  /** Items whose results by rule give no points yet, and why: outcomes are the same. */
  readonly notTrusted?: readonly NotTrustedItem[];
  /** One of `RECKONINGS`, to judge as it did. */
  readonly engine?: string;
}

/** A checklist with all its checks read, ready for any number of calls. */
export interface PreparedChecklist {
  /** Does it judge this call at all: by its direction, and by its own conditions? Only where it is told that they hold. */
  applies(call: CallView): boolean;
  judge(call: CallView, options?: JudgeOptions): Scored;
}

type JudgeItem = (call: CallView) => ItemResult;

const HOLDS = { zh: '条件成立。', en: 'The condition holds.' };

const stepOf = (step: TraceStep['step'], name: string, depth: number, found: Finding | null): TraceStep => ({
  depth,
  step,
  name,
  outcome: step === 'check' ? (found?.outcome ?? null) : null,
  holds: step === 'condition' ? (found === null ? true : found.outcome === 'not_applicable' ? false : null) : null,
  confidence: found?.confidence ?? 1,
  evidence: [...(found?.evidence ?? [])],
  explanation: found?.explanation ?? HOLDS,
});

/** Below this the recogniser guessed at the very words that a result rests on. */
const LEAST_WORD_CONFIDENCE = 0.4;

/** What a single word may be, so that a single one which was misheard may have been it: 专员小聂 was heard as 专员想念. */
const NAMED: readonly string[] = ['@person_named', '@company_named'];
const isNamed = (name: string): boolean => NAMED.includes(name);
const GREETING_TURNS = 4;

/**
 * Whether a miss rests on words that were not understood: "I'm not a self chair speaking" may have been the name of the company, and what
 * a customer said in "Booth their tentory, I am" may have been repeated without being known for it.
 */
function mayHaveBeenSaid(call: CallView, { outcome, evidence }: Finding): boolean {
  if (outcome !== 'not_met') return false;
  return evidence.some((one) => {
    if (one.kind !== 'absence') return false;
    const looked = call.turns.slice(one.fromTurn, one.toTurn + 1).map(({ index }) => index);
    if (notUnderstood(call, looked) || soundsSaid(call, one)) return true;
    const { speaker } = call.turns[one.fromTurn]!;
    const said = looked.filter((turn) => call.turns[turn]!.speaker === speaker);
    // Of many turns one is always doubtful.
    return said.length <= GREETING_TURNS && one.lookedFor.some(isNamed) && hasDoubtfulWord(call, said);
  });
}

/** Whether the end of the call, where something was looked for in vain, is not in the recording. */
const mayComeLater = (call: CallView, { outcome, evidence }: Finding): boolean =>
  outcome === 'not_met' &&
  call.facts.cutShort === true &&
  evidence.some(
    (one) => one.kind === 'absence' && one.toTurn >= call.turns.findLastIndex(({ speaker }) => speaker === 'agent'),
  );

/** Whether a part of the call that is not in the recording lies where something was looked for in vain, or right beside it. */
function mayBeUnheard({ facts, turns }: CallView, { outcome, evidence }: Finding): boolean {
  const { unheard } = facts;
  if (outcome !== 'not_met' || !unheard) return false;
  return evidence.some((one) => {
    if (one.kind !== 'absence') return false;
    const from = turns[one.fromTurn - 1]?.toMs ?? -Infinity;
    const to = turns[one.toTurn + 1]?.fromMs ?? Infinity;
    return unheard.some((span) => span.fromMs < to && span.toMs > from);
  });
}

/** Whether it was looked for with a list of the checklist's own that has no phrase in the call's language. */
const unlistedHere = (call: CallView, { evidence }: Finding): boolean =>
  evidence.some((one) => one.kind === 'absence' && one.lookedFor.some((list) => call.isUnlisted(list)));

/**
 * In a call that mixes languages, words that are there are there; what is not found may have been said in the other one. An accusation never
 * rests on it, nor does what holds since nothing was heard.
 */
function wasLookedFor(call: CallView, { outcome, evidence }: Finding): boolean {
  if (outcome === 'met' && evidence.some(({ kind }) => kind === 'words')) return true;
  const looked = evidence.flatMap((one) => (one.kind === 'absence' ? [one] : []));
  const inOne = looked.every(({ fromTurn, toTurn }) =>
    call.turns.slice(fromTurn, toTurn + 1).every(({ language }) => language === undefined),
  );
  return looked.length > 0 ? inOne : evidence.length > 0 && evidence.every(({ kind }) => kind === 'fact');
}

/** What a rule found, with its confidence as measured reliability; an abstention where the recogniser was not sure of its evidence. */
function settle(call: CallView, itemId: string, { heard: told, ...found }: Finding, applies: number): Finding {
  if (found.source !== 'rule' || found.outcome === 'insufficient') return found;
  const said = wordsBehind(call, { heard: told, evidence: found.evidence });
  // That the item applies at all is a part of an accusation.
  const heard = found.outcome === 'not_met' ? Math.min(said, applies) : said;
  const least = found.outcome === 'not_met' ? leastToAccuse(call, LEAST_WORD_CONFIDENCE) : LEAST_WORD_CONFIDENCE;
  if (heard < least) {
    return abstain('words_unreliable', 'rule', explainAbstention('words_unreliable'), found.evidence);
  }
  if (mayHaveBeenSaid(call, found))
    return abstain('words_unreliable', 'rule', both(found.explanation, NOT_UNDERSTOOD), found.evidence);
  if (mayComeLater(call, found))
    return abstain('words_unreliable', 'rule', both(found.explanation, CUT_SHORT), found.evidence);
  if (mayBeUnheard(call, found))
    return abstain('words_unreliable', 'rule', both(found.explanation, NOT_RECORDED), found.evidence);
  if (unlistedHere(call, found)) {
    const why = explainAbstention('language_unsupported');
    return abstain('language_unsupported', 'rule', why, found.evidence);
  }
  if (call.isMixed && !wasLookedFor(call, found)) {
    const why = explainAbstention('language_mixed');
    return abstain('language_mixed', 'rule', why, found.evidence);
  }
  // The tables were measured on words that are certain: how sure these are comes on top.
  const certain = apartFromWords(call, { ...found, heard: said });
  return { ...found, confidence: roundConfidence(call.confidenceOf(itemId, certain) * heard) };
}

/** Conditions first, in order; the first that does not hold decides, else the check does. */
function prepareItem(item: ChecklistItem, checklist: Checklist, steps: TraceStep[] | null): JudgeItem {
  const context: CheckContext = { minimumWords: checklist.minimumWords, itemId: item.id };
  const premises = [...judgesOf(checklist).appliesWhen, ...item.appliesWhen].map(preparePremise);
  const conditions = item.appliesWhen.map((definition) => ({
    name: definition.kind,
    holds: prepareCondition(definition, context),
  }));
  const judge = prepareCheck(
    item.check,
    context,
    steps ? (check, found, depth) => steps.push(stepOf('check', checkIdOf(check), depth, found)) : undefined,
  );
  const checkId = checkIdOf(item.check);
  return (call) => {
    let found: Finding | null = null;
    for (const { name, holds } of conditions) {
      found = holds(call);
      steps?.push(stepOf('condition', name, 0, found));
      if (found) break;
    }
    const applies = Math.min(1, ...premises.map((sure) => sure(call)));
    const settled = settle(call, item.id, found ?? judge(call), applies);
    if (settled.source === 'rule') steps?.push(stepOf('calibration', 'calibration', 0, settled));
    // Whether an item applies the checklist says by its conditions: acts say nothing against them.
    const acted = found ? settled : besideActs(call, item, settled);
    if (acted !== settled) steps?.push(stepOf('acts', 'acts', 0, acted));
    const { found: beside, proposal } = besideModel(call, item, acted);
    const { evidence, signs = [], ...rest } = beside;
    const result = { itemId: item.id, ...rest, checkId, evidence: [...evidence] };
    return { ...result, ...(signs.length > 0 && { signs: [...signs] }), ...(proposal && { proposal }) };
  };
}

/** The items as they are judged with a trace: each takes the steps it has made out of the list they share. */
function traced(checklist: Checklist): JudgeItem[] {
  const steps: TraceStep[] = [];
  return itemsOf(checklist).map((item) => {
    const judge = prepareItem(item, checklist, steps);
    return (call) => {
      steps.length = 0;
      const result = judge(call);
      return { ...result, trace: [...steps] };
    };
  });
}

/** Marks results of rules and acts that are not trusted yet. Results from facts, from a measured model or from people are never marked. */
export function markNotTrusted(items: readonly ItemResult[], notTrusted: readonly NotTrustedItem[]): ItemResult[] {
  const whys = new Map(notTrusted.map(({ itemId, why }) => [itemId, why]));
  return items.map((item) => {
    const why = byRulesOrActs(item) && item.outcome !== 'not_applicable' ? whys.get(item.itemId) : undefined;
    return why && (why.only ?? item.outcome) === item.outcome ? { ...item, notTrusted: why } : item;
  });
}

const itemsOf = ({ sections }: Checklist): ChecklistItem[] => sections.flatMap(({ items }) => items);

function prepareApplies(checklist: Checklist): (call: CallView) => boolean {
  const { directions, appliesWhen } = judgesOf(checklist);
  const context: CheckContext = { minimumWords: checklist.minimumWords, itemId: '' };
  const conditions: Applicability[] = appliesWhen.map((definition) => prepareCondition(definition, context));
  return (call) => directions.includes(call.facts.direction) && conditions.every((holds) => holds(call) === null);
}

/**
 * Reads a checklist's checks and conditions once, for any number of calls.
 *
 * @throws when one of them is of no known kind or its parameters are not its own
 */
export function prepareChecklist(checklist: Checklist): PreparedChecklist {
  const plain = itemsOf(checklist).map((item) => prepareItem(item, checklist, null));
  const own = prepareOwnLists(checklist.phraseLists);
  const applies = prepareApplies(checklist);
  let tracing: JudgeItem[] | null = null;
  const identity = { id: checklist.id, version: checklist.version };
  return {
    applies: (call) => applies(call.with(own)),
    judge(heard, { trace = false, notTrusted = [], engine = SCORING_ENGINE } = {}) {
      const call = heard.with(own);
      const judges = trace ? (tracing ??= traced(checklist)) : plain;
      const items = markNotTrusted(
        judges.map((judge) => judge(call)),
        notTrusted,
      );
      return {
        checklist: identity,
        transcriptVersion: call.transcriptVersion,
        lexiconHash: call.lexiconHash,
        engine,
        items,
        ...addPoints(checklist, items, RECKONINGS[engine]),
      };
    },
  };
}
