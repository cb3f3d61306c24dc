import { type Language, type Transcript } from '#contracts';
import { type Recording } from '#recordings';
import { nameTranscript } from './name-transcript.rules.js';
import { setAgentChannel, swapSides } from './speakers/swap-sides.rules.js';
import { type HeardWords } from './transcription-ledger.js';
import { openJson, type SealedJson } from './words/kept-words.rules.js';

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
