/** Promises of a leg that are settled with its review. */
export const reviewPromises = {
  open_other: '本段有 {{count}} 项承诺未了结',
  answered_other: '将答复 {{count}} 项承诺',
  settles: '您的答复与复核一起保存；未答复的仍未了结。',
  asks: '承诺由主管处理。如果您认为某一项不是承诺，可以随复核申请认定，结果会通知您。',
  choices: '对 {{at}} 的承诺的答复',
  leave: '暂不答复',
  closed: '这项承诺已经了结。请选择“暂不答复”，再发布。',
  changed: '在您填写期间，这项承诺已有更改。请查看后重新选择。',
  incomplete: '还有承诺的答复缺少说明，不能发布。',
};
