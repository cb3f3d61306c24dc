import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A transcript says where it comes from, who corrected it and what it changed; recordings are heard again in runs. */
export class LifeOfWords1795775300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table transcript
        add column origin text not null default 'heard' check (origin in ('heard', 'corrected')),
        add column by_person_id uuid references person (id),
        -- Words (characters in Mandarin), and how many differ from the version before; null where there was none, and from before.
        add column words integer,
        add column changed integer,
        -- How long hearing took by the clock: what the board tells the backlog's end from.
        add column heard_ms integer,
        -- The run of hearing again that it was made in.
        add column run_id uuid references quality_run (id),
        add constraint corrected_by_somebody check ((origin = 'corrected') = (by_person_id is not null));
      -- The newest that were heard here: the board reads how fast this machine is.
      create index transcript_of_run on transcript (run_id) where run_id is not null;
      create index transcript_heard on transcript (created_at desc) where heard_ms is not null;
      -- What came to be heard in the last day, by the hour: whether this machine keeps up.
      create index work_hearing_came on work (created_at) where job = 'transcribe-recording';
      alter table recording add column rehear_asked_at timestamptz, add column rehear_run_id uuid references quality_run (id);
      create index recording_rehearing on recording (rehear_run_id) where rehear_asked_at is not null;
      alter table quality_run drop constraint quality_run_kind_check,
        add constraint quality_run_kind_check check (kind in ('back_test', 'rescore', 'rehear'));
    `);
  }

  /** Runs of hearing again have no place in the older form; what they heard stays. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table recording drop column rehear_asked_at, drop column rehear_run_id;
      drop index work_hearing_came;
      drop index transcript_heard;
      alter table transcript drop constraint corrected_by_somebody, drop column run_id, drop column heard_ms, drop column changed, drop column words,
        drop column by_person_id, drop column origin;
      delete from quality_run where kind = 'rehear';
      alter table quality_run drop constraint quality_run_kind_check,
        add constraint quality_run_kind_check check (kind in ('back_test', 'rescore'));
    `);
  }
}
