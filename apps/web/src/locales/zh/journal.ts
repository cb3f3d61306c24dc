/** Beside the sentences of the journal, which the table of events has. */
export const journal = {
  technicalCommands: '供技术人员使用的命令',
  publicKey: '公钥',
  copyPublicKey: '复制公钥',
  publicKeyElsewhere: '公钥在运行 worker 的机器上，位于签名密钥旁边，可以向管理员索取。',
  system: '系统',
  someone: '一位用户',
  and: '、',
  other: '其他记录',
};
