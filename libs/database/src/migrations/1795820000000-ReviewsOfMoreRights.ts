import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A review of rights asks about tokens, what groups at the identity provider mean, and deputies, too (decision 101). Their person is who acts by
 * them or answers for them; a group has none. Who gave one of them keeps it no more than a role.
 */
export class ReviewsOfMoreRights1795820000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table recertification_item
        drop constraint recertification_item_kind_check,
        drop constraint a_role_has_its_person,
        add constraint recertification_item_kind_check check (kind in ('role', 'grant', 'token', 'service_token', 'group', 'deputy')),
        add constraint a_right_has_its_person check ((kind in ('grant', 'group')) = (person_id is null)
          and (kind in ('grant', 'group')) = (of_team_id is null));
      create or replace function right_suffices(kind text, right_id uuid, person uuid, at timestamptz) returns boolean
        language sql stable set search_path = pg_catalog, public as $$
        select not exists (select 1 from role_assignment given where kind = 'role' and given.id = right_id
            and not (eyes_suffice(granted_by_person_id, created_at, person, at) and eyes_suffice(approved_by_person_id, created_at, person, at)))
          and not exists (select 1 from standing_grant given where kind = 'grant' and given.id = right_id
            and not (eyes_suffice(published_by_person_id, valid_from, person, at) and eyes_suffice(approved_by_person_id, valid_from, person, at)))
          and not exists (select 1 from service_token given where kind = 'service_token' and given.id = right_id
            and not (eyes_suffice(asked_by_person_id, asked_at, person, at) and eyes_suffice(confirmed_by_person_id, confirmed_at, person, at)))
          and not exists (select 1 from group_role given where kind = 'group' and given.id = right_id
            and not eyes_suffice(created_by_person_id, created_at, person, at))
          and not exists (select 1 from absence given where kind = 'deputy' and given.id = right_id
            and not (eyes_suffice(given.person_id, asked_at, person, at) and eyes_suffice(confirmed_by_person_id, confirmed_at, person, at)))
      $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
