import { DataSource } from 'typeorm';
import { newId } from '#platform';
import { buildAccount } from '../../../../test/factories/accounts.js';
import { buildCall } from '../../../../test/factories/calls.js';
import { buildOrganisation, buildPerson, type Organisation } from '../../../../test/factories/organisation.js';
import { buildSmallHouse } from '../../../../test/factories/small-house.js';
import { migratedDatabase, type MigratedDatabase } from '../../../../test/support/migrated-database.js';
import { assertTwoPeople, isSmallHouse, Person, SmallHousePeriod } from '../index.js';

const HOUR = 3_600_000;
const CHOSEN = new Date('2026-12-01T08:00:00Z');
const at = (hours: number) => new Date(CHOSEN.getTime() + hours * HOUR);

let database: MigratedDatabase;
let source: DataSource;
let organisation: Organisation;
let admin: string;
let other: string;

beforeEach(async () => {
  database = await migratedDatabase();
  source = database.source;
  organisation = await buildOrganisation(source);
  const account = (role: 'administrator' | 'supervisor') => buildAccount(source, organisation, { role, teamId: null });
  admin = (await account('administrator')).personId;
  other = (await account('administrator')).personId;
});
afterEach(() => database.close());

const suffice = async (first: string | null, firstAt: Date, second: string | null, secondAt: Date | null) => {
  const [row]: { yes: boolean }[] = await source.query('select eyes_suffice($1, $2, $3, $4) as yes', [
    ...[first, firstAt, second, secondAt],
  ]);
  return row?.yes;
};

/** A recording, as far as the choice looks at it. */
async function record(): Promise<void> {
  const call = await buildCall(source, { personId: admin, teamId: organisation.teamA });
  await source.query(
    `insert into recording (id, call_id, leg_id, source, external_id, sha256, bytes, duration_ms, channels, sample_rate, codec, custody,
      incomplete, damaged, key_id, created_at) values ($1, $2, $3, 'test', 'one', repeat('a', 64), 1, 1000, 1, 8000, 'pcm_s16le', 'sealed',
      false, false, $4, now())`,
    [newId(), call.callId, call.legId, newId()],
  );
}

const choose = (by: string, chosenAt = CHOSEN) => buildSmallHouse(source, by, chosenAt);
const agree = (id: string, by: string, agreedAt: Date) =>
  source.manager.update(SmallHousePeriod, id, { agreedByPersonId: by, agreedAt });
const period = (id: string) => source.manager.findOneByOrFail(SmallHousePeriod, { id });

describe('eyes that suffice', () => {
  it('are two persons outside a small house, and never one', async () => {
    expect(await suffice(admin, at(0), other, at(0))).toBe(true);
    expect(await suffice(admin, at(0), admin, at(1000))).toBe(false);
  });

  it('are one person in a small house, 24 hours later and not before; undecided refuses nothing', async () => {
    await choose(admin);
    expect(await suffice(admin, at(0), admin, new Date(at(24).getTime() - 1))).toBe(false);
    expect(await suffice(admin, at(0), admin, at(24))).toBe(true);
    expect(await suffice(admin, at(0), other, at(0))).toBe(true);
    expect(await suffice(admin, at(0), null, null)).toBe(true);
    expect(await suffice(null, at(0), admin, at(0))).toBe(true);
    expect(await suffice(admin, at(-48), admin, at(-1))).toBe(false);
  });

  it('are told from when the same person may decide, and in another house that it takes another', async () => {
    const another = () => new Error('another');
    const sides = [
      { personId: admin, at: at(0) },
      { personId: admin, at: at(1) },
    ] as const;
    await expect(assertTwoPeople(source.manager, ...sides, another as never)).rejects.toThrow('another');
    await choose(admin);
    await expect(assertTwoPeople(source.manager, ...sides, another as never)).rejects.toMatchObject({
      code: 'needs_a_day',
      words: { en: 'This needs another person, or you again after 2026-12-02 16:00 (Asia/Shanghai).' },
    });
    const later = { personId: admin, at: at(24) };
    expect(await assertTwoPeople(source.manager, sides[0], later, another as never)).toEqual({ byOnePerson: true });
    const two = { personId: other, at: at(0) };
    expect(await assertTwoPeople(source.manager, sides[0], two, another as never)).toEqual({ byOnePerson: false });
  });
});

