import { MAX_SPEAKERS, type SpeakerRole } from '#contracts';
import { type ChannelSpeech, whoSpeaks } from './channel-speech.rules.js';
import type { ProvidedTurn } from './provided-words.js';
import { splitTurn, type Voice } from './split-turn.rules.js';

/** A label that is heard for less than this on its channel is not taken for that channel's speaker. */
const LABEL_HEARD_MS = 400;
const TURN_HEARD_MS = 100;
const WORD_HEARD_MS = 60;

/** What is known of who speaks, besides the words themselves. */
export interface KnownSpeakers {
  /** What people said of the labels, in the order in which they first speak. */
  roles: readonly (SpeakerRole | null)[];
  /** What the sender said of them, by label. */
  names?: ReadonlyMap<string, SpeakerRole>;
  /** null where a recording has one channel, or its channels do not tell. */
  speech: ChannelSpeech | null;
}

export type NamedTurn = Omit<ProvidedTurn, 'channel'> & { other?: true };

export interface NamedSpeakers {
  turns: NamedTurn[];
  /** For each label, in the order in which they first speak, who it is; null where it has to be asked. */
  roles: (SpeakerRole | null)[];
}

/** The labels of a transcript, in the order in which they first speak. */
export function labelsOf(turns: readonly Pick<ProvidedTurn, 'label' | 'fromMs'>[]): string[] {
  const inOrder = [...turns].sort((a, b) => a.fromMs - b.fromMs);
  return [...new Set(inOrder.flatMap(({ label }) => (label === undefined ? [] : [label])))];
}

export const tooManySpeakers = (turns: readonly ProvidedTurn[]): boolean => labelsOf(turns).length > MAX_SPEAKERS;

/**
 * Gives the turns of another tool's words their speakers. What a person said of a label counts; else the channel on which it is heard,
 * where one channel is the agent's. A turn without a label is cut where the channel changes, if its words have times; one in which both are
 * heard stays unknown. Nothing is guessed: a label that neither tells has to be asked about.
 */
export function nameSpeakers(provided: readonly ProvidedTurn[], known: KnownSpeakers): NamedSpeakers {
  const { roles: said, names, speech } = known;
  const turns = provided.map((turn) => byChannelFile(turn, speech));
  const labels = labelsOf(turns);
  const roles = labels.map((label, at): SpeakerRole | null => {
    const own = turns.filter((turn) => turn.label === label);
    return said[at] ?? names?.get(label) ?? (speech && whoSpeaks(speech, own, LABEL_HEARD_MS));
  });
  const roleOf = new Map(labels.map((label, at) => [label, roles[at] ?? null]));
  return {
    turns: turns.flatMap((turn): NamedTurn[] => {
      if (turn.label !== undefined) return [inRole(turn, roleOf.get(turn.label) ?? null)];
      return turn.speaker === 'unknown' && speech ? byEar(turn, speech) : [turn];
    }),
    roles,
  };
}

/** The file that a turn was in names its speaker, or is its label where it was not said whose channel it is. */
function byChannelFile({ channel, ...turn }: ProvidedTurn, speech: ChannelSpeech | null): ProvidedTurn {
  if (channel === undefined) return turn;
  const { label: _, ...alone } = turn;
  if (!speech) return { ...alone, speaker: 'unknown', label: channel };
  return { ...alone, speaker: channel === speech.agentChannel ? 'agent' : 'customer' };
}

function inRole(turn: NamedTurn, role: SpeakerRole | null): NamedTurn {
  if (role === 'other') return { ...turn, speaker: 'unknown', other: true };
  return { ...turn, speaker: role ?? 'unknown' };
}

function byEar(turn: ProvidedTurn, speech: ChannelSpeech): NamedTurn[] {
  const voices = (turn.words ?? []).map((word): Voice | null => {
    const speaker = whoSpeaks(speech, [word], WORD_HEARD_MS);
    return speaker && { speaker };
  });
  const split = splitTurn(turn, voices);
  if (split) return split;
  return [{ ...turn, speaker: whoSpeaks(speech, [turn], TURN_HEARD_MS) ?? 'unknown' }];
}
