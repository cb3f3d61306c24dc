-- The schema of a new installation, as the 105 migrations below made it up to commit 6bddf58d (29 November 2026). It was written by
-- pg_dump of PostgreSQL 15, comments and owners left out, a statement a line where it is no table or function. It is never edited: what comes
-- after it is a migration. Without the rows that some of them brought, an installation would have no notice and no rules of consent.
SET LOCAL check_function_bodies = off;
CREATE TYPE public.text_span AS RANGE ( subtype = text, multirange_type_name = public.text_span_multirange, collation = pg_catalog."C" );
CREATE FUNCTION public.absence_has_one_deputy() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    if new.accepted_at is not null or new.confirmed_at is not null or new.ended_at is not null then
      raise exception 'an absence begins unanswered' using errcode = 'check_violation', constraint = 'absence_begins_open';
    end if;
    perform pg_advisory_xact_lock(7315);
    if exists (select 1 from absence other where other.declined_at is null and other.ended_at is null
        and other.begins_at < new.ends_at and new.begins_at < other.ends_at
        and other.person_id = new.person_id and other.works && new.works) then
      raise exception 'this work has a deputy on these days' using errcode = 'check_violation', constraint = 'one_deputy_for_a_work';
    end if;
    if exists (select 1 from absence other where other.declined_at is null and other.ended_at is null
        and other.begins_at < new.ends_at and new.begins_at < other.ends_at
        and (other.person_id = new.deputy_person_id or other.deputy_person_id = new.person_id)) then
      raise exception 'a deputy passes nothing on' using errcode = 'check_violation', constraint = 'no_chain_of_deputies';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.account_taken_is_suspended() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
  begin
    if not exists (select 1 from role_suspension where account_id = new.id and confirmed_at is null) then
      raise exception 'who is invited again has their rights suspended' using errcode = 'check_violation', constraint = 'invited_again_is_suspended';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.acting_for() RETURNS uuid
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public'
    AS $$
    select person_id from absence where id = nullif(current_setting('shouwen.absence', true), '')::uuid
  $$;
CREATE FUNCTION public.acts_by_role_in_force() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
  declare
    actor uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
    absent uuid := (to_jsonb(new) ->> 'for_person_id')::uuid;
  begin
    if not exists (select 1 from role_in_force held where held.role = any(string_to_array(tg_argv[2], ','))
        and case when absent is not null then held.person_id = absent
              when tg_argv[1] = 'account' then held.account_id = actor else held.person_id = actor end) then
      raise exception 'the role of who acts is not in force' using errcode = 'check_violation', constraint = 'acts_by_role_in_force';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.agents_acknowledge() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    if acting_for() is not null or not exists (select 1 from leg where id = new.leg_id and person_id = new.acknowledged_by_person_id) then
      raise exception 'only the agent of a leg says that they have read its review' using errcode = 'check_violation', constraint = 'agents_acknowledge';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.agents_comment_no_call_of_theirs() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
      begin
        if exists (select 1 from leg where call_id = new.call_id and person_id = new.person_id) then
          raise exception 'a person who took the call does not comment it'
            using errcode = 'check_violation', constraint = 'agents_comment_no_call_of_theirs';
        end if;
        return new;
      end $$;
CREATE FUNCTION public.agents_contest_their_own() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    if not exists (select 1 from leg where id = new.leg_id and call_id = new.call_id and person_id = new.filed_by_person_id) then
      raise exception 'agents contest their own scores' using errcode = 'check_violation', constraint = 'agents_contest_their_own';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.agents_review_no_call_of_theirs() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    if new.reviewer_person_id is not null
      and exists (select 1 from leg where call_id = new.call_id and person_id = new.reviewer_person_id) then
      raise exception 'a person who took the call does not review it'
        using errcode = 'check_violation', constraint = 'agents_review_no_call_of_theirs';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.another_lifts_the_lock() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
      begin
        if exists (select 1 from account where id = new.account_id and person_id = new.lifted_by_person_id) then
          raise exception 'no person lifts a lock of their own' using errcode = 'check_violation', constraint = 'another_lifts_the_lock';
        end if;
        return new;
      end $$;
CREATE FUNCTION public.break_glass_opening_by_requester() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
  begin
    if not exists (select 1 from legal_request where id = new.request_id and state = 'draft') then
      raise exception 'only a draft is opened' using errcode = 'check_violation', constraint = 'opening_of_a_draft';
    end if;
    if not exists (select 1 from role_assignment join account on account.id = account_id
        where account_id = new.opened_by_account_id and role = 'legal_requester' and disabled_at is null) then
      raise exception 'only a requester opens' using errcode = 'check_violation', constraint = 'opening_by_a_requester';
    end if;
    if exists (select 1 from break_glass_opening opening join legal_request request on request.id = opening.request_id
        where opening.opened_by_person_id = new.opened_by_person_id and request.state = 'opened'
          and opening.review_by <= greatest(now(), new.opened_at)) then
      raise exception 'an earlier opening was not reviewed in time' using errcode = 'check_violation', constraint = 'review_overdue';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.break_glass_opening_one_at_a_time() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
      begin
        perform pg_advisory_xact_lock(hashtextextended('break-glass ' || new.opened_by_person_id, 0));
        if exists (select 1 from break_glass_opening opening
            where opening.opened_by_person_id = new.opened_by_person_id and opening.request_id <> new.request_id
              and not exists (select 1 from break_glass_review review where review.request_id = opening.request_id)) then
          raise exception 'an earlier opening waits for its review' using errcode = 'check_violation', constraint = 'one_opening_at_a_time';
        end if;
        return new;
      end $$;
CREATE FUNCTION public.break_glass_review_by_another() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
  begin
    if not exists (select 1 from legal_request where id = new.request_id and state = 'opened') then
      raise exception 'nothing waits for a review' using errcode = 'check_violation', constraint = 'review_of_what_is_opened';
    end if;
    if not exists (select 1 from role_assignment join account on account.id = account_id
        where account_id = new.reviewed_by_account_id and role = 'legal_approver' and disabled_at is null) then
      raise exception 'only an approver reviews' using errcode = 'check_violation', constraint = 'review_by_an_approver';
    end if;
    if exists (select 1 from legal_request_recording listed join leg on leg.id = listed.leg_id
        where listed.request_id = new.request_id and (leg.person_id = new.reviewed_by_person_id
          or leg.team_id = (select team_id from person where id = new.reviewed_by_person_id))) then
      raise exception 'nobody of a recorded team reviews' using errcode = 'check_violation', constraint = 'review_by_another_team';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.break_glass_review_by_another_team_then() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
      begin
        if exists (select 1 from legal_request_recording listed join leg on leg.id = listed.leg_id join call on call.id = leg.call_id
            where listed.request_id = new.request_id and leg.team_id = team_then(new.reviewed_by_person_id, call.started_at)) then
          raise exception 'nobody of a recorded team then reviews' using errcode = 'check_violation', constraint = 'review_by_another_team';
        end if;
        return new;
      end $$;
CREATE FUNCTION public.calibration_answers_stay() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  declare
    session_id uuid := coalesce(new.calibration_id, old.calibration_id);
    reviewer_id uuid := coalesce(new.person_id, old.person_id);
  begin
    -- Words and moments end with the recording at any time; what was answered stays.
    if tg_op = 'UPDATE' and (new.outcome, new.item_id, session_id, reviewer_id) = (old.outcome, old.item_id, old.calibration_id, old.person_id)
      and (new.note is null or new.note = old.note) and (new.at_ms is null or new.at_ms = old.at_ms) then
      return new;
    end if;
    if exists (select 1 from calibration where id = session_id and closed_at is not null)
      or exists (select 1 from calibration_reviewer where calibration_id = session_id and person_id = reviewer_id and submitted_at is not null) then
      raise exception 'what was submitted stays' using errcode = 'check_violation', constraint = 'calibration_answers_stay';
    end if;
    return coalesce(new, old);
  end $$;
CREATE FUNCTION public.calibration_decisions_stay() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    -- Words end with the recording; what was decided, by whom and when, stays.
    if new.note is null and to_jsonb(new) - 'note' = to_jsonb(old) - 'note' then
      return new;
    end if;
    raise exception 'a decision stays as it was made' using errcode = 'check_violation', constraint = 'calibration_decisions_stay';
  end $$;
CREATE FUNCTION public.calibrations_are_decided_late() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    if not exists (select 1 from calibration where id = new.calibration_id and closed_at is not null) then
      raise exception 'a calibration is decided once it is closed'
        using errcode = 'check_violation', constraint = 'calibrations_are_decided_late';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.calibrations_are_submitted_once() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    if old.submitted_at is not null or exists (select 1 from calibration where id = new.calibration_id and closed_at is not null) then
      raise exception 'answers are submitted once, while the calibration is open'
        using errcode = 'check_violation', constraint = 'calibrations_are_submitted_once';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.calibrations_close_once() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    if old.closed_at is not null then
      raise exception 'a calibration closes once' using errcode = 'check_violation', constraint = 'calibrations_close_once';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.call_stage_tallied() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    if tg_op = 'INSERT' then
      insert into tally_change (of, key, n) select 'call_stage', stage, count(*) from added group by stage;
    elsif tg_op = 'DELETE' then
      insert into tally_change (of, key, n) select 'call_stage', stage, -count(*) from removed group by stage;
    else
      insert into tally_change (of, key, n)
        select 'call_stage', stage, sum(n) from (select stage, 1 as n from added union all select stage, -1 from removed) moved
        group by stage having sum(n) <> 0;
    end if;
    return null;
  end $$;
CREATE FUNCTION public.clause_parts(text) RETURNS SETOF text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $_$ select distinct left(replace(btrim(part), ':', '：'), 60) from regexp_split_to_table($1, '[,，、;；]') part where btrim(part) <> '' $_$;
CREATE FUNCTION public.consent_rules_are_tried() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
      begin
        if not exists (select 1 from consent_rule_trial tried where tried.rules_sha256 = new.sha256
            and tried.against_version = (select max(version) from consent_rule_set where decision = 'agreed')) then
          raise exception 'version % of the consent rules was not tried on past calls', new.version
            using errcode = 'check_violation', constraint = 'consent_rules_are_tried';
        end if;
        return new;
      end $$;
CREATE FUNCTION public.consent_rules_stay() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
      begin
        if tg_op = 'INSERT' then
          raise exception 'version % of the consent rules is decided by a second person', new.version using errcode = 'check_violation';
        end if;
        raise exception 'version % of the consent rules is decided', old.version using errcode = 'check_violation';
      end $$;
CREATE FUNCTION public.cover_begins_in_force() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    if new.released_at is not null then
      raise exception 'what a hold covers begins in force' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.cover_ends_with_its_hold() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    if old.released_at is not null then
      raise exception 'what hold % covered is released', old.hold_id using errcode = 'check_violation';
    end if;
    if not exists (select 1 from legal_hold where id = new.hold_id and released_at is not null) then
      raise exception 'hold % is in force: two people release it', new.hold_id using errcode = 'check_violation';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.custody_released() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    insert into to_look_at (sweep, subject_id) select distinct 'object_lock', call_id from changed;
    insert into to_look_at (sweep, subject_id)
      select 'mask', id from recording where cut_deferred and call_id in (select call_id from changed);
    -- In one order, so that two who do so do not wait for each other in a ring.
    perform 1 from retention_term where recording_id in (select id from recording where call_id in (select call_id from changed))
      order by recording_id for update;
    update retention_term set settled = false
      where recording_id in (select id from recording where call_id in (select call_id from changed));
    return null;
  end $$;
CREATE FUNCTION public.decided_schedule_stays() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    raise exception 'version % of the retention schedule is decided', old.version using errcode = 'check_violation';
  end $$;
CREATE FUNCTION public.declared_items(definition jsonb) RETURNS TABLE(id text, clause text, critical boolean)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ select item->>'id', item->>'clause', item->'critical' not in ('false', 'null')
          from jsonb_array_elements(definition->'sections') section, jsonb_array_elements(section->'items') item $$;
CREATE FUNCTION public.deputy_acts_for_both() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  declare
    written jsonb := to_jsonb(new);
    absent text := written ->> 'for_person_id';
  begin
    if absent is null then
      return new;
    end if;
    if not deputy_stands_in((written ->> tg_argv[0])::uuid, absent::uuid, tg_argv[2], (written ->> tg_argv[1])::timestamptz) then
      raise exception 'no deputy for this work now' using errcode = 'check_violation', constraint = 'deputy_stands_in';
    end if;
    for i in 3 .. tg_nargs - 1 loop
      if written -> tg_argv[i] ? absent then
        raise exception 'the person who is away has a part in it' using errcode = 'check_violation', constraint = 'deputy_acts_for_both';
      end if;
    end loop;
    return new;
  end $$;
CREATE FUNCTION public.deputy_is_confirmed() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  declare
    deputy uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
    needed text[] := string_to_array(tg_argv[2], ',');
  begin
    if new.for_person_id is not null and not exists (
        select 1 from absence join role_in_force held on held.person_id = absence.person_id join role_assignment given on given.id = held.id
        where absence.id = nullif(current_setting('shouwen.absence', true), '')::uuid
          and absence.person_id = new.for_person_id and absence.deputy_person_id = deputy and tg_argv[1] = any(absence.works)
          and held.role = any(needed) and (given.created_at <= absence.confirmed_at
            or exists (select 1 from role_in_force own where own.person_id = deputy and own.role = any(needed)))) then
      raise exception 'no third person has confirmed the deputy' using errcode = 'check_violation', constraint = 'deputy_is_confirmed';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.deputy_is_confirmed_there() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  declare
    written jsonb := to_jsonb(new);
    deputy uuid := (written ->> tg_argv[0])::uuid;
    needed text[] := string_to_array(tg_argv[2], ',');
    place uuid := (select team_id from leg where id = coalesce((written ->> 'leg_id')::uuid,
      (select leg_id from dispute where id = (written ->> 'dispute_id')::uuid)));
  begin
    if not exists (
        select 1 from absence join role_in_force held on held.person_id = absence.person_id join role_assignment given on given.id = held.id
        where absence.id = nullif(current_setting('shouwen.absence', true), '')::uuid
          and absence.person_id = new.for_person_id and absence.deputy_person_id = deputy and tg_argv[1] = any(absence.works)
          and held.role = any(needed) and role_reaches(held.team_id, held.client_id, place) and (given.created_at <= absence.confirmed_at
            or exists (select 1 from role_in_force own where own.person_id = deputy and own.role = any(needed) and role_reaches(own.team_id, own.client_id, place)))) then
      raise exception 'no third person has confirmed the deputy' using errcode = 'check_violation', constraint = 'deputy_is_confirmed';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.deputy_stands_in(deputy uuid, absent uuid, work text, moment timestamp with time zone) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public'
    AS $$
    select exists (select 1 from absence where deputy_person_id = deputy and person_id = absent and work = any(works)
      and accepted_at is not null and ended_at is null and begins_at <= moment and moment < ends_at)
  $$;
CREATE FUNCTION public.destruction_heeds_holds() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    if old.destruction_started_at is not null then
      raise exception 'the destruction of recording % has started', new.id using errcode = 'check_violation';
    end if;
    if exists (select 1 from custody_hold where call_id = new.call_id and released_at is null
               and (recording_id is null or recording_id = new.id)) then
      raise exception 'recording % is under a legal hold', new.id using errcode = 'check_violation';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.done_in_person() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    raise exception 'no person does this for another' using errcode = 'check_violation', constraint = 'done_in_person';
  end $$;
CREATE FUNCTION public.draft_is_of_no_published_review() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
      begin
        perform lock_review_of(new.leg_id, new.checklist_id, new.person_id);
        if exists (select 1 from scorecard card where card.leg_id = new.leg_id and card.checklist_id = new.checklist_id
            and card.author = 'review' and card.author_person_id = new.person_id and card.based_on_id = new.based_on
            and not exists (select 1 from review_retraction back where back.scorecard_id = card.id)) then
          return null;
        end if;
        return new;
      end $$;
CREATE FUNCTION public.erase_evidence(erased uuid) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  declare
    cards int;
  begin
    if not exists (select 1 from recording where id = erased and destruction_started_at is not null) then
      raise exception 'the destruction of recording % has not started', erased using errcode = 'check_violation';
    end if;
    update scorecard set inputs = null,
      items = (select coalesce(jsonb_agg(jsonb_set(item, '{evidence}', '[]') - 'signs' - 'proposal' order by at), '[]')
               from jsonb_array_elements(items) with ordinality listed (item, at))
      where leg_id = (select leg_id from recording where id = erased)
        and transcript_id in (select id from transcript where recording_id = erased);
    get diagnostics cards = row_count;
    return cards;
  end $$;
CREATE FUNCTION public.evidence_export_cut() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    update evidence_export set recording_gone_at = now() where state = 'ready' and recording_gone_at is null and ready_at <= new.cut_at
      and request_id in (select request_id from legal_request_recording where recording_id = new.recording_id);
    return null;
  end $$;
CREATE FUNCTION public.evidence_export_ready() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    if exists (select from legal_request_recording listed join recording on recording.id = recording_id
        where listed.request_id = new.request_id and (custody = 'destroyed'
          or exists (select from recording_cut cut where cut.recording_id = recording.id and cut_at >= new.ready_at))) then
      new.recording_gone_at := now();
    end if;
    return new;
  end $$;
