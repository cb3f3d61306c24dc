import { type DataSource } from 'typeorm';
import { newId } from '#platform';
import { buildAccount, buildAccountOf, type TestAccount } from '../../../../test/factories/accounts.js';
import { buildCall } from '../../../../test/factories/calls.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';
import { buildSmallHouse } from '../../../../test/factories/small-house.js';
import { migratedDatabase, type MigratedDatabase } from '../../../../test/support/migrated-database.js';

/*
 * What takes two people, in the database alone: by one person refused in every house before a day has passed, and outside a small house for ever;
 * by one person in a small house a day later; and what takes two persons in a small house, too.
 */
const HOUR = 3_600_000;
const CHOSEN = new Date('2026-12-01T08:00:00Z');
const at = (hours: number) => new Date(CHOSEN.getTime() + hours * HOUR);
const SHA = 'a'.repeat(64);

let database: MigratedDatabase;
let source: DataSource;
let organisation: Organisation;
let one: TestAccount;
let agent: TestAccount;

beforeEach(async () => {
  database = await migratedDatabase();
  source = database.source;
  organisation = await buildOrganisation(source);
  const { teamA: teamId } = organisation;
  one = await buildAccount(source, organisation, { role: 'administrator', teamId: null });
  for (const role of ['legal_approver', 'legal_requester'] as const)
    await buildAccountOf(source, organisation, { personId: one.personId, role });
  agent = await buildAccount(source, organisation, { role: 'agent', teamId });
});
afterEach(() => database.close());

const sql = (text: string, values: unknown[] = []): Promise<unknown> => source.query(text, values);
const accountWith = async (role: string): Promise<string> => {
  const rows = (await sql('select account_id from role_assignment where person_id = $1 and role = $2', [
    one.personId,
    role,
  ])) as { account_id: string }[];
  return rows[0]!.account_id;
};

/** One decision that takes two: the first by `one` at a time, the second by a person at a time. */
interface Decision {
  constraint: string;
  first(first: Date): Promise<void>;
  second(by: string, second: Date): Promise<unknown>;
}

const versioned = (table: string, constraint: string, columns: string, values: string): Decision => ({
  constraint,
  first: async (first) => {
    await sql(
      `insert into ${table} (version, proposed_by_person_id, proposed_at, ${columns}) values (2, $1, $2, ${values})`,
      [one.personId, first],
    );
  },
  second: (by, second) =>
    sql(`update ${table} set decision = 'agreed', decided_by_person_id = $1, decided_at = $2 where version = 2`, [
      by,
      second,
    ]),
});

/** Consent rules are tried on past calls before they are decided. */
const tried = (decision: Decision): Decision => ({
  ...decision,
  first: async (first) => {
    await decision.first(first);
    await sql(
      `insert into consent_rule_trial (id, rules_sha256, against_version, days, calls, recorded, not_recorded, same, unknown, newest_only,
        tried_by_person_id, tried_at) values ($1, '${SHA}', 1, 1, 0, 0, 0, 0, 0, false, $2, $3)`,
      [newId(), one.personId, first],
    );
  },
});

const request = newId();
const roleProposal = newId();
const grantProposal = newId();
const aDataRequest = (kind: string, proposal: string): Decision => ({
  constraint: 'request_takes_two',
  first: async (first) => {
    await sql(
      `insert into data_request (id, code, kind, subject, reference, state, registered_by_person_id, registered_at, proposal, proposal_reason,
         proposed_by_person_id, proposed_at) values ($1, 'DR-0001', $2, '{}', 'r', 'waiting', $3, $4, $5, 'why', $3, $4)`,
      [newId(), kind, one.personId, first, proposal],
    );
  },
  second: (by, second) =>
    sql(`update data_request set state = $3, decided_by_person_id = $1, decided_at = $2`, [
      ...[by, second, proposal === 'agree' ? 'agreed' : 'refused'],
    ]),
});

