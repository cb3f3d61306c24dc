export const ownPasskeys = {
  title: '通行密钥',
  about: '用指纹、人脸、设备密码或安全密钥登录，不用输入密码和验证码。通行密钥只对本系统有效，不会被钓鱼网站骗走。',
  notHere: '这个浏览器不支持通行密钥，或当前地址不是 https。',
  name: '名称',
  nameHint: '例如“工位电脑”“手机”。',
  add: '添加通行密钥',
  made: '添加于 {{at}}。',
  lastUsed: '最近使用 {{at}}。',
  neverUsed: '从未使用。',
  synced: '会同步到您的其他设备。',
  remove: '移除',
  removeName: '移除 {{name}}',
  removeAsk: '确定移除“{{name}}”？它将不能再用来登录。设备上留下的记录请到设备设置里删除。',
};

export const ownProvider = {
  account: '用{{label}}登录',
  about: '绑定后，您可以用{{label}}登录，不用另记密码。绑定前需要再次确认身份。',
  since: '已于 {{at}} 绑定。',
  connect: '绑定',
  disconnectAsk: '解除后，您只能用其他方式登录；经公司账号登录的其他设备会退出。确定解除？',
};

export const providerSetup = {
  off: '还没有设置公司账号登录。设置方法见操作文档“公司账号登录”。',
  setup: '身份提供方',
  issuer: '颁发者',
  clientId: '客户端编号',
  callbackAddress: '回调地址',
  logoutAddress: '退出通知地址',
  copy: '复制{{name}}',
  linked: '已绑定的账号数',
  setupHint: '回调地址和退出通知地址要填到身份提供方那里。颁发者和客户端由服务器设置决定。',
  groups: '群组与角色',
  groupsAbout:
    '身份提供方在字段“{{claim}}”中给出群组。群组成员登录时，系统以设置人的名义提议角色，由另一位同事批准；离开群组的，下次登录时失去由群组得到的角色。',
  groupsOff: '没有设置读取群组的字段（SHOUWEN_OIDC_GROUPS_CLAIM），因此不会按群组提议角色。',
  group: '群组',
  groupAdd: '添加',
  groupEnd: '取消',
  groupEndAsk: '取消后不再提议；由此得到的角色在本人下次登录时失去。确定取消？',
};
