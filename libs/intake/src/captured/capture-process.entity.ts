import { Column, Entity, PrimaryColumn } from 'typeorm';

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
