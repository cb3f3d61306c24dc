/*
 * Acts beside the rules (decision 118)
 *   What a rule over words found is laid beside the course of the call's acts. Acts ask: a "met" or an accusation that they deny goes before a
 *   person. They decide alone only where that was measured on calls of hands that saw neither the sentences nor the lists. Facts and what
 *   people say are never touched, nor what rests on words or speakers that cannot be relied on.
 */
import { type Bilingual, type ChecklistItem, type Evidence, type InsufficientReason } from '#contracts';
import { type CallView } from '../call-view/call-view.rules.js';
import { soundsSaid } from '../call-view/sounds-said.rules.js';
import {
  absenceEvidence,
  leastToAccuse,
  notUnderstood,
  wordConfidence,
  wordsEvidence,
} from '../call/evidence.rules.js';
import { both, explainAbstention, whereHeard } from '../call/explain.rules.js';
import { abstain, finding, type Finding } from '../checks/finding.js';
import { levelOf } from '../acts/call-acts.rules.js';
import { ACT_TITLES } from './act-titles.js';
import { ACT_STEPS } from '../acts/acts.js';
import { type CourseSays } from './course.js';
import { COURSES } from './index.js';
import { mayHaveAsked, refusedIn } from './transfer-consent.rules.js';

const OPEN: ReadonlySet<InsufficientReason> = new Set<InsufficientReason>(['ambiguous', 'checks_disagree']);
/** Below this the recogniser guessed at the words: no one is accused by them. */
const LEAST_WORD_CONFIDENCE = 0.6;
const MOST_SHOWN = 3;
const TRANSFER = 'transfer.purpose_consent';
/** Of what was found nowhere, in sixteenths. */
const LEAST_CONFIDENCE = 12;

/** A rule's finding, with what the course of the call's acts makes of it; the same where acts were not found. */
export function besideActs(call: CallView, item: Pick<ChecklistItem, 'id'>, found: Finding): Finding {
  const course = COURSES[item.id];
  if (!course || found.source !== 'rule') return found;
  if (found.reason !== null && !OPEN.has(found.reason)) return found;
  const refusal = found.outcome === 'met' && item.id === TRANSFER ? refusedIn(call) : null;
  if (refusal) {
    const no = wordsEvidence(call, { turn: refusal.index, fromChar: 0, toChar: refusal.text.length });
    return abstain('checks_disagree', 'rule', both(found.explanation, REFUSED), [no, ...found.evidence]);
  }
  if (!call.acts && found.outcome === 'not_met' && item.id === TRANSFER && mayHaveAsked(call)) {
    return abstain('ambiguous', 'rule', both(found.explanation, explainAbstention('ambiguous')), found.evidence);
  }
  const says = call.acts && course(call.acts, call);
  const beside = says ? weighed(call, found, says, LAYER) : found;
  if (beside !== found || !call.toldActs) return beside;
  // What a company's own model says was measured on no calls: it asks a person, and decides nothing.
  const told = course(call.toldActs, call);
  const model = { zh: `语言模型“${call.actsModel}”`, en: `Language model ${call.actsModel}` };
  return told ? weighed(call, found, { ...told, alone: false, overNothing: undefined }, model) : found;
}

/** Who says what sentences do. */
const LAYER: Bilingual = { zh: '言语行为模型', en: 'Act layer' };

function weighed(call: CallView, found: Finding, says: CourseSays, who: Bilingual): Finding {
  const { outcome } = found;
  const decides =
    says.alone && isHeard(call, says) && !(says.says === 'fault' && (isOpen(call) || mayBeSaid(call, says)));
  if (says.says === 'fine') {
    if (outcome === 'not_applicable' && says.overNothing && isHeard(call, says))
      return decided(call, found, says, 'met', who);
    if (says.overNothing === 'only') return found;
    if (outcome === 'not_met' || outcome === 'insufficient') {
      // What was looked for and not found is there after all; an accusation by words stays a matter for a person.
      if (decides && !accusesByWords(found)) return decided(call, found, says, 'met', who);
    }
    return outcome === 'not_met' ? asked(call, found, says, who) : found;
  }
  if (outcome === 'not_met') return found;
  if (decides && (says.overWords || !heardMet(found))) return decided(call, found, says, 'not_met', who);
  return outcome === 'insufficient' ? found : asked(call, found, says, who);
}

