import { type Language, type Transcript, type SpeakerRole } from '#contracts';
import { type Recording } from '#recordings';
import { setAgentChannel, swapSides } from './speakers/swap-sides.rules.js';
import { type HeardWords } from './transcription-ledger.js';
import { openJson, type SealedJson } from './words/kept-words.rules.js';
import { labelsOf } from './engines/provided/name-speakers.rules.js';
import { agentChannelOf } from './speakers/doubt-channels.rules.js';

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

/** Words that are there already, and what people have said since of who speaks in them. */
export interface RenameQuestion {
  words: SealedJson;
  language: Language;
  said: Pick<Recording, 'sidesSaid' | 'agentChannel' | 'speakers'>;
}

/** The next version, its turns as JSON; null where that takes hearing the words again. */
export function renameWords({ words, language, said }: RenameQuestion): HeardWords | null {
  const known = openJson(words);
  const renamed = known.language === language ? renamedBy(said, known, language) : null;
  if (!renamed) return null;
  const { turns, ...head } = renamed.transcript;
  return { ...renamed, transcript: { ...head, turns: [] }, turns: new TextEncoder().encode(JSON.stringify(turns)) };
}

function renamedBy(
  { sidesSaid, agentChannel, speakers }: RenameQuestion['said'],
  known: Transcript,
  language: Language,
): HeardWords | null {
  if (sidesSaid === 'as_they_are') return { transcript: known, ...(speakers && { roles: speakers }) };
  const swapped = sidesSaid === 'swapped' ? swapSides(known, agentChannel) : null;
  // Words that were made while it was not known whose channel is whose.
  const said = agentChannel && speakers?.includes(null) ? setAgentChannel(known, agentChannel) : null;
  return swapped ?? said ?? nameTranscript(known, language, speakers ?? []);
}
