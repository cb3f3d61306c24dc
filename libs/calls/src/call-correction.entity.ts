import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That what was known of a call was corrected. The journal has the fields and closed values; the rest is here only. Never changed. */
@Entity('call_correction')
export class CallCorrection {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  callId!: string;

  @Column('uuid')
  byPersonId!: string;

  @Column('timestamptz')
  at!: Date;

  /** `upload`: the same recording was sent again with other metadata. */
  @Column('text')
  origin!: 'person' | 'upload';

  @Column('text')
  reason!: string;

  /** Field → what it was. */
  @Column('jsonb')
  before!: object;

  @Column('jsonb')
  after!: object;
}
