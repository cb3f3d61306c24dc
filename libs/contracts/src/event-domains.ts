import { EVENTS, type EventName } from './events.js';
import { accountEvents } from './events/account-events.js';
import { alarmEvents } from './events/alarm-events.js';
import { accessEvents } from './events/access-events.js';
import { auditEvents } from './events/audit-events.js';
import { coachingEvents } from './events/coaching-events.js';
import { commitmentEvents } from './events/commitment-events.js';
import { correctionEvents } from './events/correction-events.js';
import { companyEvents } from './events/company-events.js';
import { completenessEvents } from './events/completeness-events.js';
import { floorEvents } from './events/floor-events.js';
import { liveCallEvents } from './events/live-call-events.js';
import { custodyEvents } from './events/custody-events.js';
import { disputeEvents } from './events/dispute-events.js';
import { exportEvents } from './events/export-events.js';
import { legalEvents } from './events/legal-events.js';
import { mailEvents } from './events/mail-events.js';
import { qualityEvents } from './events/quality-events.js';
import { reportEvents } from './events/report-events.js';
import { recordingEvents } from './events/recording-events.js';
import { redactionEvents } from './events/redaction-events.js';
import { retentionEvents } from './events/retention-events.js';
import { runEvents } from './events/run-events.js';
import { samplingEvents } from './events/sampling-events.js';
import { absenceEvents } from './events/absence-events.js';
import { recertificationEvents } from './events/recertification-events.js';
import { telephonyEvents } from './events/telephony-events.js';
import { toldEvents } from './events/told-events.js';

const named = <T extends object>(schemas: T) => Object.keys(schemas) as EventName[];

/** The kinds of entries that a reader of the journal chooses from, and the events of each. */
export const EVENT_DOMAINS = {
  account: [...named(accountEvents), ...named(toldEvents)],
  company: [...named(companyEvents), ...named(recertificationEvents), ...named(absenceEvents)],
  recording: [
    ...named(recordingEvents),
    ...named(telephonyEvents),
    ...named(completenessEvents),
    ...named(floorEvents),
    ...named(liveCallEvents),
    ...named(correctionEvents),
    ...named(redactionEvents),
    ...named(accessEvents),
  ],
  /** Mail tells those who are involved in a request. */
  legal: [...named(legalEvents), ...named(mailEvents)],
  export: named(exportEvents),
  retention: named(retentionEvents),
  quality: [
    ...named(qualityEvents),
    ...named(disputeEvents),
    ...named(runEvents),
    ...named(coachingEvents),
    ...named(reportEvents),
    ...named(samplingEvents),
    ...named(commitmentEvents),
  ],
  /** Alarms are about what keeps recordings safe. */
  custody: [...named(custodyEvents), ...named(alarmEvents)],
  audit: named(auditEvents),
} as const;
export type EventDomain = keyof typeof EVENT_DOMAINS;
export const EVENT_NAMES = Object.keys(EVENTS) as [EventName, ...EventName[]];
export const EVENT_DOMAIN_NAMES = Object.keys(EVENT_DOMAINS) as [EventDomain, ...EventDomain[]];
