import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type RecertifiedKind, type RecertifiedState, type Role } from '#contracts';

/** How often rights are reviewed; one row, and none until an administrator set it. */
@Entity('recertification_setting')
export class RecertificationSettingRow {
  @PrimaryColumn('int')
  id!: 1;

  @Column('int')
  everyMonths!: number;

  @Column('int')
  answerDays!: number;

  /** By the site's calendar; null: off. */
  @Column('date', { nullable: true })
  nextOn!: string | null;
}

/** One time at which it was asked. */
@Entity('recertification_round')
export class RecertificationRoundRow {
  @PrimaryColumn('uuid')
  id!: string;

  /** `RC-0001`, by the database. */
  @Column({ type: 'text', insert: false, update: false })
  code!: string;

  @Column('timestamptz')
  openedAt!: Date;

  @Column('timestamptz')
  dueAt!: Date;

  @Column('int', { default: 0 })
  reminded!: number;

  @Column('timestamptz', { nullable: true })
  overdueToldAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;
}

/** One right about which it is asked, as it was when the round began. No person answers about their own (constraint). */
@Entity('recertification_item')
export class RecertificationItemRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  roundId!: string;

  @Column('text')
  kind!: RecertifiedKind;

  /** The role, standing grant, token, group or absence. A role's row goes when it is taken away. */
  @Column('uuid')
  rightId!: string;

  @Column('uuid', { nullable: true })
  personId!: string | null;

  /** The team of the person when it was asked. */
  @Column('uuid', { nullable: true })
  ofTeamId!: string | null;

  @Column('text')
  role!: Role;

  @Column('uuid', { nullable: true })
  teamId!: string | null;

  @Column('uuid', { nullable: true })
  clientId!: string | null;

  @Column('text')
  state!: RecertifiedState;

  @Column('uuid', { nullable: true })
  answeredByPersonId!: string | null;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  /** In the words of the person who answered. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** Null where it ended on another way. */
  @Column('uuid', { nullable: true })
  removedByPersonId!: string | null;

  @Column('timestamptz', { nullable: true })
  removedAt!: Date | null;
}
