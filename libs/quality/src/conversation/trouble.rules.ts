import { type HeardCall, type Heard, type Query } from '../call/heard-call.js';
import { FLAG } from '../matching/symbols.rules.js';
import { contentOf } from './content.rules.js';
import { TROUBLE } from './fitted.js';
import { likelihood } from './log-odds.rules.js';
import { type TroubleSign } from './signs.js';

/** Turns of the customer in a row are one block: chats are cut into short lines. */
export interface CustomerBlocks {
  /** For each turn, how many blocks have begun up to it; 0 before the customer speaks. */
  readonly blockOf: readonly number[];
  readonly count: number;
}

export const customerBlocks = (call: HeardCall): CustomerBlocks =>
  call.once('customer blocks', () => {
    let count = 0;
    const blockOf = call.turns.map(({ speaker }, at) => {
      if (speaker === 'customer' && call.turns[at - 1]?.speaker !== 'customer') count++;
      return count;
    });
    return { blockOf, count };
  });

/** What the customer says of it, by gravity, in the order of the call. */
export interface Voiced {
  readonly trouble: readonly Heard[];
  readonly complaint: readonly Heard[];
  readonly upset: readonly Heard[];
  readonly hint: readonly Heard[];
}

export interface Trouble {
  readonly voiced: Voiced;
  readonly signs: Readonly<Record<TroubleSign, number>>;
  /** 0–1: that something went wrong at all, or dissatisfaction, worry or loss was voiced. */
  readonly likelihood: number;
}

const by = (speaker: Query['speaker'], lookFor: string[], notWithin: string[]): Query => ({
  lookFor,
  speaker,
  zone: 'anywhere',
  atStart: false,
  notWithin,
});
const NONE = ['not_trouble'];
const VOICED = {
  trouble: by('customer', ['trouble', 'tried_already'], NONE),
  complaint: by('customer', ['complaint', 'escalation_request'], NONE),
  upset: by('customer', ['upset'], NONE),
  hint: by('customer', ['possible_trouble'], NONE),
};
const APOLOGY = by('agent', ['apology'], ['not_apology']);
const SYMPATHY = by('agent', ['acknowledgement', 'reassurance'], ['not_apology']);
const TAKEN_UP = by('agent', ['trouble_taken_up'], ['boilerplate', 'further_help']);
const FURTHER = by('agent', ['further_help', 'satisfaction_asked'], []);

/** Marks of strong emotion: "!!", "?!", whole words in capitals. */
const EMPHASIS = /[!！]{2,}|[?？][!！]|[!！][?？]|[?？]{2,}|(?:\b[A-Z]{4,}\b\W+){2,}/;
/** A match of one word in three is a guess, of five in six as good as exact; between, it counts in part. */
const CLARITY = { none: 0.6, full: 0.85 };
/** "没了", "no": in few words right after "anything else?" these are no trouble. */
const FEW_WORDS = 6;
/** Customers say what they came with when they first speak, or once they are asked. */
const EARLY = 2;
/** A thread of so few turns is a public post and its answers: people write there because something went wrong. */
const BRIEF = 3;

/** Whole spans count once: "still not working" is no two signs because two phrases meet in it. */
function places(heard: readonly Heard[]): number {
  let count = 0;
  let last: Heard | null = null;
  for (const one of heard) {
    if (!last || last.turn !== one.turn || one.fromChar >= last.toChar) count++;
    if (!last || last.turn !== one.turn || one.toChar > last.toChar) last = one;
  }
  return count;
}

const clarityOf = ({ exactness }: Heard): number =>
  Math.min(1, Math.max(0, (exactness - CLARITY.none) / (CLARITY.full - CLARITY.none)));

/** How clear the clearest is. */
const clearest = (heard: readonly Heard[]): number => Math.max(0, ...heard.map(clarityOf));
const clear = (heard: readonly Heard[]): Heard[] => heard.filter((one) => clarityOf(one) === 1);

