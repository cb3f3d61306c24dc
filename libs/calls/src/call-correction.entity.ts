import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Moved } from '#contracts';

/** That what was known of a call was corrected. The journal has the fields and closed values; the rest is here only. Never changed. */
@Entity('call_correction')
export class CallCorrection {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  callId!: string;

  /** The leg whose agent, times and facts it is about; what is known of the whole call is corrected through one of its legs. */
  @Column('uuid')
  legId!: string;

  @Column('uuid')
  byPersonId!: string;

  @Column('timestamptz')
  at!: Date;

  /** `upload`: the same recording was sent again with other metadata; `records`: of the telephone system. */
  @Column('text')
  origin!: 'person' | 'upload' | 'records';

  @Column('text')
  reason!: string;

  /** Field → what it was. */
  @Column('jsonb')
  before!: object;

  @Column('jsonb')
  after!: object;

  /** What it moved; null of corrections from before this was asked. */
  @Column('text', { array: true, nullable: true })
  moved!: Moved[] | null;

  /** The proposal that a second person confirmed; null of what held at once. */
  @Column('uuid', { nullable: true })
  proposalId!: string | null;
}
