import { Column, Entity, PrimaryColumn, type EntityManager } from 'typeorm';
import { type ConsentGround, type ConsentState, type NotRecordedReason } from '#contracts';

/** The order of decisions, the last first; of two at one time the stricter, so that no recording rests on which of them was written first. */
export const LAST_FIRST = { decidedAt: 'DESC', mayRecord: 'ASC', id: 'DESC' } as const;

/** What was decided last of a call. */
export const lastDecision = (tx: EntityManager, callId: string): Promise<ConsentDecision> =>
  tx.findOneOrFail(ConsentDecision, { where: { callId }, order: LAST_FIRST });

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
