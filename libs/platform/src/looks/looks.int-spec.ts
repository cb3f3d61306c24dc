import { randomUUID } from 'node:crypto';
import { buildCall, type BuiltCall } from '../../../../test/factories/calls.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';
import { migratedDatabase, type MigratedDatabase } from '../../../../test/support/migrated-database.js';
import { TALLIES, Tallies } from './tallies.service.js';
import { ToLookAt, type Looked } from './to-look-at.service.js';

let db: MigratedDatabase;
let organisation: Organisation;
let looks: ToLookAt;

beforeAll(async () => {
  db = await migratedDatabase();
  organisation = await buildOrganisation(db.source);
  looks = new ToLookAt(db.source);
});
afterAll(() => db.close());

const call = (over?: Parameters<typeof buildCall>[2]): Promise<BuiltCall> =>
  buildCall(db.source, { personId: organisation.first, teamId: organisation.teamA }, over);
const nothing: Looked = { done: 0, again: new Map() };
/** Lets a sweep look, and gives what it was shown. */
async function shown(
  sweep: 'hold' | 'term',
  answer: (ids: readonly string[]) => Looked = () => nothing,
): Promise<string[]> {
  const seen: string[] = [];
  await looks.run(sweep, async (ids) => {
    seen.push(...ids);
    return answer(ids);
  });
  return seen;
}

describe('what a sweep has to look at', () => {
  it('is what changed since it last looked, each once, and nothing else', async () => {
    const { callId, legId } = await call();
    const other = await call();
    expect((await shown('hold')).toSorted()).toEqual([callId, other.callId].toSorted());
    expect(await shown('hold')).toEqual([]);
    await db.source.query(`update call set stage = 'recorded' where id = $1`, [callId]);
    expect(await shown('hold')).toEqual([]);
    await db.source.query(`update call set customer = '139****0001' where id = $1`, [callId]);
    expect(await shown('hold')).toEqual([callId]);
    await db.source.query('update leg set team_id = $2 where id = $1', [legId, organisation.teamB]);
    expect(await shown('hold')).toEqual([callId]);
  });

  it('stays when the look fails, when it is not settled, and when it changes during the look', async () => {
    const { callId } = await call();
    await expect(shown('hold', () => failing())).rejects.toThrow('the store is away');
    expect(await shown('hold', (ids) => ({ done: 0, again: new Map(ids.map((id) => [id, 3_600])) }))).toEqual([callId]);
    expect(await shown('hold')).toEqual([]);
    // Call and leg marked it: one mark is left of the two.
    expect(await db.source.query(`select subject_id from to_look_at where sweep = 'hold'`)).toEqual([
      { subject_id: callId },
    ]);
    await db.source.query(`update to_look_at set due_at = now() where sweep = 'hold'`);
    let changed = false;
    const seen: string[] = [];
    await looks.run('hold', async (ids) => {
      seen.push(...ids);
      if (!changed) await db.source.query(`update call set customer = '139****0002' where id = $1`, [callId]);
      changed = true;
      return nothing;
    });
    expect(seen).toEqual([callId, callId]);
  });

  it('is everything once more for a new version, also where a walk was cut short', async () => {
    const ids = Array.from({ length: 4_500 }, () => randomUUID()).toSorted();
    const subjects = 'select id from unnest(array(select x::uuid from jsonb_array_elements_text($3::jsonb) x)) id';
    const walk = (version: string) => ({
      version,
      subjects: `${subjects.replace('$3', `'${JSON.stringify(ids)}'`)} where id > $1 order by id limit $2`,
    });
    const go = async (version: string, enough: number) => {
      const seen: string[] = [];
      const look = async (batch: readonly string[]) => {
        seen.push(...batch);
        return { done: batch.length, again: new Map<string, number>() };
      };
      await looks.run('term', look, { walk: walk(version), enough });
      return seen;
    };
    const first = await go('1', 2_000);
    expect(first.length).toBeLessThan(ids.length);
    expect([...first, ...(await go('1', 10_000))].toSorted()).toEqual(ids);
    expect(await go('1', 10_000)).toEqual([]);
    expect((await go('2', 10_000)).toSorted()).toEqual(ids);
  });
});

describe('a figure on a board', () => {
  const counted = async () => {
    const rows: { key: string; n: number }[] = await db.source.query(
      `select key, sum(n)::int as n from ${TALLIES} where of = 'call_stage' group by key having sum(n) <> 0 order by key`,
    );
    return rows;
  };
  const truly = () =>
    db.source.query('select stage as key, count(*)::int as n from call group by stage order by stage');

  it('is what there is, before and after its changes are folded, with several writers at once', async () => {
    const tallies = new Tallies(db.source);
    await Promise.all(Array.from({ length: 6 }, () => call()));
    expect(await counted()).toEqual(await truly());
    expect(await tallies.fold()).toBeGreaterThan(0);
    expect(await counted()).toEqual(await truly());
    const one = await call({ stage: 'scored' });
    await Promise.all([
      tallies.fold(),
      tallies.fold(),
      db.source.query(`update call set stage = 'sealed' where id <> $1`, [one.callId]),
    ]);
    expect(await counted()).toEqual(await truly());
    await tallies.fold();
    expect(await counted()).toEqual(await truly());
    expect(await db.source.query('select 1 from tally_change')).toEqual([]);
  });
});

function failing(): never {
  throw new Error('the store is away');
}
