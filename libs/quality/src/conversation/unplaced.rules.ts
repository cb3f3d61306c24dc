import { type HeardCall, type Heard } from '../call/heard-call.js';
import { answering } from './beginning.rules.js';
import { contentOf } from './content.rules.js';
import { introductionOf } from './introduction.rules.js';
import { pauseBefore } from './stretches.rules.js';

/*
 * Text near the start or end of a call that no phrase list or structure explains, on items that found nothing. It may be the greeting or goodbye in
 * dialect. It never meets the item; a reviewer is asked.
 */

/** How sure a guess by place is. */
const SURENESS = 0.5;

const hear = (call: HeardCall, speaker: 'agent' | 'customer', lookFor: string[]): Heard[] =>
  call.hear({ lookFor, speaker, zone: 'anywhere', atStart: false, notWithin: [] });

const within = (heard: readonly Heard[], one: Heard): boolean =>
  heard.some(({ turn, fromChar, toChar }) => turn === one.turn && fromChar < one.toChar && one.fromChar < toChar);

/** Symbols of a turn; `to` exclusive. */
interface Piece {
  readonly from: number;
  readonly to: number;
}

/** A turn, cut at its commas and stops. */
function piecesOf(call: HeardCall, turn: number): Piece[] {
  const { length } = call.symbolsOf(turn);
  const starts = Array.from({ length }, (_, at) => at).filter((at) => pauseBefore(call, turn, at));
  return starts.map((from, at) => ({ from, to: starts[at + 1] ?? length }));
}

function spanOf(call: HeardCall, turn: number, { from, to }: Piece, entry: string): Heard {
  const { fromChar, toChar } = call.symbolsOf(turn);
  return { entry, turn, fromChar: fromChar[from]!, toChar: toChar[to - 1]!, exactness: SURENESS };
}

const textOf = (call: HeardCall, { turn, fromChar, toChar }: Heard): string =>
  call.turns[turn]!.text.slice(fromChar, toChar);

const introduced = (call: HeardCall): Heard[] => Object.values(introductionOf(call)).flat();

/** A greeting of another language or region is short: "Ahoy there", 幸会. */
const GREETING = { zh: { least: 2, most: 4 }, en: { least: 1, most: 4 } };
/** How Chinese telephones are picked up: no salutation, and yet some take it for one. */
const PICKED_UP = /^[\s\p{P}]*喂/u;

/** Confirms being on the line without greeting. */
const ANSWERS_CHAT = /在|亲/;

/** First words that nothing knows, where company and name follow; and "good" with a word that nothing knows. */
export function maybeSalutation(call: HeardCall): Heard[] {
  const turn = answering(call);
  const { company, person, maybeCompany, maybePerson } = introductionOf(call);
  const named = [...company, ...maybeCompany];
  if (turn < 0 || named.length === 0) return [];
  const { text } = call.turns[turn]!;
  const pieces = piecesOf(call, turn);
  const { ids, words } = call.symbolsOf(turn);
  if (pieces[0] && PICKED_UP.test(text))
    return person.length > 0 ? [spanOf(call, turn, pieces[0], '@maybe_salutation')] : [];
  const { least, most } = GREETING[call.transcript.language];
  const isUnknown = ({ from, to }: Piece): boolean =>
    call.transcript.language === 'zh' || ids.slice(from, to).includes(0);
  return pieces
    .filter((one, at) => words[one.from] === 'good' || (at === 0 && isUnknown(one)))
    .filter((one) => one.to - one.from >= least && one.to - one.from <= most)
    .map((one) => spanOf(call, turn, one, '@maybe_salutation'))
    .filter((one) => !within([...named, ...person, ...maybePerson], one) && !ANSWERS_CHAT.test(textOf(call, one)));
}

