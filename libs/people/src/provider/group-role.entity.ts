import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Role } from '#contracts';

/** A group at the identity provider, and the role that its people are proposed for here: the proposals of the person who set it up. */
@Entity('group_role')
export class GroupRole {
  @PrimaryColumn('uuid')
  id!: string;

  /** As the provider writes it, upper and lower case apart. */
  @Column('text')
  groupName!: string;

  @Column('text')
  role!: Role;

  @Column('uuid', { nullable: true })
  teamId!: string | null;

  @Column('uuid', { nullable: true })
  clientId!: string | null;

  @Column('uuid')
  createdByPersonId!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;
}
