import { type ChecklistFinding } from '#contracts';
import { refusal } from '#platform/rules';

/** What is refused of checklists, their drafts and their test bench. */
export const checklistRefusals = {
  bench_busy: refusal('too_many', {
    zh: '试评台正忙。请稍后再试。',
    en: 'The test bench is busy. Try again in a moment.',
  }),
  bench_failed: refusal('bad_input', {
    zh: '试评耗时过长或占用内存过多，已中止。请用短一些的对话，或简化检查方式。',
    en: 'Judging took too long or too much memory and was stopped. Use a shorter dialogue, or simpler checks.',
  }),

  /** Why a change of a checklist is refused, and what to do. */
  checklist_not_found: refusal('not_found', {
    zh: '没有这份评分表或这个版本。',
    en: 'There is no such checklist or version.',
  }),
  library_entry_not_found: refusal('not_found', {
    zh: '行业评分表库里没有这一份。请打开评分表库，从中选一份。',
    en: 'The library has no such checklist. Open the library and choose one of those in it.',
  }),
  no_draft: refusal('not_found', {
    zh: '这份评分表没有打开的草稿：可能已经发布或放弃。',
    en: 'No draft of this checklist is open: it may have been published or discarded.',
  }),
  draft_open: refusal('conflict', {
    zh: '这份评分表已有一份草稿，同一时间只能有一份。请打开那一份，或先放弃它。',
    en: 'A draft of this checklist is open already, and there is one at a time. Open that one, or discard it first.',
  }),
  checklist_exists: refusal('conflict', {
    zh: '这个编号已有评分表。请换一个编号，或从它的版本开始起草。',
    en: 'A checklist with this id exists already. Choose another id, or start a draft from its version.',
  }),
  /** Nothing of what the second person wrote is lost: it is still where they wrote it, and the screen puts both together. */
  draft_changed: refusal('conflict', (theirs: number, yours: number) => ({
    zh: `这份草稿已由别人保存（您从第 ${yours} 次保存改起，现在是第 ${theirs} 次）。您的修改还没有保存，仍在页面上：请看对方改了什么，合并后再保存。`,
    en: `A colleague saved this draft in the meantime (you started from save ${yours}, it is now at ${theirs}). Your changes were not written and are still on your screen: look at what they changed, put both together, and save.`,
  })),
  checklist_id_differs: refusal('bad_input', {
    zh: '草稿里的评分表编号与地址不同。评分表编号不能更改。',
    en: 'The draft’s id is not the one that was asked for. The id of a checklist does not change.',
  }),
  not_asked: refusal('conflict', {
    zh: '最后一次保存之后，还没有人请求发布。请起草人先校验并请求发布。',
    en: 'No author has asked for publication since it was last saved. Let an author check it and ask first.',
  }),
  other_request: refusal('conflict', {
    zh: '这不是您看过的那次发布请求：草稿已放弃后重新起草，或重新请求过。请重新加载，看过之后再决定。',
    en: 'This is not the request that you read: the draft was discarded and begun again, or publication was asked for once more. Load it again and read it before you decide.',
  }),
  /** Four eyes: what counts is published by a person who did not write it. */
  author_publishes: refusal('forbidden', {
    zh: '您改过这份草稿，须由没有改过它的人发布。请另一位质检经理或质检员发布。',
    en: 'You edited this draft, so someone who did not has to publish it. Ask another quality manager or analyst.',
  }),
  not_an_author: refusal('forbidden', {
    zh: '只有改过这份草稿的人才能请求发布。',
    en: 'Only a person who edited this draft can request its publication.',
  }),
  not_published: refusal('conflict', {
    zh: '这个版本现在不评任何通话，无需停用。',
    en: 'This version judges no calls now: there is nothing to retire.',
  }),
  checklist_has_errors: refusal(
    'conflict',
    (errors: readonly ChecklistFinding[]) => ({
      zh: `校验发现 ${errors.length} 处错误，不能发布。请改正后再校验。`,
      en: `The validator found ${errors.length === 1 ? 'an error' : `${errors.length} errors`}: it cannot be published. Correct them and validate again.`,
    }),
    {
      details: (errors) => ({
        fields: errors.map(({ itemId, place, what }) => ({
          path: [itemId, place].filter(Boolean).join(' '),
          message: what,
        })),
      }),
    },
  ),
};
