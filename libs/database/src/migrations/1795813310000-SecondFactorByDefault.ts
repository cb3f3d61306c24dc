import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Every role beyond an agent's needs a second factor, unless two people of the company have said otherwise (ADR 0110). Where their own rules are
 * in force nothing changes. Sessions that are open go on; the next sign-in leads to setting one up.
 */
export class SecondFactorByDefault1795813310000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `update sign_in_policy set policy = policy || jsonb_build_object('secondFactorRoles', $1::jsonb, 'graceDays', 0),
         required_since = (select jsonb_object_agg(role, to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
           from jsonb_array_elements_text($1::jsonb) role)
       where version = 0 and not exists (select 1 from sign_in_policy where version > 0 and decision = 'agreed')`,
      [JSON.stringify(ROLES)],
    );
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const ROLES = [
  ...['supervisor', 'quality_analyst', 'quality_manager', 'legal_requester', 'legal_approver'],
  ...['auditor', 'administrator'],
];
