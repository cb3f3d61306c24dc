import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An id that telephone records know a call by. A call that no record tells of answers to its own `externalId` alone. */
@Entity('call_name')
export class CallName {
  @PrimaryColumn('text')
  source!: string;

  @PrimaryColumn('text')
  externalId!: string;

  @Column('uuid')
  callId!: string;
}

/** Two calls that turned out to be one: `callId` is shown as part of `intoCallId`, and its id goes on to answer. Its recorded legs stay its own. */
@Entity('call_joined')
export class CallJoined {
  @PrimaryColumn('uuid')
  callId!: string;

  @Column('uuid')
  intoCallId!: string;

  @Column('timestamptz')
  at!: Date;
}
