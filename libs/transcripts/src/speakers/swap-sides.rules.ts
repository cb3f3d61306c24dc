import type { Transcript, Turn } from '#contracts';
import { labelsOf } from '../engines/provided/name-speakers.rules.js';
import { type ByChannel, saidChannels } from './doubt-channels.rules.js';

type Side = 'left' | 'right';

const other = (side: Side): Side => (side === 'left' ? 'right' : 'left');
const SWAPPED = { agent: 'customer', customer: 'agent', unknown: 'unknown' } as const;

/**
 * The words of two channels with agent and customer the other way round than they were sent, as a person said. Where that was in doubt, the
 * other side than the one that was sent is the agent's.
 *
 * @param agentChannel whose channel is the agent's by what is known; null while it is in doubt
 * @returns null where it was never said whose channel is whose: then there is nothing to swap
 */
export function swapSides(transcript: Transcript, agentChannel: Side | null): ByChannel | null {
  const sent = agentChannel ?? transcript.doubted;
  if (transcript.channels !== 2 || !sent) return null;
  const { doubted: _, ...known } = transcript;
  const agentIs = other(sent);
  const turns = known.turns.map((turn) => ({ ...turn, speaker: SWAPPED[turn.speaker] }));
  return (
    setAgentChannel(known, agentIs, sent) ?? { ...saidChannels({ ...known, turns }, agentIs), agentChannel: agentIs }
  );
}

/**
 * Names the speakers of words that are labelled by their channels, now that a person said whose channel is the agent's. A turn without a label
 * keeps the speaker that it was sent with, unless the sides are the other way round than they were sent.
 *
 * @param sent whose channel was sent as the agent's
 * @returns null where labels are no channels
 */
export function setAgentChannel(
  { doubted, ...known }: Transcript,
  agentIs: Side,
  sent: Side | undefined = doubted,
): ByChannel | null {
  const labels = labelsOf(known.turns);
  if (labels.length === 0 || !labels.every((label) => label === 'left' || label === 'right')) return null;
  const turns = known.turns.map((turn): Turn => {
    if (turn.label === undefined) return sent === other(agentIs) ? { ...turn, speaker: SWAPPED[turn.speaker] } : turn;
    return { ...turn, speaker: turn.label === agentIs ? 'agent' : 'customer' };
  });
  return { ...saidChannels({ ...known, turns }, agentIs), agentChannel: agentIs };
}
