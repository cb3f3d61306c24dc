import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type GoalMeasure } from '#contracts';

/** What an agent and a coach want to see in later calls. */
@Entity('coaching_goal')
export class CoachingGoalRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  sessionId!: string;

  @Column('text', { nullable: true })
  checklistId!: string | null;

  @Column('text', { nullable: true })
  itemId!: string | null;

  @Column('text', { nullable: true })
  measure!: GoalMeasure | null;

  /** Seconds, a count, or per cent, as the measure has it. */
  @Column('double precision', { nullable: true })
  atMost!: number | null;

  @Column('int')
  targetPercent!: number;

  /** Days of the site. */
  @Column('date')
  fromDay!: string;

  @Column('date')
  untilDay!: string;

  @Column('uuid')
  setByPersonId!: string;

  @Column('timestamptz')
  setAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('uuid', { nullable: true })
  endedByPersonId!: string | null;
}
