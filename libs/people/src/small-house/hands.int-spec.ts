import { type DataSource } from 'typeorm';
import { newId } from '#platform';
import { buildAccount, type TestAccount } from '../../../../test/factories/accounts.js';
import { buildCall } from '../../../../test/factories/calls.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';
import { buildSmallHouse } from '../../../../test/factories/small-house.js';
import { migratedDatabase, type MigratedDatabase } from '../../../../test/support/migrated-database.js';

/* A person whom one other alone let in is no second pair of eyes: in the database alone. */
const HOUR = 3_600_000;
const CHOSEN = new Date('2026-12-01T08:00:00Z');
const at = (hours: number) => new Date(CHOSEN.getTime() + hours * HOUR);

let database: MigratedDatabase;
let source: DataSource;
let organisation: Organisation;
/** The first administrator, and another whom two people let in. */
let one: TestAccount;
let other: TestAccount;
/** Accounts without a role. */
let puppet: TestAccount;
let third: TestAccount;

beforeEach(async () => {
  database = await migratedDatabase();
  source = database.source;
  organisation = await buildOrganisation(source);
  const { teamA: teamId } = organisation;
  one = await buildAccount(source, organisation, { role: 'administrator', teamId: null });
  // Who let these two in is not here any more: of six there is no small house.
  await sql('update person set left_at = $1 where id <> $2', [at(0), one.personId]);
  await buildSmallHouse(source, one.personId, CHOSEN);
  other = await buildAccount(source, organisation, { role: 'legal_approver', teamId: null });
  await sql('update role_assignment set created_at = $1', [at(0)]);
  puppet = await buildAccount(source, organisation, { role: 'agent', teamId });
  third = await buildAccount(source, organisation, { role: 'agent', teamId });
});
afterEach(() => database.close());

const sql = (text: string, values: unknown[] = []): Promise<{ yes: boolean }[]> => source.query(text, values);
const yes = async (question: string, ...values: unknown[]) => (await sql(`select ${question} as yes`, values))[0]!.yes;
const restsOn = (second: TestAccount, first: TestAccount, hours = 500) =>
  yes('rests_on($1, $2, $3)', second.personId, first.personId, at(hours));
const areOne = (first: TestAccount, second: TestAccount, hours = 500) =>
  yes('by_one_person($1, $2, $3)', first.personId, second.personId, at(hours));

