export const retention = {
  reason: { schedule: '已到期', erasure: '本人要求删除', withdrawal: '撤回同意', restored: '备份恢复后再次销毁' },
};
