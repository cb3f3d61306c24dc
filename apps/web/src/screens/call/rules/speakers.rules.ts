import type { SpeakerRole, Transcript, Turn } from '#contracts';

/** A speaker to ask about, with something that they said. */
export interface AskedSpeaker {
  label: string;
  role: SpeakerRole | null;
  said: Turn[];
}

/** More does not help to tell who it is. */
const SENTENCES = 3;

/**
 * The speakers of a transcript in the order in which they first speak, each with the longest of what they said first.
 *
 * @param doubted whose channel was said to be the agent's, where that is in doubt: then the other is proposed
 */
export function asked(
  turns: readonly Turn[],
  roles: readonly (SpeakerRole | null)[],
  doubted?: Transcript['doubted'],
): AskedSpeaker[] {
  const labels = [...new Set(turns.flatMap(({ label }) => (label === undefined ? [] : [label])))];
  return labels.map((label, at) => {
    const early = turns.filter((turn) => turn.label === label).slice(0, 8);
    const longest = [...early].sort((a, b) => b.text.length - a.text.length).slice(0, SENTENCES);
    const proposed = doubted ? (label === doubted ? 'customer' : 'agent') : null;
    return { label, role: roles[at] ?? proposed, said: longest.sort((a, b) => a.index - b.index) };
  });
}

/** How it is known who the speakers are. */
export function namedBy({ named, voices }: Transcript): 'person' | 'voices' | 'sent' {
  return named ?? (voices === 'told_apart' ? 'voices' : 'sent');
}

/** Why it has to be asked. */
export function whyAsked({ engine, voices, doubted }: Transcript): 'tool' | 'voices' | 'doubted' | 'channels' {
  if (doubted) return 'doubted';
  if (voices === 'told_apart') return 'voices';
  return engine.name === 'provided' ? 'tool' : 'channels';
}

/** A half-open stretch of the recording that sounded, milliseconds. */
export type Interval = [fromMs: number, toMs: number];

/** Adds a stretch and merges what touches or overlaps, so that hearing something twice is told once. */
export function addHeard(heard: readonly Interval[], fromMs: number, toMs: number): Interval[] {
  const from = Math.max(0, Math.floor(fromMs));
  const to = Math.ceil(toMs);
  if (to <= from) return [...heard];
  const apart = heard.filter(([a, b]) => b < from || a > to);
  const joined = heard.filter(([a, b]) => b >= from && a <= to);
  const merged: Interval = [Math.min(from, ...joined.map(([a]) => a)), Math.max(to, ...joined.map(([, b]) => b))];
  return [...apart, merged].sort(([a], [b]) => a - b);
}

/** How much of the recording sounded, milliseconds. */
export function heardMs(heard: readonly Interval[]): number {
  return heard.reduce((sum, [from, to]) => sum + to - from, 0);
}

/** A step of the clock counts as heard if it is as long as playing makes it; anything else was a jump. */
export function soundedThrough(beforeMs: number, nowMs: number, rate: number): boolean {
  return nowMs > beforeMs && nowMs - beforeMs <= 1500 * Math.max(1, rate);
}

/** A line of a list, and how often it was repeated in a row. */
export interface Repeated<T> {
  first: T;
  times: number;
}

/** Joins neighbours that `same` calls the same, so that a list says once what happened several times in a row. */
export function joinRepeated<T>(lines: readonly T[], same: (a: T, b: T) => boolean): Repeated<T>[] {
  const joined: Repeated<T>[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last && same(last.first, line)) last.times++;
    else joined.push({ first: line, times: 1 });
  }
  return joined;
}
