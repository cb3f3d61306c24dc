import {
  type LiveAct,
  type LiveConsentState,
  type LiveHearing,
  type LiveMoment,
  type LiveMomentKind,
  type LiveRecording,
} from '#contracts';

type Happened = Pick<LiveMoment, 'what'>;

const CONSENT: Partial<Record<LiveMomentKind, LiveConsentState>> = {
  consent_pending: 'pending',
  consent_given: 'given',
  consent_refused: 'refused',
  consent_withdrawn: 'withdrawn',
};

/** Nothing was said of it yet: pending. */
export const consentNow = (timeline: readonly Happened[]): LiveConsentState =>
  timeline.map(({ what }) => CONSENT[what]).findLast((one) => one !== undefined) ?? 'pending';

export const isPaused = (timeline: readonly Happened[]): boolean => lastOf(timeline, 'paused', 'resumed') === 'paused';

const lastOf = (timeline: readonly Happened[], ...kinds: LiveMomentKind[]): LiveMomentKind | undefined =>
  timeline.findLast(({ what }) => kinds.includes(what))?.what;

/** Whether sound is taken, and why not: what cannot be changed any more says it first, then what a person can change. */
export function recordingNow(timeline: readonly Happened[]): LiveRecording {
  const consent = consentNow(timeline);
  if (consent === 'refused' || consent === 'withdrawn') return consent;
  if (consent === 'pending') return 'consent_pending';
  if (isPaused(timeline)) return 'paused';
  return lastOf(timeline, 'held', 'unheld') === 'held' ? 'held' : 'recording';
}

/** Since when it is as it is. @param beganAt of a call of which nothing was said yet */
export function recordingSince(timeline: readonly LiveMoment[], beganAt: string): string {
  const now = recordingNow(timeline);
  let since = timeline[0]?.at ?? beganAt;
  for (const [i, { at }] of timeline.entries())
    if (i > 0 && recordingNow(timeline.slice(0, i + 1)) === now && recordingNow(timeline.slice(0, i)) !== now)
      since = at;
  return since;
}

/**
 * What an act does to a call as it stands. `settled`: consent was refused or taken back, or it does not await an answer; nothing makes sound of
 * such a call. `nothing`: it is so already. A refusal takes back what was given, or what an announcement took to be given.
 */
export function effectOf(act: LiveAct, timeline: readonly Happened[]): LiveMomentKind | 'settled' | 'nothing' {
  const consent = consentNow(timeline);
  switch (act) {
    case 'consent_given':
      return consent === 'pending' ? 'consent_given' : consent === 'given' ? 'nothing' : 'settled';
    case 'consent_refused':
      if (consent === 'given') return 'consent_withdrawn';
      return consent === 'pending' ? 'consent_refused' : 'nothing';
    case 'consent_withdrawn':
      return consent === 'given' ? 'consent_withdrawn' : consent === 'withdrawn' ? 'nothing' : 'settled';
    case 'pause':
      return isPaused(timeline) ? 'nothing' : 'paused';
    case 'resume':
      return isPaused(timeline) ? 'resumed' : 'nothing';
  }
}

/** How pauses were used in a call: those that were asked for, and how long they lasted together. */
export function pausesOf(timeline: readonly LiveMoment[], until: number): { pauses: number; pausedMs: number } {
  let [pauses, pausedMs, from] = [0, 0, null as number | null];
  for (const { at, what } of timeline) {
    if (what === 'paused') [pauses, from] = [pauses + 1, Date.parse(at)];
    if (what === 'resumed' && from !== null) [pausedMs, from] = [pausedMs + Date.parse(at) - from, null];
  }
  return { pauses, pausedMs: pausedMs + (from === null ? 0 : Math.max(0, until - from)) };
}

/** A card number takes one pause, perhaps two; beyond these a supervisor should look. */
export const MOST_PAUSES = 3;
export const MOST_PAUSED_MS = 300_000;

export const pausesTooMuch = ({ pauses, pausedMs }: { pauses: number; pausedMs: number }): boolean =>
  pauses > MOST_PAUSES || pausedMs > MOST_PAUSED_MS;

/** What people are told of a call's words. */
export function hearingOf({ room, heard, asked }: { room: number; heard: boolean; asked: boolean }): LiveHearing {
  if (heard) return 'heard';
  return room === 0 ? 'none' : asked ? 'asked' : 'not_heard';
}

/** After so long without a word of its process, it is not known whether a call goes on. */
export const LIVE_CALL_TIMEOUT_MS = 45_000;
