/*
 * A review of rights
 *   open     on its day every role, token and deputy of people who work here, and every standing grant, token of a service and meaning of a group
 *            in force, is an item of a new round.
 *   answer   by a supervisor or administrator whose reach covers the item, never about oneself.
 *   follow   what ended on any way is marked: asked for, it is removed; unanswered, it is gone.
 *   remind   seven days and one day before the end, and once when it is overdue, which administrators and auditors of the company are told too.
 *   close    when nothing waits any more. An overdue round stays open: rights are never taken away because an answer did not come.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { type RecertifiedKind } from '#contracts';
import { JournalService } from '#journal';
import { CompanyService } from '#people';
import { Clock, newId } from '#platform';
import { RecertificationRoundRow, RecertificationSettingRow } from './recertification.entity.js';
import { dayAt, dueAfter, nextRoundOn, remindersDue } from './round-days.rules.js';

/** What a person acts by: the role of theirs that reaches furthest, or an agent's where they have none. */
const furthest = (person: string): string => `left join lateral (select role, team_id, client_id from role_assignment
    where role_assignment.person_id = ${person} order by (role <> 'agent' and num_nonnulls(team_id, client_id) = 0) desc,
      client_id is not null desc, team_id is not null desc, id limit 1) given on true`;

const ROLES = `insert into recertification_item (id, round_id, kind, right_id, person_id, of_team_id, role, team_id, client_id, state)
  select gen_random_uuid(), $1, 'role', given.id, person.id, person.team_id, given.role, given.team_id, given.client_id, 'open'
  from role_assignment given join account on account.id = given.account_id and account.disabled_at is null
    join person on person.id = given.person_id and person.left_at is null`;

const GRANTS = `insert into recertification_item (id, round_id, kind, right_id, role, team_id, client_id, state)
  select gen_random_uuid(), $1, 'grant', id, role, team_id, client_id, 'open' from standing_grant
  where revoked_at is null and expires_at > $2`;

/** They reach as far as the person does for whom they act. */
const TOKENS = `insert into recertification_item (id, round_id, kind, right_id, person_id, of_team_id, role, team_id, client_id, state)
  select gen_random_uuid(), $1, 'token', token.id, person.id, person.team_id, coalesce(given.role, 'agent'), given.team_id, given.client_id, 'open'
  from api_token token join account on account.id = token.account_id and account.disabled_at is null
    join person on person.id = account.person_id and person.left_at is null ${furthest('person.id')}
  where token.revoked_at is null and token.expires_at > $2`;

const SERVICES = `insert into recertification_item (id, round_id, kind, right_id, person_id, of_team_id, role, team_id, client_id, state)
  select gen_random_uuid(), $1, 'service_token', service.id, person.id, person.team_id, 'quality_manager',
    case jsonb_array_length(service.team_ids) when 1 then (service.team_ids ->> 0)::uuid end, service.client_id, 'open'
  from service_token service join person on person.id = service.asked_by_person_id and person.left_at is null
  where service.revoked_at is null and service.expires_at > $2 and service.confirmed_at is not null`;

const GROUPS = `insert into recertification_item (id, round_id, kind, right_id, role, team_id, client_id, state)
  select gen_random_uuid(), $1, 'group', id, role, team_id, client_id, 'open' from group_role where ended_at is null and created_at <= $2`;

const DEPUTIES = `insert into recertification_item (id, round_id, kind, right_id, person_id, of_team_id, role, team_id, client_id, state)
  select gen_random_uuid(), $1, 'deputy', absence.id, person.id, person.team_id, coalesce(given.role, 'agent'), given.team_id, given.client_id, 'open'
  from absence join person on person.id = absence.deputy_person_id and person.left_at is null ${furthest('absence.person_id')}
  where absence.accepted_at is not null and absence.ended_at is null and absence.ends_at > $2`;

