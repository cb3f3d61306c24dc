/*
 * The sealer's protocol
 *   1. One sealer at a time: a session lock in the database; others go home.
 *   2. Committed entries that are marked get the next dense positions and are chained, in one transaction with a signed head.
 *   3. After that commit, heads not yet outside the database are appended to the heads file, which is flushed to the disk.
 * An entry is unsealed for at most a round (2 s) and the time the lock takes; 5 s are allowed. A crash between 2 and 3 is made good
 * by the next round, because the file itself says how far it goes.
 */
import { type KeyObject, sign } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '#platform';
import { GENESIS, headMessage, nextChainHash, type ChainedEntry } from './chain.rules.js';
import { type HeadsFile } from './heads-file.js';
import { JournalHead, JournalSeal } from './journal-entry.entity.js';

const LOCK = 7302;
const BATCH = 1000;

export class JournalSealer {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly signingKey: KeyObject,
    private readonly headsFile: HeadsFile,
  ) {}

  /** Seals what has committed. @returns how many entries got a position; 0 also when another process is sealing */
  async sealOnce(): Promise<number> {
    const runner = this.source.createQueryRunner();
    await runner.connect();
    try {
      const [lock]: { locked: boolean }[] = await runner.query('select pg_try_advisory_lock($1) as locked', [LOCK]);
      if (!lock?.locked) return 0;
      try {
        let sealed = 0;
        for (let batch = BATCH; batch === BATCH; sealed += batch) {
          batch = await runner.manager.transaction((tx) => this.sealBatch(tx));
        }
        await this.exportHeads(runner.manager);
        return sealed;
      } finally {
        await runner.query('select pg_advisory_unlock($1)', [LOCK]);
      }
    } finally {
      await runner.release();
    }
  }

  private async sealBatch(tx: EntityManager): Promise<number> {
    const entries: ChainedEntry[] = await tx.query(
      `select id, event, at, actor_person_id as "actorPersonId", call_id as "callId", commitment
       from journal_pending join journal_entry on id = entry_id where purpose = 'seal' order by entry_id limit $1`,
      [BATCH],
    );
    if (entries.length === 0) return 0;
    let { position, chainHash } = await lastSeal(tx);
    const seals = entries.map((entry) => {
      position += 1n;
      chainHash = nextChainHash(chainHash, position, entry);
      return { position: position.toString(), entryId: entry.id, chainHash };
    });
    await tx.insert(JournalSeal, seals);
    await tx.query(`delete from journal_pending where purpose = 'seal' and entry_id = any($1)`, [
      entries.map(({ id }) => id),
    ]);
    await tx.insert(JournalHead, this.signHead(position, chainHash));
    return entries.length;
  }

  private signHead(position: bigint, chainHash: string) {
    const signedAt = this.clock.now();
    const message = Buffer.from(headMessage(position, chainHash, signedAt));
    const signature = sign(null, message, this.signingKey).toString('base64');
    return { position: position.toString(), chainHash, signedAt, signature };
  }

  /** So many at a time, for a folder that was lost is filled again from the first head on. */
  private async exportHeads(tx: EntityManager): Promise<void> {
    for (let more = true; more;) {
      const heads = await tx
        .createQueryBuilder(JournalHead, 'head')
        .where('head.position > :last', { last: (await this.headsFile.lastPosition()).toString() })
        .orderBy('head.position')
        .take(BATCH)
        .getMany();
      if (heads.length > 0) await this.headsFile.append(heads);
      more = heads.length === BATCH;
    }
  }
}

async function lastSeal(tx: EntityManager): Promise<{ position: bigint; chainHash: string }> {
  const [last]: { position: string; chain_hash: string }[] = await tx.query(
    'select position, chain_hash from journal_seal order by position desc limit 1',
  );
  return last ? { position: BigInt(last.position), chainHash: last.chain_hash } : { position: 0n, chainHash: GENESIS };
}
