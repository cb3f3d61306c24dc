import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The team that answers for a queue: a caller who never reached a person is in its reach. */
@Entity('queue_team')
export class QueueTeam {
  /** By the name that telephone systems give it. */
  @PrimaryColumn('text')
  queue!: string;

  @Column('uuid')
  teamId!: string;

  @Column('uuid')
  setByPersonId!: string;

  @Column('timestamptz')
  setAt!: Date;
}
