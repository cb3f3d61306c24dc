import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A published review is taken back with a reason. Its card stays as it was and counts no more: the rule that moves the pointer leaves it out, and
 * so do rows that show the newest card where none counts. The function of the list keeps all else that later migrations made of it.
 */
export class RetractedReviews1795783300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create sequence review_retraction_number;
      create function next_review_retraction_code() returns text language sql set search_path = pg_catalog, public as $$
        select 'RR-' || lpad(n::text, greatest(4, length(n::text)), '0') from (select nextval('review_retraction_number') as n) next
      $$;
      create table review_retraction (
        scorecard_id uuid primary key references scorecard (id),
        -- RR-0001: how people speak of it.
        code text not null unique default next_review_retraction_code(),
        leg_id uuid not null references leg (id),
        call_id uuid not null references call (id),
        author_person_id uuid not null references person (id),
        retracted_by_person_id uuid not null references person (id),
        retracted_at timestamptz not null,
        reason text not null check (reason in ('mistaken', 'wrong_checklist', 'wrong_leg', 'other')),
        -- In their own words; ends with the recording.
        note text
      );
      create index review_retraction_of_leg on review_retraction (leg_id);
      create function reviews_are_retracted() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      begin
        if not exists (select 1 from scorecard where id = new.scorecard_id and author = 'review' and author_person_id = new.author_person_id) then
          raise exception 'only a review is retracted' using errcode = 'check_violation', constraint = 'reviews_are_retracted';
        end if;
        if exists (select 1 from leg where call_id = new.call_id and person_id = new.retracted_by_person_id) then
          raise exception 'a person who took the call retracts no review of it' using errcode = 'check_violation', constraint = 'reviews_are_retracted';
        end if;
        return new;
      end $$;
      create trigger review_retraction_of_reviews before insert on review_retraction for each row execute function reviews_are_retracted();
      revoke all on function next_review_retraction_code(), reviews_are_retracted() from public;
      grant execute on function next_review_retraction_code() to shouwen_runtime;
      grant usage on sequence review_retraction_number to shouwen_runtime;
      grant select, insert on review_retraction to shouwen_runtime;
      grant update (note) on review_retraction to shouwen_runtime;
      grant delete on model_agreement to shouwen_runtime;
      -- A call that is drawn and reviewed again has judgements of both reviews.
      alter table blind_judgement drop constraint blind_judgement_pkey;
      alter table blind_judgement add primary key (person_scorecard_id, item_id);
      create index blind_judgement_of_assignment on blind_judgement (assignment_id);
    `);
    await runner.query(`
      do $$
      declare
        before text := pg_get_functiondef('refresh_listed_legs(uuid[])'::regprocedure);
        after text := replace(before, 'where scorecard.leg_id = leg.id and coalesce(',
          'where scorecard.leg_id = leg.id and not exists (select 1 from review_retraction back where back.scorecard_id = scorecard.id) and coalesce(');
      begin
        if after = before then
          raise exception 'refresh_listed_legs is not as this migration knows it';
        end if;
        execute after;
      end $$`);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
