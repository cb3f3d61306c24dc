import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type SuspensionCause } from '#contracts';

/**
 * A suspension: a person's content and approver rights wait until a second person has confirmed who has the account (constraints of the
 * database, ADR 0043).
 */
@Entity('role_suspension')
export class RoleSuspension {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  /** Through which account; the rights of all of the person's accounts wait. */
  @Column('uuid')
  accountId!: string;

  @Column('text')
  cause!: SuspensionCause;

  /** null: by the command on the machine. */
  @Column('uuid', { nullable: true })
  causedByPersonId!: string | null;

  @Column('timestamptz')
  causedAt!: Date;

  @Column('uuid', { nullable: true })
  confirmedByPersonId!: string | null;

  @Column('uuid', { nullable: true })
  confirmedByAccountId!: string | null;

  @Column('timestamptz', { nullable: true })
  confirmedAt!: Date | null;
}
