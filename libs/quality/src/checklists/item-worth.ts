import { join } from 'node:path';
import {
  itemWorthSchema,
  languageSchema,
  type Checklist,
  type ChecklistDraftDefinition,
  type ChecklistItem,
  type ItemWorth,
  type Language,
  type RestsOn,
  type WorthByLanguage,
} from '#contracts';
import { z } from 'zod';
import { contentHash } from '../content-hash.rules.js';
import { packageRoot } from '../package-root.js';
import { readYaml } from '../shipped-yaml.js';
import { asksForTrust, trustOf, type TrustSettings } from '../trust/trust.rules.js';

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

type Judged = Pick<ChecklistItem, 'check' | 'appliesWhen'>;

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

/** The same of every item of a checklist or draft that is judged by rules and acts. */
export const worthOfItems = ({ sections }: Pick<ChecklistDraftDefinition, 'sections'>): WorthByLanguage[] =>
  sections
    .flatMap(({ items }) => items)
    .filter(({ check }) => asksForTrust(check))
    .map(({ id: itemId, check, appliesWhen = [] }) => {
      const judged = { check, appliesWhen } as Judged;
      return { itemId, zh: worthOfItem(judged, 'zh'), en: worthOfItem(judged, 'en') };
    });

/** On what the weight of a checklist rests in a language, by the product's own measure and the company's target. */
export function restsOn({ sections }: Pick<Checklist, 'sections'>, language: Language, trust: TrustSettings): RestsOn {
  const points: RestsOn = { fact: 0, trusted: 0, notYet: 0, unmeasured: 0, byPeople: 0 };
  for (const item of sections.flatMap(({ items }) => items)) {
    const { state } = trustOf(item.id, { people: null, worth: worthOfItem(item, language) }, trust);
    const by = item.check.kind === 'human' ? 'byPeople' : asksForTrust(item.check) ? STATES[state] : 'fact';
    points[by] += item.weight;
  }
  return points;
}
const STATES = { trusted: 'trusted', not_yet: 'notYet', unmeasured: 'unmeasured' } as const;
