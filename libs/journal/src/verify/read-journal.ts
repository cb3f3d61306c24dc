import { type DataSource, type EntityManager } from 'typeorm';
import { type ChainedEntry } from '../chain.rules.js';
import { type EntryDetail, type HeadLine, type JournalLine, type SealedLine } from './journal-line.js';

/** So many rows are hashed at a time, which is far under what the event loop is given. */
const PAGE = 200;

type EntryRow = Omit<ChainedEntry, 'at'> & { at: Date; salt: string | null; details: EntryDetail['details'] | null };
type SealRow = Omit<EntryRow, 'id'> & { id: string | null; position: string; chainHash: string; entryId: string };

const ENTRY = `id, event, at, actor_person_id as "actorPersonId", call_id as "callId", commitment, salt, details`;

/**
 * The journal of a live database, in one snapshot that writes nothing: any role that may select the five tables will do. A page at a time,
 * for a journal of any length.
 */
export async function* readJournal(source: DataSource): AsyncGenerator<JournalLine, void, undefined> {
  const runner = source.createQueryRunner();
  await runner.connect();
  try {
    await runner.query('begin isolation level repeatable read read only');
    yield* sealed(runner.manager);
    yield* unsealed(runner.manager);
  } finally {
    await runner.query('rollback');
    await runner.release();
  }
}

async function* sealed(tx: EntityManager): AsyncGenerator<JournalLine, void, undefined> {
  for (let after = '0', more = true; more;) {
    const rows: SealRow[] = await tx.query(
      `select position, chain_hash as "chainHash", journal_seal.entry_id as "entryId", ${ENTRY}
       from journal_seal left join journal_entry on id = journal_seal.entry_id
       left join journal_detail on journal_detail.entry_id = journal_seal.entry_id
       where position > $1 order by position limit $2`,
      [after, PAGE],
    );
    more = rows.length === PAGE;
    // Also heads beyond the last row, which a cut tail leaves behind.
    const until = more ? (rows.at(-1)?.position ?? after) : String(2n ** 62n);
    const heads: Omit<HeadLine, 'kind'>[] = await tx.query(
      `select position, chain_hash as "chainHash", signed_at as "signedAt", signature from journal_head
       where position > $1 and position <= $2 order by position`,
      [after, until],
    );
    yield* inOrder(rows.map(sealedLine), heads);
    after = until;
  }
}

function* inOrder(entries: SealedLine[], heads: Omit<HeadLine, 'kind'>[]): Generator<JournalLine> {
  let next = 0;
  for (const entry of entries) {
    yield entry;
    for (let head = heads[next]; head && BigInt(head.position) <= BigInt(entry.position); head = heads[++next])
      yield { kind: 'head', ...head };
  }
  for (const head of heads.slice(next)) yield { kind: 'head', ...head };
}

const sealedLine = ({ position, chainHash, entryId, salt, details, ...entry }: SealRow): SealedLine => ({
  kind: 'entry',
  position,
  chainHash,
  entryId,
  entry: entry.id === null ? null : { ...entry, id: entry.id },
  detail: salt === null || details === null ? null : { salt, details },
});

async function* unsealed(tx: EntityManager): AsyncGenerator<JournalLine, void, undefined> {
  for (let after = '00000000-0000-0000-0000-000000000000', more = true; more;) {
    const rows: (EntryRow & { marked: boolean })[] = await tx.query(
      `select ${ENTRY}, exists (select from journal_pending where entry_id = id and purpose = 'seal') as marked
       from journal_entry left join journal_detail on entry_id = id
       where id > $1 and not exists (select from journal_seal where entry_id = id) order by id limit $2`,
      [after, PAGE],
    );
    for (const { marked, salt: _salt, details: _details, ...entry } of rows) yield { kind: 'unsealed', entry, marked };
    more = rows.length === PAGE;
    after = rows.at(-1)?.id ?? after;
  }
}
