import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type ConsentGround, type ConsentState, type NotRecordedReason } from '#contracts';

/** What the gate decided for a call, by which rule, on which evidence. Never changed; a later statement is a later row. */
@Entity('consent_decision')
export class ConsentDecision {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  callId!: string;

  @Column('text')
  state!: ConsentState;

  @Column('text')
  ruleId!: string;

  /** The version of the rules that decided; null: they could not be read, and the strictest rule held. */
  @Column('int', { nullable: true })
  rulesVersion!: number | null;

  /** With `not_required`: on which ground, `other` where no rule knows it. null of decisions from before it was kept. */
  @Column('text', { nullable: true })
  ground!: ConsentGround | 'other' | null;

  @Column('boolean')
  mayRecord!: boolean;

  @Column('text', { nullable: true })
  reason!: NotRecordedReason | null;

  @Column('text', { nullable: true })
  evidenceKind!: string | null;

  @Column('timestamptz', { nullable: true })
  evidenceAt!: Date | null;

  @Column('text', { nullable: true })
  evidenceReference!: string | null;

  @Column('timestamptz')
  decidedAt!: Date;
}
