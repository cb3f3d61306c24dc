import { judgesOf, type Checklist, type ChecklistDraftDefinition } from '#contracts';

/** A version's content as a new draft starts from it: without its number, and with what it judges said. */
export function draftOf({ version: _, ...rest }: Checklist): ChecklistDraftDefinition {
  return { ...rest, judges: judgesOf({ judges: rest.judges }) };
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
