/** Beside the sentences of the journal, which the table of events has. */
export const journal = {
  system: '系统',
  someone: '一位用户',
  and: '、',
  other: '其他记录',
};
