import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DataSource } from 'typeorm';
import { createDataSource } from '#database';
import { Clock, newId } from '#platform';
import { migratedDatabase, type MigratedDatabase } from '../../../../test/support/migrated-database.js';
import {
  eraseDetails,
  exportLines,
  HeadsFile,
  JournalService,
  readExport,
  readHeldHeads,
  readJournal,
} from '../index.js';
import { nextChainHash, relayOnce, JournalSealer, verifyJournal, type JournalVerdict } from '../index.js';

const clock = new Clock();
const journal = new JournalService(clock);
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const person = newId();
const call = newId();

let db: MigratedDatabase;
/** What no process of the product may do. */
let owner: DataSource;
let dir: string;

beforeAll(async () => {
  db = await migratedDatabase();
  owner = await createDataSource({ url: db.ownerUrl, applicationName: 'test' }).initialize();
  dir = await mkdtemp(join(tmpdir(), 'verify-'));
  // Four heads, three entries each: positions 1 to 12.
  for (let round = 0; round < 4; round++) {
    await say();
    await journal.append(db.source.manager, 'call.retried', { job: 'score-leg' }, { callId: call });
    await journal.append(db.source.manager, 'person.changed', { personId: person, parts: ['name'] });
    await seal();
  }
});
afterAll(async () => {
  await owner.destroy();
  await db.close();
  await rm(dir, { recursive: true });
});

const say = () => journal.append(db.source.manager, 'call.known', { source: 'test', direction: 'inbound' });
const seal = () => new JournalSealer(db.source, clock, privateKey, new HeadsFile(dir)).sealOnce();
const held = () => readHeldHeads(dir);
const walk = async (source: DataSource) =>
  verifyJournal(readJournal(source), { publicKey, held: held(), now: clock.now() });
const named = ({ findings }: JournalVerdict) =>
  findings.map(({ fault, position, toPosition, event }) =>
    [fault, position, toPosition, event].filter(Boolean).join(' '),
  );

