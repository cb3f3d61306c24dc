/*
 * Where a recording of several agents is cut
 *   Each part is a talk of one agent with the customer, from answer to end by the telephone records, placed in the recording by the wall clock.
 *   What lies between talks (a queue, a menu, music) is no agent's and in no part. Where two follow each other at once, the first ends when the
 *   next begins, so that no second is heard by two.
 *   Whatever is not sure is a doubt, and nothing is cut: to hear another agent's customer, or to be judged by another's words, is worse.
 */
import { type CompletenessSettings, type SplitDoubt } from '#contracts';
import {
  NOTHING_SAID_MS,
  recordingsOf,
  talkOf,
  type KnownCall,
  type KnownLeg,
  type KnownRecording,
} from './known-call.rules.js';

/** Where in the whole the part of a leg lies, in milliseconds. */
export interface PlannedPart {
  legId: string;
  fromMs: number;
  toMs: number;
}

/** How a recording is to be split; no parts: it holds one agent alone. */
export type Split = { parts: PlannedPart[] } | { doubt: SplitDoubt };

/** Records that come later and name the same moment more finely move no cut. */
const SAME_MS = 1_000;

/** How a recording is to be split by what is known of its call. */
export function splitOf(call: KnownCall, whole: KnownRecording, settings: CompletenessSettings): Split {
  const { beganAt, durationMs, barred } = whole;
  const slack = settings.toleranceSeconds * 1000;
  if (!beganAt) return { doubt: 'start_unknown' };
  const span = { from: beganAt.getTime(), to: beganAt.getTime() + durationMs };
  const agents = call.legs.filter(({ kind }) => kind === 'agent');
  if (agents.some(isUnclear)) return { doubt: 'times_unknown' };
  const talks = agents
    .flatMap((leg) => {
      const talk = talkOf(leg);
      return talk && talk.ms >= NOTHING_SAID_MS ? [{ leg, ...talk }] : [];
    })
    .filter(({ from, to, ms }) => {
      const inIt = Math.min(to, span.to) - Math.max(from, span.from);
      return inIt > slack || inIt >= ms / 2;
    })
    .toSorted((one, other) => one.from - other.from);
  if (new Set(talks.map(({ leg }) => leg.personId ?? leg.id)).size < 2) return { parts: [] };
  if (talks.some(({ leg }) => leg.personId === null)) return { doubt: 'agent_unknown' };
  const isOut = talks.some(({ from, to }) => from < span.from - slack || to > span.to + slack);
  if (isOut || !talks.some(({ leg }) => leg.id === whole.legId)) return { doubt: 'not_whole' };
  if (talks.some(({ to }, at) => to - (talks[at + 1]?.from ?? Infinity) > slack)) return { doubt: 'overlap' };
  if (barred) return { doubt: barred };
  const parts = talks.map(({ leg, from, to }, at): PlannedPart => {
    const end = Math.min(to, talks[at + 1]?.from ?? Infinity);
    return {
      legId: leg.id,
      fromMs: Math.max(0, Math.round(from - span.from)),
      toMs: Math.min(durationMs, Math.round(end - span.from)),
    };
  });
  return {
    parts: parts.filter(({ legId, fromMs, toMs }) => toMs - fromMs >= SAME_MS && !hasItsOwn(call, whole, legId)),
  };
}

/** It may have talked, and it is not told when. */
const isUnclear = (leg: KnownLeg): boolean =>
  talkOf(leg) === null && (leg.outcome === null || leg.outcome === 'answered');

/** A recording of its own, beside the whole and its parts. */
const hasItsOwn = (call: KnownCall, whole: KnownRecording, legId: string): boolean =>
  recordingsOf(call, { id: legId }).some(({ id, partOfId }) => id !== whole.id && partOfId !== whole.id);

/** Whether parts lie where they are to lie. */
export function isCutSo(planned: readonly PlannedPart[], parts: readonly KnownRecording[]): boolean {
  return planned.length === parts.length && planned.every((one) => parts.some((part) => isPartOf(one, part)));
}

/** Whether a part is the one that is planned. */
export const isPartOf = (
  { legId, fromMs, toMs }: PlannedPart,
  part: Pick<KnownRecording, 'legId' | 'partFromMs' | 'durationMs'>,
): boolean =>
  part.legId === legId &&
  Math.abs((part.partFromMs ?? 0) - fromMs) <= SAME_MS &&
  Math.abs(part.durationMs - (toMs - fromMs)) <= SAME_MS;
