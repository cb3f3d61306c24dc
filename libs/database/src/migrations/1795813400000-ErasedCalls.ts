import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What takes the place of words that must be there. */
const ERASED = `'已清空 / erased'`;

const TABLES = `
  -- Whether an agent alone asked: their customers' masks stay. Of what is done and forgotten, the customer asked as a rule.
  alter table data_request add column of_agent boolean not null default false;
  update data_request set of_agent = true where subject ? 'staffNumber' and not subject ?| array['customer', 'matterId', 'callIds'];

  -- Calls of the person of which no sound is left, or never was: what is known of the person on them is emptied all the same.
  create table data_request_call (
    request_id uuid not null references data_request (id),
    call_id uuid not null references call (id),
    primary key (request_id, call_id)
  );
  create index data_request_call_call on data_request_call (call_id);

  -- What was emptied of a call whose erasure two people agreed to: place → how many values. Written by the function below alone.
  create table call_erasure (
    call_id uuid primary key references call (id),
    at timestamptz not null,
    of_customer boolean not null,
    emptied jsonb not null
  );
  -- As its certificate says. Null: there was no agreed erasure, or something still keeps the call.
  alter table destruction add column emptied jsonb;
`;

/**
 * The runtime role may not change a correction; this does, and only of a call whose erasure two people agreed to, once no recording of it is
 * left and no hold keeps it. A matter that other calls share stays with them, without its link to this one.
 */
const ERASE = `
  create function erasure_agreed(of_call uuid, out of_customer boolean) language sql stable set search_path = pg_catalog, public as $$
    select coalesce(
      (select bool_or(not of_agent) from data_request where kind <> 'access' and state in ('agreed', 'done') and id in (
         select request_id from data_request_recording where call_id = of_call and outcome in ('ordered', 'destroyed')
         union all select request_id from data_request_call where call_id = of_call)),
      -- A database that was restored may have forgotten the request; the certificate that was signed then says it.
      (select bool_or(coalesce(document->'emptied', 'null') = 'null' or document->'emptied' ? 'call.customer')
         from destruction_certificate join recording on recording.id = recording_id
         where recording.call_id = of_call and document->>'reason' in ('erasure', 'withdrawal', 'not_recordable')))
  $$;

  create function erase_known_of_call(of_call uuid, out emptied jsonb, out fresh boolean)
    language plpgsql security definer set search_path = pg_catalog, public as $$
  declare
    customer_too boolean;
    known call_erasure;
    mask text;
    business uuid;
    said text;
    n int;
  begin
    perform 1 from call where id = of_call for update;
    customer_too := erasure_agreed(of_call);
    fresh := false;
    if customer_too is null
      or exists (select 1 from recording where call_id = of_call and destruction_started_at is null)
      or exists (select 1 from custody_hold where call_id = of_call and released_at is null) then
      return;
    end if;
    select * into known from call_erasure where call_id = of_call;
    if found and (known.of_customer or not customer_too) then
      emptied := known.emptied;
      return;
    end if;
    fresh := true;

    update call_correction set reason = ${ERASED},
      before = coalesce((select jsonb_object_agg(key, null::text) from jsonb_object_keys(before) key), '{}'),
      after = coalesce((select jsonb_object_agg(key, null::text) from jsonb_object_keys(after) key), '{}')
      where call_id = of_call;
    get diagnostics n = row_count;
    emptied := jsonb_build_object('correction.reason', n, 'correction.before', n, 'correction.after', n);
    update call_give_up set note = null where call_id = of_call and note is not null;
    get diagnostics n = row_count;
    emptied := emptied || jsonb_build_object('give_up.note', n);

    if customer_too then
      select customer, matter_id, stage_said into mask, business, said from call where id = of_call;
      update call set customer = null, matter_id = null, stage_said = null where id = of_call;
      perform 1 from matter where id = business for update;
      delete from matter where id = business and not exists (select 1 from call where matter_id = business);
      get diagnostics n = row_count;
      emptied := emptied || jsonb_build_object('call.customer', num_nonnulls(mask), 'call.matter', num_nonnulls(business),
        'call.server_said', num_nonnulls(said), 'matter', n);
      -- Where no other call bears the same mask, searches that people keep name this person alone.
      if mask is not null and not exists (select 1 from call where shown_words(customer) = shown_words(mask)) then
        update saved_view set filters = jsonb_set(filters, '{q}', to_jsonb(${ERASED}::text))
          where shown_words(filters->>'q') = shown_words(mask);
        get diagnostics n = row_count;
        emptied := emptied || jsonb_build_object('saved_view.search', n);
        update report_subscription set filters = jsonb_set(filters, '{q}', to_jsonb(${ERASED}::text))
          where shown_words(filters->>'q') = shown_words(mask);
        get diagnostics n = row_count;
        emptied := emptied || jsonb_build_object('report.search', n);
      end if;
    end if;

    emptied := coalesce(known.emptied, '{}') || emptied;
    insert into call_erasure (call_id, at, of_customer, emptied) values (of_call, now(), customer_too, emptied)
      on conflict (call_id) do update set at = excluded.at, of_customer = excluded.of_customer, emptied = excluded.emptied;
  end $$;
  revoke all on function erase_known_of_call(uuid), erasure_agreed(uuid) from public;
`;

const STAYS = `
  create function assert_call_stays_erased() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    if exists (select 1 from call_erasure where call_id = new.id and of_customer) then
      raise exception 'what was known of the person on call % was erased', new.id using errcode = 'check_violation', constraint = 'call_stays_erased';
    end if;
    return new;
  end $$;
  revoke all on function assert_call_stays_erased() from public;
  create trigger call_stays_erased before update on call for each row
    when ((new.customer is not null and new.customer is distinct from old.customer)
      or (new.matter_id is not null and new.matter_id is distinct from old.matter_id))
    execute function assert_call_stays_erased();
`;

/** An agreed erasure leaves nothing of the person on the call, and what was emptied is on its certificate (decision 111). */
export class ErasedCalls1795813400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [TABLES, ERASE, STAYS]) await runner.query(part);
    await runner.query(`
      grant select, insert on data_request_call to shouwen_runtime;
      grant select on call_erasure to shouwen_runtime;
      grant execute on function erase_known_of_call(uuid), erasure_agreed(uuid) to shouwen_runtime;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}
