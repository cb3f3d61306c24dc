import { eventSchemas, type EventName } from './events.js';
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

const named = <T extends object>(schemas: T) => Object.keys(schemas) as EventName[];

/** The kinds of entries that a reader of the journal chooses from, and the events of each. */
export const EVENT_DOMAINS = {
  account: named(accountEventSchemas),
  company: named(companyEventSchemas),
  recording: named(recordingEventSchemas),
  /** Mail tells those who are involved in a request. */
  legal: [...named(legalEventSchemas), ...named(mailEventSchemas)],
  export: named(exportEventSchemas),
  retention: named(retentionEventSchemas),
  quality: named(qualityEventSchemas),
  /** Alarms are about what keeps recordings safe. */
  custody: [...named(custodyEventSchemas), ...named(alarmEventSchemas)],
  audit: named(auditEventSchemas),
} as const;
export type EventDomain = keyof typeof EVENT_DOMAINS;
export const EVENT_NAMES = Object.keys(eventSchemas) as [EventName, ...EventName[]];
export const EVENT_DOMAIN_NAMES = Object.keys(EVENT_DOMAINS) as [EventDomain, ...EventDomain[]];