async function submitted(first: Date, takenBy: string): Promise<void> {
  const call = await buildCall(source, { personId: takenBy, teamId: organisation.teamA });
  const recording = newId();
  await sql(
    `insert into recording (id, call_id, leg_id, source, external_id, sha256, bytes, duration_ms, channels, sample_rate, codec, custody,
      incomplete, damaged, key_id, created_at) values ($1, $2, $3, 'test', 'one', '${SHA}', 1, 1000, 1, 8000, 'pcm_s16le', 'sealed',
      false, false, $4, now())`,
    [recording, call.callId, call.legId, newId()],
  );
  await sql(
    `insert into legal_request (id, code, requested_by_person_id, purpose, confidential, reason, filter, action, rendition, plays_allowed,
      expires_at, state, state_at, recordings, approvals_needed, created_at)
     values ($1, 'LR-0001', $2, 'evidence', false, 'why', '{}', 'evidence_export', 'masked', 3, $3::timestamptz + interval '30 days', 'draft', $3, 1, 2, $3)`,
    [request, one.personId, first],
  );
  await sql(`insert into legal_request_recording (request_id, recording_id, leg_id, call_id) values ($1, $2, $3, $4)`, [
    ...[request, recording, call.legId, call.callId],
  ]);
  await sql(`update legal_request set state = 'submitted', state_at = $2, submitted_at = $2 where id = $1`, [
    request,
    first,
  ]);
}

const approve = async (by: string, second: Date) =>
  sql(
    `insert into legal_decision (id, request_id, requested_by_person_id, round, decision, decided_by_person_id, decided_by_account_id,
      proved_at, decided_at) values ($1, $2, $3, 1, 'approve', $4, $5, $6, $6)`,
    [newId(), request, one.personId, by, await accountWith('legal_approver'), second],
  );

const DECISIONS: Record<string, Decision> = {
  'a retention schedule': versioned(
    'retention_schedule',
    'schedule_takes_two',
    'schedule, sha256, reason',
    `'{"graceDays": 7}', '${SHA}', 'why'`,
  ),
  'a redaction policy that hides less': versioned(
    'redaction_policy',
    'weaker_policy_needs_second_person',
    'mode, kinds, unchecked, weakens',
    `'mask', '[]', 'listen', true`,
  ),
  'consent rules': tried(
    versioned(
      'consent_rule_set',
      'consent_rules_take_two',
      'rules, sha256, reason',
      `'{"rules": []}', '${SHA}', 'why'`,
    ),
  ),
  'rules for signing in': versioned('sign_in_policy', 'sign_in_policy_needs_second_person', 'policy', `'{}'`),
  'a role of another': {
    constraint: 'proposal_needs_second_person',
    first: async (first) => {
      await sql(
        `insert into role_proposal (id, account_id, person_id, role, proposed_by_person_id, proposed_at, state)
         values ($1, $2, $3, 'supervisor', $4, $5, 'waiting')`,
        [roleProposal, agent.accountId, agent.personId, one.personId, first],
      );
    },
    second: (by, second) =>
      sql(`update role_proposal set state = 'approved', decided_by_person_id = $1, decided_at = $2 where id = $3`, [
        ...[by, second, roleProposal],
      ]),
  },
  'a standing grant': {
    constraint: 'grant_published_by_another',
    first: async (first) => {
      await sql(
        `insert into standing_grant (id, code, role, scope, purpose, actions, rendition, published_by_person_id, approved_by_person_id,
          valid_from, expires_at) values ($1, 'SG-0001', 'agent', 'own', 'own_call', '["listen"]', 'masked', $2, $3, $4, $4::timestamptz + interval '90 days')`,
        [newId(), organisation.first, organisation.second, first],
      );
      await sql(
        `insert into grant_proposal (id, role, scope, purpose, actions, rendition, expires_at, reason, proposed_by_person_id, proposed_at, state)
         values ($1, 'supervisor', 'company', 'quality', '["listen"]', 'masked', $3::timestamptz + interval '90 days', 'why', $2, $3, 'waiting')`,
        [grantProposal, one.personId, first],
      );
    },
    second: (by, second) =>
      sql(`update grant_proposal set state = 'published', decided_by_person_id = $1, decided_at = $2 where id = $3`, [
        ...[by, second, grantProposal],
      ]),
  },
  'a checklist of one’s own draft': {
    constraint: 'another_person_publishes',
    first: async (first) => {
      await sql(
        `insert into checklist_draft (checklist_id, revision, state, definition, created_at, updated_at, updated_by_person_id,
          author_person_ids, asked_at, asked_by_person_id) values ('own', 1, 'validated', '{}', $2, $2, $1, array[$1::uuid], $2, $1)`,
        [one.personId, first],
      );
    },
    second: (by, second) =>
      sql(
        `insert into checklist_version (checklist_id, version, sha256, definition, published_at, reason, origin, published_by_person_id,
          author_person_ids) values ('own', 1, '${SHA}', '{}', $2, 'why', 'company', $1, array[$3::uuid])`,
        [by, second, one.personId],
      ),
  },
  'that destruction goes on after a restore': {
    constraint: 'restart_takes_two',
    first: async (first) => {
      await sql(
        `insert into retention_clock (id, seen_at, stopped_at, jumped, jumped_seconds, restart_asked_by_person_id, restart_asked_at)
         values (1, $2, $2, 'restored', 0, $1, $2)`,
        [one.personId, first],
      );
    },
    second: (by, second) =>
      sql(
        `update retention_clock set stopped_at = null, jumped = null, jumped_seconds = null, restart_asked_by_person_id = null,
          restart_asked_at = null, confirmed_by_person_id = $1, confirmed_at = $2`,
        [by, second],
      ),
  },
  'a request for access': aDataRequest('access', 'agree'),
  'refusing to erase': aDataRequest('erasure', 'refuse'),
  'a legal request': {
    constraint: 'decision_needs_another_person',
    first: (first) => submitted(first, agent.personId),
    second: approve,
  },
};

