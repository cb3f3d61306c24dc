import { type Bilingual, type UploadMetadata } from '#contracts';
import { defineRefusals, refusal, type ErrorDetails } from '#platform/rules';
import { MAX_RECORDING_MS, MAX_SEEKABLE_BYTES } from '#recordings/rules';

const megabytes = (bytes: number): number => Math.floor(bytes / 1024 ** 2);
const hours = (ms: number): number => ms / 3_600_000;

/** Every way in which a call or its sound is not taken, in words that say what to do. Nothing of what is refused stays. */
export const uploadRefusals = defineRefusals({
  /** @param path the field that named it */
  unknown_staff_number: refusal(
    'bad_input',
    (staffNumber: string, _path?: string) => ({
      zh: `您可以上传的班组中没有工号为 ${staffNumber} 的员工。请先在“人员”中登记，更正工号，或由有权为其班组上传的人上传。`,
      en: `No team that you may send calls for has a person with staff number ${staffNumber}. Register the person first, correct the number, or let a person send it who may send for their team.`,
    }),
    {
      details: (_staffNumber: string, path = 'legs.0.staffNumber') => ({
        fields: [
          {
            path,
            message: { zh: '可以上传的班组中没有这个工号', en: 'no team that you may send for has this staff number' },
          },
        ],
      }),
    },
  ),
  unknown_extension: refusal(
    'bad_input',
    (extension: string, at: Date) => ({
      zh: `${at.toISOString()} 时您可以上传的班组中没有人使用分机 ${extension}。请在“电话”里登记分机的使用人，或改用 legs[0].staffNumber。`,
      en: `No person of a team that you may send calls for had extension ${extension} at ${at.toISOString()}. Enter its user under Telephony, or send legs[0].staffNumber.`,
    }),
    {
      details: () => ({
        fields: [
          {
            path: 'legs.0.extension',
            message: { zh: '当时没有可以上传的人使用', en: 'no person that you may send for had it then' },
          },
        ],
      }),
    },
  ),
  source_of_another_token: refusal(
    'forbidden',
    (source: string) => ({
      zh: `这个令牌只能上传电话系统 ${source} 的通话。请把 source 改为 ${source}，或换用其他令牌。`,
      en: `This token sends calls of the telephone system ${source} alone. Name it as the source, or use another token.`,
    }),
    {
      details: () => ({
        fields: [{ path: 'source', message: { zh: '令牌限定了电话系统', en: 'the token is of one system' } }],
      }),
    },
  ),

  upload_cut_short: refusal(
    'bad_input',
    {
      zh: '上传在中途断开，没有保存任何内容。请重新上传同一文件。',
      en: 'The upload broke off on the way; nothing was stored. Send the same file again.',
    },
    { details: (cause: unknown) => ({ cause }) },
  ),
  recording_too_large: refusal('too_large', (limitBytes: number) => ({
    zh: `录音超过 ${megabytes(limitBytes)} MB 的上限，没有保存。请分段上传，或请管理员提高上限。`,
    en: `The recording is over the limit of ${megabytes(limitBytes)} MB and was not stored. Send it in parts, or ask an administrator to raise the limit.`,
  })),
  recording_without_sound: refusal('unsupported_media', {
    zh: '文件有录音的文件头，但其中没有音频，没有保存。请检查导出录音的系统。',
    en: "The file has a recording's header but contains no audio; it was not stored. Check the system that exported it.",
  }),
  recording_conflict: refusal(
    'conflict',
    {
      zh: '这个来源和编号下已有另一段录音，内容不同。已有录音未改动；如果这是另一段录音，请给它新的 recordingExternalId。',
      en: 'Another recording with other contents is stored under this source and id. It was left as it is; if this is a different recording, give it a recordingExternalId of its own.',
    },
    { details: (storedSha256: string, sentSha256: string) => ({ storedSha256, sentSha256 }) },
  ),
  recording_destroyed: refusal('gone', (certificate: string | null) => ({
    zh: `这段录音已按规定销毁${certificate === null ? '，证书正在签发' : `，证书编号 ${certificate}`}，不再保存。`,
    en: `This recording was destroyed by rule${certificate === null ? '; its certificate is being signed' : ` (certificate ${certificate})`}. It is not stored again.`,
  })),
  call_of_another_agent: refusal('conflict', {
    zh: '这个来源和编号下已有另一位坐席的通话。请核对 externalId 和 legs[0].staffNumber；如果是登记的坐席错了，请在通话页面或用 POST /api/v1/calls/{callId}/corrections 更正。',
    en: "Another agent's call is known under this source and id. Check externalId and legs[0].staffNumber; if the agent that is known is wrong, correct the call on its page or by POST /api/v1/calls/{callId}/corrections.",
  }),
  recording_of_another_call: refusal('conflict', {
    zh: '这个录音编号属于另一通电话，或这通电话的另一位坐席，没有保存。请给这段录音单独的 recordingExternalId。',
    en: 'This recording id belongs to another call, or to another agent of this one; nothing was stored. Give this recording a recordingExternalId of its own.',
  }),
  call_already_recorded: refusal('conflict', {
    zh: '这通电话已经录音。这项说明已记入日志，没有保存新的音频。如客户撤回或拒绝同意，已有录音会封闭，由法务决定如何处理。',
    en: 'This call is recorded already. The statement was journalled and no audio was stored. If consent was withdrawn or declined, the existing recording is closed and Legal decides about it.',
  }),
  call_not_recorded: refusal('conflict', {
    zh: '这通电话此前因没有同意（或按规则）未录音；之后的说明不能改变这一结果。',
    en: 'This call was held back before, without consent or by rule; a later statement does not open it again.',
  }),
  call_shut: refusal('conflict', {
    zh: '这通电话不再接收音频：按最近一次同意说明不得录音，或当事人的请求尚未处理完，或内容已按请求清空。这次上传没有保存任何内容。如果客户其实已同意，请先在通话页面更正“同意”，由第二人确认；如有未处理完的请求，等法务决定后再上传。',
    en: "No more audio can be added to this call: by the latest consent statement it may not be recorded, or a request of the recorded person is open, or it was erased on request. Nothing of this upload was stored. If the customer did agree, first correct the consent on the call's page, which a second person confirms; where a request is open, send it again once Legal has decided.",
  }),
  metadata_agent_channel_on_mono: refusal(
    'bad_input',
    (metadata: Pick<UploadMetadata, 'agentChannel'>) => ({
      zh: `metadata.agentChannel 为“${metadata.agentChannel}”，但录音只有一个声道。请去掉该字段。`,
      en: `metadata.agentChannel is "${metadata.agentChannel}", but the recording has one channel. Leave it out.`,
    }),
    { code: 'agent_channel_on_mono' },
  ),
  agent_channel_missing: refusal('bad_input', {
    zh: '双声道录音需要 metadata.agentChannel（left 或 right）：系统不会猜测说话人。',
    en: 'A two-channel recording needs metadata.agentChannel (left or right): speakers are never guessed.',
  }),
  recording_too_long: refusal('too_large', {
    zh: `录音里的声音超过 ${hours(MAX_RECORDING_MS)} 小时，没有保存。请按通话分开导出后再上传。`,
    en: `The recording contains more than ${hours(MAX_RECORDING_MS)} hours of audio and was not stored. Export it call by call and send those.`,
  }),
  recording_index_last: refusal('too_large', {
    zh: `这个 M4A 的索引在文件末尾，超过 ${megabytes(MAX_SEEKABLE_BYTES)} MB 时无法边收边读，没有保存。请把索引移到开头（ffmpeg -i 原文件 -c copy -movflags +faststart 新文件.m4a），或转换为 Ogg Opus。`,
    en: `The index of this M4A is at its end; over ${megabytes(MAX_SEEKABLE_BYTES)} MB that cannot be read as it comes, and it was not stored. Move the index to the front (ffmpeg -i OLD -c copy -movflags +faststart NEW.m4a), or convert it to Ogg Opus.`,
  }),
  recording_empty: refusal('unsupported_media', {
    zh: '录音文件是空的（0 字节）。请检查导出录音的系统。',
    en: 'The recording is empty (0 bytes). Check the system that exported it.',
  }),
  recording_unsupported: refusal('unsupported_media', (words: Bilingual) => words),
  impossible_times: refusal(
    'bad_input',
    (fields: ErrorDetails['fields'] & object) => {
      const list = fields.map(({ path }) => path).join(', ');
      return {
        zh: `通话的时间不合理：${list}。请核对发送系统的时钟和时区。`,
        en: `The times of the call are impossible: ${list}. Check the clock and the time zone of the system that sends it.`,
      };
    },
    { details: (fields) => ({ fields }) },
  ),
});
