import type { CallDetail, Leg } from '#contracts';

export type SpanKind = 'queue' | 'menu' | 'ring' | 'talk' | 'hold' | 'untold';

/** What a leg did for a while, by the wall clock in milliseconds. */
export interface TimeSpan {
  kind: SpanKind;
  from: number;
  to: number;
}

/** A leg on the axis of its call. */
export interface LegOnAxis {
  leg: Leg;
  spans: TimeSpan[];
  /** When it passed the customer on, and to which row; the row is null where that leg is not seen or not of the call. */
  passedOn: { at: number; row: number | null } | null;
}

export interface Timeline {
  from: number;
  to: number;
  legs: LegOnAxis[];
}

const ms = (at: string | null): number | null => (at === null ? null : Date.parse(at));

/** Legs that wait for a person, or take none: nothing of them rings or talks. */
const WAITS: Partial<Record<Leg['kind'], SpanKind>> = { queue: 'queue', ivr: 'menu' };

/** What is known of one leg, in order; what is not told is no span. */
export function spansOf(leg: Leg): TimeSpan[] {
  const [began, alerted, answered, ended] = [leg.beganAt, leg.alertedAt, leg.answeredAt, leg.endedAt].map(ms) as [
    number | null,
    number | null,
    number | null,
    number | null,
  ];
  const waits = WAITS[leg.kind];
  if (waits) return span(waits, began, answered ?? ended ?? after(began, leg.queueSeconds));
  const rings = alerted ?? (leg.ringSeconds !== null && answered !== null ? answered - leg.ringSeconds * 1000 : began);
  const stops = answered ?? after(rings, leg.ringSeconds) ?? ended;
  const ring =
    leg.ringSeconds === null || leg.ringSeconds > 0
      ? span(leg.ringSeconds === null && alerted === null ? 'untold' : 'ring', rings, stops)
      : [];
  const queued = leg.queueSeconds && rings !== null ? span('queue', rings - leg.queueSeconds * 1000, rings) : [];
  return [...queued, ...ring, ...talk(answered, ended, leg.holds ?? [])];
}

/** Talk with its holds cut out. */
function talk(from: number | null, to: number | null, holds: readonly (readonly [string, string])[]): TimeSpan[] {
  if (from === null || to === null || to <= from) return [];
  const spans: TimeSpan[] = [];
  let at = from;
  for (const [held, resumed] of holds) {
    const [start, end] = [clamp(Date.parse(held), at, to), clamp(Date.parse(resumed), at, to)];
    spans.push(...span('talk', at, start), ...span('hold', start, end));
    at = Math.max(at, end);
  }
  return [...spans, ...span('talk', at, to)];
}

/** The legs of a call on one axis of the wall clock; null where nothing of them has two times. */
export function timelineOf({ startedAt, legs }: Pick<CallDetail, 'startedAt' | 'legs'>): Timeline | null {
  // The wait that records tell of counts to the answer; a queue's own leg shows when it was, so an agent's leg does not draw it again.
  const isWait = ({ kind }: TimeSpan): boolean => kind === 'queue' && legs.some((leg) => leg.kind === 'queue');
  const shown = (leg: Leg): TimeSpan[] => spansOf(leg).filter((one) => WAITS[leg.kind] !== undefined || !isWait(one));
  const rows = legs.map((leg) => ({ leg, spans: shown(leg), passedOn: passedOn(leg, legs) }));
  const spans = rows.flatMap((row) => row.spans);
  if (spans.length === 0) return null;
  const from = Math.min(Date.parse(startedAt), ...spans.map((one) => one.from));
  return { from, to: Math.max(...spans.map((one) => one.to)), legs: rows };
}

function passedOn({ transferredTo, endedAt }: Leg, legs: readonly Leg[]): LegOnAxis['passedOn'] {
  const at = ms(endedAt);
  if (!transferredTo || at === null) return null;
  const row = legs.findIndex(({ legId }) => legId === transferredTo.toLegId);
  return { at, row: row < 0 ? null : row };
}

/** How long each kind took in all, in seconds. */
export function secondsOf(spans: readonly TimeSpan[], kind: SpanKind): number {
  return spans.reduce((sum, one) => (one.kind === kind ? sum + (one.to - one.from) / 1000 : sum), 0);
}

const span = (kind: SpanKind, from: number | null, to: number | null): TimeSpan[] =>
  from !== null && to !== null && to > from ? [{ kind, from, to }] : [];

const after = (from: number | null, seconds: number | null): number | null =>
  from === null || seconds === null ? null : from + seconds * 1000;

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** Steps at which a ruler is drawn, in seconds. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400];

/** Instants at which the ruler has a mark, at most `most` of them, on whole steps after the beginning. */
export function ticksOf({ from, to }: Pick<Timeline, 'from' | 'to'>, most: number): number[] {
  const step = (STEPS.find((seconds) => (to - from) / 1000 / seconds <= most) ?? 86_400) * 1000;
  const count = Math.floor((to - from) / step) + 1;
  return Array.from({ length: count }, (_, at) => from + at * step);
}
