import { type CallView, type Heard, type Query } from '../scoring/call-view.rules.js';
import { contentOf } from './content.rules.js';
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

const agent = (lookFor: string[], notWithin: string[] = []): Query => ({
  lookFor,
  speaker: 'agent',
  zone: 'anywhere',
  atStart: false,
  notWithin,
});
const customer = (...lookFor: string[]): Query => ({ ...agent(lookFor), speaker: 'customer' });

const EMPTY_TALK = [
  'hold_request',
  'boilerplate',
  'thanks_in_passing',
  'further_help',
  'offer_of_help',
  'satisfaction_asked',
];
/** Ways forward, each with how much it says by itself that the matter is owned. */
const FORWARD: readonly { state: ResolutionState; entries: string[]; weight: number }[] = [
  { state: 'handed_over', entries: ['handover', 'transfer_announced'], weight: 0.8 },
  { state: 'resolved', entries: ['completed_action'], weight: 0.9 },
  { state: 'deferred', entries: ['promise', 'next_step', 'person_named'], weight: 0.75 },
  { state: 'resolved', entries: ['instruction', 'explanation', 'options_offered'], weight: 0.6 },
];
const AWAY: readonly { entries: string[]; weight: number }[] = [
  { entries: ['deflection'], weight: 0.8 },
  { entries: ['possible_deflection', 'self_service'], weight: 0.4 },
  { entries: ['not_known', 'honest_limit'], weight: 0.4 },
];
const TIME = agent(['time_given']);
const STILL_OPEN = customer('trouble', 'complaint', 'upset', 'tried_already', 'escalation_request');
const SETTLED = customer('satisfied');
const FILLING = agent(EMPTY_TALK);

interface Sign extends Heard {
  readonly state: ResolutionState;
  readonly weight: number;
}

const signs = (call: CallView): Sign[] =>
  [
    ...FORWARD.flatMap(({ state, entries, weight }) =>
      call.hear(agent(entries, ['hold_request', 'offer_of_help'])).map((heard) => ({ ...heard, state, weight })),
    ),
    ...AWAY.flatMap(({ entries, weight }) =>
      call.hear(agent(entries)).map((heard) => ({ ...heard, state: 'deflected' as const, weight })),
    ),
  ].sort((a, b) => a.turn - b.turn || a.fromChar - b.fromChar);

/** Fewer words than this are no answer by themselves. */
const LEAST_SAID = { zh: 5, en: 4 };

/** The last statement of the agent that says something and is no mere courtesy: it answers what was asked before. */
function statements(call: CallView): Sign[] {
  const filled = call.hear(FILLING);
  const least = LEAST_SAID[call.transcript.language];
  return call.turnsOf({ speaker: 'agent', zone: 'anywhere' }).flatMap((turn) => {
    const spoken = call.turns.slice(0, turn).some(({ speaker }) => speaker === 'customer');
    if (!spoken) return [];
    const { units, numbers, sentences } = contentOf(call, turn);
    const symbols = call.symbolsOf(turn);
    const stated = sentences.filter(({ from, to, asks }) => {
      if (asks !== null) return false;
      const [fromChar, toChar] = [symbols.fromChar[from]!, symbols.toChar[to - 1]!];
      if (filled.some((one) => one.turn === turn && one.fromChar < toChar && fromChar < one.toChar)) return false;
      const inside = <T extends { from: number; to: number }>(all: readonly T[]): number =>
        all.filter((one) => one.from >= from && one.to <= to).length;
      return inside(units) + 2 * inside(numbers) >= least;
    });
    const last = stated.at(-1);
    if (!last) return [];
    const [fromChar, toChar] = [symbols.fromChar[last.from]!, symbols.toChar[last.to - 1]!];
    return [{ entry: 'statement', turn, fromChar, toChar, exactness: 1, state: 'resolved' as const, weight: 0.35 }];
  });
}

const after = (heard: readonly Heard[], turn: number): readonly Heard[] => heard.filter((one) => one.turn > turn);

/** A time within a turn of what it belongs to. */
const isTimed = (call: CallView, signed: readonly Sign[]): boolean =>
  call.hear(TIME).some((time) => signed.some((sign) => Math.abs(sign.turn - time.turn) <= 1));

const sumOf = (all: readonly Sign[]): number =>
  1 - all.reduce((rest, { weight, exactness }) => rest * (1 - weight * exactness), 1);

function weigh(call: CallView): Resolution {
  const found = signs(call);
  const forward = found.filter(({ state }) => state !== 'deflected');
  const away = found.filter(({ state }) => state === 'deflected');
  const plain = statements(call);
  const satisfied = call.hear(SETTLED);
  const all = forward.length > 0 ? forward : plain;
  if (all.length === 0 && away.length === 0) return { state: 'none', timed: false, certainty: 0.7, heard: [] };
  const last = all.at(-1);
  const lastAway = away.at(-1);
  // What is said later, and what the customer says to it, counts most.
  let yes = sumOf(all);
  let no = sumOf(away);
  if (last && lastAway && last.turn > lastAway.turn) no *= 0.5;
  if (last && lastAway && last.turn < lastAway.turn) yes *= 0.5;
  const grave = situationOf(call).kind !== 'question';
  const left = last ? after(call.hear(STILL_OPEN), last.turn) : [];
  if (left.length > 0) yes *= 0.6;
  else if (last && after(satisfied, last.turn - 1).length > 0) yes = 1 - (1 - yes) * 0.5;
  if (forward.length === 0 && grave) yes *= 0.7;
  const met = yes >= no;
  const certainty = Math.abs(yes - no);
  if (!met || !last) return { state: 'deflected', timed: false, certainty, heard: [...away].reverse() };
  const best = strongest(all);
  const heard = [best, ...all.filter((one) => one !== best).reverse()];
  return { state: best.state, timed: isTimed(call, all), certainty, heard };
}

/** The last of the weightiest. */
const strongest = (all: readonly Sign[]): Sign => all.reduce((best, one) => (one.weight >= best.weight ? one : best));

/** What came of the customer's matter, as far as words tell. */
export const resolutionOf = (call: CallView): Resolution => call.once('resolution', () => weigh(call));