describe.each(Object.entries(DECISIONS))('%s', (_, { constraint, first, second }) => {
  it('is never decided by one person outside a small house', async () => {
    await first(at(0));
    await expect(second(one.personId, at(24 * 400))).rejects.toMatchObject({ constraint });
  });

  it('is decided in a small house by the same person a day later, and not before', async () => {
    await buildSmallHouse(source, one.personId, CHOSEN);
    await first(at(1));
    await expect(second(one.personId, new Date(at(25).getTime() - 1))).rejects.toMatchObject({ constraint });
    await second(one.personId, at(25));
  });

  it('takes another again once the small house has ended', async () => {
    const period = await buildSmallHouse(source, one.personId, CHOSEN);
    await first(at(1));
    await sql(
      `update small_house_period set ended_at = $2, ended_by_person_id = $3, end_reason = 'decision' where id = $1`,
      [period, at(20), one.personId],
    );
    await expect(second(one.personId, at(48))).rejects.toMatchObject({ constraint });
  });
});

describe('an export, which takes two approvals', () => {
  it('is approved twice by its requester only with a day between each', async () => {
    await buildSmallHouse(source, one.personId, CHOSEN);
    await submitted(at(0), agent.personId);
    await approve(one.personId, at(24));
    await expect(approve(one.personId, at(47))).rejects.toMatchObject({ constraint: 'one_decision_a_person_a_round' });
    const approved = () => sql(`update legal_request set state = 'approved' where id = $1`, [request]);
    await expect(approved()).rejects.toMatchObject({ constraint: 'request_needs_approvals' });
    await approve(one.personId, at(48));
    await approved();
  });

  it('is never decided by who took the call', async () => {
    await buildSmallHouse(source, one.personId, CHOSEN);
    await submitted(at(0), one.personId);
    await expect(approve(one.personId, at(48))).rejects.toMatchObject({ constraint: 'decision_by_another_team' });
  });
});

