import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What people remark at a second of a leg. Texts and places end with the recording; who remarked, and when, stays. */
export class LegComments1795783200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table leg_comment (
        id uuid primary key,
        leg_id uuid not null references leg (id),
        call_id uuid not null references call (id),
        person_id uuid not null references person (id),
        -- Milliseconds of the recording; null once it is destroyed.
        at_ms int check (at_ms >= 0),
        created_at timestamptz not null,
        withdrawn_at timestamptz,
        -- The published review of its author with which the agent sees it.
        scorecard_id uuid references scorecard (id)
      );
      create index leg_comment_of_call on leg_comment (call_id, at_ms);
      create index leg_comment_of_author on leg_comment (leg_id, person_id);
      create table leg_comment_text (
        comment_id uuid not null references leg_comment (id),
        version int not null check (version > 0),
        text text not null,
        written_at timestamptz not null,
        primary key (comment_id, version)
      );
      create function agents_comment_no_call_of_theirs() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      begin
        if exists (select 1 from leg where call_id = new.call_id and person_id = new.person_id) then
          raise exception 'a person who took the call does not comment it'
            using errcode = 'check_violation', constraint = 'agents_comment_no_call_of_theirs';
        end if;
        return new;
      end $$;
      create trigger leg_comment_by_others before insert on leg_comment for each row execute function agents_comment_no_call_of_theirs();
      revoke all on function agents_comment_no_call_of_theirs() from public;
      grant select, insert on leg_comment, leg_comment_text to shouwen_runtime;
      grant update (at_ms, withdrawn_at, scorecard_id) on leg_comment to shouwen_runtime;
      grant delete on leg_comment_text to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
