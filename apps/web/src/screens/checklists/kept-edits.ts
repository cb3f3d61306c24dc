import { checklistDraftSchema, type ChecklistDraftDefinition, type ChecklistDraftView } from '#contracts';

/*
 * What was written and could not be saved any more, when a browser was closed or lost its network: kept in the browser for the person who
 * wrote it until the server has it. Checklists hold no words of calls.
 */

export interface KeptEdits {
  /** The save that it was written on. */
  readonly revision: number;
  readonly definition: ChecklistDraftDefinition;
}

const keyOf = (personId: string, checklistId: string): string => `shouwen-draft ${personId} ${checklistId}`;

export function keepEdits(
  personId: string,
  { checklistId, revision }: ChecklistDraftView,
  definition: ChecklistDraftDefinition,
): void {
  try {
    localStorage.setItem(keyOf(personId, checklistId), JSON.stringify({ revision, definition }));
  } catch {
    // No room, or no storage: the server's copy and the warning on leaving are what there is.
  }
}

export const forgetEdits = (personId: string, checklistId: string): void =>
  localStorage.removeItem(keyOf(personId, checklistId));

/** Null where nothing is kept, or what is kept is what the server has. */
export function keptEdits(personId: string, view: ChecklistDraftView): KeptEdits | null {
  try {
    const text = localStorage.getItem(keyOf(personId, view.checklistId));
    if (text === null) return null;
    const { revision, definition } = JSON.parse(text) as { revision: unknown; definition: unknown };
    const read = checklistDraftSchema.safeParse(definition);
    if (typeof revision !== 'number' || !read.success) return null;
    return JSON.stringify(read.data) === JSON.stringify(checklistDraftSchema.parse(view.definition))
      ? null
      : { revision, definition: read.data };
  } catch {
    return null;
  }
}
