import { refusal } from '#platform/rules';

const PROBLEMS = {
  unknown_item: { zh: '这份评分里没有这一项', en: 'this scorecard has no such item' },
  answered_twice: { zh: '这一项回答了两次', en: 'this item was answered twice' },
  decided: {
    zh: '这一项的结果由申诉决定，复核不能更改；其他评分项仍可更改',
    en: 'a dispute decided this item, and a review does not change it; it may change the others',
  },
  contested: {
    zh: '坐席对这一项的申诉正在等待决定，请在申诉里处理；其他评分项仍可更改',
    en: 'its agent contests this item: decide the dispute instead; a review may change the others',
  },
  not_answered: { zh: '盲评须回答这一项', en: 'a blind review answers this item' },
  reason_missing: { zh: '更改已有的结果，请选择原因', en: 'it overturns a result and needs a reason' },
};
/** Why an answer of a review cannot stand. */
export type AnswerProblem = keyof typeof PROBLEMS;

/** What is refused of reviews, their drafts, and comments at a second. */
export const reviewRefusals = {
  not_found: refusal('not_found', {
    zh: '没有找到，或者您无权查看。',
    en: 'It was not found, or is outside what you may see.',
  }),
  own_call: refusal('forbidden', {
    zh: '这通电话由您本人或独自给予您账号或角色的人接听，须由他人判断。',
    en: 'You took this call yourself, or the person who alone gave you account or roles did; a colleague has to judge it.',
  }),
  agent_acknowledges: refusal('forbidden', {
    zh: '只有接听这段通话的坐席本人能确认已阅。',
    en: 'Only the agent who took this leg can acknowledge its review.',
  }),
  acknowledged_already: refusal('conflict', {
    zh: '这次复核您已经确认过。',
    en: 'You have already acknowledged this review.',
  }),
  review_replaced: refusal('conflict', {
    zh: '这次复核已被撤回，或已有新的复核。请刷新后阅读新的。',
    en: 'This review was retracted, or a newer one has taken its place. Reload and read that one.',
  }),
  claimed_by_other: refusal('conflict', {
    zh: '另一位同事正在处理这份评分。请处理下一项，或稍后再来。',
    en: 'A colleague has taken this scorecard. Take the next one, or come back later.',
  }),
  nothing_waits: refusal('conflict', {
    zh: '这份评分已经没有等待人工判断的评分项，可能刚刚有人答完。请刷新列表。',
    en: 'Nothing on this scorecard is waiting for a reviewer; a colleague may have just answered. Reload the list.',
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
    en: 'While you were judging, this scorecard was replaced. Nothing was published; check the new scorecard and publish again.',
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
    en: 'This comment was withdrawn and can no longer be changed.',
  }),
  mention_refused: refusal('bad_input', {
    zh: '评论没有保存：提及的人里，有人看不到这条评论，或者内容里没有“@姓名”。请从输入 @ 后出现的名单里选人。您填写的内容都已保留。',
    en: 'The comment was not saved: a person that you mention may not see it, or the text does not name them after @. Choose people from the list that @ opens. Nothing that you entered is lost.',
  }),
  mentions_full: refusal('conflict', {
    zh: '评论没有保存：一条评论先后最多提及 10 人，删去的也算。请另写一条评论。您填写的内容都已保留。',
    en: 'The comment was not saved: a comment mentions ten people at most, those that were taken out again included. Make another comment. Nothing that you entered is lost.',
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
    en: 'A result of this review was contested or decided, so it can no longer be retracted. Settle it in the dispute.',
  }),
  review_built_on: refusal('conflict', {
    zh: '后来的复核以这份为基础，不能撤回。请先撤回后来的那份。',
    en: 'A later review rests on this one. Retract the later one first.',
  }),
  saw_result: refusal('conflict', {
    zh: '您看过这段通话的评分结果，不能再盲评。没有改动任何内容；请留给同事。',
    en: 'You have seen the results of this call and can no longer judge it blind. Nothing was changed; leave it to a colleague.',
  }),
  result_withheld: refusal('conflict', {
    zh: '文件里有您正在盲评的通话，暂不能下载。完成盲评后再来。',
    en: 'The file tells of a call that you are judging blind. Complete that review, then download it.',
  }),
};
