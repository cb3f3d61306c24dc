import { type CallView, type Heard, type Query } from '../scoring/call-view.rules.js';
import { contentOf } from './content.rules.js';
import { OWNED } from './fitted.js';
import { likelihood } from './log-odds.rules.js';
import { situationOf } from './situation.rules.js';

/**
 * What came of the customer's matter. `resolved`: solved, answered or explained how; `deferred`: somebody will get back or arranged a next
 * step; `handed_over`: somebody else took it over; `deflected`: sent away; `none`: nothing came of it.
 */
export const RESOLUTIONS = ['resolved', 'deferred', 'handed_over', 'deflected', 'none'] as const;
export type ResolutionState = (typeof RESOLUTIONS)[number];

export interface Resolution {
  readonly state: ResolutionState;
  /** A time was given with it. */
  readonly timed: boolean;
  /** 0–1; below a half the signs speak against one another. */
  readonly certainty: number;
  /** What says so, the last first; empty for `none`. */
  readonly heard: readonly Heard[];
}

const say = (speaker: Query['speaker'], lookFor: string[], rest: Partial<Query> = {}): Query => ({
  lookFor,
  speaker,
  zone: 'anywhere',
  atStart: false,
  notWithin: [],
  ...rest,
});

/** Courtesies and waiting: what is said inside them is no way forward. */
const EMPTY_TALK = [
  'hold_request',
  'boilerplate',
  'thanks_in_passing',
  'further_help',
  'offer_of_help',
  'satisfaction_asked',
  'farewell',
  'salutation',
];
const FILLING = say('agent', EMPTY_TALK);
const TIME = say('agent', ['time_given']);
const STILL_OPEN = say('customer', ['trouble', 'complaint', 'upset', 'tried_already', 'escalation_request']);
const SATISFIED = say('customer', ['satisfied', 'settled']);

/** What speaks for an outcome, or against one. */
const SIGNS = {
  done: { state: 'resolved', entries: ['completed_action'] },
  step: { state: 'deferred', entries: ['next_step', 'promise'] },
  handover: { state: 'handed_over', entries: ['handover', 'transfer_announced'] },
  instruction: { state: 'resolved', entries: ['instruction', 'options_offered'] },
  explanation: { state: 'resolved', entries: ['explanation'] },
  deflection: { state: 'deflected', entries: ['deflection'] },
  elsewhere: { state: 'deflected', entries: ['possible_deflection', 'self_service'] },
  unable: { state: 'deflected', entries: ['not_known', 'honest_limit'] },
} as const satisfies Record<string, { state: ResolutionState; entries: string[] }>;
type SignName = keyof typeof SIGNS | 'statement';

interface Sign extends Heard {
  readonly name: SignName;
  readonly state: ResolutionState;
}

/** Not "cannot arrange", and not inside a courtesy. */
const FORWARD: Partial<Query> = { negation: 'reject', notWithin: EMPTY_TALK };

const signs = (call: CallView): Sign[] =>
  Object.entries(SIGNS)
    .flatMap(([name, { state, entries }]) =>
      call
        .hear(say('agent', [...entries], state === 'deflected' ? {} : FORWARD))
        .map((heard): Sign => ({ ...heard, name: name as SignName, state })),
    )
    .sort((a, b) => a.turn - b.turn || a.fromChar - b.fromChar);

/** Fewer words than this are no answer by themselves. */
const LEAST_SAID = { zh: 5, en: 4 };

/** The last statement of the agent that says something and is no mere courtesy: it answers what was asked before. */
function statements(call: CallView): Sign[] {
  const filled = call.hear(FILLING);
  const least = LEAST_SAID[call.transcript.language];
  const asked = call.turns.findIndex(({ speaker }) => speaker === 'customer');
  if (asked < 0) return [];
  return call.turnsOf({ speaker: 'agent', zone: 'anywhere' }).flatMap((turn) => {
    if (turn < asked) return [];
    const courtesies = filled.filter((one) => one.turn === turn);
    const { units, numbers, sentences } = contentOf(call, turn);
    const symbols = call.symbolsOf(turn);
    const stated = sentences.filter(({ from, to, asks }) => {
      if (asks !== null) return false;
      const [fromChar, toChar] = [symbols.fromChar[from]!, symbols.toChar[to - 1]!];
      if (courtesies.some((one) => one.fromChar < toChar && fromChar < one.toChar)) return false;
      const inside = <T extends { from: number; to: number }>(all: readonly T[]): number =>
        all.filter((one) => one.from >= from && one.to <= to).length;
      return inside(units) + 2 * inside(numbers) >= least;
    });
    const last = stated.at(-1);
    if (!last) return [];
    const [fromChar, toChar] = [symbols.fromChar[last.from]!, symbols.toChar[last.to - 1]!];
    return [
      {
        entry: 'statement',
        turn,
        fromChar,
        toChar,
        exactness: 1,
        name: 'statement' as const,
        state: 'resolved' as const,
      },
    ];
  });
}

