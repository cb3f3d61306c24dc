export const card = {
  title: '{{title}}（第 {{version}} 版）',
  advice: '建议：{{advice}}',
  heading: '评分',
  judged: '已判定 {{judged}}%',
  filter: '按结果筛选',
  all: '全部 {{count}}',
  not_met: '未达成 {{count}}',
  insufficient: '无法判断 {{count}}',
  shared_other: '有 {{count}} 项未判断：',
  filterEmpty: '没有这类评分项。',
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
    met: '这项判断有多准？用虚构的示范通话和真实对话（{{language}}）评测，n = {{conversations}}：判“达成”{{said}} 次，判对 {{right}} 次。',
    not_met:
      '这项判断有多准？用虚构的示范通话和真实对话（{{language}}）评测，n = {{conversations}}：判“未达成”{{said}} 次，判对 {{right}} 次。',
    insufficient:
      '用虚构的示范通话和真实对话（{{language}}）评测，n = {{conversations}}：其中 {{asked}} 段交由人判断。',
    never_met: '用虚构的示范通话和真实对话（{{language}}）评测，n = {{conversations}}：从未判过“达成”，准确程度未知。',
    never_not_met:
      '用虚构的示范通话和真实对话（{{language}}）评测，n = {{conversations}}：从未判过“未达成”，准确程度未知。',
    few: '次数太少，仅供参考。',
    examples:
      '这一项只识别与贵公司示例相近的说法，其他说法大多无法识别，会交人工判断。准确程度要经人工盲评后才能得知。',
    unknown: '这项判断在{{language}}通话中的准确程度尚未评测。',
  },
  trust: {
    mark: '尚未可信（{{languages}}）',
    markBy: '在“{{checklists}}”中尚未可信（{{languages}}）',
    and: '、',
    short: '尚未可信，不计分',
    shortOnly: '未评测，不扣分',
    out_other: '另有 {{count}} 项尚未可信，不计分',
    eval: '在这一项上，自动判断与人工还不够一致，结果只供参考，既不得分也不扣分（产品自测 {{n}} 段对话，kappa 值 {{kappa}}，要求 {{target}}）。',
    people:
      '在这一项上，自动判断与人工还不够一致，结果只供参考，既不得分也不扣分（人工盲评 {{n}} 通，kappa 值 {{kappa}}，要求 {{target}}）。',
    none: '这一项的自动判断尚未评测，按公司的设置，结果只供参考，既不得分也不扣分。',
    only: '这一项的自动判断尚未评测，“未达成”只供参考，不扣分。',
    untold: '无法计算：有一方只给出过一种结果',
    judged: '有人判断之后才计分。',
  },
  wait: {
    ringing: '电话正在振铃。',
    live: '通话正在进行，录音到达后评分。',
    ofAnotherLeg: '这一段没有自己的录音，因此没有评分。',
    ended: '这通电话没有录音到达，因此没有评分。',
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

/** 语言模型对一项的建议：不影响得分，只给评分的人看。 */
export const proposal = {
  label: '模型 {{model}}',
  says: '建议：{{outcome}}',
  counted: '判断：{{outcome}}',
  hidden: '语言模型对这一项有建议。请先自己判断。',
  show: '查看建议',
  showNote: '看过之后，您的回答即使与模型相同，也不再算作同意；与模型不同仍会计入。',
  movesNothing: '建议不改变得分，请以您听到的为准。',
  checked: '这类答复已经计入得分；但每十通电话仍留一通由人判断，以便持续衡量模型，这通就是。',
  measured: '评分时，在 {{n}} 次同类答复中，人工同意 {{agreed}} 次（95% 区间 {{low}}–{{high}}%）。',
  none: '已询问，没有建议：{{why}}。',
  places: '依据',
  why: {
    undecided: '无法判断',
    unfounded: '引用的话不在所指的话轮里',
    timeout: '没有按时答复',
    busy: '过忙',
    unreachable: '无法连接',
    request_refused: '服务器拒绝了请求',
    refused: '拒绝回答',
    garbage: '答复不符合规定的格式',
    over_long: '答复过长，没有结束',
    over_budget: '这通电话的提问次数已用完',
    words_too_long: '对话太长，没有发送',
    words_address_judge: '通话里有话像是说给评分者听的',
  },
};

export const tabs = { score: '评分', words: '转写', facts: '话务', label: '内容' };
