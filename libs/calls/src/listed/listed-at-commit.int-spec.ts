import { type DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { buildCall, type BuiltCall } from '../../../../test/factories/calls.js';
import { buildOrganisation, type Organisation } from '../../../../test/factories/organisation.js';
import { migratedDatabase, type MigratedDatabase } from '../../../../test/support/migrated-database.js';
import { newId } from '#platform';
import { Call, Leg } from '../index.js';

let db: MigratedDatabase;
let organisation: Organisation;

beforeAll(async () => {
  db = await migratedDatabase();
  organisation = await buildOrganisation(db.source);
});
afterAll(() => db.close());

const built = (): Promise<BuiltCall> =>
  buildCall(db.source, { personId: organisation.first, teamId: organisation.teamA });
/** How the row of the list stands. */
const listed = async ({ legId }: BuiltCall, on: DataSource | EntityManager = db.source) => {
  const [row]: { stage: string; queue: string | null }[] = await on.query(
    'select stage, queue from listed_leg where leg_id = $1',
    [legId],
  );
  return row;
};
const to = (stage: Call['stage'], { callId }: BuiltCall, tx: EntityManager) => tx.update(Call, callId, { stage });
const queued = (queue: string, { legId }: BuiltCall, tx: EntityManager) => tx.update(Leg, legId, { queue });

async function begun(): Promise<QueryRunner> {
  const runner = db.source.createQueryRunner();
  await runner.startTransaction();
  return runner;
}
/** Ends a transaction, and the connection with it. */
async function commit(runner: QueryRunner): Promise<void> {
  try {
    await runner.commitTransaction();
  } finally {
    await runner.release();
  }
}

describe('the list, when a transaction commits', () => {
  it('shows all that the transaction changed, and nothing of it before', async () => {
    const call = await built();
    const before = await listed(call);
    await db.source.transaction(async (tx) => {
      await queued('sales', call, tx);
      await to('recorded', call, tx);
      expect(await listed(call, tx)).toEqual(before);
      await to('sealed', call, tx);
    });
    expect(await listed(call)).toMatchObject({ stage: 'sealed', queue: 'sales' });
  });

  it('shows nothing of what was taken back, nor of a part of it that was', async () => {
    const call = await built();
    const runner = await begun();
    await runner.query('savepoint here');
    await to('scored', call, runner.manager);
    await runner.query('rollback to here');
    await queued('sales', call, runner.manager);
    await commit(runner);
    expect(await listed(call)).toMatchObject({ stage: 'known', queue: 'sales' });
    await expect(
      db.source.transaction(async (tx) => {
        await to('scored', call, tx);
        throw new Error('taken back');
      }),
    ).rejects.toThrow('taken back');
    expect(await listed(call)).toMatchObject({ stage: 'known', queue: 'sales' });
  });

  it('shows what two transactions changed of one call at the same time', async () => {
    const call = await built();
    const [one, other] = [await begun(), await begun()];
    await queued('sales', call, one.manager);
    await to('recorded', call, other.manager);
    // The first waits for the call, which the other has, and then reads what that wrote.
    const first = commit(one);
    await commit(other);
    await first;
    expect(await listed(call)).toMatchObject({ stage: 'recorded', queue: 'sales' });
  });

  it('lets two transactions change the same calls crosswise', async () => {
    const calls = [await built(), await built()];
    const second = await Promise.all(calls.map(({ callId }) => anotherLeg(callId)));
    const [one, other] = [await begun(), await begun()];
    await queued('sales', calls[0]!, one.manager);
    await queued('service', second[1]!, other.manager);
    await queued('sales', calls[1]!, one.manager);
    await queued('service', second[0]!, other.manager);
    await Promise.all([commit(one), commit(other)]);
    for (const leg of calls) expect(await listed(leg)).toMatchObject({ queue: 'sales' });
    for (const leg of second) expect(await listed(leg)).toMatchObject({ queue: 'service' });
  });

  it('can be asked for earlier, and follows what changes after that', async () => {
    const call = await built();
    await db.source.transaction(async (tx) => {
      await to('recorded', call, tx);
      await tx.query('set constraints listed_leg_due_at_commit immediate');
      expect(await listed(call, tx)).toMatchObject({ stage: 'recorded' });
      await to('sealed', call, tx);
    });
    expect(await listed(call)).toMatchObject({ stage: 'sealed' });
  });

  it('leaves no note behind, and lets the product write none itself', async () => {
    const { legId } = await built();
    expect(await db.source.query('select 1 from listed_leg_due')).toEqual([]);
    for (const text of [`insert into listed_leg_due (leg_id) values ('${legId}')`, 'delete from listed_leg_due'])
      await expect(db.source.query(text)).rejects.toThrow('permission denied');
  });
});

async function anotherLeg(callId: string): Promise<BuiltCall> {
  const [leg] = await db.source.manager.findBy(Leg, { callId });
  const legId = newId();
  await db.source.manager.insert(Leg, { ...leg!, id: legId, position: 1, recordKey: null });
  return { callId, legId };
}
