export const time = {
  calendar: '打开日历',
};