/** The rule heard what it accuses of, rather than missing something. */
const accusesByWords = ({ outcome, evidence }: Finding): boolean =>
  outcome === 'not_met' && !evidence.some(({ kind }) => kind === 'absence');

/** The rule heard what it looks for, in words that are there to be read: what sentences do against it is a matter for a person. */
const heardMet = ({ outcome, evidence }: Finding): boolean =>
  outcome === 'met' &&
  evidence.some(({ kind }) => kind === 'words') &&
  !evidence.some(({ kind }) => kind === 'absence');

/** What makes a rule abstain keeps acts from accusing alone: another language, an end or a part that is not there, words that were not understood. */
const isOpen = (call: CallView): boolean =>
  call.isMixed ||
  call.facts.cutShort === true ||
  call.facts.unheard !== undefined ||
  notUnderstood(call, agentTurns(call));

/** Each of them by words that the recogniser was sure of; what was missed, by words that were understood. */
function isHeard(call: CallView, { says, sentences }: CourseSays): boolean {
  if (notUnderstood(call, sentences.length > 0 ? sentences.map(({ turn }) => turn) : agentTurns(call))) return false;
  const least = says === 'fault' ? leastToAccuse(call, LEAST_WORD_CONFIDENCE) : LEAST_WORD_CONFIDENCE;
  return sentences.every(({ turn, fromChar, toChar }) => wordConfidence(call.turns[turn]!, fromChar, toChar) >= least);
}

/** What a fault misses may be there all the same, in unsure words that sound like it. */
const mayBeSaid = (call: CallView, { sentences, act }: CourseSays): boolean =>
  sentences.length === 0 && absenceEvidence(agentTurns(call), [act]).some((one) => soundsSaid(call, one));

const agentTurns = (call: CallView): readonly number[] => call.turnsOf({ speaker: 'agent', zone: 'anywhere' });

const places = (call: CallView, { sentences, act }: CourseSays): Evidence[] =>
  sentences.length > 0
    ? sentences.slice(0, MOST_SHOWN).map((one) => wordsEvidence(call, one))
    : absenceEvidence(agentTurns(call), [act]);

const signsOf = ({ signs }: Finding): Pick<Finding, 'signs'> => (signs ? { signs } : {});

function decided(
  call: CallView,
  found: Finding,
  says: CourseSays,
  outcome: 'met' | 'not_met',
  who: Bilingual,
): Finding {
  const levels = says.sentences.map((one) => levelOf(one, [says.act]));
  const confidence = Math.max(LEAST_CONFIDENCE, ...levels) / ACT_STEPS;
  const evidence = places(call, says);
  return {
    ...finding(outcome, { source: 'model', confidence, evidence, explanation: told(call, says, who) }),
    ...signsOf(found),
  };
}

function asked(call: CallView, found: Finding, says: CourseSays, who: Bilingual): Finding {
  const explanation = both(both(found.explanation, told(call, says, who)), ASKED);
  const evidence = [...places(call, says), ...found.evidence];
  return { ...abstain('checks_disagree', 'model', explanation, evidence), ...signsOf(found) };
}

const REFUSED: Bilingual = {
  zh: '但客户似乎不愿意转接，已交人工。',
  en: 'But the customer seems to have refused the transfer; queued for a person.',
};
const ASKED: Bilingual = {
  zh: '两者不一致，已交人工。',
  en: 'The two do not agree; queued for a person.',
};

/** The sentence by its place, what it is taken for, and the example that it is most like: examples are of the product, not of the call. */
function told(call: CallView, { act, sentences, says }: CourseSays, who: Bilingual): Bilingual {
  const title = ACT_TITLES[act];
  const [first] = sentences;
  if (!first) {
    return says === 'fault'
      ? {
          zh: `${who.zh}：整通电话没有发现${title.zh}。`,
          en: `${who.en}: ${title.en} was found nowhere in the call.`,
        }
      : { zh: `${who.zh}：没有发现${title.zh}的问题。`, en: `${who.en}: nothing to hold against ${title.en}.` };
  }
  const where = whereHeard(call, first.turn);
  const like = first.like?.[act];
  const example = like ? { zh: `（最像示例“${like}”）`, en: ` (most like the example "${like}")` } : { zh: '', en: '' };
  return {
    zh: `${who.zh}认为这一句是${title.zh}：${where.zh}${example.zh}。`,
    en: `${who.en}: a sentence ${where.en} is taken for ${title.en}${example.en}.`,
  };
}
