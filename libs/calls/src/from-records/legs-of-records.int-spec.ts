import { migratedDatabase, type MigratedDatabase } from '../../../../test/support/migrated-database.js';

/** Tables that grow with what people ask for, and not with every call. */
const SMALL = [
  ...[
    'back_test_flip',
    'back_test_leg',
    'back_test_points',
    'blind_judgement',
    'call_correction',
    'correction_proposal',
  ],
  ...['legal_request_recording', 'quality_run', 'rescored_leg', 'withheld_score'],
];

/** Tables that name legs, and have no index by which one is found. */
const UNINDEXED = `select conrelid::regclass::text as name from pg_constraint rule
  where contype = 'f' and confrelid = 'leg'::regclass and not exists (
    select 1 from pg_index where indrelid = rule.conrelid and indkey[0] = rule.conkey[1] and indisvalid)
  order by 1`;

describe('a leg that records tell of no more', () => {
  let db: MigratedDatabase;

  beforeAll(async () => {
    db = await migratedDatabase();
  });
  afterAll(() => db.close());

  it('goes without what there is of every call being read through', async () => {
    const unindexed: { name: string }[] = await db.source.query(UNINDEXED);
    expect(unindexed.map(({ name }) => name).filter((name) => !SMALL.includes(name))).toEqual([]);
  });
});
