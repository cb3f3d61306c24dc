import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { failureCodeOf } from '../failure-code.rules.js';
import { newId } from '../ids.js';
import { UpkeepRun, type UpkeepKind, type UpkeepOutcome } from './upkeep-run.entity.js';

/** Advisory locks of this key space are upkeep's. */
const LOCK_SPACE = 7310;
/** A run that failed, or was killed, is tried again after this time, or after its period where that is shorter. */
const AGAIN_AFTER_MS = 10 * 60 * 1000;
/** Runs that are remembered of each kind. */
const REMEMBERED = 200;

/**
 * Runs of upkeep: at most one of a kind at once, wherever the workers are, and each written down with what it found. The lock belongs to a
 * connection, so that a killed process leaves none behind.
 */
@Injectable()
export class UpkeepService {
  constructor(private readonly source: DataSource) {}

  /** Runs it unless one of this kind runs, or ran within `everyMs` by the database's clock. @returns what was run, or null */
  async runDue(kind: UpkeepKind, everyMs: number, work: () => Promise<UpkeepOutcome>): Promise<UpkeepOutcome | null> {
    return this.#alone(kind, async () => ((await this.#isDue(kind, everyMs)) ? this.#record(kind, work) : null));
  }

  /** Runs it now, on request. @returns null while another runs */
  async runNow(kind: UpkeepKind, work: () => Promise<UpkeepOutcome>): Promise<UpkeepOutcome | null> {
    return this.#alone(kind, () => this.#record(kind, work));
  }

  /** The newest run that ended, well or not. */
  async last(kind: UpkeepKind, ok?: boolean): Promise<UpkeepRun | null> {
    const ended = this.source.manager
      .createQueryBuilder(UpkeepRun, 'run')
      .where('run.kind = :kind and run.ok is not null', { kind });
    if (ok !== undefined) ended.andWhere('run.ok = :ok', { ok });
    return ended.orderBy('run.started_at', 'DESC').addOrderBy('run.id', 'DESC').getOne();
  }

  async #record(kind: UpkeepKind, work: () => Promise<UpkeepOutcome>): Promise<UpkeepOutcome> {
    const id = newId();
    await this.source.query('insert into upkeep_run (id, kind, started_at) values ($1, $2, now())', [id, kind]);
    try {
      const outcome = await work();
      await this.#finish(id, outcome);
      return outcome;
    } catch (error) {
      await this.#finish(id, { ok: false, result: { error: failureCodeOf(error) } });
      throw error;
    } finally {
      await this.#forget(kind);
    }
  }

  async #finish(id: string, { ok, result }: UpkeepOutcome): Promise<void> {
    const values = [id, ok, JSON.stringify(result)];
    await this.source.query('update upkeep_run set finished_at = now(), ok = $2, result = $3 where id = $1', values);
  }

  async #isDue(kind: UpkeepKind, everyMs: number): Promise<boolean> {
    const [row]: { due: boolean }[] = await this.source.query(
      `select started_at + make_interval(secs => case when ok then $2::float8 else least($2, $3::float8) end / 1000) <= now() as due
       from upkeep_run where kind = $1 order by started_at desc, id desc limit 1`,
      [kind, everyMs, AGAIN_AFTER_MS],
    );
    return row?.due ?? true;
  }

  async #forget(kind: UpkeepKind): Promise<void> {
    await this.source.query(
      `delete from upkeep_run where kind = $1 and id not in
         (select id from upkeep_run where kind = $1 order by started_at desc, id desc limit $2)`,
      [kind, REMEMBERED],
    );
  }

  async #alone<T>(kind: UpkeepKind, use: () => Promise<T>): Promise<T | null> {
    const connection = this.source.createQueryRunner();
    const lock = [LOCK_SPACE, kind];
    try {
      const [got]: { taken: boolean }[] = await connection.query(
        'select pg_try_advisory_lock($1, hashtext($2)) as taken',
        lock,
      );
      if (!got?.taken) return null;
      try {
        return await use();
      } finally {
        await connection.query('select pg_advisory_unlock($1, hashtext($2))', lock);
      }
    } finally {
      await connection.release();
    }
  }
}
