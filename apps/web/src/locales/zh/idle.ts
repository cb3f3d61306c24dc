/** What a page says that no one uses. */
export const idle = {
  looksOn: '有一段时间无人使用：列表继续更新，其他操作需要重新登录。',
  locksSoon: '长时间无人使用，屏幕将在一分钟内锁定。移动鼠标或按任意键即可继续。',
};
