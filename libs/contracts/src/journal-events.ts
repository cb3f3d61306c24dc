import { z } from 'zod';
import { accountEvents } from './events/account-events.js';
import { alarmEvents, toldEvents } from './events/told-events.js';
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
import { telephonyEvents } from './events/telephony-events.js';
import type { EventRow, NextJob } from './events/event.js';
import { MODULE_EVENTS, MODULES, type ModuleWords } from './modules.js';

export { eyes, type NextJob } from './events/event.js';

/**
 * Everything that the journal can say happened: noun.past-tense → its row. Details are ids, numbers and closed words only; no words of a
 * call, no names, no telephone numbers. A file below `events/` for each domain.
 */
export const EVENTS = {
  ...accountEvents,
  ...companyEvents,
  ...legalEvents,
  ...recordingEvents,
  ...completenessEvents,
  ...floorEvents,
  ...liveCallEvents,
  ...correctionEvents,
  ...redactionEvents,
  ...telephonyEvents,
  ...accessEvents,
  ...retentionEvents,
  ...exportEvents,
  ...mailEvents,
  ...toldEvents,
  ...absenceEvents,
  ...qualityEvents,
  ...disputeEvents,
  ...runEvents,
  ...reportEvents,
  ...coachingEvents,
  ...commitmentEvents,
  ...samplingEvents,
  ...custodyEvents,
  ...auditEvents,
  ...alarmEvents,
  ...MODULE_EVENTS,
};

export type EventName = keyof typeof EVENTS;
export type EventDetails<N extends EventName> = z.infer<(typeof EVENTS)[N]['details']>;

const ROWS = EVENTS as unknown as Record<string, EventRow>;
const rowOf = (event: EventName): EventRow => ROWS[event] as EventRow;

/** The row of an event; undefined for an event that this version does not know. */
export const eventRowOf = (event: string): EventRow | undefined => ROWS[event];

/** The jobs that a committed event opens. */
export const nextJobs = (
  event: EventName,
  details: Record<string, unknown>,
  callId: string | null,
): readonly NextJob[] => rowOf(event).opens?.(details, callId) ?? [];

/** Events that a webhook may carry. */
export type WebhookEventName = {
  [N in EventName]: (typeof EVENTS)[N] extends { webhook: object } ? N : never;
}[EventName];
export const WEBHOOK_EVENTS = Object.keys(ROWS).filter((event) => ROWS[event]?.webhook) as [
  WebhookEventName,
  ...WebhookEventName[],
];

/** What a receiver is sent of an event's details. @throws ZodError for details of another shape */
export function sentOf(event: WebhookEventName, details: Record<string, unknown>): Record<string, unknown> {
  const sends: readonly string[] = EVENTS[event].webhook.sends;
  return rowOf(event)
    .details.pick(Object.fromEntries(sends.map((name) => [name, true])) as never)
    .parse(details);
}

const named = <T extends object>(schemas: T) => Object.keys(schemas) as EventName[];
const ofModules = (domain: ModuleWords['domain']) =>
  MODULES.filter((one) => one.domain === domain).flatMap(({ events }) => named(events));

/** The kinds of entries that a reader of the journal chooses from, and the events of each. */
export const EVENT_DOMAINS = {
  account: [...named(accountEvents), ...named(toldEvents)],
  company: [...named(companyEvents), ...named(absenceEvents), ...ofModules('company')],
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
    ...ofModules('quality'),
  ],
  /** Alarms are about what keeps recordings safe. */
  custody: [...named(custodyEvents), ...named(alarmEvents)],
  audit: named(auditEvents),
} as const;
export type EventDomain = keyof typeof EVENT_DOMAINS;
export const EVENT_NAMES = Object.keys(EVENTS) as [EventName, ...EventName[]];
export const EVENT_DOMAIN_NAMES = Object.keys(EVENT_DOMAINS) as [EventDomain, ...EventDomain[]];
