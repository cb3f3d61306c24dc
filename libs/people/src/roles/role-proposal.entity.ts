import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type ProposalState, type Role } from '#contracts';

/** A role that one person proposes for another; a third decides (constraints of the database hold all three apart). */
@Entity('role_proposal')
export class RoleProposal {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  accountId!: string;

  /** Who would get the role. */
  @Column('uuid')
  personId!: string;

  @Column('text')
  role!: Role;

  @Column('uuid', { nullable: true })
  teamId!: string | null;

  @Column('uuid', { nullable: true })
  clientId!: string | null;

  @Column('uuid')
  proposedByPersonId!: string;

  @Column('timestamptz')
  proposedAt!: Date;

  @Column('text')
  state!: ProposalState;

  @Column('uuid', { nullable: true })
  decidedByPersonId!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  /** With a refusal: why, in the decider's words. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** The group at the identity provider for which it was proposed; null: a person thought of it. */
  @Column('uuid', { nullable: true })
  groupRoleId!: string | null;

  /** Did the company's directory propose it (SCIM)? Only what it gave does it take away. */
  @Column('boolean', { default: false })
  provisioned!: boolean;
}
