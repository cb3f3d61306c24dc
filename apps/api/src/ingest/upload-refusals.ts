import { type UploadMetadata } from '#contracts';
import { DomainError } from '#platform';
import { type UnsupportedAudioError } from '#recordings';

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
      zh: `上传含有无法识别或重复的部分 “${part.slice(0, 40)}”。只接受 metadata、audio 和 transcript 各一份。`,
      en: `The upload has an unknown or repeated part "${part.slice(0, 40)}". It takes one metadata, one audio and one transcript.`,
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
      zh: '文件有 WAV 文件头，但没有一个完整的采样，没有保存。请检查导出录音的系统。',
      en: 'The file has a WAV header but not one whole sample; it was not stored. Check the system that exported it.',
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
  anotherCall: () =>
    new DomainError('call_of_another_agent', 'conflict', {
      zh: '这个来源和编号下已有另一位坐席的通话。请核对 externalId 和 legs[0].staffNumber。',
      en: "Another agent's call is known under this source and id. Check externalId and legs[0].staffNumber.",
    }),
  recordingElsewhere: () =>
    new DomainError('recording_of_another_call', 'conflict', {
      zh: '这个录音编号属于另一通电话，没有保存。请给这份录音它自己的 recordingExternalId。',
      en: 'This recording id belongs to another call; nothing was stored. Give this recording a recordingExternalId of its own.',
    }),
  alreadyRecorded: () =>
    new DomainError('call_already_recorded', 'conflict', {
      zh: '这通电话已经录音。这项说明已记入日志，没有保存新的声音；已有录音如何处理，请交法务决定。',
      en: 'This call is recorded already. The statement was journalled and no sound was stored; ask Legal to decide about the recording that exists.',
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
  unsupported: ({ found }: UnsupportedAudioError) =>
    found.looksLike === 'empty'
      ? new DomainError('recording_empty', 'unsupported_media', {
          zh: '录音文件是空的（0 字节）。请检查导出录音的系统。',
          en: 'The recording is empty (0 bytes). Check the system that exported it.',
        })
      : new DomainError('recording_unsupported', 'unsupported_media', {
          zh: `这不是可接收的录音：内容看起来是 ${found.looksLike}${problem(found)}。请上传 WAV（PCM 8/16 位、µ-law 或 A-law，单声道或双声道）。`,
          en: `This is no recording that can be taken: by its content it looks like ${found.looksLike}${problem(found)}. Send WAV (PCM 8 or 16 bit, µ-law or A-law, one or two channels).`,
        }),
};

const megabytes = (bytes: number): number => Math.floor(bytes / 1024 ** 2);
const problem = (found: UnsupportedAudioError['found']): string => (found.problem ? ` (${found.problem.code})` : '');
