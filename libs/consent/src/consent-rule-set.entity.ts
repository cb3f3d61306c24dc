import { Column, Entity } from 'typeorm';
import { type ConsentRuleSet } from '#contracts';
import { DecidedVersion } from '#people';

/** A version of the consent rules. In force is the newest that a second person agreed to; what is decided never changes. */
@Entity('consent_rule_set')
export class ConsentRuleSetRow extends DecidedVersion {
  @Column('jsonb')
  rules!: ConsentRuleSet;

  @Column('text')
  sha256!: string;

  @Column('text')
  reason!: string;
}
