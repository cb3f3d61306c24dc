import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Words are corrected as calls are: never by who took the call or has a part in an open dispute of it, nor by who deputises for one of them. */
export class WordsOfDisputedCalls1795820100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function words_are_corrected_by_another() returns trigger language plpgsql set search_path = pg_catalog, public as $$
      declare call uuid := (select call_id from recording where id = new.recording_id);
      begin
        if took_the_call(call, new.by_person_id, new.created_at) or has_part_in_open_dispute(call, new.by_person_id, new.created_at) then
          raise exception 'people correct no words of a call that they have a part in'
            using errcode = 'check_violation', constraint = 'corrects_no_own_words';
        end if;
        return new;
      end $$;
      revoke all on function words_are_corrected_by_another() from public;
      create trigger words_are_corrected_by_another before insert on transcript for each row when (new.origin = 'corrected')
        execute function words_are_corrected_by_another();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger words_are_corrected_by_another on transcript;
      drop function words_are_corrected_by_another();
    `);
  }
}
