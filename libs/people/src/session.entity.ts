import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A signed-in browser. Only the token's hash is stored: a copy of the table signs nobody in. */
@Entity('session')
export class Session {
  /** sha256 of the cookie's token, hex. */
  @PrimaryColumn('text')
  tokenHash!: string;

  @Column('uuid')
  id!: string;

  @Column('uuid')
  accountId!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  lastSeenAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}

/** Failed sign-ins by (account name, address): the next try has to wait, longer each time. */
@Entity('sign_in_delay')
export class SignInDelay {
  @PrimaryColumn('text')
  username!: string;

  @PrimaryColumn('text')
  address!: string;

  @Column('int')
  failures!: number;

  @Column('timestamptz')
  delayedUntil!: Date;
}
