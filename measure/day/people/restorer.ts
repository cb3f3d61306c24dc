import { createHash } from 'node:crypto';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Day } from '../day.js';
import pg from 'pg';
import { Installation } from '../place/installation.js';
import { ProductionHouse } from '../place/production-house.js';
import { runTool } from '../place/tool.js';
import { type Appointment } from '../week.js';
import { listen } from './listening.js';
import { Seat } from './seat.js';

/** Puts the scheduled backup up elsewhere, with the keys and objects that are copied beside it, and compares. */
export const restorer: readonly Appointment[] = [
  {
    at: 'tue 08:05',
    who: 'operator',
    what: 'restores the scheduled backup elsewhere, and compares',
    do: restoreElsewhere,
  },
];

async function restoreElsewhere(day: Day): Promise<void> {
  const { house } = day.installation;
  if (house instanceof ProductionHouse) return restoreDatabase(day, house);
  const elsewhere = await Installation.embedded(day.out('elsewhere'), {
    SHOUWEN_BACKUP_DIR: day.out('backups-elsewhere'),
  });
  try {
    await carryOver(day, elsewhere);
    const { code, said } = await runTool('dist/tools/restore/main.js', ['latest'], elsewhere.settings);
    if (code !== 0) throw new Error(`npm run restore ended with ${code}: ${said}`);
    await elsewhere.start();
    day.restored.push(...(await sameJournal(day, elsewhere.database)), ...(await sameCalls(day, elsewhere)));
  } finally {
    await elsewhere.stop();
    await rm(elsewhere.dataDir, { recursive: true, force: true });
  }
}

/** With servers of one's own: into another database of the same server. No product is started on it, since the bucket is the living one's. */
async function restoreDatabase(day: Day, house: ProductionHouse): Promise<void> {
  const heads = day.out('heads-elsewhere');
  await day.installation.takeHeads(heads);
  const url = house.databaseUrl.replace(/\/shouwen$/, '/shouwen_elsewhere');
  const settings = {
    ...house.settings,
    ...{ SHOUWEN_DATABASE_URL: url, SHOUWEN_DATABASE_URL_FILE: '', SHOUWEN_JOURNAL_HEADS_DIR: heads },
    SHOUWEN_DATABASE_OWNER_URL: await house.ownerUrl('shouwen_elsewhere'),
  };
  const { code, said } = await runTool('dist/tools/restore/main.js', ['latest'], settings);
  if (code !== 0) throw new Error(`npm run restore ended with ${code}: ${said}`);
  const database = new pg.Client({ connectionString: url });
  await database.connect();
  try {
    const { rows } = await database.query<{ calls: string }>('select count(*) as calls from call');
    day.restored.push(
      ...(await sameJournal(day, database)),
      `${rows[0]?.calls} calls restored, into a database beside it`,
    );
  } finally {
    await database.end();
  }
}

/** What an installation is besides its database. */
async function carryOver(day: Day, { dataDir }: Installation): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  for (const name of ['secrets', 'keys', 'keys-copy', 'objects', 'journal-heads'])
    await cp(join(day.installation.dataDir, name), join(dataDir, name), { recursive: true });
  await cp(day.out('backups'), day.out('backups-elsewhere'), { recursive: true });
}

/** The restored chain ends with an entry that the living one has at the same place. */
async function sameJournal(day: Day, elsewhere: pg.Client): Promise<string[]> {
  const newest = 'select position, chain_hash from journal_seal order by position desc limit 1';
  // What came before the backup: the restored product has begun to write since.
  const shared = await elsewhere.query<{ position: string; chain_hash: string }>(
    `select position, chain_hash from journal_seal join journal_entry on id = entry_id
     where at < (select max(started_at) from upkeep_run where kind = 'backup') order by position desc limit 1`,
  );
  const [row] = shared.rows;
  if (!row) throw new Error('the restored journal is empty');
  const here = await day.installation.database.query<{ chain_hash: string }>(
    'select chain_hash from journal_seal where position = $1',
    [row.position],
  );
  if (here.rows[0]?.chain_hash !== row.chain_hash) throw new Error(`the chains differ at position ${row.position}`);
  const living = await day.installation.database.query<{ position: string }>(newest);
  return [`restored to journal position ${row.position} of ${living.rows[0]?.position}, the same chain`];
}

interface Card {
  points: number | null;
  items: { itemId: string; outcome: string }[];
}

async function sameCalls(day: Day, elsewhere: Installation): Promise<string[]> {
  const there = new Seat('supervisor', day.passwordOf('supervisor'), () => elsewhere.baseUrl, day.answers);
  const here = day.seat('supervisor');
  const { rows } = await elsewhere.database.query<{ id: string }>('select id from call');
  const restored = new Set(rows.map(({ id }) => id));
  const mine = day.calls.filter(
    ({ callId, spoken, staffNumber }) => spoken && restored.has(callId) && staffNumber.startsWith('30'),
  );
  if (mine.length === 0) throw new Error(`none of ${restored.size} restored calls can be compared`);
  for (const { callId, recordingId } of mine.slice(0, 4)) {
    for (const path of [`/calls/${callId}/transcript`, `/calls/${callId}/scorecards`]) {
      const [one, other] = [await here.ask('GET', path), await there.ask('GET', path)];
      if (pointsOf(one) !== pointsOf(other)) throw new Error(`${path} differs in the restored installation`);
    }
    if (recordingId === null) continue;
    const [one, other] = [
      hash(await listen(day, here, { callId, recordingId })),
      hash(await listen(day, there, { callId, recordingId })),
    ];
    if (one !== other) throw new Error(`the sound of ${callId} differs in the restored installation`);
  }
  return [`${restored.size} calls restored; words, scores and sound of ${Math.min(4, mine.length)} compared`];
}

/** Words, or outcomes and points: what a person sees of them. */
function pointsOf(answer: unknown): string {
  const { scorecards, transcript } = answer as { scorecards?: Card[]; transcript?: { turns: unknown } };
  return JSON.stringify(
    scorecards?.map(({ points, items }) => [points, items.map(({ itemId, outcome }) => [itemId, outcome])]) ??
      transcript?.turns,
  );
}

const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
