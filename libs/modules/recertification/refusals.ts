import { defineRefusals, refusal } from '#platform/rules';

/** What a review of rights refuses. */
export const recertificationRefusals = defineRefusals({
  recertification_not_found: refusal('not_found', {
    zh: '没有这项复审，或不在您的权限范围内。请刷新后查看。',
    en: 'There is no such permission to review in your scope. Reload to see.',
  }),
  recertification_answered: refusal('conflict', {
    zh: '其中有的已答复，或复审已结束。请刷新后查看。',
    en: 'One of them was answered, or the review has ended. Load it again to see.',
  }),
  recertification_own: refusal('forbidden', {
    zh: '不能答复自己的权限。请由另一人答复。',
    en: 'You cannot answer about your own rights. Another person has to.',
  }),
  recertification_giver: refusal('forbidden', {
    zh: '授予或批准此权限的人不能答复保留。请由另一位同事答复，或答复不再需要。',
    en: 'Who gave or approved this right cannot keep it. Another colleague has to, or you say that it is not needed.',
  }),
  recertification_in_the_past: refusal('bad_input', {
    zh: '下次复审的日期已过。请选择今天或以后的日期。',
    en: 'The day of the next review is past. Choose today or a later day.',
  }),
});
