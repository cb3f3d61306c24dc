import { createHash } from 'node:crypto';
import { canonicalJson } from '#journal';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

const COMPANY = `
  alter table company add column version int not null default 1;
  create table company_profile_version (
    version int primary key check (version > 0),
    profile jsonb not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    changed_by_person_id uuid references person (id),
    changed_at timestamptz not null
  );
  -- Cards from before do not say which profile judged them.
  alter table scorecard add column profile_hash text;
  drop index scorecard_automatic_once;
  create unique index scorecard_automatic_once
    on scorecard (leg_id, checklist_id, checklist_version, transcript_id, lexicon_hash, engine_hash, profile_hash)
    nulls not distinct where author = 'automatic';
  create table calendar_day (
    day date primary key,
    kind text not null check (kind in ('holiday','working_day')),
    name text not null
  );
  -- Days of which the company has said that nothing is missing; outside them nobody knows.
  create table calendar_period (
    id uuid primary key,
    from_day date not null,
    to_day date not null check (to_day >= from_day)
  );
  alter table client add column closed_at timestamptz;
  alter table team add column closed_at timestamptz;
`;

/**
 * A range over text needs no extension, so that no two people hold one extension at the same moment on any PostgreSQL, also one where
 * btree_gist may not be installed.
 */
const EXTENSIONS = `
  create type text_span as range (subtype = text, collation = "C");
  create table extension_assignment (
    id uuid primary key,
    extension text not null check (extension ~ '^[0-9A-Za-z*#+._-]{1,20}$'),
    person_id uuid not null references person (id),
    starts_at timestamptz not null,
    ends_at timestamptz check (ends_at > starts_at),
    constraint extension_held_once exclude using gist
      (text_span(extension, extension, '[]') with &&, tstzrange(starts_at, ends_at) with &&)
  );
  create index extension_assignment_extension on extension_assignment (extension, starts_at desc);
  create index extension_assignment_person on extension_assignment (person_id, starts_at desc);
`;

const PEOPLE = `
  alter table person add column left_at timestamptz;
  create index person_team on person (team_id, staff_number);
  -- null until the account is opened with an invitation: nobody ever gets a password that somebody else chose.
  alter table account alter column password_hash drop not null;
  -- A role reaches one team, or one client's teams, or (both null) every client's.
  alter table role_assignment add column client_id uuid references client (id);
  alter table role_assignment add constraint role_of_team_or_client check (team_id is null or client_id is null);
  drop index role_assignment_once;
  create unique index role_assignment_once on role_assignment (account_id, role, team_id, client_id) nulls not distinct;
  -- Since administrators approve roles, giving that role takes two people too; only set-up gives it before there is anybody.
  alter table role_assignment add constraint administrator_needs_second_person check (
    role <> 'administrator' or (granted_by_person_id is null and approved_by_person_id is null)
    or (granted_by_person_id is not null and approved_by_person_id is not null and granted_by_person_id <> approved_by_person_id
      and person_id not in (granted_by_person_id, approved_by_person_id)));
  create table role_proposal (
    id uuid primary key,
    account_id uuid not null,
    person_id uuid not null,
    role text not null,
    team_id uuid references team (id),
    client_id uuid references client (id),
    proposed_by_person_id uuid not null references person (id),
    proposed_at timestamptz not null,
    state text not null check (state in ('waiting','approved','refused','withdrawn')),
    decided_by_person_id uuid references person (id),
    decided_at timestamptz,
    reason text,
    foreign key (account_id, person_id) references account (id, person_id),
    constraint proposal_of_team_or_client check (team_id is null or client_id is null),
    constraint proposer_is_somebody_else check (proposed_by_person_id <> person_id),
    constraint decided_says_by_whom check ((state = 'waiting') = (decided_by_person_id is null) and (state = 'waiting') = (decided_at is null)),
    constraint proposal_needs_second_person check (
      state not in ('approved','refused') or (decided_by_person_id <> proposed_by_person_id and decided_by_person_id <> person_id)),
    constraint refusal_has_reason check ((state = 'refused') = (reason is not null))
  );
  create unique index role_proposal_waiting_once on role_proposal (account_id, role, team_id, client_id) nulls not distinct
    where state = 'waiting';
  create index role_proposal_waiting on role_proposal (proposed_at, id) where state = 'waiting';
  create index role_proposal_person on role_proposal (person_id, proposed_at desc);
  create table invitation (
    id uuid primary key,
    account_id uuid not null references account (id),
    code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
    created_by_person_id uuid references person (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    wrong_tries int not null default 0,
    used_at timestamptz,
    revoked_at timestamptz
  );
  create unique index invitation_open_once on invitation (account_id) where used_at is null and revoked_at is null;
`;

