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
