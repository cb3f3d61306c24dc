import { refusal } from '#platform/rules';

/** What is refused of plans and draws. */
export const samplingRefusals = {
  plan_not_found: refusal('not_found', {
    zh: '没有这个抽样计划或这次抽样。',
    en: 'There is no such sampling plan or draw.',
  }),
  plan_changed: refusal('conflict', {
    zh: '同事刚刚改过这个抽样计划，您的修改没有保存。请重新加载后再改。',
    en: 'A colleague has just changed this sampling plan, and your changes were not saved. Load it again and repeat them.',
  }),
  plan_ended: refusal('conflict', {
    zh: '这个抽样计划已停用，不能再改。请新建一个计划。',
    en: 'This sampling plan has ended and can no longer be changed. Create a new one.',
  }),
  plan_reviewer_unfit: refusal('bad_input', {
    zh: '有复核员没有复核权限或已离职。请从列表中移除后再保存。',
    en: 'A reviewer may not judge calls, or has left. Take them off the list and save again.',
  }),
  not_drawn_yet: refusal('conflict', {
    zh: '这次抽样还没有进行：种子在时段结束时公布。',
    en: 'This draw has not been made yet: its seed is revealed when the period has ended.',
  }),
  assignment_over: refusal('conflict', {
    zh: '这通电话已经复核或更换，没有改动任何内容。请刷新后查看。',
    en: 'This call was reviewed or replaced in the meantime, and nothing was changed. Load it again to see.',
  }),
  assignment_taken: refusal('conflict', {
    zh: '这通电话已由同事复核，没有改动任何内容。请选择另一通。',
    en: 'A colleague has this call to review; nothing was changed. Choose another one.',
  }),
  assignment_not_yours: refusal('conflict', {
    zh: '这通电话的复核现在不由您负责，没有改动任何内容。请先在“待判断”页领取。',
    en: 'The review of this call is not yours now, and nothing was changed. Take it on the To judge screen first.',
  }),
  cannot_review: refusal('bad_input', {
    zh: '这位同事不能复核这通电话：没有权限，或参与过这通电话。请选择另一位。',
    en: 'This colleague cannot review the call: they may not see it, or they took part in it. Choose another.',
  }),
  replaces_own_review: refusal('forbidden', {
    zh: '这通电话由您复核，不能由您更换，没有改动任何内容。请由另一位质检经理更换，或先转给同事。',
    en: 'You are the reviewer of this call and cannot replace it; nothing was changed. Ask another quality manager, or hand it on first.',
  }),
  nothing_left_to_draw: refusal('conflict', {
    zh: '同一层里没有剩下的通话可以替换。',
    en: 'No call of the same group is left to take its place.',
  }),
};