const NOTICE = `
  create table recording_notice (
    version int primary key check (version > 0),
    zh text not null,
    en text not null,
    -- null: the text that the product came with.
    published_by_person_id uuid references person (id),
    published_at timestamptz not null
  );
  create table notice_acknowledgement (
    person_id uuid not null references person (id),
    notice_version int not null references recording_notice (version),
    language text not null check (language in ('zh','en')),
    at timestamptz not null,
    primary key (person_id, notice_version)
  );
`;

/** The notice that the product comes with; the company replaces what does not fit (policy P1 §13.4 and §14, P5 §4). */
const DEFAULT_NOTICE = {
  zh: `公司对公务电话录音，并在通话开始前告知对方。

录音做什么用：质量监控与改进、培训、争议解决、证据保全、合规审查。不作其他用途，不根据声音判断您的情绪。

谁可以听：只有持有法务授权的人，例如您的主管和质检人员。每次收听都记入日志，您能看到是谁、因为什么听了您的通话。您可以听自己的通话，看自己的评分。

评分：自动评分只列出依据，未经人工复核，不作考核或处分的依据。

保存与销毁：录音加密保存，保存期限按公司档案管理规定执行；到期销毁。

请注意：未经公司授权和对方同意，不得自行对通话录音、监听或转录。有疑问请询问您的主管或法务。`,
  en: `The company records business calls, and tells the other party before the call begins.

What recordings are for: quality and its improvement, training, settling disputes, keeping evidence, and reviews of compliance. They are used for nothing else, and nobody’s mood is inferred from a voice.

Who may listen: only people with a grant from Legal, such as your supervisor and quality staff. Every listening is journalled, and you can see who listened to your calls and why. You may listen to your own calls and read your scores.

Scores: an automatic score lists its evidence. Until a person has reviewed it, no appraisal and no discipline rests on it.

Keeping and destroying: recordings are kept encrypted for as long as the company’s records rules say, and destroyed when that time is over.

Please note: do not record, monitor or transcribe calls yourself without the company’s authority and the other party’s consent. If anything is unclear, ask your supervisor or Legal.`,
};

/** Append-only for the product itself. */
const APPEND_ONLY = ['company_profile_version', 'recording_notice', 'notice_acknowledgement'];
const CHANGING = ['calendar_day', 'calendar_period', 'extension_assignment', 'role_proposal', 'invitation'];

/** Company profile in versions, calendar, clients kept apart, extensions over time, proposed roles, invitations, recording notice. */
export class CompanyProfile1764100300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [COMPANY, EXTENSIONS, PEOPLE, NOTICE]) await runner.query(part);
    await runner.query(`insert into recording_notice (version, zh, en, published_at) values (1, $1, $2, now())`, [
      DEFAULT_NOTICE.zh,
      DEFAULT_NOTICE.en,
    ]);
    await this.firstVersion(runner);
    await runner.query(`
      grant select, insert on ${APPEND_ONLY.join(', ')} to shouwen_runtime;
      grant select, insert, update, delete on ${CHANGING.join(', ')} to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }

  /** What an installation has from before becomes version 1 of its profile. */
  private async firstVersion(runner: QueryRunner): Promise<void> {
    const rows = (await runner.query('select profile from company')) as { profile: unknown }[];
    for (const { profile } of rows) {
      const sha256 = createHash('sha256').update(canonicalJson(profile)).digest('hex');
      await runner.query(
        'insert into company_profile_version (version, profile, sha256, changed_at) values (1, $1, $2, now())',
        [JSON.stringify(profile), sha256],
      );
    }
  }
}
