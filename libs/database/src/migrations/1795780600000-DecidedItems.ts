import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A person who decided about an item of a score decides no later dispute of that item, also where they had kept the result. */
const PART = `
  create or replace function has_a_part_in_dispute(dispute uuid, person uuid, filed_now uuid) returns boolean
    language sql stable set search_path = pg_catalog, public as $$
    select exists (select 1 from dispute one where one.id = $1 and (one.filed_by_person_id = $2
      or exists (select 1 from leg where leg.call_id = one.call_id and leg.person_id = $2)
      or exists (select 1 from dispute_decision said join dispute other on other.id = said.dispute_id
        where said.decided_by_person_id = $2 and other.leg_id = one.leg_id and other.checklist_id = one.checklist_id
          and other.item_id = one.item_id)
      or exists (select 1 from scorecard card where card.leg_id = one.leg_id and card.checklist_id = one.checklist_id
        and card.author_person_id = $2 and card.id is distinct from $3 and (card.author = 'review'
          or (card.author = 'dispute' and exists (select 1 from review_answer answer
            where answer.scorecard_id = card.id and answer.item_id = one.item_id))))))
  $$;
  -- The home screen asks for the reviews of a week, of all agents in reach.
  create index scorecard_reviewed on scorecard (created_at, leg_id) where author = 'review';
`;

export class DecidedItems1795780600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PART);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
