import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type DelegableWork } from '#contracts';

/** A person is away for some days, and another deputises for them. Constraints hold that there is no chain, and one deputy for each work. */
@Entity('absence')
export class Absence {
  @PrimaryColumn('uuid')
  id!: string;

  /** Who is away. */
  @Column('uuid')
  personId!: string;

  @Column('uuid')
  deputyPersonId!: string;

  /** First and last day, by the site's calendar. */
  @Column('date')
  firstOn!: string;

  @Column('date')
  lastOn!: string;

  /** Those days as instants, the end not included, by the site's zone when it was asked. */
  @Column('timestamptz')
  beginsAt!: Date;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('text', { array: true })
  works!: DelegableWork[];

  @Column('timestamptz')
  askedAt!: Date;

  @Column('timestamptz', { nullable: true })
  acceptedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  declinedAt!: Date | null;

  /** Why the deputy declined, in their words. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** The second person who agreed that the deputy does more than their own roles allow; null: they do what both may. */
  @Column('uuid', { nullable: true })
  confirmedByPersonId!: string | null;

  @Column('timestamptz', { nullable: true })
  confirmedAt!: Date | null;

  /** When it was ended before its last day. */
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** null beside a moment: the command on the machine, with which a person's rights began to wait. */
  @Column('uuid', { nullable: true })
  endedByPersonId!: string | null;

  @Column('timestamptz', { nullable: true })
  begunToldAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  overToldAt!: Date | null;
}
