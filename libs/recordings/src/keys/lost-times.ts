import { type DataSource } from 'typeorm';

/** From the moment of a backup until it was restored: what happened then is not in the database. */
export interface LostTime {
  readonly from: Date;
  readonly to: Date;
}

export async function lostTimes(source: DataSource): Promise<LostTime[]> {
  return source.query(
    `select (details ->> 'takenAt')::timestamptz as "from", at as "to"
     from journal_entry join journal_detail on entry_id = id where event = 'database.restored'`,
  );
}