describe('what one person never does alone, in a small house either', () => {
  beforeEach(() => buildSmallHouse(source, one.personId, CHOSEN));

  it.each(['erasure', 'withdrawal'])('agrees to erase (%s)', async (kind) => {
    const { first, second } = aDataRequest(kind, 'agree');
    await first(at(0));
    await expect(second(one.personId, at(1000))).rejects.toMatchObject({ constraint: 'request_takes_two' });
  });

  it('releases a hold', async () => {
    const [column] = (await sql(
      `select pg_get_constraintdef(oid) as says from pg_constraint where conname = 'release_takes_two'`,
    )) as { says: string }[];
    expect(column?.says).toContain('released_by_person_id <> release_asked_by_person_id');
  });

  it('decides their own role, or proposes it', async () => {
    const own = (by: string, decided: string | null) =>
      sql(
        `insert into role_proposal (id, account_id, person_id, role, proposed_by_person_id, proposed_at, state, decided_by_person_id, decided_at)
         values ($1, $2, $3, 'supervisor', $4, $5, $6, $7, $8)`,
        [newId(), one.accountId, one.personId, by, at(0), decided ? 'approved' : 'waiting', decided, decided && at(30)],
      );
    await expect(own(one.personId, null)).rejects.toMatchObject({ constraint: 'proposer_is_somebody_else' });
    await expect(own(agent.personId, one.personId)).rejects.toMatchObject({
      constraint: 'no_person_decides_their_own_role',
    });
  });
});

describe('roles that one person gives', () => {
  const give = (to: TestAccount, role: string, created: Date, by = one.personId) =>
    sql(
      `insert into role_assignment (id, account_id, person_id, role, granted_by_person_id, approved_by_person_id, created_at)
       values ($1, $2, $3, $4, $5, $5, $6)`,
      [newId(), to.accountId, to.personId, role, by, created],
    );
  const refused = { constraint: 'role_needs_second_person' };

  it('are given to another only by a proposal that is a day old', async () => {
    await buildSmallHouse(source, one.personId, CHOSEN);
    await expect(give(agent, 'supervisor', at(48))).rejects.toMatchObject(refused);
    await DECISIONS['a role of another']!.first(at(1));
    await expect(give(agent, 'supervisor', at(24))).rejects.toMatchObject(refused);
    await expect(give(agent, 'quality_manager', at(48))).rejects.toMatchObject(refused);
    await give(agent, 'supervisor', at(25));
  });

  it('are the first person’s own at once, but not the administrator’s, and not without a small house', async () => {
    await expect(give(one, 'supervisor', at(0))).rejects.toMatchObject(refused);
    await buildSmallHouse(source, one.personId, CHOSEN);
    await give(one, 'supervisor', at(0));
    await expect(give(one, 'administrator', at(0))).rejects.toMatchObject(refused);
    await expect(give(agent, 'supervisor', at(48), agent.personId)).rejects.toMatchObject(refused);
  });

  it('are not one’s own where another could approve them', async () => {
    await buildSmallHouse(source, one.personId, CHOSEN);
    await buildAccount(source, organisation, { role: 'legal_approver', teamId: null });
    await expect(give(one, 'supervisor', at(0))).rejects.toMatchObject(refused);
  });
});

describe('the first standing grant', () => {
  const publish = async (proposal: string, moment: Date) => {
    await sql(
      `insert into grant_proposal (id, role, scope, purpose, actions, rendition, expires_at, reason, proposed_by_person_id, proposed_at, state)
       values ($1, 'supervisor', 'company', 'quality', '["listen"]', 'masked', $3::timestamptz + interval '90 days', 'why', $2, $3, 'waiting')`,
      [proposal, one.personId, moment],
    );
    await sql(
      `insert into standing_grant (id, code, role, scope, purpose, actions, rendition, published_by_person_id, approved_by_person_id,
        valid_from, expires_at, proposal_id) values ($1, $2, 'supervisor', 'company', 'quality', '["listen"]', 'masked', $3, $3, $4,
        $4::timestamptz + interval '90 days', $5)`,
      [newId(), proposal, one.personId, moment, proposal],
    );
    await sql(
      `update grant_proposal set state = 'published', decided_by_person_id = $2, decided_at = $3 where id = $1`,
      [...[proposal, one.personId, moment]],
    );
  };

  it('holds at once for the first person of a small house, and the next takes a day', async () => {
    await expect(publish(newId(), at(0))).rejects.toMatchObject({ constraint: 'grant_needs_four_eyes' });
    await buildSmallHouse(source, one.personId, CHOSEN);
    await publish(newId(), at(0));
    await expect(publish(newId(), at(1))).rejects.toMatchObject({ constraint: 'grant_needs_four_eyes' });
  });
});
