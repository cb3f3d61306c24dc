import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Of which team somebody was when: kept by the database, whatever program moves them. Before the first row it is that of the first. */
const TEAMS = `
  create table person_team_period (
    person_id uuid not null references person (id),
    team_id uuid not null references team (id),
    since timestamptz not null,
    primary key (person_id, since)
  );
  insert into person_team_period select id, team_id, '-infinity' from person;
  create function person_team_is_kept() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    insert into person_team_period values (new.id, new.team_id, case when tg_op = 'INSERT' then '-infinity' else now() end)
      on conflict (person_id, since) do update set team_id = excluded.team_id;
    return null;
  end $$;
  revoke all on function person_team_is_kept() from public;
  create trigger person_team_of_new after insert on person for each row execute function person_team_is_kept();
  create trigger person_team_of_moved after update of team_id on person
    for each row when (old.team_id is distinct from new.team_id) execute function person_team_is_kept();
  create function team_then(person uuid, at timestamptz) returns uuid language sql stable as $$
    select team_id from person_team_period where person_id = person and since <= at order by since desc limit 1
  $$;
  grant select on person_team_period to shouwen_runtime;
`;

/** Whoever has moved since a call, or after it, is not of another team for that: either match refuses. */
const DECISIONS = `
  create function legal_decision_by_another_team_then() returns trigger language plpgsql as $$
  begin
    if exists (select 1 from legal_request_recording listed join leg on leg.id = listed.leg_id join call on call.id = leg.call_id
        where listed.request_id = new.request_id and leg.team_id = team_then(new.decided_by_person_id, call.started_at)) then
      raise exception 'nobody of a recorded team then decides' using errcode = 'check_violation', constraint = 'decision_by_another_team';
    end if;
    return new;
  end $$;
  create trigger legal_decision_by_another_team_then before insert on legal_decision
    for each row execute function legal_decision_by_another_team_then();
`;

/** The rule of the own team also holds for the team that an approver was of at the time of the call. */
export class TeamsInTime1795640460000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TEAMS);
    await runner.query(DECISIONS);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
