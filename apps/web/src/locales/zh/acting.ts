export const acting = {
  now: '您正在替 {{name}} 操作（代理到 {{until}}）。所做的一切都记为代其办理。',
  over: '您替 {{name}} 的代理已结束，不能再以其名义操作。',
  standsIn: '您正在代理',
  standsFor: '替 {{name}} 代理，至 {{last}}',
  coaching: '待跟进的辅导',
  act: '以代理人身份操作',
  stop: '恢复本人身份',
  inPlaceOf: '代 {{name}}',
  away: '此人不在岗至 {{last}}，由 {{deputy}} 代理',
};
