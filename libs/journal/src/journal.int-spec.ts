import { generateKeyPairSync, randomUUID, verify } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { Clock } from '#platform';
import { migratedDatabase, type MigratedDatabase } from '../../../test/support/migrated-database.js';
import {
  GENESIS,
  headMessage,
  HeadsFile,
  JournalService,
  nextChainHash,
  relayOnce,
  Sealer,
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
const sealer = () => new Sealer(db.source, clock, privateKey, new HeadsFile(dir));

describe('the relay', () => {
  it('hands every committed entry over once, whatever the order of commits and however many relays run', async () => {
    const slow = db.source.createQueryRunner();
    await slow.startTransaction();
    const late = await say(slow.manager);
    const early = await say();

    const seen: string[] = [];
    const relay = () =>
      relayOnce(db.source, async (_tx, { id }) => {
        seen.push(id);
        return [id];
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
    expect((await relayOnce(db.source, async (_tx, { id }) => [id])).opened).toEqual([]);
  });

  it('keeps the marker when the follow-up fails', async () => {
    const id = await say();
    await expect(relayOnce(db.source, () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect((await relayOnce(db.source, async (_tx, entry) => [entry.id])).opened).toEqual([id]);
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
