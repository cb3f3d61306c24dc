import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type SmallHouseEnd } from '#contracts';

/**
 * A time in which the company was a small house. Triggers of the database hold who may choose it, from when it is in force, that it ends at six
 * people, and that what was chosen stays as it was (decision 112).
 */
@Entity('small_house_period')
export class SmallHousePeriod {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  chosenByPersonId!: string;

  @Column('timestamptz')
  chosenAt!: Date;

  /** The second person, where there were recordings when it was chosen. */
  @Column('uuid', { nullable: true })
  agreedByPersonId!: string | null;

  @Column('timestamptz', { nullable: true })
  agreedAt!: Date | null;

  /** Set by the database; null while it waits for a second person. */
  @Column({ type: 'timestamptz', nullable: true, insert: false, update: false })
  inForceFrom!: Date | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** null where it ended by itself. */
  @Column('uuid', { nullable: true })
  endedByPersonId!: string | null;

  @Column('text', { nullable: true })
  endReason!: SmallHouseEnd | null;

  /** When it was said that it is in force, and that it is over. */
  @Column('timestamptz', { nullable: true })
  begunToldAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  overToldAt!: Date | null;
}