/** Proposes a role, and approves it `hours` after the beginning. */
async function give(
  to: TestAccount,
  [giver, approver]: [TestAccount, TestAccount],
  hours: number,
  role = 'legal_approver',
) {
  const [proposal, roleId] = [newId(), newId()];
  await sql(
    `insert into role_proposal (id, account_id, person_id, role, proposed_by_person_id, proposed_at, state) values ($1, $2, $3, $4, $5, $6, 'waiting')`,
    [proposal, to.accountId, to.personId, role, giver.personId, at(hours - 24)],
  );
  await sql(
    `insert into role_assignment (id, account_id, person_id, role, granted_by_person_id, approved_by_person_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [roleId, to.accountId, to.personId, role, giver.personId, approver.personId, at(hours)],
  );
  await sql(`update role_proposal set state = 'approved', decided_by_person_id = $2, decided_at = $3 where id = $1`, [
    ...[proposal, approver.personId, at(hours)],
  ]);
  return roleId;
}
async function suspend(whom: TestAccount, by: TestAccount, hours: number): Promise<string> {
  const id = newId();
  await sql(
    `insert into role_suspension (id, person_id, account_id, cause, caused_by_person_id, caused_at) values ($1, $2, $3, 'invited_again', $4, $5)`,
    [id, whom.personId, whom.accountId, by.personId, at(hours)],
  );
  return id;
}
const confirm = (id: string, by: TestAccount, hours: number) =>
  sql(
    `update role_suspension set confirmed_by_person_id = $2, confirmed_by_account_id = $3, confirmed_at = $4 where id = $1`,
    [id, by.personId, by.accountId, at(hours)],
  );
const isOfOne = (id: string) => yes('(select by_one_person from role_assignment where id = $1)', id);

describe('a person rests on another', () => {
  it('who alone gave their roles, directly or through whom they let in', async () => {
    await give(puppet, [one, one], 24);
    expect([await restsOn(puppet, one, 23), await restsOn(puppet, one), await restsOn(one, puppet)]).toEqual([
      ...[false, true, false],
    ]);
    expect(await isOfOne(await give(third, [one, puppet], 48))).toBe(true);
    expect([await restsOn(third, one), await areOne(third, puppet), await areOne(puppet, one)]).toEqual([
      ...[true, true, true],
    ]);
    expect([await areOne(other, one), await areOne(other, puppet), await restsOn(other, one)]).toEqual([
      ...[false, false, false],
    ]);
  });

  it('not whom a third person gave a role, before or since', async () => {
    await give(puppet, [one, one], 24);
    expect(await isOfOne(await give(puppet, [one, other], 48, 'supervisor'))).toBe(false);
    expect([await restsOn(puppet, one, 47), await restsOn(puppet, one, 48)]).toEqual([true, false]);
  });

  it('who alone caused and confirmed what was last confirmed of their account', async () => {
    await give(puppet, [one, other], 24);
    await confirm(await suspend(puppet, one, 25), one, 49);
    expect([await restsOn(puppet, one, 48), await restsOn(puppet, one)]).toEqual([false, true]);
    await confirm(await suspend(puppet, one, 50), other, 51);
    expect(await restsOn(puppet, one)).toBe(false);
  });
});

describe('who rests on another', () => {
  beforeEach(() => give(puppet, [one, one], 24));

  it('gives them no role with another such person, nor confirms their account', async () => {
    await give(third, [one, puppet], 48);
    await expect(give(one, [puppet, third], 72, 'supervisor')).rejects.toMatchObject({
      constraint: 'role_needs_second_person',
    });
    await expect(give(one, [puppet, puppet], 96, 'quality_manager')).rejects.toMatchObject({
      constraint: 'role_needs_second_person',
    });
    await give(one, [puppet, other], 96, 'legal_requester');
    const waits = await suspend(one, other, 97);
    await expect(confirm(waits, puppet, 98)).rejects.toMatchObject({ constraint: 'confirmation_needs_another_person' });
  });

  const hold = async (asks: TestAccount, releases: TestAccount) => {
    const [caseId, id] = [newId(), newId()];
    await sql(
      `insert into legal_case (id, reference, title, state, opened_by_person_id, opened_at) values ($1, $2, 'why', 'open', $3, $4)`,
      [caseId, caseId, one.personId, at(0)],
    );
    await sql(
      `insert into legal_hold (id, code, case_id, reason, placed_by_person_id, placed_at, release_asked_by_person_id, release_asked_at, release_reason)
       values ($1, $2, $3, 'why', $4, $5, $6, $5, 'why')`,
      [id, id, caseId, one.personId, at(30), asks.personId],
    );
    return sql('update legal_hold set released_by_person_id = $2, released_at = $3 where id = $1', [
      ...[id, releases.personId, at(60)],
    ]);
  };

  it('releases no hold with them, no matter who of the two asks, nor with another such person', async () => {
    await give(third, [one, puppet], 48);
    for (const pair of [
      [one, puppet],
      [puppet, one],
      [third, puppet],
    ] as const)
      await expect(hold(...pair)).rejects.toMatchObject({ constraint: 'release_takes_two' });
    await hold(puppet, other);
  });

  it('agrees to no erasure with them', async () => {
    const id = newId();
    await sql(
      `insert into data_request (id, code, kind, subject, reference, state, registered_by_person_id, registered_at, proposal, proposal_reason,
         proposed_by_person_id, proposed_at) values ($1, 'DR-0001', 'erasure', '{}', 'r', 'waiting', $2, $3, 'agree', 'why', $2, $3)`,
      [id, one.personId, at(30)],
    );
    const agree = (by: TestAccount) =>
      sql(`update data_request set state = 'agreed', decided_by_person_id = $2, decided_at = $3 where id = $1`, [
        ...[id, by.personId, at(60)],
      ]);
    await expect(agree(puppet)).rejects.toMatchObject({ constraint: 'request_takes_two' });
    await agree(other);
  });

  it('claims no call of theirs to judge it, as they do that of such a person', async () => {
    const claim = async (taker: TestAccount, judge: TestAccount) => {
      const { callId } = await buildCall(source, { personId: taker.personId, teamId: organisation.teamA });
      return yes('took_the_call($1, $2, $3)', callId, judge.personId, at(60));
    };
    expect([await claim(one, puppet), await claim(puppet, one), await claim(one, other)]).toEqual([
      ...[true, false, false],
    ]);
  });
});

describe('the first person', () => {
  const own = (role: string) =>
    sql(
      `insert into role_assignment (id, account_id, person_id, role, granted_by_person_id, approved_by_person_id, created_at)
       values ($1, $2, $3, $4, $3, $3, $5)`,
      [newId(), one.accountId, one.personId, role, at(1)],
    );

  it('takes no role any more once another who may approve opened an account, also when that role is gone', async () => {
    await sql('delete from role_assignment where person_id = $1', [other.personId]);
    await expect(own('supervisor')).rejects.toMatchObject({ constraint: 'role_needs_second_person' });
    await sql('update account set approver_opened_at = null');
    await expect(own('supervisor')).rejects.toMatchObject({ constraint: 'role_needs_second_person' });
  });
});

describe('when the small house ends', () => {
  const ends = (id: string) =>
    yes('(select ends_with_small_house(given) from role_assignment given where id = $1)', id);

  it('an administrator whose own rights wait for another ends no role of the only one who can work', async () => {
    const elder = await give(puppet, [one, one], 24, 'administrator');
    const younger = await give(third, [one, one], 48, 'administrator');
    await sql(`delete from role_assignment where role = 'administrator' and id <> all($1)`, [[elder, younger]]);
    await sql(`update account set password_hash = 'made up'`);
    expect([await ends(elder), await ends(younger)]).toEqual([false, true]);
    await suspend(puppet, one, 72);
    expect(await ends(younger)).toBe(false);
  });
});

describe('a retention schedule that one person decides', () => {
  const agreed = (graceDays: number, by: TestAccount) =>
    sql(
      `insert into retention_schedule (version, proposed_by_person_id, proposed_at, schedule, sha256, reason, decision, decided_by_person_id, decided_at)
       values (2, $1, $2, $3, repeat('a', 64), 'why', 'agreed', $4, $5)`,
      [one.personId, at(30), JSON.stringify({ graceDays }), by.personId, at(60)],
    );

  it('leaves a week before what falls due is destroyed; also with whom they alone let in', async () => {
    await give(puppet, [one, one], 24);
    for (const by of [one, puppet])
      await expect(agreed(6, by)).rejects.toMatchObject({ constraint: 'schedule_of_one_waits' });
    await agreed(7, one);
  });

  it('and leaves none where two decide it', () => agreed(0, other));
});
