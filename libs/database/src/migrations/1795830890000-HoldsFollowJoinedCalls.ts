import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A hold on a call whose legs moved into another holds that one, too: what was joined before holds followed by themselves is carried once, and
 * the journal says so of each. A release waits meanwhile, so that it ends what is carried, too.
 */
export class HoldsFollowJoinedCalls1795830890000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      with open as materialized (
        select id from legal_hold where released_at is null order by id for share
      ), carried as (
        insert into custody_hold (id, hold_id, call_id, placed_at)
        select gen_random_uuid(), hold_id, into_call_id, now() from (
          select distinct custody_hold.hold_id, call_joined.into_call_id
          from call_joined join call on call.id = call_joined.call_id and call.stage in ('ringing', 'live', 'ended')
          join custody_hold on custody_hold.call_id = call.id and recording_id is null and custody_hold.released_at is null
          join open on open.id = custody_hold.hold_id) held
        on conflict do nothing
        returning hold_id, call_id
      ), said as materialized (
        select gen_random_uuid() as id, call_id, hold_id, replace(gen_random_uuid()::text, '-', '') as salt from carried
      ), entries as (
        insert into journal_entry (id, event, at, call_id, commitment)
        select id, 'legal_hold.covered', now(), call_id,
          encode(sha256(convert_to(format(E'%s\\n{"holdId":"%s","recordingId":null}', salt, hold_id), 'UTF8')), 'hex') from said
      ), details as (
        insert into journal_detail (entry_id, salt, details)
        select id, salt, jsonb_build_object('holdId', hold_id, 'recordingId', null) from said
      )
      insert into journal_pending (entry_id, purpose) select id, purpose from said, (values ('seal'), ('follow_up')) marks (purpose)`);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