/** Of a question: asks why, or that it should be so by now. "Where is my card?" only asks. */
const COMPLAINS =
  /\b(?:why|how come|what(?:['’]s| is| has|'?s| the)? (?:going on|happen|wrong|up with|the matter|hell)|still|again|yet|never|not|cannot|\w+n['’]?t|nobody|no)\b|为什么|为啥|凭什么|怎么(?!办理|查|用|收|算|去|走|操作|设置|申请|交|充|取|寄|退|改|联系)|才|到底|究竟|老是|总是|一直|[咋啥](?:回事|情况|还|又|不|没|整|办|搞)|什么情况|还没|[没不坏断丢错]/i;

/** Is it said in a sentence that only asks? */
function onlyAsks(call: HeardCall, { turn, fromChar }: Heard): boolean {
  const { fromChar: starts, toChar: ends } = call.symbolsOf(turn);
  const one = contentOf(call, turn).sentences.find(({ to }) => (starts[to] ?? Infinity) > fromChar);
  if (!one || one.asks === null) return false;
  return !COMPLAINS.test(call.turns[turn]!.text.slice(starts[one.from], ends[one.to - 1]));
}

/** Leaves out what only answers the agent's question whether anything else is needed. */
function voicedIn(call: HeardCall): Voiced {
  const asked = new Set(call.hear(FURTHER).map(({ turn }) => turn + 1));
  const by = (query: Query): Heard[] =>
    call
      .hear(query)
      .filter((one) => clarityOf(one) > 0)
      .filter(({ turn }) => !asked.has(turn) || call.symbolsOf(turn).length > FEW_WORDS);
  return {
    trouble: by(VOICED.trouble).filter((one) => !onlyAsks(call, one)),
    complaint: by(VOICED.complaint),
    upset: by(VOICED.upset),
    hint: by(VOICED.hint),
  };
}

/** Fewer words only answer: "no, not yet". */
const LEAST_STATED = 4;

/** States early that something is not so, has not come, does not go: most trouble is a "not", with any verb. */
function deniesEarly(call: HeardCall): boolean {
  const { blockOf } = customerBlocks(call);
  return call.turnsOf({ speaker: 'customer', zone: 'anywhere' }).some((turn) => {
    const { flags, words } = call.symbolsOf(turn);
    return (
      blockOf[turn]! <= EARLY &&
      contentOf(call, turn).sentences.some(
        ({ from, to, asks }) =>
          asks === null &&
          to - from >= LEAST_STATED &&
          words.slice(from, to).some((word, at) => flags[from + at]! & FLAG.negator && word !== 'no'),
      )
    );
  });
}

const turnsOf = (heard: readonly Heard[]): number => new Set(heard.map(({ turn }) => turn)).size;

function judge(call: HeardCall): Trouble {
  const voiced = voicedIn(call);
  const [apology, sympathy] = [call.hear(APOLOGY), call.hear(SYMPATHY)];
  const { blockOf, count } = customerBlocks(call);
  const is = (holds: boolean): number => (holds ? 1 : 0);
  const signs = {
    told: clearest(voiced.trouble),
    toldTwice: is(places(clear(voiced.trouble)) > 1),
    toldEarly: clearest(voiced.trouble.filter(({ turn }) => blockOf[turn]! <= EARLY)),
    complained: clearest(voiced.complaint),
    upset: clearest(voiced.upset),
    hinted: clearest(voiced.hint),
    denied: is(deniesEarly(call)),
    emphatic: is(call.turns.some(({ speaker, text }) => speaker === 'customer' && EMPHASIS.test(text))),
    apologised: clearest(apology),
    acknowledged: clearest(sympathy),
    answeredTwice: is(turnsOf(clear(apology)) > 1 || (clear(apology).length > 0 && clear(sympathy).length > 0)),
    takenUp: clearest(call.hear(TAKEN_UP)),
    brief: is(count <= BRIEF),
  };
  return { voiced, signs, likelihood: likelihood(TROUBLE, signs) };
}

/**
 * Did something go wrong? Customers say so in a thousand ways, so that no list holds all; the agent's answer tells as well: no agent
 * apologises twice, or sends an engineer, for a question.
 */
export const troubleOf = (call: HeardCall): Trouble => call.once('trouble', () => judge(call));
