import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type AsideReason, type Bilingual, type FolderProblem } from '#contracts';

/**
 * `seen`: it may still be written. `taken`: it was taken in, or goes with one that was. `aside`: a person has to see it. `again`: a person asked
 * for another try. `away`: a person wants to hear no more of it.
 */
export type WatchedState = 'seen' | 'taken' | 'aside' | 'again' | 'away';

/** What is known of a file of a watched folder. */
@Entity('watched_file')
export class WatchedFile {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  sourceId!: string;

  /** Hash of where it lies below the folder. */
  @Column('bytea')
  place!: Buffer;

  /** Bytes; a number as text. */
  @Column('bigint')
  size!: string;

  /** Milliseconds since 1970; a number as text. */
  @Column('bigint')
  modifiedMs!: string;

  @Column('text')
  state!: WatchedState;

  /** Names hold customers' numbers: it is kept only while a person has to see it. */
  @Column('text', { nullable: true })
  name!: string | null;

  /** Where it is moved to, below the folder; null: it stays where it lies. */
  @Column('text', { nullable: true })
  movesTo!: string | null;

  @Column('boolean', { default: false })
  moved!: boolean;

  @Column('text', { nullable: true })
  reason!: AsideReason | null;

  @Column('text', { array: true, default: [] })
  about!: string[];

  @Column('jsonb', { nullable: true })
  said!: Bilingual | null;

  /** What will let it in without a person: someone gets this extension at that time, or this staff number. */
  @Column('text', { nullable: true })
  waitsExtension!: string | null;

  @Column('text', { nullable: true })
  waitsStaffNumber!: string | null;

  @Column('timestamptz', { nullable: true })
  waitsAt!: Date | null;

  /** Since when it is in its state. */
  @Column('timestamptz')
  since!: Date;
}

/** How far a log of a watched folder was read. It goes by its inode, which it keeps when it is rotated. */
@Entity('watched_log')
export class WatchedLog {
  @PrimaryColumn('uuid')
  sourceId!: string;

  /** With its device. */
  @PrimaryColumn('text')
  inode!: string;

  @Column('text')
  name!: string;

  /** Bytes that were read as whole lines; a number as text. */
  @Column('bigint')
  readBytes!: string;

  /** Hash of the bytes before. */
  @Column('text')
  before!: string;

  /** Lines that were read. */
  @Column('bigint')
  lines!: string;

  /** Bytes as they lie there; a number as text. */
  @Column('bigint')
  size!: string;

  @Column('timestamptz')
  grewAt!: Date;

  /** Nothing of it is this source's. */
  @Column('text', { nullable: true })
  problem!: AsideReason | null;

  /** The last lines that could not be read. */
  @Column('jsonb', { default: [] })
  unread!: { line: number; what: string }[];
}

/** When a folder was last looked into, and what was in the way. */
@Entity('watched_look')
export class WatchedLook {
  @PrimaryColumn('uuid')
  sourceId!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text', { nullable: true })
  problem!: FolderProblem | null;

  /** Files that may still be written, or wait for what belongs to them. */
  @Column('int')
  waiting!: number;
}
