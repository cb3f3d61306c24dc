import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many records were taken of a source on a day, and are not in the journal yet. */
@Entity('untold_records')
export class UntoldRecords {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  sourceId!: string;

  /** Of the clock, UTC: `2026-12-01`. */
  @Column('date')
  day!: string;

  /** Who sent them; null: they lay in a watched folder. */
  @Column('uuid', { nullable: true })
  byPersonId!: string | null;

  @Column('bigint')
  taken!: string;
}
