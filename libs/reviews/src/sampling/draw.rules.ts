/*
 * A draw, so that an auditor can do it again with nothing but what was kept: the seed, the frame and the plan.
 *   Commitment: SHA-256 of the seed's 32 bytes, in the journal before the period begins.
 *   Frame: every leg that the plan could draw, in the order of its id, one JSON line each: [leg, stratum, severity]. Its hash is the
 *   SHA-256 of these lines joined by line feeds.
 *   Ticket of a leg: HMAC-SHA256 of its id, keyed by the seed, in hex. Low tickets are drawn first; by risk, the severest first and of equal
 *   ones the lower ticket.
 */
import { createHash, createHmac } from 'node:crypto';
import { type SamplingPlan } from '#contracts';

/** A leg that a plan could draw. */
export interface FrameLeg {
  readonly legId: string;
  /** The agent's id, the queue or the outcome; empty where the plan does not stratify. */
  readonly stratum: string;
  /** Of a plan by risk, the higher the worse; else 0. */
  readonly severity: number;
}

/** A leg that was drawn: the `place`-th of its stratum, from 1. */
export interface Picked {
  readonly legId: string;
  readonly stratum: string;
  readonly place: number;
}

/** As far as a draw depends on the plan. */
export type DrawnBy = Pick<SamplingPlan, 'kind' | 'strata' | 'size'>;

const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** What is committed of a seed (32 bytes in hex) before the period begins. */
export const commitmentOf = (seed: string): string => sha256(Buffer.from(seed, 'hex'));

export const ticketOf = (seed: string, legId: string): string =>
  createHmac('sha256', Buffer.from(seed, 'hex')).update(legId).digest('hex');

/** What the hash of a frame is made of. */
export const frameLine = ({ legId, stratum, severity }: FrameLeg): string => JSON.stringify([legId, stratum, severity]);

/** The same for two frames of the same legs, in whatever order they were read. */
export const frameHash = (frame: readonly FrameLeg[]): string =>
  sha256(
    [...frame]
      .sort((a, b) => (a.legId < b.legId ? -1 : 1))
      .map(frameLine)
      .join('\n'),
  );

export const picksHash = (picks: readonly Picked[]): string => sha256(picks.map(({ legId }) => legId).join('\n'));

/** Each stratum's legs in the order in which they would be drawn; strata in the order of their names. */
export function drawOrder(frame: readonly FrameLeg[], seed: string): Map<string, FrameLeg[]> {
  const tickets = new Map(frame.map(({ legId }) => [legId, ticketOf(seed, legId)]));
  const strata = new Map<string, FrameLeg[]>();
  for (const leg of [...frame].sort(byTicket(tickets))) addTo(strata, leg);
  return byName(strata);
}

/** By risk the severest first; of equal ones the lower ticket. */
export const byTicket =
  (tickets: ReadonlyMap<string, string>) =>
  (a: FrameLeg, b: FrameLeg): number =>
    b.severity - a.severity || (tickets.get(a.legId)! < tickets.get(b.legId)! ? -1 : 1);

/** Puts a leg with those of its stratum. */
export function addTo(strata: Map<string, FrameLeg[]>, leg: FrameLeg): void {
  const known = strata.get(leg.stratum);
  if (known) known.push(leg);
  else strata.set(leg.stratum, [leg]);
}

/** Strata in the order of their names. */
export const byName = (strata: ReadonlyMap<string, FrameLeg[]>): Map<string, FrameLeg[]> =>
  new Map([...strata].sort(([a], [b]) => (a < b ? -1 : 1)));

/** @param reviewers how many judge, where the plan counts by them */
export function draw(frame: readonly FrameLeg[], plan: DrawnBy, seed: string, reviewers: number): Picked[] {
  return pickedOf(drawOrder(frame, seed), plan, reviewers);
}

/** @param order of each stratum, as `drawOrder` gives it */
export function pickedOf(order: ReadonlyMap<string, readonly FrameLeg[]>, plan: DrawnBy, reviewers: number): Picked[] {
  const taken = sizes(new Map([...order].map(([stratum, legs]) => [stratum, legs.length])), plan, reviewers);
  return [...order].flatMap(([stratum, legs]) =>
    legs.slice(0, taken.get(stratum)).map(({ legId }, at) => ({ legId, stratum, place: at + 1 })),
  );
}

/** How many a draw takes of strata that hold so many. */
export function takenOf(held: ReadonlyMap<string, number>, plan: DrawnBy, reviewers: number): number {
  const taken = sizes(held, plan, reviewers);
  return [...held].reduce((sum, [stratum, legs]) => sum + Math.min(legs, taken.get(stratum) ?? 0), 0);
}

/** The leg that takes the place of another: the next of its stratum that was not taken yet; null when none is left. */
export function nextAfter(
  order: ReadonlyMap<string, readonly FrameLeg[]>,
  stratum: string,
  taken: ReadonlySet<string>,
): Picked | null {
  const legs = order.get(stratum) ?? [];
  const at = legs.findIndex(({ legId }) => !taken.has(legId));
  const next = legs[at];
  return next ? { legId: next.legId, stratum, place: at + 1 } : null;
}

/** How many of each stratum: so many of each, or so many altogether, shared out by what each holds. */
function sizes(
  held: ReadonlyMap<string, number>,
  { size, strata }: DrawnBy,
  reviewers: number,
): ReadonlyMap<string, number> {
  if (size.per === 'stratum') return new Map([...held.keys()].map((stratum) => [stratum, size.n]));
  const all = size.per === 'reviewer' ? size.n * reviewers : size.n;
  if (strata === 'none') return new Map([...held.keys()].map((stratum) => [stratum, all]));
  return largestRemainders(held, all);
}

/** By the method of the largest remainder; of equal remainders the stratum with the earlier name has it. */
function largestRemainders(held: ReadonlyMap<string, number>, n: number): ReadonlyMap<string, number> {
  const total = [...held.values()].reduce((sum, one) => sum + one, 0);
  if (n >= total) return held;
  const shares = [...held].map(([stratum, one]) => {
    const whole = Math.floor((one * n) / total);
    return { stratum, whole, rest: (one * n) % total };
  });
  const left = n - shares.reduce((sum, { whole }) => sum + whole, 0);
  const more = new Set(
    [...shares]
      .sort((a, b) => b.rest - a.rest || (a.stratum < b.stratum ? -1 : 1))
      .slice(0, left)
      .map(({ stratum }) => stratum),
  );
  return new Map(shares.map(({ stratum, whole }) => [stratum, whole + Number(more.has(stratum))]));
}
