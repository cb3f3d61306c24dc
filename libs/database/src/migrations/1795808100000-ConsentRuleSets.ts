import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Consent rules as versions that two people publish (decision 82). Version 1 is what the product decided by before: it was not proposed by a
 * person, and every decision that there is was taken by it.
 */
export class ConsentRuleSets1795808100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table consent_rule_set (
        version int primary key check (version > 0),
        rules jsonb not null,
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        reason text not null,
        proposed_by_person_id uuid references person (id),
        proposed_at timestamptz not null,
        decision text check (decision in ('agreed', 'refused')),
        decided_by_person_id uuid references person (id),
        decided_at timestamptz check (decided_at >= proposed_at),
        constraint consent_rules_have_their_proposer check ((version = 1) = (proposed_by_person_id is null)),
        constraint consent_decision_is_whole check (version = 1 or num_nulls(decision, decided_by_person_id, decided_at) in (0, 3)),
        constraint consent_rules_take_two check (decision <> 'agreed' or version = 1
          or decided_by_person_id <> proposed_by_person_id),
        -- A rule for every region takes the place of the strictest one, which no version holds: it accepts no more than that does.
        constraint strictest_consent_rule_stays check (not jsonb_path_exists(rules, '$.rules[*] ? (@.regions[*] == "*"
          && (@.directions[*] == "inbound" || @.directions[*] == "outbound") && @.accepts[*] != "given")'))
      );
      create unique index consent_rule_set_one_waits on consent_rule_set ((true)) where decision is null;
      insert into consent_rule_set (version, rules, sha256, reason, proposed_at, decision, decided_at)
        values (1, '${SHIPPED.replaceAll("'", "''")}', '${SHA256}', 'Came with the product', now(), 'agreed', now());
      create function consent_rules_stay() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      begin
        if tg_op = 'INSERT' then
          raise exception 'version % of the consent rules is decided by a second person', new.version using errcode = 'check_violation';
        end if;
        raise exception 'version % of the consent rules is decided', old.version using errcode = 'check_violation';
      end $$;
      create trigger consent_rules_are_proposed_first before insert on consent_rule_set
        for each row when (new.decision is not null) execute function consent_rules_stay();
      create trigger consent_rules_stay before update on consent_rule_set
        for each row when (old.decision is not null) execute function consent_rules_stay();
      grant select, insert on consent_rule_set to shouwen_runtime;
      grant update (decision, decided_by_person_id, decided_at) on consent_rule_set to shouwen_runtime;

      -- null from here on: the rules could not be read, and the strictest held.
      alter table consent_decision add column rules_version int default 1 references consent_rule_set (version),
        -- null of decisions from before it was kept, and where no ground was needed.
        add column ground text check (ground in ('one-party', 'contract', 'statutory-duty', 'other'));
      alter table consent_decision alter column rules_version drop default;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const US_ALL_PARTY = ['CA', 'CT', 'DE', 'FL', 'IL', 'MD', 'MA', 'MT', 'NV', 'NH', 'PA', 'WA'].map((s) => `US-${s}`);
const BOTH_WAYS = ['inbound', 'outbound'];

const SHIPPED = JSON.stringify({
  rules: [
    {
      ...{ id: 'us-all-party', regions: US_ALL_PARTY, directions: BOTH_WAYS, accepts: ['announced', 'given'] },
      acceptedExemptions: [],
      source:
        'State all-party consent statutes, e.g. California Penal Code §632: a caller who stays on after the notice agrees.',
    },
    {
      ...{ id: 'us-one-party', regions: ['US'], directions: BOTH_WAYS },
      ...{ accepts: ['announced', 'given', 'not_required'], acceptedExemptions: ['one-party'] },
      source: '18 U.S.C. §2511(2)(d)',
    },
    {
      ...{
        id: 'cn-inbound',
        regions: ['CN'],
        directions: ['inbound'],
        accepts: ['announced', 'given', 'not_required'],
      },
      acceptedExemptions: ['contract', 'statutory-duty'],
      source: 'PIPL art. 13, 17; policy P1 §13.4, P5 §4',
    },
    {
      ...{ id: 'cn-outbound', regions: ['CN'], directions: ['outbound'], accepts: ['given', 'not_required'] },
      acceptedExemptions: ['contract', 'statutory-duty'],
      source: 'PIPL art. 13, 17: who calls out has not been called for advice; policy P5 §4',
    },
    {
      ...{ id: 'internal-with-notice', regions: ['*'], directions: ['internal'], accepts: ['announced', 'given'] },
      acceptedExemptions: [],
      source: 'Policy P1 §14: staff are told that they are recorded',
    },
  ],
  internalCalls: 'never',
});
/** Of the rules in canonical JSON. */
const SHA256 = '082a00934fae657d680e5794f27e6d762c67d33c1c88159e76e537152a40f44f';
