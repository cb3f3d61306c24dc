import { type HeardCall, type Heard, type Query } from '../call/heard-call.js';
import { addressesJudge } from '../call/addresses-judge.rules.js';
import { contentOf, type Sentence } from './content.rules.js';

/**
 * What an agent makes of the customer's matter, turn by turn: something done or arranged, something explained, a way out, fine words. Read once
 * for a call; what came of it is weighed from this.
 */
export type WayName =
  | 'done'
  | 'step'
  | 'passed'
  | 'details'
  | 'asked'
  | 'instruction'
  | 'explanation'
  | 'statement'
  | 'deflection'
  | 'elsewhere'
  | 'unable';

export interface Way extends Heard {
  readonly name: WayName;
}

/** Courtesies and waiting: what is said inside them is no way forward. */
export const EMPTY_TALK = [
  'hold_request',
  'boilerplate',
  'thanks_in_passing',
  'further_help',
  'offer_of_help',
  'possible_offer',
  'details_for_help',
  'satisfaction_asked',
  'farewell',
  'salutation',
];
const FINE_WORDS = ['fine_words', 'boilerplate'];

interface Source {
  readonly entries: readonly string[];
  /** Inside these it is something else. */
  readonly notWithin: readonly string[];
  readonly negation: Query['negation'];
}

const forward = (entries: string[]): Source => ({ entries, notWithin: EMPTY_TALK, negation: 'reject' });
const away = (entries: string[]): Source => ({ entries, notWithin: [], negation: 'any' });

const SOURCES: Readonly<Record<Exclude<WayName, 'statement'>, Source>> = {
  done: forward(['completed_action']),
  step: { ...forward(['next_step', 'promise']), notWithin: [...EMPTY_TALK, 'fine_words'] },
  passed: { ...forward(['handover', 'transfer_announced', 'passed_on']), notWithin: ['further_help', 'farewell'] },
  // "so that we can check it for you" is an offer of help by its words, and an arrangement all the same.
  details: { ...forward(['takes_details']), notWithin: ['further_help'] },
  asked: { ...forward(['details_asked']), notWithin: [] },
  instruction: { ...forward(['instruction', 'options_offered']), notWithin: [...EMPTY_TALK, 'fine_words'] },
  explanation: forward(['explanation']),
  deflection: away(['deflection']),
  elsewhere: { ...away(['possible_deflection', 'self_service']), notWithin: ['fine_words'] },
  unable: away(['not_known', 'honest_limit']),
};

const say = (speaker: Query['speaker'], lookFor: readonly string[], rest: Partial<Query> = {}): Query => ({
  lookFor: [...lookFor],
  speaker,
  zone: 'anywhere',
  atStart: false,
  notWithin: [],
  ...rest,
});

const inOrder = (a: Heard, b: Heard): number => a.turn - b.turn || a.fromChar - b.fromChar;

/** Fewer words than this are no answer by themselves. */
const LEAST_SAID = { zh: 5, en: 4 };
/** A sentence so long is a turn without punctuation: a fine word in it does not make all of it fine words. */
const LONG_SENTENCE = { zh: 45, en: 30 };

/** The span of a sentence, as characters of its turn. */
const spanOf = (call: HeardCall, turn: number, { from, to }: Sentence): { fromChar: number; toChar: number } => {
  const symbols = call.symbolsOf(turn);
  return { fromChar: symbols.fromChar[from]!, toChar: symbols.toChar[to - 1]! };
};

