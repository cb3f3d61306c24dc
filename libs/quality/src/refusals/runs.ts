import { refusal } from '#platform/rules';

/** What is refused of scoring again, of back-tests and of the settings of quality work. */
export const runRefusals = {
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
    en: 'The recording and transcript of this call were destroyed: it can no longer be scored, commented on or contested. Existing scores are kept.',
  }),
  not_scored_yet: refusal('conflict', {
    zh: '这通电话还没有评分，或正在等待处理，现在不能重新评分。',
    en: 'This call has no score yet, or needs attention first; it cannot be scored again now.',
  }),
  settings_overtaken: refusal('conflict', {
    zh: '同事刚刚改过这些设置，您的修改没有保存。请重新加载后再改。',
    en: 'A colleague has just changed these settings, and yours were not saved. Load them again and repeat your change.',
  }),
};
