import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Lets one device show the floor of one team, without an account, until it ends. */
@Entity('wall_link')
export class WallLinkRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  teamId!: string;

  /** Where it hangs, in the administrator's words. */
  @Column('text')
  device!: string;

  /** sha256, hex: the link itself is nowhere. It opens once. */
  @Column('text')
  linkHash!: string;

  /** sha256, hex, of what the device that opened it was given in its place; null: it was not opened yet. */
  @Column('text', { nullable: true })
  deviceHash!: string | null;

  @Column('uuid')
  madeByPersonId!: string;

  @Column('timestamptz')
  madeAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('timestamptz', { nullable: true })
  openedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;

  @Column('uuid', { nullable: true })
  revokedByPersonId!: string | null;
}