const ADDRESSES = /[您你侬恁妳]|\b(?:you|ya|ye|yer|youse|y['’]?all|your)\b/i;
/** Speak to the customer and offer nothing: thanks, a welcome, "how are you", 久等. */
const COURTESY =
  /谢|您是哪|\bwhat do you want\b|久等|打扰|\bthank|\bwelcome\b|\bhow(?:['’]?s| is| are|) (?:it|things|you|ya|ye|y['’]?all)\b|\b(?:with|to) you\b|[您你]好/i;
/** Who is there, whom they want, or whether they hear: no offer of help. */
export const ASKS_WHO =
  /哪位|(?:谁|哪个)[啊呀]?[?？。]?$|找谁|听得?(?:清|见|到)|\bcan you hear|\bwho(?:['’]?s| is) (?:this|that|calling|there|speaking)\b|\bwho do you want\b/i;
/** What the agent may say before the customer says what it is about. */
const BEFORE_MATTER = 2;

/** Something said to the customer beside the greeting, before the matter: 有么子事要办，跟我讲. */
export function maybeOffer(call: HeardCall): Heard[] {
  if (answering(call) < 0) return [];
  const known = [
    ...introduced(call),
    ...hear(call, 'agent', ['salutation', 'recording_notice', 'identity_request', 'convenient_time']),
  ];
  return call
    .turnsOf({ speaker: 'agent', zone: 'opening' })
    .slice(0, BEFORE_MATTER)
    .flatMap((turn) => piecesOf(call, turn).map((one) => spanOf(call, turn, one, '@maybe_offer')))
    .filter(
      (one) =>
        ADDRESSES.test(textOf(call, one)) &&
        !COURTESY.test(textOf(call, one)) &&
        !ASKS_WHO.test(textOf(call, one)) &&
        !within(known, one),
    );
}

/** In the last turns a question for more has one of these: 还有甚…, "is there still something …". */
const MORE = {
  zh: /[还還]\s*(?:有|要|需|想|差|缺|能|可以|用)|别的|別的|旁的|其他|其它|另外|别处/,
  en: /\b(?:else|other|more|further|still|any(?:thing|one|body|where)?|something|remaining|left)\b/i,
};
/** The customer wants no more: anywhere in a few words. */
const NO_MORE = {
  zh: /没了|沒了|没有了|没有啦|没啦|没得了|冇了|不用了|就这些|就这样|别的没/,
  en: /\b(?:no|nope|nah|nothing|not (?:unless|really|that i|today|now)|that['’]?s (?:it|all|everything)|all good)\b/i,
};
const FEW = { zh: 16, en: 14 };
const LAST_TURNS = 4;
/** Asks whether something was understood: that is answered with no more words, too. */
const CHECKS_BACK = /对吧|对吗|没错吧|是吧|\bright\??$|\bcorrect\??$|got (?:that|it)/i;

/** A late question that may ask for more: has a word for it, or is answered with no more. */
interface LateQuestion {
  readonly one: Heard;
  readonly hasWord: boolean;
  readonly isRefused: boolean;
}

function lateQuestions(call: HeardCall): LateQuestion[] {
  const { language } = call.transcript;
  const turns = call.turnsOf({ speaker: 'agent', zone: 'anywhere' }).slice(-LAST_TURNS);
  return turns.flatMap((turn) => {
    if (turn * 2 < call.turns.length) return [];
    const answer = call.turns[turn + 1];
    const isFew = answer?.speaker === 'customer' && call.symbolsOf(turn + 1).length <= FEW[language];
    const isRefused = isFew && NO_MORE[language].test(answer.text);
    return contentOf(call, turn)
      .sentences.filter(({ asks }) => asks !== null)
      .map((one) => spanOf(call, turn, one, '@maybe_more'))
      .filter((one) => !CHECKS_BACK.test(textOf(call, one)))
      .map((one) => ({ one, isRefused, hasWord: MORE[language].test(textOf(call, one)) }));
  });
}

/** A late question, to which the customer says that there is no more, or which has a word for more. */
export const maybeMore = (call: HeardCall): Heard[] =>
  lateQuestions(call).flatMap(({ one, hasWord, isRefused }) => (hasWord || isRefused ? [one] : []));

/** Both: asks for more, however it is worded. */
export const moreRefused = (call: HeardCall): Heard[] =>
  lateQuestions(call).flatMap(({ one, hasWord, isRefused }) =>
    hasWord && isRefused ? [{ ...one, entry: '@last_question' }] : [],
  );

/** Takes note or waves thanks away, or tells: no goodbye. */
const TELLS =
  /\b(?:please|dm|i|we|i['’]?(?:ll|m|ve|d)|we['’]?(?:ll|re|ve|d)|that|that['’]?s|this|it|it['’]?s|its|is|are|was|will|would|should|must|can['’]?t|cannot|he|she|they|done|no|not|to)\b|\d/i;
const NOTES =
  /^(?:\W|\b(?:ok|okay|alright|alrighty|all|right|righto|good|great|grand|super|perfect|lovely|beautiful|cool|fine|sound|sure|very|well|oh|ah|yeah|yes|yep|mm|hm|hmm|so|then|now|can|wicked|marvellous|wonderful|brilliant|beauty|course|of|welcome|you['’]?re|too|easy|dead|on|sir|ma['’]?am|madam|mate|love|hon)\b)*$/i;
/** Chinese that takes note or waves thanks away is made of these alone: 应该的, 没事就好, 那就这样. */
const NOTES_HAN =
  /^[不用客气应该的麻烦莫得事没有换就行好要中嗯哎那吧啊哦么嘞哈呀谢辛苦可以是对成妥了这样定啥先\s\p{P}~]*$/u;
const WISHES_HAN =
  /[祝愿]|保重|慢走|好好|早点(?:休|睡|歇|好|回)|慢慢|歇|养着|平平安安|顺顺|再聊|空了|得闲|改天|下次|下回/;
/** A goodbye is short: 拜拜哈, 生意兴隆; and no statement: 记下了. */
const SHORT_HAN = 4;
/** Fewer words than this take note in more ways than are known: "sweet as". */
const SHORT_EN = 3;
const STATES_HAN = /随便|^[不没](?!见不散)|[了的好着到\]]$|^[先那这样]+$/;

const mayPart = (text: string, length: number, isLast: boolean): boolean =>
  /\p{Script=Han}/u.test(text)
    ? WISHES_HAN.test(text) || (isLast && length <= SHORT_HAN && !NOTES_HAN.test(text) && !STATES_HAN.test(text))
    : length >= SHORT_EN && !TELLS.test(text) && !NOTES.test(text);

/** The agent's last words that neither take note nor tell anything: "Catch ya, safe roofing." In Chinese commas part them. */
export function maybeGoodbye(call: HeardCall): Heard[] {
  const last = call.turns.findLast(({ speaker }) => speaker === 'agent');
  if (!last || last.index < call.turns.length - 2) return [];
  const curt = hear(call, 'agent', ['rude', 'curtness', 'you_are_welcome']);
  const { length } = call.symbolsOf(last.index);
  const said = contentOf(call, last.index).sentences.filter(({ asks }) => asks === null);
  const pieces = call.transcript.language === 'zh' ? piecesOf(call, last.index) : said;
  return (
    pieces
      .map(({ from, to }) => ({
        one: spanOf(call, last.index, { from, to }, '@parting'),
        length: to - from,
        isLast: to === length,
      }))
      .filter(({ one, length: long, isLast }) => mayPart(textOf(call, one), long, isLast) && !within(curt, one))
      // "[表情]": a picture.
      .filter(({ one }) => last.text[one.fromChar - 1] !== '[')
      .map(({ one }) => one)
  );
}
