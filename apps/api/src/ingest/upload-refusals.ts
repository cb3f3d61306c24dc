import { type UploadMetadata } from '#contracts';
import { DomainError } from '#platform';
import { MAX_RECORDING_MS, MAX_SEEKABLE_BYTES, type UnsupportedAudioError } from '#recordings';
import { unsupportedWords } from './unsupported-words.js';

/** Every way in which an upload is refused, in words that say what to do. Nothing of a refused upload stays. */
export const refusals = {
  metadataFirst: () =>
    new DomainError('metadata_must_come_first', 'bad_input', {
      zh: '“metadata” 部分必须是第一个部分，并且是有效的 JSON：先知道是否同意录音，才能接收声音。',
      en: 'The "metadata" part must come first and be valid JSON: consent has to be known before any sound is taken.',
    }),
  partMissing: (part: string) =>
    new DomainError('part_missing', 'bad_input', {
      zh: `上传缺少 “${part}” 部分。`,
      en: `The upload has no "${part}" part.`,
    }),
  unknownPart: (part: string) =>
    new DomainError('unknown_part', 'bad_input', {
      zh: `上传含有无法识别或重复的部分 “${part.slice(0, 40)}”。只接受 metadata、audio 和 transcript 各一份；文字按声道分开时，用 transcriptLeft 和 transcriptRight 代替 transcript。`,
      en: `The upload has an unknown or repeated part "${part.slice(0, 40)}". It takes one metadata, one audio and one transcript, or in place of the transcript one transcriptLeft and one transcriptRight.`,
    }),
  notMultipart: () =>
    new DomainError('not_multipart', 'unsupported_media', {
      zh: '请用 multipart/form-data 上传：先 metadata，再 audio。',
      en: 'Send multipart/form-data: metadata first, then audio.',
    }),
  metadataUnreadable: () =>
    new DomainError('metadata_unreadable', 'bad_input', {
      zh: '“metadata” 不是有效的 JSON，或超过 256 KB。',
      en: 'The "metadata" part is not valid JSON, or is over 256 KB.',
    }),
  transcriptTooLarge: () =>
    new DomainError('transcript_too_large', 'too_large', {
      zh: '“transcript” 超过 4 MB。',
      en: 'The "transcript" part is over 4 MB.',
    }),
  cutShort: (cause: unknown) =>
    new DomainError(
      'upload_cut_short',
      'bad_input',
      {
        zh: '上传在中途断开，没有保存任何内容。请重新上传同一文件。',
        en: 'The upload broke off on the way; nothing was stored. Send the same file again.',
      },
      { cause },
    ),
  tooLarge: (limitBytes: number) =>
    new DomainError('recording_too_large', 'too_large', {
      zh: `录音超过 ${megabytes(limitBytes)} MB 的上限，没有保存。请分段上传，或请管理员提高上限。`,
      en: `The recording is over the limit of ${megabytes(limitBytes)} MB and was not stored. Send it in parts, or ask an administrator to raise the limit.`,
    }),
  noSound: () =>
    new DomainError('recording_without_sound', 'unsupported_media', {
      zh: '文件有录音的文件头，但里面没有声音，没有保存。请检查导出录音的系统。',
      en: "The file has a recording's header but no sound in it; it was not stored. Check the system that exported it.",
    }),
  conflict: (storedSha256: string, sentSha256: string) =>
    new DomainError(
      'recording_conflict',
      'conflict',
      {
        zh: '这个来源和编号下已有另一份录音，内容不同。已有录音未改动；如果这是另一份录音，请给它新的 recordingExternalId。',
        en: 'Another recording with other contents is stored under this source and id. It was left as it is; if this is a different recording, give it a recordingExternalId of its own.',
      },
      { storedSha256, sentSha256 },
    ),
  destroyed: (certificate: string | null) =>
    new DomainError('recording_destroyed', 'gone', {
      zh: `这份录音已按规定销毁${certificate === null ? '，证明正在签发' : `，证明编号 ${certificate}`}，不再保存。`,
      en: `This recording was destroyed by rule${certificate === null ? '; its certificate is being signed' : ` (certificate ${certificate})`}. It is not stored again.`,
    }),
  anotherCall: () =>
    new DomainError('call_of_another_agent', 'conflict', {
      zh: '这个来源和编号下已有另一位坐席的通话。请核对 externalId 和 legs[0].staffNumber；如果是登记的坐席错了，请在通话页面或用 POST /api/v1/calls/{callId}/corrections 更正。',
      en: "Another agent's call is known under this source and id. Check externalId and legs[0].staffNumber; if the agent that is known is wrong, correct the call on its page or by POST /api/v1/calls/{callId}/corrections.",
    }),
  recordingElsewhere: () =>
    new DomainError('recording_of_another_call', 'conflict', {
      zh: '这个录音编号属于另一通电话，没有保存。请给这份录音它自己的 recordingExternalId。',
      en: 'This recording id belongs to another call; nothing was stored. Give this recording a recordingExternalId of its own.',
    }),
  alreadyRecorded: () =>
    new DomainError('call_already_recorded', 'conflict', {
      zh: '这通电话已经录音。这项说明已记入日志，没有保存新的声音。撤回或拒绝同意的，已有录音已封闭，由法务决定如何处理。',
      en: 'This call is recorded already. The statement was journalled and no sound was stored. If consent was withdrawn or declined, the recording that exists is shut and Legal decides about it.',
    }),
  heldBack: () =>
    new DomainError('call_not_recorded', 'conflict', {
      zh: '这通电话此前因没有同意（或按规则）未录音；之后的说明不能使它重新可录。',
      en: 'This call was held back before, for want of consent or by rule; a later statement does not open it again.',
    }),
  notTwoChannels: (metadata: UploadMetadata) =>
    new DomainError('agent_channel_on_mono', 'bad_input', {
      zh: `metadata.agentChannel 为 “${metadata.agentChannel}”，但录音只有一个声道。请去掉该字段。`,
      en: `metadata.agentChannel is "${metadata.agentChannel}", but the recording has one channel. Leave it out.`,
    }),
  agentChannelMissing: () =>
    new DomainError('agent_channel_missing', 'bad_input', {
      zh: '双声道录音需要 metadata.agentChannel（left 或 right）：说话人不靠猜测。',
      en: 'A two-channel recording needs metadata.agentChannel (left or right): speakers are never guessed.',
    }),
  tooLong: () =>
    new DomainError('recording_too_long', 'too_large', {
      zh: `录音里的声音超过 ${hours(MAX_RECORDING_MS)} 小时，没有保存。请按通话分开导出后再上传。`,
      en: `There are more than ${hours(MAX_RECORDING_MS)} hours of sound in the recording; it was not stored. Export it call by call and send those.`,
    }),
  indexLast: () =>
    new DomainError('recording_index_last', 'too_large', {
      zh: `这个 M4A 的索引在文件末尾，超过 ${megabytes(MAX_SEEKABLE_BYTES)} MB 时无法边收边读，没有保存。请把索引移到开头（ffmpeg -i 原文件 -c copy -movflags +faststart 新文件.m4a），或转换为 Ogg Opus。`,
      en: `The index of this M4A stands at its end; over ${megabytes(MAX_SEEKABLE_BYTES)} MB that cannot be read as it comes, and it was not stored. Move the index to the front (ffmpeg -i OLD -c copy -movflags +faststart NEW.m4a), or convert it to Ogg Opus.`,
    }),
  unsupported: ({ found }: UnsupportedAudioError) => {
    if (found.looksLike === 'empty') {
      return new DomainError('recording_empty', 'unsupported_media', {
        zh: '录音文件是空的（0 字节）。请检查导出录音的系统。',
        en: 'The recording is empty (0 bytes). Check the system that exported it.',
      });
    }
    if (found.problem?.code === 'too_long') return refusals.tooLong();
    if (found.problem?.code === 'index_last_too_large') return refusals.indexLast();
    return new DomainError('recording_unsupported', 'unsupported_media', unsupportedWords(found));
  },
};

const megabytes = (bytes: number): number => Math.floor(bytes / 1024 ** 2);
const hours = (ms: number): number => ms / 3_600_000;
