import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Nobody reviews an emergency opening of a team that they were of when the call was made (ADR 0038), as with decisions. */
export class ReviewsInTime1795644100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function break_glass_review_by_another_team_then() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from legal_request_recording listed join leg on leg.id = listed.leg_id join call on call.id = leg.call_id
            where listed.request_id = new.request_id and leg.team_id = team_then(new.reviewed_by_person_id, call.started_at)) then
          raise exception 'nobody of a recorded team then reviews' using errcode = 'check_violation', constraint = 'review_by_another_team';
        end if;
        return new;
      end $$;
      create trigger break_glass_review_by_another_team_then before insert on break_glass_review
        for each row execute function break_glass_review_by_another_team_then();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger break_glass_review_by_another_team_then on break_glass_review;
      drop function break_glass_review_by_another_team_then;
    `);
  }
}
