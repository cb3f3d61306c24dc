import { z } from 'zod';
import { completenessSettingsSchema, gapAcceptanceSchema, gapClosingSchema, gapKindSchema } from '../completeness.js';
import { event, eventSaid, eyes } from './event.js';

const id = z.uuid();
const OF_GAP = { gapId: id, legId: id, kind: gapKindSchema };

/** What the journal says of calls of which something is missing. */
export const completenessEvents = {
  'completeness.set': event(
    '{{who}} 设置完整性核对',
    '{{who}} set what counts as missing of a call',
    completenessSettingsSchema.shape,
  ),
  'gap.opened': event('发现缺口：{{kind|gapKind}}', 'Something is missing: {{kind|gapKind}}', OF_GAP, {
    ofCall: true,
    webhook: { name: { zh: '发现缺口', en: 'A call has a gap' }, sends: ['gapId', 'legId', 'kind'] },
  }),
  'gap.closed': eventSaid(
    { ...OF_GAP, closing: gapClosingSchema },
    [
      {
        zh: '缺口已补上：{{kind|gapKind}}',
        en: 'No longer missing: {{kind|gapKind}}',
        when: ({ closing }) => closing === 'mended',
      },
      { zh: '缺口不再适用：{{kind|gapKind}}', en: 'No longer to be repaired: {{kind|gapKind}}' },
    ],
    { ofCall: true },
  ),
  'gap.taken': event('{{who}} 认领缺口：{{kind|gapKind}}', '{{who}} took on to mend: {{kind|gapKind}}', OF_GAP, {
    ofCall: true,
  }),
  'gap.acceptance_asked': event(
    '{{who}} 申请接受缺口：{{kind|gapKind}}',
    '{{who}} asked to accept what is missing: {{kind|gapKind}}',
    { ...OF_GAP, reason: gapAcceptanceSchema },
    { ofCall: true },
  ),
  'gap.accepted': event(
    '{{who}} 同意接受缺口：{{kind|gapKind}}',
    '{{who}} agreed to accept what is missing: {{kind|gapKind}}',
    { ...OF_GAP, reason: gapAcceptanceSchema, ...eyes },
    { ofCall: true },
  ),
  /** `own`: who asked took it back. */
  'gap.acceptance_refused': eventSaid(
    { ...OF_GAP, own: z.boolean().optional() },
    [
      {
        zh: '{{who}} 撤回接受缺口的申请：{{kind|gapKind}}',
        en: '{{who}} no longer asks to accept what is missing: {{kind|gapKind}}',
        when: ({ own }) => own === true,
      },
      {
        zh: '{{who}} 不同意接受缺口：{{kind|gapKind}}',
        en: '{{who}} did not agree to accept what is missing: {{kind|gapKind}}',
      },
    ],
    { ofCall: true },
  ),
};