CREATE FUNCTION public.fold_tallies(most integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public'
    AS $$
      declare folded int;
      begin
        with gone as (
          delete from tally_change where id = any(array(select id from tally_change order by id limit most for update skip locked))
          returning of, key, n, bytes),
        summed as (
          insert into tally as kept (of, key, n, bytes) select of, key, sum(n), sum(bytes) from gone group by of, key order by of, key
          on conflict (of, key) do update set n = kept.n + excluded.n, bytes = kept.bytes + excluded.bytes)
        select count(*) into folded from gone;
        return folded;
      end $$;
CREATE FUNCTION public.frames_come_before_draws() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    if exists (select 1 from added join sampling_draw draw on draw.id = added.draw_id
      where draw.drawn_at is not null or draw.withdrawn_at is not null) then
      raise exception 'a draw that is made has its frame' using errcode = 'check_violation', constraint = 'frames_come_before_draws';
    end if;
    return null;
  end $$;
CREATE FUNCTION public.has_a_part_in_dispute(dispute uuid, person uuid, filed_now uuid) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public'
    AS $_$
    select exists (select 1 from dispute one where one.id = $1 and (one.filed_by_person_id = $2
      or exists (select 1 from leg where leg.call_id = one.call_id and leg.person_id = $2)
      or exists (select 1 from dispute_decision said join dispute other on other.id = said.dispute_id
        where $2 in (said.decided_by_person_id, said.for_person_id) and other.leg_id = one.leg_id
          and other.checklist_id = one.checklist_id and other.item_id = one.item_id)
      or exists (select 1 from scorecard card where card.leg_id = one.leg_id and card.checklist_id = one.checklist_id
        and $2 in (card.author_person_id, card.for_person_id) and card.id is distinct from $3 and (card.author = 'review'
          or (card.author = 'dispute' and exists (select 1 from review_answer answer
            where answer.scorecard_id = card.id and answer.item_id = one.item_id))))))
  $_$;
CREATE FUNCTION public.has_doubtful_code(spans jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $_$ select jsonb_path_exists(spans, '$[*] ? (@.kind == "card_code" && @.certainty != "certain")') $_$;
CREATE FUNCTION public.has_miss(results text[]) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ select exists (select 1 from unnest(results) result where result like '%:not_met:%') $$;
CREATE FUNCTION public.judges_as_main(definition jsonb) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$ select coalesce((definition->'judges'->>'main')::boolean, true) $$;
CREATE FUNCTION public.legal_decision_by_another() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
  begin
    if not exists (select 1 from legal_request where id = new.request_id and round = new.round and state in ('submitted','answered')) then
      raise exception 'the request does not wait for a decision' using errcode = 'check_violation', constraint = 'decision_of_what_waits';
    end if;
    if not exists (select 1 from role_assignment held join account on account.id = held.account_id
        where held.role = 'legal_approver' and disabled_at is null
          and case when new.for_person_id is null then held.account_id = new.decided_by_account_id else held.person_id = new.for_person_id end) then
      raise exception 'only an approver decides' using errcode = 'check_violation', constraint = 'decision_by_an_approver';
    end if;
    if exists (select 1 from legal_request_recording listed join leg on leg.id = listed.leg_id
        where listed.request_id = new.request_id and (leg.person_id in (new.decided_by_person_id, new.for_person_id)
          or leg.team_id in (select team_id from person where id in (new.decided_by_person_id, new.for_person_id)))) then
      raise exception 'members of a recorded team do not decide' using errcode = 'check_violation', constraint = 'decision_by_another_team';
    end if;
    if exists (select 1 from legal_decision other where other.request_id = new.request_id and other.round = new.round
        and (other.for_person_id in (new.decided_by_person_id, new.for_person_id) or other.decided_by_person_id = new.for_person_id)) then
      raise exception 'a deputy and the person who is away are one voice' using errcode = 'check_violation', constraint = 'one_voice_for_both';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.legal_decision_by_another_team_then() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
  begin
    if exists (select 1 from legal_request_recording listed join leg on leg.id = listed.leg_id join call on call.id = leg.call_id
        where listed.request_id = new.request_id and leg.team_id = team_then(new.decided_by_person_id, call.started_at)) then
      raise exception 'nobody of a recorded team then decides' using errcode = 'check_violation', constraint = 'decision_by_another_team';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.legal_list_is_frozen() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
  begin
    if not exists (select 1 from legal_request where id = new.request_id and state = 'draft') then
      raise exception 'the list of a request is frozen' using errcode = 'check_violation', constraint = 'list_is_frozen';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.legal_request_approved_by_approvals() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
  declare
    approvals int;
    narrowed boolean;
  begin
    select count(distinct decided_by_person_id) filter (where decision = 'approve'), coalesce(bool_or(decision = 'approve_listening'), false)
      into approvals, narrowed from legal_decision where request_id = new.id and round = new.round;
    if approvals < new.approvals_needed and not (narrowed and new.action = 'listen_and_export') then
      raise exception 'a request needs its approvals' using errcode = 'check_violation', constraint = 'request_needs_approvals';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.legal_request_opened_by_opening() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
  declare
    opening break_glass_opening;
    listed int;
  begin
    select * into opening from break_glass_opening where request_id = new.id;
    if not found or tg_op = 'INSERT' or old.state <> 'draft' then
      raise exception 'an emergency opening has its opener' using errcode = 'check_violation', constraint = 'opened_by_opening';
    end if;
    select count(*) into listed from legal_request_recording where request_id = new.id;
    if not new.break_glass or new.action <> 'listen' or new.rendition <> 'masked' or listed not between 1 and 20
        or new.plays_allowed > 10 or new.expires_at > opening.opened_at + interval '4 hours' then
      raise exception 'an emergency opens little, and not for long' using errcode = 'check_violation', constraint = 'opening_is_small';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.legal_request_reviewed_by_review() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
  begin
    if not exists (select 1 from break_glass_review where request_id = new.id) then
      raise exception 'a review has its reviewer' using errcode = 'check_violation', constraint = 'reviewed_by_review';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.legal_request_stays_as_submitted() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
  begin
    if old.state <> 'draft' and (old.requested_by_person_id, old.purpose, old.legal_case_id, old.confidential, old.reason, old.filter,
        old.action, old.rendition, old.plays_allowed, old.downloads_allowed, old.expires_at, old.recordings, old.approvals_needed,
        old.break_glass, old.code)
      is distinct from (new.requested_by_person_id, new.purpose, new.legal_case_id, new.confidential, new.reason, new.filter,
        new.action, new.rendition, new.plays_allowed, new.downloads_allowed, new.expires_at, new.recordings, new.approvals_needed,
        new.break_glass, new.code) then
      raise exception 'a request stays as it was submitted' using errcode = 'check_violation', constraint = 'request_stays_as_submitted';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.listed_leg_measures() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    new.silence_ms := (
      select (inputs->'measures'->'longestSilence'->>'toMs')::int - (inputs->'measures'->'longestSilence'->>'fromMs')::int
      from scorecard where leg_id = new.leg_id and author = 'automatic' and inputs->'measures'->'longestSilence'->>'toMs' is not null
      order by id desc limit 1);
    -- A missed critical item weighs more than all points; then the share of the points that was lost, where a score counts.
    new.cost := case when new.coverage_percent is not null
      then case when new.missed_critical then 1000 else 0 end + coalesce(100 - new.points_percent, 0) end;
    return new;
  end $$;
CREATE FUNCTION public.listed_leg_of_row_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    perform refresh_listed_legs(array[new.leg_id]);
    return null;
  end $$;
CREATE FUNCTION public.listed_legs_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  declare ids uuid[];
  begin
    if tg_table_name = 'leg' then select array_agg(id) into ids from changed;
    elsif tg_table_name = 'call' then select array_agg(leg.id) into ids from leg join changed on changed.id = leg.call_id;
    else select array_agg(distinct leg_id) into ids from changed;
    end if;
    if ids is not null then perform refresh_listed_legs(ids); end if;
    return null;
  end $$;
CREATE FUNCTION public.listed_legs_of_matter_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    perform refresh_listed_legs(array(select leg.id from leg join call on call.id = leg.call_id where call.matter_id = new.id));
    return null;
  end $$;
CREATE FUNCTION public.listening_of_both() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
  begin
    if not exists (select 1 from legal_request where id = new.request_id and action = 'listen_and_export') then
      raise exception 'only a request for both is narrowed to listening' using errcode = 'check_violation', constraint = 'listening_of_both';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.lock_review_of(leg uuid, checklist text, person uuid) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
        select pg_advisory_xact_lock(7336, hashtext(leg::text || ' ' || checklist || ' ' || person::text))
      $$;
CREATE FUNCTION public.mark_call_for_holds() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    insert into to_look_at (sweep, subject_id) values ('hold', case tg_table_name when 'call' then new.id else (to_jsonb(new)->>'call_id')::uuid end);
    return null;
  end $$;
CREATE FUNCTION public.mark_held_calls() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    insert into to_look_at (sweep, subject_id) select distinct 'object_lock', call_id from changed;
    return null;
  end $$;
CREATE FUNCTION public.mark_masking() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    insert into to_look_at (sweep, subject_id) select distinct 'mask', recording_id from changed;
    return null;
  end $$;
CREATE FUNCTION public.mark_masking_of_words() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    insert into to_look_at (sweep, subject_id) select distinct 'mask', recording_id from transcript where id in (select transcript_id from changed);
    return null;
  end $$;
CREATE FUNCTION public.mark_new_recordings() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    insert into to_look_at (sweep, subject_id) select 'term', id from changed;
    return null;
  end $$;
CREATE FUNCTION public.mark_object_of_held() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    insert into to_look_at (sweep, subject_id) select distinct 'object_lock', recording.call_id from changed
      join recording on recording.id = changed.recording_id
      where exists (select 1 from custody_hold where custody_hold.call_id = recording.call_id and released_at is null);
    return null;
  end $$;
CREATE FUNCTION public.mark_words() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    insert into to_look_at (sweep, subject_id) select sweep, recording_id from changed, unnest(array['mask','index']) sweep;
    return null;
  end $$;
CREATE FUNCTION public.mentions_of_a_comment_are_few() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
      begin
        if (select count(*) from leg_comment_mention where comment_id = new.comment_id) > 10 then
          raise exception 'a comment mentions ten people at most' using errcode = 'check_violation', constraint = 'mentions_of_a_comment_are_few';
        end if;
        if exists (select 1 from leg_comment where id = new.comment_id and person_id = new.person_id) then
          raise exception 'authors do not mention themselves' using errcode = 'check_violation', constraint = 'authors_mention_others';
        end if;
        return new;
      end $$;
CREATE FUNCTION public.next_best_call_code() RETURNS text
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
    select 'BC-' || lpad(n::text, greatest(4, length(n::text)), '0') from (select nextval('best_call_number') as n) next
  $$;
CREATE FUNCTION public.next_calibration_code() RETURNS text
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
    select 'CA-' || lpad(n::text, greatest(4, length(n::text)), '0') from (select nextval('calibration_number') as n) next
  $$;
CREATE FUNCTION public.next_coaching_code() RETURNS text
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
    select 'CO-' || lpad(n::text, greatest(4, length(n::text)), '0') from (select nextval('coaching_number') as n) next
  $$;
CREATE FUNCTION public.next_dispute_code() RETURNS text
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
    select 'DS-' || lpad(n::text, greatest(4, length(n::text)), '0') from (select nextval('dispute_number') as n) next
  $$;
CREATE FUNCTION public.next_recertification_code() RETURNS text
    LANGUAGE sql
    AS $$
        select 'RC-' || lpad(n::text, greatest(4, length(n::text)), '0') from (select nextval('recertification_number') as n) next
      $$;
CREATE FUNCTION public.next_review_retraction_code() RETURNS text
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
        select 'RR-' || lpad(n::text, greatest(4, length(n::text)), '0') from (select nextval('review_retraction_number') as n) next
      $$;
CREATE FUNCTION public.next_sampling_plan_code() RETURNS text
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
    select 'SP-' || lpad(n::text, greatest(4, length(n::text)), '0') from (select nextval('sampling_plan_number') as n) next
  $$;
CREATE FUNCTION public.nobody_judges_own_call() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  declare judge uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
  begin
    if judge is not null and exists (
      select 1 from leg judged join leg own on own.call_id = judged.call_id where judged.id = new.leg_id and own.person_id = judge)
    then
      raise exception 'nobody judges a call that they took' using errcode = 'check_violation', constraint = 'nobody_judges_own_call';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.object_tallied() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    if tg_op = 'INSERT' then
      insert into tally_change (of, key, n, bytes) select 'object', kind, count(*), sum(plain_bytes) from added group by kind;
      insert into tally_change (of, key, n) select 'copied', '', count(*) from added where copied_at is not null having count(*) > 0;
    elsif tg_op = 'DELETE' then
      insert into tally_change (of, key, n, bytes) select 'object', kind, -count(*), -sum(plain_bytes) from removed group by kind;
      insert into tally_change (of, key, n) select 'copied', '', -count(*) from removed where copied_at is not null having count(*) > 0;
    else
      insert into tally_change (of, key, n, bytes)
        select 'object', kind, sum(n), sum(bytes)
        from (select kind, 1 as n, plain_bytes as bytes from added union all select kind, -1, -plain_bytes from removed) moved
        group by kind having sum(n) <> 0 or sum(bytes) <> 0;
      insert into tally_change (of, key, n) select 'copied', '', sum(n)
        from (select 1 as n from added where copied_at is not null union all select -1 from removed where copied_at is not null) moved
        having sum(n) <> 0;
    end if;
    return null;
  end $$;
CREATE FUNCTION public.others_calibrate() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    if exists (select 1 from calibration one join leg on leg.call_id = one.call_id
               where one.id = new.calibration_id and leg.person_id = new.person_id)
      or exists (select 1 from calibration one join scorecard card on card.leg_id = one.leg_id and card.checklist_id = one.checklist_id
               where one.id = new.calibration_id and card.author_person_id = new.person_id) then
      raise exception 'a person who took the call or judged it is not calibrated by it'
        using errcode = 'check_violation', constraint = 'others_calibrate';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.others_decide_disputes() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    if has_a_part_in_dispute(new.dispute_id, new.decided_by_person_id, new.scorecard_id)
      or (new.for_person_id is not null and has_a_part_in_dispute(new.dispute_id, new.for_person_id, new.scorecard_id)) then
      raise exception 'a person who judged or took the call decides no dispute of it'
        using errcode = 'check_violation', constraint = 'others_decide_disputes';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.others_settle_promises() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    if exists (select 1 from commitment one where one.id = new.commitment_id and one.owner_person_id in (new.by_person_id, acting_for()))
        or exists (select 1 from commitment_event asked where asked.commitment_id = new.commitment_id and asked.action = 'questioned'
          and asked.by_person_id in (new.by_person_id, acting_for())) then
      raise exception 'a person settles no promise of their own' using errcode = 'check_violation', constraint = 'others_settle_promises';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.person_team_is_kept() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    insert into person_team_period values (new.id, new.team_id, case when tg_op = 'INSERT' then '-infinity' else now() end)
      on conflict (person_id, since) do update set team_id = excluded.team_id;
    return null;
  end $$;
CREATE FUNCTION public.recording_state_told() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    if new.custody = 'sealed' and exists (select 1 from transcript where recording_id = new.id) then
      insert into to_look_at (sweep, subject_id) values ('mask', new.id);
    end if;
    if new.custody in ('captured','sealed') and not new.restricted then
      update retention_term set settled = false where recording_id = new.id;
    end if;
    if new.custody = 'destroyed' then
      update evidence_export set recording_gone_at = now() where state <> 'gone' and recording_gone_at is null
        and request_id in (select request_id from legal_request_recording where recording_id = new.id);
    end if;
    return null;
  end $$;
CREATE FUNCTION public.refresh_listed_legs(ids uuid[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    perform 1 from call where id in (select call_id from leg where leg.id = any(ids)) order by id for no key update;
    insert into listed_leg as listed (leg_id, call_id, started_at, team_id, person_id, language, direction, stage, stage_reason, duration_ms,
        points_percent, coverage_percent, results, words, signs, queue, ring_seconds, reviewer_person_id, counted, missed_critical, left_open, clauses)
      select leg.id, call.id, call.started_at, leg.team_id, leg.person_id, call.language, call.direction, call.stage, call.stage_reason,
        coalesce((select max(duration_ms) from recording where leg_id = leg.id),
          (extract(epoch from leg.ended_at - leg.answered_at) * 1000)::int),
        score.points_percent, score.coverage_percent, coalesce(score.results, '{}'),
        shown_words(concat_ws(E'\n', call.customer, matter.title)), coalesce(score.signs, '{}'),
        leg.queue, extract(epoch from leg.answered_at - leg.alerted_at), score.reviewer_person_id, coalesce(score.counted, false),
        coalesce(score.missed_critical, false), coalesce(score.left_open, false), coalesce(score.clauses, '{}')
      from leg join call on call.id = leg.call_id left join matter on matter.id = call.matter_id
      left join lateral (
        select case when counting.scorecard_id is not null and max_points > 0 then 100 * points / max_points end as points_percent,
          100 * coverage as coverage_percent,
          counting.scorecard_id is not null as counted,
          case when counting.scorecard_id is not null and author <> 'automatic' then author_person_id end as reviewer_person_id,
          results.results, results.missed_critical, results.left_open, clauses.clauses,
          (select array_agg(distinct sign->>'name' order by sign->>'name')
             from jsonb_array_elements(items) result, jsonb_array_elements(coalesce(result->'signs', '[]')) sign) as signs
        from scorecard
        join checklist_version judged on judged.checklist_id = scorecard.checklist_id and judged.version = scorecard.checklist_version
        left join counting_scorecard counting on counting.leg_id = leg.id and counting.checklist_id = scorecard.checklist_id
        cross join lateral (
          select array_agg(distinct concat_ws(':', name, result->>'outcome', result->>'source')) as results,
            bool_or(critical and result->>'outcome' = 'not_met' and not result ? 'notTrusted') as missed_critical, bool_or(result->>'outcome' = 'insufficient') as left_open
          from jsonb_array_elements(items) result left join declared_items(judged.definition) item on item.id = result->>'itemId',
            lateral (select result->>'itemId' as name union all
              select whole from (values ('any', true), ('critical', critical)) over_all (whole, is_so)
              where is_so and not (result->>'outcome' = 'not_met' and result ? 'notTrusted')) named
        ) results
        cross join lateral (
          -- A clause is missed where one of its items is, left open where one of the others is, and met where the rest are.
          select array_agg(part || ':' || (array['not_met', 'insufficient', 'met', 'not_applicable'])[worst]) as clauses
          from (
            select part, min(array_position(array['not_met', 'insufficient', 'met', 'not_applicable'], result->>'outcome')) as worst
            from jsonb_array_elements(items) result join declared_items(judged.definition) item on item.id = result->>'itemId',
              clause_parts(item.clause) part
            where not result ? 'notTrusted'
            group by part) each_clause
        ) clauses
        where scorecard.leg_id = leg.id and not exists (select 1 from review_retraction back where back.scorecard_id = scorecard.id) and coalesce(counting.scorecard_id, scorecard.id) = scorecard.id
        order by judges_as_main(judged.definition) desc, scorecard.id desc limit 1) score on true
      where leg.id = any(ids)
    on conflict (leg_id) do update set
      call_id = excluded.call_id, started_at = excluded.started_at, team_id = excluded.team_id, person_id = excluded.person_id,
      language = excluded.language, direction = excluded.direction, stage = excluded.stage, stage_reason = excluded.stage_reason,
      duration_ms = excluded.duration_ms, points_percent = excluded.points_percent, coverage_percent = excluded.coverage_percent,
      results = excluded.results, words = excluded.words, signs = excluded.signs, queue = excluded.queue,
      ring_seconds = excluded.ring_seconds, reviewer_person_id = excluded.reviewer_person_id, counted = excluded.counted,
      missed_critical = excluded.missed_critical, left_open = excluded.left_open, clauses = excluded.clauses
    where listed is distinct from excluded;
  end $$;
CREATE FUNCTION public.released_hold_stays() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    raise exception 'hold % is released', old.id using errcode = 'check_violation';
  end $$;
CREATE FUNCTION public.request_grant_is_approved() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
  declare
    request legal_request;
    approvals int;
    narrowed boolean;
    approved boolean;
    times int;
  begin
    select * into strict request from legal_request where id = new.request_id;
    select count(distinct decided_by_person_id) filter (where decision = 'approve'), coalesce(bool_or(decision = 'approve_listening'), false)
      into approvals, narrowed from legal_decision where request_id = new.request_id and round = request.round;
    approved := request.state = 'approved' and case when narrowed then request.action = 'listen_and_export' and new.action = 'listen'
      else approvals >= request.approvals_needed end;
    if (request.break_glass and request.state <> 'opened') or (not request.break_glass and not approved) then
      raise exception 'a grant needs its approvals' using errcode = 'check_violation', constraint = 'grant_needs_approvals';
    end if;
    times := case when new.action = request.action then request.plays_allowed
      when request.action <> 'listen_and_export' then null
      when new.action = 'listen' then request.plays_allowed
      when new.action = 'evidence_export' then request.downloads_allowed end;
    if (new.rendition, new.plays_allowed, new.expires_at) is distinct from (request.rendition, times, request.expires_at) then
      raise exception 'a grant is what was approved' using errcode = 'check_violation', constraint = 'grant_is_what_was_approved';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.restart_takes_two() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    if old.restart_asked_by_person_id is null or new.confirmed_by_person_id is null
        or new.confirmed_by_person_id = old.restart_asked_by_person_id then
      raise exception 'two people start retention again after a restore' using errcode = 'check_violation';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.results_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    if tg_op <> 'INSERT' then
      insert into day_to_recount (at) values (old.started_at);
    end if;
    if tg_op <> 'DELETE' and (tg_op = 'INSERT' or new.started_at <> old.started_at) then
      insert into day_to_recount (at) values (new.started_at);
    end if;
    return null;
  end $$;
CREATE FUNCTION public.review_ends_draft() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
      begin
        perform lock_review_of(new.leg_id, new.checklist_id, new.author_person_id);
        delete from review_draft where leg_id = new.leg_id and checklist_id = new.checklist_id and person_id = new.author_person_id;
        return null;
      end $$;
CREATE FUNCTION public.reviews_are_retracted() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    if not exists (select 1 from scorecard where id = new.scorecard_id and author = 'review' and author_person_id = new.author_person_id) then
      raise exception 'only a review is retracted' using errcode = 'check_violation', constraint = 'reviews_are_retracted';
    end if;
    if exists (select 1 from leg where call_id = new.call_id and person_id in (new.retracted_by_person_id, new.for_person_id)) then
      raise exception 'a person who took the call retracts no review of it' using errcode = 'check_violation', constraint = 'reviews_are_retracted';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.role_reaches(of_team uuid, of_client uuid, place uuid) RETURNS boolean
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'public'
    AS $$
    select (of_team is null and of_client is null) or coalesce(of_team = place, false)
      or coalesce(of_client = (select client_id from team where id = place), false)
  $$;
CREATE FUNCTION public.role_suspension_confirmed_by_another() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
  begin
    if tg_op = 'INSERT' then
      if new.confirmed_at is not null then
        raise exception 'a suspension begins unconfirmed' using errcode = 'check_violation', constraint = 'suspension_begins_open';
      end if;
      return new;
    end if;
    if old.confirmed_at is not null then
      raise exception 'a confirmed suspension stays as it is' using errcode = 'check_violation', constraint = 'suspension_confirmed_once';
    end if;
    if not exists (select 1 from role_in_force
        where account_id = new.confirmed_by_account_id and role in ('legal_approver','administrator')) then
      raise exception 'only who approves roles confirms' using errcode = 'check_violation', constraint = 'confirmation_by_an_approver';
    end if;
    if exists (select 1 from role_suspension other where other.person_id = new.person_id and other.confirmed_at is null
        and other.caused_by_person_id = new.confirmed_by_person_id) then
      raise exception 'who caused a suspension confirms none of that person' using errcode = 'check_violation',
        constraint = 'confirmation_needs_another_person';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.rules_of_holds_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    update legal_hold set swept_at = null where rule is not null and released_at is null;
    return null;
  end $$;
CREATE FUNCTION public.sampling_draws_stay() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    if old.drawn_at is not null or old.withdrawn_at is not null then
      raise exception 'a draw is made once' using errcode = 'check_violation', constraint = 'sampling_draws_stay';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.seeds_come_before_calls() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
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
CREATE FUNCTION public.shown_words(text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $_$ select lower(normalize(coalesce($1, ''), NFKC)) $_$;
CREATE FUNCTION public.standing_grant_stays_as_published() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
  begin
    if (new.role, new.scope, new.team_id, new.client_id, new.purpose, new.actions, new.rendition, new.valid_from, new.expires_at)
      is distinct from (old.role, old.scope, old.team_id, old.client_id, old.purpose, old.actions, old.rendition, old.valid_from, old.expires_at)
      or (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at) then
      raise exception 'standing_grant_stays_as_published';
    end if;
    return new;
  end $$;
CREATE FUNCTION public.started_destruction_stays() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public'
    AS $$
  begin
    raise exception 'destruction % has started', old.id using errcode = 'check_violation';
  end $$;
CREATE FUNCTION public.team_then(person uuid, at timestamp with time zone) RETURNS uuid
    LANGUAGE sql STABLE
    AS $$
    select team_id from person_team_period where person_id = person and since <= at order by since desc limit 1
  $$;
CREATE FUNCTION public.word_grams(text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $_$ select coalesce(array_agg(distinct gram), '{}') from generate_series(1, length($1)) at,
      lateral (values (substr($1, at, 2)), (substr($1, at, 1))) grams (gram)
      where length(gram) = 2 or ascii(gram) > 11904 $_$;
CREATE TABLE public.absence (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    deputy_person_id uuid NOT NULL,
    first_on date NOT NULL,
    last_on date NOT NULL,
    begins_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    works text[] NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    declined_at timestamp with time zone,
    reason text,
    confirmed_by_person_id uuid,
    confirmed_at timestamp with time zone,
    ended_at timestamp with time zone,
    ended_by_person_id uuid,
    begun_told_at timestamp with time zone,
    over_told_at timestamp with time zone,
    CONSTRAINT absence_works_check CHECK (((cardinality(works) > 0) AND (works <@ ARRAY['approvals'::text, 'disputes'::text, 'reviews'::text, 'promises'::text, 'coaching'::text, 'messages'::text]))),
    CONSTRAINT answered_once CHECK (((accepted_at IS NULL) OR (declined_at IS NULL))),
    CONSTRAINT confirmed_by_a_third CHECK ((((confirmed_at IS NULL) = (confirmed_by_person_id IS NULL)) AND ((confirmed_by_person_id IS NULL) OR ((confirmed_by_person_id <> person_id) AND (confirmed_by_person_id <> deputy_person_id))))),
    CONSTRAINT days_in_order CHECK (((first_on <= last_on) AND (begins_at < ends_at))),
    CONSTRAINT deputy_is_another CHECK ((deputy_person_id <> person_id)),
    CONSTRAINT ended_by_a_person CHECK (((ended_by_person_id IS NULL) OR (ended_at IS NOT NULL)))
);
CREATE TABLE public.account (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    username text NOT NULL,
    password_hash text,
    language text NOT NULL,
    disabled_at timestamp with time zone,
    password_changed_at timestamp with time zone,
    password_set_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT account_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text]))),
    CONSTRAINT account_username_check CHECK ((username = lower(username)))
);
CREATE TABLE public.account_unlock (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    lifted_by_person_id uuid NOT NULL,
    lifted_at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    CONSTRAINT account_unlock_reason_check CHECK (((length(reason) >= 3) AND (length(reason) <= 500)))
);
CREATE TABLE public.alarm (
    subject text NOT NULL,
    kind text NOT NULL,
    code text,
    raised_at timestamp with time zone NOT NULL,
    CONSTRAINT alarm_kind_check CHECK ((kind = ANY (ARRAY['schedule_late'::text, 'schedule_failing'::text, 'disk_low'::text, 'disk_full'::text, 'keys_unmarked'::text, 'keys_doubtful'::text])))
);
CREATE TABLE public.api_token (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    name text NOT NULL,
    token_hash text NOT NULL,
    ending text NOT NULL,
    scopes jsonb NOT NULL,
    team_ids jsonb,
    addresses jsonb,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    CONSTRAINT api_token_scopes_check CHECK ((jsonb_array_length(scopes) > 0)),
    CONSTRAINT api_token_token_hash_check CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT token_ends_within_a_year CHECK (((expires_at > created_at) AND (expires_at <= (created_at + '366 days'::interval))))
);
CREATE TABLE public.awaiting_person (
    id uuid NOT NULL,
    leg_id uuid NOT NULL,
    checklist_id text NOT NULL,
    item_id text NOT NULL,
    scorecard_id uuid NOT NULL,
    reason text NOT NULL,
    at_ms integer,
    opened_at timestamp with time zone NOT NULL,
    claimed_by_person_id uuid,
    claimed_until timestamp with time zone,
    closed_at timestamp with time zone,
    closed_why text,
    CONSTRAINT awaiting_person_closed_why_check CHECK ((closed_why = ANY (ARRAY['answered'::text, 'superseded'::text]))),
    CONSTRAINT claim_has_an_end CHECK (((claimed_by_person_id IS NULL) = (claimed_until IS NULL))),
    CONSTRAINT closed_has_why CHECK (((closed_at IS NULL) = (closed_why IS NULL)))
);
CREATE TABLE public.back_test_agreement (
    run_id uuid NOT NULL,
    item_id text NOT NULL,
    human_outcome text NOT NULL,
    to_outcome text NOT NULL,
    legs integer NOT NULL
);
CREATE TABLE public.back_test_count (
    run_id uuid NOT NULL,
    item_id text NOT NULL,
    person_id uuid NOT NULL,
    team_id uuid NOT NULL,
    from_outcome text NOT NULL,
    to_outcome text NOT NULL,
    legs integer NOT NULL
);
CREATE TABLE public.back_test_flip (
    run_id uuid NOT NULL,
    leg_id uuid NOT NULL,
    item_id text NOT NULL,
    from_outcome text NOT NULL,
    to_outcome text NOT NULL,
    at_ms integer
);
CREATE TABLE public.back_test_leg (
    run_id uuid NOT NULL,
    leg_id uuid NOT NULL,
    person_id uuid NOT NULL,
    moves text[] NOT NULL,
    agreements text[] NOT NULL
);
CREATE TABLE public.back_test_points (
    run_id uuid NOT NULL,
    leg_id uuid NOT NULL,
    from_points numeric,
    from_max numeric,
    to_points numeric,
    to_max numeric
);
CREATE TABLE public.best_call (
    id uuid NOT NULL,
    code text DEFAULT public.next_best_call_code() NOT NULL,
    call_id uuid NOT NULL,
    leg_id uuid NOT NULL,
    recording_id uuid NOT NULL,
    agent_person_id uuid NOT NULL,
    team_id uuid NOT NULL,
    checklist_id text,
    item_id text,
    from_ms integer NOT NULL,
    to_ms integer NOT NULL,
    title text,
    note text,
    scope text NOT NULL,
    nominated_by_person_id uuid NOT NULL,
    nominated_at timestamp with time zone NOT NULL,
    agreed_at timestamp with time zone,
    published_by_person_id uuid,
    published_at timestamp with time zone,
    ended_at timestamp with time zone,
    ended_why text,
    ended_by_person_id uuid,
    ended_reason text,
    CONSTRAINT best_call_ended_for_a_reason CHECK (((ended_at IS NULL) = (ended_why IS NULL))),
    CONSTRAINT best_call_ended_why_check CHECK ((ended_why = ANY (ARRAY['declined'::text, 'agreement_taken_back'::text, 'withdrawn'::text, 'destroyed'::text, 'handed_over'::text]))),
    CONSTRAINT best_call_from_ms_check CHECK ((from_ms >= 0)),
    CONSTRAINT best_call_is_a_stretch CHECK ((from_ms < to_ms)),
    CONSTRAINT best_call_item_is_whole CHECK (((checklist_id IS NULL) = (item_id IS NULL))),
    CONSTRAINT best_call_scope_check CHECK ((scope = ANY (ARRAY['team'::text, 'company'::text]))),
    CONSTRAINT nominated_by_another CHECK ((nominated_by_person_id <> agent_person_id)),
    CONSTRAINT published_by_a_person CHECK (((published_at IS NULL) = (published_by_person_id IS NULL))),
    CONSTRAINT published_by_a_second CHECK (((published_by_person_id IS NULL) OR ((published_by_person_id <> nominated_by_person_id) AND (published_by_person_id <> agent_person_id)))),
    CONSTRAINT published_with_agreement CHECK (((published_at IS NULL) OR (agreed_at IS NOT NULL)))
);
CREATE SEQUENCE public.best_call_number START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
CREATE TABLE public.blind_judgement (
    assignment_id uuid NOT NULL,
    item_id text NOT NULL,
    leg_id uuid NOT NULL,
    call_id uuid NOT NULL,
    checklist_id text NOT NULL,
    checklist_version integer NOT NULL,
    machine_scorecard_id uuid NOT NULL,
    machine_outcome text NOT NULL,
    machine_source text NOT NULL,
    machine_reason text,
    machine_confidence double precision NOT NULL,
    person_scorecard_id uuid NOT NULL,
    person_outcome text NOT NULL,
    reviewer_person_id uuid NOT NULL,
    language text,
    engine text,
    engine_version text,
    seen_before boolean NOT NULL,
    judged_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    CONSTRAINT blind_judgement_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text]))),
    CONSTRAINT blind_judgement_machine_outcome_check CHECK ((machine_outcome = ANY (ARRAY['met'::text, 'not_met'::text, 'not_applicable'::text, 'insufficient'::text]))),
    CONSTRAINT blind_judgement_machine_source_check CHECK ((machine_source = ANY (ARRAY['fact'::text, 'rule'::text, 'model'::text, 'human'::text]))),
    CONSTRAINT blind_judgement_person_outcome_check CHECK ((person_outcome = ANY (ARRAY['met'::text, 'not_met'::text, 'not_applicable'::text, 'insufficient'::text])))
);
CREATE TABLE public.break_glass_opening (
    request_id uuid NOT NULL,
    opened_by_person_id uuid NOT NULL,
    opened_by_account_id uuid NOT NULL,
    proved_at timestamp with time zone NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    review_by timestamp with time zone NOT NULL,
    overdue_told_at timestamp with time zone,
    CONSTRAINT opening_needs_fresh_proof CHECK (((opened_at - proved_at) <= '00:06:00'::interval)),
    CONSTRAINT review_is_due_soon CHECK (((review_by > opened_at) AND (review_by <= (opened_at + '60 days'::interval))))
);
CREATE TABLE public.break_glass_review (
    request_id uuid NOT NULL,
    opened_by_person_id uuid NOT NULL,
    outcome text NOT NULL,
    reviewed_by_person_id uuid NOT NULL,
    reviewed_by_account_id uuid NOT NULL,
    proved_at timestamp with time zone NOT NULL,
    reviewed_at timestamp with time zone NOT NULL,
    CONSTRAINT break_glass_review_outcome_check CHECK ((outcome = ANY (ARRAY['justified'::text, 'not_justified'::text]))),
    CONSTRAINT review_needs_another_person CHECK ((reviewed_by_person_id <> opened_by_person_id)),
    CONSTRAINT review_needs_fresh_proof CHECK (((reviewed_at - proved_at) <= '00:06:00'::interval))
);
CREATE TABLE public.calendar_day (
    day date NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    CONSTRAINT calendar_day_kind_check CHECK ((kind = ANY (ARRAY['holiday'::text, 'working_day'::text])))
);
CREATE TABLE public.calendar_period (
    id uuid NOT NULL,
    from_day date NOT NULL,
    to_day date NOT NULL,
    CONSTRAINT calendar_period_check CHECK ((to_day >= from_day))
);
CREATE TABLE public.calibration (
    id uuid NOT NULL,
    code text DEFAULT public.next_calibration_code() NOT NULL,
    call_id uuid NOT NULL,
    leg_id uuid NOT NULL,
    checklist_id text NOT NULL,
    checklist_version integer NOT NULL,
    scorecard_id uuid NOT NULL,
    opened_by_person_id uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    closed_by_person_id uuid,
    CONSTRAINT closed_by_at_a_time CHECK (((closed_at IS NOT NULL) OR (closed_by_person_id IS NULL))),
    CONSTRAINT due_after_opening CHECK ((due_at > opened_at))
);
CREATE TABLE public.calibration_answer (
    calibration_id uuid NOT NULL,
    person_id uuid NOT NULL,
    item_id text NOT NULL,
    outcome text NOT NULL,
    note text,
    at_ms integer,
    CONSTRAINT calibration_answer_at_ms_check CHECK ((at_ms >= 0)),
    CONSTRAINT calibration_answer_outcome_check CHECK ((outcome = ANY (ARRAY['met'::text, 'not_met'::text, 'not_applicable'::text, 'insufficient'::text])))
);
CREATE TABLE public.calibration_decision (
    id uuid NOT NULL,
    calibration_id uuid NOT NULL,
    item_id text NOT NULL,
    outcome text NOT NULL,
    note text,
    decided_by_person_id uuid NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    CONSTRAINT calibration_decision_outcome_check CHECK ((outcome = ANY (ARRAY['met'::text, 'not_met'::text, 'not_applicable'::text, 'insufficient'::text])))
);
CREATE SEQUENCE public.calibration_number START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
CREATE TABLE public.calibration_reviewer (
    calibration_id uuid NOT NULL,
    person_id uuid NOT NULL,
    submitted_at timestamp with time zone,
    saw_before boolean DEFAULT false NOT NULL
);
CREATE TABLE public.call (
    id uuid NOT NULL,
    source text NOT NULL,
    external_id text NOT NULL,
    matter_id uuid,
    direction text NOT NULL,
    classification text NOT NULL,
    language text,
    region text NOT NULL,
    customer text,
    started_at timestamp with time zone NOT NULL,
    stage text NOT NULL,
    stage_reason text,
    stage_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL,
    purpose text,
    outcome text,
    stage_said text,
    language_told jsonb,
    CONSTRAINT call_classification_check CHECK ((classification = ANY (ARRAY['business'::text, 'private'::text]))),
    CONSTRAINT call_direction_check CHECK ((direction = ANY (ARRAY['inbound'::text, 'outbound'::text, 'internal'::text]))),
    CONSTRAINT call_stage_check CHECK ((stage = ANY (ARRAY['known'::text, 'recorded'::text, 'sealed'::text, 'transcribed'::text, 'scored'::text, 'not_recorded'::text, 'needs_attention'::text, 'given_up'::text, 'destroyed'::text]))),
    CONSTRAINT call_stage_said_check CHECK (((length(stage_said) >= 1) AND (length(stage_said) <= 300))),
    CONSTRAINT stage_has_reason CHECK ((((stage = ANY (ARRAY['not_recorded'::text, 'needs_attention'::text, 'given_up'::text])) = (stage_reason IS NOT NULL)) OR ((stage = 'scored'::text) AND (stage_reason = 'not_judged'::text))))
);
CREATE TABLE public.call_correction (
    id uuid NOT NULL,
    call_id uuid NOT NULL,
    by_person_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    origin text NOT NULL,
    reason text NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    CONSTRAINT call_correction_origin_check CHECK ((origin = ANY (ARRAY['person'::text, 'upload'::text]))),
    CONSTRAINT call_correction_reason_check CHECK (((length(reason) >= 5) AND (length(reason) <= 300)))
);
CREATE TABLE public.call_give_up (
    id uuid NOT NULL,
    call_id uuid NOT NULL,
    by_person_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    note text,
    reopened_at timestamp with time zone
);
CREATE TABLE public.card_code_decision (
    transcript_id uuid NOT NULL,
    turn integer NOT NULL,
    from_char integer NOT NULL,
    to_char integer NOT NULL,
    answer text NOT NULL,
    person_id uuid NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    CONSTRAINT card_code_decision_answer_check CHECK ((answer = ANY (ARRAY['code'::text, 'no_code'::text]))),
    CONSTRAINT card_code_decision_check CHECK ((to_char > from_char))
);
CREATE TABLE public.chat_address (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    format text NOT NULL,
    host text NOT NULL,
    signed boolean NOT NULL,
    wrapped_key bytea NOT NULL,
    key_version text NOT NULL,
    sealed bytea NOT NULL,
    set_at timestamp with time zone NOT NULL,
    tested_at timestamp with time zone,
    last_sent_at timestamp with time zone,
    failing_since timestamp with time zone,
    failures integer DEFAULT 0 NOT NULL,
    last_reason text,
    chat_code text,
    CONSTRAINT chat_address_format_check CHECK ((format = ANY (ARRAY['feishu'::text, 'wecom'::text, 'dingtalk'::text, 'slack'::text, 'teams'::text])))
);
CREATE TABLE public.chat_host (
    host text NOT NULL,
    added_by_person_id uuid NOT NULL,
    added_at timestamp with time zone NOT NULL
);
CREATE TABLE public.chat_message (
    id uuid NOT NULL,
    notification_id uuid NOT NULL,
    state text NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    gathered boolean NOT NULL,
    due_at timestamp with time zone,
    reason text,
    created_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    CONSTRAINT chat_message_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text, 'dropped'::text]))),
    CONSTRAINT message_due_while_it_waits CHECK ((((state = 'waiting'::text) = (due_at IS NOT NULL)) AND ((state = 'waiting'::text) = (settled_at IS NULL))))
);
CREATE TABLE public.checklist_draft (
    checklist_id text NOT NULL,
    revision integer NOT NULL,
    state text NOT NULL,
    definition jsonb NOT NULL,
    based_on integer,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    updated_by_person_id uuid NOT NULL,
    author_person_ids uuid[] NOT NULL,
    asked_at timestamp with time zone,
    asked_by_person_id uuid,
    sent_back_at timestamp with time zone,
    sent_back_by_person_id uuid,
    sent_back_reason text,
    library_entry text,
    library_version integer,
    CONSTRAINT an_entry_has_its_version CHECK ((((library_entry IS NULL) = (library_version IS NULL)) AND (COALESCE(library_version, 1) > 0))),
    CONSTRAINT asked_by_author CHECK ((((asked_at IS NULL) = (asked_by_person_id IS NULL)) AND ((asked_by_person_id IS NULL) OR (asked_by_person_id = ANY (author_person_ids))))),
    CONSTRAINT author_of_draft CHECK ((updated_by_person_id = ANY (author_person_ids))),
    CONSTRAINT checklist_draft_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'validated'::text])))
);
CREATE TABLE public.checklist_draft_count (
    checklist_id text NOT NULL,
    revision integer NOT NULL,
    CONSTRAINT checklist_draft_count_revision_check CHECK ((revision > 0))
);
CREATE TABLE public.checklist_retirement (
    checklist_id text NOT NULL,
    version integer NOT NULL,
    retired_at timestamp with time zone NOT NULL,
    superseded_by integer,
    retired_by_person_id uuid,
    reason text,
    CONSTRAINT superseded_or_by_person CHECK ((((superseded_by IS NULL) = (retired_by_person_id IS NOT NULL)) AND ((superseded_by IS NULL) = (reason IS NOT NULL))))
);
CREATE TABLE public.checklist_version (
    checklist_id text NOT NULL,
    version integer NOT NULL,
    sha256 text NOT NULL,
    definition jsonb NOT NULL,
    published_at timestamp with time zone NOT NULL,
    origin text DEFAULT 'shipped'::text NOT NULL,
    based_on integer,
    published_by_person_id uuid,
    reason text,
    author_person_ids uuid[],
    library_entry text,
    library_version integer,
    for_person_id uuid DEFAULT public.acting_for(),
    CONSTRAINT an_entry_has_its_version CHECK ((((library_entry IS NULL) = (library_version IS NULL)) AND (COALESCE(library_version, 1) > 0))),
    CONSTRAINT checklist_version_origin_check CHECK ((origin = ANY (ARRAY['shipped'::text, 'company'::text]))),
    CONSTRAINT person_publishes_with_reason CHECK ((((origin = 'company'::text) = (published_by_person_id IS NOT NULL)) AND ((origin = 'company'::text) = (reason IS NOT NULL))))
);
CREATE TABLE public.client (
    id uuid NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    closed_at timestamp with time zone
);
CREATE TABLE public.coaching_answer (
    id uuid NOT NULL,
    session_id uuid NOT NULL,
    said text,
    at timestamp with time zone NOT NULL
);
CREATE TABLE public.coaching_goal (
    id uuid NOT NULL,
    session_id uuid NOT NULL,
    checklist_id text,
    item_id text,
    measure text,
    at_most double precision,
    target_percent integer NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL,
    set_by_person_id uuid NOT NULL,
    set_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_by_person_id uuid,
    CONSTRAINT coaching_goal_at_most_check CHECK ((at_most >= (0)::double precision)),
    CONSTRAINT coaching_goal_measure_check CHECK ((measure = ANY (ARRAY['longest_silence'::text, 'interruptions'::text, 'talk_share'::text]))),
    CONSTRAINT coaching_goal_target_percent_check CHECK (((target_percent >= 1) AND (target_percent <= 100))),
    CONSTRAINT goal_ended_by_a_person CHECK (((ended_at IS NULL) = (ended_by_person_id IS NULL))),
    CONSTRAINT goal_has_days CHECK ((from_day <= until_day)),
    CONSTRAINT goal_is_one_thing CHECK ((((checklist_id IS NOT NULL) AND (item_id IS NOT NULL) AND (measure IS NULL) AND (at_most IS NULL)) OR ((checklist_id IS NULL) AND (item_id IS NULL) AND (measure IS NOT NULL) AND (at_most IS NOT NULL))))
);
CREATE TABLE public.coaching_moment (
    id uuid NOT NULL,
    session_id uuid NOT NULL,
    call_id uuid NOT NULL,
    leg_id uuid NOT NULL,
    checklist_id text,
    item_id text,
    from_ms integer,
    to_ms integer,
    note text,
    added_at timestamp with time zone NOT NULL,
    erased_at timestamp with time zone,
    CONSTRAINT coaching_moment_from_ms_check CHECK ((from_ms >= 0)),
    CONSTRAINT erased_moment_is_empty CHECK (((erased_at IS NULL) OR ((note IS NULL) AND (from_ms IS NULL)))),
    CONSTRAINT item_is_whole CHECK (((checklist_id IS NULL) = (item_id IS NULL))),
    CONSTRAINT stretch_is_whole CHECK ((((from_ms IS NULL) = (to_ms IS NULL)) AND ((from_ms IS NULL) OR (from_ms <= to_ms))))
);
CREATE SEQUENCE public.coaching_number START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
CREATE TABLE public.coaching_session (
    id uuid NOT NULL,
    code text DEFAULT public.next_coaching_code() NOT NULL,
    agent_person_id uuid NOT NULL,
    team_id uuid NOT NULL,
    coach_person_id uuid NOT NULL,
    held_on date,
    private_notes text,
    shared_text text,
    created_at timestamp with time zone NOT NULL,
    shared_at timestamp with time zone,
    answered_at timestamp with time zone,
    acknowledged_at timestamp with time zone,
    closed_at timestamp with time zone,
    erased_at timestamp with time zone,
    CONSTRAINT coach_is_another CHECK ((coach_person_id <> agent_person_id)),
    CONSTRAINT erased_says_nothing CHECK (((erased_at IS NULL) OR ((private_notes IS NULL) AND (shared_text IS NULL)))),
    CONSTRAINT nothing_before_it_is_shared CHECK (((shared_at IS NOT NULL) OR ((answered_at IS NULL) AND (acknowledged_at IS NULL) AND (closed_at IS NULL))))
);
CREATE TABLE public.commitment (
    id uuid NOT NULL,
    call_id uuid NOT NULL,
    leg_id uuid NOT NULL,
    transcript_id uuid NOT NULL,
    kind text NOT NULL,
    turn integer NOT NULL,
    from_char integer NOT NULL,
    to_char integer NOT NULL,
    from_ms integer NOT NULL,
    to_ms integer NOT NULL,
    time_turn integer,
    time_from_char integer,
    time_to_char integer,
    owner_person_id uuid NOT NULL,
    team_id uuid NOT NULL,
    client_id uuid NOT NULL,
    said_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone,
    due_basis text,
    unclear text,
    state text NOT NULL,
    state_at timestamp with time zone NOT NULL,
    revision integer DEFAULT 1 NOT NULL,
    due_soon_at timestamp with time zone,
    overdue_at timestamp with time zone,
    offered_to_person_id uuid,
    offered_at timestamp with time zone,
    fulfilled_by_call_id uuid,
    candidate_call_id uuid,
    touched boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone NOT NULL,
    erased_at timestamp with time zone,
    questioned_by_person_id uuid,
    questioned_at timestamp with time zone,
    upheld_at timestamp with time zone,
    CONSTRAINT a_time_has_a_place CHECK ((num_nulls(time_turn, time_from_char, time_to_char) = ANY (ARRAY[0, 3]))),
    CONSTRAINT a_time_or_why_not CHECK (((num_nulls(due_at, unclear) = 1) AND ((due_at IS NULL) = (due_basis IS NULL)))),
    CONSTRAINT commitment_kind_check CHECK ((kind = ANY (ARRAY['call_back'::text, 'reply'::text, 'send'::text, 'refund'::text, 'visit'::text, 'check'::text, 'hand_over'::text, 'settle'::text]))),
    CONSTRAINT commitment_state_check CHECK ((state = ANY (ARRAY['open'::text, 'overdue'::text, 'kept'::text, 'broken'::text, 'released'::text, 'struck'::text, 'superseded'::text]))),
    CONSTRAINT offered_at_a_time CHECK (((offered_to_person_id IS NULL) = (offered_at IS NULL))),
    CONSTRAINT offered_to_somebody_else CHECK ((offered_to_person_id <> owner_person_id)),
    CONSTRAINT overdue_has_a_time CHECK (((state <> 'overdue'::text) OR ((due_at IS NOT NULL) AND (overdue_at IS NOT NULL)))),
    CONSTRAINT questioned_by_a_person CHECK (((questioned_by_person_id IS NULL) = (questioned_at IS NULL))),
    CONSTRAINT questioned_while_open CHECK (((questioned_at IS NULL) OR (state = ANY (ARRAY['open'::text, 'overdue'::text]))))
);
CREATE TABLE public.commitment_event (
    id uuid NOT NULL,
    commitment_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    action text NOT NULL,
    by_person_id uuid,
    state text NOT NULL,
    note text,
    due_at timestamp with time zone,
    evidence_call_id uuid,
    to_person_id uuid,
    transcript_id uuid,
    CONSTRAINT commitment_event_state_check CHECK ((state = ANY (ARRAY['open'::text, 'overdue'::text, 'kept'::text, 'broken'::text, 'released'::text, 'struck'::text, 'superseded'::text])))
);
CREATE TABLE public.company (
    id integer NOT NULL,
    profile jsonb NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT company_id_check CHECK ((id = 1))
);
CREATE TABLE public.company_profile_version (
    version integer NOT NULL,
    profile jsonb NOT NULL,
    sha256 text NOT NULL,
    changed_by_person_id uuid,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT company_profile_version_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT company_profile_version_version_check CHECK ((version > 0))
);
CREATE TABLE public.consent_decision (
    id uuid NOT NULL,
    call_id uuid NOT NULL,
    state text NOT NULL,
    rule_id text NOT NULL,
    may_record boolean NOT NULL,
    reason text,
    evidence_kind text,
    evidence_at timestamp with time zone,
    evidence_reference text,
    decided_at timestamp with time zone NOT NULL,
    rules_version integer,
    ground text,
    CONSTRAINT consent_decision_ground_check CHECK ((ground = ANY (ARRAY['one-party'::text, 'contract'::text, 'statutory-duty'::text, 'other'::text]))),
    CONSTRAINT consent_fails_closed CHECK (((NOT may_record) OR (state = ANY (ARRAY['announced'::text, 'given'::text, 'not_required'::text]))))
);
CREATE TABLE public.consent_rule_set (
    version integer NOT NULL,
    rules jsonb NOT NULL,
    sha256 text NOT NULL,
    reason text NOT NULL,
    proposed_by_person_id uuid,
    proposed_at timestamp with time zone NOT NULL,
    decision text,
    decided_by_person_id uuid,
    decided_at timestamp with time zone,
    CONSTRAINT consent_decision_is_whole CHECK (((version = 1) OR (num_nulls(decision, decided_by_person_id, decided_at) = ANY (ARRAY[0, 3])))),
    CONSTRAINT consent_rule_set_check CHECK ((decided_at >= proposed_at)),
    CONSTRAINT consent_rule_set_decision_check CHECK ((decision = ANY (ARRAY['agreed'::text, 'refused'::text]))),
    CONSTRAINT consent_rule_set_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT consent_rule_set_version_check CHECK ((version > 0)),
    CONSTRAINT consent_rules_have_their_proposer CHECK (((version = 1) = (proposed_by_person_id IS NULL))),
    CONSTRAINT consent_rules_take_two CHECK (((decision <> 'agreed'::text) OR (version = 1) OR (decided_by_person_id <> proposed_by_person_id))),
    CONSTRAINT strictest_consent_rule_stays CHECK ((NOT jsonb_path_exists(rules, '$."rules"[*]?((@."regions"[*] == "*" && (@."directions"[*] == "inbound" || @."directions"[*] == "outbound")) && @."accepts"[*] != "given")'::jsonpath)))
);
CREATE TABLE public.consent_rule_trial (
    id uuid NOT NULL,
    rules_sha256 text NOT NULL,
    against_version integer NOT NULL,
    days integer NOT NULL,
    calls integer NOT NULL,
    recorded integer NOT NULL,
    not_recorded integer NOT NULL,
    same integer NOT NULL,
    unknown integer NOT NULL,
    newest_only boolean NOT NULL,
    tried_by_person_id uuid NOT NULL,
    tried_at timestamp with time zone NOT NULL,
    CONSTRAINT consent_rule_trial_days_check CHECK ((days > 0)),
    CONSTRAINT consent_rule_trial_not_recorded_check CHECK ((not_recorded >= 0)),
    CONSTRAINT consent_rule_trial_recorded_check CHECK ((recorded >= 0)),
    CONSTRAINT consent_rule_trial_rules_sha256_check CHECK ((rules_sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT consent_rule_trial_same_check CHECK ((same >= 0)),
    CONSTRAINT consent_rule_trial_unknown_check CHECK ((unknown >= 0)),
    CONSTRAINT consent_trial_counts_each_call CHECK ((calls = (((recorded + not_recorded) + same) + unknown)))
);
CREATE TABLE public.counted_day (
    starts timestamp with time zone NOT NULL,
    ends timestamp with time zone NOT NULL,
    counted_at timestamp with time zone NOT NULL,
    CONSTRAINT counted_day_check CHECK ((ends > starts))
);
CREATE TABLE public.counted_result (
    starts timestamp with time zone NOT NULL,
    ends timestamp with time zone NOT NULL,
    by text NOT NULL,
    language text NOT NULL,
    direction text NOT NULL,
    name text NOT NULL,
    calls integer NOT NULL,
    met integer NOT NULL,
    not_met integer NOT NULL,
    not_applicable integer NOT NULL,
    insufficient integer NOT NULL,
    judged integer NOT NULL,
    CONSTRAINT counted_result_by_check CHECK ((by = ANY (ARRAY['item'::text, 'clause'::text])))
);
CREATE TABLE public.counting_scorecard (
    leg_id uuid NOT NULL,
    checklist_id text NOT NULL,
    scorecard_id uuid
);
CREATE TABLE public.custody_hold (
    id uuid NOT NULL,
    hold_id uuid NOT NULL,
    call_id uuid NOT NULL,
    recording_id uuid,
    placed_at timestamp with time zone NOT NULL,
    released_at timestamp with time zone
);
CREATE TABLE public.data_request (
    id uuid NOT NULL,
    code text NOT NULL,
    kind text NOT NULL,
    subject jsonb NOT NULL,
    reference text NOT NULL,
    note text,
    state text NOT NULL,
    registered_by_person_id uuid NOT NULL,
    registered_at timestamp with time zone NOT NULL,
    proposal text,
    proposal_reason text,
    proposed_by_person_id uuid,
    proposed_at timestamp with time zone,
    decided_by_person_id uuid,
    decided_at timestamp with time zone,
    done_at timestamp with time zone,
    CONSTRAINT data_request_kind_check CHECK ((kind = ANY (ARRAY['access'::text, 'erasure'::text, 'withdrawal'::text, 'not_recordable'::text]))),
    CONSTRAINT data_request_proposal_check CHECK ((proposal = ANY (ARRAY['agree'::text, 'refuse'::text]))),
    CONSTRAINT data_request_state_check CHECK ((state = ANY (ARRAY['open'::text, 'waiting'::text, 'agreed'::text, 'refused'::text, 'done'::text]))),
    CONSTRAINT decided_by_somebody CHECK (((decided_at IS NULL) = (decided_by_person_id IS NULL))),
    CONSTRAINT decided_was_proposed CHECK (((decided_at IS NULL) OR (proposed_at IS NOT NULL))),
    CONSTRAINT proposed_whole CHECK ((num_nulls(proposal, proposal_reason, proposed_by_person_id, proposed_at) = ANY (ARRAY[0, 4]))),
    CONSTRAINT request_takes_two CHECK ((decided_by_person_id <> proposed_by_person_id)),
    CONSTRAINT state_says_so CHECK (((state = ANY (ARRAY['agreed'::text, 'refused'::text, 'done'::text])) = (decided_at IS NOT NULL)))
);
CREATE TABLE public.data_request_recording (
    request_id uuid NOT NULL,
    recording_id uuid NOT NULL,
    call_id uuid NOT NULL,
    restricted_by_this boolean NOT NULL,
    outcome text,
    CONSTRAINT data_request_recording_outcome_check CHECK ((outcome = ANY (ARRAY['ordered'::text, 'held'::text, 'refused'::text, 'destroyed'::text, 'handed_over'::text])))
);
CREATE TABLE public.day_to_recount (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    marked_at timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE public.day_to_recount ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY ( SEQUENCE NAME public.day_to_recount_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1 );
CREATE TABLE public.default_view (
    account_id uuid NOT NULL,
    view_id uuid NOT NULL
);
CREATE TABLE public.destruction (
    id uuid NOT NULL,
    recording_id uuid NOT NULL,
    call_id uuid NOT NULL,
    reason text NOT NULL,
    schedule_version integer,
    request_id uuid,
    ordered_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    cancelled_at timestamp with time zone,
    started_at timestamp with time zone,
    key_id uuid NOT NULL,
    objects jsonb,
    key_destroyed_at timestamp with time zone,
    rows_erased_at timestamp with time zone,
    erased jsonb,
    bytes_deleted_at timestamp with time zone,
    locked jsonb,
    completed_at timestamp with time zone,
    packages jsonb,
    key_copies jsonb,
    basis text,
    CONSTRAINT bytes_after_rows CHECK (((bytes_deleted_at IS NULL) OR (rows_erased_at IS NOT NULL))),
    CONSTRAINT completed_last CHECK (((completed_at IS NULL) OR (bytes_deleted_at IS NOT NULL))),
    CONSTRAINT destruction_basis_check CHECK ((basis = ANY (ARRAY['certificate'::text, 'both_copies'::text]))),
    CONSTRAINT destruction_reason_check CHECK ((reason = ANY (ARRAY['schedule'::text, 'erasure'::text, 'withdrawal'::text, 'restored'::text, 'not_recordable'::text]))),
    CONSTRAINT key_after_start CHECK (((key_destroyed_at IS NULL) OR (started_at IS NOT NULL))),
    CONSTRAINT no_way_back CHECK (((cancelled_at IS NULL) OR (started_at IS NULL))),
    CONSTRAINT rows_after_key CHECK (((rows_erased_at IS NULL) OR (key_destroyed_at IS NOT NULL))),
    CONSTRAINT started_lists_objects CHECK (((started_at IS NULL) = (objects IS NULL)))
);
CREATE TABLE public.destruction_certificate (
    id uuid NOT NULL,
    recording_id uuid NOT NULL,
    cut_id uuid,
    document jsonb NOT NULL,
    signature text NOT NULL,
    public_key text NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    number text NOT NULL,
    destruction_id uuid,
    CONSTRAINT certificate_of_one_thing CHECK ((num_nulls(cut_id, destruction_id) = 1))
);
CREATE TABLE public.dispute (
    id uuid NOT NULL,
    code text DEFAULT public.next_dispute_code() NOT NULL,
    call_id uuid NOT NULL,
    leg_id uuid NOT NULL,
    checklist_id text NOT NULL,
    item_id text NOT NULL,
    scorecard_id uuid NOT NULL,
    judged_by_person_id uuid,
    was text NOT NULL,
    wanted text NOT NULL,
    reason text NOT NULL,
    note text,
    escalation_note text,
    at_ms integer,
    filed_by_person_id uuid NOT NULL,
    filed_at timestamp with time zone NOT NULL,
    stage text NOT NULL,
    due_at timestamp with time zone NOT NULL,
    outcome text,
    final_at timestamp with time zone,
    CONSTRAINT contested_result_differs CHECK ((was <> wanted)),
    CONSTRAINT dispute_at_ms_check CHECK ((at_ms >= 0)),
    CONSTRAINT dispute_outcome_check CHECK ((outcome = ANY (ARRAY['granted'::text, 'kept'::text, 'withdrawn'::text]))),
    CONSTRAINT dispute_stage_check CHECK ((stage = ANY (ARRAY['supervisor'::text, 'quality_manager'::text]))),
    CONSTRAINT dispute_wanted_check CHECK ((wanted = ANY (ARRAY['met'::text, 'not_met'::text, 'not_applicable'::text]))),
    CONSTRAINT dispute_was_check CHECK ((was = ANY (ARRAY['met'::text, 'not_met'::text, 'not_applicable'::text]))),
    CONSTRAINT ended_has_an_end CHECK (((outcome IS NULL) = (final_at IS NULL)))
);
CREATE TABLE public.dispute_decision (
    dispute_id uuid NOT NULL,
    stage text NOT NULL,
    decision text NOT NULL,
    outcome text,
    reason text NOT NULL,
    note text,
    scorecard_id uuid,
    decided_by_person_id uuid NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    for_person_id uuid DEFAULT public.acting_for(),
    CONSTRAINT dispute_decision_decision_check CHECK ((decision = ANY (ARRAY['granted'::text, 'kept'::text]))),
    CONSTRAINT dispute_decision_outcome_check CHECK ((outcome = ANY (ARRAY['met'::text, 'not_met'::text, 'not_applicable'::text]))),
    CONSTRAINT dispute_decision_stage_check CHECK ((stage = ANY (ARRAY['supervisor'::text, 'quality_manager'::text]))),
    CONSTRAINT granted_has_a_card CHECK (((decision = 'granted'::text) = ((scorecard_id IS NOT NULL) AND (outcome IS NOT NULL))))
);
CREATE SEQUENCE public.dispute_number START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
CREATE TABLE public.evidence_export (
    id uuid NOT NULL,
    request_id uuid NOT NULL,
    grant_id uuid NOT NULL,
    state text NOT NULL,
    failure text,
    object_id uuid,
    key_id uuid,
    wrapped_key bytea,
    plain_bytes bigint,
    segments integer,
    sha256 text,
    manifest_sha256 text,
    timestamped boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ready_at timestamp with time zone,
    gone_at timestamp with time zone,
    gone_reason text,
    recording_gone_at timestamp with time zone,
    CONSTRAINT evidence_export_gone_reason_check CHECK ((gone_reason = ANY (ARRAY['expired'::text, 'revoked'::text, 'recording_gone'::text]))),
    CONSTRAINT evidence_export_manifest_sha256_check CHECK ((manifest_sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT evidence_export_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT evidence_export_state_check CHECK ((state = ANY (ARRAY['building'::text, 'ready'::text, 'failed'::text, 'gone'::text]))),
    CONSTRAINT gone_opens_no_more CHECK (((state <> 'gone'::text) OR ((wrapped_key IS NULL) AND (gone_at IS NOT NULL) AND (gone_reason IS NOT NULL)))),
    CONSTRAINT ready_is_whole CHECK (((state <> 'ready'::text) OR (num_nulls(object_id, key_id, wrapped_key, plain_bytes, segments, sha256, manifest_sha256, ready_at) = 0)))
);
CREATE TABLE public.extension_assignment (
    id uuid NOT NULL,
    extension text NOT NULL,
    person_id uuid NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone,
    CONSTRAINT extension_assignment_check CHECK ((ends_at > starts_at)),
    CONSTRAINT extension_assignment_extension_check CHECK ((extension ~ '^[0-9A-Za-z*#+._-]{1,20}$'::text))
);
CREATE TABLE public.figure_alert (
    id uuid NOT NULL,
    day date NOT NULL,
    team_id uuid NOT NULL,
    measure text NOT NULL,
    value integer NOT NULL,
    of_calls integer NOT NULL,
    line integer NOT NULL,
    told_at timestamp with time zone NOT NULL,
    CONSTRAINT figure_alert_measure_check CHECK ((measure = ANY (ARRAY['critical'::text, 'rings'::text])))
);
CREATE TABLE public.grant_proposal (
    id uuid NOT NULL,
    role text NOT NULL,
    scope text NOT NULL,
    team_id uuid,
    client_id uuid,
    purpose text NOT NULL,
    actions jsonb NOT NULL,
    rendition text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    proposed_by_person_id uuid NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    decided_by_person_id uuid,
    decided_at timestamp with time zone,
    decision_reason text,
    CONSTRAINT grant_proposal_rendition_check CHECK ((rendition = ANY (ARRAY['masked'::text, 'original'::text]))),
    CONSTRAINT grant_proposal_scope_check CHECK ((scope = ANY (ARRAY['own'::text, 'team'::text, 'client'::text, 'company'::text]))),
    CONSTRAINT grant_proposal_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'published'::text, 'refused'::text, 'withdrawn'::text]))),
    CONSTRAINT grant_published_by_another CHECK (((state <> ALL (ARRAY['published'::text, 'refused'::text])) OR (decided_by_person_id <> proposed_by_person_id))),
    CONSTRAINT proposal_decided_by_somebody CHECK ((((state = 'waiting'::text) = (decided_by_person_id IS NULL)) AND ((decided_by_person_id IS NULL) = (decided_at IS NULL)))),
    CONSTRAINT proposal_names_its_scope CHECK ((((scope = 'team'::text) = (team_id IS NOT NULL)) AND ((scope = 'client'::text) = (client_id IS NOT NULL))))
);
CREATE TABLE public.group_role (
    id uuid NOT NULL,
    group_name text NOT NULL,
    role text NOT NULL,
    team_id uuid,
    client_id uuid,
    created_by_person_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT group_role_check CHECK (((team_id IS NULL) OR (client_id IS NULL)))
);
CREATE TABLE public.identity_link (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    how text NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    second_factor_at timestamp with time zone,
    CONSTRAINT identity_link_how_check CHECK ((how = ANY (ARRAY['account_page'::text, 'invitation'::text])))
);
CREATE TABLE public.indexed_words (
    doc bigint NOT NULL,
    recording_id uuid NOT NULL,
    leg_id uuid NOT NULL,
    transcript_id uuid NOT NULL,
    key_id uuid NOT NULL,
    made_by text NOT NULL,
    started_at timestamp with time zone NOT NULL
);
ALTER TABLE public.indexed_words ALTER COLUMN doc ADD GENERATED ALWAYS AS IDENTITY ( SEQUENCE NAME public.indexed_words_doc_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1 );
CREATE TABLE public.invitation (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    code_hash text NOT NULL,
    created_by_person_id uuid,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    wrong_tries integer DEFAULT 0 NOT NULL,
    used_at timestamp with time zone,
    revoked_at timestamp with time zone,
    CONSTRAINT invitation_code_hash_check CHECK ((code_hash ~ '^[0-9a-f]{64}$'::text))
);
CREATE TABLE public.journal_detail (
    entry_id uuid NOT NULL,
    salt text NOT NULL,
    details jsonb NOT NULL
);
CREATE TABLE public.journal_entry (
    id uuid NOT NULL,
    event text NOT NULL,
    at timestamp with time zone NOT NULL,
    actor_person_id uuid,
    call_id uuid,
    commitment text NOT NULL,
    CONSTRAINT journal_entry_commitment_check CHECK ((commitment ~ '^[0-9a-f]{64}$'::text))
);
CREATE TABLE public.journal_head (
    "position" bigint NOT NULL,
    chain_hash text NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    signature text NOT NULL
);
CREATE TABLE public.journal_pending (
    entry_id uuid NOT NULL,
    purpose text NOT NULL,
    CONSTRAINT journal_pending_purpose_check CHECK ((purpose = ANY (ARRAY['seal'::text, 'follow_up'::text])))
);
CREATE TABLE public.journal_seal (
    "position" bigint NOT NULL,
    entry_id uuid NOT NULL,
    chain_hash text NOT NULL,
    CONSTRAINT journal_seal_position_check CHECK (("position" > 0))
);
CREATE TABLE public.key_doubt (
    doubted_key uuid NOT NULL,
    recording_id uuid,
    first text NOT NULL,
    second text NOT NULL,
    why text NOT NULL,
    found_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    CONSTRAINT key_doubt_why_check CHECK ((why = ANY (ARRAY['one_copy'::text, 'held'::text, 'no_order'::text])))
);
CREATE TABLE public.leg (
    id uuid NOT NULL,
    call_id uuid NOT NULL,
    "position" integer NOT NULL,
    person_id uuid NOT NULL,
    team_id uuid NOT NULL,
    queue_seconds double precision,
    alerted_at timestamp with time zone,
    answered_at timestamp with time zone,
    ended_at timestamp with time zone,
    hangup_party text,
    transfer text,
    consulted boolean,
    hold_spans jsonb NOT NULL,
    queue text,
    CONSTRAINT leg_hangup_party_check CHECK ((hangup_party = ANY (ARRAY['agent'::text, 'customer'::text, 'system'::text]))),
    CONSTRAINT leg_transfer_check CHECK ((transfer = ANY (ARRAY['none'::text, 'blind'::text, 'warm'::text])))
);
CREATE TABLE public.leg_comment (
    id uuid NOT NULL,
    leg_id uuid NOT NULL,
    call_id uuid NOT NULL,
    person_id uuid NOT NULL,
    at_ms integer,
    created_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    scorecard_id uuid,
    CONSTRAINT leg_comment_at_ms_check CHECK ((at_ms >= 0))
);
CREATE TABLE public.leg_comment_mention (
    id uuid NOT NULL,
    comment_id uuid NOT NULL,
    person_id uuid NOT NULL,
    said_as text NOT NULL,
    mentioned_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone
);
CREATE TABLE public.leg_comment_text (
    comment_id uuid NOT NULL,
    version integer NOT NULL,
    text text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    CONSTRAINT leg_comment_text_version_check CHECK ((version > 0))
);
CREATE TABLE public.legal_case (
    id uuid NOT NULL,
    reference text NOT NULL,
    title text NOT NULL,
    state text NOT NULL,
    opened_by_person_id uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    closed_by_person_id uuid,
    closed_at timestamp with time zone,
    CONSTRAINT closed_by_somebody_at_a_time CHECK ((num_nulls(closed_by_person_id, closed_at) =
CASE state
    WHEN 'open'::text THEN 2
    ELSE 0
END)),
    CONSTRAINT legal_case_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text])))
);
CREATE TABLE public.legal_decision (
    id uuid NOT NULL,
    request_id uuid NOT NULL,
    requested_by_person_id uuid NOT NULL,
    round integer NOT NULL,
    decision text NOT NULL,
    decided_by_person_id uuid NOT NULL,
    decided_by_account_id uuid NOT NULL,
    proved_at timestamp with time zone NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    for_person_id uuid DEFAULT public.acting_for(),
    CONSTRAINT decision_needs_another_person CHECK ((decided_by_person_id <> requested_by_person_id)),
    CONSTRAINT decision_needs_fresh_proof CHECK (((decided_at - proved_at) <= '00:06:00'::interval)),
    CONSTRAINT legal_decision_decision_check CHECK ((decision = ANY (ARRAY['approve'::text, 'approve_listening'::text, 'reject'::text, 'ask_back'::text])))
);
CREATE TABLE public.legal_hold (
    id uuid NOT NULL,
    code text NOT NULL,
    case_id uuid NOT NULL,
    reason text NOT NULL,
    rule jsonb,
    placed_by_person_id uuid NOT NULL,
    placed_at timestamp with time zone NOT NULL,
    release_asked_by_person_id uuid,
    release_asked_at timestamp with time zone,
    release_reason text,
    released_by_person_id uuid,
    released_at timestamp with time zone,
    swept_at timestamp with time zone,
    CONSTRAINT release_is_asked_whole CHECK ((num_nulls(release_asked_by_person_id, release_asked_at, release_reason) = ANY (ARRAY[0, 3]))),
    CONSTRAINT release_takes_two CHECK ((released_by_person_id <> release_asked_by_person_id)),
    CONSTRAINT released_by_somebody CHECK (((released_at IS NULL) = (released_by_person_id IS NULL))),
    CONSTRAINT released_was_asked CHECK (((released_at IS NULL) OR (release_asked_at IS NOT NULL)))
);
CREATE TABLE public.legal_request (
    id uuid NOT NULL,
    code text NOT NULL,
    requested_by_person_id uuid NOT NULL,
    purpose text NOT NULL,
    legal_case_id uuid,
    confidential boolean NOT NULL,
    reason text NOT NULL,
    filter jsonb NOT NULL,
    action text NOT NULL,
    rendition text NOT NULL,
    plays_allowed integer NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    decide_by timestamp with time zone,
    state text NOT NULL,
    state_at timestamp with time zone NOT NULL,
    round integer DEFAULT 1 NOT NULL,
    recordings integer DEFAULT 0 NOT NULL,
    approvals_needed integer NOT NULL,
    break_glass boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone NOT NULL,
    submitted_at timestamp with time zone,
    downloads_allowed integer,
    CONSTRAINT downloads_of_both CHECK (((action = 'listen_and_export'::text) = (downloads_allowed IS NOT NULL))),
    CONSTRAINT export_needs_no_break_glass CHECK (((NOT break_glass) OR (action = ANY (ARRAY['listen'::text, 'transcript'::text])))),
    CONSTRAINT export_takes_two CHECK ((break_glass OR (approvals_needed =
CASE
    WHEN (action = ANY (ARRAY['evidence_export'::text, 'listen_and_export'::text])) THEN 2
    ELSE 1
END))),
    CONSTRAINT legal_request_action_check CHECK ((action = ANY (ARRAY['listen'::text, 'transcript'::text, 'evidence_export'::text, 'listen_and_export'::text]))),
    CONSTRAINT legal_request_downloads_allowed_check CHECK (((downloads_allowed >= 1) AND (downloads_allowed <= 10000))),
    CONSTRAINT legal_request_plays_allowed_check CHECK (((plays_allowed >= 1) AND (plays_allowed <= 10000))),
    CONSTRAINT legal_request_purpose_check CHECK ((purpose = ANY (ARRAY['quality'::text, 'dispute'::text, 'evidence'::text, 'compliance'::text, 'subject_access'::text]))),
    CONSTRAINT legal_request_rendition_check CHECK ((rendition = ANY (ARRAY['masked'::text, 'original'::text]))),
    CONSTRAINT legal_request_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'asked_back'::text, 'answered'::text, 'approved'::text, 'rejected'::text, 'expired'::text, 'withdrawn'::text, 'opened'::text, 'reviewed'::text]))),
    CONSTRAINT opened_by_break_glass CHECK (((state = ANY (ARRAY['opened'::text, 'reviewed'::text])) <= break_glass)),
    CONSTRAINT submitted_at_a_time CHECK ((((state = 'draft'::text) = (submitted_at IS NULL)) OR (state = 'withdrawn'::text)))
);
CREATE TABLE public.legal_request_event (
    id uuid NOT NULL,
    request_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    action text NOT NULL,
    by_person_id uuid,
    words text,
    for_person_id uuid DEFAULT public.acting_for(),
    CONSTRAINT legal_request_event_action_check CHECK ((action = ANY (ARRAY['submitted'::text, 'approved_by_one'::text, 'approved'::text, 'approved_listening'::text, 'rejected'::text, 'asked_back'::text, 'answered'::text, 'withdrawn'::text, 'expired'::text, 'revoked'::text, 'used_up'::text, 'opened'::text, 'reviewed'::text])))
);
CREATE SEQUENCE public.legal_request_number START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
CREATE TABLE public.legal_request_recording (
    request_id uuid NOT NULL,
    recording_id uuid NOT NULL,
    leg_id uuid NOT NULL,
    call_id uuid NOT NULL
);
CREATE TABLE public.lexicon_set (
    sha256 text NOT NULL,
    content json NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    CONSTRAINT lexicon_set_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
CREATE TABLE public.listed_leg (
    leg_id uuid NOT NULL,
    call_id uuid NOT NULL,
    started_at timestamp with time zone NOT NULL,
    team_id uuid NOT NULL,
    person_id uuid NOT NULL,
    language text,
    direction text NOT NULL,
    stage text NOT NULL,
    stage_reason text,
    duration_ms integer,
    points_percent double precision,
    coverage_percent double precision,
    results text[] DEFAULT '{}'::text[] NOT NULL,
    words text DEFAULT ''::text NOT NULL,
    signs text[] DEFAULT '{}'::text[] NOT NULL,
    queue text,
    ring_seconds double precision,
    reviewer_person_id uuid,
    counted boolean DEFAULT false NOT NULL,
    missed_critical boolean DEFAULT false NOT NULL,
    left_open boolean DEFAULT false NOT NULL,
    clauses text[] DEFAULT '{}'::text[] NOT NULL,
    silence_ms integer,
    cost double precision
);
CREATE TABLE public.mail (
    id uuid NOT NULL,
    notification_id uuid NOT NULL,
    state text NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    due_at timestamp with time zone,
    reason text,
    created_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    gathered boolean DEFAULT false NOT NULL,
    CONSTRAINT due_while_it_waits CHECK ((((state = 'waiting'::text) = (due_at IS NOT NULL)) AND ((state = 'waiting'::text) = (settled_at IS NULL)))),
    CONSTRAINT mail_reason_check CHECK ((reason = ANY (ARRAY['unreachable'::text, 'sign_in_refused'::text, 'not_encrypted'::text, 'recipient_refused'::text, 'message_refused'::text, 'try_later'::text, 'no_address'::text]))),
    CONSTRAINT mail_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text, 'dropped'::text])))
);
CREATE TABLE public.masked_sound (
    recording_id uuid NOT NULL,
    transcript_id uuid NOT NULL,
    rules_version integer NOT NULL,
    rendition_object_id uuid NOT NULL,
    peaks_object_id uuid NOT NULL,
    spans_ms jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL
);
CREATE TABLE public.matter (
    id uuid NOT NULL,
    source text NOT NULL,
    external_id text NOT NULL,
    title text NOT NULL
);
CREATE TABLE public.migrations (
    id integer NOT NULL,
    "timestamp" bigint NOT NULL,
    name character varying NOT NULL
);
CREATE SEQUENCE public.migrations_id_seq AS integer START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
ALTER SEQUENCE public.migrations_id_seq OWNED BY public.migrations.id;
CREATE TABLE public.model_agreement (
    scorecard_id uuid NOT NULL,
    item_id text NOT NULL,
    leg_id uuid NOT NULL,
    checklist_id text NOT NULL,
    language text NOT NULL,
    question_key text NOT NULL,
    model text NOT NULL,
    served text,
    prompt_version integer NOT NULL,
    proposed text NOT NULL,
    said text NOT NULL,
    blind boolean NOT NULL,
    reviewed_at timestamp with time zone NOT NULL,
    CONSTRAINT model_agreement_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text]))),
    CONSTRAINT model_agreement_proposed_check CHECK ((proposed = ANY (ARRAY['met'::text, 'not_met'::text, 'not_applicable'::text]))),
    CONSTRAINT model_agreement_said_check CHECK ((said = ANY (ARRAY['met'::text, 'not_met'::text, 'not_applicable'::text, 'insufficient'::text])))
);
CREATE TABLE public.model_answer (
    id uuid NOT NULL,
    transcript_id uuid NOT NULL,
    question_key text NOT NULL,
    model text NOT NULL,
    prompt_version integer NOT NULL,
    said jsonb NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    CONSTRAINT model_answer_question_key_check CHECK ((question_key ~ '^[0-9a-f]{64}$'::text))
);
CREATE TABLE public.notice_acknowledgement (
    person_id uuid NOT NULL,
    notice_version integer NOT NULL,
    language text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT notice_acknowledgement_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text])))
);
CREATE TABLE public.notification (
    id uuid NOT NULL,
    entry_id uuid NOT NULL,
    person_id uuid NOT NULL,
    kind text NOT NULL,
    request_id uuid,
    call_id uuid,
    at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    alarm text,
    alarm_subject text,
    on_bell boolean DEFAULT true NOT NULL,
    absence_id uuid,
    CONSTRAINT about_a_request_or_an_alarm CHECK ((((request_id IS NULL) = (alarm IS NOT NULL)) AND ((alarm IS NULL) = (alarm_subject IS NULL))))
);
CREATE TABLE public.object_write (
    object_id uuid NOT NULL,
    store_key text NOT NULL,
    key_id uuid,
    started_at timestamp with time zone NOT NULL,
    sweeping_at timestamp with time zone
);
CREATE TABLE public.passkey (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    credential_id text NOT NULL,
    public_key bytea NOT NULL,
    counter bigint NOT NULL,
    transports text[] NOT NULL,
    name text NOT NULL,
    synced boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);
