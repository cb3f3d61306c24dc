import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The owner of a promise, or a reviewer of its leg, may ask whether it is one; another person, a supervisor, settles it. Neither the owner, nor
 * who ever asked, nor their deputy strikes or upholds it.
 */
export class QuestionedPromises1795812010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [COLUMNS, OTHER_EYES]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const COLUMNS = `
  alter table commitment add column questioned_by_person_id uuid references person (id), add column questioned_at timestamptz,
    add column upheld_at timestamptz,
    add constraint questioned_by_a_person check ((questioned_by_person_id is null) = (questioned_at is null)),
    add constraint questioned_while_open check (questioned_at is null or state in ('open', 'overdue'));
  create index commitment_questioned on commitment (questioned_at) where questioned_at is not null;
`;

const OTHER_EYES = `
  create function others_settle_promises() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if exists (select 1 from commitment one where one.id = new.commitment_id and one.owner_person_id in (new.by_person_id, acting_for()))
        or exists (select 1 from commitment_event asked where asked.commitment_id = new.commitment_id and asked.action = 'questioned'
          and asked.by_person_id in (new.by_person_id, acting_for())) then
      raise exception 'a person settles no promise of their own' using errcode = 'check_violation', constraint = 'others_settle_promises';
    end if;
    return new;
  end $$;
  revoke all on function others_settle_promises() from public;
  create trigger others_settle_promises before insert on commitment_event for each row when (new.action in ('struck', 'upheld'))
    execute function others_settle_promises();
`;
