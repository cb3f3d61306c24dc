import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExtensionMapService, Person, QueueTeams } from '#people';
import { KeptRecords, type TelephonySourceRow } from '#telephony';
import { buildPerson } from '../../../../test/factories/organisation.js';
import { recordsProgramme, type RecordsProgramme } from '../../../../test/support/records-programme.js';
import { TelephonyRecords } from './telephony-records.service.js';

const FOLDER = join(import.meta.dirname, '../../../telephony/src/sources/asterisk/fixtures/twelve-calls');

let here: RecordsProgramme;
let of: TelephonySourceRow;
beforeAll(async () => {
  here = await recordsProgramme();
  of = await here.telephones();
  await send(of);
});
afterAll(() => here?.close());

async function send(from: TelephonySourceRow): Promise<void> {
  const records = here.app.get(TelephonyRecords);
  for (const name of ['Cel.csv', 'queue_log', 'Master.csv', 'Custom.csv']) {
    const read = records.read(from, { name, text: readFileSync(join(FOLDER, name), 'utf8') });
    await records.take(from, read?.records ?? []);
  }
  await here.fold();
}

interface Found {
  id: string;
  kind: string;
  extension: string | null;
  personId: string | null;
  teamId: string | null;
  takenBy: string | null;
  outcome: string | null;
  facts: number;
}

const legs = ({ name } = of): Promise<Found[]> =>
  here.source.query(
    `select leg.id, kind, extension, person_id as "personId", team_id as "teamId", taken_by_person_id as "takenBy", leg.outcome,
       (select count(*)::int from call_fact where leg_id = leg.id) as facts
     from leg join call on call.id = call_id where source = $1 order by call.started_at, leg.position, leg.id`,
    [name],
  );
const at = (extension: string, all: readonly Found[]): Found[] =>
  all.filter((leg) => leg.extension === extension && (leg.kind === 'agent' || leg.kind === 'consult'));

async function sits(extension: string, from: string, to: string | null): Promise<string> {
  const id = await buildPerson(here.source, { teamId: here.organisation.teamA });
  const { staffNumber } = await here.source.manager.findOneByOrFail(Person, { id });
  const when = { from: new Date(from), to: to === null ? null : new Date(to) };
  await here.app
    .get(ExtensionMapService, { strict: false })
    .assign({ extension, staffNumber, ...when }, null, here.organisation.second);
  await here.place();
  return id;
}

async function foldAgain(): Promise<void> {
  const calls: { id: string }[] = await here.source.query('select id from call where source = $1', [of.name]);
  const kept = here.app.get(KeptRecords, { strict: false });
  await kept.dueOfCalls(
    here.source.manager,
    calls.map(({ id }) => id),
  );
  await here.fold();
}

describe('legs of a telephone', () => {
  it('are of the person to whom it is given later, for a time that is past, and of no other time', async () => {
    const before = await legs();
    expect(at('101', before).length).toBeGreaterThan(2);
    expect(before.every(({ personId }) => personId === null)).toBe(true);

    const earlier = await sits('101', '2026-01-01T00:00:00Z', '2026-11-01T00:00:00Z');
    expect(await legs()).toEqual(before);

    const person = await sits('101', '2026-11-30T00:00:00Z', '2026-12-01T00:00:00Z');
    const after = await legs();
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    for (const { personId, teamId, takenBy } of at('101', after))
      expect([personId, teamId, takenBy]).toEqual([person, here.organisation.teamA, person]);
    expect(at('102', after).every(({ personId }) => personId === null)).toBe(true);
    expect(after.some(({ personId }) => personId === earlier)).toBe(false);

    const said: { leg: string }[] = await here.source.query(
      `select details->>'legId' as leg from journal_entry join journal_detail on entry_id = id where event = 'leg.placed' order by 1`,
    );
    expect(said.map(({ leg }) => leg)).toEqual(
      at('101', after)
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  it('stay those of a person who is known, also if another is said to have sat there', async () => {
    const before = await legs();
    expect(at('101', before).every(({ personId }) => personId !== null)).toBe(true);
    await here.source.query(`delete from extension_assignment where extension = '101'`);
    await foldAgain();
    expect(await legs()).toEqual(before);
    await sits('101', '2026-11-30T00:00:00Z', null);
    await foldAgain();
    expect(await legs()).toEqual(before);
  });
});

describe('legs of a queue', () => {
  const queues = (all: readonly Found[]): Found[] => all.filter(({ kind }) => kind === 'queue');

  it('are within reach of the team that answers for it, also those of before, and follow it', async () => {
    const { teamA, teamB, second } = here.organisation;
    const set = async (teamId: string | null): Promise<Found[]> => {
      await here.app.get(QueueTeams, { strict: false }).set('support', teamId, second);
      await here.place();
      return queues(await legs());
    };
    expect(queues(await legs()).every(({ teamId }) => teamId === null)).toBe(true);
    for (const teamId of [teamB, teamA, null]) {
      const found = await set(teamId);
      expect(found.length).toBeGreaterThan(2);
      expect(new Set(found.map((leg) => leg.teamId))).toEqual(new Set([teamId]));
      expect(found.every(({ personId }) => personId === null)).toBe(true);
    }
  });
});

describe('legs of a telephone system that speaks for one team', () => {
  it('have no facts before it is known that they are of that team', async () => {
    const limited = await here.telephones({ teamIds: [here.organisation.teamA] });
    await send(limited);
    const found = async () => at('102', await legs(limited));
    const before = await found();
    expect(before.length).toBeGreaterThan(0);
    expect(before.map(({ personId, outcome, facts }) => [personId, outcome, facts])).toEqual(
      before.map(() => [null, null, 0]),
    );
    expect(at('101', await legs(limited)).every(({ facts }) => facts > 0)).toBe(true);
    const person = await sits('102', '2026-11-30T00:00:00Z', null);
    const after = await found();
    expect(after.map(({ id, personId }) => [id, personId])).toEqual(before.map(({ id }) => [id, person]));
    expect(after.every(({ outcome, facts }) => outcome !== null && facts > 0)).toBe(true);
  });
});
