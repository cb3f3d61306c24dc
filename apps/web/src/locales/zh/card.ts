export const card = {
  title: '{{title}} v{{version}}',
  heading: '评分',
  judged: '已判定 {{judged}}%',
  filter: '按结果筛选',
  all: '全部 {{count}}',
  not_met: '未达成 {{count}}',
  insufficient: '无法判断 {{count}}',
  filterEmpty: '没有这样的评分项。',
  foldMet_other: '{{count}} 项全部达成',
  foldNa_other: '{{count}} 项不适用',
  play: '播放 {{at}}',
  look: '跳到 {{at}}',
  clause: '条款 {{clause}}',
  critical: '关键项',
  absence: '查看范围 {{from}}–{{to}}',
  factFrom: '由 {{from}} 提供',
  noWords: '您没有查看文字的授权，依据的原话不显示。',
  noPermission: '您的角色不能查看评分。',
  worth: {
    met: '这项判断有多准？在 {{conversations}} 段真实的{{language}}对话中，判“达成”{{said}} 次，判对 {{right}} 次。',
    not_met:
      '这项判断有多准？在 {{conversations}} 段真实的{{language}}对话中，判“未达成”{{said}} 次，判对 {{right}} 次。',
    insufficient: '在 {{conversations}} 段真实的{{language}}对话中，有 {{asked}} 段交由人判断。',
    never_met: '在 {{conversations}} 段真实的{{language}}对话中，从未判过“达成”，判得准不准还不清楚。',
    never_not_met: '在 {{conversations}} 段真实的{{language}}对话中，从未判过“未达成”，判得准不准还不清楚。',
    few: '次数太少，仅供参考。',
    unknown: '这项判断在{{language}}通话中有多准，还没有测过。',
  },
  wait: {
    known: '录音到达、封存并转写之后评分。',
    recorded: '封存并转写之后评分。',
    sealed: '转写之后评分。',
    transcribing: '转写完成后立即评分，已转写 {{percent}}%。',
    transcribed: '正在评分。',
    scored: '评分即将显示。',
    not_recorded: '没有录音，不评分。',
    needs_attention: '评分没有完成。',
    given_up: '评分没有完成，这通电话已放弃处理。',
    destroyed: '评分完成之前，录音已经销毁。',
  },
};

/** 通话中可能发生的事：不扣分，只给人看。 */
export const sign = { sent_elsewhere: '可能让客户去别处解决' };

export const tabs = { score: '评分', words: '转写', facts: '话务', label: '内容' };
