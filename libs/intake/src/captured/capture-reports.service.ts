import { Injectable } from '@nestjs/common';
import { DataSource, LessThan, Column, Entity, PrimaryColumn } from 'typeorm';
import { type CaptureFigures } from '#contracts';
import { Clock } from '#platform';

/** The last figures of a process that takes calls as they happen. */
@Entity('capture_process')
export class CaptureProcess {
  /** Its machine and port: started again, it is the same. */
  @PrimaryColumn('text')
  process!: string;

  @Column('timestamptz')
  reportedAt!: Date;

  /** `captureFiguresSchema`, as its release wrote it. */
  @Column('jsonb')
  figures!: unknown;
}

/** One that has said nothing for so long is gone. */
const KEPT_MS = 7 * 24 * 3_600_000;

/** The last figures of each process that takes calls as they happen. */
@Injectable()
export class CaptureReports {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async write(process: string, figures: CaptureFigures): Promise<void> {
    const now = this.clock.now();
    const { manager } = this.source;
    await manager.upsert(CaptureProcess, { process, reportedAt: now, figures: figures as object }, ['process']);
    await manager.delete(CaptureProcess, { reportedAt: LessThan(new Date(now.getTime() - KEPT_MS)) });
  }

  /** The one that spoke last first. */
  all(): Promise<CaptureProcess[]> {
    return this.source.manager.find(CaptureProcess, { order: { reportedAt: 'DESC' }, take: 20 });
  }
}