/** What the outcome rests on, each 0–1: of what was said, how clear its best case is; and the surroundings. */
export type ResolutionSign =
  | SignName
  /** The customer is still in trouble after the last way forward, */
  | 'stillOpen'
  /** or when they last speak, */
  | 'lastInTrouble'
  /** or ends content. */
  | 'content'
  /** Something was wrong: an explanation alone is not enough. */
  | 'grave'
  /** In trouble, and told what cannot be done. */
  | 'unableInTrouble'
  /** The last thing that counts was being sent away. */
  | 'awayLast'
  /** No way forward at all, not so much as a statement. */
  | 'nothing';

/** Counted once for a call; `found` are the places. */
export function resolutionSigns(call: CallView): {
  signs: Readonly<Record<ResolutionSign, number>>;
  found: readonly Sign[];
} {
  const found = [...signs(call), ...statements(call)];
  const clearest = (name: SignName): number =>
    found.reduce((best, one) => (one.name === name ? Math.max(best, one.exactness) : best), 0);
  const forward = found.filter(({ state }) => state !== 'deflected');
  const away = found.filter(({ state }) => state === 'deflected');
  const lastForward = Math.max(-1, ...forward.filter(({ name }) => name !== 'statement').map(({ turn }) => turn));
  const lastAway = Math.max(-1, ...away.map(({ turn }) => turn));
  const open = call.hear(STILL_OPEN);
  const lastSaid = call.turns.findLastIndex(({ speaker }) => speaker === 'customer');
  const content = call.hear(SATISFIED).filter(({ turn }) => turn > Math.max(lastForward, lastAway));
  const names = [...Object.keys(SIGNS), 'statement'] as SignName[];
  const grave = situationOf(call).likelihood;
  return {
    found,
    signs: {
      ...(Object.fromEntries(names.map((name) => [name, clearest(name)])) as Record<SignName, number>),
      stillOpen: lastForward >= 0 && open.some(({ turn }) => turn > lastForward) ? 1 : 0,
      lastInTrouble: open.some(({ turn, entry }) => turn === lastSaid && entry !== 'escalation_request') ? 1 : 0,
      content: content.length > 0 ? 1 : 0,
      grave,
      unableInTrouble: clearest('unable') * grave,
      awayLast: lastAway > lastForward ? 1 : 0,
      nothing: forward.length === 0 ? 1 : 0,
    },
  };
}

/** A time within a turn of what it belongs to. */
const isTimed = (call: CallView, found: readonly Sign[]): boolean =>
  call.hear(TIME).some((time) => found.some((sign) => Math.abs(sign.turn - time.turn) <= 1));

/** What tells most of what came of it, first. */
const RANK: readonly SignName[] = ['done', 'step', 'explanation', 'handover', 'statement', 'instruction'];

/** The last of those that tell most. */
const strongest = (all: readonly Sign[]): Sign =>
  all.reduce((best, one) => (RANK.indexOf(one.name) <= RANK.indexOf(best.name) ? one : best));

function weigh(call: CallView): Resolution {
  const { signs: read, found } = resolutionSigns(call);
  const forward = found.filter(({ state }) => state !== 'deflected');
  const away = found.filter(({ state }) => state === 'deflected');
  const owned = likelihood(OWNED, read);
  const certainty = Math.abs(2 * owned - 1);
  if (owned < 0.5 || forward.length === 0) {
    if (away.length === 0) return { state: 'none', timed: false, certainty, heard: [...forward].reverse() };
    return { state: 'deflected', timed: false, certainty, heard: [...away].reverse() };
  }
  const best = strongest(forward);
  const heard = [best, ...forward.filter((one) => one !== best).reverse()];
  return { state: best.state, timed: isTimed(call, forward), certainty, heard };
}

/** What came of the customer's matter, as far as words tell. */
export const resolutionOf = (call: CallView): Resolution => call.once('resolution', () => weigh(call));
