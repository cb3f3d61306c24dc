import { defineRefusals, refusal } from '#platform/rules';

/** What the floor refuses. */
export const floorRefusals = defineRefusals({
  floor_alarm_over: refusal('conflict', {
    zh: '这个告警已经结束，或不在您的权限范围内。',
    en: 'This alarm has ended, or is not in your scope.',
  }),
  floor_alarm_taken: refusal('conflict', {
    zh: '同事已在处理这个告警，现场会显示姓名。',
    en: 'A colleague has taken this alarm on already; the floor says who.',
  }),
  live_call_not_found: refusal('not_found', {
    zh: '没有这通进行中的通话，或不在您的权限范围内。',
    en: 'There is no such live call, or it is not in your scope.',
  }),
  live_call_over: refusal('conflict', {
    zh: '这通通话已经结束，或采集进程没有应答。已录下的内容不受影响。',
    en: 'This call is over, or the process that captures it does not answer. What was recorded is not affected.',
  }),
  live_consent_settled: refusal('conflict', {
    zh: '这通通话的录音同意已经有了结果，不能再改：拒绝或撤回以后，只能在下一通通话里重新征求。',
    en: 'Consent of this call is settled and cannot be changed: after a refusal or a withdrawal it can be asked for in the next call.',
  }),
  live_words_none: refusal('conflict', {
    zh: '本服务器无法在三秒内完成实时转写，因此不能选择。',
    en: 'This server cannot transcribe a call within three seconds, so no call can be chosen.',
  }),
  live_words_full: refusal('conflict', {
    zh: '本服务器可同时实时转写的通话数已满。请先停止其中一通。',
    en: 'This server already transcribes as many calls as it can at once. Stop one of them first.',
  }),
  live_words_agent_unknown: refusal('conflict', {
    zh: '不知道这通通话是哪位坐席的，因此不能实时转写。',
    en: 'The agent of this call is not known, so it cannot be transcribed live.',
  }),
  wall_of_unknown_team: refusal('not_found', {
    zh: '没有这个班组，或班组已经关闭。',
    en: 'There is no such team, or it is closed.',
  }),
  wall_link_over: refusal('gone', {
    zh: '这个链接已经用过、到期、被撤销，或一天内没有打开。请让管理员另做一个。',
    en: 'This link was used already, has ended, was revoked, or was not opened within a day. Ask an administrator for another.',
  }),
  wall_not_found: refusal('not_found', {
    zh: '没有这块大屏，或已经撤销。请刷新后查看。',
    en: 'There is no such wall screen, or it is revoked already. Load the list again to see.',
  }),
});
