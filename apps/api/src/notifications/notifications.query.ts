import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type NotificationList, type NotificationQuery, type NotificationView } from '#contracts';
import { ABOUT, bellWords, CODE, OVER, placeOf, TOLD_CHANNEL, type NotificationKind } from '#notifications';
import { Clock } from '#platform';
import { bilingual } from '../people/person.sql.js';

type Row = Omit<NotificationView, 'kind' | 'words' | 'place' | 'at' | 'readAt'> & {
  kind: NotificationKind;
  over: boolean;
  at: Date;
  readAt: Date | null;
};

/** Reads what a person was told. Reading it is private and not journalled. */
@Injectable()
export class NotificationsQuery {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @param seesGrants they are led to standing grants themselves */
  async list(
    { personId, seesGrants }: { personId: string; seesGrants: boolean },
    { cursor, limit }: NotificationQuery,
  ): Promise<NotificationList> {
    const rows: Row[] = await this.source.query(
      `select notification.id as "notificationId", notification.kind, request_id as "requestId", standing.id as "grantId", coaching.id as "coachingId", calibration.id as "calibrationId", best.id as "bestCallId", ${CODE} as code,
         case when notification.kind in ('alarm_raised', 'alarm_cleared') then jsonb_build_object('kind', alarm, 'subject', alarm_subject) end as alarm,
         case when about.id is not null then jsonb_build_object('personId', about.id, 'name', ${bilingual('about')}) end as person, notification.call_id as "callId",
         case when figure.id is not null then jsonb_build_object('teamId', team.id, 'team', ${bilingual('team')}, 'day', figure.day, 'measure', figure.measure,
           'value', figure.value, 'of', figure.of_calls, 'line', figure.line) end as figure,
         case when telling.id is not null then jsonb_build_object('from', run.from_day, 'to', run.to_day, 'calls', telling.calls, 'points', telling.points) end as rescore,
         case when away.id is not null then jsonb_build_object('absenceId', notification.absence_id, 'name', ${bilingual('away')}) end as "inPlaceOf",
         case when remark.at_ms is not null then jsonb_build_object('leg', of_leg.position + 1, 'atMs', remark.at_ms) end as comment, at, read_at as "readAt", ${OVER} as over
       from notification ${ABOUT}
         left join team on team.id = figure.team_id
         left join rescore_telling telling on alarm = 'rescore' and telling.id::text = alarm_subject left join quality_run run on run.id = telling.run_id
         left join absence on absence.id = notification.absence_id left join person away on away.id = absence.person_id
         left join person about on alarm = 'rights' and about.id::text = alarm_subject
       where notification.person_id = $1 and on_bell and ($2::uuid is null or (at, notification.id) < (select at, id from notification where id = $2 and person_id = $1))
       order by at desc, notification.id desc limit $3`,
      [personId, cursor ?? null, limit + 1],
    );
    const [counted]: { unread: number }[] = await this.source.query(
      `select count(*)::int as unread from notification where person_id = $1 and on_bell and read_at is null and not ${OVER}`,
      [personId],
    );
    const items = rows.slice(0, limit).map(({ over, ...row }) => ({
      ...row,
      words: bellWords({ ...row, over }),
      place: placeOf({ ...row, alarmSubject: row.alarm?.subject ?? null, personId: row.person?.personId }, seesGrants),
      at: row.at.toISOString(),
      readAt: (row.readAt ?? (over ? row.at : null))?.toISOString() ?? null,
    }));
    const nextCursor = rows.length > limit ? (items.at(-1)?.notificationId ?? null) : null;
    return { items, unread: counted?.unread ?? 0, nextCursor };
  }

  /** @param ids null: all. The person’s other screens are told. */
  async read(personId: string, ids: readonly string[] | null): Promise<void> {
    await this.source.query(
      `with marked as (update notification set read_at = $2
         where person_id = $1 and read_at is null and ($3::uuid[] is null or id = any($3)) returning id)
       select pg_notify('${TOLD_CHANNEL}', $1::uuid::text) where exists (select 1 from marked)`,
      [personId, this.clock.now(), ids],
    );
  }
}
