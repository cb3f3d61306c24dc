/** Coaching, as other screens speak of it. */
export const coaching = {
  waiting: {
    toDo: '待您处理的辅导',
    answered: '坐席已答复或已读的辅导',
    drafts: '辅导草稿',
    followUps_other: '{{count}} 次的目标到期，请看后续',
  },
  add: {
    act: '加入辅导',
    title: '加入 {{agent}} 的辅导',
    where: '加入到',
    newOne: '新的辅导',
    session: '{{code}}，{{at}}（{{state}}）',
    item: '评分项：{{item}}',
    from: '片段从',
    to: '到',
    seconds: '秒',
    note: '给坐席看的说明',
    noteHint: '分享后坐席会看到，最多 1000 字；录音销毁时一并删除。',
    send: '加入',
    added: '已加入辅导 {{code}}。',
    open: '打开这次辅导',
  },
  state: { draft: '草稿', shared: '已分享', answered: '已答复', acknowledged: '已读', closed: '已结束' },
  first: '主管请您先为这段通话自评，之后才显示结果。',
  firstOpen: '去自评',
};
