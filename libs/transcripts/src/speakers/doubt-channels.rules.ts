import type { SpeakerRole, Transcript, Turn } from '#contracts';
import { labelsOf } from '../engines/provided/name-speakers.rules.js';
import { type Circumstances, whoIsAgent } from './who-is-agent.rules.js';

type Side = 'left' | 'right';

/** Words of two channels, labelled by them. */
export interface ByChannel {
  transcript: Transcript;
  roles: (SpeakerRole | null)[];
  /** Whose channel is the agent's from now on; null until a person says so, absent where it stays. */
  agentChannel?: Side | null;
}

/** How a channel's words are called while it is not known whose they are: the left one's are the agent's. */
export const UNASSIGNED: Side = 'left';

/**
 * Notices that what agents say is heard on the customer's channel. Then no speaker is named: each turn is labelled by its channel, and a
 * person says who is who.
 *
 * @param agentChannel which channel was given as the agent's
 * @returns null where nothing speaks against it
 */
export function doubtChannels(
  transcript: Transcript,
  agentChannel: Side,
  circumstances: Circumstances,
): ByChannel | null {
  const turns = byChannel(transcript.turns, agentChannel);
  const agentAt = whoIsAgent(turns, transcript.language, circumstances).indexOf('agent');
  if (agentAt === -1 || labelsOf(turns)[agentAt] === agentChannel) return null;
  return { ...unnamed({ ...transcript, doubted: agentChannel }, turns), agentChannel: null };
}

/** It is not known whose channels they are. */
export const unassignedChannels = (transcript: Transcript): ByChannel =>
  unnamed(transcript, byChannel(transcript.turns, UNASSIGNED));

/** A person said it of earlier words of the same channels. */
export function saidChannels(transcript: Transcript, agentChannel: Side): ByChannel {
  const turns = byChannel(transcript.turns, agentChannel);
  const roles = labelsOf(turns).map((label) => (label === agentChannel ? 'agent' : 'customer'));
  return { transcript: { ...transcript, named: 'person', turns }, roles };
}

/** Whose channel is the agent's by what was said of the labels; undefined where labels are no channels. */
export function agentChannelOf(turns: readonly Turn[], roles: readonly (SpeakerRole | null)[]): Side | undefined {
  const label = labelsOf(turns)[roles.indexOf('agent')];
  return label === 'left' || label === 'right' ? label : undefined;
}

function unnamed(transcript: Transcript, turns: readonly Turn[]): ByChannel {
  const unknown = turns.map((turn) => ({ ...turn, speaker: 'unknown' as const }));
  return { transcript: { ...transcript, turns: unknown }, roles: labelsOf(turns).map(() => null) };
}

function byChannel(turns: readonly Turn[], agentChannel: Side): Turn[] {
  const other = agentChannel === 'left' ? 'right' : 'left';
  return turns.map((turn) => ({ ...turn, label: turn.speaker === 'agent' ? agentChannel : other }));
}