/** The last sentence of each turn that states something, and is neither a courtesy nor fine words: it answers what was asked before. */
function statements(call: HeardCall, from: number): Way[] {
  const { language } = call.transcript;
  const courtesies = call.hear(say('agent', EMPTY_TALK));
  const fine = call.hear(say('agent', FINE_WORDS));
  const meets = (all: readonly Heard[], turn: number, a: number, b: number): boolean =>
    all.some((one) => one.turn === turn && one.fromChar < b && a < one.toChar);
  return call.turnsOf({ speaker: 'agent', zone: 'anywhere' }).flatMap((turn): Way[] => {
    if (turn < from) return [];
    const { units, numbers, sentences } = contentOf(call, turn);
    const stated = sentences.filter((sentence) => {
      if (sentence.asks !== null) return false;
      const { fromChar, toChar } = spanOf(call, turn, sentence);
      if (meets(courtesies, turn, fromChar, toChar)) return false;
      if (sentence.to - sentence.from < LONG_SENTENCE[language] && meets(fine, turn, fromChar, toChar)) return false;
      const inside = (all: readonly { from: number; to: number }[]): number =>
        all.filter((one) => one.from >= sentence.from && one.to <= sentence.to).length;
      return inside(units) + 2 * inside(numbers) >= LEAST_SAID[language];
    });
    const last = stated.at(-1);
    return last ? [{ entry: 'statement', turn, ...spanOf(call, turn, last), exactness: 1, name: 'statement' }] : [];
  });
}

/** Does the agent ask something of the matter in this turn, and not merely whether help is wanted? */
function asksOfMatter(call: HeardCall, turn: number): boolean {
  const offers = call.hear(
    say('agent', [
      'offer_of_help',
      'possible_offer',
      'details_for_help',
      'further_help',
      'satisfaction_asked',
      'salutation',
    ]),
  );
  return contentOf(call, turn).sentences.some((sentence) => {
    const { fromChar, toChar } = spanOf(call, turn, sentence);
    return (
      sentence.asks !== null &&
      !offers.some((one) => one.turn === turn && one.fromChar < toChar && fromChar < one.toChar)
    );
  });
}

/** "…and try to improve our service": told by its first words, fine words by what follows. */
const NEAR = 6;
const runsIntoFineWords = (way: Way, fine: readonly Heard[]): boolean =>
  (way.name === 'instruction' || way.name === 'explanation') &&
  fine.some(
    ({ turn, fromChar, toChar }) => turn === way.turn && fromChar - way.toChar <= NEAR && toChar > way.fromChar,
  );

export interface Ways {
  readonly found: readonly Way[];
  /** Fine words, and where the customer does not accept an answer or is content with it. */
  readonly fine: readonly Heard[];
  readonly objections: readonly Heard[];
  readonly content: readonly Heard[];
  /** The agent's last turn, where it asks something of the matter: it was to go on. */
  readonly endsAsking: number | null;
}

/** Words that say no to an answer, or that the trouble is still there. */
const OBJECTIONS = ['objection', 'trouble', 'complaint', 'upset', 'tried_already'];
const CONTENT = ['satisfied', 'settled', 'solved_now'];

function read(call: HeardCall): Ways {
  const asked = call.turns.findIndex(({ speaker }) => speaker === 'customer');
  const fine = call.hear(say('agent', FINE_WORDS));
  const found = Object.entries(SOURCES).flatMap(([name, { entries, notWithin, negation }]) =>
    call
      .hear(say('agent', entries, { notWithin: [...notWithin], negation }))
      .map((heard): Way => ({ ...heard, name: name as WayName }))
      .filter((way) => !runsIntoFineWords(way, fine)),
  );
  // Words meant for the judge are no way forward: an agent cannot talk a failure away.
  const all = [...found, ...(asked < 0 ? [] : statements(call, asked))]
    .filter(({ turn }) => !addressesJudge({ turns: [call.turns[turn]!] }))
    .sort(inOrder);
  // What the customer comes with is no objection: only what follows an answer is.
  const answered = call.turns.findIndex(({ speaker }, at) => speaker === 'agent' && at > asked);
  const later = (heard: readonly Heard[]): Heard[] => heard.filter(({ turn }) => answered >= 0 && turn > answered);
  const lastAgent = call.turns.findLastIndex(({ speaker }) => speaker === 'agent');
  return {
    found: all,
    fine,
    objections: later(call.hear(say('customer', OBJECTIONS))),
    content: later(call.hear(say('customer', CONTENT))),
    endsAsking: lastAgent > asked && asked >= 0 && asksOfMatter(call, lastAgent) ? lastAgent : null,
  };
}

/** Worked out once for a call. */
export const waysOf = (call: HeardCall): Ways => call.once('ways', () => read(call));
