import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A matter that legal works on: requests, holds and exports name it. */
@Entity('legal_case')
export class LegalCase {
  @PrimaryColumn('uuid')
  id!: string;

  /** As the company files it: `2026-法-014`. */
  @Column('text')
  reference!: string;

  @Column('text')
  title!: string;

  @Column('text')
  state!: 'open' | 'closed';

  @Column('uuid')
  openedByPersonId!: string;

  @Column('timestamptz')
  openedAt!: Date;

  @Column('uuid', { nullable: true })
  closedByPersonId!: string | null;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;
}
