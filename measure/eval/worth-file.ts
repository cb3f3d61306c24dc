import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ItemWorth } from '#contracts';
import { judgementOf, kappaOf, loadChecklist, WORTH_FILE, type Lexicons, type WorthFile } from '#quality';
import { stringify } from 'yaml';
import { component, MEASURED, outcomeOf, type Judged } from './agreement.rules.js';
import { nested, OWNERSHIP } from './fit/nested.js';
import { ownershipCases } from './fit/ownership-cases.js';
import { partHeldThird } from './held-third.rules.js';
import { sharedSets, type Labelled, type LabelValue, type Labels, type Reading } from './labelled.js';
import { besideProject, modelCallSchema, prepareModelCalls } from './model-calls/report-model-calls.js';
import { ofLabelledCalls } from './labelled-calls.js';
import { PROMISES_READ } from './promises-read.js';
import { parseLines } from '../../tools/score/input.js';

/** set3 was chosen for its clear failures: shares of it say nothing of everyday calls. */
const SET = 'set2';

type LabelOf = (labels: Labels, id: string) => LabelValue | null;

/** The labels of each item that has some. */
const LABELS: ReadonlyMap<string, LabelOf> = new Map<string, LabelOf>([
  ['greeting.salutation', component('a')],
  ['greeting.offer', component('d')],
  ['ownership.promise_has_time', (_labels, id) => PROMISES_READ.get(id) ?? null],
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
  // No minus before a zero, which JSON would not keep.
  const round = (value: number) => Math.round(value * 10_000) / 10_000 + 0;
  return { kappa: round(found.kappa), low: round(found.low), high: round(found.high), n: found.n };
}

function readingsOf(itemId: string, judged: readonly Judged[]): Reading[] {
  return judged.flatMap((one) => {
    const label = LABELS.get(itemId)?.(one.dialogue.labels, one.dialogue.id) ?? null;
    return label === null ? [] : [{ language: one.dialogue.language, label, got: outcomeOf(one, [itemId]) }];
  });
}

/** Ownership was fitted on these dialogues: each is judged by weights that it had no part in, and by its acts beside them. */
function ownershipReadings(root: string, lexicons: Lexicons, judged: readonly Judged[]): Reading[] {
  const GOT = { owned: 'met', not_owned: 'not_met', unclear: null } as const;
  const decidedByActs = new Map(
    judged.flatMap((one) =>
      one.items.get(OWNERSHIP)?.source === 'model' ? [[one.dialogue.id, outcomeOf(one, [OWNERSHIP])] as const] : [],
    ),
  );
  return nested(ownershipCases(root, lexicons))
    .filter(({ one }) => one.collection === SET)
    .map(({ one, got }) => {
      const acts = decidedByActs.get(one.id);
      return { language: one.language, label: one.label, got: acts === undefined ? GOT[got] : acts };
    });
}

/**
 * Of invented calls: a call in which the agent does everything right tells what meets each item, and each of its variants the one thing that it
 * does wrong. What a variant leaves as it was is counted once.
 */
function modelCallReadings(root: string, lexicons: Lexicons): (itemId: string) => Reading[] {
  const calls = besideProject(root).flatMap((file) => parseLines(file, modelCallSchema));
  const judge = prepareModelCalls(calls, lexicons);
  const judged = calls.map((call) => ({ call, items: new Map(judge(call, true).map((item) => [item.itemId, item])) }));
  return (itemId) =>
    judged
      .filter(({ call }) => call.fault === null || call.fault === itemId)
      .flatMap(({ call: { expect, language }, items }) => {
        const [label, got] = [LABEL_OF[expect[itemId] ?? ''], items.get(itemId)?.outcome ?? 'insufficient'];
        return label ? [{ language, label, got: got === 'insufficient' ? null : got }] : [];
      });
}
const LABEL_OF: Readonly<Record<string, LabelValue>> = { met: 'met', not_met: 'not_met', na: 'not_applicable' };

const HEAD = `# What the judgement of each item has been worth, in numbers of conversations whose answers were known before: real ones that two readers
# had read (the open two thirds of set2; promises by one reader; of ownership by nested cross-validation), and where there are such, the open half of the invented calls
# of set4 with and without one fault. Transfer, identity, empathy, forbidden wording and resolution besides: calls that seven hands wrote and labelled,
# who saw no list (measure/eval/labelled-calls; of transfer and identity, which were fitted on every other call of the first four, those alone that
# no one read). Written by \`npm run eval -- --worth\`; scorecards show it.
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
  const ofModelCalls = modelCallReadings(root, lexicons);
  const ofCalls = ofLabelledCalls(root, lexicons);
  const items = loadChecklist('standard-inbound').checklist.sections.flatMap((section) =>
    section.items.flatMap((item) => {
      const real = [
        ...(item.id === OWNERSHIP ? ownershipReadings(root, lexicons, judged) : readingsOf(item.id, judged)),
        ...ofCalls(item.id),
      ];
      // Faults that were written to be plain are no base to trust a judgement on by themselves.
      if (real.length === 0) return [];
      const readings = [...real, ...ofModelCalls(item.id)];
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
