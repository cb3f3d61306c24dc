import { type ChecklistFinding } from '#contracts';
import { defineRefusals, refusal } from '#platform/rules';

const PROBLEMS = {
  unknown_item: { zh: '这份评分里没有这一项', en: 'this scorecard has no such item' },
  answered_twice: { zh: '这一项回答了两次', en: 'this item was answered twice' },
  decided: {
    zh: '这一项的结果由申诉决定，复核不能更改',
    en: 'a dispute decided this item, and a review does not change it',
  },
  contested: {
    zh: '坐席对这一项的申诉正在等待决定，请在申诉里处理',
    en: 'its agent contests this item: decide the dispute instead',
  },
  not_answered: { zh: '盲评须回答这一项', en: 'a blind review answers this item' },
  reason_missing: { zh: '更改已有的结果，请选择原因', en: 'it overturns a result and needs a reason' },
};
/** Why an answer of a review cannot stand. */
export type AnswerProblem = keyof typeof PROBLEMS;

/** What quality refuses. */
export const qualityRefusals = defineRefusals({
  // checklists/bench
  bench_busy: refusal('too_many', {
    zh: '试评台正忙。请稍后再试。',
    en: 'The test bench is busy. Try again in a moment.',
  }),
  bench_failed: refusal('bad_input', {
    zh: '试评耗时过长或占用内存过多，已中止。请用短一些的对话，或简化检查方式。',
    en: 'Judging took too long or too much memory and was stopped. Use a shorter dialogue, or simpler checks.',
  }),

  // checklists
  /** Why a change of a checklist is refused, and what to do. */
  checklist_not_found: refusal('not_found', {
    zh: '没有这份评分表或这个版本。',
    en: 'There is no such checklist or version.',
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
  /** Nothing of what the second person wrote is lost: it is still where they wrote it. */
  draft_changed: refusal('conflict', (theirs: number, yours: number) => ({
    zh: `这份草稿已由别人保存（您从第 ${yours} 次保存改起，现在是第 ${theirs} 次）。您的修改没有保存，仍在页面上：请先导出，再重新加载，对照后保存。`,
    en: `A colleague saved this draft in the meantime (you started from save ${yours}, it is now at ${theirs}). Your changes were not written and are still on your screen: export them, load again, compare, then save.`,
  })),
  checklist_id_differs: refusal('bad_input', {
    zh: '草稿里的评分表编号与地址不同。评分表编号不能更改。',
    en: 'The draft’s id is not the one that was asked for. The id of a checklist does not change.',
  }),
  not_validated: refusal('conflict', {
    zh: '最后一次保存之后还没有校验。请先校验，再发布。',
    en: 'It was not validated since it was last saved. Validate it, then publish.',
  }),
  not_published: refusal('conflict', {
    zh: '这个版本现在不评任何通话，无需停用。',
    en: 'This version judges no calls now: there is nothing to retire.',
  }),

  // commitments
  not_found: refusal('not_found', {
    zh: '没有找到这项承诺，或者您无权查看。',
    en: 'There is no such promise, or it is outside what you may see.',
  }),
  commitment_changed: refusal('conflict', {
    zh: '在您填写期间，这项承诺已有更改。您的答复没有保存，请刷新后再答。',
    en: 'The promise was changed while you were answering. Your answer was not saved; reload and answer again.',
  }),
  time_is_past: refusal('bad_input', {
    zh: '请设定一个将来的时间，且在一年之内。',
    en: 'Set a time in the future, within a year.',
  }),
  cannot_take_over: refusal('bad_input', {
    zh: '这位同事不能接手：须是同一委托方、在职且能登录的另一位坐席或主管。',
    en: 'This colleague cannot take it over: it must be another agent or supervisor of the same client, employed and with an account.',
  }),
  evidence_unknown: refusal('bad_input', {
    zh: '作为依据的通话不存在，或早于这项承诺。',
    en: 'The call given as evidence does not exist, or is earlier than the promise.',
  }),
  commitment_closed: refusal('conflict', {
    zh: '这项承诺已经了结，没有改动。请刷新后查看。',
    en: 'This promise has been settled already; nothing was changed. Reload to see it.',
  }),
  not_closed: refusal('conflict', {
    zh: '这项承诺还没有了结，不需要重新打开。',
    en: 'This promise is still open; there is nothing to reopen.',
  }),
  nothing_offered: refusal('conflict', {
    zh: '这项承诺现在没有交接。请刷新后查看。',
    en: 'This promise is not offered to anyone now. Reload to see it.',
  }),
  already_offered: refusal('conflict', {
    zh: '已经请另一位同事接手，请等待答复或先撤回。',
    en: 'A colleague has already been asked to take it over. Wait for the answer, or withdraw it first.',
  }),
  not_offered_to_you: refusal('forbidden', {
    zh: '这项承诺没有交给您接手。',
    en: 'You were not asked to take this promise over.',
  }),
  not_yours: refusal('forbidden', {
    zh: '只有承诺的责任人或其主管可以答复。',
    en: 'Only its owner, or the owner’s supervisor, answers for a promise.',
  }),
  supervisor_decides: refusal('forbidden', {
    zh: '这一步由主管决定。请与主管联系。',
    en: 'This is for a supervisor to decide. Ask yours.',
  }),
  not_about_oneself: refusal('forbidden', {
    zh: '不能免除自己的承诺，请由另一位主管决定。',
    en: 'You cannot release yourself. Ask another supervisor.',
  }),

  // replay
  nothing_to_run: refusal('conflict', {
    zh: '这段时间里没有您可以查看的已评分通话。请换一个时间范围。',
    en: 'No scored call that you may see lies in this period. Choose another one.',
  }),
  run_has_ended: refusal('conflict', {
    zh: '这项工作已经结束，无需取消。',
    en: 'This work has ended already; there is nothing to cancel.',
  }),
  /** Lexicons, engine or profile changed while it waited: half of it by one and half by the other would say nothing. */
  run_overtaken: refusal('conflict', {
    zh: '在此期间词表、评分引擎或公司资料有了新版本。请重新发起。',
    en: 'Lexicons, engine or company profile changed meanwhile. Ask for it again.',
  }),
  words_destroyed: refusal('gone', {
    zh: '这通电话的录音和文字已销毁，不能再评分、评论或申诉；原有的评分保留。',
    en: 'The recording and words of this call are destroyed: it cannot be scored, commented on or contested any more. The scores that it has stay.',
  }),
  not_scored_yet: refusal('conflict', {
    zh: '这通电话还没有评分，或正在等待处理，现在不能重新评分。',
    en: 'This call has no score yet, or needs attention first; it cannot be scored again now.',
  }),

  // reviews
  own_call: refusal('forbidden', {
    zh: '这通电话由您本人接听，须由他人判断。',
    en: 'You took this call yourself; a colleague has to judge it.',
  }),
  claimed_by_other: refusal('conflict', {
    zh: '另一位同事正在处理这份评分。请处理下一项，或稍后再来。',
    en: 'A colleague has taken this scorecard. Take the next one, or come back later.',
  }),
  nothing_waits: refusal('conflict', {
    zh: '这份评分已经没有等待人工判断的评分项，可能刚刚有人答完。请刷新列表。',
    en: 'Nothing on this scorecard waits for a person any more; a colleague may have just answered. Reload the list.',
  }),
  review_refused: refusal(
    'bad_input',
    {
      zh: '没有发布：有的回答还不完整，见 fields。您填写的内容都已保留。',
      en: 'Not published: some answers are not complete; see fields. Nothing that you entered is lost.',
    },
    {
      details: (problems: readonly { itemId: string; problem: AnswerProblem }[]) => ({
        fields: problems.map(({ itemId, problem }) => ({ path: itemId, message: PROBLEMS[problem] })),
      }),
    },
  ),
  review_overtaken: refusal('conflict', {
    zh: '在您判断期间，这份评分有了新的版本。没有发布任何内容；请看过新的评分后再发布。',
    en: 'While you were judging, another card took the place of this one. Nothing was published; look at the new card and publish again.',
  }),
  blind_review_first: refusal('conflict', {
    zh: '这段通话由您盲评，评分结果暂不显示。请先用抽样指定的评分表完成盲评。',
    en: 'You judge this call blind, and its results are withheld from you. Complete the blind review by the checklist that it was drawn for first.',
  }),
  blind_review_incomplete: refusal(
    'bad_input',
    {
      zh: '没有发布：盲评须回答每个计分项，还有未回答的项，见 fields。无法判断的项请选择“无法判断”。您填写的内容都已保留。',
      en: 'Not published: a blind review answers every item with points, and some are open; see fields. Where you cannot tell, say so. Nothing that you entered is lost.',
    },
    {
      details: (itemIds: readonly string[]) => ({
        fields: itemIds.map((path) => ({ path, message: PROBLEMS.not_answered })),
      }),
    },
  ),
  draft_elsewhere: refusal('conflict', {
    zh: '您在另一个页面更改了这份草稿，这里的回答没有保存。请载入那一份，或先抄下这里的回答。',
    en: 'You changed this draft on another screen, and the answers here were not saved. Load that one, or note your answers first.',
  }),
  comment_withdrawn: refusal('conflict', {
    zh: '这条评论已经撤回，不能再改。',
    en: 'This comment was withdrawn and does not change any more.',
  }),
  not_yours_to_retract: refusal('forbidden', {
    zh: '只有发布这份复核的人和质检经理可以撤回它。',
    en: 'Only its author and a quality manager retract a review.',
  }),
  retracted_already: refusal('conflict', {
    zh: '这份复核已经撤回，没有改动任何内容。',
    en: 'This review was retracted already; nothing was changed.',
  }),
  review_contested: refusal('conflict', {
    zh: '坐席对这份复核的结果提出过申诉，或申诉已作出决定，不能再撤回。请在申诉里处理。',
    en: 'A result of this review was contested, or decided, and it cannot be retracted any more. Settle it in the dispute.',
  }),
  review_built_on: refusal('conflict', {
    zh: '后来的复核以这份为基础，不能撤回。请先撤回后来的那份。',
    en: 'A later review rests on this one. Retract the later one first.',
  }),
  saw_result: refusal('conflict', {
    zh: '您看过这段通话的评分结果，不能再盲评。没有改动任何内容；请留给同事。',
    en: 'You have seen the results of this call and cannot judge it blind any more. Nothing was changed; leave it to a colleague.',
  }),
  result_withheld: refusal('conflict', {
    zh: '文件里有您正在盲评的通话，暂不能下载。完成盲评后再来。',
    en: 'The file tells of a call that you are judging blind. Complete that review, then download it.',
  }),
  // disputes
  dispute_overtaken: refusal('conflict', {
    zh: '在您填写期间，这份评分有了新的版本。没有提交申诉；请看过新的评分后再提交。',
    en: 'While you were writing, another card took the place of this one. Nothing was filed; look at the new card and contest that one.',
  }),
  not_on_card: refusal('bad_input', {
    zh: '这份评分里没有这一项。',
    en: 'This scorecard has no such item.',
  }),
  not_judged_yet: refusal('conflict', {
    zh: '这一项还没有结果，正在等待人工判断，无需申诉。',
    en: 'This item has no result yet: it waits for a person, so there is nothing to contest.',
  }),
  same_result: refusal('bad_input', {
    zh: '选择的结果就是被申诉的结果，请选择另一个。',
    en: 'This is the result that is contested. Choose another.',
  }),
  decision_overtaken: refusal('conflict', {
    zh: '在您作决定期间，这份评分有了新的版本。决定没有保存；请看过新的评分后再决定。',
    en: 'While you were deciding, another card took the place of this one. Nothing was decided; look at the new card and decide again.',
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
  not_yours_to_decide: refusal('forbidden', {
    zh: '您复核过这份评分、就这一项作过决定，或本人接听了这通电话，须由另一位同事决定。',
    en: 'You reviewed this score, decided about this item before, or took the call yourself. A colleague has to decide.',
  }),
  quality_manager_decides: refusal('forbidden', {
    zh: '坐席已提请质检经理决定，这一步不由主管处理。',
    en: 'The agent took this to a quality manager, who decides now.',
  }),
  escalation_time_over: refusal('conflict', {
    zh: '这项申诉现在不能提请质检经理决定：它还在等待决定，或期限已过。',
    en: 'This dispute cannot go on to a quality manager now: it still waits for a decision, or the time is over.',
  }),
  settings_overtaken: refusal('conflict', {
    zh: '同事刚刚改过这些设置，您的修改没有保存。请重新加载后再改。',
    en: 'A colleague has just changed these settings, and yours were not saved. Load them again and repeat your change.',
  }),

  // sampling
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
    en: 'This sampling plan has ended and does not change any more. Make a new one.',
  }),
  plan_reviewer_unfit: refusal('bad_input', {
    zh: '有复核员没有复核权限或已离职。请从列表中移除后再保存。',
    en: 'A reviewer may not judge calls, or has left. Take them off the list and save again.',
  }),
  not_drawn_yet: refusal('conflict', {
    zh: '这次抽样还没有进行：种子在时段结束时公布。',
    en: 'This draw was not made yet: its seed is revealed when the period is over.',
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
    en: 'This colleague cannot review the call: their rights do not reach it, or they took part in it. Choose another.',
  }),
  replaces_own_review: refusal('forbidden', {
    zh: '这通电话由您复核，不能由您更换，没有改动任何内容。请由另一位质检经理更换，或先转给同事。',
    en: 'You are the reviewer of this call and cannot replace it; nothing was changed. Ask another quality manager, or hand it on first.',
  }),
  // calibration
  calibration_due_past: refusal('bad_input', {
    zh: '截止时间已过。请选择以后的时间。',
    en: 'That time is over. Choose a later one.',
  }),
  calibration_reviewer_unfit: refusal('bad_input', {
    zh: '有复核员不能参加这次校准：没有权限、参与过这通电话，或已经判断过这份评分。请移除后再发起。',
    en: 'A reviewer cannot be calibrated by this call: their rights do not reach it, they took part in it, or they judged it before. Take them off the list.',
  }),
  calibration_over: refusal('conflict', {
    zh: '您已经提交，或这次校准已经结束，没有改动任何内容。请刷新后查看。',
    en: 'You have submitted already, or the calibration is closed; nothing was changed. Load it again to see.',
  }),
  calibration_incomplete: refusal('bad_input', (missing: number) => ({
    zh: `还有 ${missing} 项没有判断，没有提交。请补全，或先保存。`,
    en: `Not submitted: ${missing === 1 ? 'an item has' : `${missing} items have`} no answer yet. Answer them, or save for later.`,
  })),
  calibration_not_judged: refusal('conflict', {
    zh: '您也参加这次校准，但还没有提交自己的判断，所以不能结束它。请先提交。',
    en: 'You take part in this calibration and have not submitted, so you cannot close it yet. Submit first.',
  }),
  calibration_first: refusal('conflict', {
    zh: '您正在校准这段通话，评分结果暂不显示。没有发布任何内容；请先在校准页提交您的判断，或等校准结束。',
    en: 'You are calibrating on this call, and its results are withheld from you. Nothing was published; submit your answers on the calibration’s page first, or wait until it closes.',
  }),
  calibration_withheld: refusal('conflict', {
    zh: '这段通话还有您要盲评或校准的，所以这次校准的内容暂不显示，也不能由您定结论。请先提交您的判断。',
    en: 'You have still to judge this call without seeing its results, so you cannot decide here yet. Submit your judgement first.',
  }),
  calibration_still_open: refusal('conflict', {
    zh: '这次校准还没有结束，现在不能定结论。请等所有人提交，或先结束它。',
    en: 'The calibration is still open, so nothing is decided yet. Wait until all have submitted, or close it.',
  }),

  nothing_left_to_draw: refusal('conflict', {
    zh: '同一层里没有剩下的通话可以替换。',
    en: 'No call of the same group is left to take its place.',
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
});
