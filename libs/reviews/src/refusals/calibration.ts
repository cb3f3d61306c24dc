import { refusal } from '#platform/rules';

/** What is refused of calibrations. */
export const calibrationRefusals = {
  calibration_due_past: refusal('bad_input', {
    zh: '截止时间已过。请选择以后的时间。',
    en: 'That time is over. Choose a later one.',
  }),
  calibration_reviewer_unfit: refusal('bad_input', {
    zh: '有复核员不能参加这次校准：没有权限、参与过这通电话，或已经判断过这份评分。请移除后再发起。',
    en: 'A reviewer cannot be calibrated with this call: they may not see it, took part in it, or judged it before. Remove them from the list.',
  }),
  calibration_judged_meanwhile: refusal('conflict', {
    zh: '就在刚才，有一位所选的复核员发布了对这段通话的判断，不能再参加校准。没有发起校准；请移除此人后再发起。',
    en: 'A reviewer you chose has just published a judgement of this call and can no longer be calibrated with it. No calibration was opened; remove them from the list.',
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
    en: 'You still have to judge this call blind, so you cannot decide here yet. Submit your judgement first.',
  }),
  calibration_still_open: refusal('conflict', {
    zh: '这次校准还没有结束，现在不能定结论。请等所有人提交，或先结束它。',
    en: 'The calibration is still open, so nothing is decided yet. Wait until all have submitted, or close it.',
  }),
};