/** What the verifier says after a change that is taken back again. */
async function after(...changes: string[]): Promise<string[]> {
  const runner = owner.createQueryRunner();
  await runner.startTransaction();
  try {
    for (const change of changes) await runner.query(change);
    // The verifier's own transaction would not see it: here it reads through the one that tampers.
    const seen = { createQueryRunner: () => ({ ...transparent, manager: runner.manager }) } as unknown as DataSource;
    return named(await walk(seen));
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}
const transparent = { connect: async () => undefined, query: async () => undefined, release: async () => undefined };
const at = (position: number) => `(select entry_id from journal_seal where position = ${position})`;
/** Without the foreign keys that keep an honest owner from mistakes. */
const UNBOUND = `set local session_replication_role = replica`;

it('finds nothing wrong with an untouched journal, read by a role that may only select', async () => {
  await owner.query(
    `do $$ begin create role verify_reader login password 'reader'; exception when duplicate_object then null; end $$`,
  );
  await owner.query(
    'grant select on journal_entry, journal_detail, journal_pending, journal_seal, journal_head to verify_reader',
  );
  const url = new URL(db.url);
  url.username = 'verify_reader';
  url.password = 'reader';
  const reader = await createDataSource({ url: url.toString(), applicationName: 'test' }).initialize();
  const verdict = await walk(reader);
  await reader.destroy();
  expect(verdict).toMatchObject({ ok: true, entries: 12, lastPosition: '12', heads: 4, findings: [], erased: 0 });
  expect(verdict.held).toEqual({ heads: 4, upTo: '12' });
});

describe('an owner who tampers', () => {
  it.each([
    [
      'edits an entry',
      [`update journal_entry set actor_person_id = '${person}' where id = ${at(5)}`],
      ['edited 5 call.retried'],
    ],
    [
      'edits its time',
      [`update journal_entry set at = at - interval '1 day' where id = ${at(7)}`],
      ['edited 7 call.known'],
    ],
    [
      'deletes a row',
      [UNBOUND, `delete from journal_entry where id = ${at(6)}`, 'delete from journal_seal where position = 6'],
      ['missing 6'],
    ],
    ['deletes an entry alone', [UNBOUND, `delete from journal_entry where id = ${at(6)}`], ['entry_gone 6']],
    [
      'exchanges two rows',
      [
        `create temp table swapped on commit drop as select position, entry_id from journal_seal where position in (4, 8)`,
        `update journal_seal set entry_id = gen_random_uuid() where position = 4`,
        `update journal_seal set entry_id = (select entry_id from swapped where position = 4) where position = 8`,
        `update journal_seal set entry_id = (select entry_id from swapped where position = 8) where position = 4`,
      ],
      ['reordered 4 8 call.retried', 'reordered 8 4 call.known'],
    ],
    [
      'takes a row out and moves the rest up',
      [
        'delete from journal_head',
        `delete from journal_detail where entry_id = ${at(9)}`,
        'delete from journal_seal where position = 9',
        'update journal_seal set position = position - 1 where position > 9',
      ],
      // What was at 10 is at 9 now, after another hash: it fits nowhere. The row taken out has no place, and its loss must not go unnoticed.
      [
        'rewritten 7 9',
        'edited 9 call.known',
        'reordered 10 11 call.retried',
        'reordered 11 12 person.changed',
        'cut 12 12',
        'never_sealed person.changed',
      ],
    ],
    [
      'cuts the tail, heads and all',
      ['delete from journal_head where position > 9', 'delete from journal_seal where position > 9'],
      ['cut 10 12', 'never_sealed call.known', 'never_sealed call.retried', 'never_sealed person.changed'],
    ],
    [
      'edits details',
      [`update journal_detail set details = '{"job":"seal-recording"}' where entry_id = ${at(11)}`],
      ['details_edited 11 call.retried'],
    ],
    [
      'takes details away without a word',
      [`delete from journal_detail where entry_id = ${at(2)}`],
      ['details_gone 2 call.retried'],
    ],
    [
      'puts another signature on a head',
      [
        `update journal_head set signature = (select signature from journal_head where position = 3) where position = 6`,
      ],
      ['signature_invalid 6'],
    ],
    [
      'keeps an entry out of the chain',
      [
        `insert into journal_entry select gen_random_uuid(), 'call.known', now(), null, null, commitment from journal_entry limit 1`,
      ],
      ['never_sealed call.known'],
    ],
  ])('%s', async (_what, changes, expected) => {
    // A foreign key of `journal_seal` would refuse an id that is no entry's, for a moment.
    expect(await after(UNBOUND, ...changes)).toEqual(expected);
  });

  it('chains everything again: the first head behind the change contradicts it', async () => {
    const rows = await owner.query(
      `select position, id, event, at, actor_person_id as "actorPersonId", call_id as "callId", commitment, chain_hash
       from journal_seal join journal_entry on id = entry_id order by position`,
    );
    let hash = rows[3].chain_hash as string;
    const updates = rows.slice(4).map(
      (
        row: {
          position: string;
          id: string;
          event: 'call.known';
          at: Date;
          actorPersonId: null;
          callId: null;
          commitment: string;
        },
        i: number,
      ) => {
        const entry = i === 0 ? { ...row, actorPersonId: person } : row;
        hash = nextChainHash(hash, BigInt(row.position), entry);
        return `update journal_seal set chain_hash = '${hash}' where position = ${row.position}`;
      },
    );
    const edit = `update journal_entry set actor_person_id = '${person}' where id = ${at(5)}`;
    expect(await after(edit, ...updates)).toEqual(['rewritten 4 6']);
    const unheld = `delete from journal_head`;
    expect(await after(edit, unheld, ...updates)).toEqual(['rewritten 4 6']);
  });
});

it('takes a head that another key signed for no proof', async () => {
  const stranger = generateKeyPairSync('ed25519').publicKey;
  const verdict = await verifyJournal(readJournal(db.source), {
    publicKey: stranger,
    held: held(),
    now: clock.now(),
  });
  expect(verdict.held).toBeNull();
  expect(named(verdict)).toContain('held_signature_invalid 12');
});

it('says how old what is not sealed is', async () => {
  await say();
  const now = new Date(clock.now().getTime() + 61_000);
  const verdict = await verifyJournal(readJournal(db.source), { publicKey, held: held(), now });
  expect(verdict).toMatchObject({ ok: true, unsealed: { count: 1 } });
  expect(named(verdict)).toEqual(['unsealed_long call.known']);
  await seal();
});

describe('an exported journal', () => {
  it('verifies without the database, and is told when it was cut short or changed', async () => {
    const lines: string[] = [];
    for await (const line of exportLines(readJournal(db.source), clock.now())) lines.push(line);
    const file = join(dir, 'journal.ndjson');
    const read = async (text: string) => {
      await writeFile(file, text);
      return named(await verifyJournal(readExport(file), { publicKey, held: held(), now: clock.now() }));
    };
    expect(await read(lines.join(''))).toEqual([]);
    expect(await read(lines.join('').replace('"event":"person.changed"', '"event":"person.created"'))).toEqual([
      'edited 3 person.created',
    ]);
    await expect(read(lines.slice(0, -1).join(''))).rejects.toThrow(`line ${lines.length}`);
    await expect(read(lines.filter((_, i) => i !== 4).join(''))).rejects.toThrow('line');
  });
});

describe('erasing details', () => {
  const erase = (source: DataSource) => eraseDetails(source, journal, { personId: person }, 'erasure_request');

  it('is refused to the running product, and waits for what has not been followed up', async () => {
    await expect(erase(db.source)).rejects.toThrow(/permission denied/);
    expect(await erase(owner)).toBe(0);
  });

  it('takes the details of a person away for good, says so, and leaves a journal that verifies', async () => {
    for (let more = true; more;) ({ more } = await relayOnce(db.source, async () => []));
    expect(await erase(owner)).toBe(4);
    expect(await erase(owner)).toBe(0);
    await seal();
    const verdict = await walk(db.source);
    expect(verdict).toMatchObject({ ok: true, erased: 4, findings: [] });
    const [left] = await db.source.query(
      `select count(*)::int as left from journal_detail where details->>'personId' = $1`,
      [person],
    );
    expect(left).toEqual({ left: 0 });
  });
});
