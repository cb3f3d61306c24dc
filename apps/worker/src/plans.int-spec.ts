import { NestFactory } from '@nestjs/core';
import { type INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { ensureSigningKey } from '#journal';
import { ENV, type Env } from '#platform';
import { SearchKeys, UnindexedWords } from '#transcripts';
import { buildAccount } from '../../../test/factories/accounts.js';
import { startTestApi, type TestApi } from '../../../test/factories/api.js';
import { buildOrganisation } from '../../../test/factories/organisation.js';
import { loopsOf } from '../../../measure/bench/years/bench-years.js';
import { listening, type Asked } from '../../../measure/bench/years/listening.js';
import { writeManyYears } from '../../../measure/bench/years/many-years.js';
import { carriedOut } from '../../../measure/bench/years/plans.js';
import { BoardQuery } from '../../api/src/processing/board.query.js';
import { Schedules } from './schedules.js';
import { WorkerModule } from './worker.module.js';

/** Enough for the planner to be honest: a table with more than `MANY` rows is one that grows with the years. */
const RECORDINGS = 10_000;
const MANY = 500;
/** Rows that one statement may look at: a batch of what is due, with what hangs on each. */
const FEW = 3_000;
/** They read everything, and are made to: a backup, the trial of one, and the scrubber. */
const WHOLE = ['back-up-database', 'try-restoring', 'check-objects'];

let api: TestApi;
let worker: INestApplicationContext;
let large: Set<string>;

beforeAll(async () => {
  api = await startTestApi();
  await ensureSigningKey(api.app.get<Env>(ENV).journalKeyFile);
  const organisation = await buildOrganisation(api.source);
  await buildAccount(api.source, organisation, { role: 'quality_manager', teamId: null });
  worker = await NestFactory.createApplicationContext(WorkerModule.forRoot(api.app.get<Env>(ENV)), { logger: false });
  const { keyId } = await worker.get(SearchKeys, { strict: false }).current();
  const owner = new pg.Client({ connectionString: api.ownerUrl });
  await owner.connect();
  owner.on('error', () => undefined);
  const rows = await writeManyYears(owner, {
    recordings: RECORDINGS,
    index: { keyId, madeBy: worker.get(UnindexedWords, { strict: false }).madeBy },
  });
  await owner.end();
  large = new Set([...rows].filter(([, n]) => n >= MANY).map(([name]) => name));
});
afterAll(async () => {
  await worker?.close();
  await api?.stop();
});

/** Statements of one run that read a large table from end to end, or look at more rows than are due. */
async function dearest(source: DataSource, asked: readonly Asked[]): Promise<unknown[]> {
  const dear: unknown[] = [];
  for (const sql of new Set(asked.map((one) => one.sql))) {
    const carried = await carriedOut(
      source,
      asked.find((one) => one.sql === sql)!,
    );
    const scanned = carried?.scanned.filter((table) => large.has(table)) ?? [];
    if (scanned.length > 0 || (carried?.rows ?? 0) > FEW) dear.push({ sql, scanned, rows: carried?.rows });
  }
  return dear;
}

it('has large tables to be judged by', () => {
  for (const table of [
    'recording',
    'call',
    'stored_object',
    'transcript',
    'work',
    'journal_entry',
    'play',
    'retention_term',
  ])
    expect([...large]).toContain(table);
});

it('runs every schedule over what is due, however much there is', async () => {
  const source = worker.get(DataSource);
  const schedules = [
    ...worker.get(Schedules).all.filter(({ name }) => !WHOLE.includes(name)),
    ...loopsOf(source, api.app.get<Env>(ENV)),
  ];
  const found: Record<string, unknown> = {};
  for (const { name, run } of schedules) {
    // The first run looks at everything once, as after an upgrade.
    await run();
    const asked = await listening(source, run);
    const dear = await dearest(source, asked);
    if (dear.length > 0) found[name] = dear;
  }
  expect(found).toEqual({});
  expect(schedules.length).toBeGreaterThan(20);
});

it('shows the boards from what is due and from kept figures', async () => {
  const held = [{ role: 'quality_manager' as const, teamId: null, clientId: null }];
  const [{ id: personId }] = await api.source.query('select id from person limit 1');
  const asked = await listening(api.source, () =>
    api.app.get(BoardQuery, { strict: false }).board({ held, personId } as never),
  );
  expect(asked.length).toBeGreaterThan(10);
  expect(await dearest(api.source, asked)).toEqual([]);
});
