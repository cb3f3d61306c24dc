export const time = {
  calendar: '打开日历',
  /** In an empty field. No example: it would look like a day that was chosen. */
  form: { day: '年-月-日', minute: '年-月-日 时:分', second: '年-月-日 时:分:秒' },
};
