import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The acts of a version of a call's words, by what found them. What they are is in the sealed object. */
@Entity('found_acts')
export class FoundActsRow {
  @PrimaryColumn('uuid')
  transcriptId!: string;

  @PrimaryColumn('text')
  engine!: string;

  /** SHA-256 of the weights. */
  @PrimaryColumn('text')
  hash!: string;

  @Column('uuid')
  objectId!: string;

  @Column('timestamptz')
  foundAt!: Date;
}
