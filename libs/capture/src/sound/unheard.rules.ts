import { type Span } from '../session/session-records.rules.js';
import { type HeardSession } from './heard-session.js';

/** Why there is no sound: it was paused, a key was pressed, packets were lost, or the process began again. */
export type UnheardReason = 'paused' | 'masked' | 'lost' | 'restart';

/** A span of a recording in which something may have been said that is not in it. Milliseconds from its first sample. */
export interface UnheardSpan extends Span {
  readonly reason: UnheardReason;
}

/** What a recording of these streams does not hold, in order. Nothing may be concluded from silence there. */
export function unheardSpans(
  { state, streams, rate, extent }: Pick<HeardSession, 'state' | 'streams' | 'rate' | 'extent'>,
  channels: readonly number[],
): UnheardSpan[] {
  if (!extent) return [];
  const used = streams.filter(({ index }) => channels.includes(index));
  const spans: UnheardSpan[] = [
    ...pausedSpans(state, channels).map((span) => ({ ...span, reason: 'paused' as const })),
    ...state.masked.map((span) => ({ ...span, reason: 'masked' as const })),
    ...state.takenOver.map((at) => ({ ...restartAround(used, at - state.beganAt), reason: 'restart' as const })),
    ...used.flatMap(({ placed }) =>
      placed.gaps.map(({ from, to }) => ({
        fromMs: (from * 1000) / rate,
        toMs: (to * 1000) / rate,
        reason: 'lost' as const,
      })),
    ),
  ];
  const begins = (extent.from * 1000) / rate;
  const lasts = (extent.to * 1000) / rate - begins;
  return spans
    .map(({ fromMs, toMs, reason }) => ({
      ...{
        fromMs: Math.max(0, Math.floor(fromMs - begins)),
        toMs: Math.min(Math.ceil(lasts), Math.ceil(toMs - begins)),
      },
      reason,
    }))
    .filter(({ fromMs, toMs }) => fromMs < toMs)
    .toSorted((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs);
}

/** Whenever one side was not taken: by the client's word, by someone's wish, or for want of consent. */
function pausedSpans(
  { beganAt, plans, pauses, consent, closed }: HeardSession['state'],
  channels: readonly number[],
): Span[] {
  const end = (closed?.at ?? Number.MAX_SAFE_INTEGER) - beganAt;
  const byPlan = plans.flatMap(({ at, streams }, i) => {
    const paused = channels.some((one) => streams.find(({ mediaIndex }) => mediaIndex === one)?.state !== 'recording');
    return paused ? [{ fromMs: at - beganAt, toMs: (plans[i + 1]?.at ?? beganAt + end) - beganAt }] : [];
  });
  const byWish = pauses.map(({ from, to }) => ({ fromMs: from - beganAt, toMs: (to ?? beganAt + end) - beganAt }));
  const byConsent = consent.flatMap(({ at, state }, i) =>
    state === 'given' ? [] : [{ fromMs: at - beganAt, toMs: (consent[i + 1]?.at ?? beganAt + end) - beganAt }],
  );
  return [...byPlan, ...byWish, ...byConsent];
}

/** From the last packet that the killed process had written to the first that the next one took. */
function restartAround(streams: HeardSession['streams'], atMs: number): Span {
  const times = streams.flatMap(({ arrivals }) => arrivals.map(({ arrivedMs }) => arrivedMs));
  const before = times.reduce((latest, one) => (one <= atMs && one > latest ? one : latest), 0);
  const after = times.reduce((first, one) => (one > atMs && one < first ? one : first), Infinity);
  return { fromMs: before, toMs: Number.isFinite(after) ? after : atMs };
}
