import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A call that may not be recorded, that a person recorded asked about, or that was erased takes no more sound, whatever an upload says of consent.
 * Recordings that came so before are shut, and belong to the request that Legal has not decided yet.
 */
export class ShutCallsTakeNoSound1795820500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [SHUT, LATE]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('This migration is not undone: restore a backup instead.');
  }
}

const SHUT = `
  create function call_is_shut(of_call uuid) returns boolean language sql stable set search_path = pg_catalog, public as $$
    select coalesce((select not may_record from consent_decision where call_id = of_call order by decided_at desc, id desc limit 1), false)
      or exists (select 1 from data_request where kind <> 'access' and state in ('open', 'waiting', 'agreed') and id in (
        select request_id from data_request_recording where call_id = of_call
        union all select request_id from data_request_call where call_id = of_call))
      or exists (select 1 from call_erasure where call_id = of_call)
      or erasure_agreed(of_call) is not null
  $$;
  -- Whatever shuts a call holds its row, too: of an upload and of a withdrawal that meet, one sees the other.
  create function shut_calls_take_no_sound() returns trigger language plpgsql set search_path = pg_catalog, public as $$
  begin
    perform 1 from call where id = new.call_id for no key update;
    if call_is_shut(new.call_id) then
      raise exception 'the call takes no more sound' using errcode = 'check_violation', constraint = 'shut_call_takes_no_sound';
    end if;
    return new;
  end $$;
  revoke all on function call_is_shut(uuid), shut_calls_take_no_sound() from public;
  grant execute on function call_is_shut(uuid) to shouwen_runtime;
  create trigger shut_calls_take_no_sound before insert on recording for each row execute function shut_calls_take_no_sound();
`;

/** What came before this held. Each request looks its recordings up: recordings are written meanwhile only as long as nothing reads them all. */
export const LATE = `
  with late as (
    insert into data_request_recording (request_id, recording_id, call_id, restricted_by_this)
    select request.id, recording.id, recording.call_id, not recording.restricted
    from data_request request join recording on recording.call_id = (request.subject->'callIds'->>0)::uuid
    where jsonb_array_length(request.subject->'callIds') = 1
      and request.kind in ('withdrawal', 'not_recordable') and request.state in ('open', 'waiting') and recording.destruction_started_at is null
    on conflict do nothing returning recording_id)
  update recording set restricted = true where id in (select recording_id from late) and not restricted;
`;
