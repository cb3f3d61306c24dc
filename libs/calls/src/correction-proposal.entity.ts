import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type ConsentStatement, type CorrectionDecision, type Moved } from '#contracts';

/** A correction waiting for a second person, and its outcome. Triggers ensure that proposer, agents and decider are different people. */
@Entity('correction_proposal')
export class CorrectionProposal {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  callId!: string;

  /** The leg whose agent, times and facts it is about; what is known of the whole call is corrected through one of its legs. */
  @Column('uuid')
  legId!: string;

  /**
   * `token`: sent with an API token; `upload`: the same recording was sent again with other metadata;
   * `records`: records of the telephone system say otherwise. None has a fresh proof.
   */
  @Column('text')
  origin!: 'person' | 'token' | 'upload' | 'records';

  /** null once it was erased. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** Field → what it was when it was proposed. */
  @Column('jsonb')
  before!: object;

  @Column('jsonb')
  after!: object;

  @Column('jsonb', { nullable: true })
  consent!: ConsentStatement | null;

  /** With `consent`: the decision that was the last one then. */
  @Column('uuid', { nullable: true })
  consentDecisionId!: string | null;

  @Column('text', { array: true })
  moved!: Moved[];

  @Column('uuid')
  formerPersonId!: string;

  @Column('uuid', { nullable: true })
  agentPersonId!: string | null;

  @Column('uuid')
  proposedByPersonId!: string;

  @Column('timestamptz')
  proposedAt!: Date;

  @Column('timestamptz', { nullable: true })
  provedAt!: Date | null;

  @Column('text', { nullable: true })
  decision!: CorrectionDecision | null;

  @Column('uuid', { nullable: true })
  decidedByPersonId!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  decisionProvedAt!: Date | null;

  @Column('text', { nullable: true })
  decisionReason!: string | null;
}
