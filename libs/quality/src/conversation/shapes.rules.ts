import { type Bilingual } from '#contracts';
import { type HeardCall, type Heard, type Query } from '../call/heard-call.js';
import { startsLike } from '../matching/formulas.rules.js';
import { answering } from './beginning.rules.js';
import { contentOf, type Sentence } from './content.rules.js';
import { introductionOf } from './introduction.rules.js';
import { saidLater } from './left-over.rules.js';
import { ASKS_WHO, maybeGoodbye, maybeMore, maybeOffer, maybeSalutation, moreRefused } from './unplaced.rules.js';
import { waysOf, type WayName } from './ways.rules.js';

/**
 * What is recognised by its place in a conversation, not by its words. Shapes are looked for like a lexicon's entries, by a name with `@`;
 * they are less sure than phrases, so checklists best use them as `doubtful`, or beside phrases.
 */
export interface Shape {
  readonly title: Bilingual;
  find(call: HeardCall): Heard[];
}

/** How sure a shape is on its own. */
const SURENESS = 0.7;
/** A refusal of more help is short: "no that's it", 没有了. */
const SHORT = 8;

const hear = (call: HeardCall, speaker: Query['speaker'], lookFor: string[], rest: Partial<Query> = {}): Heard[] =>
  call.hear({ lookFor, speaker, zone: 'anywhere', atStart: false, notWithin: [], ...rest });

function spanOf(call: HeardCall, turn: number, { from, to }: Pick<Sentence, 'from' | 'to'>, entry: string): Heard {
  const { fromChar, toChar } = call.symbolsOf(turn);
  return { entry, turn, fromChar: fromChar[from]!, toChar: toChar[to - 1]!, exactness: SURENESS };
}

const textOf = (call: HeardCall, { turn, fromChar, toChar }: Heard): string =>
  call.turns[turn]!.text.slice(fromChar, toChar);

const within = (heard: readonly Heard[], one: Heard): boolean =>
  heard.some(({ turn, fromChar, toChar }) => turn === one.turn && fromChar < one.toChar && one.fromChar < toChar);

