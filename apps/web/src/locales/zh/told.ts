export const told = {
  title: '我的通知',
  none: '最近 90 天没有通知。',
  loading: '正在加载通知',
  readAll: '全部已读',
  more: '更早的',
  unread: '，未读',
  bell_other: '{{count}} 条未读通知',
  bellNone: '没有新的通知',
};
