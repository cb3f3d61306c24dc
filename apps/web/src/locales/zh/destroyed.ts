/** 录音为什么被销毁。 */
export const destroyed = {
  schedule: '已到期',
  erasure: '当事人要求删除',
  withdrawal: '撤回同意',
  not_recordable: '不应录音',
  split_again: '录音已重新拆分',
  restored: '备份恢复后再次销毁',
};
