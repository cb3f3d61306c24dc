import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Bilingual, type Permission, type Run, type RunKind, type RunList, type RunState } from '#contracts';
import { scopeOf, type Asker } from '#people';
import { Parameters } from '../reach/visible-legs.js';
import { apiRefusals } from '../refusals.js';

const NEWEST = 50;

/** Which right reads and asks for which kind of run. */
export const RUN_PERMISSION = {
  back_test: 'scorecards.backtest',
  rescore: 'scorecards.rescore',
  rehear: 'transcripts.rehear',
} as const satisfies Record<RunKind, Permission>;

interface Row extends Omit<Run, 'askedAt' | 'startedAt' | 'endedAt' | 'checklist' | 'state'> {
  askedAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  cancelledAt: Date | null;
  failedAt: Date | null;
  checklistId: string | null;
  checklistVersion: number | null;
  title: Bilingual | null;
}

const RUN = `
  select run.id as "runId", kind, asked_at as "askedAt", json_build_object('zh', person.name_zh, 'en', person.name_en) as "askedBy",
    from_day::text as "from", to_day::text as "to", team_ids as "teamIds",
    (select count(*)::int from rescore_telling where run_id = run.id) as told, checklist_id as "checklistId", checklist_version as "checklistVersion",
    definition->'title' as title, total, done, left_out as "leftOut", filed, started_at as "startedAt", finished_at as "finishedAt",
    cancelled_at as "cancelledAt", failed_at as "failedAt", failure
  from quality_run run join person on person.id = run.asked_by_person_id`;

/** Passes over past calls. A person who may see every team that a pass reaches may see the pass. */
@Injectable()
export class RunQuery {
  constructor(private readonly source: DataSource) {}

  /** The newest, of all askers. */
  async list(asker: Asker, kind: RunKind): Promise<RunList> {
    const parameters = new Parameters();
    const conditions = `kind = ${parameters.add(kind)} and ${reached(asker, kind, parameters)}`;
    const rows: Row[] = await this.source.query(
      `${RUN} where ${conditions} order by asked_at desc, run.id desc limit ${NEWEST}`,
      parameters.values,
    );
    return { runs: rows.map(runOf) };
  }

  /** @throws DomainError `not_found` */
  async one(asker: Asker, kind: RunKind, runId: string): Promise<Run> {
    const parameters = new Parameters();
    const conditions = `run.id = ${parameters.add(runId)} and kind = ${parameters.add(kind)}`;
    const [row]: Row[] = await this.source.query(
      `${RUN} where ${conditions} and ${reached(asker, kind, parameters)}`,
      parameters.values,
    );
    if (!row) throw apiRefusals.not_found();
    return runOf(row);
  }

  /** A run that lists what flips: a back-test, or scoring again by one checklist, each by its own right. @throws DomainError `not_found` */
  async flipping(asker: Asker, runId: string): Promise<Run> {
    const [found]: { kind: RunKind }[] = await this.source.query(
      `select kind from quality_run where id = $1 and kind in ('back_test', 'rescore') and definition is not null`,
      [runId],
    );
    if (!found) throw apiRefusals.not_found();
    return this.one(asker, found.kind, runId);
  }
}

/** A pass over teams that the asker does not reach says nothing that they may know. */
function reached(asker: Asker, kind: RunKind, parameters: Parameters): string {
  const scope = scopeOf(RUN_PERMISSION[kind], asker.held, asker.personId);
  if (scope.kind === 'all') return 'true';
  return scope.kind === 'none' ? 'false' : `run.team_ids <@ ${parameters.add(scope.teamIds)}::uuid[]`;
}

function runOf({ checklistId, checklistVersion, title, finishedAt, cancelledAt, failedAt, ...row }: Row): Run {
  const endedAt = finishedAt ?? cancelledAt ?? failedAt;
  return {
    ...row,
    state: stateOf({ startedAt: row.startedAt, finishedAt, cancelledAt, failedAt }),
    askedAt: row.askedAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    checklist: checklistId && title ? { id: checklistId, version: checklistVersion, title } : null,
  };
}

function stateOf(at: Pick<Row, 'startedAt' | 'finishedAt' | 'cancelledAt' | 'failedAt'>): RunState {
  if (at.failedAt) return 'failed';
  if (at.cancelledAt) return 'cancelled';
  if (at.finishedAt) return 'finished';
  return at.startedAt ? 'running' : 'waiting';
}
