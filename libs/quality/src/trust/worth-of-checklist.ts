import {
  type Checklist,
  type ChecklistDraftDefinition,
  type Language,
  type RestsOn,
  type WorthByLanguage,
} from '#contracts';
import { worthOfItem, type Judged } from '../checklists/item-worth.js';
import { asksForTrust, trustOf, type TrustSettings } from './trust.rules.js';

/** What the judgement of every item of a checklist or draft has been worth that is judged by rules and acts. */
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
