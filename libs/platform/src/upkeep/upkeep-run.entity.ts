import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an installation looks after on its own, with or without calls. */
export const UPKEEP_KINDS = ['keys', 'integrity', 'backup', 'drill'] as const;
export type UpkeepKind = (typeof UPKEEP_KINDS)[number];

/** One run of such a task. `result` holds numbers, ids and closed words; `ok` is null while it runs, and where its process was killed. */
@Entity('upkeep_run')
export class UpkeepRun {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: UpkeepKind;

  @Column('timestamptz')
  startedAt!: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;

  @Column('boolean', { nullable: true })
  ok!: boolean | null;

  @Column('jsonb', { nullable: true })
  result!: Record<string, UpkeepFact> | null;
}

export type UpkeepFact = string | number | boolean | null;

/** What a run reports: whether a person has to look, and its figures. */
export interface UpkeepOutcome {
  readonly ok: boolean;
  readonly result: Readonly<Record<string, UpkeepFact>>;
}
