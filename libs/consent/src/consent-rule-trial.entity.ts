import { Column, Entity, PrimaryColumn } from 'typeorm';

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
