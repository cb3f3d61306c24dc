/*
 * How a session stands while it goes on, for people who look on: who speaks, and what happened to its recording. It is folded from the same
 * records that the spool holds, so that the next process after a kill tells the same. Neither sound nor a key nor a digit is in it.
 */
import { liveHowSchema, type LiveHow, type LiveMomentKind } from '#contracts';
import { type StreamParty } from './media-plane.js';
import { type SessionRecord, type StoredPlan } from './session-records.rules.js';

/** Milliseconds since 1970. */
export interface StandingMoment {
  readonly at: number;
  readonly what: LiveMomentKind;
  readonly how: LiveHow;
  /** The instruction that asked for it. */
  readonly instruction: string | null;
}

export interface Standing {
  readonly session: string;
  readonly beganAt: number;
  /** Its client has shown who it is. Of others people are told nothing. */
  readonly proved: boolean;
  readonly parties: readonly StreamParty[];
  readonly timeline: readonly StandingMoment[];
  /** A pause ends by itself then. */
  readonly pauseEndsAt: number | null;
  /** Since when not one packet of the client has come, where that is long; null: they come. */
  readonly silentSince: number | null;
  readonly endedAt: number | null;
}

/** A client that turns its streams on and off without end fills no table: what it says beyond this many moments is in its recording alone. */
const MOST_MOMENTS = 200;

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @returns null: nothing that is looked at has changed. @param pauseMs how long a pause lasts at the most */
export function standingAfter(before: Standing | null, record: SessionRecord, pauseMs: number): Standing | null {
  if (record.kind === 'opened')
    return {
      ...{ session: record.session, beganAt: record.at, proved: false, parties: [], timeline: [] },
      ...{ pauseEndsAt: null, silentSince: null, endedAt: null },
    };
  if (!before) return null;
  switch (record.kind) {
    case 'plan':
      return planned(before, record.streams, record.parties, record.at);
    case 'proved':
      return { ...before, proved: true };
    case 'consent':
      return { ...before, ...then(before, `consent_${record.state}`, record) };
    case 'pause':
      if (before.pauseEndsAt !== null) return null;
      return { ...before, ...then(before, 'paused', record), pauseEndsAt: record.at + pauseMs };
    case 'resume':
      return before.pauseEndsAt === null ? null : { ...before, ...then(before, 'resumed', record), pauseEndsAt: null };
    case 'closed':
      return { ...before, endedAt: record.at };
    default:
      return null;
  }
}

function then(
  { timeline }: Standing,
  what: LiveMomentKind,
  { at, why }: { readonly at: number; readonly why: string },
): Pick<Standing, 'timeline'> {
  const how = liveHowSchema.catch('none').parse(why.split(' ')[0]);
  return { timeline: [...timeline, { at, what, how, instruction: UUID.exec(why)?.[0] ?? null }] };
}

function planned(
  before: Standing,
  streams: readonly StoredPlan[],
  told: readonly StreamParty[],
  at: number,
): Standing | null {
  const byLabel = new Map([...before.parties, ...told].map((one) => [one.label, one]));
  // Who was transferred away speaks on no stream that is left. Where no one is known on those that are there, what was told before still holds.
  const there = [...byLabel.values()].filter(({ label }) => streams.some((one) => one.label === label));
  const parties = there.length > 0 ? there : [...byLabel.values()];
  const held = streams.length > 0 && streams.every(({ state }) => state === 'paused');
  const wasHeld = before.timeline.findLast(({ what }) => what === 'held' || what === 'unheld')?.what === 'held';
  const more =
    held === wasHeld || before.timeline.length >= MOST_MOMENTS
      ? {}
      : then(before, held ? 'held' : 'unheld', { at, why: 'line' });
  if (JSON.stringify(parties) === JSON.stringify(before.parties) && !('timeline' in more)) return null;
  return { ...before, parties, ...more };
}
