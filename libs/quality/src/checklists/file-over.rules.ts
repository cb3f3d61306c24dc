import { checklistDraftSchema, fieldWords, type Bilingual, type ChecklistDraftDefinition } from '#contracts';
import { type z } from 'zod';

const parts = checklistDraftSchema.shape;

/** What a file may say of a checklist. It need not speak of everything: what it leaves out stays as it was. */
export const checklistFileSchema = checklistDraftSchema
  .partial({ title: true, requiredCoverage: true, minimumWords: true, sections: true })
  .extend({ judges: parts.judges.unwrap().partial().optional() });
export type ChecklistFile = z.infer<typeof checklistFileSchema>;

/** What is wrong with a file that cannot be a draft, in words, with its line or place. */
export interface FileProblem {
  readonly path: string;
  readonly message: Bilingual;
}

const MOST_PROBLEMS = 30;

export const problemsOf = ({ issues }: z.ZodError): FileProblem[] =>
  issues
    .slice(0, MOST_PROBLEMS)
    .map((issue) => ({ path: issue.path.map(String).join('.'), message: fieldWords(issue) }));

/**
 * Makes a draft of a file: each part of the whole that it speaks of is as it says, and the others are as they were. Sections are one part.
 * @param was the open draft, else the newest version; null where the checklist is new
 * @returns problems where a part is told by neither
 */
export function fileOver(
  file: ChecklistFile,
  was: ChecklistDraftDefinition | null,
): { readonly definition: ChecklistDraftDefinition } | { readonly problems: readonly FileProblem[] } {
  const { judges, phraseLists = was?.phraseLists ?? [], ...said } = file;
  const bothJudges = judges || was?.judges ? { ...was?.judges, ...judges } : undefined;
  const { phraseLists: _, ...kept } = was ?? {};
  const read = checklistDraftSchema.safeParse({
    ...{ ...kept, ...said },
    ...(bothJudges && { judges: bothJudges }),
    ...(phraseLists.length > 0 && { phraseLists }),
  });
  return read.success ? { definition: read.data } : { problems: problemsOf(read.error) };
}
