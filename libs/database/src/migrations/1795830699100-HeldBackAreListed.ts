import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A call that the consent gate held back is in the list of calls, also where records of its telephone system tell of it: it is among those
 * without a recording for a reason that people ask for. Its talks are listed, and not every telephone that rang.
 */
export class HeldBackAreListed1795830699100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function is_listed(leg leg, stage text) returns boolean language sql stable set search_path = pg_catalog, public as $$
        select leg.kind = 'agent' and leg.person_id is not null and leg.team_id is not null and stage not in ('ringing', 'live', 'ended')
          and (leg.record_key is null or exists (select 1 from recording where recording.leg_id = leg.id)
            or (stage = 'not_recorded' and coalesce(leg.outcome = 'answered', true)))
      $$;
    `);
    await runner.query(`
      select refresh_listed_legs(array(select leg.id from leg join call on call.id = leg.call_id
        where call.stage = 'not_recorded' and leg.record_key is not null))
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
