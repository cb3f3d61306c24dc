import type { SpeakerRole, Turn } from '#contracts';

/** A speaker to ask about, with something that they said. */
export interface AskedSpeaker {
  label: string;
  role: SpeakerRole | null;
  said: Turn[];
}

/** More does not help to tell who it is. */
const SENTENCES = 3;

/** The speakers of a transcript in the order in which they first speak, each with the longest of what they said first. */
export function asked(turns: readonly Turn[], roles: readonly (SpeakerRole | null)[]): AskedSpeaker[] {
  const labels = [...new Set(turns.flatMap(({ label }) => (label === undefined ? [] : [label])))];
  return labels.map((label, at) => {
    const early = turns.filter((turn) => turn.label === label).slice(0, 8);
    const longest = [...early].sort((a, b) => b.text.length - a.text.length).slice(0, SENTENCES);
    return { label, role: roles[at] ?? null, said: longest.sort((a, b) => a.index - b.index) };
  });
}
