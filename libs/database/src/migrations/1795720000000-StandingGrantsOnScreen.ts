import { type MigrationInterface, type QueryRunner } from 'typeorm';

const PROPOSALS = `
  create table grant_proposal (
    id uuid primary key,
    role text not null,
    scope text not null check (scope in ('own','team','client','company')),
    team_id uuid references team (id),
    client_id uuid references client (id),
    purpose text not null,
    actions jsonb not null,
    rendition text not null check (rendition in ('masked','original')),
    expires_at timestamptz not null,
    reason text not null,
    proposed_by_person_id uuid not null references person (id),
    proposed_at timestamptz not null,
    state text not null check (state in ('waiting','published','refused','withdrawn')),
    decided_by_person_id uuid references person (id),
    decided_at timestamptz,
    decision_reason text,
    constraint proposal_decided_by_somebody check ((state = 'waiting') = (decided_by_person_id is null)
      and (decided_by_person_id is null) = (decided_at is null)),
    constraint grant_published_by_another check (state not in ('published','refused') or decided_by_person_id <> proposed_by_person_id),
    constraint proposal_names_its_scope check ((scope = 'team') = (team_id is not null) and (scope = 'client') = (client_id is not null))
  );
  create index grant_proposal_waiting on grant_proposal (proposed_at) where state = 'waiting';
`;

/** Until now 'team' meant as far as the role reaches, which is what 'company' means from here on. */
const GRANTS = `
  alter table standing_grant drop constraint standing_grant_scope_check;
  update standing_grant set scope = 'company' where scope = 'team';
  alter table standing_grant
    add constraint standing_grant_scope_check check (scope in ('own','team','client','company')),
    add column team_id uuid references team (id),
    add column client_id uuid references client (id),
    add column proposal_id uuid unique references grant_proposal (id),
    add column revoked_by_person_id uuid references person (id),
    add column revoked_reason text,
    add column ending_told_at timestamptz,
    add column ended_told_at timestamptz,
    add constraint grant_names_its_scope check ((scope = 'team') = (team_id is not null) and (scope = 'client') = (client_id is not null));
  create index standing_grant_due on standing_grant (expires_at) where ended_told_at is null and revoked_at is null;
  create function standing_grant_stays_as_published() returns trigger language plpgsql as $$
  begin
    if (new.role, new.scope, new.team_id, new.client_id, new.purpose, new.actions, new.rendition, new.valid_from, new.expires_at)
      is distinct from (old.role, old.scope, old.team_id, old.client_id, old.purpose, old.actions, old.rendition, old.valid_from, old.expires_at)
      or (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at) then
      raise exception 'standing_grant_stays_as_published';
    end if;
    return new;
  end $$;
  create trigger standing_grant_stays_as_published before update on standing_grant
    for each row execute function standing_grant_stays_as_published();
`;

const USE = `
  create table standing_grant_use (
    grant_id uuid not null references standing_grant (id),
    person_id uuid not null references person (id),
    action text not null check (action in ('listen','read')),
    times bigint not null,
    last_at timestamptz not null,
    primary key (grant_id, person_id, action)
  );
  insert into standing_grant_use (grant_id, person_id, action, times, last_at)
    select grant_id, person_id, 'listen', count(*), max(opened_at) from play where grant_id is not null group by grant_id, person_id;
`;

/** Of a grant that exists the product takes back and tells; nobody gives it other terms, or lets it vanish. */
const RIGHTS = `
  grant select, insert on grant_proposal to shouwen_runtime;
  grant update (state, decided_by_person_id, decided_at, decision_reason) on grant_proposal to shouwen_runtime;
  revoke update, delete on standing_grant from shouwen_runtime;
  grant update (revoked_at, revoked_by_person_id, revoked_reason, ending_told_at, ended_told_at) on standing_grant to shouwen_runtime;
  grant select, insert, update on standing_grant_use to shouwen_runtime;
`;

/** Standing grants are proposed, published and revoked on a screen, and their use is seen (ADR 0045). */
export class StandingGrantsOnScreen1795720000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [PROPOSALS, GRANTS, USE, RIGHTS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant update, delete on standing_grant to shouwen_runtime;
      drop table standing_grant_use;
      drop trigger standing_grant_stays_as_published on standing_grant;
      drop function standing_grant_stays_as_published();
      alter table standing_grant drop constraint grant_names_its_scope,
        drop constraint standing_grant_scope_check;
      update standing_grant set scope = 'team' where scope <> 'own';
      alter table standing_grant add constraint standing_grant_scope_check check (scope in ('own','team')),
        drop column team_id, drop column client_id, drop column proposal_id, drop column revoked_by_person_id,
        drop column revoked_reason, drop column ending_told_at, drop column ended_told_at;
      drop table grant_proposal;
    `);
  }
}
