import { UNUSUAL_LONGEST_DAYS, type Bilingual, MOST_VIEWS } from '#contracts';
import { type FileProblem } from '#quality';
import { accessRefusals } from './access/access-refusals.js';
import { defineRefusals, refusal, type KeyDestroyed } from '#platform/rules';

/** What the API refuses. */
export const apiRefusals = defineRefusals({
  ...accessRefusals,

  // audit
  period_too_long: refusal('bad_input', {
    zh: `时间段必须是 1 至 ${UNUSUAL_LONGEST_DAYS} 天。`,
    en: `The period has to be of 1 to ${UNUSUAL_LONGEST_DAYS} days.`,
  }),

  // back-tests
  no_draft: refusal('not_found', {
    zh: '这份评分表没有草稿。请先开始修改，或选择一个已发布的版本。',
    en: 'This checklist has no draft. Begin one, or choose a published version.',
  }),
  draft_cannot_be_read: refusal('conflict', {
    zh: '草稿还有错误，不能试运行。请先按校验结果改正。',
    en: 'The draft has faults and cannot be run. Correct what the validator names first.',
  }),

  // best calls
  outside_best_call: refusal('forbidden', {
    zh: '只能收听范例的片段，不能收听这通电话的其他部分。',
    en: 'Only the excerpt of the best call may be played, and no other part of the call.',
  }),

  // coaching
  own_scoring_first: refusal('conflict', {
    zh: '请先完成这段通话的自评，之后才能看到结果并申诉。',
    en: 'Score this part of the call yourself first: then its result is shown, and you can contest it.',
  }),

  // checklists
  no_transcript: refusal('not_found', {
    zh: '这通电话还没有转写。',
    en: 'This call has no transcript yet.',
  }),
  yaml_refused: refusal(
    'bad_input',
    {
      zh: '这个文件不是评分表，见 fields。没有保存任何内容。',
      en: 'This file is not a checklist; see fields. Nothing was kept.',
    },
    { details: (fields: readonly FileProblem[]) => ({ fields: [...fields] }) },
  ),

  // content
  no_peaks: refusal('not_found', {
    zh: '波形尚未生成；录音封存后即可查看。',
    en: 'The waveform is not there yet; it comes when the recording is sealed.',
  }),
  no_grant: refusal('forbidden', {
    zh: '没有有效的授权允许您打开这份内容。请联系法务。',
    en: 'No grant that is in force lets you open this. Ask legal.',
  }),
  object_damaged: refusal(
    'unavailable',
    {
      zh: '存储的内容与封存时不一致，不能打开。请联系管理员。',
      en: 'What is stored is not what was sealed, so it is not opened. Tell an administrator.',
    },
    { details: (cause: unknown) => ({ fault: 'storage', cause }) },
  ),
  /** What is left is noise, on purpose: no fault, and nothing that trying again could change. */
  key_destroyed: refusal(
    'gone',
    (certificate: string | null, _cause?: KeyDestroyed) =>
      certificate === null
        ? {
            zh: '不可读取：密钥已销毁。这段录音已按规定销毁，任何副本都无法再打开。',
            en: 'Unreadable: key destroyed. This recording was destroyed as ordered; no copy can be opened any more.',
          }
        : {
            zh: `不可读取：密钥已销毁，证书 ${certificate}。任何副本都无法再打开。`,
            en: `Unreadable: key destroyed, certificate ${certificate}. No copy of it opens any more.`,
          },
    { details: (_certificate: string | null, cause?: KeyDestroyed) => ({ cause }) },
  ),
  key_missing: refusal(
    'unavailable',
    {
      zh: '这段录音的密钥已不存在，内容无法再打开。',
      en: 'The key of this recording is gone; its contents can no longer be opened.',
    },
    { details: (cause: unknown) => ({ fault: 'storage', cause }) },
  ),
  key_doubtful: refusal(
    'unavailable',
    {
      zh: '这段录音的密钥有一个来历不明的销毁标记：没有人下令销毁它。管理员查清之前，这段录音既不打开，也不销毁。',
      en: 'The key of this recording bears a mark of destruction without an order. It is neither opened nor destroyed until an administrator has looked.',
    },
    { details: (cause: unknown) => ({ fault: 'storage', cause }) },
  ),

  // legs
  which_leg: refusal('bad_input', {
    zh: '这通电话由多位坐席先后接听。请用 legId 指明是哪一段；各段见 GET /api/v1/calls/{callId} 的 legs。',
    en: 'Several agents took this call in turn. Say by legId which part is meant; GET /api/v1/calls/{callId} lists them under legs.',
  }),

  // http
  /** What does not exist and what may not be seen have one answer, so that a caller cannot tell them apart. */
  not_found: refusal('not_found', {
    zh: '没有这个地址，或您无权查看。',
    en: 'There is nothing here, or you may not see it.',
  }),
  other_origin: refusal('forbidden', {
    zh: '该请求来自其他网站，已被拒绝。',
    en: 'This request came from another site and was refused.',
  }),

  // people
  bad_cursor: refusal('bad_input', {
    zh: '翻页位置无效，请从第一页重新开始。',
    en: 'The cursor is not one that this list gave; start again at the first page.',
  }),
  reason_needed: refusal('bad_input', {
    zh: '拒绝时请写明理由，提出人会看到。',
    en: 'Give a reason with a refusal; the person who proposed it sees it.',
  }),
  upload_not_multipart: refusal(
    'unsupported_media',
    {
      zh: '请用 multipart/form-data 上传一个文件。',
      en: 'Send one file as multipart/form-data.',
    },
    { code: 'not_multipart' },
  ),
  file_part_missing: refusal(
    'bad_input',
    {
      zh: '请求里没有文件。',
      en: 'There is no file in the request.',
    },
    { code: 'part_missing' },
  ),

  // plays
  play_ended: refusal('forbidden', {
    zh: '这次播放已结束：已关闭、过期，或授权、登录已失效。请重新打开。',
    en: 'This playback is over: closed, expired, or its grant or sign-in ended. Open it again.',
  }),
  range_required: refusal('bad_input', {
    zh: '请用 Range 请求音频：最多提供已播放位置之后十秒的内容。',
    en: 'Request audio with a Range header: at most ten seconds beyond what was played are sent.',
  }),

  // retention
  no_such_certificate: refusal('not_found', {
    zh: '没有这个编号的销毁证书，或您无权查看。',
    en: 'There is no certificate of this number, or you may not see it.',
  }),

  // reviews
  place_not_in_words: refusal(
    'bad_input',
    {
      zh: '选取的文字不在这份评分所依据的转写里。请重新选取。',
      en: 'The selected text is not in the transcript that this scorecard was made from. Choose them again.',
    },
    {
      details: (itemId: string) => ({
        fields: [{ path: itemId, message: { zh: '重新选取文字', en: 'choose the words again' } }],
      }),
    },
  ),

  // search
  search_nothing: refusal(
    'bad_input',
    {
      zh: '没有可以查找的字词。请输入两个以上的汉字，或一个完整的英文单词。',
      en: 'There is nothing to look for. Type two or more Chinese characters, or a whole English word.',
    },
    { code: 'bad_search' },
  ),
  search_single_character: refusal(
    'bad_input',
    {
      zh: '单个汉字会找到几乎所有通话。请至少输入相连的两个汉字。',
      en: 'A single Chinese character would find nearly every call. Type at least two in a row.',
    },
    { code: 'bad_search' },
  ),
  search_too_many: refusal(
    'bad_input',
    {
      zh: '一次最多查找六个词。请减少一些，或用引号把相连的词括起来。',
      en: 'At most six terms at once. Leave some out, or put quotation marks around words that belong together.',
    },
    { code: 'bad_search' },
  ),
  search_cursor: refusal(
    'bad_input',
    { zh: '翻页位置无效，请重新搜索。', en: 'The cursor is not one that this search gave; search again.' },
    { code: 'bad_cursor' },
  ),

  // views
  view_name_taken: refusal('conflict', {
    zh: '您已有一个同名的视图。请换一个名称，或更新原来的视图。',
    en: 'You already have a view of this name. Choose another, or update that one.',
  }),
  too_many_views: refusal('conflict', {
    zh: `每个账号最多保存 ${MOST_VIEWS} 个视图。请先删除不再使用的。`,
    en: `An account keeps at most ${MOST_VIEWS} views. Delete one that is no longer used first.`,
  }),
  team_not_yours: refusal('forbidden', {
    zh: '只能把视图共享给您担任主管或负责质检的班组。',
    en: 'A view can be shared only with a team that you supervise or manage the quality of.',
  }),
  restricted_person: refusal(
    'conflict',
    {
      zh: '当事人要求删除或撤回了同意，法务决定之前，这段录音只对法务开放。',
      en: 'The person recorded asked for erasure or took consent back: until that is decided, only legal opens this recording.',
    },
    { code: 'restricted' },
  ),
  restricted_rules: refusal(
    'conflict',
    {
      zh: '按更正后的信息，这通电话不应录音；这段录音在法务决定之前只对法务开放。',
      en: 'As corrected, this call should not have been recorded: until that is decided, only legal opens this recording.',
    },
    { code: 'restricted' },
  ),
  restricted_unsaid: refusal(
    'conflict',
    {
      zh: '这段录音在法务决定之前只对法务开放。',
      en: 'Until Legal has decided about this recording, only Legal opens it.',
    },
    { code: 'restricted' },
  ),
  no_recording: refusal('not_found', { zh: '这通电话没有可播放的录音。', en: 'This call has no recording to play.' }),
  not_sealed: refusal('conflict', {
    zh: '录音正在封存，封存后即可播放。',
    en: 'The recording is being sealed and can be played once it is.',
  }),
  being_checked: refusal('conflict', {
    zh: '正在检查录音中的敏感号码，检查完即可播放。请稍后重试；如长时间没有变化，请联系质检经理。',
    en: 'This recording is being checked for numbers that must not be heard and can be played afterwards. Try again shortly; if nothing changes, tell a quality manager.',
  }),
  unchecked: refusal('conflict', {
    zh: '这段录音没有文字，无法检查不得听到的号码；公司规定这样的录音不可播放。请重试转写。',
    en: 'This recording has no transcript, so it could not be checked for numbers that must not be heard, and company rules do not allow it to be played. Retry its transcription.',
  }),
  expired: refusal('conflict', {
    zh: '录音已过保存期限，正等待销毁。',
    en: 'The retention period has ended and the recording is waiting to be destroyed.',
  }),
  damaged: refusal('conflict', { zh: '录音已损坏，不能播放。', en: 'The recording is damaged and cannot be played.' }),

  // checklists
  draft_unreadable: refusal('conflict', (what: Bilingual) => what),
});
