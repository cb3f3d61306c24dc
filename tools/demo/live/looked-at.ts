import type pg from 'pg';

/** A person who did nothing and looked at nothing that long is not there. */
const LOOKS_MINUTES = 3;

/** Whether a person has a page open now, or used one in the last minutes: programmes sign in too, from no browser that is known. */
export async function someoneLooks(database: pg.Pool): Promise<boolean> {
  const { rows } = await database.query<{ looks: boolean }>(
    `select exists (select from session where ended_at is null and browser <> 'other'
       and greatest(last_seen_at, watched_at) > now() - make_interval(mins => $1)) as looks`,
    [LOOKS_MINUTES],
  );
  return rows[0]?.looks === true;
}

/** Recordings that were taken as they were spoken, within a day. */
export async function capturedToday(database: pg.Pool): Promise<number> {
  const { rows } = await database.query<{ calls: number }>(
    `select count(distinct recording.call_id)::int as calls from recording join recording_track on recording_id = recording.id
     where created_at > now() - interval '24 hours'`,
  );
  return rows[0]?.calls ?? 0;
}
