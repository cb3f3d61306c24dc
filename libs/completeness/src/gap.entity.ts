import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  type CompletenessSettings,
  type GapAcceptance,
  type GapClosing,
  type GapFacts,
  type GapKind,
} from '#contracts';

/** Something that is missing of a call. One row of a kind stands for one leg or recording at a time; what comes back is a new row. */
@Entity('gap')
export class GapRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: GapKind;

  @Column('uuid')
  callId!: string;

  @Column('uuid')
  legId!: string;

  @Column('uuid', { nullable: true })
  recordingId!: string | null;

  @Column('jsonb')
  facts!: GapFacts;

  /** Who took it on; null: whose role it is. */
  @Column('uuid', { nullable: true })
  ownerPersonId!: string | null;

  @Column('timestamptz')
  openedAt!: Date;

  /** When it was last looked at and still so. */
  @Column('timestamptz')
  seenAt!: Date;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  @Column('text', { nullable: true })
  closing!: GapClosing | null;

  /** Since when it is not so any more: of one that was accepted, later than it was closed. */
  @Column('timestamptz', { nullable: true })
  overAt!: Date | null;

  @Column('uuid', { nullable: true })
  askedByPersonId!: string | null;

  @Column('timestamptz', { nullable: true })
  askedAt!: Date | null;

  @Column('text', { nullable: true })
  reason!: GapAcceptance | null;

  /** In the person's own words; goes with the call. */
  @Column('text', { nullable: true })
  note!: string | null;

  @Column('uuid', { nullable: true })
  acceptedByPersonId!: string | null;
}

/** How far a talk of an agent has come that ought to be recorded, or is: what the board counts. */
@Entity('leg_completeness')
export class LegCompleteness {
  @PrimaryColumn('uuid')
  legId!: string;

  @Column('uuid')
  callId!: string;

  /** By the site's calendar. */
  @Column('date')
  day!: string;

  @Column('text')
  source!: string;

  @Column('uuid', { nullable: true })
  teamId!: string | null;

  @Column('boolean')
  recorded!: boolean;

  @Column('boolean')
  transcribed!: boolean;

  @Column('boolean')
  scored!: boolean;
}

/** What counts as missing; one row, and none until it was set. */
@Entity('completeness_setting')
export class CompletenessSettingRow {
  @PrimaryColumn('int')
  id!: 1;

  @Column('jsonb')
  settings!: CompletenessSettings;
}
