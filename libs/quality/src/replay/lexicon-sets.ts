import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';
import { JournalService } from '#journal';
import { Clock } from '#platform';
import { contentHash } from '../content-hash.rules.js';
import { type Lexicons } from '../lexicons/lexicon.rules.js';
import { loadLexicons } from '../lexicons/load-lexicons.js';

/** The phrase lists of every language under the hash of their content. Never changed. */
@Entity('lexicon_set')
export class LexiconSet {
  @PrimaryColumn('text')
  sha256!: string;

  @Column('json')
  content!: Omit<Lexicons, 'hash'>;

  @Column('timestamptz')
  storedAt!: Date;
}

/**
 * Every set of lexicons that a process of this installation ever judged with. A card names its set by hash; the set is written down when the
 * process starts, so that the card can be replayed when the product comes with others.
 */
@Injectable()
export class LexiconSets implements OnApplicationBootstrap {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.keep(loadLexicons());
  }

  /** Writes a set down, once. */
  async keep({ hash: sha256, ...content }: Lexicons): Promise<void> {
    await this.source.transaction(async (tx) => {
      const rows: unknown[] = await tx.query(
        `insert into lexicon_set (sha256, content, stored_at) values ($1, $2, $3) on conflict do nothing returning sha256`,
        [sha256, JSON.stringify(content), this.clock.now()],
      );
      if (rows.length > 0) await this.journal.append(tx, 'lexicons.stored', { sha256 });
    });
  }

  /** @returns null where this installation never had the set, and 'altered' where what is stored is not what the hash names */
  async find(sha256: string): Promise<Lexicons | 'altered' | null> {
    const row = await this.source.manager.findOneBy(LexiconSet, { sha256 });
    if (!row) return null;
    return contentHash(row.content) === sha256 ? { hash: sha256, ...row.content } : 'altered';
  }
}
