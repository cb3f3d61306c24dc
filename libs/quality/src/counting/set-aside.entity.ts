import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type SetAsideReason } from '#contracts';

/** A person said that a leg is not to be judged by the words that it has: it waits for no one, until it has others. */
@Entity('set_aside')
export class SetAsideRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  legId!: string;

  @Column('uuid')
  transcriptId!: string;

  @Column('text')
  reason!: SetAsideReason;

  @Column('uuid')
  byPersonId!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('uuid', { nullable: true })
  takenBackByPersonId!: string | null;

  @Column('timestamptz', { nullable: true })
  takenBackAt!: Date | null;
}