CREATE TABLE public.passkey_challenge (
    challenge_hash text NOT NULL,
    purpose text NOT NULL,
    session_id uuid,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT passkey_challenge_check CHECK (((session_id IS NULL) = (purpose = 'sign_in'::text))),
    CONSTRAINT passkey_challenge_purpose_check CHECK ((purpose = ANY (ARRAY['sign_in'::text, 'prove'::text, 'add'::text])))
);
CREATE TABLE public.person (
    id uuid NOT NULL,
    staff_number text NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    team_id uuid NOT NULL,
    left_at timestamp with time zone,
    email text,
    CONSTRAINT email_has_its_form CHECK (((email ~ '^[^\s@<>"(),:;\\]+@[^\s@<>"(),:;\\]+$'::text) AND (length(email) <= 254)))
);
CREATE TABLE public.person_team_period (
    person_id uuid NOT NULL,
    team_id uuid NOT NULL,
    since timestamp with time zone NOT NULL
);
CREATE TABLE public.play (
    id uuid NOT NULL,
    recording_id uuid NOT NULL,
    call_id uuid NOT NULL,
    session_id uuid NOT NULL,
    account_id uuid NOT NULL,
    person_id uuid NOT NULL,
    grant_id uuid,
    purpose text NOT NULL,
    rendition text NOT NULL,
    heard_ms jsonb NOT NULL,
    released_ms jsonb DEFAULT '[]'::jsonb NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    request_grant_id uuid,
    best_call_id uuid,
    CONSTRAINT play_under_one_grant CHECK ((num_nonnulls(grant_id, request_grant_id, best_call_id) = 1))
);
CREATE TABLE public.proposal_look (
    leg_id uuid NOT NULL,
    checklist_id text NOT NULL,
    item_id text NOT NULL,
    person_id uuid NOT NULL,
    looked_at timestamp with time zone NOT NULL
);
CREATE TABLE public.provider_attempt (
    id uuid NOT NULL,
    browser_hash text NOT NULL,
    purpose text NOT NULL,
    session_id uuid,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    issuer text,
    subject text,
    provider_sid text,
    second_factor boolean DEFAULT false NOT NULL,
    wrapped_key bytea,
    key_version text,
    sealed bytea,
    CONSTRAINT provider_attempt_check CHECK (((session_id IS NULL) = (purpose = 'sign_in'::text))),
    CONSTRAINT provider_attempt_check1 CHECK (((issuer IS NULL) = (subject IS NULL))),
    CONSTRAINT provider_attempt_purpose_check CHECK ((purpose = ANY (ARRAY['sign_in'::text, 'again'::text, 'link'::text]))),
    CONSTRAINT token_is_whole CHECK ((num_nonnulls(wrapped_key, key_version, sealed) = ANY (ARRAY[0, 3])))
);
CREATE TABLE public.provider_token (
    session_id uuid NOT NULL,
    wrapped_key bytea NOT NULL,
    key_version text NOT NULL,
    sealed bytea NOT NULL,
    asked_at timestamp with time zone NOT NULL
);
CREATE TABLE public.quality_run (
    id uuid NOT NULL,
    kind text NOT NULL,
    asked_by_person_id uuid NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    team_ids uuid[],
    from_day date NOT NULL,
    to_day date NOT NULL,
    from_at timestamp with time zone NOT NULL,
    to_at timestamp with time zone NOT NULL,
    at_most integer NOT NULL,
    checklist_id text,
    checklist_version integer,
    definition jsonb,
    definition_sha256 text,
    lexicon_hash text,
    engine_hash text,
    profile_hash text,
    total integer NOT NULL,
    done integer DEFAULT 0 NOT NULL,
    left_out integer DEFAULT 0 NOT NULL,
    filed integer DEFAULT 0 NOT NULL,
    at_leg_id uuid,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    cancelled_at timestamp with time zone,
    failed_at timestamp with time zone,
    failure text,
    CONSTRAINT back_test_has_a_checklist CHECK (((kind = 'back_test'::text) = ((definition IS NOT NULL) AND (checklist_id IS NOT NULL)))),
    CONSTRAINT failed_has_why CHECK (((failed_at IS NULL) = (failure IS NULL))),
    CONSTRAINT quality_run_at_most_check CHECK ((at_most > 0)),
    CONSTRAINT quality_run_kind_check CHECK ((kind = ANY (ARRAY['back_test'::text, 'rescore'::text, 'rehear'::text])))
);
CREATE TABLE public.quality_settings (
    version integer NOT NULL,
    content jsonb NOT NULL,
    changed_by_person_id uuid NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT quality_settings_version_check CHECK ((version > 0))
);
CREATE TABLE public.recertification_item (
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    kind text NOT NULL,
    right_id uuid NOT NULL,
    person_id uuid,
    of_team_id uuid,
    role text NOT NULL,
    team_id uuid,
    client_id uuid,
    state text NOT NULL,
    answered_by_person_id uuid,
    answered_at timestamp with time zone,
    reason text,
    removed_by_person_id uuid,
    removed_at timestamp with time zone,
    CONSTRAINT a_role_has_its_person CHECK ((((kind = 'role'::text) = (person_id IS NOT NULL)) AND ((kind = 'role'::text) = (of_team_id IS NOT NULL)))),
    CONSTRAINT answered_by_a_person CHECK ((((state = ANY (ARRAY['kept'::text, 'removal_asked'::text, 'removed'::text])) = (answered_by_person_id IS NOT NULL)) AND ((answered_by_person_id IS NULL) = (answered_at IS NULL)) AND ((answered_at IS NULL) = (reason IS NULL)))),
    CONSTRAINT no_person_answers_about_themselves CHECK (((answered_by_person_id <> person_id) AND (removed_by_person_id <> person_id))),
    CONSTRAINT recertification_item_kind_check CHECK ((kind = ANY (ARRAY['role'::text, 'grant'::text]))),
    CONSTRAINT recertification_item_state_check CHECK ((state = ANY (ARRAY['open'::text, 'kept'::text, 'removal_asked'::text, 'removed'::text, 'gone'::text]))),
    CONSTRAINT removed_at_a_time CHECK (((state = ANY (ARRAY['removed'::text, 'gone'::text])) = (removed_at IS NOT NULL)))
);
CREATE SEQUENCE public.recertification_number START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
CREATE TABLE public.recertification_round (
    id uuid NOT NULL,
    code text DEFAULT public.next_recertification_code() NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    reminded integer DEFAULT 0 NOT NULL,
    overdue_told_at timestamp with time zone,
    closed_at timestamp with time zone
);
CREATE TABLE public.recertification_setting (
    id integer NOT NULL,
    every_months integer NOT NULL,
    answer_days integer NOT NULL,
    next_on date,
    CONSTRAINT recertification_setting_answer_days_check CHECK (((answer_days >= 3) AND (answer_days <= 90))),
    CONSTRAINT recertification_setting_every_months_check CHECK (((every_months >= 1) AND (every_months <= 24))),
    CONSTRAINT recertification_setting_id_check CHECK ((id = 1))
);
CREATE TABLE public.reconcile_turn (
    id integer NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT reconcile_turn_id_check CHECK ((id = 1))
);
CREATE TABLE public.recording (
    id uuid NOT NULL,
    call_id uuid NOT NULL,
    leg_id uuid NOT NULL,
    source text NOT NULL,
    external_id text NOT NULL,
    sha256 text NOT NULL,
    bytes bigint NOT NULL,
    duration_ms integer NOT NULL,
    channels integer NOT NULL,
    sample_rate integer NOT NULL,
    codec text NOT NULL,
    agent_channel text,
    custody text NOT NULL,
    incomplete boolean NOT NULL,
    damaged boolean NOT NULL,
    key_id uuid NOT NULL,
    sealed_at timestamp with time zone,
    progress double precision,
    created_at timestamp with time zone NOT NULL,
    sound_checks jsonb,
    restricted boolean DEFAULT false NOT NULL,
    cut_deferred boolean DEFAULT false NOT NULL,
    destruction_started_at timestamp with time zone,
    speakers jsonb,
    words_refusal jsonb,
    words_wanted integer DEFAULT 0 NOT NULL,
    rehear_asked_at timestamp with time zone,
    rehear_run_id uuid,
    CONSTRAINT recording_agent_channel_check CHECK ((agent_channel = ANY (ARRAY['left'::text, 'right'::text]))),
    CONSTRAINT recording_channels_check CHECK (((channels >= 1) AND (channels <= 2))),
    CONSTRAINT recording_custody_check CHECK ((custody = ANY (ARRAY['captured'::text, 'sealed'::text, 'expired'::text, 'destroyed'::text])))
);
CREATE TABLE public.recording_cut (
    id uuid NOT NULL,
    recording_id uuid NOT NULL,
    transcript_id uuid NOT NULL,
    rules_version integer NOT NULL,
    spans_ms jsonb NOT NULL,
    old_key_id uuid NOT NULL,
    old_objects jsonb NOT NULL,
    new_sha256 text NOT NULL,
    cut_at timestamp with time zone NOT NULL,
    key_destroyed_at timestamp with time zone,
    old_objects_deleted_at timestamp with time zone,
    CONSTRAINT recording_cut_new_sha256_check CHECK ((new_sha256 ~ '^[0-9a-f]{64}$'::text))
);
CREATE TABLE public.recording_notice (
    version integer NOT NULL,
    zh text NOT NULL,
    en text NOT NULL,
    published_by_person_id uuid,
    published_at timestamp with time zone NOT NULL,
    CONSTRAINT recording_notice_version_check CHECK ((version > 0))
);
CREATE TABLE public.recording_speech (
    recording_id uuid NOT NULL,
    detector text NOT NULL,
    channels jsonb NOT NULL,
    measured_at timestamp with time zone NOT NULL,
    CONSTRAINT recording_speech_channels_check CHECK (((jsonb_typeof(channels) = 'array'::text) AND ((jsonb_array_length(channels) >= 1) AND (jsonb_array_length(channels) <= 2))))
);
CREATE TABLE public.recovery_code (
    account_id uuid NOT NULL,
    code_hash text NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT recovery_code_code_hash_check CHECK ((code_hash ~ '^[0-9a-f]{64}$'::text))
);
CREATE TABLE public.redaction (
    transcript_id uuid NOT NULL,
    rules_version integer NOT NULL,
    spans jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT redaction_rules_version_check CHECK ((rules_version > 0))
);
CREATE TABLE public.redaction_policy (
    version integer NOT NULL,
    mode text NOT NULL,
    kinds jsonb NOT NULL,
    unchecked text NOT NULL,
    weakens boolean NOT NULL,
    proposed_by_person_id uuid,
    proposed_at timestamp with time zone NOT NULL,
    decision text,
    decided_by_person_id uuid,
    decided_at timestamp with time zone,
    CONSTRAINT decision_is_whole CHECK ((((decision IS NULL) = (decided_by_person_id IS NULL)) AND ((decision IS NULL) = (decided_at IS NULL)))),
    CONSTRAINT redaction_policy_decision_check CHECK ((decision = ANY (ARRAY['agreed'::text, 'refused'::text]))),
    CONSTRAINT redaction_policy_mode_check CHECK ((mode = ANY (ARRAY['mask'::text, 'highlight'::text]))),
    CONSTRAINT redaction_policy_unchecked_check CHECK ((unchecked = ANY (ARRAY['listen'::text, 'refuse'::text]))),
    CONSTRAINT redaction_policy_version_check CHECK ((version > 0)),
    CONSTRAINT weaker_policy_needs_second_person CHECK (((decision IS DISTINCT FROM 'agreed'::text) OR (decided_by_person_id IS DISTINCT FROM proposed_by_person_id)))
);
CREATE TABLE public.report_copy (
    id uuid NOT NULL,
    subscription_id uuid NOT NULL,
    person_id uuid NOT NULL,
    due_at timestamp with time zone NOT NULL,
    from_day date NOT NULL,
    to_day date NOT NULL,
    state text NOT NULL,
    reason text,
    tries integer NOT NULL,
    next_try_at timestamp with time zone,
    held_until timestamp with time zone,
    attached boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    sending_since timestamp with time zone,
    CONSTRAINT report_copy_check CHECK (((next_try_at IS NOT NULL) = (state = 'waiting'::text))),
    CONSTRAINT report_copy_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text, 'dropped'::text])))
);
CREATE TABLE public.report_recipient (
    subscription_id uuid NOT NULL,
    person_id uuid NOT NULL,
    added_at timestamp with time zone NOT NULL,
    left_at timestamp with time zone
);
CREATE TABLE public.report_subscription (
    id uuid NOT NULL,
    created_by_person_id uuid NOT NULL,
    by text NOT NULL,
    filters jsonb NOT NULL,
    rhythm jsonb NOT NULL,
    format text NOT NULL,
    language text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    sends_since timestamp with time zone NOT NULL,
    paused_at timestamp with time zone,
    ended_at timestamp with time zone,
    last_due_at timestamp with time zone,
    CONSTRAINT report_subscription_format_check CHECK ((format = ANY (ARRAY['link'::text, 'csv'::text, 'xlsx'::text, 'pdf'::text]))),
    CONSTRAINT report_subscription_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text])))
);
CREATE TABLE public.request_grant (
    id uuid NOT NULL,
    code text NOT NULL,
    request_id uuid NOT NULL,
    person_id uuid NOT NULL,
    action text NOT NULL,
    rendition text NOT NULL,
    plays_allowed integer NOT NULL,
    plays_used integer DEFAULT 0 NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    revoked_by_person_id uuid,
    CONSTRAINT plays_within_what_is_allowed CHECK (((plays_used >= 0) AND (plays_used <= plays_allowed))),
    CONSTRAINT request_grant_action_check CHECK ((action = ANY (ARRAY['listen'::text, 'transcript'::text, 'evidence_export'::text]))),
    CONSTRAINT request_grant_rendition_check CHECK ((rendition = ANY (ARRAY['masked'::text, 'original'::text]))),
    CONSTRAINT revoked_by_somebody_at_a_time CHECK (((revoked_at IS NULL) = (revoked_by_person_id IS NULL)))
);
CREATE SEQUENCE public.request_grant_number START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
CREATE TABLE public.result_look (
    leg_id uuid NOT NULL,
    person_id uuid NOT NULL,
    first_at timestamp with time zone NOT NULL
);
CREATE TABLE public.retention_clock (
    id integer NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    stopped_at timestamp with time zone,
    jumped text,
    jumped_seconds integer,
    confirmed_by_person_id uuid,
    confirmed_at timestamp with time zone,
    restart_asked_by_person_id uuid,
    restart_asked_at timestamp with time zone,
    CONSTRAINT restart_asked_whole CHECK (((restart_asked_by_person_id IS NULL) = (restart_asked_at IS NULL))),
    CONSTRAINT retention_clock_id_check CHECK ((id = 1)),
    CONSTRAINT retention_clock_jumped_check CHECK ((jumped = ANY (ARRAY['forward'::text, 'backward'::text, 'restored'::text]))),
    CONSTRAINT stopped_says_how CHECK ((num_nulls(stopped_at, jumped, jumped_seconds) = ANY (ARRAY[0, 3])))
);
CREATE TABLE public.retention_schedule (
    version integer NOT NULL,
    schedule jsonb NOT NULL,
    sha256 text NOT NULL,
    reason text NOT NULL,
    proposed_by_person_id uuid NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    decision text,
    decided_by_person_id uuid,
    decided_at timestamp with time zone,
    CONSTRAINT decided_whole CHECK ((num_nulls(decision, decided_by_person_id, decided_at) = ANY (ARRAY[0, 3]))),
    CONSTRAINT retention_schedule_decision_check CHECK ((decision = ANY (ARRAY['agreed'::text, 'refused'::text]))),
    CONSTRAINT retention_schedule_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT retention_schedule_version_check CHECK ((version > 0)),
    CONSTRAINT schedule_takes_two CHECK (((decision <> 'agreed'::text) OR (decided_by_person_id <> proposed_by_person_id)))
);
CREATE TABLE public.retention_term (
    recording_id uuid NOT NULL,
    version integer NOT NULL,
    rule integer,
    keep_until timestamp with time zone NOT NULL,
    settled boolean DEFAULT false NOT NULL
);
CREATE TABLE public.review_acknowledgement (
    scorecard_id uuid NOT NULL,
    leg_id uuid NOT NULL,
    call_id uuid NOT NULL,
    checklist_id text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    acknowledged_at timestamp with time zone,
    acknowledged_by_person_id uuid,
    note text,
    ended_at timestamp with time zone,
    CONSTRAINT a_note_of_an_answer CHECK (((note IS NULL) OR (acknowledged_at IS NOT NULL))),
    CONSTRAINT acknowledged_by_a_person CHECK (((acknowledged_at IS NULL) = (acknowledged_by_person_id IS NULL)))
);
CREATE TABLE public.review_answer (
    scorecard_id uuid NOT NULL,
    item_id text NOT NULL,
    from_outcome text NOT NULL,
    to_outcome text NOT NULL,
    reason text,
    note text,
    CONSTRAINT review_answer_to_outcome_check CHECK ((to_outcome = ANY (ARRAY['met'::text, 'not_met'::text, 'not_applicable'::text, 'insufficient'::text])))
);
CREATE TABLE public.review_assignment (
    id uuid NOT NULL,
    draw_id uuid,
    leg_id uuid NOT NULL,
    call_id uuid NOT NULL,
    checklist_id text NOT NULL,
    stratum text NOT NULL,
    place integer NOT NULL,
    reviewer_person_id uuid,
    due_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    replaces_id uuid,
    replaced_reason text,
    replaced_note text,
    replaced_by_person_id uuid,
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    scorecard_id uuid,
    blind boolean DEFAULT false NOT NULL,
    given_by_person_id uuid,
    given_reason text,
    given_note text,
    CONSTRAINT done_has_a_card CHECK (((state = 'done'::text) = (scorecard_id IS NOT NULL))),
    CONSTRAINT drawn_or_given CHECK ((((draw_id IS NULL) = (given_by_person_id IS NOT NULL)) AND ((given_by_person_id IS NULL) = (given_reason IS NULL)))),
    CONSTRAINT ended_when_over CHECK (((state = 'open'::text) = (ended_at IS NULL))),
    CONSTRAINT given_is_not_blind CHECK (((draw_id IS NOT NULL) OR (NOT blind))),
    CONSTRAINT replaced_says_why CHECK ((((state = 'replaced'::text) = (replaced_reason IS NOT NULL)) AND ((state = 'replaced'::text) = (replaced_by_person_id IS NOT NULL)))),
    CONSTRAINT review_assignment_given_reason_check CHECK ((given_reason = ANY (ARRAY['second_look'::text, 'complaint'::text, 'training'::text, 'other'::text]))),
    CONSTRAINT review_assignment_place_check CHECK ((place > 0)),
    CONSTRAINT review_assignment_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'replaced'::text, 'lapsed'::text])))
);
CREATE TABLE public.review_draft (
    leg_id uuid NOT NULL,
    checklist_id text NOT NULL,
    person_id uuid NOT NULL,
    call_id uuid NOT NULL,
    based_on uuid NOT NULL,
    answers jsonb NOT NULL,
    revision integer NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    promises jsonb DEFAULT '[]'::jsonb NOT NULL,
    CONSTRAINT review_draft_revision_check CHECK ((revision > 0))
);
CREATE SEQUENCE public.review_draft_revision AS integer START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
CREATE TABLE public.review_retraction (
    scorecard_id uuid NOT NULL,
    code text DEFAULT public.next_review_retraction_code() NOT NULL,
    leg_id uuid NOT NULL,
    call_id uuid NOT NULL,
    author_person_id uuid NOT NULL,
    retracted_by_person_id uuid NOT NULL,
    retracted_at timestamp with time zone NOT NULL,
    reason text NOT NULL,
    note text,
    for_person_id uuid DEFAULT public.acting_for(),
    CONSTRAINT review_retraction_reason_check CHECK ((reason = ANY (ARRAY['mistaken'::text, 'wrong_checklist'::text, 'wrong_leg'::text, 'other'::text])))
);
CREATE SEQUENCE public.review_retraction_number START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
CREATE TABLE public.review_time (
    scorecard_id uuid NOT NULL,
    person_id uuid NOT NULL,
    spent_ms integer NOT NULL,
    published_at timestamp with time zone NOT NULL,
    CONSTRAINT review_time_spent_ms_check CHECK ((spent_ms >= 0))
);
CREATE TABLE public.review_work (
    leg_id uuid NOT NULL,
    checklist_id text NOT NULL,
    person_id uuid NOT NULL,
    spent_ms integer NOT NULL,
    active_at timestamp with time zone NOT NULL,
    CONSTRAINT review_work_spent_ms_check CHECK ((spent_ms >= 0))
);
CREATE TABLE public.role_assignment (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    person_id uuid NOT NULL,
    role text NOT NULL,
    team_id uuid,
    granted_by_person_id uuid,
    approved_by_person_id uuid,
    created_at timestamp with time zone NOT NULL,
    client_id uuid,
    CONSTRAINT administrator_needs_second_person CHECK (((role <> 'administrator'::text) OR ((granted_by_person_id IS NULL) AND (approved_by_person_id IS NULL)) OR ((granted_by_person_id IS NOT NULL) AND (approved_by_person_id IS NOT NULL) AND (granted_by_person_id <> approved_by_person_id) AND ((person_id <> granted_by_person_id) AND (person_id <> approved_by_person_id))))),
    CONSTRAINT role_needs_second_person CHECK (((role <> ALL (ARRAY['agent'::text, 'supervisor'::text, 'quality_analyst'::text, 'quality_manager'::text, 'legal_requester'::text, 'legal_approver'::text])) OR ((granted_by_person_id IS NOT NULL) AND (approved_by_person_id IS NOT NULL) AND (granted_by_person_id <> approved_by_person_id) AND ((person_id <> granted_by_person_id) AND (person_id <> approved_by_person_id))))),
    CONSTRAINT role_of_team_or_client CHECK (((team_id IS NULL) OR (client_id IS NULL)))
);
CREATE TABLE public.role_suspension (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    account_id uuid NOT NULL,
    cause text NOT NULL,
    caused_by_person_id uuid,
    caused_at timestamp with time zone NOT NULL,
    confirmed_by_person_id uuid,
    confirmed_by_account_id uuid,
    confirmed_at timestamp with time zone,
    CONSTRAINT confirmation_needs_another_person CHECK (((confirmed_by_person_id IS NULL) OR ((confirmed_by_person_id <> person_id) AND (confirmed_by_person_id IS DISTINCT FROM caused_by_person_id)))),
    CONSTRAINT confirmed_by_somebody_at_a_time CHECK ((((confirmed_at IS NULL) = (confirmed_by_person_id IS NULL)) AND ((confirmed_at IS NULL) = (confirmed_by_account_id IS NULL)))),
    CONSTRAINT role_suspension_cause_check CHECK ((cause = ANY (ARRAY['invited_again'::text, 'second_factor_removed'::text, 'way_in_reset'::text])))
);
CREATE VIEW public.role_in_force AS
 SELECT given.id,
    given.account_id,
    given.person_id,
    given.role,
    given.team_id,
    given.client_id
   FROM ((public.role_assignment given
     JOIN public.account ON ((account.id = given.account_id)))
     JOIN public.person ON ((person.id = given.person_id)))
  WHERE ((account.disabled_at IS NULL) AND (person.left_at IS NULL) AND ((given.role = 'auditor'::text) OR (NOT (EXISTS ( SELECT 1
           FROM public.role_suspension waiting
          WHERE ((waiting.person_id = given.person_id) AND (waiting.confirmed_at IS NULL)))))));
