export const unrecorded = {
  title: '没有录音的通话',
  intro:
    '电话系统有这些通话，没有录音到达；没有坐席接听、又不得录音的通话也在其中，并写明原因。只显示您可以查看的各段。',
  toCalls: '全部通话',
  caption: '没有录音的通话，最新在前',
  column: { at: '时间', customer: '客户', queue: '队列', became: '结果', waited: '排队', rang: '振铃', whose: '坐席' },
  became: '结果',
  queue: '队列',
  team: '班组',
  answered: '已接听，没有录音',
  going: '进行中，或结束未知',
  extension: '分机 {{name}}',
  none: '没有这样的通话：电话系统报告的通话都有录音。',
  noneFiltered_other: '{{count}} 个筛选条件下没有通话。',
  newest: '回到最新',
  older: '更早的通话',
  open: '{{time}} 的通话，{{customer}}',
};
