import { type Transcript } from '#contracts';
import {
  loadChecklist,
  loadLexicons,
  NEUTRAL_PROFILE,
  NO_FACTS,
  prepareChecklist,
  prepareReader,
  resolutionOf,
  situationOf,
  writtenTranscript,
} from '#quality';
import { type Judged } from '../eval/agreement.rules.js';
import { type Labelled } from '../eval/labelled.js';
import { type BothWays } from './verdicts.rules.js';

/**
 * Judges each dialogue twice by the standard checklist: on the words that were spoken, and on those that were heard. Dialogues that no person
 * read, or that were not heard, are left out.
 */
export function judgeBothWays(labelled: readonly Labelled[], heard: ReadonlyMap<string, Transcript>): BothWays[] {
  const read = prepareReader({ lexicons: loadLexicons(), profile: NEUTRAL_PROFILE });
  const { judge } = prepareChecklist(loadChecklist('standard-inbound').checklist);
  const verdicts = (dialogue: Labelled, transcript: Transcript): Judged => {
    const call = read({ transcript, transcriptVersion: 1, facts: NO_FACTS });
    const items = new Map(judge(call).items.map((item) => [item.itemId, item]));
    return { dialogue, items, situation: situationOf(call).kind, result: resolutionOf(call).state };
  };
  return labelled.flatMap((dialogue) => {
    const transcript = heard.get(dialogue.id);
    if (!transcript) return [];
    return [{ said: verdicts(dialogue, writtenTranscript(dialogue)), heard: verdicts(dialogue, transcript) }];
  });
}
