import { defineRefusals, refusal } from '#platform/rules';

/** The refusals of this library: codes, and what people read. */
export const retentionRefusals = defineRefusals({
  // clock
  restart_needs_another: refusal('conflict', {
    zh: '您已提出继续销毁，须由另一位管理员确认。',
    en: 'You asked for destruction to go on; another administrator confirms it.',
  }),
  retention_not_stopped: refusal('conflict', {
    zh: '到期销毁没有停止，不需要确认时钟。',
    en: 'Retention is not stopped; there is no clock to confirm.',
  }),

  // requests
  no_such_data_request: refusal('not_found', {
    zh: '没有这项个人信息请求，或您无权查看。',
    en: 'There is no such request, or you may not see it.',
  }),
  no_recording_of_subject: refusal('not_found', {
    zh: '没有找到这个人的录音。请核对脱敏后的号码或姓名、事项、通话编号。',
    en: 'No recording of this person was found. Check the masked number or name, the matter or the call ids.',
  }),
  data_request_not_open: refusal('conflict', {
    zh: '这项请求已有人提出处理意见，或已办结。请刷新。',
    en: 'A colleague has already proposed a decision, or the request is decided. Reload.',
  }),
  data_request_not_waiting: refusal('conflict', {
    zh: '这项请求没有等待确认的处理意见。请刷新。',
    en: 'No decision about this request is waiting to be confirmed. Reload.',
  }),
  data_request_needs_another: refusal('forbidden', {
    zh: '处理意见须由另一人确认：提出人不能自己确认；同意删除时，账号或角色全由其中一人给予另一人的两人也不能。',
    en: 'A decision needs a second person: the person who proposed it cannot confirm it, nor, where it agrees to erase, one of two of whom one alone gave the other account or roles.',
  }),

  // schedule
  schedule_changed: refusal('conflict', {
    zh: '在您编辑期间，已有新的保存期限生效。您的改动没有提交，请刷新后再改。',
    en: 'Another version came into force while you were editing. Your change was not proposed; reload and enter it again.',
  }),
  schedule_waits: refusal('conflict', {
    zh: '已有一项保存期限的改动等待另一人同意。请先同意、拒绝或撤回它。',
    en: 'A change of the schedule is waiting for a second person. Agree to it, refuse it or take it back first.',
  }),
  schedule_is_same: refusal('conflict', {
    zh: '与现行的保存期限完全相同，没有可提交的改动。',
    en: 'This is the schedule that is in force; there is nothing to propose.',
  }),
  schedule_not_waiting: refusal('conflict', {
    zh: '这项改动已不在等待同意：可能已有人同意、拒绝或撤回。请刷新。',
    en: 'This change is no longer waiting: a colleague agreed to it, refused it or took it back. Reload.',
  }),
  schedule_of_one_waits: refusal('conflict', {
    zh: '由一人决定的保存期限，到期后须至少等待 7 天才销毁。请拒绝，改为 7 天或以上后重新提议，或由另一位同事同意。',
    en: 'A schedule that one person decides leaves at least 7 days between falling due and destruction. Refuse it and propose it with 7 days or more, or have another person agree.',
  }),
  schedule_needs_another: refusal('forbidden', {
    zh: '保存期限须由另一人同意，提出人不能自己同意。',
    en: 'Publishing a schedule needs a second person: the person who proposed it cannot approve it.',
  }),
});
