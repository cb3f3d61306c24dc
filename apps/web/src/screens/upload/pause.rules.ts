import type { Bilingual, CallStage, FieldAtFault } from '#contracts';

/** Why a file came back without having been looked at: the server asked for a pause (429), or it cannot answer now. */
export interface PauseReason {
  why: 'asked' | 'silent';
  /** How long the server says to wait; null where it says nothing. */
  afterMs: number | null;
}

/** The whole queue is paused until then, ms since 1970. */
export interface Pause {
  why: PauseReason['why'];
  until: number;
}

export interface Queue {
  /** Pauses since the server last answered. */
  silences: number;
  pause: Pause | null;
}

/** What becomes of the file: it is sent again, it has failed, or it and everything behind it has. */
export type Verdict = 'again' | 'failed' | 'all_failed';

/** Pauses while no answer comes, each longer; after the last one a person decides when to go on. */
export const SILENCE_MS = [2_000, 5_000, 15_000, 30_000, 60_000] as const;
/** A server that names no time. */
const UNSAID_MS = 10_000;
/** Longer is not waited without asking again; an hour also stays far from what a browser's timer can hold. */
const LONGEST_MS = 3_600_000;

export const OPEN: Queue = { silences: 0, pause: null };

/**
 * Reads an answer that says "not now". `status` is 0 where no answer came; 502 and 504 are a proxy's word for that.
 *
 * @param retryAfter `Retry-After`, in seconds or as a date (RFC 9110 §10.2.3)
 */
export function setbackOf(status: number, retryAfter: string | null, now: number): PauseReason | null {
  const why = status === 429 ? 'asked' : [0, 502, 503, 504].includes(status) ? 'silent' : null;
  return why && { why, afterMs: readRetryAfter(retryAfter, now) };
}

/**
 * Pauses the queue. There is no limit when the server asks for a pause, because it is reachable. When there is no answer, a file fails after as
 * many attempts as there are pauses; if nothing else was answered meanwhile, the files behind it fail too. Files sent together count one outage
 * together.
 *
 * @param met how often this file met silence before
 */
export function hold(queue: Queue, setback: PauseReason, met: number, now: number): { queue: Queue; verdict: Verdict } {
  const standing = queue.pause !== null && queue.pause.until > now;
  if (setback.why === 'asked')
    return { queue: { silences: 0, pause: later(queue.pause, setback, UNSAID_MS, now) }, verdict: 'again' };
  if (!standing && queue.silences >= SILENCE_MS.length) return { queue, verdict: 'all_failed' };
  if (met >= SILENCE_MS.length) return { queue, verdict: 'failed' };
  const silences = standing ? queue.silences : queue.silences + 1;
  const least = standing ? 0 : (SILENCE_MS[silences - 1] ?? 0);
  return { queue: { silences, pause: later(queue.pause, setback, least, now) }, verdict: 'again' };
}

/** Of two pauses the one that ends later. */
function later(before: Pause | null, { why, afterMs }: PauseReason, otherwiseMs: number, now: number): Pause {
  const asked = why === 'asked' ? (afterMs ?? otherwiseMs) : Math.max(afterMs ?? 0, otherwiseMs);
  const until = now + Math.min(asked, LONGEST_MS);
  return before && before.until >= until ? before : { why, until };
}

function readRetryAfter(text: string | null, now: number): number | null {
  if (text === null || text.trim() === '') return null;
  if (/^\s*\d+\s*$/.test(text)) return Math.max(1_000, Number(text) * 1_000);
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(1_000, at - now);
}

/** How far one file has come. What is `taken` goes on at the server; everything else ends here or waits for a person. */
export type FileState =
  | { kind: 'ready' }
  | { kind: 'held'; faults: FieldAtFault[]; line: number | null }
  /** `after`: it was sent before and the server did not read it. */
  | { kind: 'waiting'; after?: PauseReason['why'] }
  | { kind: 'sending'; share: number }
  | {
      kind: 'taken';
      callId: string;
      stage: CallStage;
      reason: string | null;
      progress: number | null;
      alreadyHere: boolean;
      incomplete: boolean;
    }
  | { kind: 'refused'; code: string; detail: Bilingual; fields: string; ref: string }
  | { kind: 'failed'; why: 'unreachable' | 'unavailable' | 'signed_out' | 'unreadable' | 'file_gone' | 'not_kept' }
  | { kind: 'cancelled' }
  | { kind: 'skipped'; why: 'words_alone' | 'system_file' };

const ENDS = ['scored', 'not_recorded', 'needs_attention', 'given_up', 'destroyed'] as const;
const isEnd = (stage: CallStage): stage is (typeof ENDS)[number] => (ENDS as readonly CallStage[]).includes(stage);

/** Will this file change on its own? */
export const isInFlight = (state: FileState): boolean =>
  state.kind === 'waiting' || state.kind === 'sending' || (state.kind === 'taken' && !isEnd(state.stage));

/** Is the file still only in this page, so that leaving the page would lose it? */
export const isInBrowser = ({ kind }: FileState): boolean => kind === 'waiting' || kind === 'sending';

/** Can it be sent (again) from here? */
export const canSend = (state: FileState): boolean =>
  state.kind === 'ready' || state.kind === 'held' || state.kind === 'refused' || brokeOff(state);

/** Did sending it break off, so that it can be sent again as it is? A file that went with an earlier page has to be chosen first. */
export const brokeOff = (state: FileState): boolean =>
  state.kind === 'cancelled' || (state.kind === 'failed' && state.why !== 'not_kept');

/** The words under which a batch is summed up. */
export const GROUPS = [
  ...(['ready', 'waiting', 'sending', 'processing'] as const),
  ...ENDS,
  ...(['refused', 'held', 'failed', 'cancelled', 'skipped'] as const),
] as const;
export type Group = (typeof GROUPS)[number];

export function groupOf(state: FileState): Group {
  if (state.kind !== 'taken') return state.kind;
  return isEnd(state.stage) ? state.stage : 'processing';
}

/** How many files are in each group, without the empty ones, in the order of `GROUPS`. */
export function sumUp(states: readonly FileState[]): { group: Group; count: number }[] {
  const counts = new Map<Group, number>();
  for (const state of states) counts.set(groupOf(state), (counts.get(groupOf(state)) ?? 0) + 1);
  return GROUPS.flatMap((group) => (counts.has(group) ? [{ group, count: counts.get(group) ?? 0 }] : []));
}

/** One line of the results as CSV; what a spreadsheet would run gets an apostrophe in front: file names come from outside. */
export const resultLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${(/^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
