import { LONGEST_ABSENCE_DAYS } from '#contracts';
import { refusal } from '#platform/rules';

/** What is refused of absences and of deputies. */
export const absenceRefusals = {
  absence_days_unclear: refusal('bad_input', {
    zh: '请填写第一天和最后一天，第一天不晚于最后一天。',
    en: 'Give a first and a last day, the first not after the last.',
  }),
  absence_past: refusal('bad_input', {
    zh: '最后一天已过。请选择今天或以后的日期。',
    en: 'The last day is past. Choose today or a later day.',
  }),
  absence_too_long: refusal('bad_input', {
    zh: `一次最多 ${LONGEST_ABSENCE_DAYS} 天。时间更长的，请由管理员调整角色。`,
    en: `At most ${LONGEST_ABSENCE_DAYS} days at a time. For longer, have an administrator change the roles.`,
  }),
  absence_own_deputy: refusal('bad_input', {
    zh: '不能由自己代理。请选择另一位同事。',
    en: 'You cannot deputise for yourself. Choose a colleague.',
  }),
  absence_no_deputy: refusal('conflict', {
    zh: '此人没有可用的账号，不能代理。请选择另一位同事。',
    en: 'This person has no account that can be used, and cannot deputise. Choose another colleague.',
  }),
  absence_work_not_held: refusal('bad_input', {
    zh: '所选工作中有的不属于您的角色，不能交给别人。请刷新后重新选择。',
    en: 'Some of this work is not of your roles, so you cannot hand it over. Load it again and choose again.',
  }),
  absence_overlaps: refusal('conflict', {
    zh: '这些日子里，其中有的工作已安排代理人。一项工作同时只有一位代理人：请先结束原有安排，或改选日期、工作。',
    en: 'Some of this work has a deputy on these days. There is one deputy for each work: end that absence first, or choose other days or work.',
  }),
  absence_chain: refusal('conflict', {
    zh: '代理不能转交：这些日子里，您正代理别人，或您选的代理人自己也不在岗。请改选同事或日期，或先结束那项代理。',
    en: 'A deputy passes nothing on: on these days you deputise for a colleague, or the one you chose is away too. Choose another colleague or other days, or end that absence first.',
  }),
  absence_answered: refusal('conflict', {
    zh: '这项请求已答复、已结束或已过期。请刷新后查看。',
    en: 'This was answered, ended or is past. Load it again to see.',
  }),
  absence_reason_needed: refusal('bad_input', {
    zh: '不同意代理时，请说明原因，让对方另找同事。',
    en: 'Say why you decline, so that your colleague can ask another.',
  }),
  absence_ended_already: refusal('conflict', {
    zh: '这项代理已经结束。请刷新后查看。',
    en: 'This absence is over already. Load it again to see.',
  }),
  acting_over: refusal('forbidden', {
    zh: '代理已结束，不能再替对方操作。请先恢复本人身份。',
    en: 'The absence is over: you may do nothing more in that place. Go on as yourself.',
  }),
  acting_needs_second_factor: refusal('forbidden', {
    zh: '您代理的角色须有两步验证，而这次登录只用了密码。请先在“我的账号”设置验证器或通行密钥，再用它登录。',
    en: 'The roles that you deputise for need a second factor, and this sign-in had none. Set one up under My account, then sign in with it.',
  }),
  not_as_deputy: refusal('forbidden', {
    zh: '代理的工作中不包括这项操作。如是您本人的工作，请先恢复本人身份。',
    en: 'This is not part of the work that you deputise for. If it is your own work, go on as yourself first.',
  }),
  deputy_for_both: refusal('forbidden', {
    zh: '须由另一人决定：您或您代理的人已参与此事，代理人与本人视为同一人。',
    en: 'Another person has to decide: you or the person you deputise for has a part in it, and a deputy counts as both.',
  }),
};
