import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Small houses (decision 112): a company of one to five people, in which one person may stand for both of two decisions, 24 hours apart. Only
 * what asks `eyes_suffice` allows that; a constraint that compares two persons goes on refusing it.
 */
export class SmallHouse1795813000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLE, EYES, ASKED, CHOOSING, SIX]) await runner.query(part);
    await runner.query(`
      grant select, insert on small_house_period to shouwen_runtime;
      grant update (agreed_by_person_id, agreed_at, ended_at, ended_by_person_id, end_reason, begun_told_at, over_told_at)
        on small_house_period to shouwen_runtime;
      revoke all on function small_house_at(timestamptz), eyes_suffice(uuid, timestamptz, uuid, timestamptz) from public;
      grant execute on function small_house_at(timestamptz), eyes_suffice(uuid, timestamptz, uuid, timestamptz) to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const TABLE = `
  create table small_house_period (
    id uuid primary key,
    chosen_by_person_id uuid not null references person (id),
    chosen_at timestamptz not null,
    -- Of a house that had recordings already: the second person who agreed.
    agreed_by_person_id uuid references person (id),
    agreed_at timestamptz,
    -- Set by the trigger: at once where nothing was recorded yet, else a week after the agreement; null until that.
    in_force_from timestamptz,
    ended_at timestamptz,
    ended_by_person_id uuid references person (id),
    end_reason text check (end_reason in ('six_people', 'decision')),
    begun_told_at timestamptz,
    over_told_at timestamptz,
    constraint small_house_takes_two check (agreed_by_person_id <> chosen_by_person_id),
    constraint small_house_agreement_is_whole check (num_nulls(agreed_by_person_id, agreed_at) in (0, 2)),
    constraint small_house_end_is_whole check (num_nulls(ended_at, end_reason) in (0, 2)
      and (end_reason is not distinct from 'decision') = (ended_by_person_id is not null)),
    constraint small_house_ends_after_it_began check (ended_at >= chosen_at)
  );
  create unique index small_house_one_at_a_time on small_house_period ((true)) where ended_at is null;
`;

/** A null of either side is not decided yet, or not by a person: as `<>` of a constraint, it refuses nothing. */
const EYES = `
  create function small_house_at(moment timestamptz) returns boolean language sql stable set search_path = pg_catalog, public as $$
    select exists (select 1 from small_house_period where in_force_from <= moment and (ended_at is null or moment < ended_at))
  $$;
  create function eyes_suffice(first uuid, first_at timestamptz, second uuid, second_at timestamptz) returns boolean
    language sql stable set search_path = pg_catalog, public as $$
    select coalesce(first <> second, true)
      or coalesce(second_at >= first_at + interval '24 hours' and small_house_at(second_at), false)
  $$;
`;

/** `tg_argv`: who is first and when, who is second and when, and the name by which the refusal is known. */
const ASKED = `
  create function eyes_must_suffice() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  declare
    written jsonb := to_jsonb(new);
  begin
    if not eyes_suffice((written ->> tg_argv[0])::uuid, (written ->> tg_argv[1])::timestamptz,
        (written ->> tg_argv[2])::uuid, (written ->> tg_argv[3])::timestamptz) then
      raise exception 'this takes another person, or in a small house the same a day later (%)', tg_argv[4]
        using errcode = 'check_violation', constraint = tg_argv[4];
    end if;
    return new;
  end $$;
  revoke all on function eyes_must_suffice() from public;

  alter table sign_in_policy drop constraint sign_in_policy_needs_second_person;
  create trigger sign_in_policy_needs_second_person before insert or update on sign_in_policy
    for each row when (new.version > 0 and new.decision = 'agreed') execute function eyes_must_suffice(
      'proposed_by_person_id', 'proposed_at', 'decided_by_person_id', 'decided_at', 'sign_in_policy_needs_second_person');
`;

/** Choosing waits for those who enter people, and they for it: whichever is second sees the other. */
const CHOOSING = `
  create function small_house_is_chosen() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  declare
    agreeing boolean := tg_op = 'UPDATE' and old.agreed_at is null and new.agreed_at is not null;
  begin
    if tg_op = 'INSERT' and num_nonnulls(new.agreed_at, new.ended_at, new.in_force_from) > 0 then
      raise exception 'a small house begins undecided' using errcode = 'check_violation', constraint = 'small_house_begins_open';
    end if;
    if tg_op = 'UPDATE' and ((old.id, old.chosen_by_person_id, old.chosen_at) is distinct from (new.id, new.chosen_by_person_id, new.chosen_at)
        or (old.agreed_at is not null and (old.agreed_by_person_id, old.agreed_at) is distinct from (new.agreed_by_person_id, new.agreed_at))
        or (old.ended_at is not null and (old.ended_at, old.ended_by_person_id, old.end_reason, old.agreed_at)
          is distinct from (new.ended_at, new.ended_by_person_id, new.end_reason, new.agreed_at))
        or (agreeing and old.in_force_from is not null) or new.in_force_from is distinct from old.in_force_from) then
      raise exception 'what was chosen stays as it was' using errcode = 'check_violation', constraint = 'small_house_stays';
    end if;
    if tg_op = 'UPDATE' and not agreeing then
      return new;
    end if;
    perform pg_advisory_xact_lock(7341);
    if (select count(*) from person where left_at is null) > 5 then
      raise exception 'a small house has at most five people' using errcode = 'check_violation', constraint = 'small_house_of_five';
    end if;
    if not exists (select 1 from role_in_force where team_id is null and client_id is null and case when agreeing
        then role in ('administrator', 'legal_approver') and person_id = new.agreed_by_person_id
        else role = 'administrator' and person_id = new.chosen_by_person_id end) then
      raise exception 'only administrators choose a small house' using errcode = 'check_violation', constraint = 'small_house_by_administrators';
    end if;
    if agreeing then
      new.in_force_from := new.agreed_at + interval '7 days';
    elsif not exists (select 1 from recording) then
      new.in_force_from := new.chosen_at;
    end if;
    return new;
  end $$;
  revoke all on function small_house_is_chosen() from public;
  create trigger small_house_is_chosen before insert or update on small_house_period
    for each row execute function small_house_is_chosen();
`;

const SIX = `
  create function small_house_ends_at_six() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    perform pg_advisory_xact_lock_shared(7341);
    perform 1 from small_house_period where ended_at is null for update;
    if found and (select count(*) from person where left_at is null) > 5 then
      update small_house_period set end_reason = 'six_people', ended_at = greatest(clock_timestamp(), chosen_at, in_force_from)
      where ended_at is null;
    end if;
    return null;
  end $$;
  revoke all on function small_house_ends_at_six() from public;
  create trigger small_house_ends_at_six after insert or update of left_at on person
    for each statement execute function small_house_ends_at_six();
`;
