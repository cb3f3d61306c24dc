import {
  loadChecklist,
  loadFindActs,
  NEUTRAL_PROFILE,
  NO_FACTS,
  prepareChecklist,
  prepareReader,
  resolutionOf,
  situationOf,
  writtenTranscript,
  type Lexicons,
} from '#quality';
import { type Judged } from './agreement.rules.js';
import { type Labelled } from './labelled.js';

/** Judges dialogues by the standard checklist, as `npm run score` does: a company's name would be a hint that strangers' dialogues do not give. */
export function prepareJudge(lexicons: Lexicons): (dialogue: Labelled) => Judged {
  const read = prepareReader({ lexicons, profile: NEUTRAL_PROFILE });
  const findActs = loadFindActs();
  const { judge } = prepareChecklist(loadChecklist('standard-inbound').checklist);
  return (dialogue) => {
    const transcript = writtenTranscript(dialogue);
    const call = read({ transcript, transcriptVersion: 1, facts: NO_FACTS, acts: findActs(transcript) });
    const items = new Map(judge(call).items.map((item) => [item.itemId, item]));
    return { dialogue, items, situation: situationOf(call).kind, result: resolutionOf(call).state };
  };
}
