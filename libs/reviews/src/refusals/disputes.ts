import { refusal } from '#platform/rules';

/** What is refused of disputes. */
export const disputeRefusals = {
  dispute_overtaken: refusal('conflict', {
    zh: '在您填写期间，这份评分有了新的版本。没有提交申诉；请看过新的评分后再提交。',
    en: 'While you were writing, this scorecard was replaced. Nothing was filed; check the new scorecard and contest that one.',
  }),
  not_on_card: refusal('bad_input', {
    zh: '这份评分里没有这一项。',
    en: 'This scorecard has no such item.',
  }),
  not_judged_yet: refusal('conflict', {
    zh: '这一项还没有结果，正在等待人工判断，无需申诉。',
    en: 'This item has no result yet: it is waiting for a reviewer, so there is nothing to contest.',
  }),
  same_result: refusal('bad_input', {
    zh: '选择的结果就是被申诉的结果，请选择另一个。',
    en: 'This is the result that is contested. Choose another.',
  }),
  decision_overtaken: refusal('conflict', {
    zh: '在您作决定期间，这份评分有了新的版本。决定没有保存；请看过新的评分后再决定。',
    en: 'While you were deciding, this scorecard was replaced. Nothing was decided; check the new scorecard and decide again.',
  }),
  contest_time_over: refusal('conflict', {
    zh: '这份评分的申诉期限已过。如有疑问，请直接联系主管。',
    en: 'The time to contest this score is over. Talk to your supervisor instead.',
  }),
  contested_already: refusal('conflict', {
    zh: '这一项的这个结果已经申诉过。请在“申诉”里查看进展。',
    en: 'This result was contested already. See how it went under Disputes.',
  }),
  dispute_over: refusal('conflict', {
    zh: '这项申诉已经有了决定或已撤回，没有改动任何内容。请刷新后查看。',
    en: 'This dispute was decided or withdrawn in the meantime, and nothing was changed. Load it again to see.',
  }),
  dispute_asleep: refusal('conflict', {
    zh: '这通电话已改为另一位坐席接听，申诉已暂停。改回后会恢复原来的进度和剩余时间。',
    en: 'The call was assigned to another agent, and the dispute is paused. If it is assigned back, the dispute resumes with the time that was left.',
  }),
  dispute_not_asleep: refusal('conflict', {
    zh: '这项申诉没有暂停，或已经结束，没有改动任何内容。请刷新后查看。',
    en: 'This dispute is not paused, or it is over, and nothing was changed. Load it again to see.',
  }),
  not_yours_to_close: refusal('forbidden', {
    zh: '您提出了更改坐席的更正，或与这项申诉有关，须由另一位同事结束它。',
    en: 'You proposed the correction of the agent, or have a part in this dispute. A colleague has to close it.',
  }),
  not_yours_to_decide: refusal('forbidden', {
    zh: '您复核过这份评分、就这一项作过决定，或本人接听了这通电话，须由另一位同事决定。',
    en: 'You reviewed this score, decided about this item before, or took the call yourself. A colleague has to decide.',
  }),
  quality_manager_decides: refusal('forbidden', {
    zh: '坐席已提请质检经理决定，这一步不由主管处理。',
    en: 'The agent escalated this to a quality manager, who decides now.',
  }),
  escalation_time_over: refusal('conflict', {
    zh: '这项申诉现在不能提请质检经理决定：它还在等待决定，或期限已过。',
    en: 'This dispute cannot be escalated to a quality manager now: it is still waiting for a decision, or the deadline has passed.',
  }),
};
