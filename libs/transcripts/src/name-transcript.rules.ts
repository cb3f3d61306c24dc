import { type Language, type SpeakerRole, type Transcript } from '#contracts';
import { labelsOf } from './engines/provided/name-speakers.rules.js';
import { agentChannelOf } from './speakers/doubt-channels.rules.js';
import { type HeardWords } from './transcription-ledger.js';

/** Words that were made before, with their speakers as people have said since; null where there is nothing to name, or the language is another. */
export function nameTranscript(
  transcript: Transcript,
  language: Language,
  roles: readonly (SpeakerRole | null)[],
): HeardWords | null {
  const labels = labelsOf(transcript.turns);
  if (labels.length === 0 || transcript.language !== language) return null;
  const roleOf = new Map(labels.map((label, at) => [label, roles[at] ?? null]));
  const turns = transcript.turns.map(({ other: _, ...turn }) => {
    if (turn.label === undefined) return turn;
    const role = roleOf.get(turn.label) ?? null;
    if (role === 'other') return { ...turn, speaker: 'unknown' as const, other: true as const };
    return { ...turn, speaker: role ?? ('unknown' as const) };
  });
  const agentChannel = transcript.engine.name === 'provided' ? undefined : agentChannelOf(turns, roles);
  return {
    ...{
      transcript: { ...transcript, ...(!roles.includes(null) && { named: 'person' as const }), turns },
      roles: labels.map((_, at) => roles[at] ?? null),
    },
    ...(agentChannel && { agentChannel }),
  };
}
