import {
  libraryEntries,
  NEUTRAL_PROFILE,
  NO_FACTS,
  prepareChecklist,
  prepareReader,
  writtenTranscript,
  type Lexicons,
} from '#quality';
import { partHeldThird } from './held-third.rules.js';
import { findShared, readPair, sharedSets, type Labelled } from './labelled.js';
import { UsageError } from './usage-error.js';

type Say = (line: string) => void;
const OUTCOMES = ['met', 'not_met', 'insufficient'] as const;

/** Every dialogue beside the project: the two thirds that may be read, or the third that is kept back. */
function besides(root: string, keptBack: boolean): Labelled[] {
  const found = findShared(root);
  const first = found ? found.dialogueFiles.flatMap((one) => readPair(one.file, found.labelFile, one.language)) : [];
  const collections = [first, ...sharedSets(root).map(({ dialogues }) => dialogues)];
  return collections.flatMap((all) => partHeldThird(all)[keptBack ? 'held' : 'readable']);
}

/**
 * How often each item of the library has anything to say of dialogues that other people wrote, and what it says. They are not labelled for
 * these items: the table shows how often an item is heard, not how often it is right.
 *
 * @param show an item whose dialogues are named, with the words that it rests on; never of the third that is kept back
 * @throws UsageError when there are no dialogues beside the project
 */
export function reportLibrary(
  root: string,
  lexicons: Lexicons,
  { keptBack, show }: { keptBack: boolean; show: string | undefined },
  say: Say,
): void {
  const dialogues = besides(root, keptBack);
  if (dialogues.length === 0) throw new UsageError('--library needs the shared dialogues beside the project');
  const read = prepareReader({ lexicons, profile: NEUTRAL_PROFILE });
  const calls = dialogues.map((dialogue) => ({
    dialogue,
    call: read({ transcript: writtenTranscript(dialogue), transcriptVersion: 1, facts: NO_FACTS }),
  }));
  const of = (language: string): string => `${dialogues.filter((one) => one.language === language).length} ${language}`;
  say(`library, ${keptBack ? 'kept back' : 'readable'}: ${of('zh')}, ${of('en')}; met / not met / to a person`);
  for (const { entry, checklist } of libraryEntries()) {
    const { judge } = prepareChecklist(checklist);
    const counts = new Map<string, number>();
    for (const { dialogue, call } of calls) {
      for (const { itemId, outcome, evidence } of judge(call).items) {
        const key = `${itemId} ${dialogue.language} ${outcome}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
        if (itemId !== show || keptBack || outcome === 'not_applicable') continue;
        const words = evidence.flatMap((one) =>
          one.kind === 'words' ? [dialogue.turns[one.turn]!.text.slice(one.fromChar, one.toChar)] : [],
        );
        if (words.length > 0 || outcome !== 'met') say(`  ${dialogue.id} ${outcome}: ${words.join(' | ')}`);
      }
    }
    say(`\n${entry}`);
    for (const { id, check } of checklist.sections.flatMap(({ items }) => items)) {
      const told = ['zh', 'en'].map((language) =>
        OUTCOMES.map((outcome) => counts.get(`${id} ${language} ${outcome}`) ?? 0).join(' / '),
      );
      say(
        `  ${id.padEnd(30)} ${told.map((one) => one.padEnd(16)).join(' ')}${check.kind === 'human' ? 'by a person' : ''}`,
      );
    }
  }
}
