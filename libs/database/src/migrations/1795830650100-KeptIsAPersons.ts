import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What disputes kept before keeping made it a person's gets its card later, once, and a card of a decision is never another one. */
export class KeptIsAPersons1795830650100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function kept_result_is_filed_once() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      begin
        if old.scorecard_id is not null or old.decision <> 'kept' or not exists (
          select 1 from dispute one join scorecard card on card.leg_id = one.leg_id and card.checklist_id = one.checklist_id
          where one.id = old.dispute_id and card.id = new.scorecard_id and card.author = 'dispute' and card.author_person_id = old.decided_by_person_id)
        then
          raise exception 'the card of a decision is filed once' using errcode = 'check_violation', constraint = 'kept_result_is_filed_once';
        end if;
        return new;
      end $$;
      revoke all on function kept_result_is_filed_once() from public;
      create trigger kept_result_is_filed_once before update of scorecard_id on dispute_decision
        for each row when (new.scorecard_id is distinct from old.scorecard_id)
        execute function kept_result_is_filed_once();
      grant update (scorecard_id) on dispute_decision to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
