import type { z } from 'zod';
import { accountEventSchemas } from './events/account-events.js';
import { alarmEventSchemas } from './events/alarm-events.js';
import { auditEventSchemas } from './events/audit-events.js';
import { companyEventSchemas } from './events/company-events.js';
import { custodyEventSchemas } from './events/custody-events.js';
import { exportEventSchemas } from './events/export-events.js';
import { legalEventSchemas } from './events/legal-events.js';
import { mailEventSchemas } from './events/mail-events.js';
import { qualityEventSchemas } from './events/quality-events.js';
import { recordingEventSchemas } from './events/recording-events.js';
import { retentionEventSchemas } from './events/retention-events.js';

/**
 * Everything that the journal can say happened: noun.past-tense → shape of its details. Ids, numbers and closed words only;
 * no words of a call, no names, no telephone numbers. A file below `events/` for each domain.
 */
export const eventSchemas = {
  ...accountEventSchemas,
  ...companyEventSchemas,
  ...legalEventSchemas,
  ...recordingEventSchemas,
  ...retentionEventSchemas,
  ...exportEventSchemas,
  ...mailEventSchemas,
  ...qualityEventSchemas,
  ...custodyEventSchemas,
  ...auditEventSchemas,
  ...alarmEventSchemas,
} as const;

export type EventName = keyof typeof eventSchemas;
export type EventDetails<N extends EventName> = z.infer<(typeof eventSchemas)[N]>;
