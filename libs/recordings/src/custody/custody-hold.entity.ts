import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a legal hold covers: a call with everything recorded and derived of it, or one recording of it. Released rows stay. */
@Entity('custody_hold')
export class CustodyHold {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  holdId!: string;

  @Column('uuid')
  callId!: string;

  /** null: every recording of the call, also those that come later. */
  @Column('uuid', { nullable: true })
  recordingId!: string | null;

  @Column('timestamptz')
  placedAt!: Date;

  @Column('timestamptz', { nullable: true })
  releasedAt!: Date | null;
}
