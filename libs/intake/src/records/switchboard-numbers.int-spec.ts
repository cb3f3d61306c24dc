import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '#platform';
import { KeptRecords, SwitchboardNumbers, type TelephonySourceRow } from '#telephony';
import { readNumber, type TelephoneNumber } from '#telephony/rules';
import { recordsProgramme, type RecordsProgramme } from '../../../../test/support/records-programme.js';
import { TelephonyRecords } from './telephony-records.service.js';

const FOLDER = join(import.meta.dirname, '../../../telephony/src/sources/asterisk/fixtures/twelve-calls');
const MASK = '138****2046';
const NUMBER = readNumber('13800002046', 'CN') as TelephoneNumber;

let here: RecordsProgramme;
beforeAll(async () => (here = await recordsProgramme()));
afterAll(() => here?.close());

async function sent(): Promise<TelephonySourceRow> {
  const of = await here.telephones();
  const records = here.app.get(TelephonyRecords);
  const text = readFileSync(join(FOLDER, 'Cel.csv'), 'utf8');
  await records.take(of, records.read(of, { name: 'Cel.csv', text })?.records ?? []);
  await here.fold();
  return of;
}

/** How many calls of a system have a customer who is known again: from the number, and from others. */
async function known({ name }: TelephonySourceRow): Promise<{ ofNumber: number; ofOthers: number }> {
  const [row]: { ofNumber: number; ofOthers: number }[] = await here.source.query(
    `select count(*) filter (where customer = $2)::int as "ofNumber", count(*) filter (where customer <> $2)::int as "ofOthers"
     from call where source = $1 and customer_key is not null`,
    [name, MASK],
  );
  return row ?? { ofNumber: 0, ofOthers: 0 };
}

const numbers = () => here.app.get(SwitchboardNumbers, { strict: false });
const events = (event: string) => here.source.query('select 1 from journal_entry where event = $1', [event]);

describe('a number that the company lists as shared', () => {
  it('joins no calls: those of before lose their customer, later ones get none; others keep theirs', async () => {
    const before = await sent();
    const { ofNumber, ofOthers } = await known(before);
    expect([ofNumber, ofOthers].every((n) => n > 0)).toBe(true);

    expect(await numbers().add(NUMBER, here.organisation.second)).toBe(true);
    expect(await known(before)).toEqual({ ofNumber: 0, ofOthers });
    expect(await known(await sent())).toEqual({ ofNumber: 0, ofOthers });
    expect(await events('switchboard_number.added')).toHaveLength(1);
    expect(await numbers().add(NUMBER, here.organisation.second)).toBe(true);
    expect(await numbers().list()).toMatchObject([{ number: '+8613800002046' }]);

    const [listed] = await numbers().list();
    expect(await numbers().remove(listed?.id ?? '', here.organisation.second)).toBe(true);
    expect(await numbers().remove(newId(), here.organisation.second)).toBe(false);
    expect(await known(await sent())).toEqual({ ofNumber, ofOthers });
  });

  it('may not be short: by such no customer is known anyway', async () => {
    expect(await numbers().add(readNumber('10086', 'CN') as TelephoneNumber, here.organisation.second)).toBe(false);
  });
});

describe('a number from which two customers speak at one time', () => {
  it('joins no calls from then on', async () => {
    const [one, other] = [await sent(), await sent()];
    const { ofNumber } = await known(one);
    expect(ofNumber).toBeGreaterThan(0);
    for (const { name } of [one, other]) {
      const matterId = newId();
      await here.source.query(
        `insert into matter (id, source, external_id, title) values ($1, $2, 'm-1', 'A complaint')`,
        [matterId, name],
      );
      const calls: { id: string }[] = await here.source
        .query(
          `update call set matter_id = $1 where id = (select id from call where source = $2 and customer = $3
           and ended_at > started_at order by started_at limit 1) returning id`,
          [matterId, name, MASK],
        )
        .then(([rows]: [{ id: string }[]]) => rows);
      await here.app.get(KeptRecords, { strict: false }).dueOfCalls(
        here.source.manager,
        calls.map(({ id }) => id),
      );
      await here.fold();
    }
    await numbers().separate();
    expect([(await known(one)).ofNumber, (await known(other)).ofNumber]).toEqual([0, 0]);
    expect(await numbers().list()).toMatchObject([{ number: null, setByPersonId: null }]);
    expect((await known(await sent())).ofNumber).toBe(0);
  });
});