CREATE TABLE public.role_proposal (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    person_id uuid NOT NULL,
    role text NOT NULL,
    team_id uuid,
    client_id uuid,
    proposed_by_person_id uuid NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    decided_by_person_id uuid,
    decided_at timestamp with time zone,
    reason text,
    group_role_id uuid,
    provisioned boolean DEFAULT false NOT NULL,
    CONSTRAINT decided_says_by_whom CHECK ((((state = 'waiting'::text) = (decided_by_person_id IS NULL)) AND ((state = 'waiting'::text) = (decided_at IS NULL)))),
    CONSTRAINT proposal_needs_second_person CHECK (((state <> ALL (ARRAY['approved'::text, 'refused'::text])) OR ((decided_by_person_id <> proposed_by_person_id) AND (decided_by_person_id <> person_id)))),
    CONSTRAINT proposal_of_team_or_client CHECK (((team_id IS NULL) OR (client_id IS NULL))),
    CONSTRAINT proposer_is_somebody_else CHECK ((proposed_by_person_id <> person_id)),
    CONSTRAINT refusal_has_reason CHECK (((state = 'refused'::text) = (reason IS NOT NULL))),
    CONSTRAINT role_proposal_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text])))
);
CREATE TABLE public.sampling_draw (
    id uuid NOT NULL,
    plan_id uuid NOT NULL,
    plan_version integer NOT NULL,
    from_day date NOT NULL,
    to_day date NOT NULL,
    from_at timestamp with time zone NOT NULL,
    to_at timestamp with time zone NOT NULL,
    seed text NOT NULL,
    seed_sha256 text NOT NULL,
    committed_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    drawn_at timestamp with time zone,
    frame_sha256 text,
    frame_size integer,
    not_ready integer,
    reviewers integer,
    taken integer,
    picks_sha256 text,
    CONSTRAINT drawn_after_period CHECK ((drawn_at >= to_at)),
    CONSTRAINT drawn_or_withdrawn CHECK (((drawn_at IS NULL) OR (withdrawn_at IS NULL))),
    CONSTRAINT drawn_whole CHECK ((((drawn_at IS NULL) = (frame_sha256 IS NULL)) AND ((drawn_at IS NULL) = (picks_sha256 IS NULL)) AND ((drawn_at IS NULL) = (frame_size IS NULL)) AND ((drawn_at IS NULL) = (taken IS NULL)))),
    CONSTRAINT sampling_draw_seed_check CHECK ((seed ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT seed_comes_before_period CHECK ((committed_at < from_at)),
    CONSTRAINT seed_fits_commitment CHECK ((seed_sha256 = encode(sha256(decode(seed, 'hex'::text)), 'hex'::text)))
);
CREATE TABLE public.sampling_frame (
    draw_id uuid NOT NULL,
    leg_id uuid NOT NULL,
    call_id uuid NOT NULL,
    checklist_id text NOT NULL,
    stratum text NOT NULL,
    severity integer NOT NULL,
    risks text[] NOT NULL
);
CREATE TABLE public.sampling_plan (
    id uuid NOT NULL,
    code text DEFAULT public.next_sampling_plan_code() NOT NULL,
    created_by_person_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_by_person_id uuid,
    CONSTRAINT ended_by_a_person CHECK (((ended_at IS NULL) = (ended_by_person_id IS NULL)))
);
CREATE SEQUENCE public.sampling_plan_number START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
CREATE TABLE public.sampling_plan_version (
    plan_id uuid NOT NULL,
    version integer NOT NULL,
    content jsonb NOT NULL,
    sha256 text NOT NULL,
    changed_by_person_id uuid NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT sampling_plan_version_version_check CHECK ((version > 0))
);
CREATE TABLE public.saved_view (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    name text NOT NULL,
    filters jsonb NOT NULL,
    shared_team_id uuid,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    deleted_at timestamp with time zone
);
CREATE TABLE public.schedule (
    name text NOT NULL,
    every_ms bigint NOT NULL,
    late_after_ms bigint NOT NULL,
    known_since timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    next_due_at timestamp with time zone NOT NULL,
    run_id uuid,
    started_at timestamp with time zone,
    led_by uuid,
    last_success_at timestamp with time zone,
    last_took_ms integer,
    last_count integer,
    last_failure_at timestamp with time zone,
    last_failure_code text,
    failures integer NOT NULL,
    grace_from timestamp with time zone,
    CONSTRAINT a_failure_has_a_code CHECK (((last_failure_at IS NULL) = (last_failure_code IS NULL))),
    CONSTRAINT schedule_every_ms_check CHECK ((every_ms >= 0)),
    CONSTRAINT schedule_failures_check CHECK ((failures >= 0)),
    CONSTRAINT schedule_late_after_ms_check CHECK ((late_after_ms > 0)),
    CONSTRAINT what_runs_was_begun CHECK (((run_id IS NULL) OR ((started_at IS NOT NULL) AND (led_by IS NOT NULL))))
)
WITH (fillfactor='30');
CREATE TABLE public.scim_group (
    id uuid NOT NULL,
    display_name text NOT NULL,
    external_id text,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL
);
CREATE TABLE public.scim_group_member (
    group_id uuid NOT NULL,
    person_id uuid NOT NULL,
    held_back text
);
CREATE TABLE public.scim_person (
    person_id uuid NOT NULL,
    external_id text,
    user_name text NOT NULL,
    display_name text,
    emails jsonb,
    employee_number text,
    department text,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    deleted_at timestamp with time zone,
    name jsonb
);
CREATE TABLE public.scim_refusal (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    method text NOT NULL,
    resource text NOT NULL,
    status integer NOT NULL,
    code text NOT NULL,
    CONSTRAINT scim_refusal_resource_check CHECK ((resource = ANY (ARRAY['user'::text, 'group'::text, 'other'::text])))
);
CREATE TABLE public.scorecard (
    id uuid NOT NULL,
    leg_id uuid NOT NULL,
    checklist_id text NOT NULL,
    checklist_version integer NOT NULL,
    transcript_id uuid,
    lexicon_hash text NOT NULL,
    engine_hash text NOT NULL,
    author text NOT NULL,
    author_person_id uuid,
    items jsonb NOT NULL,
    counts jsonb NOT NULL,
    worst jsonb,
    points double precision,
    max_points double precision,
    coverage double precision NOT NULL,
    result_sha256 text NOT NULL,
    trusted boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    profile_hash text,
    inputs jsonb,
    based_on_id uuid,
    for_person_id uuid DEFAULT public.acting_for(),
    CONSTRAINT person_signs_human_scores CHECK (((author = 'automatic'::text) = (author_person_id IS NULL))),
    CONSTRAINT review_has_a_base CHECK (((author <> 'review'::text) OR (based_on_id IS NOT NULL))),
    CONSTRAINT scorecard_author_check CHECK ((author = ANY (ARRAY['automatic'::text, 'review'::text, 'dispute'::text])))
);
CREATE TABLE public.search_key (
    key_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    retired_at timestamp with time zone,
    destroyed_at timestamp with time zone,
    CONSTRAINT only_a_retired_key_is_destroyed CHECK (((destroyed_at IS NULL) OR (retired_at IS NOT NULL)))
);
CREATE TABLE public.second_factor (
    account_id uuid NOT NULL,
    key_version text NOT NULL,
    wrapped_seed bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    last_step bigint DEFAULT 0 NOT NULL
);
CREATE TABLE public.self_evaluation (
    id uuid NOT NULL,
    session_id uuid NOT NULL,
    call_id uuid NOT NULL,
    leg_id uuid NOT NULL,
    checklist_id text NOT NULL,
    checklist_version integer NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    until timestamp with time zone,
    submitted_at timestamp with time zone,
    ended_at timestamp with time zone,
    ended_why text,
    CONSTRAINT ended_has_a_reason CHECK (((ended_at IS NULL) = (ended_why IS NULL))),
    CONSTRAINT over_in_one_way CHECK (((submitted_at IS NULL) OR (ended_at IS NULL))),
    CONSTRAINT self_evaluation_ended_why_check CHECK ((ended_why = ANY (ARRAY['taken_back'::text, 'closed'::text, 'handed_over'::text])))
);
CREATE TABLE public.self_evaluation_answer (
    evaluation_id uuid NOT NULL,
    item_id text NOT NULL,
    outcome text NOT NULL,
    comment text,
    CONSTRAINT self_evaluation_answer_outcome_check CHECK ((outcome = ANY (ARRAY['met'::text, 'not_met'::text, 'not_applicable'::text, 'insufficient'::text])))
);
CREATE TABLE public.sent_call (
    account_id uuid NOT NULL,
    call_id uuid NOT NULL,
    sent_at timestamp with time zone NOT NULL
);
CREATE TABLE public.session (
    token_hash text NOT NULL,
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    address text,
    browser text,
    system text,
    second_factor_pending boolean DEFAULT false NOT NULL,
    second_factor_at timestamp with time zone,
    password_at timestamp with time zone,
    identity_link_id uuid,
    provider_sid text,
    provider_at timestamp with time zone,
    passkey_at timestamp with time zone,
    provider_second_factor boolean DEFAULT false NOT NULL,
    absence_id uuid
);
CREATE TABLE public.sign_in_delay (
    username text NOT NULL,
    address text NOT NULL,
    failures integer NOT NULL,
    delayed_until timestamp with time zone NOT NULL
);
CREATE TABLE public.sign_in_policy (
    version integer NOT NULL,
    policy jsonb NOT NULL,
    required_since jsonb DEFAULT '{}'::jsonb NOT NULL,
    proposed_by_person_id uuid,
    proposed_at timestamp with time zone NOT NULL,
    decision text,
    decided_by_person_id uuid,
    decided_at timestamp with time zone,
    CONSTRAINT sign_in_decision_is_whole CHECK (((version = 0) OR (((decision IS NULL) = (decided_by_person_id IS NULL)) AND ((decision IS NULL) = (decided_at IS NULL))))),
    CONSTRAINT sign_in_policy_decision_check CHECK ((decision = ANY (ARRAY['agreed'::text, 'refused'::text]))),
    CONSTRAINT sign_in_policy_has_its_proposer CHECK (((version = 0) = (proposed_by_person_id IS NULL))),
    CONSTRAINT sign_in_policy_needs_second_person CHECK (((version = 0) OR (decision IS DISTINCT FROM 'agreed'::text) OR (decided_by_person_id <> proposed_by_person_id))),
    CONSTRAINT sign_in_policy_version_check CHECK ((version >= 0))
);
CREATE VIEW public.sign_in_policy_in_force AS
 SELECT sign_in_policy.version,
    sign_in_policy.policy,
    sign_in_policy.required_since,
    ((sign_in_policy.policy ->> 'graceDays'::text))::integer AS grace_days,
    ((sign_in_policy.policy ->> 'idleMinutes'::text))::integer AS idle_minutes,
    ((sign_in_policy.policy ->> 'passwordDays'::text))::integer AS password_days
   FROM public.sign_in_policy
  WHERE (sign_in_policy.decision = 'agreed'::text)
  ORDER BY sign_in_policy.version DESC
 LIMIT 1;
CREATE TABLE public.standing_grant (
    id uuid NOT NULL,
    code text NOT NULL,
    role text NOT NULL,
    scope text NOT NULL,
    purpose text NOT NULL,
    actions jsonb NOT NULL,
    rendition text NOT NULL,
    published_by_person_id uuid NOT NULL,
    approved_by_person_id uuid NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    team_id uuid,
    client_id uuid,
    proposal_id uuid,
    revoked_by_person_id uuid,
    revoked_reason text,
    ending_told_at timestamp with time zone,
    ended_told_at timestamp with time zone,
    CONSTRAINT grant_names_its_scope CHECK ((((scope = 'team'::text) = (team_id IS NOT NULL)) AND ((scope = 'client'::text) = (client_id IS NOT NULL)))),
    CONSTRAINT grant_needs_four_eyes CHECK ((published_by_person_id <> approved_by_person_id)),
    CONSTRAINT standing_grant_rendition_check CHECK ((rendition = ANY (ARRAY['masked'::text, 'original'::text]))),
    CONSTRAINT standing_grant_scope_check CHECK ((scope = ANY (ARRAY['own'::text, 'team'::text, 'client'::text, 'company'::text])))
);
CREATE TABLE public.standing_grant_use (
    grant_id uuid NOT NULL,
    person_id uuid NOT NULL,
    action text NOT NULL,
    times bigint NOT NULL,
    last_at timestamp with time zone NOT NULL,
    CONSTRAINT standing_grant_use_action_check CHECK ((action = ANY (ARRAY['listen'::text, 'read'::text])))
);
CREATE TABLE public.stored_object (
    id uuid NOT NULL,
    recording_id uuid NOT NULL,
    kind text NOT NULL,
    store_key text NOT NULL,
    wrapped_key bytea NOT NULL,
    plain_bytes bigint NOT NULL,
    segments integer NOT NULL,
    sealed_sha256 text,
    mime_type text NOT NULL,
    verified_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    checked_at timestamp with time zone,
    damaged_at timestamp with time zone,
    copied_at timestamp with time zone,
    locked_at timestamp with time zone,
    CONSTRAINT verified_has_hash CHECK (((verified_at IS NULL) = (sealed_sha256 IS NULL)))
);
CREATE TABLE public.sweep_walk (
    sweep text NOT NULL,
    version text NOT NULL,
    after_id uuid NOT NULL,
    ended_at timestamp with time zone
);
CREATE TABLE public.tally (
    of text NOT NULL,
    key text NOT NULL,
    n bigint NOT NULL,
    bytes numeric NOT NULL
);
CREATE TABLE public.tally_change (
    id bigint NOT NULL,
    of text NOT NULL,
    key text NOT NULL,
    n bigint NOT NULL,
    bytes numeric DEFAULT 0 NOT NULL
);
ALTER TABLE public.tally_change ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY ( SEQUENCE NAME public.tally_change_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1 );
CREATE TABLE public.team (
    id uuid NOT NULL,
    client_id uuid NOT NULL,
    name_zh text NOT NULL,
    name_en text NOT NULL,
    closed_at timestamp with time zone
);
CREATE TABLE public.to_look_at (
    id bigint NOT NULL,
    sweep text NOT NULL,
    subject_id uuid NOT NULL,
    due_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT to_look_at_sweep_check CHECK ((sweep = ANY (ARRAY['mask'::text, 'index'::text, 'term'::text, 'hold'::text, 'object_lock'::text])))
);
ALTER TABLE public.to_look_at ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY ( SEQUENCE NAME public.to_look_at_id_seq START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1 );
CREATE TABLE public.told_choice (
    person_id uuid NOT NULL,
    kind text NOT NULL,
    bell boolean NOT NULL,
    mail boolean NOT NULL,
    chat boolean NOT NULL,
    CONSTRAINT what_must_be_told_is_told CHECK (((bell AND mail) OR (kind <> ALL (ARRAY['rights_suspended'::text, 'rights_wait'::text, 'rights_confirmed'::text, 'way_in_reset'::text, 'opened'::text, 'team_opened'::text, 'review_overdue'::text, 'alarm_raised'::text, 'chat_failing'::text]))))
);
CREATE TABLE public.told_setting (
    person_id uuid NOT NULL,
    quiet_from text,
    quiet_until text,
    digest text NOT NULL,
    digest_hour integer NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT quiet_hours_are_whole CHECK (((quiet_from IS NULL) = (quiet_until IS NULL))),
    CONSTRAINT told_setting_digest_check CHECK ((digest = ANY (ARRAY['at_once'::text, 'daily'::text]))),
    CONSTRAINT told_setting_digest_hour_check CHECK (((digest_hour >= 0) AND (digest_hour <= 23))),
    CONSTRAINT told_setting_quiet_from_check CHECK ((quiet_from ~ '^[0-2][0-9]:[0-5][0-9]$'::text)),
    CONSTRAINT told_setting_quiet_until_check CHECK ((quiet_until ~ '^[0-2][0-9]:[0-5][0-9]$'::text))
);
CREATE TABLE public.transcript (
    id uuid NOT NULL,
    recording_id uuid NOT NULL,
    version integer NOT NULL,
    object_id uuid,
    language text NOT NULL,
    engine text NOT NULL,
    engine_version text NOT NULL,
    model text NOT NULL,
    unreliable jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    spoken jsonb,
    words_wanted integer DEFAULT 0 NOT NULL,
    origin text DEFAULT 'heard'::text NOT NULL,
    by_person_id uuid,
    words integer,
    changed integer,
    heard_ms integer,
    run_id uuid,
    CONSTRAINT corrected_by_somebody CHECK (((origin = 'corrected'::text) = (by_person_id IS NOT NULL))),
    CONSTRAINT transcript_origin_check CHECK ((origin = ANY (ARRAY['heard'::text, 'corrected'::text])))
);
CREATE TABLE public.transcript_chunk (
    recording_id uuid NOT NULL,
    engine text NOT NULL,
    channel integer NOT NULL,
    chunk integer NOT NULL,
    object_id uuid NOT NULL
);
CREATE TABLE public.upkeep_run (
    id uuid NOT NULL,
    kind text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    ok boolean,
    result jsonb,
    CONSTRAINT an_ended_run_says_how CHECK ((((finished_at IS NULL) = (ok IS NULL)) AND ((ok IS NULL) = (result IS NULL)))),
    CONSTRAINT upkeep_run_kind_check CHECK ((kind = ANY (ARRAY['keys'::text, 'integrity'::text, 'backup'::text, 'drill'::text])))
);
CREATE TABLE public.webhook_attempt (
    id uuid NOT NULL,
    delivery_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    outcome text NOT NULL,
    status integer,
    duration_ms integer NOT NULL,
    answer_bytes integer,
    answer_sha256 text
);
CREATE TABLE public.webhook_delivery (
    id uuid NOT NULL,
    endpoint_id uuid NOT NULL,
    entry_id uuid,
    call_id uuid,
    type text NOT NULL,
    at timestamp with time zone NOT NULL,
    body text NOT NULL,
    state text NOT NULL,
    tries integer DEFAULT 0 NOT NULL,
    due_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    CONSTRAINT only_the_waiting_are_due CHECK (((state = 'waiting'::text) = (due_at IS NOT NULL))),
    CONSTRAINT webhook_delivery_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'failed'::text])))
);
CREATE TABLE public.webhook_endpoint (
    id uuid NOT NULL,
    name text NOT NULL,
    url text NOT NULL,
    events text[] NOT NULL,
    team_id uuid,
    client_id uuid,
    state text NOT NULL,
    pause_reason text,
    failing_since timestamp with time zone,
    failures integer DEFAULT 0 NOT NULL,
    quiet_until timestamp with time zone,
    last_accepted_at timestamp with time zone,
    secret bytea NOT NULL,
    secret_key_version text NOT NULL,
    old_secret bytea,
    old_secret_key_version text,
    old_secret_until timestamp with time zone,
    created_by_person_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    CONSTRAINT a_pause_has_a_reason CHECK (((state = 'paused'::text) = (pause_reason IS NOT NULL))),
    CONSTRAINT an_old_secret_is_whole CHECK ((num_nulls(old_secret, old_secret_key_version, old_secret_until) = ANY (ARRAY[0, 3]))),
    CONSTRAINT narrowed_once CHECK (((team_id IS NULL) OR (client_id IS NULL))),
    CONSTRAINT webhook_endpoint_events_check CHECK ((cardinality(events) > 0)),
    CONSTRAINT webhook_endpoint_pause_reason_check CHECK ((pause_reason = ANY (ARRAY['by_person'::text, 'gone'::text, 'failing'::text]))),
    CONSTRAINT webhook_endpoint_state_check CHECK ((state = ANY (ARRAY['active'::text, 'paused'::text])))
);
CREATE TABLE public.withheld_score (
    evaluation_id uuid NOT NULL,
    leg_id uuid NOT NULL,
    person_id uuid NOT NULL,
    until timestamp with time zone NOT NULL
);
CREATE TABLE public.word_posting (
    token bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    doc bigint NOT NULL,
    said_by smallint NOT NULL,
    places integer[] NOT NULL
);
CREATE TABLE public.word_posting_int (
    token bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    doc integer NOT NULL,
    said_by smallint NOT NULL,
    places integer[] NOT NULL
);
CREATE TABLE public.work (
    id uuid NOT NULL,
    job text NOT NULL,
    subject_id uuid NOT NULL,
    due_at timestamp with time zone NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    lease_token uuid,
    lease_until timestamp with time zone,
    done_at timestamp with time zone,
    failed_at timestamp with time zone,
    last_error text,
    created_at timestamp with time zone NOT NULL
);
CREATE TABLE public.worker_presence (
    id uuid NOT NULL,
    host text NOT NULL,
    roles jsonb NOT NULL,
    version text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    heartbeat_at timestamp with time zone NOT NULL,
    running jsonb NOT NULL,
    engines jsonb NOT NULL,
    clock_skew_ms integer NOT NULL
);
ALTER TABLE ONLY public.migrations ALTER COLUMN id SET DEFAULT nextval('public.migrations_id_seq'::regclass);
-- What the migrations brought.
INSERT INTO public.consent_rule_set (version, rules, sha256, reason, proposed_by_person_id, proposed_at, decision, decided_by_person_id, decided_at) VALUES (1, '{"rules": [{"id": "us-all-party", "source": "State all-party consent statutes, e.g. California Penal Code §632: a caller who stays on after the notice agrees.", "accepts": ["announced", "given"], "regions": ["US-CA", "US-CT", "US-DE", "US-FL", "US-IL", "US-MD", "US-MA", "US-MT", "US-NV", "US-NH", "US-PA", "US-WA"], "directions": ["inbound", "outbound"], "acceptedExemptions": []}, {"id": "us-one-party", "source": "18 U.S.C. §2511(2)(d)", "accepts": ["announced", "given", "not_required"], "regions": ["US"], "directions": ["inbound", "outbound"], "acceptedExemptions": ["one-party"]}, {"id": "cn-inbound", "source": "PIPL art. 13, 17; policy P1 §13.4, P5 §4", "accepts": ["announced", "given", "not_required"], "regions": ["CN"], "directions": ["inbound"], "acceptedExemptions": ["contract", "statutory-duty"]}, {"id": "cn-outbound", "source": "PIPL art. 13, 17: who calls out has not been called for advice; policy P5 §4", "accepts": ["given", "not_required"], "regions": ["CN"], "directions": ["outbound"], "acceptedExemptions": ["contract", "statutory-duty"]}, {"id": "internal-with-notice", "source": "Policy P1 §14: staff are told that they are recorded", "accepts": ["announced", "given"], "regions": ["*"], "directions": ["internal"], "acceptedExemptions": []}], "internalCalls": "never"}', '082a00934fae657d680e5794f27e6d762c67d33c1c88159e76e537152a40f44f', 'Came with the product', NULL, now(), 'agreed', NULL, now());
INSERT INTO public.recording_notice (version, zh, en, published_by_person_id, published_at) VALUES (1, '公司对公务电话录音，并在通话开始前告知对方。

录音做什么用：质量监控与改进、培训、争议解决、证据保全、合规审查。不作其他用途，不根据声音判断您的情绪。

谁可以听：只有持有法务授权的人，例如您的主管和质检人员。每次收听都记入日志，您能看到是谁、因为什么听了您的通话。您可以听自己的通话，看自己的评分。

评分：自动评分只列出依据，未经人工复核，不作考核或处分的依据。

保存与销毁：录音加密保存，保存期限按公司档案管理规定执行；到期销毁。

请注意：未经公司授权和对方同意，不得自行对通话录音、监听或转录。有疑问请询问您的主管或法务。', 'The company records business calls, and tells the other party before the call begins.

What recordings are for: quality and its improvement, training, settling disputes, keeping evidence, and reviews of compliance. They are used for nothing else, and your mood is not judged from your voice.

Who may listen: only people with a grant from Legal, such as your supervisor and quality staff. Every listening is journalled, and you can see who listened to your calls and why. You may listen to your own calls and read your scores.

Scores: an automatic score lists its evidence. Until a person has reviewed it, no appraisal and no discipline rests on it.

Keeping and destroying: recordings are kept encrypted for as long as the company’s records rules say, and destroyed when that time is over.

Please note: do not record, monitor or transcribe calls yourself without the company’s authority and the other party’s consent. If anything is unclear, ask your supervisor or Legal.', NULL, now());
INSERT INTO public.reconcile_turn (id, at) VALUES (1, 'epoch');
INSERT INTO public.sign_in_policy (version, policy, required_since, proposed_by_person_id, proposed_at, decision, decided_by_person_id, decided_at) VALUES (0, '{"preset": "none", "graceDays": 7, "lockAfter": null, "oneSession": false, "idleMinutes": 30, "lockMinutes": 30, "passwordDays": null, "passwordKinds": 1, "passwordLength": 12, "secondFactorRoles": []}', '{}', NULL, now(), 'agreed', NULL, NULL);
INSERT INTO public.sweep_walk (sweep, version, after_id, ended_at) VALUES ('postings', 'bigint', '00000000-0000-0000-0000-000000000000', now());
INSERT INTO public.tally (of, key, n, bytes) VALUES ('copied', '', 0, 0);
INSERT INTO public.migrations ("timestamp", name) VALUES
  (1764000000000, 'FirstPath1764000000000'),
  (1764100000000, 'SoundChecks1764100000000'),
  (1764100300000, 'CompanyProfile1764100300000'),
  (1764100400000, 'CallsList1764100400000'),
  (1764100500000, 'Processing1764100500000'),
  (1764100600000, 'Accounts1764100600000'),
  (1764100700000, 'Webhooks1764100700000'),
  (1764200000000, 'ChecklistLife1764200000000'),
  (1764200100000, 'ReplayAndReview1764200100000'),
  (1764200200000, 'Measures1764200200000'),
  (1764200300000, 'ModelAnswers1764200300000'),
  (1764200400000, 'Commitments1764200400000'),
  (1764200500000, 'Redaction1764200500000'),
  (1764200600000, 'WordSearch1764200600000'),
  (1764300100000, 'Upkeep1764300100000'),
  (1764300110000, 'ObjectCare1764300110000'),
  (1764300200000, 'LegalRequests1764300200000'),
  (1764300200100, 'ApprovedByApprovals1764300200100'),
  (1764300200200, 'PlaysUnderRequests1764300200200'),
  (1764300300000, 'Holds1764300300000'),
  (1764300310000, 'Retention1764300310000'),
  (1764300400000, 'EvidenceExports1764300400000'),
  (1795636800000, 'BreakGlass1795636800000'),
  (1795636900000, 'Notifications1795636900000'),
  (1795640400000, 'DestroyedPackages1795640400000'),
  (1795640460000, 'TeamsInTime1795640460000'),
  (1795644000000, 'AuditIndexes1795644000000'),
  (1795644100000, 'ReviewsInTime1795644100000'),
  (1795710000000, 'OneOpeningAtATime1795710000000'),
  (1795710100000, 'SuspendedRights1795710100000'),
  (1795720000000, 'StandingGrantsOnScreen1795720000000'),
  (1795730000000, 'Schedules1795730000000'),
  (1795740000000, 'LooksAndTallies1795740000000'),
  (1795741000000, 'BigDocs1795741000000'),
  (1795750000000, 'VaultTrust1795750000000'),
  (1795760000000, 'WordsOfOthers1795760000000'),
  (1795760010000, 'CallCorrections1795760010000'),
  (1795770000000, 'CardCodeDecisions1795770000000'),
  (1795773000000, 'DestroyedCalls1795773000000'),
  (1795774000000, 'KeyAlarms1795774000000'),
  (1795774100000, 'NotRecordable1795774100000'),
  (1795775000000, 'ServersSay1795775000000'),
  (1795775100000, 'SignsOnCalls1795775100000'),
  (1795775300000, 'LifeOfWords1795775300000'),
  (1795776100000, 'ToldLanguage1795776100000'),
  (1795776200000, 'ModelAgreement1795776200000'),
  (1795780000000, 'Disputes1795780000000'),
  (1795780500000, 'PartInADispute1795780500000'),
  (1795780600000, 'DecidedItems1795780600000'),
  (1795781000000, 'Sampling1795781000000'),
  (1795781500000, 'SeedsBeforeCalls1795781500000'),
  (1795781600000, 'LapsedReviews1795781600000'),
  (1795782000000, 'ReportColumns1795782000000'),
  (1795782100000, 'FigureAlerts1795782100000'),
  (1795783000000, 'BlindReviews1795783000000'),
  (1795783100000, 'ReviewsUnderWay1795783100000'),
  (1795783200000, 'LegComments1795783200000'),
  (1795783300000, 'RetractedReviews1795783300000'),
  (1795784000000, 'Calibrations1795784000000'),
  (1795784100000, 'TrustedResults1795784100000'),
  (1795784200000, 'CalibrationsStay1795784200000'),
  (1795785000000, 'Coaching1795785000000'),
  (1795785100000, 'CoachingGoals1795785100000'),
  (1795785200000, 'BestCalls1795785200000'),
  (1795785300000, 'OwnScoringOfDrafts1795785300000'),
  (1795786000000, 'OrdersOfCalls1795786000000'),
  (1795786100000, 'GivenReviews1795786100000'),
  (1795787000000, 'ReportsByMail1795787000000'),
  (1795788000000, 'CountedResults1795788000000'),
  (1795788100000, 'OrdersWithFilters1795788100000'),
  (1795788200000, 'ReportCopiesBegin1795788200000'),
  (1795788300000, 'TranscriptEngines1795788300000'),
  (1795788400000, 'CommentsOfRetracted1795788400000'),
  (1795788500000, 'AnyNotMet1795788500000'),
  (1795789000000, 'CompanySignIn1795789000000'),
  (1795789100000, 'Passkeys1795789100000'),
  (1795790000000, 'ChecklistsByTwo1795790000000'),
  (1795790100000, 'BackTestPoints1795790100000'),
  (1795791000000, 'Provisioning1795791000000'),
  (1795793000000, 'ToldSettings1795793000000'),
  (1795793100000, 'Recertification1795793100000'),
  (1795802100000, 'ChecklistLibrary1795802100000'),
  (1795803100000, 'SignInPolicy1795803100000'),
  (1795803110000, 'ProvisionedRoles1795803110000'),
  (1795803120000, 'AccountsOfPersons1795803120000'),
  (1795804100000, 'Absences1795804100000'),
  (1795804100100, 'AbsencesEndWithRights1795804100100'),
  (1795806100000, 'RevisionsCountOn1795806100000'),
  (1795806100100, 'BackTestLegs1795806100100'),
  (1795806100200, 'NoticeInPlainWords1795806100200'),
  (1795806100300, 'CallsHandedOn1795806100300'),
  (1795808100000, 'ConsentRuleSets1795808100000'),
  (1795809100000, 'ProviderTokens1795809100000'),
  (1795811900000, 'DeputiesHeld1795811900000'),
  (1795812010000, 'QuestionedPromises1795812010000'),
  (1795812020000, 'ReviewsAcknowledged1795812020000'),
  (1795812030000, 'DraftsKeepPromises1795812030000'),
  (1795812210000, 'ListenAndExport1795812210000'),
  (1795812220000, 'CommentMentions1795812220000'),
  (1795812410000, 'ConsentRulesAreTried1795812410000'),
  (1795812420000, 'DraftsEndWithReviews1795812420000'),
  (1795812610000, 'DeputiesConfirmedByWork1795812610000'),
  (1795812620000, 'LocksLifted1795812620000'),
  (1795812630000, 'AttemptsKeepTokens1795812630000'),
  (1795812810000, 'BatchesKeepTheirSize1795812810000');
ALTER TABLE ONLY public.migrations ADD CONSTRAINT "PK_8c82d7f526340ab734260ea46be" PRIMARY KEY (id);
ALTER TABLE ONLY public.absence ADD CONSTRAINT absence_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.account ADD CONSTRAINT account_id_person_id_key UNIQUE (id, person_id);
ALTER TABLE ONLY public.account ADD CONSTRAINT account_of_one_person UNIQUE (id, person_id);
ALTER TABLE ONLY public.account ADD CONSTRAINT account_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.account_unlock ADD CONSTRAINT account_unlock_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.account ADD CONSTRAINT account_username_key UNIQUE (username);
ALTER TABLE ONLY public.alarm ADD CONSTRAINT alarm_pkey PRIMARY KEY (subject);
ALTER TABLE public.checklist_version ADD CONSTRAINT another_person_publishes CHECK (((origin = 'shipped'::text) OR ((published_by_person_id IS NOT NULL) AND (author_person_ids IS NOT NULL) AND (cardinality(author_person_ids) > 0) AND (NOT (published_by_person_id = ANY (author_person_ids)))))) NOT VALID;
ALTER TABLE ONLY public.api_token ADD CONSTRAINT api_token_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.api_token ADD CONSTRAINT api_token_token_hash_key UNIQUE (token_hash);
ALTER TABLE ONLY public.awaiting_person ADD CONSTRAINT awaiting_person_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.back_test_agreement ADD CONSTRAINT back_test_agreement_pkey PRIMARY KEY (run_id, item_id, human_outcome, to_outcome);
ALTER TABLE ONLY public.back_test_count ADD CONSTRAINT back_test_count_pkey PRIMARY KEY (run_id, item_id, person_id, team_id, from_outcome, to_outcome);
ALTER TABLE ONLY public.back_test_flip ADD CONSTRAINT back_test_flip_pkey PRIMARY KEY (run_id, leg_id, item_id);
ALTER TABLE ONLY public.back_test_leg ADD CONSTRAINT back_test_leg_pkey PRIMARY KEY (run_id, leg_id);
ALTER TABLE ONLY public.back_test_points ADD CONSTRAINT back_test_points_pkey PRIMARY KEY (run_id, leg_id);
ALTER TABLE ONLY public.best_call ADD CONSTRAINT best_call_code_key UNIQUE (code);
ALTER TABLE ONLY public.best_call ADD CONSTRAINT best_call_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.blind_judgement ADD CONSTRAINT blind_judgement_pkey PRIMARY KEY (person_scorecard_id, item_id);
ALTER TABLE ONLY public.break_glass_opening ADD CONSTRAINT break_glass_opening_pkey PRIMARY KEY (request_id);
ALTER TABLE ONLY public.break_glass_review ADD CONSTRAINT break_glass_review_pkey PRIMARY KEY (request_id);
ALTER TABLE ONLY public.calendar_day ADD CONSTRAINT calendar_day_pkey PRIMARY KEY (day);
ALTER TABLE ONLY public.calendar_period ADD CONSTRAINT calendar_period_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.calibration_answer ADD CONSTRAINT calibration_answer_pkey PRIMARY KEY (calibration_id, person_id, item_id);
ALTER TABLE ONLY public.calibration ADD CONSTRAINT calibration_code_key UNIQUE (code);
ALTER TABLE ONLY public.calibration_decision ADD CONSTRAINT calibration_decision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.calibration ADD CONSTRAINT calibration_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.calibration_reviewer ADD CONSTRAINT calibration_reviewer_pkey PRIMARY KEY (calibration_id, person_id);
ALTER TABLE ONLY public.call_correction ADD CONSTRAINT call_correction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.call_give_up ADD CONSTRAINT call_give_up_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.call ADD CONSTRAINT call_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.call ADD CONSTRAINT call_source_external_id_key UNIQUE (source, external_id);
ALTER TABLE ONLY public.card_code_decision ADD CONSTRAINT card_code_decision_pkey PRIMARY KEY (transcript_id, turn, from_char);
ALTER TABLE ONLY public.chat_address ADD CONSTRAINT chat_address_person_id_key UNIQUE (person_id);
ALTER TABLE ONLY public.chat_address ADD CONSTRAINT chat_address_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.chat_host ADD CONSTRAINT chat_host_pkey PRIMARY KEY (host);
ALTER TABLE ONLY public.chat_message ADD CONSTRAINT chat_message_notification_id_key UNIQUE (notification_id);
ALTER TABLE ONLY public.chat_message ADD CONSTRAINT chat_message_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.checklist_draft_count ADD CONSTRAINT checklist_draft_count_pkey PRIMARY KEY (checklist_id);
ALTER TABLE ONLY public.checklist_draft ADD CONSTRAINT checklist_draft_pkey PRIMARY KEY (checklist_id);
ALTER TABLE ONLY public.checklist_retirement ADD CONSTRAINT checklist_retirement_pkey PRIMARY KEY (checklist_id, version);
ALTER TABLE ONLY public.checklist_version ADD CONSTRAINT checklist_version_pkey PRIMARY KEY (checklist_id, version);
ALTER TABLE ONLY public.client ADD CONSTRAINT client_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.coaching_answer ADD CONSTRAINT coaching_answer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.coaching_goal ADD CONSTRAINT coaching_goal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.coaching_moment ADD CONSTRAINT coaching_moment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.coaching_session ADD CONSTRAINT coaching_session_code_key UNIQUE (code);
ALTER TABLE ONLY public.coaching_session ADD CONSTRAINT coaching_session_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.commitment_event ADD CONSTRAINT commitment_event_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.commitment ADD CONSTRAINT commitment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.company ADD CONSTRAINT company_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.company_profile_version ADD CONSTRAINT company_profile_version_pkey PRIMARY KEY (version);
ALTER TABLE ONLY public.consent_decision ADD CONSTRAINT consent_decision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.consent_rule_set ADD CONSTRAINT consent_rule_set_pkey PRIMARY KEY (version);
ALTER TABLE ONLY public.consent_rule_trial ADD CONSTRAINT consent_rule_trial_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.counted_day ADD CONSTRAINT counted_day_pkey PRIMARY KEY (starts, ends);
ALTER TABLE ONLY public.counted_result ADD CONSTRAINT counted_result_pkey PRIMARY KEY (starts, ends, by, language, direction, name);
ALTER TABLE ONLY public.counting_scorecard ADD CONSTRAINT counting_scorecard_pkey PRIMARY KEY (leg_id, checklist_id);
ALTER TABLE ONLY public.custody_hold ADD CONSTRAINT custody_hold_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.data_request ADD CONSTRAINT data_request_code_key UNIQUE (code);
ALTER TABLE ONLY public.data_request ADD CONSTRAINT data_request_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.data_request_recording ADD CONSTRAINT data_request_recording_pkey PRIMARY KEY (request_id, recording_id);
ALTER TABLE ONLY public.day_to_recount ADD CONSTRAINT day_to_recount_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.default_view ADD CONSTRAINT default_view_pkey PRIMARY KEY (account_id);
ALTER TABLE ONLY public.destruction_certificate ADD CONSTRAINT destruction_certificate_cut_id_key UNIQUE (cut_id);
ALTER TABLE ONLY public.destruction_certificate ADD CONSTRAINT destruction_certificate_destruction_id_key UNIQUE (destruction_id);
ALTER TABLE ONLY public.destruction_certificate ADD CONSTRAINT destruction_certificate_number UNIQUE (number);
ALTER TABLE ONLY public.destruction_certificate ADD CONSTRAINT destruction_certificate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.destruction ADD CONSTRAINT destruction_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dispute ADD CONSTRAINT dispute_code_key UNIQUE (code);
ALTER TABLE ONLY public.dispute_decision ADD CONSTRAINT dispute_decision_pkey PRIMARY KEY (dispute_id, stage);
ALTER TABLE ONLY public.dispute ADD CONSTRAINT dispute_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.evidence_export ADD CONSTRAINT evidence_export_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.evidence_export ADD CONSTRAINT evidence_export_request_id_key UNIQUE (request_id);
ALTER TABLE ONLY public.extension_assignment ADD CONSTRAINT extension_assignment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.extension_assignment ADD CONSTRAINT extension_held_once EXCLUDE USING gist (public.text_span(extension, extension, '[]'::text) WITH &&, tstzrange(starts_at, ends_at) WITH &&);
ALTER TABLE ONLY public.figure_alert ADD CONSTRAINT figure_alert_day_team_id_measure_key UNIQUE (day, team_id, measure);
ALTER TABLE ONLY public.figure_alert ADD CONSTRAINT figure_alert_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.grant_proposal ADD CONSTRAINT grant_proposal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.group_role ADD CONSTRAINT group_role_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.identity_link ADD CONSTRAINT identity_link_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.indexed_words ADD CONSTRAINT indexed_words_pkey PRIMARY KEY (doc);
ALTER TABLE ONLY public.indexed_words ADD CONSTRAINT indexed_words_recording_id_key UNIQUE (recording_id);
ALTER TABLE ONLY public.invitation ADD CONSTRAINT invitation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.journal_detail ADD CONSTRAINT journal_detail_pkey PRIMARY KEY (entry_id);
ALTER TABLE ONLY public.journal_entry ADD CONSTRAINT journal_entry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.journal_head ADD CONSTRAINT journal_head_pkey PRIMARY KEY ("position");
ALTER TABLE ONLY public.journal_pending ADD CONSTRAINT journal_pending_pkey PRIMARY KEY (entry_id, purpose);
ALTER TABLE ONLY public.journal_seal ADD CONSTRAINT journal_seal_entry_id_key UNIQUE (entry_id);
ALTER TABLE ONLY public.journal_seal ADD CONSTRAINT journal_seal_pkey PRIMARY KEY ("position");
ALTER TABLE ONLY public.key_doubt ADD CONSTRAINT key_doubt_pkey PRIMARY KEY (doubted_key);
ALTER TABLE ONLY public.leg ADD CONSTRAINT leg_call_id_position_key UNIQUE (call_id, "position");
ALTER TABLE ONLY public.leg_comment_mention ADD CONSTRAINT leg_comment_mention_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.leg_comment ADD CONSTRAINT leg_comment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.leg_comment_text ADD CONSTRAINT leg_comment_text_pkey PRIMARY KEY (comment_id, version);
ALTER TABLE ONLY public.leg ADD CONSTRAINT leg_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.legal_case ADD CONSTRAINT legal_case_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.legal_case ADD CONSTRAINT legal_case_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.legal_decision ADD CONSTRAINT legal_decision_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.legal_hold ADD CONSTRAINT legal_hold_code_key UNIQUE (code);
ALTER TABLE ONLY public.legal_hold ADD CONSTRAINT legal_hold_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.legal_request ADD CONSTRAINT legal_request_code_key UNIQUE (code);
ALTER TABLE ONLY public.legal_request_event ADD CONSTRAINT legal_request_event_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.legal_request ADD CONSTRAINT legal_request_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.legal_request_recording ADD CONSTRAINT legal_request_recording_pkey PRIMARY KEY (request_id, recording_id);
ALTER TABLE ONLY public.lexicon_set ADD CONSTRAINT lexicon_set_pkey PRIMARY KEY (sha256);
ALTER TABLE ONLY public.listed_leg ADD CONSTRAINT listed_leg_pkey PRIMARY KEY (leg_id);
ALTER TABLE ONLY public.mail ADD CONSTRAINT mail_notification_id_key UNIQUE (notification_id);
ALTER TABLE ONLY public.mail ADD CONSTRAINT mail_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.masked_sound ADD CONSTRAINT masked_sound_pkey PRIMARY KEY (recording_id);
ALTER TABLE ONLY public.matter ADD CONSTRAINT matter_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.matter ADD CONSTRAINT matter_source_external_id_key UNIQUE (source, external_id);
ALTER TABLE ONLY public.leg_comment_mention ADD CONSTRAINT mentioned_once UNIQUE (comment_id, person_id);
ALTER TABLE ONLY public.model_agreement ADD CONSTRAINT model_agreement_pkey PRIMARY KEY (scorecard_id, item_id);
ALTER TABLE ONLY public.model_answer ADD CONSTRAINT model_answer_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.notice_acknowledgement ADD CONSTRAINT notice_acknowledgement_pkey PRIMARY KEY (person_id, notice_version);
ALTER TABLE ONLY public.notification ADD CONSTRAINT notification_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.object_write ADD CONSTRAINT object_write_pkey PRIMARY KEY (object_id);
ALTER TABLE ONLY public.webhook_delivery ADD CONSTRAINT once_for_an_entry UNIQUE (endpoint_id, entry_id);
ALTER TABLE ONLY public.commitment ADD CONSTRAINT once_in_a_transcript UNIQUE (transcript_id, kind, turn, from_char);
ALTER TABLE ONLY public.identity_link ADD CONSTRAINT one_account_of_a_subject UNIQUE (issuer, subject);
ALTER TABLE ONLY public.legal_decision ADD CONSTRAINT one_decision_a_person_a_round UNIQUE (request_id, round, decided_by_person_id);
ALTER TABLE ONLY public.request_grant ADD CONSTRAINT one_grant_for_a_use UNIQUE (request_id, action);
ALTER TABLE ONLY public.identity_link ADD CONSTRAINT one_subject_of_an_account UNIQUE (account_id, issuer);
ALTER TABLE ONLY public.break_glass_opening ADD CONSTRAINT opening_of_person UNIQUE (request_id, opened_by_person_id);
ALTER TABLE ONLY public.passkey_challenge ADD CONSTRAINT passkey_challenge_pkey PRIMARY KEY (challenge_hash);
ALTER TABLE ONLY public.passkey ADD CONSTRAINT passkey_credential_id_key UNIQUE (credential_id);
ALTER TABLE ONLY public.passkey ADD CONSTRAINT passkey_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.person ADD CONSTRAINT person_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.person ADD CONSTRAINT person_staff_number_key UNIQUE (staff_number);
ALTER TABLE ONLY public.person_team_period ADD CONSTRAINT person_team_period_pkey PRIMARY KEY (person_id, since);
ALTER TABLE ONLY public.play ADD CONSTRAINT play_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.proposal_look ADD CONSTRAINT proposal_look_pkey PRIMARY KEY (leg_id, checklist_id, item_id, person_id);
ALTER TABLE ONLY public.provider_attempt ADD CONSTRAINT provider_attempt_browser_hash_key UNIQUE (browser_hash);
ALTER TABLE ONLY public.provider_attempt ADD CONSTRAINT provider_attempt_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.provider_token ADD CONSTRAINT provider_token_pkey PRIMARY KEY (session_id);
ALTER TABLE ONLY public.quality_run ADD CONSTRAINT quality_run_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.quality_settings ADD CONSTRAINT quality_settings_pkey PRIMARY KEY (version);
ALTER TABLE ONLY public.recertification_item ADD CONSTRAINT recertification_item_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.recertification_item ADD CONSTRAINT recertification_item_round_id_kind_right_id_key UNIQUE (round_id, kind, right_id);
ALTER TABLE ONLY public.recertification_round ADD CONSTRAINT recertification_round_code_key UNIQUE (code);
ALTER TABLE ONLY public.recertification_round ADD CONSTRAINT recertification_round_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.recertification_setting ADD CONSTRAINT recertification_setting_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reconcile_turn ADD CONSTRAINT reconcile_turn_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.recording_cut ADD CONSTRAINT recording_cut_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.recording ADD CONSTRAINT recording_key_id_key UNIQUE (key_id);
ALTER TABLE ONLY public.recording_notice ADD CONSTRAINT recording_notice_pkey PRIMARY KEY (version);
ALTER TABLE ONLY public.recording ADD CONSTRAINT recording_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.recording ADD CONSTRAINT recording_source_external_id_key UNIQUE (source, external_id);
ALTER TABLE ONLY public.recording_speech ADD CONSTRAINT recording_speech_pkey PRIMARY KEY (recording_id);
ALTER TABLE ONLY public.recovery_code ADD CONSTRAINT recovery_code_pkey PRIMARY KEY (account_id, code_hash);
ALTER TABLE ONLY public.redaction ADD CONSTRAINT redaction_pkey PRIMARY KEY (transcript_id, rules_version);
ALTER TABLE ONLY public.redaction_policy ADD CONSTRAINT redaction_policy_pkey PRIMARY KEY (version);
ALTER TABLE ONLY public.report_copy ADD CONSTRAINT report_copy_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.report_copy ADD CONSTRAINT report_copy_subscription_id_due_at_person_id_key UNIQUE (subscription_id, due_at, person_id);
ALTER TABLE ONLY public.report_recipient ADD CONSTRAINT report_recipient_pkey PRIMARY KEY (subscription_id, person_id);
ALTER TABLE ONLY public.report_subscription ADD CONSTRAINT report_subscription_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.request_grant ADD CONSTRAINT request_grant_code_key UNIQUE (code);
ALTER TABLE ONLY public.request_grant ADD CONSTRAINT request_grant_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.legal_request ADD CONSTRAINT request_of_person UNIQUE (id, requested_by_person_id);
ALTER TABLE ONLY public.result_look ADD CONSTRAINT result_look_pkey PRIMARY KEY (leg_id, person_id);
ALTER TABLE ONLY public.retention_clock ADD CONSTRAINT retention_clock_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.retention_schedule ADD CONSTRAINT retention_schedule_pkey PRIMARY KEY (version);
ALTER TABLE ONLY public.retention_term ADD CONSTRAINT retention_term_pkey PRIMARY KEY (recording_id);
ALTER TABLE ONLY public.review_acknowledgement ADD CONSTRAINT review_acknowledgement_pkey PRIMARY KEY (scorecard_id);
ALTER TABLE ONLY public.review_answer ADD CONSTRAINT review_answer_pkey PRIMARY KEY (scorecard_id, item_id);
ALTER TABLE ONLY public.review_assignment ADD CONSTRAINT review_assignment_draw_id_leg_id_key UNIQUE (draw_id, leg_id);
ALTER TABLE ONLY public.review_assignment ADD CONSTRAINT review_assignment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.review_assignment ADD CONSTRAINT review_assignment_replaces_id_key UNIQUE (replaces_id);
ALTER TABLE ONLY public.review_draft ADD CONSTRAINT review_draft_pkey PRIMARY KEY (leg_id, checklist_id, person_id);
ALTER TABLE ONLY public.review_retraction ADD CONSTRAINT review_retraction_code_key UNIQUE (code);
ALTER TABLE ONLY public.review_retraction ADD CONSTRAINT review_retraction_pkey PRIMARY KEY (scorecard_id);
ALTER TABLE ONLY public.review_time ADD CONSTRAINT review_time_pkey PRIMARY KEY (scorecard_id);
ALTER TABLE ONLY public.review_work ADD CONSTRAINT review_work_pkey PRIMARY KEY (leg_id, checklist_id, person_id);
ALTER TABLE ONLY public.role_assignment ADD CONSTRAINT role_assignment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.role_proposal ADD CONSTRAINT role_proposal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.role_suspension ADD CONSTRAINT role_suspension_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sampling_draw ADD CONSTRAINT sampling_draw_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sampling_frame ADD CONSTRAINT sampling_frame_pkey PRIMARY KEY (draw_id, leg_id);
ALTER TABLE ONLY public.sampling_plan ADD CONSTRAINT sampling_plan_code_key UNIQUE (code);
ALTER TABLE ONLY public.sampling_plan ADD CONSTRAINT sampling_plan_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sampling_plan_version ADD CONSTRAINT sampling_plan_version_pkey PRIMARY KEY (plan_id, version);
ALTER TABLE ONLY public.saved_view ADD CONSTRAINT saved_view_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.schedule ADD CONSTRAINT schedule_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.scim_group_member ADD CONSTRAINT scim_group_member_pkey PRIMARY KEY (group_id, person_id);
ALTER TABLE ONLY public.scim_group ADD CONSTRAINT scim_group_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.scim_person ADD CONSTRAINT scim_person_pkey PRIMARY KEY (person_id);
ALTER TABLE ONLY public.scim_refusal ADD CONSTRAINT scim_refusal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.scorecard ADD CONSTRAINT scorecard_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.search_key ADD CONSTRAINT search_key_pkey PRIMARY KEY (key_id);
ALTER TABLE ONLY public.second_factor ADD CONSTRAINT second_factor_pkey PRIMARY KEY (account_id);
ALTER TABLE ONLY public.self_evaluation_answer ADD CONSTRAINT self_evaluation_answer_pkey PRIMARY KEY (evaluation_id, item_id);
ALTER TABLE ONLY public.self_evaluation ADD CONSTRAINT self_evaluation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.sent_call ADD CONSTRAINT sent_call_pkey PRIMARY KEY (account_id, call_id);
ALTER TABLE ONLY public.session ADD CONSTRAINT session_id_key UNIQUE (id);
ALTER TABLE ONLY public.session ADD CONSTRAINT session_pkey PRIMARY KEY (token_hash);
ALTER TABLE ONLY public.sign_in_delay ADD CONSTRAINT sign_in_delay_pkey PRIMARY KEY (username, address);
ALTER TABLE ONLY public.sign_in_policy ADD CONSTRAINT sign_in_policy_pkey PRIMARY KEY (version);
ALTER TABLE ONLY public.standing_grant ADD CONSTRAINT standing_grant_code_key UNIQUE (code);
ALTER TABLE ONLY public.standing_grant ADD CONSTRAINT standing_grant_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.standing_grant ADD CONSTRAINT standing_grant_proposal_id_key UNIQUE (proposal_id);
ALTER TABLE ONLY public.standing_grant_use ADD CONSTRAINT standing_grant_use_pkey PRIMARY KEY (grant_id, person_id, action);
ALTER TABLE ONLY public.stored_object ADD CONSTRAINT stored_object_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.stored_object ADD CONSTRAINT stored_object_store_key_key UNIQUE (store_key);
ALTER TABLE ONLY public.sweep_walk ADD CONSTRAINT sweep_walk_pkey PRIMARY KEY (sweep);
ALTER TABLE ONLY public.tally_change ADD CONSTRAINT tally_change_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.tally ADD CONSTRAINT tally_pkey PRIMARY KEY (of, key);
ALTER TABLE ONLY public.team ADD CONSTRAINT team_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.to_look_at ADD CONSTRAINT to_look_at_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.told_choice ADD CONSTRAINT told_choice_pkey PRIMARY KEY (person_id, kind);
ALTER TABLE ONLY public.notification ADD CONSTRAINT told_once_of_an_entry UNIQUE (entry_id, person_id);
ALTER TABLE ONLY public.told_setting ADD CONSTRAINT told_setting_pkey PRIMARY KEY (person_id);
ALTER TABLE ONLY public.transcript_chunk ADD CONSTRAINT transcript_chunk_pkey PRIMARY KEY (recording_id, engine, channel, chunk);
ALTER TABLE ONLY public.transcript ADD CONSTRAINT transcript_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.transcript ADD CONSTRAINT transcript_recording_id_version_key UNIQUE (recording_id, version);
ALTER TABLE ONLY public.dispute_decision ADD CONSTRAINT two_stages_two_people UNIQUE (dispute_id, decided_by_person_id);
ALTER TABLE ONLY public.upkeep_run ADD CONSTRAINT upkeep_run_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.webhook_attempt ADD CONSTRAINT webhook_attempt_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.webhook_delivery ADD CONSTRAINT webhook_delivery_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.webhook_endpoint ADD CONSTRAINT webhook_endpoint_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.withheld_score ADD CONSTRAINT withheld_score_pkey PRIMARY KEY (evaluation_id);
ALTER TABLE ONLY public.work ADD CONSTRAINT work_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.worker_presence ADD CONSTRAINT worker_presence_pkey PRIMARY KEY (id);
CREATE INDEX absence_of_deputy ON public.absence USING btree (deputy_person_id, ends_at);
CREATE INDEX absence_of_person ON public.absence USING btree (person_id, ends_at);
CREATE INDEX account_person ON public.account USING btree (person_id);
CREATE INDEX account_unlock_of_account ON public.account_unlock USING btree (account_id, lifted_at DESC);
CREATE INDEX api_token_of_account ON public.api_token USING btree (account_id, created_at DESC);
CREATE INDEX awaiting_person_oldest ON public.awaiting_person USING btree (opened_at, id) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX awaiting_person_open_once ON public.awaiting_person USING btree (leg_id, checklist_id, item_id) WHERE (closed_at IS NULL);
CREATE INDEX back_test_flip_kind ON public.back_test_flip USING btree (run_id, item_id, from_outcome, to_outcome, leg_id);
CREATE INDEX best_call_live ON public.best_call USING btree (published_at DESC, id DESC) WHERE (ended_at IS NULL);
CREATE INDEX best_call_of_agent ON public.best_call USING btree (agent_person_id);
CREATE INDEX best_call_of_leg ON public.best_call USING btree (leg_id);
CREATE INDEX blind_judgement_in_time ON public.blind_judgement USING btree (judged_at, item_id) WHERE ((withdrawn_at IS NULL) AND (NOT seen_before));
CREATE INDEX blind_judgement_of_assignment ON public.blind_judgement USING btree (assignment_id);
CREATE INDEX blind_judgement_of_card ON public.blind_judgement USING btree (person_scorecard_id);
CREATE INDEX break_glass_opening_of_person ON public.break_glass_opening USING btree (opened_by_person_id, review_by);
CREATE INDEX calibration_closed ON public.calibration USING btree (closed_at DESC, id DESC) WHERE (closed_at IS NOT NULL);
CREATE INDEX calibration_decision_of ON public.calibration_decision USING btree (calibration_id, item_id, decided_at DESC, id DESC);
CREATE INDEX calibration_of_leg ON public.calibration USING btree (leg_id);
CREATE INDEX calibration_of_reviewer ON public.calibration_reviewer USING btree (person_id, calibration_id);
CREATE INDEX calibration_open ON public.calibration USING btree (due_at, id) WHERE (closed_at IS NULL);
CREATE INDEX call_correction_call ON public.call_correction USING btree (call_id, at DESC);
CREATE INDEX call_customer_later ON public.call USING btree (customer, started_at) WHERE ((customer IS NOT NULL) AND (direction = 'outbound'::text));
CREATE INDEX call_give_up_call ON public.call_give_up USING btree (call_id, at DESC);
CREATE UNIQUE INDEX call_give_up_open_once ON public.call_give_up USING btree (call_id) WHERE (reopened_at IS NULL);
CREATE INDEX call_matter ON public.call USING btree (matter_id, started_at) WHERE (matter_id IS NOT NULL);
CREATE INDEX call_newest ON public.call USING btree (started_at DESC, id DESC);
CREATE INDEX call_stage_newest ON public.call USING btree (stage, started_at DESC, id DESC);
CREATE INDEX chat_message_due ON public.chat_message USING btree (due_at) WHERE (state = 'waiting'::text);
CREATE INDEX coaching_answer_of_session ON public.coaching_answer USING btree (session_id, at);
CREATE INDEX coaching_by_time ON public.coaching_session USING btree (created_at DESC, id DESC);
CREATE INDEX coaching_goal_due ON public.coaching_goal USING btree (until_day) WHERE (ended_at IS NULL);
CREATE INDEX coaching_goal_of_session ON public.coaching_goal USING btree (session_id);
CREATE INDEX coaching_moment_of_leg ON public.coaching_moment USING btree (leg_id);
CREATE INDEX coaching_moment_of_session ON public.coaching_moment USING btree (session_id, added_at);
CREATE INDEX coaching_of_agent ON public.coaching_session USING btree (agent_person_id, created_at DESC);
CREATE INDEX coaching_of_coach ON public.coaching_session USING btree (coach_person_id) WHERE (closed_at IS NULL);
CREATE INDEX coaching_of_team ON public.coaching_session USING btree (team_id, created_at DESC);
CREATE INDEX commitment_call ON public.commitment USING btree (call_id);
CREATE INDEX commitment_due ON public.commitment USING btree (due_at) WHERE (state = 'open'::text);
CREATE INDEX commitment_event_commitment ON public.commitment_event USING btree (commitment_id, id);
CREATE INDEX commitment_leg ON public.commitment USING btree (leg_id);
CREATE INDEX commitment_offered ON public.commitment USING btree (offered_to_person_id) WHERE (offered_to_person_id IS NOT NULL);
CREATE UNIQUE INDEX commitment_overdue_once ON public.commitment_event USING btree (commitment_id, due_at) WHERE (action = 'overdue'::text);
CREATE INDEX commitment_owner ON public.commitment USING btree (owner_person_id, state, due_at);
CREATE INDEX commitment_questioned ON public.commitment USING btree (questioned_at) WHERE (questioned_at IS NOT NULL);
CREATE INDEX commitment_team ON public.commitment USING btree (team_id, state, due_at);
CREATE INDEX consent_decision_call ON public.consent_decision USING btree (call_id, decided_at);
CREATE UNIQUE INDEX consent_rule_set_one_waits ON public.consent_rule_set USING btree ((true)) WHERE (decision IS NULL);
CREATE INDEX consent_rule_trial_of ON public.consent_rule_trial USING btree (rules_sha256, tried_at DESC);
CREATE INDEX custody_hold_call ON public.custody_hold USING btree (call_id) WHERE (released_at IS NULL);
CREATE UNIQUE INDEX custody_hold_once ON public.custody_hold USING btree (hold_id, call_id, recording_id) NULLS NOT DISTINCT WHERE (released_at IS NULL);
CREATE INDEX data_request_agreed ON public.data_request USING btree (id) WHERE (state = 'agreed'::text);
CREATE INDEX data_request_recording_recording ON public.data_request_recording USING btree (recording_id);
CREATE INDEX data_request_recording_unsettled ON public.data_request_recording USING btree (request_id) WHERE (outcome = ANY (ARRAY['ordered'::text, 'held'::text]));
CREATE INDEX day_to_recount_at ON public.day_to_recount USING btree (at);
CREATE INDEX default_view_of ON public.default_view USING btree (view_id);
CREATE INDEX destruction_due ON public.destruction USING btree (due_at) WHERE ((started_at IS NULL) AND (cancelled_at IS NULL));
CREATE INDEX destruction_key ON public.destruction USING btree (key_id);
CREATE UNIQUE INDEX destruction_once ON public.destruction USING btree (recording_id) WHERE (cancelled_at IS NULL);
CREATE INDEX destruction_unfinished ON public.destruction USING btree (id) WHERE ((started_at IS NOT NULL) AND (completed_at IS NULL));
CREATE INDEX dispute_by_time ON public.dispute USING btree (filed_at DESC, id DESC);
CREATE INDEX dispute_due ON public.dispute USING btree (due_at, id) WHERE (outcome IS NULL);
CREATE INDEX dispute_of_agent ON public.dispute USING btree (filed_by_person_id, filed_at);
CREATE INDEX dispute_of_call ON public.dispute USING btree (call_id);
CREATE INDEX dispute_of_leg ON public.dispute USING btree (leg_id);
CREATE UNIQUE INDEX dispute_once_for_a_result ON public.dispute USING btree (scorecard_id, item_id) WHERE (outcome IS DISTINCT FROM 'withdrawn'::text);
CREATE UNIQUE INDEX dispute_open_once ON public.dispute USING btree (leg_id, checklist_id, item_id) WHERE (outcome IS NULL);
CREATE INDEX evidence_export_grant ON public.evidence_export USING btree (grant_id);
CREATE INDEX evidence_export_key ON public.evidence_export USING btree (key_id);
CREATE INDEX evidence_export_ready ON public.evidence_export USING btree (ready_at) WHERE (state = 'ready'::text);
CREATE INDEX extension_assignment_extension ON public.extension_assignment USING btree (extension, starts_at DESC);
CREATE INDEX extension_assignment_person ON public.extension_assignment USING btree (person_id, starts_at DESC);
CREATE INDEX figure_alert_team ON public.figure_alert USING btree (team_id);
CREATE INDEX grant_proposal_waiting ON public.grant_proposal USING btree (proposed_at) WHERE (state = 'waiting'::text);
CREATE UNIQUE INDEX group_role_once ON public.group_role USING btree (group_name, role, team_id, client_id) NULLS NOT DISTINCT WHERE (ended_at IS NULL);
CREATE INDEX indexed_words_leg ON public.indexed_words USING btree (leg_id);
CREATE INDEX indexed_words_made ON public.indexed_words USING btree (key_id, made_by);
CREATE UNIQUE INDEX invitation_open_once ON public.invitation USING btree (account_id) WHERE ((used_at IS NULL) AND (revoked_at IS NULL));
CREATE INDEX journal_detail_matter ON public.journal_detail USING btree (COALESCE((details ->> 'caseId'::text), (details ->> 'requestId'::text), (details ->> 'holdId'::text), (details ->> 'exportId'::text))) WHERE (COALESCE((details ->> 'caseId'::text), (details ->> 'requestId'::text), (details ->> 'holdId'::text), (details ->> 'exportId'::text)) IS NOT NULL);
CREATE INDEX journal_detail_subject ON public.journal_detail USING btree (COALESCE((details ->> 'personId'::text), (details ->> 'ownerPersonId'::text), (details ->> 'toPersonId'::text), (details ->> 'accountId'::text))) WHERE (COALESCE((details ->> 'personId'::text), (details ->> 'ownerPersonId'::text), (details ->> 'toPersonId'::text), (details ->> 'accountId'::text)) IS NOT NULL);
CREATE INDEX journal_entry_actor ON public.journal_entry USING btree (actor_person_id, at, id) WHERE (actor_person_id IS NOT NULL);
CREATE INDEX journal_entry_at ON public.journal_entry USING btree (at, id);
CREATE INDEX journal_entry_call ON public.journal_entry USING btree (call_id, at) WHERE (call_id IS NOT NULL);
CREATE INDEX journal_entry_event ON public.journal_entry USING btree (event, at, id);
CREATE INDEX journal_pending_purpose ON public.journal_pending USING btree (purpose, entry_id);
CREATE INDEX key_doubt_open ON public.key_doubt USING btree (found_at) WHERE (settled_at IS NULL);
CREATE INDEX leg_comment_of_author ON public.leg_comment USING btree (leg_id, person_id);
CREATE INDEX leg_comment_of_call ON public.leg_comment USING btree (call_id, at_ms);
CREATE INDEX leg_handed_on ON public.leg USING btree (call_id) WHERE ("position" > 0);
CREATE INDEX leg_person ON public.leg USING btree (person_id, call_id);
CREATE INDEX leg_team ON public.leg USING btree (team_id, call_id);
CREATE INDEX legal_hold_by_rule ON public.legal_hold USING btree (id) WHERE ((rule IS NOT NULL) AND (released_at IS NULL));
CREATE INDEX legal_hold_case ON public.legal_hold USING btree (case_id);
CREATE INDEX legal_request_event_request ON public.legal_request_event USING btree (request_id, at, id);
CREATE INDEX legal_request_of_case ON public.legal_request USING btree (legal_case_id);
CREATE INDEX legal_request_of_person ON public.legal_request USING btree (requested_by_person_id, created_at);
CREATE INDEX legal_request_opened ON public.legal_request USING btree (id) WHERE (state = 'opened'::text);
CREATE INDEX legal_request_recording_call ON public.legal_request_recording USING btree (call_id);
CREATE INDEX legal_request_recording_recording ON public.legal_request_recording USING btree (recording_id);
CREATE INDEX legal_request_waiting ON public.legal_request USING btree (decide_by) WHERE (state = ANY (ARRAY['submitted'::text, 'asked_back'::text, 'answered'::text]));
CREATE INDEX listed_leg_by_cost ON public.listed_leg USING btree (cost DESC, started_at DESC, call_id DESC, leg_id DESC) INCLUDE (team_id, person_id, language, direction, stage, points_percent) WHERE (cost IS NOT NULL);
CREATE INDEX listed_leg_by_duration ON public.listed_leg USING btree (duration_ms DESC, started_at DESC, call_id DESC, leg_id DESC) INCLUDE (team_id, person_id, language, direction, stage) WHERE (duration_ms IS NOT NULL);
CREATE INDEX listed_leg_by_points ON public.listed_leg USING btree (points_percent DESC, started_at DESC, call_id DESC, leg_id DESC) INCLUDE (team_id, person_id, language, direction, stage) WHERE (points_percent IS NOT NULL);
CREATE INDEX listed_leg_by_ring ON public.listed_leg USING btree (ring_seconds DESC, started_at DESC, call_id DESC, leg_id DESC) INCLUDE (team_id, person_id, language, direction, stage) WHERE (ring_seconds IS NOT NULL);
CREATE INDEX listed_leg_by_silence ON public.listed_leg USING btree (silence_ms DESC, started_at DESC, call_id DESC, leg_id DESC) INCLUDE (team_id, person_id, language, direction, stage) WHERE (silence_ms IS NOT NULL);
CREATE INDEX listed_leg_call ON public.listed_leg USING btree (call_id);
CREATE INDEX listed_leg_clauses ON public.listed_leg USING gin (clauses);
CREATE INDEX listed_leg_missed_by_points ON public.listed_leg USING btree (points_percent DESC, started_at DESC, call_id DESC, leg_id DESC) INCLUDE (team_id, person_id, language, direction, stage) WHERE ((points_percent IS NOT NULL) AND public.has_miss(results));
CREATE INDEX listed_leg_newest ON public.listed_leg USING btree (started_at DESC, call_id DESC) INCLUDE (team_id, person_id, language, direction, queue, reviewer_person_id, ring_seconds, points_percent, counted, missed_critical, left_open);
CREATE INDEX listed_leg_person ON public.listed_leg USING btree (person_id, started_at DESC, call_id DESC);
CREATE INDEX listed_leg_queue ON public.listed_leg USING btree (queue, started_at DESC, call_id DESC) WHERE (queue IS NOT NULL);
CREATE INDEX listed_leg_results ON public.listed_leg USING gin (results);
CREATE INDEX listed_leg_reviewer ON public.listed_leg USING btree (reviewer_person_id, started_at DESC, call_id DESC) WHERE (reviewer_person_id IS NOT NULL);
CREATE INDEX listed_leg_signs ON public.listed_leg USING gin (signs) WHERE (signs <> '{}'::text[]);
CREATE INDEX listed_leg_stage ON public.listed_leg USING btree (stage, started_at DESC, call_id DESC);
CREATE INDEX listed_leg_team ON public.listed_leg USING btree (team_id, started_at DESC, call_id DESC) INCLUDE (person_id, language, direction);
CREATE INDEX listed_leg_team_stage ON public.listed_leg USING btree (team_id, stage, started_at DESC, call_id DESC);
CREATE INDEX listed_leg_words ON public.listed_leg USING gin (public.word_grams(words));
CREATE INDEX mail_due ON public.mail USING btree (due_at) WHERE (state = 'waiting'::text);
CREATE INDEX mail_settled ON public.mail USING btree (settled_at) WHERE (state = 'failed'::text);
CREATE INDEX model_agreement_leg ON public.model_agreement USING btree (leg_id, checklist_id);
CREATE INDEX model_agreement_of ON public.model_agreement USING btree (model, prompt_version, question_key);
CREATE UNIQUE INDEX model_answer_once ON public.model_answer USING btree (transcript_id, question_key, model, prompt_version) WHERE ((said ->> 'said'::text) = 'answer'::text);
CREATE INDEX model_answer_transcript ON public.model_answer USING btree (transcript_id);
CREATE INDEX notification_age ON public.notification USING btree (at);
CREATE INDEX notification_of_person ON public.notification USING btree (person_id, at DESC, id DESC);
CREATE INDEX notification_unread ON public.notification USING btree (person_id) WHERE ((read_at IS NULL) AND on_bell);
CREATE INDEX object_write_started ON public.object_write USING btree (started_at);
CREATE INDEX passkey_account ON public.passkey USING btree (account_id);
CREATE INDEX passkey_challenge_expiry ON public.passkey_challenge USING btree (expires_at);
CREATE INDEX person_team ON public.person USING btree (team_id, staff_number);
CREATE INDEX play_of_call ON public.play USING btree (call_id, opened_at);
CREATE INDEX play_of_person ON public.play USING btree (person_id, opened_at, id);
CREATE INDEX play_open ON public.play USING btree (last_used_at) WHERE (closed_at IS NULL);
CREATE INDEX play_opened ON public.play USING btree (opened_at, id);
CREATE INDEX provider_attempt_expiry ON public.provider_attempt USING btree (expires_at);
CREATE INDEX provider_token_due ON public.provider_token USING btree (asked_at);
CREATE INDEX quality_run_newest ON public.quality_run USING btree (kind, asked_at DESC);
CREATE INDEX recertification_item_open ON public.recertification_item USING btree (round_id, state);
CREATE INDEX recording_call ON public.recording USING btree (call_id);
CREATE INDEX recording_cut_deferred ON public.recording USING btree (id) WHERE cut_deferred;
CREATE INDEX recording_cut_old_key ON public.recording_cut USING btree (old_key_id);
CREATE INDEX recording_cut_recording ON public.recording_cut USING btree (recording_id, cut_at);
CREATE INDEX recording_leg ON public.recording USING btree (leg_id);
CREATE INDEX recording_rehearing ON public.recording USING btree (rehear_run_id) WHERE (rehear_asked_at IS NOT NULL);
CREATE INDEX redaction_doubtful ON public.redaction USING btree (transcript_id, rules_version) WHERE public.has_doubtful_code(spans);
CREATE UNIQUE INDEX redaction_policy_one_waiting ON public.redaction_policy USING btree ((true)) WHERE (weakens AND (decision IS NULL));
CREATE INDEX report_copy_person ON public.report_copy USING btree (person_id);
CREATE INDEX report_copy_waiting ON public.report_copy USING btree (next_try_at) WHERE (state = 'waiting'::text);
CREATE INDEX report_recipient_person ON public.report_recipient USING btree (person_id);
CREATE INDEX report_subscription_creator ON public.report_subscription USING btree (created_by_person_id);
CREATE INDEX request_grant_exports ON public.request_grant USING btree (expires_at) WHERE ((action = 'evidence_export'::text) AND (revoked_at IS NULL));
CREATE INDEX request_grant_person ON public.request_grant USING btree (person_id, expires_at);
CREATE UNIQUE INDEX retention_schedule_one_waits ON public.retention_schedule USING btree ((true)) WHERE (decision IS NULL);
CREATE INDEX retention_term_due ON public.retention_term USING btree (keep_until);
CREATE INDEX retention_term_open ON public.retention_term USING btree (version, keep_until, recording_id) WHERE (NOT settled);
CREATE INDEX retention_term_version ON public.retention_term USING btree (version);
CREATE INDEX review_acknowledgement_asked ON public.review_acknowledgement USING btree (asked_at, scorecard_id) WHERE ((acknowledged_at IS NULL) AND (ended_at IS NULL));
CREATE UNIQUE INDEX review_acknowledgement_open ON public.review_acknowledgement USING btree (leg_id, checklist_id) WHERE ((acknowledged_at IS NULL) AND (ended_at IS NULL));
CREATE INDEX review_acknowledgement_read ON public.review_acknowledgement USING btree (acknowledged_at, scorecard_id) WHERE (acknowledged_at IS NOT NULL);
CREATE INDEX review_assignment_blind ON public.review_assignment USING btree (reviewer_person_id, leg_id) WHERE ((state = 'open'::text) AND blind);
CREATE INDEX review_assignment_of_leg ON public.review_assignment USING btree (leg_id, checklist_id);
CREATE INDEX review_assignment_of_reviewer ON public.review_assignment USING btree (reviewer_person_id, due_at) WHERE (state = 'open'::text);
CREATE INDEX review_assignment_waiting ON public.review_assignment USING btree (due_at, id) WHERE (state = 'open'::text);
CREATE INDEX review_draft_of_call ON public.review_draft USING btree (call_id);
CREATE INDEX review_draft_of_person ON public.review_draft USING btree (person_id, saved_at);
CREATE UNIQUE INDEX review_given_once ON public.review_assignment USING btree (leg_id, checklist_id, reviewer_person_id) WHERE ((draw_id IS NULL) AND (state = 'open'::text));
CREATE INDEX review_retraction_of_leg ON public.review_retraction USING btree (leg_id);
CREATE INDEX review_time_of_person ON public.review_time USING btree (person_id, published_at);
CREATE UNIQUE INDEX role_assignment_once ON public.role_assignment USING btree (account_id, role, team_id, client_id) NULLS NOT DISTINCT;
CREATE INDEX role_proposal_group ON public.role_proposal USING btree (account_id, group_role_id) WHERE (group_role_id IS NOT NULL);
CREATE INDEX role_proposal_person ON public.role_proposal USING btree (person_id, proposed_at DESC);
CREATE INDEX role_proposal_waiting ON public.role_proposal USING btree (proposed_at, id) WHERE (state = 'waiting'::text);
CREATE UNIQUE INDEX role_proposal_waiting_once ON public.role_proposal USING btree (account_id, role, team_id, client_id) NULLS NOT DISTINCT WHERE (state = 'waiting'::text);
CREATE INDEX role_suspension_open ON public.role_suspension USING btree (person_id) WHERE (confirmed_at IS NULL);
CREATE INDEX sampling_draw_due ON public.sampling_draw USING btree (to_at, id) WHERE ((drawn_at IS NULL) AND (withdrawn_at IS NULL));
CREATE INDEX sampling_draw_of_plan ON public.sampling_draw USING btree (plan_id, from_at DESC);
CREATE UNIQUE INDEX sampling_draw_once ON public.sampling_draw USING btree (plan_id, from_day) WHERE (withdrawn_at IS NULL);
CREATE INDEX sampling_frame_of_leg ON public.sampling_frame USING btree (leg_id);
CREATE UNIQUE INDEX saved_view_name_once ON public.saved_view USING btree (account_id, lower(name)) WHERE (deleted_at IS NULL);
CREATE INDEX saved_view_shared ON public.saved_view USING btree (shared_team_id) WHERE ((shared_team_id IS NOT NULL) AND (deleted_at IS NULL));
CREATE INDEX scim_group_member_person ON public.scim_group_member USING btree (person_id);
CREATE UNIQUE INDEX scim_group_name ON public.scim_group USING btree (lower(display_name));
CREATE INDEX scim_refusal_at ON public.scim_refusal USING btree (at);
CREATE INDEX scorecard_checklist ON public.scorecard USING btree (checklist_id, checklist_version, leg_id);
CREATE INDEX scorecard_leg ON public.scorecard USING btree (leg_id, checklist_id);
CREATE INDEX scorecard_reviewed ON public.scorecard USING btree (created_at, leg_id) WHERE (author = 'review'::text);
CREATE UNIQUE INDEX search_key_current ON public.search_key USING btree ((true)) WHERE (retired_at IS NULL);
CREATE INDEX self_evaluation_of_session ON public.self_evaluation USING btree (session_id);
CREATE UNIQUE INDEX self_evaluation_once ON public.self_evaluation USING btree (leg_id, checklist_id) WHERE ((until IS NOT NULL) AND (submitted_at IS NULL) AND (ended_at IS NULL));
CREATE INDEX session_account ON public.session USING btree (account_id);
CREATE INDEX session_of_account ON public.session USING btree (account_id) WHERE (ended_at IS NULL);
CREATE INDEX session_of_link ON public.session USING btree (identity_link_id) WHERE ((identity_link_id IS NOT NULL) AND (ended_at IS NULL));
CREATE INDEX session_remembered ON public.session USING btree (expires_at) WHERE (browser IS NOT NULL);
CREATE INDEX sign_in_delay_until ON public.sign_in_delay USING btree (delayed_until);
CREATE UNIQUE INDEX sign_in_policy_one_waiting ON public.sign_in_policy USING btree ((true)) WHERE (decision IS NULL);
CREATE INDEX standing_grant_due ON public.standing_grant USING btree (expires_at) WHERE ((ended_told_at IS NULL) AND (revoked_at IS NULL));
CREATE INDEX stored_object_damaged ON public.stored_object USING btree (recording_id) WHERE (damaged_at IS NOT NULL);
CREATE INDEX stored_object_longest_unread ON public.stored_object USING btree (COALESCE(checked_at, verified_at, created_at), id);
CREATE INDEX stored_object_recording ON public.stored_object USING btree (recording_id, kind);
CREATE INDEX stored_object_uncopied ON public.stored_object USING btree (created_at, id) WHERE (copied_at IS NULL);
CREATE INDEX to_look_at_due ON public.to_look_at USING btree (sweep, due_at, id);
CREATE INDEX transcript_engine ON public.transcript USING btree (language, engine, created_at);
CREATE INDEX transcript_heard ON public.transcript USING btree (created_at DESC) WHERE (heard_ms IS NOT NULL);
CREATE INDEX transcript_of_run ON public.transcript USING btree (run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX upkeep_run_newest ON public.upkeep_run USING btree (kind, started_at DESC, id DESC);
CREATE INDEX webhook_attempt_delivery ON public.webhook_attempt USING btree (delivery_id, at);
CREATE INDEX webhook_delivery_due ON public.webhook_delivery USING btree (endpoint_id, due_at) WHERE (state = 'waiting'::text);
CREATE INDEX webhook_delivery_failed ON public.webhook_delivery USING btree (endpoint_id) WHERE (state = 'failed'::text);
CREATE INDEX webhook_delivery_latest ON public.webhook_delivery USING btree (endpoint_id, id);
CREATE INDEX webhook_delivery_old ON public.webhook_delivery USING btree (created_at);
CREATE INDEX webhook_endpoint_events ON public.webhook_endpoint USING gin (events) WHERE (removed_at IS NULL);
CREATE INDEX withheld_score_from ON public.withheld_score USING btree (person_id, leg_id);
CREATE INDEX word_posting_doc ON public.word_posting USING btree (doc);
CREATE INDEX word_posting_int_doc ON public.word_posting_int USING btree (doc);
CREATE INDEX word_posting_int_newest ON public.word_posting_int USING btree (token, started_at DESC, doc DESC) INCLUDE (said_by);
CREATE INDEX word_posting_newest ON public.word_posting USING btree (token, started_at DESC, doc DESC) INCLUDE (said_by);
CREATE INDEX work_done_at ON public.work USING btree (done_at) WHERE (done_at IS NOT NULL);
CREATE INDEX work_due ON public.work USING btree (due_at) WHERE ((done_at IS NULL) AND (failed_at IS NULL));
CREATE INDEX work_due_of_job ON public.work USING btree (job, due_at, id) WHERE ((done_at IS NULL) AND (failed_at IS NULL));
CREATE INDEX work_failed ON public.work USING btree (job) WHERE ((failed_at IS NOT NULL) AND (done_at IS NULL));
CREATE INDEX work_hearing_came ON public.work USING btree (created_at) WHERE (job = 'transcribe-recording'::text);
CREATE UNIQUE INDEX work_open_once ON public.work USING btree (job, subject_id) WHERE ((done_at IS NULL) AND (failed_at IS NULL));
CREATE INDEX work_subject ON public.work USING btree (subject_id);
CREATE TRIGGER absence_has_one_deputy BEFORE INSERT ON public.absence FOR EACH ROW EXECUTE FUNCTION public.absence_has_one_deputy();
CREATE CONSTRAINT TRIGGER account_taken_is_suspended AFTER UPDATE OF password_hash ON public.account DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((old.password_hash IS NOT NULL) AND (new.password_hash IS NULL))) EXECUTE FUNCTION public.account_taken_is_suspended();
CREATE TRIGGER agents_acknowledge BEFORE UPDATE ON public.review_acknowledgement FOR EACH ROW WHEN (((new.acknowledged_at IS NOT NULL) AND (old.acknowledged_at IS NULL))) EXECUTE FUNCTION public.agents_acknowledge();
CREATE TRIGGER another_lifts_the_lock BEFORE INSERT ON public.account_unlock FOR EACH ROW EXECUTE FUNCTION public.another_lifts_the_lock();
CREATE TRIGGER break_glass_opening_by_requester BEFORE INSERT ON public.break_glass_opening FOR EACH ROW EXECUTE FUNCTION public.break_glass_opening_by_requester();
CREATE TRIGGER break_glass_opening_one_at_a_time BEFORE INSERT ON public.break_glass_opening FOR EACH ROW EXECUTE FUNCTION public.break_glass_opening_one_at_a_time();
CREATE TRIGGER break_glass_review_by_another BEFORE INSERT ON public.break_glass_review FOR EACH ROW EXECUTE FUNCTION public.break_glass_review_by_another();
CREATE TRIGGER break_glass_review_by_another_team_then BEFORE INSERT ON public.break_glass_review FOR EACH ROW EXECUTE FUNCTION public.break_glass_review_by_another_team_then();
CREATE TRIGGER calibration_answer_stays BEFORE INSERT OR DELETE OR UPDATE ON public.calibration_answer FOR EACH ROW EXECUTE FUNCTION public.calibration_answers_stay();
CREATE TRIGGER calibration_closes_once BEFORE UPDATE ON public.calibration FOR EACH ROW EXECUTE FUNCTION public.calibrations_close_once();
CREATE TRIGGER calibration_decided_late BEFORE INSERT ON public.calibration_decision FOR EACH ROW EXECUTE FUNCTION public.calibrations_are_decided_late();
CREATE TRIGGER calibration_decision_stays BEFORE UPDATE ON public.calibration_decision FOR EACH ROW EXECUTE FUNCTION public.calibration_decisions_stay();
CREATE TRIGGER calibration_reviewer_is_another BEFORE INSERT ON public.calibration_reviewer FOR EACH ROW EXECUTE FUNCTION public.others_calibrate();
CREATE TRIGGER calibration_submitted_once BEFORE UPDATE ON public.calibration_reviewer FOR EACH ROW EXECUTE FUNCTION public.calibrations_are_submitted_once();
CREATE TRIGGER call_listed_update AFTER UPDATE ON public.call REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.listed_legs_changed();
CREATE TRIGGER call_marks_insert AFTER INSERT ON public.call FOR EACH ROW EXECUTE FUNCTION public.mark_call_for_holds();
CREATE TRIGGER call_marks_update AFTER UPDATE ON public.call FOR EACH ROW WHEN (((((old.matter_id IS DISTINCT FROM new.matter_id) OR (old.direction IS DISTINCT FROM new.direction)) OR (old.customer IS DISTINCT FROM new.customer)) OR (old.started_at IS DISTINCT FROM new.started_at))) EXECUTE FUNCTION public.mark_call_for_holds();
CREATE TRIGGER call_tallied_delete AFTER DELETE ON public.call REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.call_stage_tallied();
CREATE TRIGGER call_tallied_insert AFTER INSERT ON public.call REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.call_stage_tallied();
CREATE TRIGGER call_tallied_update AFTER UPDATE ON public.call REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.call_stage_tallied();
CREATE TRIGGER claim_needs_other_eyes BEFORE INSERT OR UPDATE OF claimed_by_person_id ON public.awaiting_person FOR EACH ROW WHEN ((new.claimed_by_person_id IS NOT NULL)) EXECUTE FUNCTION public.nobody_judges_own_call('claimed_by_person_id');
CREATE TRIGGER company_changes_rules AFTER UPDATE ON public.company FOR EACH ROW WHEN (((old.profile ->> 'timeZone'::text) IS DISTINCT FROM (new.profile ->> 'timeZone'::text))) EXECUTE FUNCTION public.rules_of_holds_changed();
CREATE TRIGGER confirmed_by_role_in_force BEFORE UPDATE ON public.absence FOR EACH ROW WHEN (((old.confirmed_at IS NULL) AND (new.confirmed_at IS NOT NULL))) EXECUTE FUNCTION public.acts_by_role_in_force('confirmed_by_person_id', 'person', 'legal_approver,administrator');
CREATE TRIGGER consent_rules_are_proposed_first BEFORE INSERT ON public.consent_rule_set FOR EACH ROW WHEN ((new.decision IS NOT NULL)) EXECUTE FUNCTION public.consent_rules_stay();
CREATE TRIGGER consent_rules_are_tried BEFORE UPDATE ON public.consent_rule_set FOR EACH ROW WHEN (((old.decision IS NULL) AND (new.decision = 'agreed'::text))) EXECUTE FUNCTION public.consent_rules_are_tried();
CREATE TRIGGER consent_rules_stay BEFORE UPDATE ON public.consent_rule_set FOR EACH ROW WHEN ((old.decision IS NOT NULL)) EXECUTE FUNCTION public.consent_rules_stay();
CREATE TRIGGER counting_scorecard_listed_insert AFTER INSERT ON public.counting_scorecard REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.listed_legs_changed();
CREATE TRIGGER counting_scorecard_listed_update AFTER UPDATE ON public.counting_scorecard REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.listed_legs_changed();
CREATE TRIGGER custody_hold_begins_in_force BEFORE INSERT ON public.custody_hold FOR EACH ROW EXECUTE FUNCTION public.cover_begins_in_force();
CREATE TRIGGER custody_hold_ends_with_its_hold BEFORE UPDATE OF released_at ON public.custody_hold FOR EACH ROW WHEN ((new.released_at IS DISTINCT FROM old.released_at)) EXECUTE FUNCTION public.cover_ends_with_its_hold();
CREATE TRIGGER custody_hold_mark_held_calls_insert AFTER INSERT ON public.custody_hold REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_held_calls();
CREATE TRIGGER custody_hold_released AFTER UPDATE ON public.custody_hold REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.custody_released();
CREATE TRIGGER deputy_decides BEFORE INSERT ON public.legal_decision FOR EACH ROW EXECUTE FUNCTION public.deputy_acts_for_both('decided_by_person_id', 'decided_at', 'approvals', 'requested_by_person_id');
CREATE TRIGGER deputy_grants BEFORE INSERT ON public.scorecard FOR EACH ROW WHEN ((new.author = 'dispute'::text)) EXECUTE FUNCTION public.deputy_acts_for_both('author_person_id', 'created_at', 'disputes');
CREATE TRIGGER deputy_is_confirmed BEFORE INSERT ON public.checklist_version FOR EACH ROW WHEN ((new.for_person_id IS NOT NULL)) EXECUTE FUNCTION public.deputy_is_confirmed_there('published_by_person_id', 'approvals', 'quality_analyst,quality_manager');
CREATE TRIGGER deputy_is_confirmed BEFORE INSERT ON public.dispute_decision FOR EACH ROW WHEN ((new.for_person_id IS NOT NULL)) EXECUTE FUNCTION public.deputy_is_confirmed_there('decided_by_person_id', 'disputes', 'supervisor,quality_manager');
CREATE TRIGGER deputy_is_confirmed BEFORE INSERT ON public.legal_decision FOR EACH ROW EXECUTE FUNCTION public.deputy_is_confirmed('decided_by_person_id', 'approvals', 'legal_approver');
CREATE TRIGGER deputy_is_confirmed BEFORE INSERT ON public.review_retraction FOR EACH ROW WHEN ((new.for_person_id IS NOT NULL)) EXECUTE FUNCTION public.deputy_is_confirmed_there('retracted_by_person_id', 'reviews', 'supervisor,quality_analyst,quality_manager');
CREATE TRIGGER deputy_is_confirmed BEFORE INSERT ON public.scorecard FOR EACH ROW WHEN (((new.author = 'review'::text) AND (new.for_person_id IS NOT NULL))) EXECUTE FUNCTION public.deputy_is_confirmed_there('author_person_id', 'reviews', 'supervisor,quality_analyst,quality_manager');
CREATE TRIGGER deputy_is_confirmed_to_grant BEFORE INSERT ON public.scorecard FOR EACH ROW WHEN (((new.author = 'dispute'::text) AND (new.for_person_id IS NOT NULL))) EXECUTE FUNCTION public.deputy_is_confirmed_there('author_person_id', 'disputes', 'supervisor,quality_manager');
CREATE TRIGGER deputy_judges BEFORE INSERT ON public.scorecard FOR EACH ROW WHEN ((new.author = 'review'::text)) EXECUTE FUNCTION public.deputy_acts_for_both('author_person_id', 'created_at', 'reviews');
CREATE TRIGGER deputy_publishes BEFORE INSERT ON public.checklist_version FOR EACH ROW EXECUTE FUNCTION public.deputy_acts_for_both('published_by_person_id', 'published_at', 'approvals', 'author_person_ids');
CREATE TRIGGER deputy_retracts BEFORE INSERT ON public.review_retraction FOR EACH ROW EXECUTE FUNCTION public.deputy_acts_for_both('retracted_by_person_id', 'retracted_at', 'reviews');
CREATE TRIGGER deputy_settles BEFORE INSERT ON public.dispute_decision FOR EACH ROW EXECUTE FUNCTION public.deputy_acts_for_both('decided_by_person_id', 'decided_at', 'disputes');
CREATE TRIGGER destruction_has_no_way_back BEFORE UPDATE OF cancelled_at, started_at ON public.destruction FOR EACH ROW WHEN ((old.started_at IS NOT NULL)) EXECUTE FUNCTION public.started_destruction_stays();
CREATE TRIGGER dispute_is_ones_own BEFORE INSERT ON public.dispute FOR EACH ROW EXECUTE FUNCTION public.agents_contest_their_own();
CREATE TRIGGER dispute_needs_other_eyes BEFORE INSERT ON public.dispute_decision FOR EACH ROW EXECUTE FUNCTION public.others_decide_disputes();
CREATE TRIGGER done_in_person BEFORE INSERT ON public.account_unlock FOR EACH ROW WHEN ((public.acting_for() IS NOT NULL)) EXECUTE FUNCTION public.done_in_person();
CREATE TRIGGER done_in_person BEFORE INSERT ON public.break_glass_opening FOR EACH ROW WHEN ((public.acting_for() IS NOT NULL)) EXECUTE FUNCTION public.done_in_person();
CREATE TRIGGER done_in_person BEFORE INSERT ON public.break_glass_review FOR EACH ROW WHEN ((public.acting_for() IS NOT NULL)) EXECUTE FUNCTION public.done_in_person();
CREATE TRIGGER done_in_person BEFORE INSERT OR UPDATE ON public.role_proposal FOR EACH ROW WHEN ((public.acting_for() IS NOT NULL)) EXECUTE FUNCTION public.done_in_person();
CREATE TRIGGER done_in_person BEFORE UPDATE ON public.role_suspension FOR EACH ROW WHEN ((public.acting_for() IS NOT NULL)) EXECUTE FUNCTION public.done_in_person();
CREATE TRIGGER done_in_person BEFORE INSERT OR UPDATE ON public.sign_in_policy FOR EACH ROW WHEN ((public.acting_for() IS NOT NULL)) EXECUTE FUNCTION public.done_in_person();
CREATE TRIGGER draft_is_of_no_published_review BEFORE INSERT ON public.review_draft FOR EACH ROW EXECUTE FUNCTION public.draft_is_of_no_published_review();
CREATE TRIGGER evidence_export_ready BEFORE UPDATE ON public.evidence_export FOR EACH ROW WHEN (((new.state = 'ready'::text) AND (old.state <> 'ready'::text))) EXECUTE FUNCTION public.evidence_export_ready();
CREATE TRIGGER leg_comment_by_others BEFORE INSERT ON public.leg_comment FOR EACH ROW EXECUTE FUNCTION public.agents_comment_no_call_of_theirs();
CREATE TRIGGER leg_comment_mention_few AFTER INSERT ON public.leg_comment_mention FOR EACH ROW EXECUTE FUNCTION public.mentions_of_a_comment_are_few();
CREATE TRIGGER leg_listed_insert AFTER INSERT ON public.leg REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.listed_legs_changed();
CREATE TRIGGER leg_listed_update AFTER UPDATE ON public.leg REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.listed_legs_changed();
CREATE TRIGGER leg_marks_insert AFTER INSERT ON public.leg FOR EACH ROW EXECUTE FUNCTION public.mark_call_for_holds();
CREATE TRIGGER leg_marks_update AFTER UPDATE ON public.leg FOR EACH ROW WHEN ((((old.team_id IS DISTINCT FROM new.team_id) OR (old.person_id IS DISTINCT FROM new.person_id)) OR (old.call_id IS DISTINCT FROM new.call_id))) EXECUTE FUNCTION public.mark_call_for_holds();
CREATE TRIGGER legal_decision_by_another BEFORE INSERT ON public.legal_decision FOR EACH ROW EXECUTE FUNCTION public.legal_decision_by_another();
CREATE TRIGGER legal_decision_by_another_team_then BEFORE INSERT ON public.legal_decision FOR EACH ROW EXECUTE FUNCTION public.legal_decision_by_another_team_then();
CREATE TRIGGER legal_hold_released_stays BEFORE UPDATE ON public.legal_hold FOR EACH ROW WHEN ((old.released_at IS NOT NULL)) EXECUTE FUNCTION public.released_hold_stays();
CREATE TRIGGER legal_list_is_frozen BEFORE INSERT ON public.legal_request_recording FOR EACH ROW EXECUTE FUNCTION public.legal_list_is_frozen();
CREATE TRIGGER legal_request_approved_by_approvals BEFORE UPDATE ON public.legal_request FOR EACH ROW WHEN (((new.state = 'approved'::text) AND (old.state IS DISTINCT FROM 'approved'::text))) EXECUTE FUNCTION public.legal_request_approved_by_approvals();
CREATE TRIGGER legal_request_not_born_approved BEFORE INSERT ON public.legal_request FOR EACH ROW WHEN ((new.state = 'approved'::text)) EXECUTE FUNCTION public.legal_request_approved_by_approvals();
CREATE TRIGGER legal_request_not_born_open BEFORE INSERT ON public.legal_request FOR EACH ROW WHEN ((new.state = ANY (ARRAY['opened'::text, 'reviewed'::text]))) EXECUTE FUNCTION public.legal_request_opened_by_opening();
CREATE TRIGGER legal_request_opened_by_opening BEFORE UPDATE ON public.legal_request FOR EACH ROW WHEN (((new.state = 'opened'::text) AND (old.state IS DISTINCT FROM 'opened'::text))) EXECUTE FUNCTION public.legal_request_opened_by_opening();
CREATE TRIGGER legal_request_opening_stays BEFORE UPDATE ON public.legal_request FOR EACH ROW WHEN ((((old.state = 'opened'::text) AND (new.state <> ALL (ARRAY['opened'::text, 'reviewed'::text]))) OR ((old.state = 'reviewed'::text) AND (new.state <> 'reviewed'::text)))) EXECUTE FUNCTION public.legal_request_opened_by_opening();
CREATE TRIGGER legal_request_reviewed_by_review BEFORE UPDATE ON public.legal_request FOR EACH ROW WHEN (((new.state = 'reviewed'::text) AND (old.state IS DISTINCT FROM 'reviewed'::text))) EXECUTE FUNCTION public.legal_request_reviewed_by_review();
CREATE TRIGGER legal_request_stays_as_submitted BEFORE UPDATE ON public.legal_request FOR EACH ROW EXECUTE FUNCTION public.legal_request_stays_as_submitted();
CREATE TRIGGER listed_leg_measures BEFORE INSERT OR UPDATE ON public.listed_leg FOR EACH ROW EXECUTE FUNCTION public.listed_leg_measures();
CREATE TRIGGER listed_leg_results_change AFTER UPDATE ON public.listed_leg FOR EACH ROW WHEN ((((old.results <> '{}'::text[]) OR (new.results <> '{}'::text[])) AND (((((((old.results IS DISTINCT FROM new.results) OR (old.clauses IS DISTINCT FROM new.clauses)) OR (old.counted IS DISTINCT FROM new.counted)) OR (old.started_at IS DISTINCT FROM new.started_at)) OR (old.language IS DISTINCT FROM new.language)) OR (old.direction IS DISTINCT FROM new.direction)) OR (old.call_id IS DISTINCT FROM new.call_id)))) EXECUTE FUNCTION public.results_changed();
CREATE TRIGGER listed_leg_results_come AFTER INSERT ON public.listed_leg FOR EACH ROW WHEN ((new.results <> '{}'::text[])) EXECUTE FUNCTION public.results_changed();
CREATE TRIGGER listed_leg_results_go AFTER DELETE ON public.listed_leg FOR EACH ROW WHEN ((old.results <> '{}'::text[])) EXECUTE FUNCTION public.results_changed();
CREATE TRIGGER listening_of_both BEFORE INSERT ON public.legal_decision FOR EACH ROW WHEN ((new.decision = 'approve_listening'::text)) EXECUTE FUNCTION public.listening_of_both();
CREATE TRIGGER masked_sound_mark_masking_delete AFTER DELETE ON public.masked_sound REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_masking();
CREATE TRIGGER masked_sound_mark_masking_update AFTER UPDATE ON public.masked_sound REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_masking();
CREATE TRIGGER matter_listed_update AFTER UPDATE ON public.matter FOR EACH ROW WHEN ((old.title IS DISTINCT FROM new.title)) EXECUTE FUNCTION public.listed_legs_of_matter_changed();
CREATE TRIGGER others_settle_promises BEFORE INSERT ON public.commitment_event FOR EACH ROW WHEN ((new.action = ANY (ARRAY['struck'::text, 'upheld'::text]))) EXECUTE FUNCTION public.others_settle_promises();
CREATE TRIGGER person_team_of_moved AFTER UPDATE OF team_id ON public.person FOR EACH ROW WHEN ((old.team_id IS DISTINCT FROM new.team_id)) EXECUTE FUNCTION public.person_team_is_kept();
CREATE TRIGGER person_team_of_new AFTER INSERT ON public.person FOR EACH ROW EXECUTE FUNCTION public.person_team_is_kept();
CREATE TRIGGER recording_cut_ends_exports AFTER INSERT ON public.recording_cut FOR EACH ROW EXECUTE FUNCTION public.evidence_export_cut();
CREATE TRIGGER recording_cut_mark_masking_insert AFTER INSERT ON public.recording_cut REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_masking();
CREATE TRIGGER recording_destruction_heeds_holds BEFORE UPDATE OF destruction_started_at ON public.recording FOR EACH ROW WHEN ((new.destruction_started_at IS DISTINCT FROM old.destruction_started_at)) EXECUTE FUNCTION public.destruction_heeds_holds();
CREATE TRIGGER recording_listed_insert AFTER INSERT ON public.recording REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.listed_legs_changed();
CREATE TRIGGER recording_listed_update AFTER UPDATE ON public.recording FOR EACH ROW WHEN (((old.duration_ms IS DISTINCT FROM new.duration_ms) OR (old.leg_id IS DISTINCT FROM new.leg_id))) EXECUTE FUNCTION public.listed_leg_of_row_changed();
CREATE TRIGGER recording_mark_new_recordings_insert AFTER INSERT ON public.recording REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_new_recordings();
CREATE TRIGGER recording_state_told AFTER UPDATE ON public.recording FOR EACH ROW WHEN (((old.custody IS DISTINCT FROM new.custody) OR (old.restricted IS DISTINCT FROM new.restricted) OR (old.cut_deferred IS DISTINCT FROM new.cut_deferred))) EXECUTE FUNCTION public.recording_state_told();
CREATE TRIGGER redaction_mark_masking_of_words_insert AFTER INSERT ON public.redaction REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_masking_of_words();
CREATE TRIGGER redaction_mark_masking_of_words_update AFTER UPDATE ON public.redaction REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_masking_of_words();
CREATE TRIGGER request_grant_is_approved BEFORE INSERT ON public.request_grant FOR EACH ROW EXECUTE FUNCTION public.request_grant_is_approved();
CREATE TRIGGER retention_clock_restart_takes_two BEFORE UPDATE ON public.retention_clock FOR EACH ROW WHEN (((old.jumped = 'restored'::text) AND (new.jumped IS DISTINCT FROM old.jumped))) EXECUTE FUNCTION public.restart_takes_two();
CREATE TRIGGER retention_schedule_stays BEFORE UPDATE ON public.retention_schedule FOR EACH ROW WHEN ((old.decision IS NOT NULL)) EXECUTE FUNCTION public.decided_schedule_stays();
CREATE TRIGGER review_assignment_to_others BEFORE INSERT OR UPDATE OF reviewer_person_id ON public.review_assignment FOR EACH ROW EXECUTE FUNCTION public.agents_review_no_call_of_theirs();
CREATE TRIGGER review_ends_draft AFTER INSERT ON public.scorecard FOR EACH ROW WHEN ((new.author = 'review'::text)) EXECUTE FUNCTION public.review_ends_draft();
CREATE TRIGGER review_retraction_of_reviews BEFORE INSERT ON public.review_retraction FOR EACH ROW EXECUTE FUNCTION public.reviews_are_retracted();
CREATE TRIGGER role_suspension_confirmed_by_another BEFORE INSERT OR UPDATE ON public.role_suspension FOR EACH ROW EXECUTE FUNCTION public.role_suspension_confirmed_by_another();
CREATE TRIGGER sampling_draw_stays BEFORE UPDATE ON public.sampling_draw FOR EACH ROW EXECUTE FUNCTION public.sampling_draws_stay();
CREATE TRIGGER sampling_frame_first AFTER INSERT ON public.sampling_frame REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.frames_come_before_draws();
CREATE TRIGGER sampling_seed_first BEFORE INSERT OR UPDATE OF withdrawn_at ON public.sampling_draw FOR EACH ROW EXECUTE FUNCTION public.seeds_come_before_calls();
CREATE TRIGGER scorecard_listed_insert AFTER INSERT ON public.scorecard REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.listed_legs_changed();
CREATE TRIGGER scorecard_needs_other_eyes BEFORE INSERT ON public.scorecard FOR EACH ROW WHEN ((new.author <> 'automatic'::text)) EXECUTE FUNCTION public.nobody_judges_own_call('author_person_id');
CREATE TRIGGER scorecard_needs_other_eyes_for BEFORE INSERT ON public.scorecard FOR EACH ROW WHEN ((new.author <> 'automatic'::text)) EXECUTE FUNCTION public.nobody_judges_own_call('for_person_id');
CREATE TRIGGER standing_grant_stays_as_published BEFORE UPDATE ON public.standing_grant FOR EACH ROW EXECUTE FUNCTION public.standing_grant_stays_as_published();
CREATE TRIGGER stored_object_mark_object_of_held_insert AFTER INSERT ON public.stored_object REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_object_of_held();
CREATE TRIGGER stored_object_tallied_delete AFTER DELETE ON public.stored_object REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION public.object_tallied();
CREATE TRIGGER stored_object_tallied_insert AFTER INSERT ON public.stored_object REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.object_tallied();
CREATE TRIGGER stored_object_tallied_update AFTER UPDATE ON public.stored_object REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.object_tallied();
CREATE TRIGGER team_changes_rules AFTER UPDATE ON public.team FOR EACH ROW WHEN ((old.client_id IS DISTINCT FROM new.client_id)) EXECUTE FUNCTION public.rules_of_holds_changed();
CREATE TRIGGER transcript_mark_words_insert AFTER INSERT ON public.transcript REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION public.mark_words();
CREATE TRIGGER with_role_in_force BEFORE INSERT ON public.account_unlock FOR EACH ROW EXECUTE FUNCTION public.acts_by_role_in_force('lifted_by_person_id', 'person', 'administrator');
CREATE TRIGGER with_role_in_force BEFORE INSERT ON public.break_glass_opening FOR EACH ROW EXECUTE FUNCTION public.acts_by_role_in_force('opened_by_account_id', 'account', 'legal_requester');
CREATE TRIGGER with_role_in_force BEFORE INSERT ON public.break_glass_review FOR EACH ROW EXECUTE FUNCTION public.acts_by_role_in_force('reviewed_by_account_id', 'account', 'legal_approver');
CREATE TRIGGER with_role_in_force BEFORE INSERT ON public.legal_decision FOR EACH ROW EXECUTE FUNCTION public.acts_by_role_in_force('decided_by_account_id', 'account', 'legal_approver');
CREATE TRIGGER with_role_in_force BEFORE UPDATE ON public.role_proposal FOR EACH ROW WHEN (((new.state = 'approved'::text) AND (old.state <> 'approved'::text))) EXECUTE FUNCTION public.acts_by_role_in_force('decided_by_person_id', 'person', 'legal_approver,administrator');
ALTER TABLE ONLY public.absence ADD CONSTRAINT absence_confirmed_by_person_id_fkey FOREIGN KEY (confirmed_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.absence ADD CONSTRAINT absence_deputy_person_id_fkey FOREIGN KEY (deputy_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.absence ADD CONSTRAINT absence_ended_by_person_id_fkey FOREIGN KEY (ended_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.absence ADD CONSTRAINT absence_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.legal_decision ADD CONSTRAINT account_and_its_person FOREIGN KEY (decided_by_account_id, decided_by_person_id) REFERENCES public.account(id, person_id);
ALTER TABLE ONLY public.account ADD CONSTRAINT account_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.account_unlock ADD CONSTRAINT account_unlock_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.account_unlock ADD CONSTRAINT account_unlock_lifted_by_person_id_fkey FOREIGN KEY (lifted_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.api_token ADD CONSTRAINT api_token_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.awaiting_person ADD CONSTRAINT awaiting_person_claimed_by_person_id_fkey FOREIGN KEY (claimed_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.awaiting_person ADD CONSTRAINT awaiting_person_leg_id_fkey FOREIGN KEY (leg_id) REFERENCES public.leg(id);
ALTER TABLE ONLY public.awaiting_person ADD CONSTRAINT awaiting_person_scorecard_id_fkey FOREIGN KEY (scorecard_id) REFERENCES public.scorecard(id);
ALTER TABLE ONLY public.back_test_agreement ADD CONSTRAINT back_test_agreement_run_id_fkey FOREIGN KEY (run_id) REFERENCES public.quality_run(id);
ALTER TABLE ONLY public.back_test_count ADD CONSTRAINT back_test_count_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.back_test_count ADD CONSTRAINT back_test_count_run_id_fkey FOREIGN KEY (run_id) REFERENCES public.quality_run(id);
ALTER TABLE ONLY public.back_test_count ADD CONSTRAINT back_test_count_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);
ALTER TABLE ONLY public.back_test_flip ADD CONSTRAINT back_test_flip_leg_id_fkey FOREIGN KEY (leg_id) REFERENCES public.leg(id);
ALTER TABLE ONLY public.back_test_flip ADD CONSTRAINT back_test_flip_run_id_fkey FOREIGN KEY (run_id) REFERENCES public.quality_run(id);
ALTER TABLE ONLY public.back_test_leg ADD CONSTRAINT back_test_leg_leg_id_fkey FOREIGN KEY (leg_id) REFERENCES public.leg(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.back_test_leg ADD CONSTRAINT back_test_leg_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.back_test_leg ADD CONSTRAINT back_test_leg_run_id_fkey FOREIGN KEY (run_id) REFERENCES public.quality_run(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.back_test_points ADD CONSTRAINT back_test_points_leg_id_fkey FOREIGN KEY (leg_id) REFERENCES public.leg(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.back_test_points ADD CONSTRAINT back_test_points_run_id_fkey FOREIGN KEY (run_id) REFERENCES public.quality_run(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.best_call ADD CONSTRAINT best_call_agent_person_id_fkey FOREIGN KEY (agent_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.best_call ADD CONSTRAINT best_call_call_id_fkey FOREIGN KEY (call_id) REFERENCES public.call(id);
ALTER TABLE ONLY public.best_call ADD CONSTRAINT best_call_ended_by_person_id_fkey FOREIGN KEY (ended_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.best_call ADD CONSTRAINT best_call_leg_id_fkey FOREIGN KEY (leg_id) REFERENCES public.leg(id);
ALTER TABLE ONLY public.best_call ADD CONSTRAINT best_call_nominated_by_person_id_fkey FOREIGN KEY (nominated_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.best_call ADD CONSTRAINT best_call_published_by_person_id_fkey FOREIGN KEY (published_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.best_call ADD CONSTRAINT best_call_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES public.recording(id);
ALTER TABLE ONLY public.best_call ADD CONSTRAINT best_call_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);
ALTER TABLE ONLY public.blind_judgement ADD CONSTRAINT blind_judgement_assignment_id_fkey FOREIGN KEY (assignment_id) REFERENCES public.review_assignment(id);
ALTER TABLE ONLY public.blind_judgement ADD CONSTRAINT blind_judgement_call_id_fkey FOREIGN KEY (call_id) REFERENCES public.call(id);
ALTER TABLE ONLY public.blind_judgement ADD CONSTRAINT blind_judgement_leg_id_fkey FOREIGN KEY (leg_id) REFERENCES public.leg(id);
ALTER TABLE ONLY public.blind_judgement ADD CONSTRAINT blind_judgement_machine_scorecard_id_fkey FOREIGN KEY (machine_scorecard_id) REFERENCES public.scorecard(id);
ALTER TABLE ONLY public.blind_judgement ADD CONSTRAINT blind_judgement_person_scorecard_id_fkey FOREIGN KEY (person_scorecard_id) REFERENCES public.scorecard(id);
ALTER TABLE ONLY public.blind_judgement ADD CONSTRAINT blind_judgement_reviewer_person_id_fkey FOREIGN KEY (reviewer_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.calibration_answer ADD CONSTRAINT calibration_answer_calibration_id_person_id_fkey FOREIGN KEY (calibration_id, person_id) REFERENCES public.calibration_reviewer(calibration_id, person_id);
ALTER TABLE ONLY public.calibration ADD CONSTRAINT calibration_call_id_fkey FOREIGN KEY (call_id) REFERENCES public.call(id);
ALTER TABLE ONLY public.calibration ADD CONSTRAINT calibration_closed_by_person_id_fkey FOREIGN KEY (closed_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.calibration_decision ADD CONSTRAINT calibration_decision_calibration_id_fkey FOREIGN KEY (calibration_id) REFERENCES public.calibration(id);
ALTER TABLE ONLY public.calibration_decision ADD CONSTRAINT calibration_decision_decided_by_person_id_fkey FOREIGN KEY (decided_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.calibration ADD CONSTRAINT calibration_leg_id_fkey FOREIGN KEY (leg_id) REFERENCES public.leg(id);
ALTER TABLE ONLY public.calibration ADD CONSTRAINT calibration_opened_by_person_id_fkey FOREIGN KEY (opened_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.calibration_reviewer ADD CONSTRAINT calibration_reviewer_calibration_id_fkey FOREIGN KEY (calibration_id) REFERENCES public.calibration(id);
ALTER TABLE ONLY public.calibration_reviewer ADD CONSTRAINT calibration_reviewer_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.calibration ADD CONSTRAINT calibration_scorecard_id_fkey FOREIGN KEY (scorecard_id) REFERENCES public.scorecard(id);
ALTER TABLE ONLY public.call_correction ADD CONSTRAINT call_correction_by_person_id_fkey FOREIGN KEY (by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.call_correction ADD CONSTRAINT call_correction_call_id_fkey FOREIGN KEY (call_id) REFERENCES public.call(id);
ALTER TABLE ONLY public.call_give_up ADD CONSTRAINT call_give_up_by_person_id_fkey FOREIGN KEY (by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.call_give_up ADD CONSTRAINT call_give_up_call_id_fkey FOREIGN KEY (call_id) REFERENCES public.call(id);
ALTER TABLE ONLY public.call ADD CONSTRAINT call_matter_id_fkey FOREIGN KEY (matter_id) REFERENCES public.matter(id);
ALTER TABLE ONLY public.card_code_decision ADD CONSTRAINT card_code_decision_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.card_code_decision ADD CONSTRAINT card_code_decision_transcript_id_fkey FOREIGN KEY (transcript_id) REFERENCES public.transcript(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.chat_address ADD CONSTRAINT chat_address_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.chat_host ADD CONSTRAINT chat_host_added_by_person_id_fkey FOREIGN KEY (added_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.chat_message ADD CONSTRAINT chat_message_notification_id_fkey FOREIGN KEY (notification_id) REFERENCES public.notification(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.checklist_draft ADD CONSTRAINT checklist_draft_asked_by_person_id_fkey FOREIGN KEY (asked_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.checklist_draft ADD CONSTRAINT checklist_draft_sent_back_by_person_id_fkey FOREIGN KEY (sent_back_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.checklist_draft ADD CONSTRAINT checklist_draft_updated_by_person_id_fkey FOREIGN KEY (updated_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.checklist_retirement ADD CONSTRAINT checklist_retirement_checklist_id_version_fkey FOREIGN KEY (checklist_id, version) REFERENCES public.checklist_version(checklist_id, version);
ALTER TABLE ONLY public.checklist_retirement ADD CONSTRAINT checklist_retirement_retired_by_person_id_fkey FOREIGN KEY (retired_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.checklist_version ADD CONSTRAINT checklist_version_for_person_id_fkey FOREIGN KEY (for_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.checklist_version ADD CONSTRAINT checklist_version_published_by_person_id_fkey FOREIGN KEY (published_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.coaching_answer ADD CONSTRAINT coaching_answer_session_id_fkey FOREIGN KEY (session_id) REFERENCES public.coaching_session(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.coaching_goal ADD CONSTRAINT coaching_goal_ended_by_person_id_fkey FOREIGN KEY (ended_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.coaching_goal ADD CONSTRAINT coaching_goal_session_id_fkey FOREIGN KEY (session_id) REFERENCES public.coaching_session(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.coaching_goal ADD CONSTRAINT coaching_goal_set_by_person_id_fkey FOREIGN KEY (set_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.coaching_moment ADD CONSTRAINT coaching_moment_call_id_fkey FOREIGN KEY (call_id) REFERENCES public.call(id);
ALTER TABLE ONLY public.coaching_moment ADD CONSTRAINT coaching_moment_leg_id_fkey FOREIGN KEY (leg_id) REFERENCES public.leg(id);
ALTER TABLE ONLY public.coaching_moment ADD CONSTRAINT coaching_moment_session_id_fkey FOREIGN KEY (session_id) REFERENCES public.coaching_session(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.coaching_session ADD CONSTRAINT coaching_session_agent_person_id_fkey FOREIGN KEY (agent_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.coaching_session ADD CONSTRAINT coaching_session_coach_person_id_fkey FOREIGN KEY (coach_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.coaching_session ADD CONSTRAINT coaching_session_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);
ALTER TABLE ONLY public.commitment ADD CONSTRAINT commitment_call_id_fkey FOREIGN KEY (call_id) REFERENCES public.call(id);
ALTER TABLE ONLY public.commitment ADD CONSTRAINT commitment_candidate_call_id_fkey FOREIGN KEY (candidate_call_id) REFERENCES public.call(id);
ALTER TABLE ONLY public.commitment ADD CONSTRAINT commitment_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.client(id);
ALTER TABLE ONLY public.commitment_event ADD CONSTRAINT commitment_event_by_person_id_fkey FOREIGN KEY (by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.commitment_event ADD CONSTRAINT commitment_event_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES public.commitment(id);
ALTER TABLE ONLY public.commitment_event ADD CONSTRAINT commitment_event_evidence_call_id_fkey FOREIGN KEY (evidence_call_id) REFERENCES public.call(id);
ALTER TABLE ONLY public.commitment_event ADD CONSTRAINT commitment_event_to_person_id_fkey FOREIGN KEY (to_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.commitment_event ADD CONSTRAINT commitment_event_transcript_id_fkey FOREIGN KEY (transcript_id) REFERENCES public.transcript(id);
ALTER TABLE ONLY public.commitment ADD CONSTRAINT commitment_fulfilled_by_call_id_fkey FOREIGN KEY (fulfilled_by_call_id) REFERENCES public.call(id);
ALTER TABLE ONLY public.commitment ADD CONSTRAINT commitment_leg_id_fkey FOREIGN KEY (leg_id) REFERENCES public.leg(id);
ALTER TABLE ONLY public.commitment ADD CONSTRAINT commitment_offered_to_person_id_fkey FOREIGN KEY (offered_to_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.commitment ADD CONSTRAINT commitment_owner_person_id_fkey FOREIGN KEY (owner_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.commitment ADD CONSTRAINT commitment_questioned_by_person_id_fkey FOREIGN KEY (questioned_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.commitment ADD CONSTRAINT commitment_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);
ALTER TABLE ONLY public.commitment ADD CONSTRAINT commitment_transcript_id_fkey FOREIGN KEY (transcript_id) REFERENCES public.transcript(id);
ALTER TABLE ONLY public.company_profile_version ADD CONSTRAINT company_profile_version_changed_by_person_id_fkey FOREIGN KEY (changed_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.role_suspension ADD CONSTRAINT confirming_account_and_its_person FOREIGN KEY (confirmed_by_account_id, confirmed_by_person_id) REFERENCES public.account(id, person_id);
ALTER TABLE ONLY public.consent_decision ADD CONSTRAINT consent_decision_call_id_fkey FOREIGN KEY (call_id) REFERENCES public.call(id);
ALTER TABLE ONLY public.consent_decision ADD CONSTRAINT consent_decision_rules_version_fkey FOREIGN KEY (rules_version) REFERENCES public.consent_rule_set(version);
ALTER TABLE ONLY public.consent_rule_set ADD CONSTRAINT consent_rule_set_decided_by_person_id_fkey FOREIGN KEY (decided_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.consent_rule_set ADD CONSTRAINT consent_rule_set_proposed_by_person_id_fkey FOREIGN KEY (proposed_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.consent_rule_trial ADD CONSTRAINT consent_rule_trial_against_version_fkey FOREIGN KEY (against_version) REFERENCES public.consent_rule_set(version);
ALTER TABLE ONLY public.consent_rule_trial ADD CONSTRAINT consent_rule_trial_tried_by_person_id_fkey FOREIGN KEY (tried_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.counted_result ADD CONSTRAINT counted_result_starts_ends_fkey FOREIGN KEY (starts, ends) REFERENCES public.counted_day(starts, ends) ON DELETE CASCADE;
ALTER TABLE ONLY public.counting_scorecard ADD CONSTRAINT counting_scorecard_leg_id_fkey FOREIGN KEY (leg_id) REFERENCES public.leg(id);
ALTER TABLE ONLY public.counting_scorecard ADD CONSTRAINT counting_scorecard_scorecard_id_fkey FOREIGN KEY (scorecard_id) REFERENCES public.scorecard(id);
ALTER TABLE ONLY public.custody_hold ADD CONSTRAINT custody_hold_call_id_fkey FOREIGN KEY (call_id) REFERENCES public.call(id);
ALTER TABLE ONLY public.custody_hold ADD CONSTRAINT custody_hold_hold_id_fkey FOREIGN KEY (hold_id) REFERENCES public.legal_hold(id);
ALTER TABLE ONLY public.custody_hold ADD CONSTRAINT custody_hold_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES public.recording(id);
ALTER TABLE ONLY public.data_request ADD CONSTRAINT data_request_decided_by_person_id_fkey FOREIGN KEY (decided_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.data_request ADD CONSTRAINT data_request_proposed_by_person_id_fkey FOREIGN KEY (proposed_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.data_request_recording ADD CONSTRAINT data_request_recording_call_id_fkey FOREIGN KEY (call_id) REFERENCES public.call(id);
ALTER TABLE ONLY public.data_request_recording ADD CONSTRAINT data_request_recording_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES public.recording(id);
ALTER TABLE ONLY public.data_request_recording ADD CONSTRAINT data_request_recording_request_id_fkey FOREIGN KEY (request_id) REFERENCES public.data_request(id);
ALTER TABLE ONLY public.data_request ADD CONSTRAINT data_request_registered_by_person_id_fkey FOREIGN KEY (registered_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.default_view ADD CONSTRAINT default_view_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.default_view ADD CONSTRAINT default_view_view_id_fkey FOREIGN KEY (view_id) REFERENCES public.saved_view(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.destruction ADD CONSTRAINT destruction_call_id_fkey FOREIGN KEY (call_id) REFERENCES public.call(id);
ALTER TABLE ONLY public.destruction_certificate ADD CONSTRAINT destruction_certificate_cut_id_fkey FOREIGN KEY (cut_id) REFERENCES public.recording_cut(id);
ALTER TABLE ONLY public.destruction_certificate ADD CONSTRAINT destruction_certificate_destruction_id_fkey FOREIGN KEY (destruction_id) REFERENCES public.destruction(id);
ALTER TABLE ONLY public.destruction_certificate ADD CONSTRAINT destruction_certificate_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES public.recording(id);
ALTER TABLE ONLY public.destruction ADD CONSTRAINT destruction_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES public.recording(id);
ALTER TABLE ONLY public.destruction ADD CONSTRAINT destruction_request_id_fkey FOREIGN KEY (request_id) REFERENCES public.data_request(id);
ALTER TABLE ONLY public.destruction ADD CONSTRAINT destruction_schedule_version_fkey FOREIGN KEY (schedule_version) REFERENCES public.retention_schedule(version);
ALTER TABLE ONLY public.dispute ADD CONSTRAINT dispute_call_id_fkey FOREIGN KEY (call_id) REFERENCES public.call(id);
ALTER TABLE ONLY public.dispute_decision ADD CONSTRAINT dispute_decision_decided_by_person_id_fkey FOREIGN KEY (decided_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.dispute_decision ADD CONSTRAINT dispute_decision_dispute_id_fkey FOREIGN KEY (dispute_id) REFERENCES public.dispute(id);
ALTER TABLE ONLY public.dispute_decision ADD CONSTRAINT dispute_decision_for_person_id_fkey FOREIGN KEY (for_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.dispute_decision ADD CONSTRAINT dispute_decision_scorecard_id_fkey FOREIGN KEY (scorecard_id) REFERENCES public.scorecard(id);
ALTER TABLE ONLY public.dispute ADD CONSTRAINT dispute_filed_by_person_id_fkey FOREIGN KEY (filed_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.dispute ADD CONSTRAINT dispute_judged_by_person_id_fkey FOREIGN KEY (judged_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.dispute ADD CONSTRAINT dispute_leg_id_fkey FOREIGN KEY (leg_id) REFERENCES public.leg(id);
ALTER TABLE ONLY public.dispute ADD CONSTRAINT dispute_scorecard_id_fkey FOREIGN KEY (scorecard_id) REFERENCES public.scorecard(id);
ALTER TABLE ONLY public.evidence_export ADD CONSTRAINT evidence_export_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES public.request_grant(id);
ALTER TABLE ONLY public.evidence_export ADD CONSTRAINT evidence_export_request_id_fkey FOREIGN KEY (request_id) REFERENCES public.legal_request(id);
ALTER TABLE ONLY public.extension_assignment ADD CONSTRAINT extension_assignment_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.figure_alert ADD CONSTRAINT figure_alert_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);
ALTER TABLE ONLY public.request_grant ADD CONSTRAINT grant_is_the_requesters FOREIGN KEY (request_id, person_id) REFERENCES public.legal_request(id, requested_by_person_id);
ALTER TABLE ONLY public.grant_proposal ADD CONSTRAINT grant_proposal_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.client(id);
ALTER TABLE ONLY public.grant_proposal ADD CONSTRAINT grant_proposal_decided_by_person_id_fkey FOREIGN KEY (decided_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.grant_proposal ADD CONSTRAINT grant_proposal_proposed_by_person_id_fkey FOREIGN KEY (proposed_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.grant_proposal ADD CONSTRAINT grant_proposal_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);
ALTER TABLE ONLY public.group_role ADD CONSTRAINT group_role_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.client(id);
ALTER TABLE ONLY public.group_role ADD CONSTRAINT group_role_created_by_person_id_fkey FOREIGN KEY (created_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.group_role ADD CONSTRAINT group_role_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);
ALTER TABLE ONLY public.identity_link ADD CONSTRAINT identity_link_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.indexed_words ADD CONSTRAINT indexed_words_key_id_fkey FOREIGN KEY (key_id) REFERENCES public.search_key(key_id);
ALTER TABLE ONLY public.indexed_words ADD CONSTRAINT indexed_words_leg_id_fkey FOREIGN KEY (leg_id) REFERENCES public.leg(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.indexed_words ADD CONSTRAINT indexed_words_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES public.recording(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.invitation ADD CONSTRAINT invitation_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.invitation ADD CONSTRAINT invitation_created_by_person_id_fkey FOREIGN KEY (created_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.journal_detail ADD CONSTRAINT journal_detail_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES public.journal_entry(id);
ALTER TABLE ONLY public.journal_head ADD CONSTRAINT journal_head_position_fkey FOREIGN KEY ("position") REFERENCES public.journal_seal("position");
ALTER TABLE ONLY public.journal_pending ADD CONSTRAINT journal_pending_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES public.journal_entry(id);
ALTER TABLE ONLY public.journal_seal ADD CONSTRAINT journal_seal_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES public.journal_entry(id);
ALTER TABLE ONLY public.key_doubt ADD CONSTRAINT key_doubt_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES public.recording(id);
ALTER TABLE ONLY public.leg ADD CONSTRAINT leg_call_id_fkey FOREIGN KEY (call_id) REFERENCES public.call(id);
ALTER TABLE ONLY public.leg_comment ADD CONSTRAINT leg_comment_call_id_fkey FOREIGN KEY (call_id) REFERENCES public.call(id);
ALTER TABLE ONLY public.leg_comment ADD CONSTRAINT leg_comment_leg_id_fkey FOREIGN KEY (leg_id) REFERENCES public.leg(id);
ALTER TABLE ONLY public.leg_comment_mention ADD CONSTRAINT leg_comment_mention_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES public.leg_comment(id);
ALTER TABLE ONLY public.leg_comment_mention ADD CONSTRAINT leg_comment_mention_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.leg_comment ADD CONSTRAINT leg_comment_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.leg_comment ADD CONSTRAINT leg_comment_scorecard_id_fkey FOREIGN KEY (scorecard_id) REFERENCES public.scorecard(id);
ALTER TABLE ONLY public.leg_comment_text ADD CONSTRAINT leg_comment_text_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES public.leg_comment(id);
ALTER TABLE ONLY public.leg ADD CONSTRAINT leg_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.leg ADD CONSTRAINT leg_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);
ALTER TABLE ONLY public.legal_case ADD CONSTRAINT legal_case_closed_by_person_id_fkey FOREIGN KEY (closed_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.legal_case ADD CONSTRAINT legal_case_opened_by_person_id_fkey FOREIGN KEY (opened_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.legal_decision ADD CONSTRAINT legal_decision_for_person_id_fkey FOREIGN KEY (for_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.legal_hold ADD CONSTRAINT legal_hold_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.legal_case(id);
ALTER TABLE ONLY public.legal_hold ADD CONSTRAINT legal_hold_placed_by_person_id_fkey FOREIGN KEY (placed_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.legal_hold ADD CONSTRAINT legal_hold_release_asked_by_person_id_fkey FOREIGN KEY (release_asked_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.legal_hold ADD CONSTRAINT legal_hold_released_by_person_id_fkey FOREIGN KEY (released_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.legal_request_event ADD CONSTRAINT legal_request_event_by_person_id_fkey FOREIGN KEY (by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.legal_request_event ADD CONSTRAINT legal_request_event_for_person_id_fkey FOREIGN KEY (for_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.legal_request_event ADD CONSTRAINT legal_request_event_request_id_fkey FOREIGN KEY (request_id) REFERENCES public.legal_request(id);
ALTER TABLE ONLY public.legal_request ADD CONSTRAINT legal_request_legal_case_id_fkey FOREIGN KEY (legal_case_id) REFERENCES public.legal_case(id);
ALTER TABLE ONLY public.legal_request_recording ADD CONSTRAINT legal_request_recording_call_id_fkey FOREIGN KEY (call_id) REFERENCES public.call(id);
ALTER TABLE ONLY public.legal_request_recording ADD CONSTRAINT legal_request_recording_leg_id_fkey FOREIGN KEY (leg_id) REFERENCES public.leg(id);
ALTER TABLE ONLY public.legal_request_recording ADD CONSTRAINT legal_request_recording_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES public.recording(id);
ALTER TABLE ONLY public.legal_request_recording ADD CONSTRAINT legal_request_recording_request_id_fkey FOREIGN KEY (request_id) REFERENCES public.legal_request(id);
ALTER TABLE ONLY public.legal_request ADD CONSTRAINT legal_request_requested_by_person_id_fkey FOREIGN KEY (requested_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.listed_leg ADD CONSTRAINT listed_leg_leg_id_fkey FOREIGN KEY (leg_id) REFERENCES public.leg(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.mail ADD CONSTRAINT mail_notification_id_fkey FOREIGN KEY (notification_id) REFERENCES public.notification(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.masked_sound ADD CONSTRAINT masked_sound_peaks_object_id_fkey FOREIGN KEY (peaks_object_id) REFERENCES public.stored_object(id);
ALTER TABLE ONLY public.masked_sound ADD CONSTRAINT masked_sound_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES public.recording(id);
ALTER TABLE ONLY public.masked_sound ADD CONSTRAINT masked_sound_rendition_object_id_fkey FOREIGN KEY (rendition_object_id) REFERENCES public.stored_object(id);
ALTER TABLE ONLY public.masked_sound ADD CONSTRAINT masked_sound_transcript_id_fkey FOREIGN KEY (transcript_id) REFERENCES public.transcript(id);
ALTER TABLE ONLY public.model_agreement ADD CONSTRAINT model_agreement_leg_id_fkey FOREIGN KEY (leg_id) REFERENCES public.leg(id);
ALTER TABLE ONLY public.model_agreement ADD CONSTRAINT model_agreement_scorecard_id_fkey FOREIGN KEY (scorecard_id) REFERENCES public.scorecard(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.model_answer ADD CONSTRAINT model_answer_transcript_id_fkey FOREIGN KEY (transcript_id) REFERENCES public.transcript(id);
ALTER TABLE ONLY public.notice_acknowledgement ADD CONSTRAINT notice_acknowledgement_notice_version_fkey FOREIGN KEY (notice_version) REFERENCES public.recording_notice(version);
ALTER TABLE ONLY public.notice_acknowledgement ADD CONSTRAINT notice_acknowledgement_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.notification ADD CONSTRAINT notification_absence_id_fkey FOREIGN KEY (absence_id) REFERENCES public.absence(id);
ALTER TABLE ONLY public.notification ADD CONSTRAINT notification_call_id_fkey FOREIGN KEY (call_id) REFERENCES public.call(id);
ALTER TABLE ONLY public.notification ADD CONSTRAINT notification_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.notification ADD CONSTRAINT notification_request_id_fkey FOREIGN KEY (request_id) REFERENCES public.legal_request(id);
ALTER TABLE ONLY public.break_glass_opening ADD CONSTRAINT opening_account_and_its_person FOREIGN KEY (opened_by_account_id, opened_by_person_id) REFERENCES public.account(id, person_id);
ALTER TABLE ONLY public.break_glass_opening ADD CONSTRAINT opening_by_the_requester FOREIGN KEY (request_id, opened_by_person_id) REFERENCES public.legal_request(id, requested_by_person_id);
ALTER TABLE ONLY public.passkey ADD CONSTRAINT passkey_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.person ADD CONSTRAINT person_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);
ALTER TABLE ONLY public.person_team_period ADD CONSTRAINT person_team_period_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.person_team_period ADD CONSTRAINT person_team_period_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);
ALTER TABLE ONLY public.play ADD CONSTRAINT play_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.play ADD CONSTRAINT play_best_call_id_fkey FOREIGN KEY (best_call_id) REFERENCES public.best_call(id);
ALTER TABLE ONLY public.play ADD CONSTRAINT play_call_id_fkey FOREIGN KEY (call_id) REFERENCES public.call(id);
ALTER TABLE ONLY public.play ADD CONSTRAINT play_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES public.standing_grant(id);
ALTER TABLE ONLY public.play ADD CONSTRAINT play_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.play ADD CONSTRAINT play_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES public.recording(id);
ALTER TABLE ONLY public.play ADD CONSTRAINT play_request_grant_id_fkey FOREIGN KEY (request_grant_id) REFERENCES public.request_grant(id);
ALTER TABLE ONLY public.play ADD CONSTRAINT play_session_id_fkey FOREIGN KEY (session_id) REFERENCES public.session(id);
ALTER TABLE ONLY public.proposal_look ADD CONSTRAINT proposal_look_leg_id_fkey FOREIGN KEY (leg_id) REFERENCES public.leg(id);
ALTER TABLE ONLY public.proposal_look ADD CONSTRAINT proposal_look_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.provider_token ADD CONSTRAINT provider_token_session_id_fkey FOREIGN KEY (session_id) REFERENCES public.session(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.quality_run ADD CONSTRAINT quality_run_asked_by_person_id_fkey FOREIGN KEY (asked_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.quality_run ADD CONSTRAINT quality_run_at_leg_id_fkey FOREIGN KEY (at_leg_id) REFERENCES public.leg(id);
ALTER TABLE ONLY public.quality_settings ADD CONSTRAINT quality_settings_changed_by_person_id_fkey FOREIGN KEY (changed_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.recertification_item ADD CONSTRAINT recertification_item_answered_by_person_id_fkey FOREIGN KEY (answered_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.recertification_item ADD CONSTRAINT recertification_item_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.client(id);
ALTER TABLE ONLY public.recertification_item ADD CONSTRAINT recertification_item_of_team_id_fkey FOREIGN KEY (of_team_id) REFERENCES public.team(id);
ALTER TABLE ONLY public.recertification_item ADD CONSTRAINT recertification_item_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.recertification_item ADD CONSTRAINT recertification_item_removed_by_person_id_fkey FOREIGN KEY (removed_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.recertification_item ADD CONSTRAINT recertification_item_round_id_fkey FOREIGN KEY (round_id) REFERENCES public.recertification_round(id);
ALTER TABLE ONLY public.recertification_item ADD CONSTRAINT recertification_item_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);
ALTER TABLE ONLY public.recording ADD CONSTRAINT recording_call_id_fkey FOREIGN KEY (call_id) REFERENCES public.call(id);
ALTER TABLE ONLY public.recording_cut ADD CONSTRAINT recording_cut_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES public.recording(id);
ALTER TABLE ONLY public.recording_cut ADD CONSTRAINT recording_cut_transcript_id_fkey FOREIGN KEY (transcript_id) REFERENCES public.transcript(id);
ALTER TABLE ONLY public.recording ADD CONSTRAINT recording_leg_id_fkey FOREIGN KEY (leg_id) REFERENCES public.leg(id);
ALTER TABLE ONLY public.recording_notice ADD CONSTRAINT recording_notice_published_by_person_id_fkey FOREIGN KEY (published_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.recording ADD CONSTRAINT recording_rehear_run_id_fkey FOREIGN KEY (rehear_run_id) REFERENCES public.quality_run(id);
ALTER TABLE ONLY public.recording_speech ADD CONSTRAINT recording_speech_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES public.recording(id);
ALTER TABLE ONLY public.recovery_code ADD CONSTRAINT recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.second_factor(account_id) ON DELETE CASCADE;
ALTER TABLE ONLY public.redaction_policy ADD CONSTRAINT redaction_policy_decided_by_person_id_fkey FOREIGN KEY (decided_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.redaction_policy ADD CONSTRAINT redaction_policy_proposed_by_person_id_fkey FOREIGN KEY (proposed_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.redaction ADD CONSTRAINT redaction_transcript_id_fkey FOREIGN KEY (transcript_id) REFERENCES public.transcript(id);
ALTER TABLE ONLY public.report_copy ADD CONSTRAINT report_copy_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.report_copy ADD CONSTRAINT report_copy_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES public.report_subscription(id);
ALTER TABLE ONLY public.report_recipient ADD CONSTRAINT report_recipient_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.report_recipient ADD CONSTRAINT report_recipient_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES public.report_subscription(id);
ALTER TABLE ONLY public.report_subscription ADD CONSTRAINT report_subscription_created_by_person_id_fkey FOREIGN KEY (created_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.legal_decision ADD CONSTRAINT request_and_its_requester FOREIGN KEY (request_id, requested_by_person_id) REFERENCES public.legal_request(id, requested_by_person_id);
ALTER TABLE ONLY public.request_grant ADD CONSTRAINT request_grant_revoked_by_person_id_fkey FOREIGN KEY (revoked_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.result_look ADD CONSTRAINT result_look_leg_id_fkey FOREIGN KEY (leg_id) REFERENCES public.leg(id);
ALTER TABLE ONLY public.result_look ADD CONSTRAINT result_look_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.retention_clock ADD CONSTRAINT retention_clock_confirmed_by_person_id_fkey FOREIGN KEY (confirmed_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.retention_clock ADD CONSTRAINT retention_clock_restart_asked_by_person_id_fkey FOREIGN KEY (restart_asked_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.retention_schedule ADD CONSTRAINT retention_schedule_decided_by_person_id_fkey FOREIGN KEY (decided_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.retention_schedule ADD CONSTRAINT retention_schedule_proposed_by_person_id_fkey FOREIGN KEY (proposed_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.retention_term ADD CONSTRAINT retention_term_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES public.recording(id);
ALTER TABLE ONLY public.retention_term ADD CONSTRAINT retention_term_version_fkey FOREIGN KEY (version) REFERENCES public.retention_schedule(version);
ALTER TABLE ONLY public.break_glass_review ADD CONSTRAINT review_account_and_its_person FOREIGN KEY (reviewed_by_account_id, reviewed_by_person_id) REFERENCES public.account(id, person_id);
ALTER TABLE ONLY public.review_acknowledgement ADD CONSTRAINT review_acknowledgement_acknowledged_by_person_id_fkey FOREIGN KEY (acknowledged_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.review_acknowledgement ADD CONSTRAINT review_acknowledgement_call_id_fkey FOREIGN KEY (call_id) REFERENCES public.call(id);
ALTER TABLE ONLY public.review_acknowledgement ADD CONSTRAINT review_acknowledgement_leg_id_fkey FOREIGN KEY (leg_id) REFERENCES public.leg(id);
ALTER TABLE ONLY public.review_acknowledgement ADD CONSTRAINT review_acknowledgement_scorecard_id_fkey FOREIGN KEY (scorecard_id) REFERENCES public.scorecard(id);
ALTER TABLE ONLY public.break_glass_review ADD CONSTRAINT review_and_its_opener FOREIGN KEY (request_id, opened_by_person_id) REFERENCES public.break_glass_opening(request_id, opened_by_person_id);
ALTER TABLE ONLY public.review_answer ADD CONSTRAINT review_answer_scorecard_id_fkey FOREIGN KEY (scorecard_id) REFERENCES public.scorecard(id);
ALTER TABLE ONLY public.review_assignment ADD CONSTRAINT review_assignment_call_id_fkey FOREIGN KEY (call_id) REFERENCES public.call(id);
ALTER TABLE ONLY public.review_assignment ADD CONSTRAINT review_assignment_draw_id_fkey FOREIGN KEY (draw_id) REFERENCES public.sampling_draw(id);
ALTER TABLE ONLY public.review_assignment ADD CONSTRAINT review_assignment_draw_id_leg_id_fkey FOREIGN KEY (draw_id, leg_id) REFERENCES public.sampling_frame(draw_id, leg_id);
ALTER TABLE ONLY public.review_assignment ADD CONSTRAINT review_assignment_given_by_person_id_fkey FOREIGN KEY (given_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.review_assignment ADD CONSTRAINT review_assignment_leg_id_fkey FOREIGN KEY (leg_id) REFERENCES public.leg(id);
ALTER TABLE ONLY public.review_assignment ADD CONSTRAINT review_assignment_replaced_by_person_id_fkey FOREIGN KEY (replaced_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.review_assignment ADD CONSTRAINT review_assignment_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES public.review_assignment(id);
ALTER TABLE ONLY public.review_assignment ADD CONSTRAINT review_assignment_reviewer_person_id_fkey FOREIGN KEY (reviewer_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.review_assignment ADD CONSTRAINT review_assignment_scorecard_id_fkey FOREIGN KEY (scorecard_id) REFERENCES public.scorecard(id);
ALTER TABLE ONLY public.review_draft ADD CONSTRAINT review_draft_based_on_fkey FOREIGN KEY (based_on) REFERENCES public.scorecard(id);
ALTER TABLE ONLY public.review_draft ADD CONSTRAINT review_draft_call_id_fkey FOREIGN KEY (call_id) REFERENCES public.call(id);
ALTER TABLE ONLY public.review_draft ADD CONSTRAINT review_draft_leg_id_fkey FOREIGN KEY (leg_id) REFERENCES public.leg(id);
ALTER TABLE ONLY public.review_draft ADD CONSTRAINT review_draft_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.review_retraction ADD CONSTRAINT review_retraction_author_person_id_fkey FOREIGN KEY (author_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.review_retraction ADD CONSTRAINT review_retraction_call_id_fkey FOREIGN KEY (call_id) REFERENCES public.call(id);
ALTER TABLE ONLY public.review_retraction ADD CONSTRAINT review_retraction_for_person_id_fkey FOREIGN KEY (for_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.review_retraction ADD CONSTRAINT review_retraction_leg_id_fkey FOREIGN KEY (leg_id) REFERENCES public.leg(id);
ALTER TABLE ONLY public.review_retraction ADD CONSTRAINT review_retraction_retracted_by_person_id_fkey FOREIGN KEY (retracted_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.review_retraction ADD CONSTRAINT review_retraction_scorecard_id_fkey FOREIGN KEY (scorecard_id) REFERENCES public.scorecard(id);
ALTER TABLE ONLY public.review_time ADD CONSTRAINT review_time_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.review_time ADD CONSTRAINT review_time_scorecard_id_fkey FOREIGN KEY (scorecard_id) REFERENCES public.scorecard(id);
ALTER TABLE ONLY public.review_work ADD CONSTRAINT review_work_leg_id_fkey FOREIGN KEY (leg_id) REFERENCES public.leg(id);
ALTER TABLE ONLY public.review_work ADD CONSTRAINT review_work_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.role_assignment ADD CONSTRAINT role_assignment_account_id_person_id_fkey FOREIGN KEY (account_id, person_id) REFERENCES public.account(id, person_id);
ALTER TABLE ONLY public.role_assignment ADD CONSTRAINT role_assignment_approved_by_person_id_fkey FOREIGN KEY (approved_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.role_assignment ADD CONSTRAINT role_assignment_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.client(id);
ALTER TABLE ONLY public.role_assignment ADD CONSTRAINT role_assignment_granted_by_person_id_fkey FOREIGN KEY (granted_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.role_assignment ADD CONSTRAINT role_assignment_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);
ALTER TABLE ONLY public.role_proposal ADD CONSTRAINT role_proposal_account_id_person_id_fkey FOREIGN KEY (account_id, person_id) REFERENCES public.account(id, person_id);
ALTER TABLE ONLY public.role_proposal ADD CONSTRAINT role_proposal_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.client(id);
ALTER TABLE ONLY public.role_proposal ADD CONSTRAINT role_proposal_decided_by_person_id_fkey FOREIGN KEY (decided_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.role_proposal ADD CONSTRAINT role_proposal_group_role_id_fkey FOREIGN KEY (group_role_id) REFERENCES public.group_role(id);
ALTER TABLE ONLY public.role_proposal ADD CONSTRAINT role_proposal_proposed_by_person_id_fkey FOREIGN KEY (proposed_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.role_proposal ADD CONSTRAINT role_proposal_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);
ALTER TABLE ONLY public.role_suspension ADD CONSTRAINT role_suspension_caused_by_person_id_fkey FOREIGN KEY (caused_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.role_suspension ADD CONSTRAINT role_suspension_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.sampling_draw ADD CONSTRAINT sampling_draw_plan_id_plan_version_fkey FOREIGN KEY (plan_id, plan_version) REFERENCES public.sampling_plan_version(plan_id, version);
ALTER TABLE ONLY public.sampling_frame ADD CONSTRAINT sampling_frame_call_id_fkey FOREIGN KEY (call_id) REFERENCES public.call(id);
ALTER TABLE ONLY public.sampling_frame ADD CONSTRAINT sampling_frame_draw_id_fkey FOREIGN KEY (draw_id) REFERENCES public.sampling_draw(id);
ALTER TABLE ONLY public.sampling_frame ADD CONSTRAINT sampling_frame_leg_id_fkey FOREIGN KEY (leg_id) REFERENCES public.leg(id);
ALTER TABLE ONLY public.sampling_plan ADD CONSTRAINT sampling_plan_created_by_person_id_fkey FOREIGN KEY (created_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.sampling_plan ADD CONSTRAINT sampling_plan_ended_by_person_id_fkey FOREIGN KEY (ended_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.sampling_plan_version ADD CONSTRAINT sampling_plan_version_changed_by_person_id_fkey FOREIGN KEY (changed_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.sampling_plan_version ADD CONSTRAINT sampling_plan_version_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES public.sampling_plan(id);
ALTER TABLE ONLY public.saved_view ADD CONSTRAINT saved_view_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.saved_view ADD CONSTRAINT saved_view_shared_team_id_fkey FOREIGN KEY (shared_team_id) REFERENCES public.team(id);
ALTER TABLE ONLY public.scim_group_member ADD CONSTRAINT scim_group_member_group_id_fkey FOREIGN KEY (group_id) REFERENCES public.scim_group(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.scim_group_member ADD CONSTRAINT scim_group_member_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.scim_person ADD CONSTRAINT scim_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.scorecard ADD CONSTRAINT scorecard_author_person_id_fkey FOREIGN KEY (author_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.scorecard ADD CONSTRAINT scorecard_based_on_id_fkey FOREIGN KEY (based_on_id) REFERENCES public.scorecard(id);
ALTER TABLE ONLY public.scorecard ADD CONSTRAINT scorecard_checklist_id_checklist_version_fkey FOREIGN KEY (checklist_id, checklist_version) REFERENCES public.checklist_version(checklist_id, version);
ALTER TABLE ONLY public.scorecard ADD CONSTRAINT scorecard_for_person_id_fkey FOREIGN KEY (for_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.scorecard ADD CONSTRAINT scorecard_leg_id_fkey FOREIGN KEY (leg_id) REFERENCES public.leg(id);
ALTER TABLE ONLY public.scorecard ADD CONSTRAINT scorecard_transcript_id_fkey FOREIGN KEY (transcript_id) REFERENCES public.transcript(id);
ALTER TABLE ONLY public.second_factor ADD CONSTRAINT second_factor_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.self_evaluation_answer ADD CONSTRAINT self_evaluation_answer_evaluation_id_fkey FOREIGN KEY (evaluation_id) REFERENCES public.self_evaluation(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.self_evaluation ADD CONSTRAINT self_evaluation_call_id_fkey FOREIGN KEY (call_id) REFERENCES public.call(id);
ALTER TABLE ONLY public.self_evaluation ADD CONSTRAINT self_evaluation_leg_id_fkey FOREIGN KEY (leg_id) REFERENCES public.leg(id);
ALTER TABLE ONLY public.self_evaluation ADD CONSTRAINT self_evaluation_session_id_fkey FOREIGN KEY (session_id) REFERENCES public.coaching_session(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.sent_call ADD CONSTRAINT sent_call_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.sent_call ADD CONSTRAINT sent_call_call_id_fkey FOREIGN KEY (call_id) REFERENCES public.call(id);
ALTER TABLE ONLY public.session ADD CONSTRAINT session_absence_id_fkey FOREIGN KEY (absence_id) REFERENCES public.absence(id);
ALTER TABLE ONLY public.session ADD CONSTRAINT session_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);
ALTER TABLE ONLY public.sign_in_policy ADD CONSTRAINT sign_in_policy_decided_by_person_id_fkey FOREIGN KEY (decided_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.sign_in_policy ADD CONSTRAINT sign_in_policy_proposed_by_person_id_fkey FOREIGN KEY (proposed_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.standing_grant ADD CONSTRAINT standing_grant_approved_by_person_id_fkey FOREIGN KEY (approved_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.standing_grant ADD CONSTRAINT standing_grant_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.client(id);
ALTER TABLE ONLY public.standing_grant ADD CONSTRAINT standing_grant_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES public.grant_proposal(id);
ALTER TABLE ONLY public.standing_grant ADD CONSTRAINT standing_grant_published_by_person_id_fkey FOREIGN KEY (published_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.standing_grant ADD CONSTRAINT standing_grant_revoked_by_person_id_fkey FOREIGN KEY (revoked_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.standing_grant ADD CONSTRAINT standing_grant_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);
ALTER TABLE ONLY public.standing_grant_use ADD CONSTRAINT standing_grant_use_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES public.standing_grant(id);
ALTER TABLE ONLY public.standing_grant_use ADD CONSTRAINT standing_grant_use_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.stored_object ADD CONSTRAINT stored_object_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES public.recording(id);
ALTER TABLE ONLY public.role_suspension ADD CONSTRAINT suspension_account_and_its_person FOREIGN KEY (account_id, person_id) REFERENCES public.account(id, person_id);
ALTER TABLE ONLY public.team ADD CONSTRAINT team_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.client(id);
ALTER TABLE ONLY public.told_choice ADD CONSTRAINT told_choice_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.told_setting ADD CONSTRAINT told_setting_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.transcript ADD CONSTRAINT transcript_by_person_id_fkey FOREIGN KEY (by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.transcript_chunk ADD CONSTRAINT transcript_chunk_object_id_fkey FOREIGN KEY (object_id) REFERENCES public.stored_object(id);
ALTER TABLE ONLY public.transcript_chunk ADD CONSTRAINT transcript_chunk_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES public.recording(id);
ALTER TABLE ONLY public.transcript ADD CONSTRAINT transcript_object_id_fkey FOREIGN KEY (object_id) REFERENCES public.stored_object(id);
ALTER TABLE ONLY public.transcript ADD CONSTRAINT transcript_recording_id_fkey FOREIGN KEY (recording_id) REFERENCES public.recording(id);
ALTER TABLE ONLY public.transcript ADD CONSTRAINT transcript_run_id_fkey FOREIGN KEY (run_id) REFERENCES public.quality_run(id);
ALTER TABLE ONLY public.webhook_attempt ADD CONSTRAINT webhook_attempt_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES public.webhook_delivery(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.webhook_delivery ADD CONSTRAINT webhook_delivery_call_id_fkey FOREIGN KEY (call_id) REFERENCES public.call(id);
ALTER TABLE ONLY public.webhook_delivery ADD CONSTRAINT webhook_delivery_endpoint_id_fkey FOREIGN KEY (endpoint_id) REFERENCES public.webhook_endpoint(id);
ALTER TABLE ONLY public.webhook_delivery ADD CONSTRAINT webhook_delivery_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES public.journal_entry(id);
ALTER TABLE ONLY public.webhook_endpoint ADD CONSTRAINT webhook_endpoint_client_id_fkey FOREIGN KEY (client_id) REFERENCES public.client(id);
ALTER TABLE ONLY public.webhook_endpoint ADD CONSTRAINT webhook_endpoint_created_by_person_id_fkey FOREIGN KEY (created_by_person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.webhook_endpoint ADD CONSTRAINT webhook_endpoint_team_id_fkey FOREIGN KEY (team_id) REFERENCES public.team(id);
ALTER TABLE ONLY public.withheld_score ADD CONSTRAINT withheld_score_leg_id_fkey FOREIGN KEY (leg_id) REFERENCES public.leg(id);
ALTER TABLE ONLY public.withheld_score ADD CONSTRAINT withheld_score_person_id_fkey FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.word_posting ADD CONSTRAINT word_posting_doc_fkey FOREIGN KEY (doc) REFERENCES public.indexed_words(doc) ON DELETE CASCADE;
ALTER TABLE ONLY public.word_posting_int ADD CONSTRAINT word_posting_int_doc_fkey FOREIGN KEY (doc) REFERENCES public.indexed_words(doc) ON DELETE CASCADE NOT VALID;
GRANT USAGE ON SCHEMA public TO shouwen_runtime;
REVOKE ALL ON FUNCTION public.absence_has_one_deputy() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.acting_for() FROM PUBLIC; GRANT ALL ON FUNCTION public.acting_for() TO shouwen_runtime;
REVOKE ALL ON FUNCTION public.agents_acknowledge() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.agents_comment_no_call_of_theirs() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.agents_contest_their_own() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.agents_review_no_call_of_theirs() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.another_lifts_the_lock() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.calibration_answers_stay() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.calibration_decisions_stay() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.calibrations_are_decided_late() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.calibrations_are_submitted_once() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.calibrations_close_once() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.call_stage_tallied() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.deputy_acts_for_both() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.deputy_is_confirmed() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.deputy_is_confirmed_there() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.deputy_stands_in(deputy uuid, absent uuid, work text, moment timestamp with time zone) FROM PUBLIC; GRANT ALL ON FUNCTION public.deputy_stands_in(deputy uuid, absent uuid, work text, moment timestamp with time zone) TO shouwen_runtime;
REVOKE ALL ON FUNCTION public.done_in_person() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.draft_is_of_no_published_review() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.erase_evidence(erased uuid) FROM PUBLIC; GRANT ALL ON FUNCTION public.erase_evidence(erased uuid) TO shouwen_runtime;
REVOKE ALL ON FUNCTION public.fold_tallies(most integer) FROM PUBLIC; GRANT ALL ON FUNCTION public.fold_tallies(most integer) TO shouwen_runtime;
REVOKE ALL ON FUNCTION public.frames_come_before_draws() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.has_a_part_in_dispute(dispute uuid, person uuid, filed_now uuid) FROM PUBLIC; GRANT ALL ON FUNCTION public.has_a_part_in_dispute(dispute uuid, person uuid, filed_now uuid) TO shouwen_runtime;
REVOKE ALL ON FUNCTION public.listed_leg_measures() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.listed_leg_of_row_changed() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.listed_legs_changed() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.listed_legs_of_matter_changed() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.lock_review_of(leg uuid, checklist text, person uuid) FROM PUBLIC; GRANT ALL ON FUNCTION public.lock_review_of(leg uuid, checklist text, person uuid) TO shouwen_runtime;
REVOKE ALL ON FUNCTION public.mentions_of_a_comment_are_few() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.next_best_call_code() FROM PUBLIC; GRANT ALL ON FUNCTION public.next_best_call_code() TO shouwen_runtime;
REVOKE ALL ON FUNCTION public.next_calibration_code() FROM PUBLIC; GRANT ALL ON FUNCTION public.next_calibration_code() TO shouwen_runtime;
REVOKE ALL ON FUNCTION public.next_coaching_code() FROM PUBLIC; GRANT ALL ON FUNCTION public.next_coaching_code() TO shouwen_runtime;
REVOKE ALL ON FUNCTION public.next_dispute_code() FROM PUBLIC; GRANT ALL ON FUNCTION public.next_dispute_code() TO shouwen_runtime;
REVOKE ALL ON FUNCTION public.next_review_retraction_code() FROM PUBLIC; GRANT ALL ON FUNCTION public.next_review_retraction_code() TO shouwen_runtime;
REVOKE ALL ON FUNCTION public.next_sampling_plan_code() FROM PUBLIC; GRANT ALL ON FUNCTION public.next_sampling_plan_code() TO shouwen_runtime;
REVOKE ALL ON FUNCTION public.nobody_judges_own_call() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.object_tallied() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.others_calibrate() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.others_decide_disputes() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.others_settle_promises() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.person_team_is_kept() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.refresh_listed_legs(ids uuid[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION public.results_changed() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.review_ends_draft() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.reviews_are_retracted() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.role_reaches(of_team uuid, of_client uuid, place uuid) FROM PUBLIC; GRANT ALL ON FUNCTION public.role_reaches(of_team uuid, of_client uuid, place uuid) TO shouwen_runtime;
REVOKE ALL ON FUNCTION public.rules_of_holds_changed() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.sampling_draws_stay() FROM PUBLIC;
REVOKE ALL ON FUNCTION public.seeds_come_before_calls() FROM PUBLIC;
GRANT SELECT,INSERT ON TABLE public.absence TO shouwen_runtime;
GRANT UPDATE(accepted_at) ON TABLE public.absence TO shouwen_runtime;
GRANT UPDATE(declined_at) ON TABLE public.absence TO shouwen_runtime;
GRANT UPDATE(reason) ON TABLE public.absence TO shouwen_runtime;
GRANT UPDATE(confirmed_by_person_id) ON TABLE public.absence TO shouwen_runtime;
GRANT UPDATE(confirmed_at) ON TABLE public.absence TO shouwen_runtime;
GRANT UPDATE(ended_at) ON TABLE public.absence TO shouwen_runtime;
GRANT UPDATE(ended_by_person_id) ON TABLE public.absence TO shouwen_runtime;
GRANT UPDATE(begun_told_at) ON TABLE public.absence TO shouwen_runtime;
GRANT UPDATE(over_told_at) ON TABLE public.absence TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.account_unlock TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.alarm TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.api_token TO shouwen_runtime;
GRANT SELECT,INSERT,UPDATE ON TABLE public.awaiting_person TO shouwen_runtime;
GRANT SELECT,INSERT,UPDATE ON TABLE public.back_test_agreement TO shouwen_runtime;
GRANT SELECT,INSERT,UPDATE ON TABLE public.back_test_count TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.back_test_flip TO shouwen_runtime;
GRANT UPDATE(at_ms) ON TABLE public.back_test_flip TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.back_test_leg TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.back_test_points TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.best_call TO shouwen_runtime;
GRANT UPDATE(title) ON TABLE public.best_call TO shouwen_runtime;
GRANT UPDATE(note) ON TABLE public.best_call TO shouwen_runtime;
GRANT UPDATE(agreed_at) ON TABLE public.best_call TO shouwen_runtime;
GRANT UPDATE(published_by_person_id) ON TABLE public.best_call TO shouwen_runtime;
GRANT UPDATE(published_at) ON TABLE public.best_call TO shouwen_runtime;
GRANT UPDATE(ended_at) ON TABLE public.best_call TO shouwen_runtime;
GRANT UPDATE(ended_why) ON TABLE public.best_call TO shouwen_runtime;
GRANT UPDATE(ended_by_person_id) ON TABLE public.best_call TO shouwen_runtime;
GRANT UPDATE(ended_reason) ON TABLE public.best_call TO shouwen_runtime;
GRANT USAGE ON SEQUENCE public.best_call_number TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.blind_judgement TO shouwen_runtime;
GRANT UPDATE(withdrawn_at) ON TABLE public.blind_judgement TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.break_glass_opening TO shouwen_runtime;
GRANT UPDATE(overdue_told_at) ON TABLE public.break_glass_opening TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.break_glass_review TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.calendar_day TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.calendar_period TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.calibration TO shouwen_runtime;
GRANT UPDATE(closed_at) ON TABLE public.calibration TO shouwen_runtime;
GRANT UPDATE(closed_by_person_id) ON TABLE public.calibration TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE ON TABLE public.calibration_answer TO shouwen_runtime;
GRANT UPDATE(outcome) ON TABLE public.calibration_answer TO shouwen_runtime;
GRANT UPDATE(note) ON TABLE public.calibration_answer TO shouwen_runtime;
GRANT UPDATE(at_ms) ON TABLE public.calibration_answer TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.calibration_decision TO shouwen_runtime;
GRANT UPDATE(note) ON TABLE public.calibration_decision TO shouwen_runtime;
GRANT USAGE ON SEQUENCE public.calibration_number TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.calibration_reviewer TO shouwen_runtime;
GRANT UPDATE(submitted_at) ON TABLE public.calibration_reviewer TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.call TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.call_correction TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.call_give_up TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE ON TABLE public.card_code_decision TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.chat_address TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.chat_host TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE ON TABLE public.chat_message TO shouwen_runtime;
GRANT UPDATE(state) ON TABLE public.chat_message TO shouwen_runtime;
GRANT UPDATE(tries) ON TABLE public.chat_message TO shouwen_runtime;
GRANT UPDATE(due_at) ON TABLE public.chat_message TO shouwen_runtime;
GRANT UPDATE(reason) ON TABLE public.chat_message TO shouwen_runtime;
GRANT UPDATE(settled_at) ON TABLE public.chat_message TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.checklist_draft TO shouwen_runtime;
GRANT SELECT,INSERT,UPDATE ON TABLE public.checklist_draft_count TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.checklist_retirement TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.checklist_version TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.client TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coaching_answer TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coaching_goal TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coaching_moment TO shouwen_runtime;
GRANT USAGE ON SEQUENCE public.coaching_number TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coaching_session TO shouwen_runtime;
GRANT SELECT,INSERT,UPDATE ON TABLE public.commitment TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.commitment_event TO shouwen_runtime;
GRANT UPDATE(note) ON TABLE public.commitment_event TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.company TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.company_profile_version TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.consent_decision TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.consent_rule_set TO shouwen_runtime;
GRANT UPDATE(decision) ON TABLE public.consent_rule_set TO shouwen_runtime;
GRANT UPDATE(decided_by_person_id) ON TABLE public.consent_rule_set TO shouwen_runtime;
GRANT UPDATE(decided_at) ON TABLE public.consent_rule_set TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.consent_rule_trial TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE ON TABLE public.counted_day TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE ON TABLE public.counted_result TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.counting_scorecard TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.custody_hold TO shouwen_runtime;
GRANT UPDATE(released_at) ON TABLE public.custody_hold TO shouwen_runtime;
GRANT SELECT,INSERT,UPDATE ON TABLE public.data_request TO shouwen_runtime;
GRANT SELECT,INSERT,UPDATE ON TABLE public.data_request_recording TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE ON TABLE public.day_to_recount TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.default_view TO shouwen_runtime;
GRANT SELECT,INSERT,UPDATE ON TABLE public.destruction TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.destruction_certificate TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.dispute TO shouwen_runtime;
GRANT UPDATE(note) ON TABLE public.dispute TO shouwen_runtime;
GRANT UPDATE(escalation_note) ON TABLE public.dispute TO shouwen_runtime;
GRANT UPDATE(at_ms) ON TABLE public.dispute TO shouwen_runtime;
GRANT UPDATE(stage) ON TABLE public.dispute TO shouwen_runtime;
GRANT UPDATE(due_at) ON TABLE public.dispute TO shouwen_runtime;
GRANT UPDATE(outcome) ON TABLE public.dispute TO shouwen_runtime;
GRANT UPDATE(final_at) ON TABLE public.dispute TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.dispute_decision TO shouwen_runtime;
GRANT UPDATE(note) ON TABLE public.dispute_decision TO shouwen_runtime;
GRANT USAGE ON SEQUENCE public.dispute_number TO shouwen_runtime;
GRANT SELECT,INSERT,UPDATE ON TABLE public.evidence_export TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.extension_assignment TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.figure_alert TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.grant_proposal TO shouwen_runtime;
GRANT UPDATE(state) ON TABLE public.grant_proposal TO shouwen_runtime;
GRANT UPDATE(decided_by_person_id) ON TABLE public.grant_proposal TO shouwen_runtime;
GRANT UPDATE(decided_at) ON TABLE public.grant_proposal TO shouwen_runtime;
GRANT UPDATE(decision_reason) ON TABLE public.grant_proposal TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.group_role TO shouwen_runtime;
GRANT UPDATE(ended_at) ON TABLE public.group_role TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.identity_link TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.indexed_words TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.invitation TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.journal_detail TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.journal_entry TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.journal_head TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.journal_pending TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.journal_seal TO shouwen_runtime;
GRANT SELECT,INSERT,UPDATE ON TABLE public.key_doubt TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.leg TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.leg_comment TO shouwen_runtime;
GRANT UPDATE(at_ms) ON TABLE public.leg_comment TO shouwen_runtime;
GRANT UPDATE(withdrawn_at) ON TABLE public.leg_comment TO shouwen_runtime;
GRANT UPDATE(scorecard_id) ON TABLE public.leg_comment TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE ON TABLE public.leg_comment_mention TO shouwen_runtime;
GRANT UPDATE(said_as) ON TABLE public.leg_comment_mention TO shouwen_runtime;
GRANT UPDATE(ended_at) ON TABLE public.leg_comment_mention TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE ON TABLE public.leg_comment_text TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.legal_case TO shouwen_runtime;
GRANT UPDATE(title) ON TABLE public.legal_case TO shouwen_runtime;
GRANT UPDATE(state) ON TABLE public.legal_case TO shouwen_runtime;
GRANT UPDATE(closed_by_person_id) ON TABLE public.legal_case TO shouwen_runtime;
GRANT UPDATE(closed_at) ON TABLE public.legal_case TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.legal_decision TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.legal_hold TO shouwen_runtime;
GRANT UPDATE(release_asked_by_person_id) ON TABLE public.legal_hold TO shouwen_runtime;
GRANT UPDATE(release_asked_at) ON TABLE public.legal_hold TO shouwen_runtime;
GRANT UPDATE(release_reason) ON TABLE public.legal_hold TO shouwen_runtime;
GRANT UPDATE(released_by_person_id) ON TABLE public.legal_hold TO shouwen_runtime;
GRANT UPDATE(released_at) ON TABLE public.legal_hold TO shouwen_runtime;
GRANT UPDATE(swept_at) ON TABLE public.legal_hold TO shouwen_runtime;
GRANT SELECT,INSERT,UPDATE ON TABLE public.legal_request TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.legal_request_event TO shouwen_runtime;
GRANT USAGE ON SEQUENCE public.legal_request_number TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.legal_request_recording TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.lexicon_set TO shouwen_runtime;
GRANT SELECT ON TABLE public.listed_leg TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE ON TABLE public.mail TO shouwen_runtime;
GRANT UPDATE(state) ON TABLE public.mail TO shouwen_runtime;
GRANT UPDATE(tries) ON TABLE public.mail TO shouwen_runtime;
GRANT UPDATE(due_at) ON TABLE public.mail TO shouwen_runtime;
GRANT UPDATE(reason) ON TABLE public.mail TO shouwen_runtime;
GRANT UPDATE(settled_at) ON TABLE public.mail TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.masked_sound TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.matter TO shouwen_runtime;
GRANT SELECT ON TABLE public.migrations TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE ON TABLE public.model_agreement TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE ON TABLE public.model_answer TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.notice_acknowledgement TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE ON TABLE public.notification TO shouwen_runtime;
GRANT UPDATE(read_at) ON TABLE public.notification TO shouwen_runtime;
GRANT UPDATE(on_bell) ON TABLE public.notification TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.object_write TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.passkey TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE ON TABLE public.passkey_challenge TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.person TO shouwen_runtime;
GRANT SELECT ON TABLE public.person_team_period TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.play TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.proposal_look TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.provider_attempt TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.provider_token TO shouwen_runtime;
GRANT SELECT,INSERT,UPDATE ON TABLE public.quality_run TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.quality_settings TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.recertification_item TO shouwen_runtime;
GRANT UPDATE(state) ON TABLE public.recertification_item TO shouwen_runtime;
GRANT UPDATE(answered_by_person_id) ON TABLE public.recertification_item TO shouwen_runtime;
GRANT UPDATE(answered_at) ON TABLE public.recertification_item TO shouwen_runtime;
GRANT UPDATE(reason) ON TABLE public.recertification_item TO shouwen_runtime;
GRANT UPDATE(removed_by_person_id) ON TABLE public.recertification_item TO shouwen_runtime;
GRANT UPDATE(removed_at) ON TABLE public.recertification_item TO shouwen_runtime;
GRANT USAGE ON SEQUENCE public.recertification_number TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.recertification_round TO shouwen_runtime;
GRANT UPDATE(reminded) ON TABLE public.recertification_round TO shouwen_runtime;
GRANT UPDATE(overdue_told_at) ON TABLE public.recertification_round TO shouwen_runtime;
GRANT UPDATE(closed_at) ON TABLE public.recertification_round TO shouwen_runtime;
GRANT SELECT,INSERT,UPDATE ON TABLE public.recertification_setting TO shouwen_runtime;
GRANT SELECT,UPDATE ON TABLE public.reconcile_turn TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.recording TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.recording_cut TO shouwen_runtime;
GRANT UPDATE(key_destroyed_at) ON TABLE public.recording_cut TO shouwen_runtime;
GRANT UPDATE(old_objects_deleted_at) ON TABLE public.recording_cut TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.recording_notice TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE ON TABLE public.recording_speech TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.recovery_code TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE ON TABLE public.redaction TO shouwen_runtime;
GRANT UPDATE(spans) ON TABLE public.redaction TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.redaction_policy TO shouwen_runtime;
GRANT UPDATE(decision) ON TABLE public.redaction_policy TO shouwen_runtime;
GRANT UPDATE(decided_by_person_id) ON TABLE public.redaction_policy TO shouwen_runtime;
GRANT UPDATE(decided_at) ON TABLE public.redaction_policy TO shouwen_runtime;
GRANT SELECT,INSERT,UPDATE ON TABLE public.report_copy TO shouwen_runtime;
GRANT SELECT,INSERT,UPDATE ON TABLE public.report_recipient TO shouwen_runtime;
GRANT SELECT,INSERT,UPDATE ON TABLE public.report_subscription TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.request_grant TO shouwen_runtime;
GRANT UPDATE(plays_used) ON TABLE public.request_grant TO shouwen_runtime;
GRANT UPDATE(revoked_at) ON TABLE public.request_grant TO shouwen_runtime;
GRANT UPDATE(revoked_by_person_id) ON TABLE public.request_grant TO shouwen_runtime;
GRANT USAGE ON SEQUENCE public.request_grant_number TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.result_look TO shouwen_runtime;
GRANT SELECT,INSERT,UPDATE ON TABLE public.retention_clock TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.retention_schedule TO shouwen_runtime;
GRANT UPDATE(decision) ON TABLE public.retention_schedule TO shouwen_runtime;
GRANT UPDATE(decided_by_person_id) ON TABLE public.retention_schedule TO shouwen_runtime;
GRANT UPDATE(decided_at) ON TABLE public.retention_schedule TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.retention_term TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.review_acknowledgement TO shouwen_runtime;
GRANT UPDATE(acknowledged_at) ON TABLE public.review_acknowledgement TO shouwen_runtime;
GRANT UPDATE(acknowledged_by_person_id) ON TABLE public.review_acknowledgement TO shouwen_runtime;
GRANT UPDATE(note) ON TABLE public.review_acknowledgement TO shouwen_runtime;
GRANT UPDATE(ended_at) ON TABLE public.review_acknowledgement TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.review_answer TO shouwen_runtime;
GRANT UPDATE(note) ON TABLE public.review_answer TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.review_assignment TO shouwen_runtime;
GRANT UPDATE(reviewer_person_id) ON TABLE public.review_assignment TO shouwen_runtime;
GRANT UPDATE(due_at) ON TABLE public.review_assignment TO shouwen_runtime;
GRANT UPDATE(state) ON TABLE public.review_assignment TO shouwen_runtime;
GRANT UPDATE(replaced_reason) ON TABLE public.review_assignment TO shouwen_runtime;
GRANT UPDATE(replaced_note) ON TABLE public.review_assignment TO shouwen_runtime;
GRANT UPDATE(replaced_by_person_id) ON TABLE public.review_assignment TO shouwen_runtime;
GRANT UPDATE(ended_at) ON TABLE public.review_assignment TO shouwen_runtime;
GRANT UPDATE(scorecard_id) ON TABLE public.review_assignment TO shouwen_runtime;
GRANT UPDATE(given_note) ON TABLE public.review_assignment TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.review_draft TO shouwen_runtime;
GRANT USAGE ON SEQUENCE public.review_draft_revision TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.review_retraction TO shouwen_runtime;
GRANT UPDATE(note) ON TABLE public.review_retraction TO shouwen_runtime;
GRANT USAGE ON SEQUENCE public.review_retraction_number TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.review_time TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.review_work TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.role_assignment TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.role_suspension TO shouwen_runtime;
GRANT UPDATE(confirmed_by_person_id) ON TABLE public.role_suspension TO shouwen_runtime;
GRANT UPDATE(confirmed_by_account_id) ON TABLE public.role_suspension TO shouwen_runtime;
GRANT UPDATE(confirmed_at) ON TABLE public.role_suspension TO shouwen_runtime;
GRANT SELECT ON TABLE public.role_in_force TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.role_proposal TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.sampling_draw TO shouwen_runtime;
GRANT UPDATE(withdrawn_at) ON TABLE public.sampling_draw TO shouwen_runtime;
GRANT UPDATE(drawn_at) ON TABLE public.sampling_draw TO shouwen_runtime;
GRANT UPDATE(frame_sha256) ON TABLE public.sampling_draw TO shouwen_runtime;
GRANT UPDATE(frame_size) ON TABLE public.sampling_draw TO shouwen_runtime;
GRANT UPDATE(not_ready) ON TABLE public.sampling_draw TO shouwen_runtime;
GRANT UPDATE(reviewers) ON TABLE public.sampling_draw TO shouwen_runtime;
GRANT UPDATE(taken) ON TABLE public.sampling_draw TO shouwen_runtime;
GRANT UPDATE(picks_sha256) ON TABLE public.sampling_draw TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.sampling_frame TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.sampling_plan TO shouwen_runtime;
GRANT UPDATE(ended_at) ON TABLE public.sampling_plan TO shouwen_runtime;
GRANT UPDATE(ended_by_person_id) ON TABLE public.sampling_plan TO shouwen_runtime;
GRANT USAGE ON SEQUENCE public.sampling_plan_number TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.sampling_plan_version TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.saved_view TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.schedule TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.scim_group TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.scim_group_member TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.scim_person TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE ON TABLE public.scim_refusal TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.scorecard TO shouwen_runtime;
GRANT SELECT,INSERT,UPDATE ON TABLE public.search_key TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.second_factor TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.self_evaluation TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.self_evaluation_answer TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.sent_call TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.session TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sign_in_delay TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.sign_in_policy TO shouwen_runtime;
GRANT UPDATE(required_since) ON TABLE public.sign_in_policy TO shouwen_runtime;
GRANT UPDATE(decision) ON TABLE public.sign_in_policy TO shouwen_runtime;
GRANT UPDATE(decided_by_person_id) ON TABLE public.sign_in_policy TO shouwen_runtime;
GRANT UPDATE(decided_at) ON TABLE public.sign_in_policy TO shouwen_runtime;
GRANT SELECT ON TABLE public.sign_in_policy_in_force TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.standing_grant TO shouwen_runtime;
GRANT UPDATE(revoked_at) ON TABLE public.standing_grant TO shouwen_runtime;
GRANT UPDATE(revoked_by_person_id) ON TABLE public.standing_grant TO shouwen_runtime;
GRANT UPDATE(revoked_reason) ON TABLE public.standing_grant TO shouwen_runtime;
GRANT UPDATE(ending_told_at) ON TABLE public.standing_grant TO shouwen_runtime;
GRANT UPDATE(ended_told_at) ON TABLE public.standing_grant TO shouwen_runtime;
GRANT SELECT,INSERT,UPDATE ON TABLE public.standing_grant_use TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.stored_object TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sweep_walk TO shouwen_runtime;
GRANT SELECT ON TABLE public.tally TO shouwen_runtime;
GRANT SELECT ON TABLE public.tally_change TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.team TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.to_look_at TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.told_choice TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.told_setting TO shouwen_runtime;
GRANT SELECT,INSERT ON TABLE public.transcript TO shouwen_runtime;
GRANT UPDATE(object_id) ON TABLE public.transcript TO shouwen_runtime;
GRANT UPDATE(spoken) ON TABLE public.transcript TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.transcript_chunk TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.upkeep_run TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.webhook_attempt TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.webhook_delivery TO shouwen_runtime;
GRANT SELECT,INSERT,UPDATE ON TABLE public.webhook_endpoint TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.withheld_score TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.word_posting TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.word_posting_int TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.work TO shouwen_runtime;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.worker_presence TO shouwen_runtime;
