import { type EntityManager } from 'typeorm';
import { DEFAULT_DIGEST_HOUR, DEFAULT_WAYS, type Digest } from '#contracts';
import { newId } from '#platform';
import { waysFor, whenTold } from '../choices/ways.rules.js';
import { type NotificationKind } from '../kinds/notifications.rules.js';

interface Recipient {
  personId: string;
  callId: string | null;
  kind: NotificationKind;
  /** The absence in which a deputy is told. */
  absenceId: string | null;
  /** The person is away: on the bell alone. */
  silent: boolean;
}

/** A recipient with the ways on which they are told, and when mail and chat go. */
interface OnWays extends Recipient {
  bell: boolean;
  mail: boolean;
  /** The address of their chat; null: not there. */
  chat: string | null;
  dueAt: Date;
  gathered: boolean;
  /** Due at this moment. */
  atOnce: boolean;
}

interface Wanted {
  personId: string;
  hasMail: boolean;
  chatId: string | null;
  bell: boolean | null;
  mail: boolean | null;
  chat: boolean | null;
  quietFrom: string | null;
  quietUntil: string | null;
  digest: Digest | null;
  digestHour: number | null;
  timeZone: string | null;
  now: Date;
}

const WANTED = `select told."personId", case when told.kind = 'email_changed' then person.email_before else person.email end is not null as "hasMail", address.id as "chatId", choice.bell, choice.mail, choice.chat,
    quiet_from as "quietFrom", quiet_until as "quietUntil", digest, digest_hour as "digestHour",
    (select profile->>'timeZone' from company where id = 1) as "timeZone", now() as now
  from jsonb_to_recordset($1::jsonb) as told ("personId" uuid, kind text) join person on person.id = told."personId"
  left join chat_address address on address.person_id = told."personId"
  left join told_choice choice on choice.person_id = told."personId" and choice.kind = told.kind
  left join told_setting setting on setting.person_id = told."personId"`;

/** What each recipient chose; a person who wants to be told on no way is left out. */
export async function onTheirWays(
  tx: EntityManager,
  recipients: readonly Recipient[],
  withMail: boolean,
): Promise<OnWays[]> {
  if (recipients.length === 0) return [];
  const rows: Wanted[] = await tx.query(WANTED, [JSON.stringify(recipients)]);
  const wantedBy = new Map(rows.map((row) => [row.personId, row]));
  return recipients.flatMap((recipient) => {
    const row = wantedBy.get(recipient.personId);
    if (!row) return [];
    const { now, quietFrom, quietUntil } = row;
    const wanted = {
      bell: row.bell ?? DEFAULT_WAYS.bell,
      mail: row.mail ?? DEFAULT_WAYS.mail,
      chat: row.chat ?? DEFAULT_WAYS.chat,
    };
    const ways = waysFor(recipient.kind, wanted, { mail: withMail && row.hasMail, chat: row.chatId !== null });
    if (recipient.silent) Object.assign(ways, { bell: true, mail: false, chat: false });
    if (!ways.bell && !ways.mail && !ways.chat) return [];
    const quiet = quietFrom !== null && quietUntil !== null ? { from: quietFrom, until: quietUntil } : null;
    const when = {
      quiet,
      digest: row.digest ?? ('at_once' as const),
      digestHour: row.digestHour ?? DEFAULT_DIGEST_HOUR,
    };
    const { dueAt, gathered } = whenTold(recipient.kind, when, row.timeZone ?? 'UTC', now);
    return [{ ...recipient, ...ways, chat: ways.chat ? row.chatId : null, dueAt, gathered, atOnce: dueAt <= now }];
  });
}

const WRITE = (
  table: 'mail' | 'chat_message',
): string => `insert into ${table} (id, notification_id, state, due_at, gathered, created_at)
  select "messageId", id, 'waiting', "dueAt", gathered, now()
    from jsonb_to_recordset($1::jsonb) as told (id uuid, "messageId" uuid, "dueAt" timestamptz, gathered boolean)
  on conflict (notification_id) do nothing`;

/** Writes what is to be sent of notifications that were just written. @returns what of it can go now */
export async function writeMessages(
  tx: EntityManager,
  told: readonly (OnWays & { id: string })[],
): Promise<{ mail: boolean; chats: string[] }> {
  const mails = told.filter(({ mail }) => mail);
  const chats = told.filter(({ chat }) => chat !== null);
  const rowsOf = (some: typeof mails) =>
    JSON.stringify(some.map(({ id, dueAt, gathered }) => ({ id, messageId: newId(), dueAt, gathered })));
  if (mails.length > 0) await tx.query(WRITE('mail'), [rowsOf(mails)]);
  if (chats.length > 0) await tx.query(WRITE('chat_message'), [rowsOf(chats)]);
  return {
    mail: mails.some(({ atOnce }) => atOnce),
    chats: chats.flatMap(({ chat, atOnce }) => (chat !== null && atOnce ? [chat] : [])),
  };
}
