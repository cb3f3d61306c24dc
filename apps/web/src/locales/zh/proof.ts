export const secondFactor = {
  title: '两步验证',
  about: '除密码外，登录时还要输入手机验证器上的六位数字。即使密码泄露，别人也无法登录。启用后，其他设备会退出登录。',
  turnOn: '启用两步验证',
  turnOff: '停用两步验证',
  on: '已于 {{at}} 启用。',
  left: '还剩 {{count}} 个恢复码。',
  renew: '重新生成恢复码',
  enrolTitle: '启用两步验证',
  qr: '验证器用的二维码',
  scan: '用手机上的验证器应用扫描二维码。',
  orType: '无法扫描时，请在验证器中手动输入这个密钥：',
  copySecret: '复制密钥',
  code: '验证器显示的六位数字',
  codeOrRecovery: '验证码或恢复码',
  confirm: '启用',
  offAbout: '停用后，登录只需要密码。请输入密码和一个验证码。',
  remove: '移除两步验证',
  removeAsk:
    '仅当本人丢失手机和恢复码时使用。移除后，此人的所有登录和 API 令牌立即失效，之后只凭密码登录；其权限暂停，直到另一位同事确认是本人。确定移除？',
  removed: '已移除。',
};

export const recovery = {
  title: '恢复码',
  about: '手机不在身边时，可用恢复码代替验证码登录，每个只能用一次。恢复码只显示这一次，请打印或妥善保存。',
  copy: '复制全部恢复码',
  download: '下载为文本文件',
  done: '我已保存',
  fileHead: '首问 Shouwen 恢复码，用户名 {{username}}。每个只能用一次。',
};

export const stepUp = {
  title: '请再次确认是您本人',
  go: '确认',
  cancel: '取消',
  code: '验证码或恢复码',
  password: '密码',
  otherWhy: '此操作需要您再确认一次身份。',
  atProvider: '重新登录{{label}}来确认',
  codeWhy: '此操作需要您再输入一次验证码。',
  passwordWhy: '此操作需要您再输入一次密码。',
};

export const passkeys = {
  use: '使用通行密钥',
  notUsed: '没有使用通行密钥：可能已取消，或设备没有响应。请重试。',
  personHas_other: '有 {{count}} 个通行密钥',
  removeAll: '全部移除',
  removeAllAsk:
    '此人将不能再用通行密钥登录。若其角色须有两步验证而又没有验证器，权限会暂停，由另一人核实后恢复。确定全部移除？',
};

export const provider = {
  title: '公司账号登录',
  reading: '正在确认您的身份…',
  leaving: '正在转到公司的登录页面…',
  proved: '已确认。可以关闭这个窗口。',
  haveCode: '我有邀请码',
  disconnect: '解除绑定',
  unlinkAsk: '解除后，此人不能再经公司账号登录，相关登录立即结束。确定解除？',
  personSince: '{{at}} 起绑定公司账号',
};

export const giveCode = {
  title: '输入验证码',
  intro: '{{username}} 的密码正确。请输入验证器上的六位数字。',
  code: '验证码',
  submit: '继续',
  other: '换个账号登录',
  lost: '手机不在身边时，请输入恢复码；恢复码也没有时，请联系管理员移除两步验证。',
  left_other: '还有 {{count}} 秒，之后需要重新输入密码。',
  leftSaid: '不到一分钟后需要重新输入密码。',
  more: '延长 5 分钟',
};

export const secondFactorNeeded = {
  title: '请设置两步验证',
  about: '公司规定您的角色须有两步验证。请任选一种设置，完成后即可继续。',
  authenticator: '验证器',
  authenticatorAbout: '登录时除密码外，再输入手机验证器上的六位数字。',
  countdown_other: '公司规定您的角色须有两步验证，还有 {{count}} 天（{{at}} 前）；之后登录时必须先设置。',
  setUp: '现在设置',
  passkeyTitle: '请用通行密钥确认',
  passkeyAbout: '{{username}} 的密码正确。公司规定您的角色须有两步验证，请再用通行密钥确认。',
  passkeyLost: '通行密钥不在身边时，请联系管理员移除；之后登录时可重新设置。',
  passwordTitle: '密码已到期，请修改',
  passwordAbout: '公司规定定期更换密码。修改后即可继续。',
};
