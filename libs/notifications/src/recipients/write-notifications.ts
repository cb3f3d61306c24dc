import { type EntityManager } from 'typeorm';
import { type CommittedEntry } from '#journal';
import { toldNow } from '#people';
import { newId } from '#platform';
import { subjectOf, tellingsOf, type NotificationKind } from '../kinds/notifications.rules.js';
import { withDeputies, type StandingIn } from './deputies.rules.js';
import { GROUPS } from './recipients.sql.js';
import { onTheirWays, writeMessages } from './write-ways.js';

/** Told with a person's id when there is something new for them. */
export const TOLD_CHANNEL = 'shouwen_told';

interface Recipient {
  personId: string;
  callId: string | null;
  kind: NotificationKind;
}

/** What waits to be sent at once. */
export interface ToldNow {
  mail: boolean;
  /** Addresses of chats. */
  chats: readonly string[];
}

/**
 * Writes down who is told of entries, and a mail and a message for each who wants one and has where it goes, in the transaction that takes the
 * entries' markers: no recipient is lost between the journal and their screen, and none is told twice. Most entries have no recipients and cost no query.
 *
 * @param withMail whether mail is set up here
 */
export async function writeNotifications(
  tx: EntityManager,
  entries: readonly CommittedEntry[],
  withMail: boolean,
): Promise<ToldNow> {
  let mail = false;
  const chats = new Set<string>();
  for (const entry of entries) {
    const now = await writeOf(tx, entry, withMail);
    mail ||= now.mail;
    now.chats.forEach((id) => chats.add(id));
  }
  return { mail, chats: [...chats] };
}

const NOTHING: ToldNow = { mail: false, chats: [] };

async function writeOf(
  tx: EntityManager,
  { id: entryId, event, details, actorPersonId }: CommittedEntry,
  withMail: boolean,
): Promise<ToldNow> {
  const tellings = tellingsOf(event, details);
  if (tellings.length === 0) return NOTHING;
  const of = (name: string): string | null => (details[name] === undefined ? null : String(details[name]));
  const requestId = of('requestId');
  // What is about no request is kept beside the alarms. All kinds of one event are about the same.
  const other = subjectOf(tellings[0]!.kind, details);
  const [alarm, subject] = other ?? [of('alarm'), of('subject')];
  const found: Recipient[] = [];
  for (const { kind, to } of tellings)
    for (const group of to)
      found.push(
        ...(await tx.query(GROUPS[group], [requestId ?? other?.[1] ?? null])).map((one: Recipient) => ({
          ...one,
          kind,
        })),
      );
  const recipients = oncePerPerson(found, event === 'person.email_changed' ? null : actorPersonId);
  const routed = withDeputies(recipients, await standingIn(tx, recipients), actorPersonId);
  const told = await onTheirWays(tx, routed, withMail);
  const rows = told.map((one) => ({ ...one, id: newId() }));
  if (rows.length === 0) return NOTHING;
  const written: { id: string }[] = await tx.query(
    `insert into notification (id, entry_id, person_id, kind, request_id, alarm, alarm_subject, call_id, at, on_bell, absence_id)
     select id, $1, "personId", kind, $2, $4, $5, "callId", now(), bell, "absenceId"
       from jsonb_to_recordset($3::jsonb) as told (id uuid, "personId" uuid, kind text, "callId" uuid, bell boolean, "absenceId" uuid)
     on conflict on constraint told_once_of_an_entry do nothing
     returning id, case when on_bell then pg_notify('${TOLD_CHANNEL}', person_id::text)::text end`,
    [entryId, requestId, JSON.stringify(rows), alarm, subject],
  );
  const fresh = new Set(written.map(({ id }) => id));
  return writeMessages(
    tx,
    rows.filter(({ id }) => fresh.has(id)),
  );
}

/** Deputies of those who are to be told, with the work of which they are told: none that still waits for a third person. */
async function standingIn(tx: EntityManager, recipients: readonly Recipient[]): Promise<StandingIn[]> {
  const away: (StandingIn & { confirmedAt: Date | null })[] = await tx.query(
    `select id as "absenceId", person_id as "personId", deputy_person_id as "deputyPersonId", works, confirmed_at as "confirmedAt" from absence
     where person_id = any($1) and accepted_at is not null and ended_at is null and begins_at <= now() and now() < ends_at`,
    [recipients.map(({ personId }) => personId)],
  );
  const found: StandingIn[] = [];
  for (const one of away) found.push({ ...one, works: await toldNow(tx, { ...one, works: [...one.works] }) });
  return found;
}

/** One telling for a person: the first that reaches them. The person who acted is left out. */
export function oncePerPerson<T extends { personId: string }>(found: readonly T[], actor: string | null): T[] {
  const told = new Set(actor === null ? [] : [actor]);
  return found.filter(({ personId }) => !told.has(personId) && told.add(personId));
}
