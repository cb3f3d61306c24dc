import { migratedDatabase, type MigratedDatabase } from '../../../../test/support/migrated-database.js';
import { type UpkeepOutcome } from './upkeep-run.entity.js';
import { UpkeepService } from './upkeep.service.js';

let db: MigratedDatabase;
let upkeep: UpkeepService;

beforeAll(async () => {
  db = await migratedDatabase();
  upkeep = new UpkeepService(db.source);
});
afterAll(() => db.close());
beforeEach(() => db.source.query('delete from upkeep_run'));

const HOUR = 3_600_000;
const well = async (): Promise<UpkeepOutcome> => ({ ok: true, result: { rows: 1 } });
const ill = async (): Promise<UpkeepOutcome> => ({ ok: false, result: { error: 'unreachable' } });
const dies = () => Promise.reject(Object.assign(new Error('no room'), { code: 'ENOSPC' }));
const due = (work: () => Promise<UpkeepOutcome>) => upkeep.runDue('backup', HOUR, work);
const later = (minutes: number) =>
  db.source.query('update upkeep_run set started_at = started_at - make_interval(mins => $1)', [minutes]);

it('runs what never ran, and then once in a period', async () => {
  expect(await due(well)).toEqual({ ok: true, result: { rows: 1 } });
  expect(await due(well)).toBeNull();
  await later(59);
  expect(await due(well)).toBeNull();
  await later(1);
  expect(await due(well)).not.toBeNull();
});

it('tries again after ten minutes what failed, what threw and what was killed', async () => {
  for (const fail of [() => due(ill), () => expect(due(dies)).rejects.toThrow('no room')]) {
    await db.source.query('delete from upkeep_run');
    await fail();
    expect(await due(well)).toBeNull();
    await later(10);
    expect(await due(well)).not.toBeNull();
  }
  await db.source.query('update upkeep_run set ok = null, finished_at = null, result = null');
  expect(await due(well)).toBeNull();
  await later(10);
  expect(await due(well)).not.toBeNull();
});

it('waits for no longer than its own period where that is shorter', async () => {
  await upkeep.runDue('backup', 60_000, ill);
  await later(1);
  expect(await upkeep.runDue('backup', 60_000, well)).not.toBeNull();
});

it('says by a code why it threw, and never overlaps itself', async () => {
  await expect(due(dies)).rejects.toThrow('no room');
  expect((await upkeep.last('backup'))?.result).toEqual({ error: 'ENOSPC' });
  await later(10);
  let seen: UpkeepOutcome | null | undefined;
  await due(async () => {
    seen = await upkeep.runNow('backup', well);
    return well();
  });
  expect(seen).toBeNull();
});
