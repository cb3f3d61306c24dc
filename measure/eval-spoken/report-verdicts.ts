import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Transcript } from '#contracts';
import { readPair } from '../eval/labelled.js';
import { judgeBothWays } from './verdicts.js';
import { survivalTable } from './verdicts.rules.js';

/** Where the labels lie of the dialogues that may lie beside the project. */
const BESIDE = '../shared/eval/set2/labels.jsonl';

/** How verdicts survive hearing, as a table; a line that says so where the dialogues have no labels. */
export function verdictLines(
  folder: string,
  labels: string | undefined,
  heard: ReadonlyMap<string, Transcript>,
): string[] {
  const file = labels ?? BESIDE;
  if (labels === undefined && !existsSync(file)) return skipped('no labels lie beside the project');
  const dialogues = judgeBothWays(readPair(join(folder, 'spoken.jsonl'), file), heard);
  if (dialogues.length === 0) return skipped(`${file} has none of these dialogues`);
  return survivalTable(dialogues);
}

const skipped = (why: string): string[] => [`SKIPPED: verdicts on heard words (${why}; --labels FILE names some).`];
