import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many new records a source gave in an hour; the database counts them. */
@Entity('source_hour')
export class SourceHour {
  @PrimaryColumn('uuid')
  sourceId!: string;

  @PrimaryColumn('timestamptz')
  hour!: Date;

  @Column('bigint')
  records!: string;
}