/** "How are you", "how's it going": asks nothing about a matter. */
const PLEASANTRY =
  /\bhow(?:[’']?s| is| are) (?:it going|things|everything|you|y'all|ya|life|your (?:day|morning|evening|week))(?: (?:doing|going|keeping|today))*/gi;
const QUESTION_WORD = /\b(?:how|what|who|which|where|can|may|could|shall|do|are|is)\b/i;

const isPleasantry = (text: string): boolean => {
  const rest = text.replace(PLEASANTRY, '');
  return rest !== text && !QUESTION_WORD.test(rest.slice(text.search(PLEASANTRY)));
};

/** "您说", "修车还是保养": leaves the word to the customer, or gives a choice. Chinese writes the one and the other without a question mark. */
const INVITES =
  /[您你](?:慢慢|直接?|尽管|只管|细|先|就|请)?(?:说|讲|摆|聊|吩咐)[吧嘛哈呢哦]?(?=[,，。.!！?？~\s]|$)|(?:都|可以|尽管|随时|只管)(?:问|找|跟|和|同)我|还是/g;

/** Before the customer has said what it is about, an invitation to speak, or to see to it, offers help. */
function openingOffer(call: HeardCall): Heard[] {
  const first = answering(call);
  if (first < 0) return [];
  const invites = [...call.turns[first]!.text.matchAll(INVITES)].map(({ 0: { length }, index }) => ({
    ...{ entry: '@opening_offer', turn: first, exactness: SURENESS },
    ...{ fromChar: index, toChar: index + length },
  }));
  const sees = first === 0 ? hear(call, 'agent', ['possible_offer']).filter(({ turn }) => turn === 0) : [];
  return [...invites, ...sees.map((one) => ({ ...one, entry: '@opening_offer' }))];
}

/** A question before the customer has said what it is about asks what it is about. */
function openingQuestion(call: HeardCall): Heard[] {
  const first = answering(call);
  if (first < 0) return [];
  const identity = hear(call, 'agent', ['identity_request', 'convenient_time']);
  return contentOf(call, first)
    .sentences.filter(({ asks }) => asks !== null)
    .map((sentence) => spanOf(call, first, sentence, '@opening_question'))
    .filter((one) => !within(identity, one) && !isPleasantry(textOf(call, one)) && !ASKS_WHO.test(textOf(call, one)));
}

/** A first word that is left of a salutation, with company or name after it. */
function wornSalutation(call: HeardCall): Heard[] {
  const first = answering(call);
  if (first < 0) return [];
  const symbols = call.symbolsOf(first);
  const remnant = call.salutationRemnants.find((one) => startsLike(symbols, one));
  if (!remnant) return [];
  const end = symbols.toChar[remnant.length - 1]!;
  // What follows a salutation: only speakers who never greet say it without one.
  const names = Object.values(introductionOf(call))
    .flat()
    .filter(({ turn }) => turn === first);
  const introduced = names.some(({ toChar }) => toChar > end) && !names.some(({ fromChar }) => fromChar < end);
  return introduced ? [spanOf(call, first, { from: 0, to: remnant.length }, '@worn_salutation')] : [];
}

/** A question in the second half to which the customer says no and no more asks whether that was all. */
function lastQuestion(call: HeardCall): Heard[] {
  const settled = new Set(hear(call, 'customer', ['settled']).map(({ turn }) => turn));
  return call.turns.flatMap(({ index, speaker }) => {
    const answer = call.turns[index + 1];
    if (speaker !== 'agent' || index < call.turns.length / 2 || answer?.speaker !== 'customer') return [];
    const short = call.symbolsOf(index + 1).length <= SHORT;
    const nearEnd = index >= call.turns.length - NEAR_END;
    if (!short || !(settled.has(index + 1) || nearEnd) || !REFUSAL.test(answer.text)) return [];
    const last = contentOf(call, index).sentences.at(-1);
    return last?.asks ? [spanOf(call, index, last, '@last_question')] : [];
  });
}

/** After it come the answer, a goodbye and perhaps another. */
const NEAR_END = 5;
const REFUSAL =
  /^\W*(?:no(?!t)|nope|nah|nothing|that(?:'s| is|s)|all good|i(?:'m| am) (?:good|fine)|没(?!问题|错|关系|事儿?[。,，]?$)|不用|不(?!是|对|错|行|能|会)|木有|就这|暂时没)/i;

/** Below this a phrase is a guess. */
const CLEAR = 0.82;

/** Asks whether anything else is needed: late, in a sentence that asks or that the turn ends with, and in one sentence. */
function moreAsked(call: HeardCall): Heard[] {
  return hear(call, 'agent', ['further_help'], { notWithin: ['farewell'] })
    .filter(({ turn }) => turn >= (call.turns.length - 1) / 2)
    .filter(({ turn, fromChar, toChar, exactness }) => {
      const { fromChar: starts } = call.symbolsOf(turn);
      const { sentences } = contentOf(call, turn);
      const at = sentences.findIndex(({ to }) => (starts[to] ?? Infinity) > fromChar);
      const one = sentences[at];
      if (!one) return false;
      const whole = one.to >= starts.length || toChar <= starts[one.to]!;
      return whole && (one.asks !== null || (at === sentences.length - 1 && exactness >= CLEAR));
    })
    .map((one) => ({ ...one, entry: '@more_asked' }));
}

/** What tells something, promises or offers: no goodbye, however late it comes. */
const TELLS = [
  'you_are_welcome',
  'further_help',
  'satisfaction_asked',
  'explanation',
  'instruction',
  'next_step',
  'promise',
  'handover',
  'completed_action',
  'deflection',
  'possible_deflection',
  'self_service',
  'not_known',
  'apology',
  'rude',
  'curtness',
];

/** Speaks to the customer, or wishes: "mind yourself", 路上慢点. What only tells something ("it's all in the book") is no goodbye. */
const WISHES =
  /[您你祝]|保重|慢点|慢走|回头|到时|注意|\b(?:y?our?s?|you(?:rself)?|y'all|enjoy|stay|keep|mind|take|have|see|catch|talk|good|happy|best|god|safe|travel|drive)\b/i;

/** The agent's last words, telling nothing more and with no number in them: hardly anything but a goodbye. */
function parting(call: HeardCall): Heard[] {
  const last = call.turns.findLast(({ speaker }) => speaker === 'agent');
  if (!last || last.index < call.turns.length - 2) return [];
  const ended = hear(call, 'customer', ['settled', 'satisfied', 'affirmation', 'back_channel']).some(
    ({ turn }) => Math.abs(turn - last.index) <= 1,
  );
  if (!ended) return [];
  const telling = hear(call, 'agent', TELLS);
  const { sentences, numbers } = contentOf(call, last.index);
  return sentences
    .filter(
      ({ asks, from, to }) => asks === null && to - from > 2 && !numbers.some((n) => n.from >= from && n.to <= to),
    )
    .map((sentence) => spanOf(call, last.index, sentence, '@parting'))
    .filter((one) => !within(telling, one) && WISHES.test(textOf(call, one)));
}

/** "Hooroo.": a last word or two that no phrase has may be how they say goodbye there. */
function lastWord(call: HeardCall): Heard[] {
  const last = call.turns.findLast(({ speaker }) => speaker === 'agent');
  const sentence = last && contentOf(call, last.index).sentences.at(-1);
  if (!sentence || last.index < call.turns.length - 2 || sentence.to - sentence.from > 2) return [];
  const known = call
    .symbolsOf(last.index)
    .ids.slice(sentence.from, sentence.to)
    .some((id) => id !== 0);
  return known ? [] : [spanOf(call, last.index, sentence, '@parting')];
}

const ARRANGES: readonly WayName[] = ['done', 'step', 'passed', 'details'];
const SENDS: readonly WayName[] = ['deflection', 'elsewhere'];

/** Words that point elsewhere, in a call in which nothing was arranged for the customer: beside an arrangement they are directions. */
function sentAway(call: HeardCall): Heard[] {
  const { found } = waysOf(call);
  if (found.some(({ name }) => ARRANGES.includes(name))) return [];
  return found.filter(({ name }) => SENDS.includes(name)).map((one) => ({ ...one, entry: '@sent_away' }));
}

export const SHAPES: Readonly<Record<string, Shape>> = {
  '@worn_salutation': { title: { zh: '只剩一部分的问候', en: 'what is left of a salutation' }, find: wornSalutation },
  '@opening_question': { title: { zh: '开场时的提问', en: 'a question at the opening' }, find: openingQuestion },
  '@opening_offer': { title: { zh: '请客户说、或表示来办', en: 'an invitation to speak' }, find: openingOffer },
  '@more_asked': {
    title: { zh: '询问还有没有其他需要', en: 'asking whether anything else is needed' },
    find: moreAsked,
  },
  '@last_question': {
    title: { zh: '客户回答“没有了”的提问', en: 'a question the customer answered with no more' },
    find: (call) => {
      const known = lastQuestion(call);
      return known.length > 0 ? known : moreRefused(call);
    },
  },
  '@company_named': {
    title: { zh: '公司或部门名称', en: "the company's or department's name" },
    find: (call) => [...introductionOf(call).company],
  },
  '@person_named': {
    title: { zh: '本人姓名或工号', en: "the speaker's own name or number" },
    find: (call) => [...introductionOf(call).person],
  },
  '@maybe_company': {
    title: { zh: '可能是公司的名称', en: "a name that may be the company's" },
    find: (call) => [...introductionOf(call).maybeCompany],
  },
  '@maybe_person': {
    title: { zh: '可能是姓名', en: "a name that may be the speaker's" },
    find: (call) => [...introductionOf(call).maybePerson],
  },
  '@parting': {
    title: { zh: '客户结束之后的话', en: 'words after the customer had ended' },
    find: (call) => {
      const known = [...parting(call), ...lastWord(call)];
      return known.length > 0 ? known : maybeGoodbye(call);
    },
  },
  '@maybe_salutation': {
    title: { zh: '可能是问候', en: 'what may be a salutation' },
    find: maybeSalutation,
  },
  '@maybe_offer': { title: { zh: '可能是主动提供帮助', en: 'what may be an offer of help' }, find: maybeOffer },
  '@person_later': {
    title: { zh: '客户说明来意之后报的姓名', en: 'a name given once the matter was told' },
    find: (call) => saidLater(call, ['own_name']),
  },
  '@company_later': {
    title: { zh: '客户说明来意之后报的公司', en: 'the company named once the matter was told' },
    find: (call) => saidLater(call, ['company_profile']),
  },
  '@maybe_more': {
    title: { zh: '可能在问还有没有其他需要', en: 'what may ask for anything else' },
    find: maybeMore,
  },
  '@sent_away': {
    title: { zh: '没有安排、指向别处的话', en: 'words that point elsewhere with nothing arranged' },
    find: sentAway,
  },
};

/** What may be one of the looked-for entries in words that nothing places: where they were looked for in vain, a person is asked. */
const UNPLACED: Readonly<Record<string, string>> = {
  '@worn_salutation': '@maybe_salutation',
  '@person_named': '@person_later',
  '@company_named': '@company_later',
  '@opening_offer': '@maybe_offer',
  '@more_asked': '@maybe_more',
};

export const unplacedOf = (lookFor: readonly string[]): string[] => lookFor.flatMap((entry) => UNPLACED[entry] ?? []);
