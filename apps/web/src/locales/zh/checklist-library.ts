export const checklistLibrary = {
  open: '从行业评分表库选用',
  title: '行业评分表库',
  back: '行业评分表库',
  intro:
    '按行业备好的评分表，与标准评分表并用，只问标准之外的内容。库里的评分表不评任何通话：先起草成自己的评分表，试评、试运行，再由两个人请求和发布。',
  howJudged: '机器只按听到的话判断：没有听到的，留给人判断，不算未达成。发布前请按贵公司的制度改条款、分值和词表。',
  critical_other: '{{count}} 个关键项',
  byPeople_other: '{{count}} 项由人判断',
  from: '来自第 {{version}} 版',
  newer: '库中已有第 {{version}} 版',
  cameFrom: '来自行业评分表库：{{title}}，第 {{version}} 版',
  take: '起草',
  takeTitle: '起草“{{title}}”',
  takeHint: '草稿是贵公司自己的，可以随意修改；发布之前不评任何通话。',
  takeAgain: '这份评分表已有版本。草稿采用库里的内容，发布前可与在用的版本逐项对照，把自己改过的地方加回来。',
  restsOn: '{{language}}，按产品自测：{{parts}}',
  points: {
    fact: '事实 {{n}} 分',
    trusted: '已评测、可信 {{n}} 分',
    notYet: '已评测、尚未可信 {{n}} 分',
    unmeasured: '未评测 {{n}} 分',
    byPeople: '由人判断 {{n}} 分',
  },
  worth: {
    title: '这项判断有多准（产品自测）',
    measured:
      '{{language}}：用虚构的示范通话和真实对话评测，n = {{n}}。判“未达成”{{notMet}} 次，判对 {{notMetRight}} 次；判“达成”{{met}} 次，判对 {{metRight}} 次；{{asked}} 段交由人判断。',
    kappa: '扣除偶然后与人工的一致程度（kappa 值）{{kappa}}。',
    none: '{{language}}：未评测。',
    own: '这样的检查没有产品自测的数据；准确程度要经人工盲评后才能得知。',
  },
} as const;
