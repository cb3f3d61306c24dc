import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** People say whether a stretch that may be a card's code is one. What is asked is found by an index, however many transcripts there are. */
export class CardCodeDecisions1795770000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table card_code_decision (
        transcript_id uuid not null references transcript (id) on delete cascade,
        turn int not null,
        from_char int not null,
        to_char int not null check (to_char > from_char),
        answer text not null check (answer in ('code', 'no_code')),
        person_id uuid not null references person (id),
        decided_at timestamptz not null,
        primary key (transcript_id, turn, from_char)
      );
      grant select, insert, delete on card_code_decision to shouwen_runtime;
      grant update (spans) on redaction to shouwen_runtime;
      create function has_doubtful_code(spans jsonb) returns boolean language sql immutable parallel safe
        as $$ select jsonb_path_exists(spans, '$[*] ? (@.kind == "card_code" && @.certainty != "certain")') $$;
      create index redaction_doubtful on redaction (transcript_id, rules_version) where has_doubtful_code(spans);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index redaction_doubtful;
      drop function has_doubtful_code;
      revoke update (spans) on redaction from shouwen_runtime;
      drop table card_code_decision;
    `);
  }
}