describe('a small house', () => {
  it('is chosen by an administrator of the whole company alone, before the first recording', async () => {
    await expect(choose(organisation.first)).rejects.toMatchObject({ constraint: 'small_house_by_administrators' });
    const id = await choose(admin);
    expect((await period(id)).inForceFrom).toEqual(CHOSEN);
    await expect(choose(other)).rejects.toMatchObject({ constraint: 'small_house_one_at_a_time' });
  });

  it('takes another and a week where there is a recording', async () => {
    await record();
    const id = await choose(admin);
    expect((await period(id)).inForceFrom).toBeNull();
    expect(await isSmallHouse(source.manager, at(24 * 30))).toBe(false);
    await expect(agree(id, admin, at(48))).rejects.toMatchObject({ constraint: 'small_house_takes_two' });
    await expect(agree(id, organisation.first, at(1))).rejects.toMatchObject({
      constraint: 'small_house_by_administrators',
    });
    await agree(id, other, at(1));
    expect(await isSmallHouse(source.manager, new Date(at(1 + 7 * 24).getTime() - 1))).toBe(false);
    expect(await isSmallHouse(source.manager, at(1 + 7 * 24))).toBe(true);
  });

  it('ends by itself when a sixth person comes, or comes back, and cannot be chosen then', async () => {
    const id = await choose(admin);
    const fifth = await buildPerson(source, { teamId: organisation.teamA });
    expect((await period(id)).endedAt).toBeNull();
    await source.manager.update(Person, fifth, { leftAt: new Date() });
    await buildPerson(source, { teamId: organisation.teamA });
    expect((await period(id)).endedAt).toBeNull();
    await source.manager.update(Person, fifth, { leftAt: null });
    expect(await period(id)).toMatchObject({ endReason: 'six_people', endedByPersonId: null });
    const { endedAt } = await period(id);
    // The database keeps microseconds, which a Date cuts off: the next millisecond is the first that is surely after the end.
    expect(await isSmallHouse(source.manager, new Date((endedAt as Date).getTime() + 1))).toBe(false);
    await expect(choose(admin, new Date(Date.now() + HOUR))).rejects.toMatchObject({
      constraint: 'small_house_of_five',
    });
  });

  it('ends for both of two who come at the same moment', async () => {
    const id = await choose(admin);
    const [one, two] = [source.createQueryRunner(), source.createQueryRunner()];
    const enter = (runner: typeof one) =>
      runner.query(
        `insert into person (id, staff_number, name_zh, name_en, team_id) values ($1, $2, '新', 'New', $3)`,
        [newId(), newId().slice(-12), organisation.teamA],
      );
    await one.startTransaction();
    await two.startTransaction();
    await enter(one);
    const second = enter(two);
    await one.commitTransaction();
    await second;
    await two.commitTransaction();
    await Promise.all([one.release(), two.release()]);
    expect((await period(id)).endReason).toBe('six_people');
  });

  it('stays as it was chosen, and its end as it was recorded', async () => {
    const id = await choose(admin);
    const ended = { endedAt: at(5), endedByPersonId: other, endReason: 'decision' as const };
    await expect(source.query('update small_house_period set chosen_at = now()')).rejects.toThrow(/permission denied/);
    await expect(source.query('delete from small_house_period')).rejects.toThrow(/permission denied/);
    await expect(agree(id, other, at(1))).rejects.toMatchObject({ constraint: 'small_house_stays' });
    await source.manager.update(SmallHousePeriod, id, ended);
    await expect(source.manager.update(SmallHousePeriod, id, { endedAt: at(500) })).rejects.toMatchObject({
      constraint: 'small_house_stays',
    });
    expect(await isSmallHouse(source.manager, at(4))).toBe(true);
    expect(await isSmallHouse(source.manager, at(5))).toBe(false);
  });

  it('may begin only once it is written undecided', async () => {
    const forged = { id: newId(), chosenByPersonId: admin, chosenAt: CHOSEN };
    await expect(
      source.manager.insert(SmallHousePeriod, { ...forged, agreedByPersonId: other, agreedAt: CHOSEN }),
    ).rejects.toMatchObject({ constraint: 'small_house_begins_open' });
  });
});

describe('a table that asks for eyes', () => {
  const decide = (decidedAt: Date) =>
    source.query(
      `update sign_in_policy set decision = 'agreed', decided_by_person_id = proposed_by_person_id, decided_at = $1 where version = 1`,
      [decidedAt],
    );

  it('refuses one person outside a small house and before a day has passed, and takes them after it', async () => {
    await source.query(
      `insert into sign_in_policy (version, policy, proposed_by_person_id, proposed_at) values (1, '{}', $1, $2)`,
      [admin, at(0)],
    );
    const refused = { constraint: 'sign_in_policy_needs_second_person' };
    await expect(decide(at(48))).rejects.toMatchObject(refused);
    await choose(admin);
    await expect(decide(at(23))).rejects.toMatchObject(refused);
    await decide(at(24));
  });
});
