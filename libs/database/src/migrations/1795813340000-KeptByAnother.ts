import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A review of rights asks another person than those who gave the right: who gave or approved it keeps none of it (ADR 0110). */
export class KeptByAnother1795813340000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function right_suffices(kind text, right_id uuid, person uuid, at timestamptz) returns boolean
        language sql stable set search_path = pg_catalog, public as $$
        select not exists (select 1 from role_assignment given where kind = 'role' and given.id = right_id
            and not (eyes_suffice(granted_by_person_id, created_at, person, at) and eyes_suffice(approved_by_person_id, created_at, person, at)))
          and not exists (select 1 from standing_grant given where kind = 'grant' and given.id = right_id
            and not (eyes_suffice(published_by_person_id, valid_from, person, at) and eyes_suffice(approved_by_person_id, valid_from, person, at)))
      $$;
      revoke all on function right_suffices(text, uuid, uuid, timestamptz) from public;
      grant execute on function right_suffices(text, uuid, uuid, timestamptz) to shouwen_runtime;
      create function kept_by_another() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      begin
        if not right_suffices(new.kind, new.right_id, new.answered_by_person_id, new.answered_at) then
          raise exception 'who gave a right does not keep it' using errcode = 'check_violation', constraint = 'kept_by_another';
        end if;
        return new;
      end $$;
      revoke all on function kept_by_another() from public;
      create trigger kept_by_another before insert or update on recertification_item
        for each row when (new.state = 'kept') execute function kept_by_another();
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
