import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** As before (`SignsOnCalls`), and what a model made of an item points into the words as its evidence does: the places go, the outcome stays. */
const ERASURE = `
  create or replace function erase_evidence(erased uuid) returns int language plpgsql security definer set search_path = pg_catalog, public as $$
  declare
    cards int;
  begin
    if not exists (select 1 from recording where id = erased and destruction_started_at is not null) then
      raise exception 'the destruction of recording % has not started', erased using errcode = 'check_violation';
    end if;
    update scorecard set inputs = null,
      items = (select coalesce(jsonb_agg(jsonb_set(item, '{evidence}', '[]') - 'signs' - 'proposal' order by at), '[]')
               from jsonb_array_elements(items) with ordinality listed (item, at))
      where leg_id = (select leg_id from recording where id = erased)
        and transcript_id in (select id from transcript where recording_id = erased);
    get diagnostics cards = row_count;
    return cards;
  end $$;
`;

/** How far people agree with what a language model proposes (decision 67), and who had seen a proposal before they answered. */
export class ModelAgreement1795776200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table model_agreement (
        scorecard_id uuid not null references scorecard (id) on delete cascade,
        item_id text not null,
        leg_id uuid not null references leg (id),
        checklist_id text not null,
        language text not null check (language in ('zh', 'en')),
        question_key text not null,
        model text not null,
        served text,
        prompt_version int not null,
        proposed text not null check (proposed in ('met', 'not_met', 'not_applicable')),
        said text not null check (said in ('met', 'not_met', 'not_applicable', 'insufficient')),
        blind boolean not null,
        reviewed_at timestamptz not null,
        primary key (scorecard_id, item_id)
      );
      create index model_agreement_of on model_agreement (model, prompt_version, question_key);
      create index model_agreement_leg on model_agreement (leg_id, checklist_id);
      create table proposal_look (
        leg_id uuid not null references leg (id),
        checklist_id text not null,
        item_id text not null,
        person_id uuid not null references person (id),
        looked_at timestamptz not null,
        primary key (leg_id, checklist_id, item_id, person_id)
      );
      grant select, insert on model_agreement, proposal_look to shouwen_runtime;
    `);
    await runner.query(ERASURE);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
