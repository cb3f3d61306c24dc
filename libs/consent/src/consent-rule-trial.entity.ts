import { Column, Entity, PrimaryColumn } from 'typeorm';
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

/** What a trial of rules on past calls found, beside the version that was in force. Never changed. */
@Entity('consent_rule_trial')
export class ConsentRuleTrialRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  rulesSha256!: string;

  @Column('int')
  againstVersion!: number;

  @Column('int')
  days!: number;

  @Column('int')
  calls!: number;

  @Column('int')
  recorded!: number;

  @Column('int')
  notRecorded!: number;

  @Column('int')
  same!: number;

  @Column('int')
  unknown!: number;

  @Column('boolean')
  newestOnly!: boolean;

  @Column('uuid')
  triedByPersonId!: string;

  @Column('timestamptz')
  triedAt!: Date;
}
