import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Who decides a dispute has not changed, since it was filed, what it is judged by: facts, words or sides of its call. The journal says who did.
 * It keeps no one from correcting more, as `has_part_in_open_dispute` does.
 */
export class CorrectorsDecideNoDispute1795820510000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PART);
    await runner.query(FACTS);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const PART = `
  create function decides_not_the_dispute(one uuid, person uuid, filed_now uuid) returns boolean
    language sql stable set search_path = pg_catalog, public as $$
    select has_a_part_in_dispute($1, $2, $3)
      or exists (select 1 from dispute join journal_entry said on said.call_id = dispute.call_id and said.at >= dispute.filed_at
        where dispute.id = $1 and said.actor_person_id = $2 and said.event in ('words.corrected', 'speakers.named', 'sides.swapped'))
      or exists (select 1 from dispute join call_correction said on said.call_id = dispute.call_id and said.at >= dispute.filed_at
        where dispute.id = $1 and said.by_person_id = $2 and said.after - array['customer', 'matter', 'consent'] <> '{}')
  $$;
  create or replace function others_decide_disputes() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if decides_not_the_dispute(new.dispute_id, new.decided_by_person_id, new.scorecard_id)
      or (new.for_person_id is not null and decides_not_the_dispute(new.dispute_id, new.for_person_id, new.scorecard_id)) then
      raise exception 'a person who judged, took or corrected the call decides no dispute of it'
        using errcode = 'check_violation', constraint = 'others_decide_disputes';
    end if;
    return new;
  end $$;
  revoke all on function decides_not_the_dispute(uuid, uuid, uuid) from public;
  grant execute on function decides_not_the_dispute(uuid, uuid, uuid) to shouwen_runtime;
`;

/** By region and classification a call may turn out not to be recorded with right, which closes it at once. */
const FACTS = `
  create function disputed_facts_take_two() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if new.after - array['customer', 'matter', 'consent', 'region', 'classification'] <> '{}'
      and exists (select 1 from dispute where call_id = new.call_id and closed_at is null
        and (outcome is null or (outcome = 'kept' and (final_at > new.at or slept_at is not null)))) then
      raise exception 'two people correct the facts of a disputed call' using errcode = 'check_violation', constraint = 'disputed_facts_take_two';
    end if;
    return new;
  end $$;
  revoke all on function disputed_facts_take_two() from public;
  create trigger disputed_facts_take_two before insert on call_correction for each row when (new.proposal_id is null)
    execute function disputed_facts_take_two();
`;
