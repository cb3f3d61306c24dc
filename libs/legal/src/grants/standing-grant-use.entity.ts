import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type GrantAction } from '#contracts';

/** How often one person opened something under one standing grant: what legal sees of its use without reading the whole journal. */
@Entity('standing_grant_use')
export class StandingGrantUse {
  @PrimaryColumn('uuid')
  grantId!: string;

  @PrimaryColumn('uuid')
  personId!: string;

  @PrimaryColumn('text')
  action!: GrantAction;

  @Column('bigint')
  times!: string;

  @Column('timestamptz')
  lastAt!: Date;
}
