import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The first saving of a review's draft may be on its way while the review is published. It then begins no draft: nothing of it would ever be
 * published, and a colleague would be told of a review that is under way. Both take one lock, so that the later one sees the earlier one.
 */
export class DraftsEndWithReviews1795812420000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function lock_review_of(leg uuid, checklist text, person uuid) returns void language sql set search_path = pg_catalog, public as $$
        select pg_advisory_xact_lock(7336, hashtext(leg::text || ' ' || checklist || ' ' || person::text))
      $$;
      revoke all on function lock_review_of(uuid, text, uuid) from public;
      grant execute on function lock_review_of(uuid, text, uuid) to shouwen_runtime;

      create function review_ends_draft() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      begin
        perform lock_review_of(new.leg_id, new.checklist_id, new.author_person_id);
        delete from review_draft where leg_id = new.leg_id and checklist_id = new.checklist_id and person_id = new.author_person_id;
        return null;
      end $$;
      revoke all on function review_ends_draft() from public;
      create trigger review_ends_draft after insert on scorecard
        for each row when (new.author = 'review') execute function review_ends_draft();

      -- A review that was taken back is begun again on the card that it rested on.
      create function draft_is_of_no_published_review() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      begin
        perform lock_review_of(new.leg_id, new.checklist_id, new.person_id);
        if exists (select 1 from scorecard card where card.leg_id = new.leg_id and card.checklist_id = new.checklist_id
            and card.author = 'review' and card.author_person_id = new.person_id and card.based_on_id = new.based_on
            and not exists (select 1 from review_retraction back where back.scorecard_id = card.id)) then
          return null;
        end if;
        return new;
      end $$;
      revoke all on function draft_is_of_no_published_review() from public;
      create trigger draft_is_of_no_published_review before insert on review_draft
        for each row execute function draft_is_of_no_published_review();
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
