export const audit = {
  journal: '日志',
  access: '访问',
  part: {
    used: '使用记录',
    open: '有效授权',
    unusual: '值得核实',
    corrections: '过去的更正',
  },
  of: {
    journal: '日志',
    accesses: '使用记录',
    grants: '有效授权',
    unusual: '值得核实的访问',
    corrections: '过去的更正',
    certificates: '销毁证书',
  },
  export: '导出',
  exportNote: '导出为 CSV，最多 100,000 行。导出本身记入日志。',
  chain: {
    signed: '已签名至第 {{position}} 条，{{at}}',
    nothing: '还没有封存的条目。',
    unsealed_other: '最新 {{count}} 条尚未封存，通常五秒内完成。',
    notVerified: '本页不作核验。请用您自己保存的日志头，在本产品之外核验：',
    heads: '日志头文件：{{file}}，位于运行 worker 的机器上，可以向管理员索取。',
    how: '核验命令',
    copy: '复制命令',
  },
};
