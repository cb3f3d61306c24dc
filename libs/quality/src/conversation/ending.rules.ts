import { type CallView, type Heard, type Query } from '../scoring/call-view.rules.js';
import { contentOf } from './content.rules.js';

/** Goodbyes cross: the customer's closing words may come a turn or two before the last. */
const CLOSING_REACH = 3;

const heard = (call: CallView, speaker: Query['speaker'], lookFor: readonly string[]) =>
  call.hear({ lookFor: [...lookFor], speaker, zone: 'anywhere', atStart: false, notWithin: [] });

const ANYTHING_ELSE = ['further_help', 'satisfaction_asked'];
const STILL_WANTS = ['question', 'request', 'trouble', 'tried_already', 'seeks_confirmation'];

/** Of a customer's words 呢 makes a question; of an agent's it is often courtesy. */
const ASKS_ON = /呢\W*$/;

/** "没有", "nothing": settles as an answer, not in the middle of something longer ("附近没有网点"). */
const BARE_NO = /^(?:没有?|不用|不需要|no|nothing)$/i;
const FEW_WORDS = 8;

function settles(call: CallView, { turn, fromChar, toChar }: Heard): boolean {
  return call.symbolsOf(turn).length <= FEW_WORDS || !BARE_NO.test(call.turns[turn]!.text.slice(fromChar, toChar));
}

const QUESTION_MARK = /[?？]/;

/** A lone "okay" or "right" takes note, though it may end a question. */
const LONE = 2;

function asks(call: CallView, turn: number): boolean {
  const { text } = call.turns[turn]!;
  if (call.symbolsOf(turn).length <= LONE && !QUESTION_MARK.test(text)) return false;
  return ASKS_ON.test(text) || contentOf(call, turn).sentences.some(({ asks: asked }) => asked !== null);
}

/**
 * Did the call break off on a customer who was waiting: who had just asked, told of trouble, or given what they were asked for? Somebody who
 * gives up in anger waits no more.
 *
 * @param settled entries of a customer's words that end a call
 */
export function brokeOff(call: CallView, settled: readonly string[]): boolean {
  const last = call.turns.length - 1;
  if (call.turns[last]?.speaker !== 'customer') return false;
  if (heard(call, 'customer', settled).some((one) => one.turn > last - CLOSING_REACH && settles(call, one)))
    return false;
  if (heard(call, 'agent', ANYTHING_ELSE).some(({ turn }) => turn >= last - 1)) return false;
  if (asks(call, last)) return true;
  if (heard(call, 'customer', STILL_WANTS).some(({ turn }) => turn === last)) return true;
  const before = last - 1;
  return (
    before >= 0 && call.turns[before]!.speaker === 'agent' && contentOf(call, before).sentences.at(-1)?.asks === 'data'
  );
}
