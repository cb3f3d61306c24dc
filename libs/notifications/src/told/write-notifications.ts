import { type EntityManager } from 'typeorm';
import { tellingsOf, type NotificationKind } from '#contracts';
import { type CommittedEntry } from '#journal';
import { newId } from '#platform';
import { oncePerPerson } from './recipients.rules.js';
import { GROUPS } from './recipients.sql.js';

/** Told with a person's id when there is something new for them. */
export const TOLD_CHANNEL = 'shouwen_told';

interface Recipient {
  personId: string;
  callId: string | null;
  kind: NotificationKind;
}

/**
 * Writes down who is told of entries, and a mail for each who has an address, in the transaction that takes the entries' markers: no recipient is lost between the journal and their screen, and none is told twice. Most entries have no recipients and cost no query.
 *
 * @param withMail whether mail is set up here
 * @returns whether mail waits to be sent
 */
export async function writeNotifications(
  tx: EntityManager,
  entries: readonly CommittedEntry[],
  withMail: boolean,
): Promise<boolean> {
  let mail = false;
  for (const entry of entries) mail = (await writeOf(tx, entry, withMail)) || mail;
  return mail;
}

async function writeOf(
  tx: EntityManager,
  { id: entryId, event, details, actorPersonId }: CommittedEntry,
  withMail: boolean,
): Promise<boolean> {
  const tellings = tellingsOf(event, details);
  if (tellings.length === 0) return false;
  const of = (name: string): string | null => (details[name] === undefined ? null : String(details[name]));
  const requestId = of('requestId');
  const other = beside(event, of);
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
  const rows = oncePerPerson(found, actorPersonId).map((one) => ({ ...one, id: newId(), mailId: newId() }));
  if (rows.length === 0) return false;
  const written: { id: string }[] = await tx.query(
    `insert into notification (id, entry_id, person_id, kind, request_id, alarm, alarm_subject, call_id, at)
     select id, $1, "personId", kind, $2, $4, $5, "callId", now()
       from jsonb_to_recordset($3::jsonb) as told (id uuid, "personId" uuid, kind text, "callId" uuid)
     on conflict on constraint told_once_of_an_entry do nothing returning id, pg_notify('${TOLD_CHANNEL}', person_id::text)`,
    [entryId, requestId, JSON.stringify(rows), alarm, subject],
  );
  return withMail && written.length > 0 && (await writeMail(tx, rows));
}

/** What is about no request is kept beside the alarms: a person's rights by the person, a standing grant, a dispute, coaching,
 * a calibration, a best call and a figure that passed its line by their ids. */
function beside(event: CommittedEntry['event'], of: (name: string) => string | null): [string, string | null] | null {
  if (event.startsWith('rights.')) return ['rights', of('personId')];
  if (event.startsWith('calibration.')) return ['calibration', of('calibrationId')];
  if (event === 'sampling.drawn') return ['draw', of('drawId')];
  if (event === 'review.retracted') return ['retraction', of('scorecardId')];
  if (event === 'sampling.replaced') return ['review', of('byAssignmentId')];
  if (event === 'review.handed_on' || event === 'review.given') return ['review', of('assignmentId')];
  if (event.startsWith('dispute.')) return ['dispute', of('disputeId')];
  if (of('coachingId') !== null) return ['coaching', of('coachingId')];
  if (of('bestCallId') !== null) return ['best_call', of('bestCallId')];
  if (event === 'figure.alerted') return ['figure', of('alertId')];
  return event.startsWith('grant.') ? ['grant', of('grantId')] : null;
}

async function writeMail(tx: EntityManager, rows: readonly { id: string; mailId: string }[]): Promise<boolean> {
  const mails: unknown[] = await tx.query(
    `insert into mail (id, notification_id, state, due_at, created_at)
     select told."mailId", notification.id, 'waiting', now(), now()
       from jsonb_to_recordset($1::jsonb) as told (id uuid, "mailId" uuid)
       join notification on notification.id = told.id join person on person.id = notification.person_id and person.email is not null
     on conflict (notification_id) do nothing returning id`,
    [JSON.stringify(rows)],
  );
  return mails.length > 0;
}
