import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type WorkerPresence } from '#contracts';

/** A worker process, as it last reported. */
@Entity('worker_presence')
export class WorkerPresenceRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  host!: string;

  @Column('jsonb')
  roles!: string[];

  @Column('text')
  version!: string;

  @Column('timestamptz')
  startedAt!: Date;

  @Column('timestamptz')
  heartbeatAt!: Date;

  @Column('jsonb')
  running!: Record<string, number>;

  @Column('jsonb')
  engines!: WorkerPresence['engines'];

  @Column('int')
  clockSkewMs!: number;
}
