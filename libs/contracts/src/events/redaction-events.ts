import { z } from 'zod';
import { redactionPolicySchema, sensitiveKindSchema } from '../redaction.js';
import { event, eventSaid, eyes } from './event.js';

const id = z.uuid();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const redactionChange = redactionPolicySchema.extend({ version: z.number().int() });

/** What the journal says of numbers that are hidden or cut out, and of the rules by which they are. */
export const redactionEvents = {
  /** Older words were looked through again by newer rules. `found`: how many stretches of each kind. */
  'transcript.redacted': eventSaid(
    {
      recordingId: id,
      transcriptId: id,
      rulesVersion: z.number().int(),
      found: z.partialRecord(sensitiveKindSchema, z.number().int()),
    },
    [
      {
        zh: '按新规则重新检查敏感内容，发现 {{found|sum}} 处',
        en: 'Looked through again by newer rules; sensitive stretches found: {{found|sum}}',
      },
    ],
    { ofCall: true },
  ),
  /** The copy that ordinary listening gets is there. */
  'recording.masked': eventSaid(
    {
      recordingId: id,
      transcriptId: id,
      rulesVersion: z.number().int(),
      objectId: id,
      spans: z.number().int(),
      maskedMs: z.number().int(),
    },
    [{ zh: '录音已静音 {{spans}} 处敏感内容', en: 'Sensitive stretches silenced: {{spans}}' }],
    { ofCall: true },
  ),
  /** Card codes were cut out of what is stored; from here on the old recording is being destroyed and nothing stops it. */
  'recording.cut': event(
    '卡安全码已从保存的录音中删除，旧录音开始销毁',
    'Card security code cut from the stored recording; the old one is being destroyed',
    {
      recordingId: id,
      cutId: id,
      transcriptId: id,
      spans: z.number().int(),
      cutMs: z.number().int(),
      newSha256: sha256,
      oldKeyId: id,
    },
    { ofCall: true },
  ),
  /** A person said whether a doubtful stretch is a card's code. */
  'card_code.decided': eventSaid(
    {
      recordingId: id,
      transcriptId: id,
      answer: z.enum(['code', 'no_code']),
      fromMs: z.number().int(),
      toMs: z.number().int(),
    },
    [
      {
        zh: '{{who}} 判断一处为卡安全码，正在删除',
        en: '{{who}} confirmed a card security code; it is being deleted',
        when: ({ answer }) => answer === 'code',
      },
      { zh: '{{who}} 判断一处不是卡安全码', en: '{{who}} decided that it is not a card security code' },
    ],
    { ofCall: true, opens: ({ recordingId }) => [{ job: 'mask-recording', subjectId: recordingId }] },
  ),
  'redaction.policy_changed': event('{{who}} 修改脱敏规则', '{{who}} changed what is hidden', {
    ...redactionChange.shape,
    ...eyes,
  }),
  'redaction.change_proposed': event('{{who}} 提议放宽脱敏', '{{who}} proposed to hide less', redactionChange.shape),
  'redaction.change_refused': event('{{who}} 拒绝放宽脱敏', '{{who}} refused to hide less', redactionChange.shape),
};