const OVER = `update recertification_item item set state = case state when 'open' then 'gone' else 'removed' end, removed_at = $2
  where round_id = $1 and state in ('open', 'removal_asked') and not case kind
    when 'role' then exists (select 1 from role_assignment where id = item.right_id)
    when 'token' then exists (select 1 from api_token where id = item.right_id and revoked_at is null and expires_at > $2)
    when 'service_token' then exists (select 1 from service_token where id = item.right_id and revoked_at is null and expires_at > $2)
    when 'group' then exists (select 1 from group_role where id = item.right_id and ended_at is null)
    when 'deputy' then exists (select 1 from absence where id = item.right_id and ended_at is null and ends_at > $2)
    else exists (select 1 from standing_grant where id = item.right_id and revoked_at is null and expires_at > $2) end
  returning id, kind, state`;

@Injectable()
export class RecertificationRounds {
  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  /** Opens what is due and looks after what is open. Safe to run twice. @returns how many rounds it opened or closed, and reminders it sent */
  async tend(): Promise<number> {
    const { timeZone } = await this.company.profile();
    let done = await this.openDue(timeZone);
    for (const { id } of await this.source.manager.findBy(RecertificationRoundRow, { closedAt: IsNull() }))
      done += await this.source.transaction((tx) => this.follow(tx, id));
    return done;
  }

  private async openDue(timeZone: string): Promise<number> {
    const now = this.clock.now();
    const today = dayAt(now, timeZone);
    return this.source.transaction(async (tx) => {
      const setting = await tx.findOne(RecertificationSettingRow, {
        where: { id: 1 },
        lock: { mode: 'pessimistic_write' },
      });
      if (!setting?.nextOn || setting.nextOn > today) return 0;
      const roundId = newId();
      const dueAt = dueAfter(now, setting.answerDays, timeZone);
      await tx.insert(RecertificationRoundRow, { id: roundId, openedAt: now, dueAt, reminded: 0 });
      await tx.query(ROLES, [roundId]);
      for (const asked of [GRANTS, TOKENS, SERVICES, GROUPS, DEPUTIES]) await tx.query(asked, [roundId, now]);
      await tx.update(RecertificationSettingRow, 1, {
        nextOn: nextRoundOn(setting.nextOn, setting.everyMonths, today),
      });
      await this.journal.append(tx, 'recertification.opened', { roundId, items: await waiting(tx, roundId) });
      return 1;
    });
  }

  private async follow(tx: EntityManager, roundId: string): Promise<number> {
    const where = { where: { id: roundId, closedAt: IsNull() }, lock: { mode: 'pessimistic_write' } } as const;
    const round = await tx.findOne(RecertificationRoundRow, where);
    if (!round) return 0;
    const now = this.clock.now();
    const [over]: [{ id: string; kind: RecertifiedKind; state: string }[], number] = await tx.query(OVER, [
      roundId,
      now,
    ]);
    for (const { id: itemId, kind, state } of over)
      if (state === 'removed') await this.journal.append(tx, 'recertification.carried_out', { roundId, itemId, kind });
    const open = await waiting(tx, roundId);
    if (open === 0 && (await waiting(tx, roundId, 'removal_asked')) === 0) {
      await tx.update(RecertificationRoundRow, roundId, { closedAt: now });
      const [{ items }] = (await tx.query(
        'select count(*)::int as items from recertification_item where round_id = $1',
        [roundId],
      )) as [{ items: number }];
      await this.journal.append(tx, 'recertification.closed', { roundId, items });
      return 1;
    }
    if (open === 0) return 0;
    return (await this.remind(tx, round, open, now)) ? 1 : 0;
  }

  private async remind(tx: EntityManager, round: RecertificationRoundRow, items: number, now: Date): Promise<boolean> {
    const { id: roundId, dueAt, reminded, overdueToldAt } = round;
    if (now > dueAt) {
      if (overdueToldAt) return false;
      await tx.update(RecertificationRoundRow, roundId, { overdueToldAt: now });
      await this.journal.append(tx, 'recertification.overdue', { roundId, items });
      return true;
    }
    const due = remindersDue(dueAt, now);
    if (due <= reminded) return false;
    await tx.update(RecertificationRoundRow, roundId, { reminded: due });
    await this.journal.append(tx, 'recertification.reminded', { roundId, items });
    return true;
  }
}

async function waiting(tx: EntityManager, roundId: string, state = 'open'): Promise<number> {
  const [row]: { n: number }[] = await tx.query(
    'select count(*)::int as n from recertification_item where round_id = $1 and state = $2',
    [roundId, state],
  );
  return row?.n ?? 0;
}
