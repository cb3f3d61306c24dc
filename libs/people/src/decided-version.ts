import { Column, PrimaryColumn } from 'typeorm';

/** A version that one person proposes and another decides. That they are two is held by the constraints of each table. */
export abstract class DecidedVersion {
  @PrimaryColumn('int')
  version!: number;

  /** null of what came with the product. */
  @Column('uuid', { nullable: true })
  proposedByPersonId!: string | null;

  @Column('timestamptz')
  proposedAt!: Date;

  @Column('text', { nullable: true })
  decision!: 'agreed' | 'refused' | null;

  @Column('uuid', { nullable: true })
  decidedByPersonId!: string | null;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;
}
