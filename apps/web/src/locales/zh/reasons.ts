/** Every reason is a sentence, and every waiting one has a next step. */
export const attention = {
  language_unsure: {
    what: '没有注明通话语言，也无法确定是哪一种',
    next: '录音已封存。在通话页面选定语言后，会自动转写和评分。',
  },
  no_engine_for_language: { what: '没有能转写这种语言的引擎', next: '录音已封存。接入引擎或补充文字后重试。' },
  engine_missing: { what: '转写引擎没有安装', next: '录音已封存。请管理员安装引擎后重试。' },
  engine_crashed: { what: '转写引擎中途退出', next: '录音已封存。重试；如再次退出，请联系管理员。' },
  engine_timeout: { what: '转写引擎超时没有结果', next: '录音已封存。机器空闲时重试。' },
  engine_rubbish: { what: '转写引擎的输出无法读取', next: '录音已封存。重试；如仍失败，请更换引擎。' },
  engine_unreachable: { what: '转写服务器没有响应或过忙', next: '录音已封存。服务器恢复后重试。' },
  engine_refused: { what: '转写服务器拒绝了请求', next: '录音已封存。请管理员核对地址、密钥和模型名后重试。' },
  provided_words_rejected: { what: '通话自带的文字格式不对', next: '录音已封存。请在来源系统更正文字后重新上传。' },
  audio_undecodable: { what: '录音无法解码', next: '原始文件已保留。请核对来源系统的录音格式。' },
  object_damaged: { what: '封存的录音校验不一致', next: '请管理员从备份恢复该对象后重试。' },
  key_missing: { what: '找不到这段录音的密钥', next: '请管理员恢复密钥库后重试。' },
  storage_failed: { what: '存储没有响应', next: '已写入的内容不会丢失。存储恢复后重试。' },
  no_checklist: { what: '没有适用的评分表', next: '文字已就绪。发布评分表后重试。' },
  internal_error: { what: '系统内部出错', next: '录音不受影响。重试；如仍失败，请联系管理员。' },
  other: { what: '处理中断', next: '请重试；如仍失败，请联系管理员。' },
};

/** Before the words of a server elsewhere. */
export const server = { said: '服务器原话：' };

export const notRecorded = {
  consent_declined: '客户不同意录音，没有保存任何音频。',
  consent_withdrawn: '客户撤回了同意，没有保存任何音频。',
  consent_unknown: '来源没有说明是否告知录音，按规则不录音。',
  consent_not_enough: '已告知录音，但按规则，这类通话还须满足其他条件（一般是客户明确同意），因此不录音。',
  consent_not_announced: '没有播放录音告知，按当地规则不录音。',
  exemption_not_accepted: '当地规则不接受这个免告知理由，因此不录音。',
  internal_call_excluded: '内部通话，按规则不录音。',
  private_call_excluded: '私人通话，按规则不录音。',
  other: '这通电话没有录音，来源没有说明原因。',
};

export const stageNote = {
  not_judged: '没有适用于这类通话的评分表，因此没有评分。文字和录音照常可用。',
};

export const listenRefusal = {
  no_grant: '您可以看这通电话，但没有收听授权。授权由担任法务角色的人给予。',
  not_sealed: '录音正在封存，封存后即可收听。',
  no_recording: '这通电话没有录音可听。',
  being_checked: '正在检查录音中的敏感号码，检查完即可收听，页面会自动更新。如长时间没有变化，请联系质检经理。',
  unchecked: '这段录音没有文字，无法检查不得听到的号码；公司规定这样的录音不可收听。请重试转写。',
  key_destroyed: '不可读取：密钥已销毁。证书编号见“保管”；任何副本都无法再打开。',
  restricted: '当事人要求删除或撤回了同意，法务决定之前只对法务开放。',
  not_recordable: '按更正后的信息，这通电话不应录音，法务决定之前只对法务开放。',
  expired: '录音已过保存期限，正等待销毁。法务仍可建立保全。',
  damaged: '录音校验不一致，为保证真实可信，不予播放。请管理员从备份恢复。',
};

export const unreliable = {
  sample_rate_below_engine: '录音的采样率低于引擎训练所用（8 kHz 电话音频，16 kHz 引擎）',
  low_confidence: '引擎对大部分文字没有把握',
  speech_without_words: '听到了说话声，但几乎没有识别出文字',
  other_language_heard: '引擎听到的语言与通话登记的语言不同',
  cut_off: '引擎给出的文字比连续说十二小时还多，其后的未保留',
};

export const insufficient = {
  no_fact: '电话系统没有提供所需的事实，此项不计分。',
  words_unreliable: '文字不可靠，引擎不判断，已交人工。',
  speakers_unknown: '无法区分说话人，引擎不判断，已交人工。',
  speakers_unnamed: '还不能确定哪一方是坐席。请在文字上方指明，之后会重新评分。',
  one_side_missing: '只录到一方的声音，引擎不判断，已交人工。',
  too_few_words: '可供判断的文字太少，已交人工。',
  ambiguous: '这些话有两种理解。引擎不判断，已交人工。',
  language_unsupported: '评分表还不支持这种语言，已交人工。',
  language_mixed: '有些话轮是另一种语言，已交人工。',
  checks_disagree: '各项迹象互相矛盾，已交人工。',
  left_to_a_person: '评分表规定此项由人工判断，已交人工。',
};

export const consent = {
  announced: '录音告知已播放',
  given: '客户同意录音',
  declined: '客户不同意录音',
  withdrawn: '客户撤回同意',
  not_required: '无需告知',
  unknown: '录音告知情况未知',
};

export const consentBy = {
  announcement: '语音播报',
  spoken: '口头',
  keypad: '按键确认',
  contract: '合同约定',
  form: '书面同意',
};
