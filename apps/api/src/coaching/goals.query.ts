import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DAYS_BEFORE_AT_LEAST, goalChange, goalReached } from '#coaching';
import { type Bilingual, type CoachingGoal, type GoalMeasure } from '#contracts';
import { CompanyService } from '#people';
import { wilson } from '#quality';
import { followUpSql } from './follow-up.sql.js';

interface Counts {
  of: number;
  n: number;
  people: number;
  versions: number[];
}

type Same = 'goalId' | 'targetPercent' | 'fromDay' | 'untilDay' | 'due' | 'beforeFrom';
interface Row extends Pick<CoachingGoal, Same> {
  checklistId: string | null;
  itemId: string | null;
  title: Bilingual | null;
  measure: GoalMeasure | null;
  atMost: number | null;
  endedAt: Date | null;
  before: Counts;
  after: Counts;
}

/** Goals with their follow-up, counted now from the agent's calls: the same for coach and agent. */
@Injectable()
export class GoalsQuery {
  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
  ) {}

  async of(sessionId: string): Promise<CoachingGoal[]> {
    const { timeZone } = await this.company.profile();
    const rows: Row[] = await this.source.query(followUpSql('$1', '$2', DAYS_BEFORE_AT_LEAST), [sessionId, timeZone]);
    return rows.map(goalView);
  }
}

function goalView({ checklistId, itemId, title, measure, atMost, endedAt, ...row }: Row): CoachingGoal {
  const [before, after] = [wilson(row.before.n, row.before.of), wilson(row.after.n, row.after.of)];
  const versions = new Set([...row.before.versions, ...row.after.versions]).size;
  const { targetPercent } = row;
  return {
    ...row,
    item: checklistId !== null && itemId !== null && title ? { checklistId, itemId, title } : null,
    measure: measure !== null && atMost !== null ? { name: measure, atMost } : null,
    endedAt: endedAt?.toISOString() ?? null,
    before,
    after,
    byPeople: row.after.people,
    reached: goalReached({ after }, targetPercent),
    change: goalChange({ before, after, versions }),
  };
}
