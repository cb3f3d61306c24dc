import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A key that search tokens are made with. The key itself lies in the key store, in both copies, and nowhere else. */
@Entity('search_key')
export class SearchKey {
  @PrimaryColumn('uuid')
  keyId!: string;

  @Column('timestamptz')
  createdAt!: Date;

  /** From then on nothing new is indexed under it; it is destroyed when nothing is left under it. */
  @Column('timestamptz', { nullable: true })
  retiredAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  destroyedAt!: Date | null;
}

/** The newest words of one recording, as far as they can be searched. Search alone reads what they are found by, `tokens` and `places`. */
@Entity('indexed_words')
export class IndexedWords {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  doc!: string;

  @Column('uuid')
  recordingId!: string;

  @Column('uuid')
  legId!: string;

  @Column('uuid')
  transcriptId!: string;

  @Column('uuid')
  keyId!: string;

  /** `TOKEN_RULES` and what masked the words: another value is indexed again. */
  @Column('text')
  madeBy!: string;

  /** When the call started: what results are ordered by. */
  @Column('timestamptz')
  startedAt!: Date;
}
