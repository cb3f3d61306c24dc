export const acting = {
  now: '您正在替 {{name}} 操作（代理到 {{until}}）。所做的一切都记为代其办理。',
  over: '您已不再代理 {{name}}：代理于 {{at}} 结束。',
  overHow: '代理期间的页面已不能打开；此前代办的事项都有记录。恢复本人身份后，即可处理您自己的工作。',
  standsIn: '您正在代理',
  standsFor: '替 {{name}} 代理，至 {{last}}',
  coaching: '待跟进的辅导',
  act: '以代理人身份操作',
  stop: '恢复本人身份',
  inPlaceOf: '代 {{name}}',
  away: '此人不在岗至 {{last}}，由 {{deputy}} 代理',
};
