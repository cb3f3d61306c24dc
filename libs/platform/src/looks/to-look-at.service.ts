/*
 * What a sweep has to look at (decision 48)
 *   mark   triggers insert a row into `to_look_at` in the transaction that changed something the sweep depends on. Rows are only added, so two
 *          transactions that mark the same subject never block each other, and a mark committed during a run is picked up by the next run.
 *   look   the sweep takes what is due, reads the state as it is by then, acts, and deletes exactly the marks that it took. What is not
 *          settled yet keeps one of them, which is due again later.
 *   walk   where the program or its settings changed (`version`), everything has to be looked at once: it is marked in slices, each a
 *          range of an index, and the database keeps where the walk has come to.
 * So a sweep costs what changed since it last ran, not what there is.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** Each sweep has marks of its own; what the ids name is the sweep's business. */
export type LookSweep = 'mask' | 'index' | 'term' | 'hold' | 'object_lock' | 'gap';

/** Looked at in one go. */
const BATCH = 500;
/** Marked in one slice of a walk. */
const SLICE = 2_000;
/** A run ends after this long, wherever it is; the next goes on. */
const RUN_MS = 10_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** What became of a batch: how much was done, and which subjects have to be looked at again, after how many seconds. */
export interface Looked {
  done: number;
  again: ReadonlyMap<string, number>;
}

/** Everything there is, in order: ids after `$1`, at most `$2` of them, as `id`. */
export interface Walk {
  version: string;
  subjects: string;
}

export interface LookOptions {
  walk?: Walk;
  /** Ends the run once this much was done, so that what it opens does not crowd out what is new. */
  enough?: number;
  runMs?: number;
}

interface Mark {
  id: string;
  subject_id: string;
}

@Injectable()
export class ToLookAt {
  constructor(private readonly source: DataSource) {}

  /** Runs `look` over what is due until nothing is, enough was done or time is up. @returns how much was done */
  async run(
    sweep: LookSweep,
    look: (subjectIds: readonly string[]) => Promise<Looked>,
    { walk, enough = Number.POSITIVE_INFINITY, runMs = RUN_MS }: LookOptions = {},
  ): Promise<number> {
    const until = performance.now() + runMs;
    let done = 0;
    while (done < enough && performance.now() < until) {
      const marks = await this.due(sweep);
      if (marks.length > 0) done += await this.lookAt(marks, look);
      else if (!walk || !(await this.step(sweep, walk))) break;
    }
    return done;
  }

  /** Has a sweep look at something: for what no trigger tells of. */
  async mark(tx: EntityManager, sweep: LookSweep, subjectIds: readonly string[]): Promise<void> {
    await tx.query('insert into to_look_at (sweep, subject_id) select $1, unnest($2::uuid[])', [sweep, subjectIds]);
  }

  async isAnythingDue(sweep: LookSweep): Promise<boolean> {
    const due: unknown[] = await this.source.query(
      'select 1 from to_look_at where sweep = $1 and due_at <= now() limit 1',
      [sweep],
    );
    return due.length > 0;
  }

  private due(sweep: LookSweep): Promise<Mark[]> {
    return this.source.query(
      `select id, subject_id from to_look_at where sweep = $1 and due_at <= now() order by due_at, id limit ${BATCH}`,
      [sweep],
    );
  }

  private async lookAt(marks: readonly Mark[], look: (ids: readonly string[]) => Promise<Looked>): Promise<number> {
    const { done, again } = await look([...new Set(marks.map(({ subject_id }) => subject_id))]);
    // Of several marks of one subject the first is put off and stands for all of them.
    const later = new Map<string, Mark>();
    for (const mark of marks)
      if (again.has(mark.subject_id) && !later.has(mark.subject_id)) later.set(mark.subject_id, mark);
    const settled = marks.filter((mark) => later.get(mark.subject_id) !== mark);
    const putOff = [...later.values()];
    await this.source.transaction(async (tx) => {
      if (settled.length > 0)
        await tx.query('delete from to_look_at where id = any($1::bigint[])', [settled.map(({ id }) => id)]);
      if (putOff.length > 0)
        await tx.query(
          `update to_look_at set due_at = now() + make_interval(secs => put_off.secs)
           from unnest($1::bigint[], $2::float8[]) as put_off (id, secs) where to_look_at.id = put_off.id`,
          [putOff.map(({ id }) => id), putOff.map(({ subject_id }) => again.get(subject_id)!)],
        );
    });
    return done;
  }

  /** Marks the next slice of everything, unless this version has walked to the end. @returns whether there is more to look at */
  private async step(sweep: LookSweep, { version, subjects }: Walk): Promise<boolean> {
    return this.source.transaction(async (tx) => {
      await tx.query(
        `insert into sweep_walk (sweep, version, after_id) values ($1, $2, $3)
         on conflict (sweep) do update set version = excluded.version, after_id = excluded.after_id, ended_at = null
           where sweep_walk.version <> excluded.version`,
        [sweep, version, FIRST],
      );
      const [walk]: { after_id: string }[] = await tx.query(
        'select after_id from sweep_walk where sweep = $1 and version = $2 and ended_at is null for update',
        [sweep, version],
      );
      if (!walk) return false;
      const slice: { id: string }[] = await tx.query(subjects, [walk.after_id, SLICE]);
      const ids = slice.map(({ id }) => id);
      if (ids.length > 0) await this.mark(tx, sweep, ids);
      await tx.query(`update sweep_walk set after_id = $2, ended_at = case when $3 then now() end where sweep = $1`, [
        sweep,
        ids.at(-1) ?? walk.after_id,
        ids.length < SLICE,
      ]);
      return ids.length > 0;
    });
  }
}
