import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ItemWorth, type Language } from '#contracts';
import { judgementOf, kappaOf, loadChecklist, WORTH_FILE, type Lexicons, type WorthFile } from '#quality';
import { stringify } from 'yaml';
import { component, MEASURED, outcomeOf, type Judged } from './agreement.rules.js';
import { nested, OWNERSHIP } from './fit/nested.js';
import { ownershipCases } from './fit/ownership-cases.js';
import { partHeldThird } from './held-third.rules.js';
import { sharedSets, type Labelled, type LabelValue, type Labels } from './labelled.js';

/** set3 was chosen for its clear failures: shares of it say nothing of everyday calls. */
const SET = 'set2';

/** What readers said, and what the product said; null: it leaves it to a person. */
export interface Reading {
  readonly language: Language;
  readonly label: LabelValue;
  readonly got: LabelValue | null;
}

type LabelOf = (labels: Labels) => LabelValue | null;

/** The labels of each item that has some. */
const LABELS: ReadonlyMap<string, LabelOf> = new Map<string, LabelOf>([
  ['greeting.salutation', component('a')],
  ['greeting.offer', component('d')],
  ...MEASURED.flatMap(({ itemIds, label }): [string, LabelOf][] =>
    itemIds.length === 1 ? [[itemIds[0]!, label]] : [],
  ),
]);

export function countWorth(readings: readonly Reading[]): ItemWorth {
  const count = (got: 'met' | 'not_met'): ItemWorth['met'] => {
    const said = readings.filter((one) => one.got === got);
    return { said: said.length, right: said.filter(({ label }) => label === got).length };
  };
  return {
    conversations: readings.length,
    notMet: count('not_met'),
    met: count('met'),
    asked: readings.filter(({ got }) => got === null).length,
    kappa: agreementOf(readings),
  };
}

/** To four places: what is written again from the same readings is the same. */
function agreementOf(readings: readonly Reading[]): ItemWorth['kappa'] {
  const answered = readings.flatMap(({ label, got }) => (got === null ? [] : [{ human: label, to: got, legs: 1 }]));
  const found = kappaOf(answered);
  if (!found) return null;
  const round = (value: number) => Math.round(value * 10_000) / 10_000;
  return { kappa: round(found.kappa), low: round(found.low), high: round(found.high), n: found.n };
}

function readingsOf(itemId: string, judged: readonly Judged[]): Reading[] {
  return judged.flatMap((one) => {
    const label = LABELS.get(itemId)?.(one.dialogue.labels) ?? null;
    return label === null ? [] : [{ language: one.dialogue.language, label, got: outcomeOf(one, [itemId]) }];
  });
}

/** Ownership was fitted on these dialogues: each is judged by weights that it had no part in. */
function ownershipReadings(root: string, lexicons: Lexicons): Reading[] {
  const GOT = { owned: 'met', not_owned: 'not_met', unclear: null } as const;
  return nested(ownershipCases(root, lexicons))
    .filter(({ one }) => one.collection === SET)
    .map(({ one, got }) => ({ language: one.language, label: one.label, got: GOT[got] }));
}

const HEAD = `# What the judgement of each item has been worth, in numbers of real conversations that two readers had read before (the open two thirds of
# set2; of ownership by nested cross-validation). Written by \`npm run eval -- --worth\`; scorecards show it.
`;

/** Measures each item of the shipped checklist by language, and writes the file that scorecards read. */
export function writeWorth(
  root: string,
  lexicons: Lexicons,
  judge: (one: Labelled) => Judged,
  say: (line: string) => void,
): void {
  const set = sharedSets(root).find(({ name }) => name === SET);
  if (!set) return say(`SKIPPED: ${SET} does not lie beside the project.`);
  const judged = partHeldThird(set.dialogues).readable.map(judge);
  const items = loadChecklist('standard-inbound').checklist.sections.flatMap((section) =>
    section.items.flatMap((item) => {
      const readings = item.id === OWNERSHIP ? ownershipReadings(root, lexicons) : readingsOf(item.id, judged);
      if (readings.length === 0) return [];
      const languages = Object.fromEntries(
        (['zh', 'en'] as const).map((language) => [
          language,
          countWorth(readings.filter((one) => one.language === language)),
        ]),
      );
      return [{ itemId: item.id, judgement: judgementOf(item), languages }];
    }),
  );
  const file: WorthFile = { format: 'shouwen.worth/2', lexicons: lexicons.hash, items };
  writeFileSync(join(root, WORTH_FILE), HEAD + stringify(file));
  say(`written: ${WORTH_FILE}`);
}
