import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An administrator lifted the lock of an account before its time; the database holds that it was another's. */
@Entity('account_unlock')
export class AccountUnlock {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  accountId!: string;

  @Column('uuid')
  liftedByPersonId!: string;

  @Column('timestamptz')
  liftedAt!: Date;

  /** In the administrator's words. */
  @Column('text')
  reason!: string;
}
