import { type ChecklistFinding } from '#contracts';
import { DomainError } from '#platform';

/** Why a change of a checklist is refused, and what to do. */

export const checklistNotFound = (): DomainError =>
  new DomainError('checklist_not_found', 'not_found', {
    zh: '没有这份检查清单或这个版本。',
    en: 'There is no such checklist or version.',
  });

export const noDraft = (): DomainError =>
  new DomainError('no_draft', 'not_found', {
    zh: '这份检查清单没有打开的草稿：可能已经发布或放弃。',
    en: 'No draft of this checklist is open: it may have been published or discarded.',
  });

export const draftIsOpen = (): DomainError =>
  new DomainError('draft_open', 'conflict', {
    zh: '这份检查清单已有一份草稿，同一时间只能有一份。请打开那一份，或先放弃它。',
    en: 'A draft of this checklist is open already, and there is one at a time. Open that one, or discard it first.',
  });

export const checklistExists = (): DomainError =>
  new DomainError('checklist_exists', 'conflict', {
    zh: '这个编号已有检查清单。请换一个编号，或从它的版本开始起草。',
    en: 'There is a checklist of this id. Choose another id, or start a draft from its version.',
  });

/** Nothing of what the second person wrote is lost: it is still where they wrote it. */
export const staleDraft = (theirs: number, yours: number): DomainError =>
  new DomainError('draft_changed', 'conflict', {
    zh: `这份草稿已由别人保存（您从第 ${yours} 次保存改起，现在是第 ${theirs} 次）。您的修改没有写入，仍在您的页面上：请导出它，再重新载入，对照后保存。`,
    en: `Somebody saved this draft in the meantime (you started from save ${yours}, it is now at ${theirs}). Your changes were not written and are still on your screen: export them, load again, compare, then save.`,
  });

export const otherId = (): DomainError =>
  new DomainError('checklist_id_differs', 'bad_input', {
    zh: '草稿里的清单编号与地址不同。清单编号不能更改。',
    en: 'The draft’s id is not the one that was asked for. The id of a checklist does not change.',
  });

export const notValidated = (): DomainError =>
  new DomainError('not_validated', 'conflict', {
    zh: '最后一次保存之后还没有校验。请先校验，再发布。',
    en: 'It was not validated since it was last saved. Validate it, then publish.',
  });

export const hasFaults = (findings: readonly ChecklistFinding[]): DomainError => {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return new DomainError(
    'checklist_has_errors',
    'conflict',
    {
      zh: `校验发现 ${errors.length} 处错误，不能发布。请改正后再校验。`,
      en: `The validator found ${errors.length === 1 ? 'an error' : `${errors.length} errors`}: it cannot be published. Put them right and validate again.`,
    },
    {
      fields: errors.map(({ itemId, place, what }) => ({
        path: [itemId, place].filter(Boolean).join(' '),
        message: what,
      })),
    },
  );
};

export const notPublished = (): DomainError =>
  new DomainError('not_published', 'conflict', {
    zh: '这个版本现在不评任何通话，无须停用。',
    en: 'This version judges no calls now: there is nothing to retire.',
  });
