import { MOST_MOMENTS } from '#contracts';
import { defineRefusals, refusal } from '#platform/rules';

/** The refusals of this library: codes, and what people read. */
export const coachingRefusals = defineRefusals({
  // sessions
  coaching_oneself: refusal('bad_input', {
    zh: '不能辅导自己。请选择班组里的一名坐席。',
    en: 'You cannot coach yourself. Choose an agent of a team that you lead.',
  }),
  coaching_shared: refusal('conflict', {
    zh: '这次辅导已经分享给坐席，没有改动任何内容。不再需要时请结束它。',
    en: 'This coaching was shared with its agent already, and nothing was changed. Close it when it is done.',
  }),
  coaching_not_shared: refusal('conflict', {
    zh: '这次辅导还是草稿。请先分享，或放弃草稿。',
    en: 'This coaching is still a draft. Share it first, or discard it.',
  }),
  coaching_empty: refusal('bad_input', {
    zh: '还没有可以分享的内容。请添加片段，或写下给坐席看的内容。',
    en: 'There is nothing to share yet. Add a moment, or write what the agent is to read.',
  }),
  coaching_closed: refusal('conflict', {
    zh: '这次辅导已经结束，没有改动任何内容。请新建一次辅导。',
    en: 'This coaching is closed, and nothing was changed. Prepare another one.',
  }),
  coaching_read_already: refusal('conflict', {
    zh: '您已经确认阅读过这次辅导。',
    en: 'You have already confirmed that you read this coaching.',
  }),
  words_of_coaching_gone: refusal('gone', {
    zh: '这次辅导所涉的录音已销毁，文字随之删除，不能再写。',
    en: 'The recordings that this coaching was about are destroyed and its texts ended with them, so nothing more can be written.',
  }),

  // moments
  moment_not_of_agent: refusal('bad_input', {
    zh: '这段通话不是这名坐席的，或您无权查看。请选择该坐席自己的通话。',
    en: 'This part of a call is not this agent’s, or it is outside what you may see. Choose one of the agent’s own.',
  }),
  moment_not_on_card: refusal('bad_input', {
    zh: '这段通话的评分里没有这一项。请刷新通话页后再添加。',
    en: 'The score of this part of the call has no such item. Load the call again and add it then.',
  }),
  moment_outside: refusal('bad_input', {
    zh: '片段超出了录音的长度。请改小结束时间。',
    en: 'The stretch goes beyond the recording. Choose an earlier end.',
  }),
  moment_gone: refusal('gone', {
    zh: '这段通话的录音已销毁，不能再写与它有关的内容。',
    en: 'The recording of this part of the call was destroyed, so nothing more can be written about it.',
  }),
  moments_full: refusal('bad_input', {
    zh: `一次辅导最多 ${MOST_MOMENTS} 个片段。请移除一些，或新建一次辅导。`,
    en: `A coaching session has at most ${MOST_MOMENTS} moments. Remove some, or prepare another session.`,
  }),

  // goals
  goals_full: refusal('bad_input', {
    zh: '同时进行的目标最多 5 个。请先结束一个。',
    en: 'At most five goals run at once. End one first.',
  }),
  goal_item_unknown: refusal('bad_input', {
    zh: '没有这份评分表，或其中没有这一项。请刷新后重选。',
    en: 'There is no such checklist, or it has no such item. Load the page again and choose then.',
  }),
  goal_over: refusal('conflict', {
    zh: '这个目标已经结束，没有改动任何内容。',
    en: 'This goal was ended already, and nothing was changed.',
  }),

  // best calls
  best_call_over: refusal('conflict', {
    zh: '这个范例在此期间已有变化，没有改动任何内容。请刷新后查看。',
    en: 'This best call has moved on in the meantime, and nothing was changed. Load it again to see.',
  }),
  best_call_not_agreed: refusal('conflict', {
    zh: '坐席还没有同意，不能发布。请等待坐席答复。',
    en: 'Its agent has not agreed yet, so it cannot be published. Wait for the answer.',
  }),
  best_call_needs_another: refusal('forbidden', {
    zh: '范例由您推荐，须由另一位主管或质检经理发布。',
    en: 'You nominated it: another supervisor or a quality manager has to publish it.',
  }),
  best_call_hindered: refusal('conflict', {
    zh: '脱敏后的录音现在不能播放：录音没有文字、正在检查、已受限制，或公司还在试用脱敏。因此不能发布。',
    en: 'The masked recording cannot be played now: it has no transcript, is being checked or is restricted, or redaction runs in trial mode. It therefore cannot be published.',
  }),

  // evaluations
  evaluation_asked: refusal('conflict', {
    zh: '已经请坐席按这份评分表自评过这段通话。请不要求先自评。',
    en: 'The agent has already been asked to score this part of the call with this checklist; no second request is needed.',
  }),
  evaluation_not_scored: refusal('conflict', {
    zh: '这段通话还没有这份评分表的评分，无法对照。',
    en: 'This part of the call has no score by this checklist yet, so there is nothing to compare with.',
  }),
  evaluation_seen: refusal('conflict', {
    zh: '坐席申诉过这段通话的评分，已经看过结果，不必再请其先自评。',
    en: 'The agent contested this score and has therefore seen its result, so there is nothing to score first.',
  }),
  evaluation_too_late: refusal('conflict', {
    zh: '申诉期限快到了：隐藏结果会让坐席来不及申诉。请不要求先自评。',
    en: 'The time to contest this score is nearly over, and withholding it would leave the agent too little. Do without their own scoring.',
  }),
  evaluation_over: refusal('conflict', {
    zh: '这次自评已经提交或结束，没有改动任何内容。请刷新后查看。',
    en: 'This scoring was submitted or has ended, and nothing was changed. Load it again to see.',
  }),
  evaluation_item_unknown: refusal('bad_input', {
    zh: '有的评分项不在这份评分表里，或回答了两次。请刷新后重填。',
    en: 'An item is not on this checklist, or was answered twice. Load it again and answer then.',
  }),
});
