import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Who has a part in a dispute and decides nothing in it, said once: the trigger, the service and the notifications ask it. A review is about
 * the whole score; a decision is about its item alone, so that one person may decide two disputes of a score.
 */
const PART = `
  create function has_a_part_in_dispute(dispute uuid, person uuid, filed_now uuid) returns boolean
    language sql stable set search_path = pg_catalog, public as $$
    select exists (select 1 from dispute one where one.id = $1 and (one.filed_by_person_id = $2
      or exists (select 1 from leg where leg.call_id = one.call_id and leg.person_id = $2)
      or exists (select 1 from dispute_decision said where said.dispute_id = one.id and said.decided_by_person_id = $2)
      or exists (select 1 from scorecard card where card.leg_id = one.leg_id and card.checklist_id = one.checklist_id
        and card.author_person_id = $2 and card.id is distinct from $3 and (card.author = 'review'
          or (card.author = 'dispute' and exists (select 1 from review_answer answer
            where answer.scorecard_id = card.id and answer.item_id = one.item_id))))))
  $$;
  create or replace function others_decide_disputes() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if has_a_part_in_dispute(new.dispute_id, new.decided_by_person_id, new.scorecard_id) then
      raise exception 'a person who judged or took the call decides no dispute of it'
        using errcode = 'check_violation', constraint = 'others_decide_disputes';
    end if;
    return new;
  end $$;
  revoke all on function has_a_part_in_dispute(uuid, uuid, uuid) from public;
  grant execute on function has_a_part_in_dispute(uuid, uuid, uuid) to shouwen_runtime;
`;

export class PartInADispute1795780500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PART);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
