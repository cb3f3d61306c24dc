import { generateKeyPairSync, randomUUID, verify } from 'node:crypto';
import { appendFile, mkdtemp, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { Clock } from '#platform';
import { migratedDatabase, type MigratedDatabase } from '../../../test/support/migrated-database.js';
import {
  GENESIS,
  headMessage,
  HeadsCarrier,
  HeadsFile,
  JournalService,
  nextChainHash,
  readHeldHeads,
  readJournal,
  relayOnce,
  JournalSealer,
  setHeadsAside,
  verifyJournal,
  type ChainedEntry,
} from './index.js';

const clock = new Clock();
const journal = new JournalService(clock);
const { privateKey, publicKey } = generateKeyPairSync('ed25519');

let db: MigratedDatabase;
let dir: string;

beforeAll(async () => {
  db = await migratedDatabase();
  dir = await mkdtemp(join(tmpdir(), 'heads-'));
});
afterAll(async () => {
  await db.close();
  await rm(dir, { recursive: true });
});
const say = (tx = db.source.manager) => journal.append(tx, 'call.known', { source: 'test', direction: 'inbound' });
const sealer = () => new JournalSealer(db.source, clock, privateKey, new HeadsFile(dir));

describe('the relay', () => {
  it('hands every committed entry over once, with commits in any order and any number of relays', async () => {
    const slow = db.source.createQueryRunner();
    await slow.startTransaction();
    const late = await say(slow.manager);
    const early = await say();

    const seen: string[] = [];
    const relay = () =>
      relayOnce(db.source, async (_tx, entries) => {
        const ids = entries.map(({ id }) => id);
        seen.push(...ids);
        return ids;
      });
    await Promise.all([relay(), relay()]);
    expect(seen).toEqual([early]);

    await slow.commitTransaction();
    await slow.release();
    await Promise.all([relay(), relay(), relay()]);
    expect(seen).toEqual([early, late]);
  });

  it('says nothing of what was rolled back', async () => {
    const failing = db.source.transaction(async (tx) => {
      await say(tx);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect((await relayOnce(db.source, async (_tx, entries) => entries.map(({ id: told }) => told))).opened).toEqual(
      [],
    );
  });

  it('takes no more than a batch at once, however few markers PostgreSQL knew of when it planned', async () => {
    const owner = new pg.Client({ connectionString: db.ownerUrl });
    await owner.connect();
    await owner.query('vacuum full analyze journal_pending');
    const only = await say();
    await owner.query('analyze journal_pending');
    await db.source.transaction(async (tx) => {
      for (let n = 0; n < 250; n++) await say(tx);
    });
    await owner.end();
    const relay = () => relayOnce(db.source, async (_tx, entries) => entries.map(({ id }) => id));
    const first = await relay();
    expect([first.opened.length, first.opened[0], first.more]).toEqual([200, only, true]);
    const second = await relay();
    expect([second.opened.length, second.more]).toEqual([51, false]);
  });

  it('keeps the marker when the follow-up fails', async () => {
    const id = await say();
    await expect(relayOnce(db.source, () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect((await relayOnce(db.source, async (_tx, entries) => entries.map(({ id: told }) => told))).opened).toEqual([
      id,
    ]);
  });
});

describe('the sealer', () => {
  it('gives committed entries dense positions and a chain that verifies', async () => {
    await Promise.all(Array.from({ length: 20 }, () => say()));
    await Promise.all([sealer().sealOnce(), sealer().sealOnce()]);
    await sealer().sealOnce();
    const rows: (ChainedEntry & { position: string; chainHash: string })[] = await db.source.query(
      `select position, chain_hash as "chainHash", id, event, at, actor_person_id as "actorPersonId", call_id as "callId", commitment
       from journal_seal join journal_entry on id = entry_id order by position`,
    );
    expect(rows.length).toBeGreaterThanOrEqual(23);
    expect(rows.map(({ position }) => Number(position))).toEqual(rows.map((_, i) => i + 1));
    let hash = GENESIS;
    for (const row of rows) {
      hash = nextChainHash(hash, BigInt(row.position), row);
      expect(row.chainHash).toBe(hash);
    }
  });

  it('signs heads and writes them outside the database, also after a line was cut short by a crash', async () => {
    const file = join(dir, 'heads.jsonl');
    await writeFile(file, `${await readFile(file, 'utf8')}{"position":"9`);
    await say();
    await sealer().sealOnce();
    const text = await readFile(file, 'utf8');
    const heads = text.split('\n').flatMap((line) => {
      try {
        return [JSON.parse(line) as { position: string; chainHash: string; signedAt: string; signature: string }];
      } catch {
        return [];
      }
    });
    const [stored] = await db.source.query('select position from journal_head order by position desc limit 1');
    expect(heads.at(-1)?.position).toBe(stored.position);
    for (const { position, chainHash, signedAt, signature } of heads) {
      const message = Buffer.from(headMessage(BigInt(position), chainHash, new Date(signedAt)));
      expect(verify(null, message, publicKey, Buffer.from(signature, 'base64'))).toBe(true);
    }
  });
});

describe('the files of heads', () => {
  const head = (position: number, day: string) => ({
    position: String(position),
    chainHash: 'c'.repeat(64),
    signedAt: new Date(`${day}T10:00:00Z`),
    signature: 's'.repeat(88),
  });
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'heads-files-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const positionsIn = async (path: string) => {
    const found: number[] = [];
    for await (const { position } of readHeldHeads(path)) found.push(Number(position));
    return found;
  };

  it('are read whole, each head once, also where a day ends meanwhile and its file gets another name', async () => {
    const file = new HeadsFile(folder);
    await file.append([head(1, '2026-11-26'), head(2, '2026-11-26')]);
    await file.append([head(3, '2026-11-27'), head(4, '2026-11-27')]);
    const found: number[] = [];
    for await (const { position } of readHeldHeads(folder)) {
      found.push(Number(position));
      if (found.length === 1) await file.append([head(5, '2026-11-28')]);
    }
    expect(found).toEqual([1, 2, 3, 4, 5]);
  });

  it('are one for each day, and go on where the last one ends, also after a crash between two', async () => {
    const file = new HeadsFile(folder);
    await file.append([head(1, '2026-11-26'), head(2, '2026-11-26')]);
    await file.append([head(3, '2026-11-26')]);
    await file.append([head(4, '2026-11-27')]);
    expect((await readdir(folder)).sort()).toEqual(['heads-2026-11-26.jsonl', 'heads.jsonl']);
    expect(await positionsIn(folder)).toEqual([1, 2, 3, 4]);
    await rename(join(folder, 'heads.jsonl'), join(folder, 'heads-2026-11-27.jsonl'));
    expect(await new HeadsFile(folder).lastPosition()).toBe(4n);
    // A clock that was ahead for a while: still the furthest, and still in the order of positions.
    await file.append([head(5, '2027-03-01')]);
    await file.append([head(6, '2027-03-02')]);
    await file.append([head(7, '2026-11-27')]);
    await file.append([head(8, '2026-11-28')]);
    expect(await positionsIn(folder)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    await rm(join(folder, 'heads.jsonl'));
    expect(await new HeadsFile(folder).lastPosition()).toBe(7n);
  });

  it('of years are not read to go on: a file longer than a text can be is taken over', async () => {
    const path = join(folder, 'heads.jsonl');
    const lead = `${JSON.stringify(head(41, '2026-11-26'))}\n`;
    await writeFile(path, lead);
    // Longer than the longest text of the engine; sparse, so that it takes no room.
    await truncate(path, 640 * 1024 ** 2);
    await appendFile(path, `\n${JSON.stringify(head(42, '2026-11-26'))}\n{"position":"43","sign`);
    const file = new HeadsFile(folder);
    expect(await file.lastPosition()).toBe(42n);
    await file.append([head(43, '2026-11-27')]);
    expect((await readdir(folder)).sort()).toEqual(['heads-2026-11-26.jsonl', 'heads.jsonl']);
    expect(await new HeadsFile(folder).lastPosition()).toBe(43n);
  });

  it('past a long tail that is no head, the last head is found; a file without any counts for nothing', async () => {
    const path = join(folder, 'heads.jsonl');
    await writeFile(path, `${JSON.stringify(head(7, '2026-11-26'))}\n${'x'.repeat(200_000)}`);
    expect(await new HeadsFile(folder).lastPosition()).toBe(7n);
    await writeFile(path, '{"position":"9');
    expect(await new HeadsFile(folder).lastPosition()).toBe(0n);
  });

  it('beyond a position are set aside for a restored journal; the rest stays', async () => {
    const file = new HeadsFile(folder);
    for (const [position, day] of [
      [1, '2026-11-25'],
      [2, '2026-11-26'],
      [3, '2026-11-27'],
    ] as const)
      await file.append([head(position, day)]);
    const aside = await setHeadsAside(folder, 1n, 'heads-before-restoring-b1');
    expect((await readdir(aside!)).sort()).toEqual(['heads-2026-11-26.jsonl', 'heads.jsonl']);
    expect(await positionsIn(aside!)).toEqual([2, 3]);
    expect(await positionsIn(folder)).toEqual([1]);
    expect(await new HeadsFile(folder).lastPosition()).toBe(1n);
    expect(await setHeadsAside(folder, 1n, 'heads-before-restoring-b2')).toBeNull();
  });

  it('that are out of order, or hold no head, are refused by name', async () => {
    const path = join(folder, 'mixed.jsonl');
    await writeFile(
      path,
      [head(2, '2026-11-26'), head(1, '2026-11-26')].map((one) => `${JSON.stringify(one)}\n`).join(''),
    );
    await expect(positionsIn(path)).rejects.toThrow(/mixed\.jsonl: the head of position 1 comes after that of 2/);
    await writeFile(path, '');
    await expect(positionsIn(path)).rejects.toThrow(/holds no signed head/);
  });
});

describe('the newest head', () => {
  it('is carried to a place outside once, where the verifier finds it', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'heads-outside-'));
    const carrier = new HeadsCarrier(db.source, { journalHeadsCopy: { dir: outside } });
    await say();
    await sealer().sealOnce();
    expect([await carrier.carry(), await carrier.carry()]).toEqual([1, 0]);
    await say();
    await sealer().sealOnce();
    expect(await carrier.carry()).toBe(1);
    const [stored] = await db.source.query('select position from journal_head order by position desc limit 1');
    const heads: string[] = [];
    for await (const { position } of readHeldHeads(outside)) heads.push(position);
    expect(heads).toHaveLength(2);
    expect(heads.at(-1)).toBe(stored.position);
    const held = readHeldHeads(outside);
    const verdict = await verifyJournal(readJournal(db.source), { publicKey, held, now: clock.now() });
    expect(verdict).toMatchObject({ ok: true, held: { heads: 2, upTo: stored.position } });
    expect(await new HeadsCarrier(db.source, { journalHeadsCopy: undefined }).carry()).toBe(0);
    await rm(outside, { recursive: true });
  });
});

describe('two workers that seal in turn', () => {
  it('write each head once, though each remembers where it left off', async () => {
    const [one, other] = [sealer(), sealer()];
    for (const each of [one, other, one, other]) {
      await say();
      await each.sealOnce();
    }
    const lines = (await readFile(join(dir, 'heads.jsonl'), 'utf8')).split('\n').filter((line) => line.endsWith('}'));
    const positions = lines.map((line) => (JSON.parse(line) as { position: string }).position);
    expect(positions).toEqual([...new Set(positions)]);
  });
});

describe('the runtime role', () => {
  it.each([
    ['journal_entry', 'event', 'at'],
    ['journal_detail', 'details', 'salt'],
    ['journal_seal', 'chain_hash', 'chain_hash'],
    ['journal_head', 'signature', 'signature'],
    ['scorecard', 'points', 'points'],
    ['consent_decision', 'may_record', 'may_record'],
  ])('can neither change nor delete %s', async (table, column) => {
    await expect(db.source.query(`update ${table} set ${column} = ${column}`)).rejects.toThrow(/permission denied/);
    await expect(db.source.query(`delete from ${table}`)).rejects.toThrow(/permission denied/);
    await expect(db.source.query(`truncate ${table} cascade`)).rejects.toThrow(/permission denied/);
  });

  it('is told from the owner, who could', async () => {
    const owner = new pg.Client({ connectionString: db.ownerUrl });
    await owner.connect();
    const done = await owner.query('update journal_entry set event = event where id = $1', [randomUUID()]);
    await owner.end();
    expect(done.rowCount).toBe(0);
  });
});

it('refuses details that do not fit their event, so that the change they tell of does not commit', async () => {
  await expect(
    journal.append(db.source.manager, 'call.not_recorded', { reason: 'because' as never }),
  ).rejects.toThrow();
});
