import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The database's own clock decides whether a period has begun: the times in the row are what the product writes, and a program with the
 * product's rights could write others, choose a seed once the calls are known, or take a draw back that it does not like.
 */
const GUARDS = `
  create function seeds_come_before_calls() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if tg_op = 'INSERT' then
      if new.from_at <= clock_timestamp() then
        raise exception 'a seed is committed before its period begins' using errcode = 'check_violation', constraint = 'seeds_come_before_calls';
      end if;
    elsif new.withdrawn_at is not null and old.withdrawn_at is null and old.from_at <= clock_timestamp() then
      raise exception 'a draw whose period has begun is made' using errcode = 'check_violation', constraint = 'seeds_come_before_calls';
    end if;
    return new;
  end $$;
  create trigger sampling_seed_first before insert or update of withdrawn_at on sampling_draw
    for each row execute function seeds_come_before_calls();
  create function frames_come_before_draws() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    if exists (select 1 from added join sampling_draw draw on draw.id = added.draw_id
      where draw.drawn_at is not null or draw.withdrawn_at is not null) then
      raise exception 'a draw that is made has its frame' using errcode = 'check_violation', constraint = 'frames_come_before_draws';
    end if;
    return null;
  end $$;
  create trigger sampling_frame_first after insert on sampling_frame referencing new table as added
    for each statement execute function frames_come_before_draws();
  revoke all on function seeds_come_before_calls(), frames_come_before_draws() from public;
`;

export class SeedsBeforeCalls1795781500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(GUARDS);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
