import { type Judged } from './agreement.rules.js';
import { partHeldThird } from './held-third.rules.js';
import { sharedSets, type Labelled } from './labelled.js';
import { accusationTable, signTable, worthTable } from './worth-table.js';

interface Wanted {
  /** One collection only, by name. */
  readonly only?: string | undefined;
  /** The third that stays unread and nothing was fitted on, instead of the rest. Look seldom: with every look one begins to fit to it. */
  readonly keptBack: boolean;
}

/** The collections that two readers read: what each item is worth on them, as tables. What was fitted on says so. */
export function reportSets(
  root: string,
  judge: (one: Labelled) => Judged,
  { only, keptBack }: Wanted,
  say: (line: string) => void,
): Judged[] {
  const sets = sharedSets(root);
  if (sets.length === 0) say('SKIPPED: set2 and set3 do not lie beside the project.');
  return sets
    .filter(({ name }) => !only || only === 'shared' || only === name)
    .flatMap(({ name, dialogues }) => {
      const { readable, held } = partHeldThird(dialogues);
      const judged = (keptBack ? held : readable).map(judge);
      const title = `${name}, ${keptBack ? 'kept back from fitting' : 'two thirds, which ownership was fitted on'}`;
      for (const table of [worthTable, accusationTable, signTable]) for (const line of table(title, judged)) say(line);
      return keptBack ? [] : judged;
    });
}
