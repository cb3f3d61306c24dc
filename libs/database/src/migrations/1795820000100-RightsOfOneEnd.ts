import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What one person gave of roles and standing grants ends a week after a small house by the clock, whether or not a worker runs that takes it
 * back (decision 112). An administrator's role stays where no other administrator of the whole company is left whom two people gave it.
 */
export class RightsOfOneEnd1795820000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function rights_of_one_over(moment timestamptz) returns boolean language sql stable set search_path = pg_catalog, public as $$
        select coalesce((select max(ended_at) from small_house_period where in_force_from <= ended_at) + interval '7 days' <= moment, false)
          and not exists (select 1 from small_house_period where ended_at is null and in_force_from <= moment)
      $$;
      create function ends_with_small_house(given role_assignment) returns boolean language sql stable set search_path = pg_catalog, public as $$
        select coalesce(given.granted_by_person_id = given.approved_by_person_id, false) and (given.role <> 'administrator' or exists (
          select 1 from role_assignment other join account on account.id = other.account_id join person on person.id = other.person_id
          where other.role = 'administrator' and other.id <> given.id and num_nonnulls(other.team_id, other.client_id) = 0
            and not coalesce(other.granted_by_person_id = other.approved_by_person_id, false)
            and account.disabled_at is null and person.left_at is null))
      $$;
      create or replace view role_in_force as
        select given.id, given.account_id, given.person_id, given.role, given.team_id, given.client_id
        from role_assignment given join account on account.id = given.account_id join person on person.id = given.person_id
        where account.disabled_at is null and person.left_at is null and not exists (
          select 1 from role_suspension waiting where waiting.person_id = given.person_id and waiting.confirmed_at is null
            and not (waiting.cause = 'opened_first' and given.role = 'agent'))
          -- Asked of these alone: every request reads this view.
          and case when given.granted_by_person_id = given.approved_by_person_id
            then not (rights_of_one_over(now()) and ends_with_small_house(given)) else true end;
      revoke all on function rights_of_one_over(timestamptz), ends_with_small_house(role_assignment) from public;
      grant execute on function rights_of_one_over(timestamptz), ends_with_small_house(role_assignment) to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
