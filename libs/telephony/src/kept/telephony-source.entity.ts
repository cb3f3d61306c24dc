import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type TelephonySourceSettings, type WatchedFolder } from '#contracts';
import { type HouseKnowledge } from '../sources/knowledge.rules.js';

/** A telephone system of the company whose records are taken. */
@Entity('telephony_source')
export class TelephonySourceRow {
  @PrimaryColumn('uuid')
  id!: string;

  /** As calls name it: what is uploaded under the same name is of the same system. */
  @Column('text')
  name!: string;

  /** Which of `SOURCES` reads it. */
  @Column('text')
  reader!: string;

  @Column('jsonb')
  settings!: TelephonySourceSettings;

  /** What its records together tell of the house, in its reader's own form. */
  @Column('jsonb', { nullable: true })
  house!: HouseKnowledge | null;

  /** The house is known better than when its calls were last folded: they are folded again. */
  @Column('boolean', { default: false })
  houseGrew!: boolean;

  /** The teams that it may speak for; null: all. */
  @Column('uuid', { array: true, nullable: true })
  teamIds!: string[] | null;

  /** A folder that is watched for its files; null: there is none. */
  @Column('jsonb', { nullable: true })
  folder!: WatchedFolder | null;

  @Column('uuid')
  createdByPersonId!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  lastReceivedAt!: Date | null;

  /** When the newest of its records happened. */
  @Column('timestamptz', { nullable: true })
  lastRecordAt!: Date | null;

  /** How many different records it gave; a number as text. */
  @Column('bigint', { default: 0 })
  records!: string;

  /** How many lines could not be read; a number as text. */
  @Column('bigint', { default: 0 })
  unread!: string;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
