import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often one person opened something under one standing grant: what legal sees of its use without reading the whole journal. */
@Entity('standing_grant_use')
export class StandingGrantUse {
  @PrimaryColumn('uuid')
  grantId!: string;

  @PrimaryColumn('uuid')
  personId!: string;

  @PrimaryColumn('text')
  action!: 'listen' | 'read';

  @Column('bigint')
  times!: string;

  @Column('timestamptz')
  lastAt!: Date;
}
