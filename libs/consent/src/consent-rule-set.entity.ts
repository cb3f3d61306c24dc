import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type ConsentRuleSet } from '#contracts';

/** A version of the consent rules. In force is the newest that a second person agreed to; what is decided never changes. */
@Entity('consent_rule_set')
export class ConsentRuleSetRow {
  @PrimaryColumn('int')
  version!: number;

  @Column('jsonb')
  rules!: ConsentRuleSet;

  @Column('text')
  sha256!: string;

  @Column('text')
  reason!: string;

  /** null of version 1, which came with the product. */
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
