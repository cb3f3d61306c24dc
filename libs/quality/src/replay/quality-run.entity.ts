import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type RunKind } from '#contracts';

/** A pass over past calls that a person asked for: what it reaches, how far it is, how it ended. */
@Entity('quality_run')
export class QualityRun {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: RunKind;

  @Column('uuid')
  askedByPersonId!: string;

  @Column('timestamptz')
  askedAt!: Date;

  /** The teams that the asker could reach then; null for every team. */
  @Column('uuid', { array: true, nullable: true })
  teamIds!: string[] | null;

  @Column('date')
  fromDay!: string;

  @Column('date')
  toDay!: string;

  @Column('timestamptz')
  fromAt!: Date;

  @Column('timestamptz')
  toAt!: Date;

  @Column('int')
  atMost!: number;

  @Column('text', { nullable: true })
  checklistId!: string | null;

  /** null for a draft. */
  @Column('int', { nullable: true })
  checklistVersion!: number | null;

  /** The checklist as it was when the run was asked for: a draft that is edited meanwhile does not change what is tested. */
  @Column('jsonb', { nullable: true })
  definition!: object | null;

  @Column('text', { nullable: true })
  definitionSha256!: string | null;

  @Column('text', { nullable: true })
  lexiconHash!: string | null;

  @Column('text', { nullable: true })
  engineHash!: string | null;

  @Column('text', { nullable: true })
  profileHash!: string | null;

  /** Legs that it will look at. */
  @Column('int')
  total!: number;

  @Column('int')
  done!: number;

  @Column('int')
  leftOut!: number;

  @Column('int')
  filed!: number;

  /** The last leg that is done: the checkpoint. */
  @Column('uuid', { nullable: true })
  atLegId!: string | null;

  @Column('timestamptz', { nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  cancelledAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  failedAt!: Date | null;

  @Column('text', { nullable: true })
  failure!: string | null;
}
