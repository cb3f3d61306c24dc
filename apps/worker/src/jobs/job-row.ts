import { DomainError, type Env, type JobContext, type JobHandler, type Lease } from '#platform';
import { type ScheduleListing } from '../schedule-row.js';
import { type Get } from '../service-getter.js';
import { GiveUp } from './give-up.js';

type Ends = (get: Get, subjectId: string, lease: Lease, error: unknown) => Promise<void>;

/** One row of the listing: what runs, what happens once no more tries are left, and how many run at once in one process. */
export interface JobRow {
  readonly run: (get: Get, subjectId: string, context: JobContext) => Promise<void>;
  readonly giveUp: Ends;
  /** A figure, or what the settings say. */
  readonly atOnce: number | ((env: Env) => number);
  /** Which of the work that waits comes first; without, that which waits longest. @see JobHandler */
  readonly first?: (get: Get, place: number, env: Env) => ReturnType<NonNullable<JobHandler['first']>>;
  /** What the clock opens it by, beside the events that do. */
  readonly schedules?: readonly ScheduleListing[];
}

export const handlerOf = ({ run, giveUp, atOnce, first }: JobRow, get: Get, env: Env): JobHandler => ({
  run: (subjectId, context) => run(get, subjectId, context),
  giveUp: (subjectId, lease, error) => giveUp(get, subjectId, lease, error),
  concurrency: typeof atOnce === 'number' ? atOnce : atOnce(env),
  first: first && ((place) => first(get, place, env)),
});

/** The call of a recording, or of a leg, waits for a person. */
export const handsOverRecording: Ends = (get, id, lease, error) => get(GiveUp).recording(id, lease, error);
export const handsOverLeg: Ends = (get, id, lease, error) => get(GiveUp).leg(id, lease, error);

/** This one tells no person: a sweep opens it again, or the Processing screen counts the failure. The call goes on without it. */
export const closes: Ends = (get, _id, lease) => get(GiveUp).work(lease, 'internal_error');

/** As `closes`, and an error that has a code is told apart by it. */
export const closesWith =
  (otherwise: string): Ends =>
  (get, _id, lease, error) =>
    get(GiveUp).work(lease, error instanceof Error && 'code' in error ? String(error.code) : otherwise);

/** The code by which a screen explains the end of a run. */
export const failureOf = (error: unknown): string =>
  error instanceof DomainError && error.kind !== 'internal' ? error.code : 'internal_error';
