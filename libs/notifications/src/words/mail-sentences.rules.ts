import { type NotificationKind, type RightsKind } from '#contracts';

import { ABSENCE_WORDS, type Words } from './absence-words.rules.js';
import { COMPANY_SENTENCES } from './company-sentences.rules.js';

export { type Words } from './absence-words.rules.js';

/** What happened, and what comes next: nothing of a call, of a customer, or of who asked. */
export const WORDS: Record<
  Exclude<NotificationKind, 'alarm_raised' | 'alarm_cleared' | RightsKind>,
  { state: Words; next: Words }
> = {
  submitted: {
    state: ['等待审批', 'waits for approval'],
    next: ['请查看并作出决定。', 'Please look at it and decide.'],
  },
  agreed: {
    state: ['一人已同意，还需另一人', 'was agreed to by one person'],
    next: ['还需另一名审批人决定。', 'Another approver has to decide as well.'],
  },
  approved: { state: ['已批准，授权生效', 'was approved'], next: ['现在可以使用授权。', 'The grant may be used.'] },
  approved_listening: {
    state: ['只获准收听，导出未获批准', 'was approved for listening alone, without the export'],
    next: ['现在可以收听；理由见申请页。', 'The recordings may be heard; the reason is on its page.'],
  },
  rejected: { state: ['已驳回', 'was refused'], next: ['理由见申请页。', 'The reason is on its page.'] },
  asked_back: {
    state: ['审批人有问题', 'has a question to be answered'],
    next: ['请在申请页答复。', 'Please answer on its page.'],
  },
  answered: { state: ['已答复，等待审批', 'was answered'], next: ['请重新作出决定。', 'Please decide again.'] },
  withdrawn: { state: ['已撤回', 'was withdrawn'], next: ['无需处理。', 'There is nothing to do.'] },
  expired: {
    state: ['无人按时审批，已过期', 'expired without a decision'],
    next: ['如仍需要，须重新申请。', 'Ask again if it is still needed.'],
  },
  revoked: { state: ['授权已撤销', 'had its grant revoked'], next: ['理由见申请页。', 'The reason is on its page.'] },
  used_up: {
    state: ['授权次数已用完', 'has its uses used up'],
    next: ['如仍需要，须重新申请。', 'Ask again if it is still needed.'],
  },
  opened: {
    state: ['已紧急打开', 'was opened in an emergency'],
    next: ['须由另一名审批人复核。', 'Another approver has to review it.'],
  },
  team_opened: {
    state: ['紧急打开了您班组的录音', 'opened recordings of your team in an emergency'],
    next: ['谁听过，见通话页。', 'Who heard them is on the page of the call.'],
  },
  reviewed: { state: ['紧急打开已复核', 'was reviewed'], next: ['结论见申请页。', 'What was found is on its page.'] },
  review_overdue: {
    state: ['紧急打开逾期未复核', 'is overdue for review'],
    next: [
      '请审批人尽快复核；在此之前，打开人不能再次紧急打开。',
      'An approver has to review it; until then its opener cannot open another.',
    ],
  },
  grant_ending: {
    state: ['将在 14 天内到期', 'ends within fourteen days'],
    next: ['仍需要时，请法务发布新的授权。', 'Where it is still needed, legal publishes another.'],
  },
  grant_ended: {
    state: ['已到期', 'has ended'],
    next: [
      '依此授权收听、阅读的人现在不能打开通话。请法务发布新的授权。',
      'The people who worked by it open no call any more. Legal publishes another.',
    ],
  },
  grant_revoked: {
    state: ['已撤销', 'was revoked'],
    next: ['依此授权收听、阅读的人现在不能打开通话。', 'The people who worked by it open no call any more.'],
  },
  critical_many: {
    state: [
      '一个班组关键项未达成的通话数越过告警线',
      'says that the count of a team’s calls with a missed critical item passed its alert line',
    ],
    next: ['请在通知里打开这些通话。', 'The calls open from your notifications.'],
  },
  rings_few: {
    state: [
      '一个班组的三声之内接听越过告警线',
      'says that the share of a team within three rings passed its alert line',
    ],
    next: ['请在通知里打开这些通话。', 'The calls open from your notifications.'],
  },
  complete_few: {
    state: [
      '一个班组当天的完整通话低于目标',
      'says that the share of a team’s calls of which nothing is missing is below the target',
    ],
    next: ['缺少什么见“完整性”页。', 'What is missing is on the Completeness screen.'],
  },
  review_assigned: {
    state: ['抽中的通话已分给您复核', 'gave you calls to review'],
    next: ['通话和期限见“待判断”页。', 'The calls, and when they are due, are on the To judge screen.'],
  },
  review_given: {
    state: ['同事交给您通话复核', 'was given to you by a colleague'],
    next: ['通话、原因和期限见“待判断”页。', 'The calls, why, and when they are due, are on the To judge screen.'],
  },
  review_handed_on: {
    state: ['同事转给您一通电话复核', 'was handed on to you by a colleague'],
    next: ['见“待判断”页。', 'It is on the To judge screen.'],
  },
  review_retracted: {
    state: ['已撤回，不再生效', 'was retracted and counts no more'],
    next: ['现在生效的评分见通话页。', 'The score that counts now is on the page of the call.'],
  },
  review_overturned: {
    state: ['您复核过的结果已被同事更改', 'of yours was changed by a colleague'],
    next: ['由谁更改、原因为何，见通话页。', 'By whom and why is on the page of the call.'],
  },
  comment_mentioned: {
    state: ['有一条提及您', 'mentions you'],
    next: ['由谁所写、写了什么，见通话页。', 'Who wrote it, and what it says, is on the page of the call.'],
  },
  score_reviewed: {
    state: ['已有人复核', 'was reviewed by a person'],
    next: [
      '评分、由谁复核和原因见通话页；不同意可以申诉。',
      'The score, by whom and why are on the page of the call; you may contest it.',
    ],
  },
  calls_rescored: {
    state: ['已重新评分，有的评分有变化', 'were scored again, and scores changed'],
    next: [
      '多少通有变化、得分合计变化多少，见系统内的通知；每通电话页有新旧评分，不同意可以申诉。',
      'In how many calls, and by how many points in sum, is under the bell; the page of each call has both scores, and you may contest the new one.',
    ],
  },
  chat_failing: {
    state: ['未能收到消息', 'takes no messages'],
    next: ['原因和处理办法见“我的账号”页。', 'Your account page says why and what to do.'],
  },
  ...ABSENCE_WORDS,
  ...COMPANY_SENTENCES,
  calibration_opened: {
    state: ['等待您判断', 'waits for your judgement'],
    next: ['请在截止时间前独立判断。', 'Please judge it on your own before it is due.'],
  },
  calibration_closed: {
    state: ['已结束，可以对照各人的判断', 'is closed, and everyone’s answers are shown'],
    next: ['请对照查看。', 'Please look at them side by side.'],
  },
  checklist_waits: {
    state: ['等待您发布', 'waits to be published'],
    next: [
      '起草人已请求发布。请核对改动后发布，或说明理由退回。',
      'An author asked for it. Please read what changes, then publish it or send it back with a reason.',
    ],
  },
  checklist_sent_back: {
    state: ['没有发布，已退回', 'was sent back and not published'],
    next: ['理由见草稿页。改好后可以再次请求。', 'The reason is on its page. Change it and ask again.'],
  },
  dispute_filed: {
    state: ['等待决定', 'waits for a decision'],
    next: ['请听录音后决定。', 'Please listen and decide.'],
  },
  dispute_escalated: {
    state: ['提请质检经理决定', 'waits for a quality manager'],
    next: ['请作出最终决定。', 'Please make the last decision.'],
  },
  dispute_granted: {
    state: ['已同意，结果已更改', 'was granted, and the result is changed'],
    next: ['理由见通话页。', 'The reason is on the page of the call.'],
  },
  dispute_kept: {
    state: ['维持原结果', 'was decided, and the result is kept'],
    next: ['理由和下一步见通话页。', 'The reason, and what can follow, is on the page of the call.'],
  },
  dispute_kept_filed: {
    state: [
      '此前维持的结果现在记为人的判断，评分有变化',
      'kept a result that counts as a person’s now, and the score changed',
    ],
    next: ['新旧评分见通话页。', 'The page of the call has both scores.'],
  },
  dispute_ended: {
    state: ['因通话段改归他人而结束', 'ended, because the leg is another person’s'],
    next: ['如有疑问，请联系主管。', 'Ask your supervisor if that is wrong.'],
  },
  dispute_suspended: {
    state: ['暂停：通话改为另一位坐席接听', 'is paused: the call is another agent’s'],
    next: ['改回后会恢复，时间不会少。', 'Where the call is put back it goes on, with the time that was left.'],
  },
  dispute_resumed: {
    state: ['恢复：通话已改回原坐席', 'goes on: the call was put back to its agent'],
    next: ['它回到原来的步骤，剩余时间不变。', 'It is where it was, with the time that was left.'],
  },
  dispute_closed: {
    state: ['已结束：不是您的通话', 'was closed: it is not your call'],
    next: ['如果这是您的通话，请联系主管。', 'Tell your supervisor if it is your call.'],
  },
  correction_waits: {
    state: ['等待您确认', 'waits for your decision'],
    next: ['请在通话页核对后确认或拒绝。', 'Please compare it on the page of the call, and confirm or refuse it.'],
  },
  correction_confirmed: {
    state: ['已确认，现已生效', 'was confirmed, and holds'],
    next: ['相关评分和保存期限已重新计算。', 'Scores and the time for which it is kept are worked out again.'],
  },
  correction_refused: {
    state: ['未获确认', 'was refused'],
    next: ['原因见通话页。', 'The reason is on the page of the call.'],
  },
  correction_lapsed: {
    state: ['无人确认，已失效', 'lapsed, as no second person decided'],
    next: [
      '通话信息保持原样。如仍需更正，请重新提出。',
      'The call is as it was. Propose it again if it is still needed.',
    ],
  },
  call_handed_over: {
    state: ['经两人确认，改了接听的坐席', 'was given to another agent, as two people said'],
    next: ['如果不对，请联系主管。', 'Tell your supervisor if that is wrong.'],
  },
  call_shut: {
    state: ['的录音已关闭，只对法务开放', 'was closed to everyone but Legal'],
    next: [
      '客户撤回了同意，或按更正后的信息不应录音。',
      'Consent was taken back, or as corrected it should not have been recorded.',
    ],
  },
  promise_questioned: {
    state: ['等待您认定', 'waits for your decision whether it is one'],
    next: ['有人认为这不是承诺，请听录音后认定。', 'A colleague asks whether it is one. Please listen and decide.'],
  },
  promise_struck: {
    state: ['已认定不是承诺', 'was decided to be none'],
    next: ['理由见承诺的经过。', 'The reason is in its history.'],
  },
  promise_upheld: {
    state: ['已认定是承诺', 'was decided to be one'],
    next: ['仍须按时兑现，理由见承诺的经过。', 'It stays due; the reason is in its history.'],
  },
  coaching_shared: {
    state: ['已分享给您', 'was shared with you'],
    next: ['请阅读，可以答复。', 'Please read it; you can answer.'],
  },
  coaching_answered: {
    state: ['坐席已答复', 'was answered by its agent'],
    next: ['答复见辅导页。', 'The answer is on its page.'],
  },
  coaching_acknowledged: {
    state: ['坐席确认已阅读', 'was read by its agent'],
    next: ['可以约定目标，或结束这次辅导。', 'You can agree on goals, or close it.'],
  },
  coaching_evaluated: {
    state: ['坐席已提交自评', 'has its agent’s own scoring'],
    next: ['两边的评分在辅导页并列显示。', 'Both scores are side by side on its page.'],
  },
  best_call_asked: {
    state: ['等待您同意发布', 'asks for your agreement'],
    next: [
      '您的一段通话被推荐为范例，请答复是否同意。',
      'A stretch of your call was nominated. Please answer whether it may be published.',
    ],
  },
  best_call_agreed: {
    state: ['坐席已同意', 'has its agent’s agreement'],
    next: ['须由推荐人之外的人发布。', 'A person other than its nominator publishes it.'],
  },
  best_call_published: {
    state: ['已发布', 'was published'],
    next: ['坐席可以随时收回同意。', 'Its agent can take the agreement back at any time.'],
  },
  best_call_ended: {
    state: ['已结束，不再可听', 'ended and is heard no more'],
    next: ['原因见范例页。', 'Why is on its page.'],
  },
  coaching_goal: {
    state: ['设定了一个目标', 'has a goal for you'],
    next: ['目标和后续情况见辅导页。', 'The goal and its follow-up are on its page.'],
  },
  coaching_goal_ended: {
    state: ['结束了一个目标', 'has a goal that was ended'],
    next: ['后续情况见辅导页。', 'Its follow-up is on its page.'],
  },
  coaching_closed: {
    state: ['已结束', 'was closed'],
    next: ['内容仍可在辅导页查看。', 'You can still read it on its page.'],
  },
};
