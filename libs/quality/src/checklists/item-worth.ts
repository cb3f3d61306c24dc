import { join } from 'node:path';
import { itemWorthSchema, languageSchema, type ChecklistItem, type ItemWorth, type Language } from '#contracts';
import { z } from 'zod';
import { contentHash } from '../content-hash.rules.js';
import { packageRoot } from '#platform';
import { readYaml } from '../shipped-yaml.js';

/** What `npm run eval -- --worth` measured, for the items of the shipped checklist. */
export const WORTH_FILE = 'libs/quality/worth.yaml';

const worthFileSchema = z.strictObject({
  format: z.literal('shouwen.worth/2'),
  /** The phrase lists that it was measured with. */
  lexicons: z.string(),
  items: z.array(
    z.strictObject({
      itemId: z.string(),
      judgement: z.string(),
      languages: z.partialRecord(languageSchema, itemWorthSchema),
    }),
  ),
});
export type WorthFile = z.infer<typeof worthFileSchema>;

/** What was measured is a judgement, not a name: an item with another check or condition under the same id has no figures. */
export const judgementOf = ({ check, appliesWhen }: Judged): string =>
  contentHash({ check: ruleOf(check), appliesWhen }).slice(0, 16);

export type Judged = Pick<ChecklistItem, 'check' | 'appliesWhen'>;

/** A model beside a rule changes nothing of what the rule is worth. */
const ruleOf = (check: ChecklistItem['check']): unknown => (check.kind === 'model' ? check['rule'] : check);

let shipped: WorthFile | undefined;

/** @throws Error when the file is not what the command writes */
export const loadWorth = (): WorthFile =>
  (shipped ??= worthFileSchema.parse(readYaml(join(packageRoot(), WORTH_FILE))));

/** What an item's judgement has been worth in a language; null where it was not measured. */
export function worthOfItem(item: Judged, language: Language): ItemWorth | null {
  const judgement = judgementOf(item);
  return loadWorth().items.find((one) => one.judgement === judgement)?.languages[language] ?? null;
}
