import { sayCheck, sayCondition, type Saying } from '#quality/screens';
import { type Bilingual, type ChecklistDraftDefinition, type DraftItem } from '#contracts';

type Critical = DraftItem['critical'];

/** Words that a screen brings to a difference. */
export interface DifferenceWords {
  readonly nothing: string;
  readonly critical: (critical: NonNullable<Critical>) => string;
  readonly directions: (judges: ChecklistDraftDefinition['judges']) => string;
  readonly and: string;
}

/** A part of an item or of the whole, as a person reads it. */
export function sayPart(name: string, value: unknown, by: Saying, words: DifferenceWords): string {
  if (value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0))
    return words.nothing;
  switch (name) {
    case 'title':
    case 'advice':
    case 'minimumWords': {
      const both = value as { zh: string | number; en: string | number };
      return `${both.zh} / ${both.en}`;
    }
    case 'requiredCoverage':
      return `${Math.round(Number(value) * 100)}%`;
    case 'check':
      return sayCheck(value as DraftItem['check'], by);
    case 'appliesWhen':
      return (value as DraftItem['check'][]).map((one) => sayCondition(one, by)).join(words.and);
    case 'critical':
      return words.critical(value as NonNullable<Critical>);
    case 'judges':
      return words.directions(value as ChecklistDraftDefinition['judges']);
    case 'section':
      return (value as Bilingual)[by.language];
    case 'sections':
      return (value as Bilingual[]).map((title) => title[by.language]).join(by.language === 'zh' ? '、' : ', ');
    case 'phrases':
      return (value as string[]).join(by.language === 'zh' ? '、' : ', ');
    default:
      return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
}
