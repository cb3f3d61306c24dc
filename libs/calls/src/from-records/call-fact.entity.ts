import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One thing that is known of a call or a leg, and who says so. The same thing may be told by several: the call's own columns hold what counts. */
@Entity('call_fact')
export class CallFact {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: string;

  @Column('uuid')
  callId!: string;

  /** null: of the call itself. */
  @Column('uuid', { nullable: true })
  legId!: string | null;

  /** By the name that the fold gives it: `answeredAt`, `hangupSide`. */
  @Column('text')
  name!: string;

  /** Times in ISO 8601; the customer masked. */
  @Column('jsonb', { nullable: true })
  value!: unknown;

  /** Seconds by which a time or a length may be off. */
  @Column('real', { nullable: true })
  within!: number | null;

  /** Another record says otherwise, and neither is taken. */
  @Column('boolean', { default: false })
  contradicted!: boolean;

  @Column('text')
  toldBy!: 'records' | 'upload' | 'person';

  @Column('uuid', { nullable: true })
  sourceId!: string | null;

  /** The record that says so, of that source. */
  @Column('uuid', { nullable: true })
  recordId!: string | null;

  /** When it became known here. */
  @Column('timestamptz')
  at!: Date;
}
