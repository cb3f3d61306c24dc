import { judgesOf, type Checklist, type ChecklistDraftDefinition, type CompanyProfile } from '#contracts';

/** A version's content as a new draft starts from it: without its number, and with what it judges said. */
export function draftOf({ version: _, ...rest }: Checklist): ChecklistDraftDefinition {
  return { ...rest, judges: judgesOf({ judges: rest.judges }) };
}

/** An entry of the library as a draft of this company: under an id of its own, and called by the company's first name. */
export function libraryDraft(
  entry: Checklist,
  id: string,
  company: Pick<CompanyProfile, 'names'> | null,
): ChecklistDraftDefinition {
  const named = (language: 'zh' | 'en'): string =>
    [company?.names[language][0], entry.title[language]].filter(Boolean).join(' · ');
  return { ...draftOf(entry), id, title: { zh: named('zh'), en: named('en') } };
}

const unwritten = { zh: '', en: '' };

/** A checklist of which nothing but the id is known. */
export const emptyDraft = (id: string): ChecklistDraftDefinition => ({
  format: 'shouwen.checklist/1',
  id,
  title: { ...unwritten },
  judges: { directions: ['inbound'], main: false, appliesWhen: [] },
  requiredCoverage: 0.8,
  minimumWords: { zh: 20, en: 14 },
  sections: [],
});
