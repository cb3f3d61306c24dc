/** Corrections of calls that wait for a second person. */
export const correctionWaits = {
  title: '待确认的通话更正',
  intro:
    '改变接听坐席、保存期限、申诉或录音同意的更正，由另一位同事确认后才生效。在那之前，原有权限不变，录音按较晚的期限保存。',
  none: '没有等待确认的更正。',
  more: '还有更多，处理后会接着显示。',
  call: '{{at}} {{agent}} 的通话',
  state: '等待另一位同事确认',
  lapsed: '无人确认，已失效',
  lapses: '{{at}} 前无人确认即失效',
  lapsedAt: '{{at}} 到期，通话信息保持原样',
  from: {
    person: '{{who}} 于 {{at}} 提出',
    token: '{{who}} 的令牌于 {{at}} 提出',
    upload: '{{who}} 于 {{at}} 重新上传录音时提出',
  },
  statement: '录音同意',
  moves: {
    rights: '会改变谁可以收听、查看和申诉这通电话。',
    retention: '会改变录音的保存期限。',
    dispute: '这通电话有未结束的申诉。',
    consent: '会改变录音能否收听。',
  },
  another: '须由与这通电话无关的另一位同事确认。',
  confirm: '确认更正',
  confirmAsk: '确认后立即生效，相关评分和保存期限会重新计算。',
  refuse: '拒绝',
  refuseTitle: '拒绝这项更正',
  withdraw: '撤回',
  withdrawAsk: '撤回这项更正？通话信息保持原样。',
};
