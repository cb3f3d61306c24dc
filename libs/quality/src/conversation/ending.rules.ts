import { type HeardCall, type Heard, type Query } from '../call/heard-call.js';
import { contentOf } from './content.rules.js';
import { moreRefused } from './unplaced.rules.js';

/** Goodbyes cross: the customer's closing words may come a turn or two before the last. */
const CLOSING_REACH = 3;

const heard = (
  call: HeardCall,
  speaker: Query['speaker'],
  lookFor: readonly string[],
  notWithin: readonly string[] = [],
): Heard[] =>
  call.hear({ lookFor: [...lookFor], speaker, zone: 'anywhere', atStart: false, notWithin: [...notWithin] });

const ANYTHING_ELSE = ['further_help', 'satisfaction_asked'];
const STILL_WANTS = ['question', 'request', 'trouble', 'tried_already', 'seeks_confirmation'];

/** Of a customer's words 呢 makes a question; of an agent's it is often courtesy. */
const ASKS_ON = /(?<!着)呢\W*$/;

/** "没有", "nothing": settles as an answer, not in the middle of something longer ("附近没有网点"). */
const BARE_NO = /^(?:没有?|不用|不需要|no|nothing)$/i;
const FEW_WORDS = 8;

function settles(call: HeardCall, { turn, fromChar, toChar }: Heard): boolean {
  return call.symbolsOf(turn).length <= FEW_WORDS || !BARE_NO.test(call.turns[turn]!.text.slice(fromChar, toChar));
}

const QUESTION_MARK = /[?？]/;

/** A lone "okay" or "right" takes note, though it may end a question. */
const LONE = 2;

function asks(call: HeardCall, turn: number): boolean {
  const { text } = call.turns[turn]!;
  if (ASKS_ON.test(text)) return true;
  if (call.symbolsOf(turn).length <= LONE && !QUESTION_MARK.test(text)) return false;
  return contentOf(call, turn).sentences.some(({ asks: asked }) => asked !== null);
}

/** Fewer symbols only take note: "okay", 好. */
const TAKES_NOTE = 3;
const CONTENT = ['satisfied', 'affirmation', 'back_channel'];

/** Still talks about the matter, and neither thanks nor sounds content. */
function goesOn(call: HeardCall, last: number): boolean {
  const content = heard(call, 'customer', CONTENT).some(({ turn }) => turn === last);
  return call.symbolsOf(last).length > TAKES_NOTE && !content;
}

/** "In case of any other problems, contact us" asks nothing. */
const asked = (call: HeardCall, last: number): boolean =>
  heard(call, 'agent', ANYTHING_ELSE, ['farewell']).some(({ turn }) => turn >= last - 1);

/** How far before the last turn the question for more may be, and be answered. */
const WOUND_UP_REACH = 5;
/** Asks whether anyone is there, or nods: "Oh, right?" */
const NODS = /\b(?:hello|right|okay|ok|yeah|yep)\s*[?？]|喂[?？]/gi;
const ENDS_ASKING = /[?？]|[吗嘛么]\W*$/;

/** More was asked for and answered, and the customer's few last words ask for nothing: that was the end, goodbye or none. */
function woundUp(call: HeardCall, last: number): boolean {
  const { text } = call.turns[last]!;
  const isFew = call.symbolsOf(last).length <= FEW_WORDS;
  if (!isFew || ENDS_ASKING.test(text.replace(NODS, '')) || ASKS_ON.test(text)) return false;
  const more = [...heard(call, 'agent', ['further_help'], ['farewell']), ...moreRefused(call)];
  return more.some(({ turn }) => turn >= last - WOUND_UP_REACH) && !owesAnAnswer(call, last - 1);
}

/** The agent was to come back: had asked for something, or to wait. */
function owesAnAnswer(call: HeardCall, turn: number): boolean {
  if (call.turns[turn]?.speaker !== 'agent') return false;
  const asksForData = contentOf(call, turn).sentences.at(-1)?.asks === 'data';
  return asksForData || heard(call, 'agent', ['hold_request']).some((one) => one.turn === turn);
}

/**
 * Did the call break off on a customer who was waiting: who had just asked, told of trouble, given what they were asked for, or gone on with
 * the matter?
 *
 * @param settled entries of a customer's words that end a call
 */
export function brokeOff(call: HeardCall, settled: readonly string[]): boolean {
  const last = call.turns.length - 1;
  if (call.turns[last]?.speaker !== 'customer') return false;
  // What a customer says before an agent has answered settles nothing.
  const answered = call.turns.findIndex(({ speaker }) => speaker === 'agent');
  const ends = (one: Heard): boolean => one.turn > Math.max(answered, last - CLOSING_REACH) && settles(call, one);
  if (heard(call, 'customer', settled).some(ends)) return false;
  if (asked(call, last) || woundUp(call, last)) return false;
  if (asks(call, last) || goesOn(call, last)) return true;
  if (heard(call, 'customer', STILL_WANTS).some(({ turn }) => turn === last)) return true;
  return owesAnAnswer(call, last - 1);
}
