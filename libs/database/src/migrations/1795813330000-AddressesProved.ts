import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A mail address that was changed is the person's once they have proved it with a code that was sent there (ADR 0110); those that are there
 * already stay as they are. \`email_before\`: the last that was proved, which is told of the change.
 */
export class AddressesProved1795813330000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table person add column email_proved_at timestamptz, add column email_before text;
      update person set email_proved_at = now() where email is not null;
      create table email_proof (
        id uuid primary key,
        person_id uuid not null references person (id),
        address text not null,
        code_hash text not null,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        wrong_tries int not null default 0,
        used_at timestamptz
      );
      create index email_proof_of_person on email_proof (person_id, created_at desc);
      grant select, insert, delete on email_proof to shouwen_runtime;
      grant update (wrong_tries, used_at) on email_proof to shouwen_runtime;
    `);
    await runner.query(CHANGED);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

/** Whoever changes it, and by whatever way: what was proved was the address before. */
const CHANGED = `
  create function person_address_is_proved() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if new.email is distinct from old.email then
      if old.email_proved_at is not null then
        new.email_before := old.email;
      end if;
      new.email_proved_at := null;
    elsif new.email_proved_at is not null and old.email_proved_at is null and not exists (select 1 from email_proof
        where person_id = new.id and address = new.email and used_at is not null) then
      raise exception 'an address is proved by a code that was sent there' using errcode = 'check_violation', constraint = 'address_is_proved';
    end if;
    return new;
  end $$;
  revoke all on function person_address_is_proved() from public;
  create trigger person_address_is_proved before update on person for each row execute function person_address_is_proved();
`;
