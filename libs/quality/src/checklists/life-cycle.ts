import { type ChecklistStage } from '#contracts';

/**
 * The states of a checklist's content and the steps between them. A draft can be changed and validated any number of times; what was changed after it was
 * validated is a draft again. Publishing makes a version, and versions are only ever retired: by a newer one, or by a person.
 */
export const CHECKLIST_LIFE = {
  draft: ['draft', 'validated'],
  validated: ['draft', 'validated', 'published'],
  published: ['retired'],
  retired: [],
} as const satisfies Record<ChecklistStage, readonly ChecklistStage[]>;

export const mayMoveStage = (from: ChecklistStage, to: ChecklistStage): boolean =>
  (CHECKLIST_LIFE[from] as readonly ChecklistStage[]).includes(to);
