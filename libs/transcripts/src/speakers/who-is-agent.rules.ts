import type { Language, SpeakerRole, Turn } from '#contracts';
import { labelsOf } from '../engines/provided/name-speakers.rules.js';
import { SIGNS } from './signs-of-agents.js';

/** What is known of a call besides its words. */
export interface Circumstances {
  /** The company's, and other words that the recogniser was told to expect. */
  names: readonly string[];
  /** The one who answers a call speaks first: the agent, or the customer who was called. */
  direction: 'inbound' | 'outbound' | 'internal';
}

/** How far one must be ahead to be called the agent … */
const SURE = 2;
/** … and if it is who answered the call. */
const NEARLY_SURE = 1;
/** Whole formulae of agents from both: a colleague speaks too, or the voices are mixed up. */
const BOTH = 2;

/**
 * Which of two speakers is the agent, by what they say (`SIGNS`), by who names the company first, and by who answered. Where that is not
 * sure, no speaker is named, and a person is asked.
 *
 * @returns for each label, in the order in which they first speak
 */
export function whoIsAgent(
  turns: readonly Turn[],
  language: Language,
  { names, direction }: Circumstances,
): (SpeakerRole | null)[] {
  const labels = labelsOf(turns);
  if (labels.length !== 2) return labels.map(() => null);
  const [first, second] = labels.map((label) =>
    pointsOf(
      turns.filter((turn) => turn.label === label),
      language,
      names,
    ),
  ) as [number, number];
  const ahead = first - second;
  const answers = ahead > 0 === (direction === 'inbound') && direction !== 'internal';
  if (Math.min(first, second) >= BOTH || Math.abs(ahead) < (answers ? NEARLY_SURE : SURE)) return [null, null];
  return ahead > 0 ? ['agent', 'customer'] : ['customer', 'agent'];
}

function pointsOf(turns: readonly Turn[], language: Language, names: readonly string[]): number {
  const said = turns.map(({ text }) => text).join('\n');
  const first = (turns[0]?.text ?? '').toLowerCase();
  const introduced = names.some((name) => name.length > 1 && first.includes(name.toLowerCase()));
  return SIGNS[language].reduce((sum, { heard, points }) => sum + (heard.test(said) ? points : 0), introduced ? 1 : 0);
}

/** The turns with their speakers, where they are known. */
export function inRoles(turns: readonly Turn[], roles: readonly (SpeakerRole | null)[]): Turn[] {
  const labels = labelsOf(turns);
  return turns.map((turn) => {
    const role = roles[labels.indexOf(turn.label ?? '')] ?? null;
    return { ...turn, speaker: role === 'agent' || role === 'customer' ? role : 'unknown' };
  });
}
