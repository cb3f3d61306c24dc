import { defineRefusals, refusal } from '#platform/rules';

/** In which an upload's parts are not as they must come. What they hold is refused by `#intake`. */
export const multipartRefusals = defineRefusals({
  metadata_must_come_first: refusal('bad_input', {
    zh: '“metadata”部分必须是第一个部分，并且是有效的 JSON：须先知道是否同意录音，才能接收音频。',
    en: 'The "metadata" part must come first and be valid JSON: consent has to be known before any audio is accepted.',
  }),
  part_missing: refusal('bad_input', (part: string) => ({
    zh: `上传缺少“${part}”部分。`,
    en: `The upload has no "${part}" part.`,
  })),
  unknown_part: refusal('bad_input', (part: string) => ({
    zh: `上传含有无法识别或重复的部分“${part.slice(0, 40)}”。只接受 metadata、audio 和 transcript 各一份；文字按声道分开时，用 transcriptLeft 和 transcriptRight 代替 transcript。`,
    en: `The upload has an unknown or repeated part "${part.slice(0, 40)}". It takes one metadata, one audio and one transcript, or in place of the transcript one transcriptLeft and one transcriptRight.`,
  })),
  not_multipart: refusal('unsupported_media', {
    zh: '请用 multipart/form-data 上传：先 metadata，再 audio。',
    en: 'Send multipart/form-data: metadata first, then audio.',
  }),
  metadata_unreadable: refusal('bad_input', {
    zh: '“metadata”不是有效的 JSON，或超过 256 KB。',
    en: 'The "metadata" part is not valid JSON, or is over 256 KB.',
  }),
  transcript_too_large: refusal('too_large', {
    zh: '“transcript”超过 4 MB。',
    en: 'The "transcript" part is over 4 MB.',
  }),
});
