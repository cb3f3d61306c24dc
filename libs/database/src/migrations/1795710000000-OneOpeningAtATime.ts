import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Who opened recordings in an emergency opens no others before that opening is reviewed (ADR 0038). The lock makes two openings of one person
 * wait for each other, so that the second sees the first.
 */
export class OneOpeningAtATime1795710000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function break_glass_opening_one_at_a_time() returns trigger language plpgsql as $$
      begin
        perform pg_advisory_xact_lock(hashtextextended('break-glass ' || new.opened_by_person_id, 0));
        if exists (select 1 from break_glass_opening opening
            where opening.opened_by_person_id = new.opened_by_person_id and opening.request_id <> new.request_id
              and not exists (select 1 from break_glass_review review where review.request_id = opening.request_id)) then
          raise exception 'an earlier opening waits for its review' using errcode = 'check_violation', constraint = 'one_opening_at_a_time';
        end if;
        return new;
      end $$;
      create trigger break_glass_opening_one_at_a_time before insert on break_glass_opening
        for each row execute function break_glass_opening_one_at_a_time();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger break_glass_opening_one_at_a_time on break_glass_opening;
      drop function break_glass_opening_one_at_a_time;
    `);
  }
}
