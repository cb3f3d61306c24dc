import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Consent rules are published only after these very rules were tried on past calls, beside the version in force (decision 82). What a trial found
 * is kept for the second person, and for those who ask later what was known when they agreed.
 */
export class ConsentRulesAreTried1795812410000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table consent_rule_trial (
        id uuid primary key,
        rules_sha256 text not null check (rules_sha256 ~ '^[0-9a-f]{64}$'),
        against_version int not null references consent_rule_set (version),
        days int not null check (days > 0),
        calls int not null,
        recorded int not null check (recorded >= 0),
        not_recorded int not null check (not_recorded >= 0),
        same int not null check (same >= 0),
        unknown int not null check (unknown >= 0),
        newest_only boolean not null,
        tried_by_person_id uuid not null references person (id),
        tried_at timestamptz not null,
        constraint consent_trial_counts_each_call check (calls = recorded + not_recorded + same + unknown)
      );
      create index consent_rule_trial_of on consent_rule_trial (rules_sha256, tried_at desc);
      grant select, insert on consent_rule_trial to shouwen_runtime;

      create function consent_rules_are_tried() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      begin
        if not exists (select 1 from consent_rule_trial tried where tried.rules_sha256 = new.sha256
            and tried.against_version = (select max(version) from consent_rule_set where decision = 'agreed')) then
          raise exception 'version % of the consent rules was not tried on past calls', new.version
            using errcode = 'check_violation', constraint = 'consent_rules_are_tried';
        end if;
        return new;
      end $$;
      create trigger consent_rules_are_tried before update on consent_rule_set
        for each row when (old.decision is null and new.decision = 'agreed') execute function consent_rules_are_tried();
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
