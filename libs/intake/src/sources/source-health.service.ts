import { Inject, Injectable } from '@nestjs/common';
import { DataSource, Column, Entity, PrimaryColumn } from 'typeorm';
import { type FolderProblem, type SourceHealth } from '#contracts';
import { Clock, ENV, type Env } from '#platform';
import { healthOf } from './source-health.rules.js';

/** How many new records a source gave in an hour; the database counts them. */
@Entity('source_hour')
export class SourceHour {
  @PrimaryColumn('uuid')
  sourceId!: string;

  @PrimaryColumn('timestamptz')
  hour!: Date;

  @Column('bigint')
  records!: string;
}

export interface SourceInHealth {
  sourceId: string;
  name: string;
  health: SourceHealth;
}

interface Row {
  id: string;
  name: string;
  ended_at: Date | null;
  last_received_at: Date | null;
  hours: Date[];
  problem: FolderProblem | null;
  aside: number;
}

/** How each telephone system is. */
@Injectable()
export class SourceHealthService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async all(): Promise<SourceInHealth[]> {
    const now = this.clock.now();
    const rows: Row[] = await this.source.query(
      `select telephony_source.id, name, ended_at, last_received_at, watched_look.problem,
         array(select hour from source_hour where source_id = telephony_source.id and hour > $1::timestamptz - interval '15 days') as hours,
         (select count(*)::int from watched_file where source_id = telephony_source.id and state in ('aside', 'again')
            and since > $1::timestamptz - interval '1 day') as aside
       from telephony_source left join watched_look on watched_look.source_id = telephony_source.id and folder is not null
       order by name`,
      [now],
    );
    return rows.map((row) => ({
      ...{ sourceId: row.id, name: row.name },
      health: healthOf(
        {
          endedAt: row.ended_at?.getTime() ?? null,
          lastReceivedAt: row.last_received_at?.getTime() ?? null,
          hours: row.hours.map((hour) => hour.getTime()),
          ...{ problem: row.problem, asideToday: row.aside },
        },
        now.getTime(),
        this.env.sourceAlarms,
      ),
    }));
  }
}
