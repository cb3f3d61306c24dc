import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type WorkerPresence } from '#contracts';
import { type WorkerPresenceRow } from './worker-presence.entity.js';

/** A worker says this often that it is there. */
export const HEARTBEAT_EVERY_MS = 5_000;
/** Missing this many seconds of heartbeats, it counts as silent; after the second figure it is forgotten. */
export const SILENT_AFTER_SECONDS = 20;
export const FORGOTTEN_AFTER_SECONDS = 600;

/** What a worker reports besides the time. */
export interface Beat {
  id: string;
  host: string;
  roles: readonly string[];
  version: string;
  running: Readonly<Record<string, number>>;
  engines: WorkerPresence['engines'];
}

/** Which worker processes there are. Times are the database's, so that machines with different clocks can be compared. */
@Injectable()
export class PresenceService {
  constructor(private readonly source: DataSource) {}

  /**
   * Says that a worker is there, and how its clock compares with the database's.
   * @param now milliseconds, of the process
   */
  async beat({ id, host, roles, version, running, engines }: Beat, now: () => number): Promise<void> {
    const asked = now();
    const [row]: { ms: number }[] = await this.source.query(
      'select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms',
    );
    // The answer was made somewhere between asking and hearing it: half-way is the best guess.
    const skew = Math.round((asked + now()) / 2 - (row?.ms ?? asked));
    await this.source.query(
      `insert into worker_presence (id, host, roles, version, started_at, heartbeat_at, running, engines, clock_skew_ms)
       values ($1, $2, $3, $4, now(), now(), $5, $6, $7)
       on conflict (id) do update set heartbeat_at = now(), roles = excluded.roles, running = excluded.running,
         engines = excluded.engines, clock_skew_ms = excluded.clock_skew_ms`,
      [id, host, JSON.stringify(roles), version, JSON.stringify(running), JSON.stringify(engines), skew],
    );
  }

  /** A worker that ends in order says so; one that was killed is found silent. */
  async leave(id: string): Promise<void> {
    await this.source.query('delete from worker_presence where id = $1', [id]);
  }

  /** Forgets workers that have been silent for long. @returns how many */
  async sweep(): Promise<number> {
    const [, count] = await this.source.query<[unknown[], number]>(
      'delete from worker_presence where heartbeat_at < now() - make_interval(secs => $1)',
      [FORGOTTEN_AFTER_SECONDS],
    );
    return count;
  }

  /** Every worker that is not forgotten, oldest first. */
  async list(): Promise<WorkerPresence[]> {
    const rows: (WorkerPresenceRow & { silent: boolean })[] = await this.source.query(
      `select id, host, roles, version, started_at as "startedAt", heartbeat_at as "heartbeatAt", running, engines,
         clock_skew_ms as "clockSkewMs", heartbeat_at < now() - make_interval(secs => $1) as silent
       from worker_presence where heartbeat_at >= now() - make_interval(secs => $2) order by started_at, id`,
      [SILENT_AFTER_SECONDS, FORGOTTEN_AFTER_SECONDS],
    );
    return rows.map(({ id, startedAt, heartbeatAt, ...row }) => ({
      workerId: id,
      ...row,
      startedAt: startedAt.toISOString(),
      heartbeatAt: heartbeatAt.toISOString(),
    }));
  }
}
