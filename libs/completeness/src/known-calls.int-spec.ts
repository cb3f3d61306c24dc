import pg from 'pg';
import { buildOrganisation } from '../../../test/factories/organisation.js';
import { migratedDatabase, type MigratedDatabase } from '../../../test/support/migrated-database.js';
import { KNOWN_CALLS_SQL } from './known-calls.js';

const PAST = 20_000;
const LOOKED_AT = 200;
const TABLES = ['call', 'leg', 'recording', 'transcript', 'scorecard', 'call_joined'];

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Plan[];
}
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

/** Many past calls, of which a few are looked at. */
describe('looking at calls that changed', () => {
  let db: MigratedDatabase;

  beforeAll(async () => {
    db = await migratedDatabase();
    const { first, teamA } = await buildOrganisation(db.source);
    const owner = new pg.Client({ connectionString: db.ownerUrl });
    await owner.connect();
    // Without triggers: what they keep is not asked here.
    await owner.query('set session_replication_role = replica');
    const id = (of: string) => `md5('${of}' || n)::uuid`;
    await owner.query(
      `insert into call (id, source, external_id, direction, classification, region, started_at, stage, stage_at, created_at)
       select ${id('call')}, 'pbx', 'c' || n, 'inbound', 'business', 'CN', now() - make_interval(mins => n), 'sealed', now(), now()
       from generate_series(1, ${PAST}) n`,
    );
    await owner.query(
      `insert into leg (id, call_id, position, kind, person_id, team_id, taken_by_person_id, hold_spans, record_key)
       select ${id('leg')}, ${id('call')}, 0, 'agent', $1, $2, $1, '[]', case when n % 2 = 0 then 'k' end from generate_series(1, ${PAST}) n`,
      [first, teamA],
    );
    await owner.query(
      `insert into recording (id, call_id, leg_id, source, external_id, sha256, bytes, duration_ms, channels, sample_rate, codec, custody,
         incomplete, damaged, key_id, created_at)
       select ${id('recording')}, ${id('call')}, ${id('leg')}, 'pbx', 'r' || n, repeat('0', 64), 1, 1000, 1, 8000, 'pcm_s16le', 'sealed',
         false, false, ${id('key')}, now() from generate_series(1, ${PAST}) n`,
    );
    await owner.query(
      `insert into transcript (id, recording_id, version, language, engine, engine_version, model, unreliable, created_at)
       select ${id('transcript')}, ${id('recording')}, 1, 'en', 'test', '1', 'none', '[]', now() from generate_series(1, ${PAST}) n`,
    );
    await owner.query(
      `insert into call_joined (call_id, into_call_id, at) select ${id('call')}, md5('call' || n + 1)::uuid, now()
       from generate_series(1, ${PAST}, 4) n`,
    );
    for (const table of TABLES) await owner.query(`analyze ${table}`);
    await owner.end();
  });
  afterAll(() => db.close());

  it.each(Object.entries(KNOWN_CALLS_SQL))('reads no table from end to end for %s', async (_, sql) => {
    const rows: { id: string }[] = await db.source.query('select id from call order by started_at desc limit $1', [
      LOOKED_AT,
    ]);
    const [{ 'QUERY PLAN': plans }]: [{ 'QUERY PLAN': [{ Plan: Plan }] }] = await db.source.query(
      `explain (analyze, format json) ${sql}`,
      [rows.map(({ id }) => id)],
    );
    const whole = nodes(plans[0].Plan).filter(({ 'Node Type': type }) => type === 'Seq Scan');
    // No scorecard is there: reading an empty table whole costs nothing.
    expect(whole.flatMap((node) => node['Relation Name'] ?? []).filter((table) => table !== 'scorecard')).toEqual([]);
  });
});
