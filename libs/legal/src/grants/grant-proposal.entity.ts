import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type GrantProposalState } from '#contracts';
import { GrantTerms } from '../standing-grant.entity.js';

/** A standing grant that one person of legal proposes and another publishes (a constraint of the database holds the two apart). */
@Entity('grant_proposal')
export class GrantProposal extends GrantTerms {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  reason!: string;

  @Column('uuid')
  proposedByPersonId!: string;

  @Column('timestamptz')
  proposedAt!: Date;

  @Column('text')
  state!: GrantProposalState;

  @Column('uuid', { nullable: true })
  decidedByPersonId!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('text', { nullable: true })
  decisionReason!: string | null;
}
