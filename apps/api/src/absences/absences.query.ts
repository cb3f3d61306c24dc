import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type AbsenceList,
  type AbsencePerson,
  type AbsenceView,
  type Bilingual,
  type DelegableWork,
  type DoneFor,
  type MyAbsences,
} from '#contracts';
import { ABSENT_ROLES, heldNow, type Asker } from '#people';
import {
  inForce,
  isBeyond,
  needsConfirmation,
  reachOf,
  stateOf,
  worksOf,
  type AbsentRole,
  type HeldRole,
} from '#people/rules';
import { Clock } from '#platform';
import { REFERENCE, SUBJECT } from '../audit/reference.sql.js';
import { apiRefusals } from '../refusals.js';
import { Parameters } from '../reach/visible-legs.js';
import { teamsWithin } from '../reach/within.js';
import { bilingual } from '../people/person.sql.js';

interface Row {
  absenceId: string;
  person: AbsencePerson & { teamId: string };
  deputy: AbsencePerson;
  confirmedBy: AbsencePerson | null;
  firstOn: string;
  lastOn: string;
  works: DelegableWork[];
  beginsAt: Date;
  endsAt: Date;
  askedAt: Date;
  acceptedAt: Date | null;
  declinedAt: Date | null;
  endedAt: Date | null;
  reason: string | null;
  roles: AbsentRole[];
  deputyHeld: HeldRole[];
}

const person = (table: string) =>
  `json_build_object('personId', ${table}.id, 'name', ${bilingual(table)}, 'staffNumber', ${table}.staff_number, 'teamId', ${table}.team_id)`;

const DEPUTY_HELD = `coalesce((select json_agg(json_build_object('role', given.role, 'teamId', reach.team_id, 'clientId', given.client_id))
  from role_in_force given cross join lateral (select given.team_id where given.client_id is null
    union all select team.id from team where team.client_id = given.client_id) reach (team_id)
  where given.person_id = absence.deputy_person_id), '[]')`;

const ABSENCES = `select absence.id as "absenceId", ${person('person')} as person, ${person('deputy')} as deputy,
    case when confirmer.id is not null then ${person('confirmer')} end as "confirmedBy",
    first_on::text as "firstOn", last_on::text as "lastOn", works, begins_at as "beginsAt", ends_at as "endsAt", asked_at as "askedAt",
    accepted_at as "acceptedAt", declined_at as "declinedAt", ended_at as "endedAt", reason, ${ABSENT_ROLES} as roles, ${DEPUTY_HELD} as "deputyHeld"
  from absence join person on person.id = absence.person_id join person deputy on deputy.id = absence.deputy_person_id
  left join person confirmer on confirmer.id = absence.confirmed_by_person_id`;
const LATEST = 'order by first_on desc, absence.id desc limit 200';
const DONE_AT_MOST = 200;

/** Absences, as each sees those that concern them. */
@Injectable()
export class AbsencesQuery {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async mine(asker: Asker): Promise<MyAbsences> {
    const { personId } = asker;
    const rows: Row[] = await this.source.query(
      `${ABSENCES} where $1 in (absence.person_id, deputy_person_id) ${LATEST}`,
      [personId],
    );
    const views = rows.map((row) => this.view(row, asker));
    // While the session acts for another, `held` is not the person's own.
    const works = worksOf(await heldNow(this.source.manager, personId));
    const away = views.filter((one) => one.person.personId === personId);
    return { works, away, standsIn: views.filter((one) => one.deputy.personId === personId) };
  }

  /** Of people within reach of the right to agree to roles. */
  async list(asker: Asker): Promise<AbsenceList> {
    const parameters = new Parameters();
    const teams = teamsWithin(asker, 'roles.approve');
    const within = teams === null ? 'true' : `person.team_id = any(${parameters.add(teams)}::uuid[])`;
    const rows: Row[] = await this.source.query(`${ABSENCES} where ${within} ${LATEST}`, parameters.values);
    return { items: rows.map((row) => this.view(row, asker)) };
  }

  /** @throws DomainError `not_found` for others than the person who was away */
  async done(personId: string, absenceId: string): Promise<DoneFor> {
    const [absence]: { from: Date; deputy: string }[] = await this.source.query(
      'select begins_at as from, deputy_person_id as deputy from absence where id = $1 and person_id = $2',
      [absenceId, personId],
    );
    if (!absence) throw apiRefusals.not_found();
    const rows: {
      at: Date;
      event: string;
      callId: string | null;
      ref: string | null;
      whom: Bilingual | null;
      details: object;
      by: DoneFor['items'][number]['by'];
      total: number;
    }[] = await this.source.query(
      `select entry.at, event, call_id as "callId", ${REFERENCE} as ref, ${SUBJECT}->'name' as whom, details, ${bilingual('person')} as by, (count(*) over ())::int as total
         from journal_entry entry join journal_detail detail on detail.entry_id = entry.id join person on person.id = entry.actor_person_id
         where entry.actor_person_id = $2 and detail.details->>'forPersonId' = $1
           and entry.at >= least($3::timestamptz, (select accepted_at from absence where id = $4))
           and entry.at < (select coalesce(ended_at, ends_at) from absence where id = $4)
         order by entry.at desc, entry.id desc limit ${DONE_AT_MOST}`,
      [personId, absence.deputy, absence.from, absenceId],
    );
    const items = rows.map(({ total: _total, at, details, ...row }) => ({
      ...row,
      at: at.toISOString(),
      details: details as Record<string, unknown>,
    }));
    return { total: rows[0]?.total ?? 0, items };
  }

  private view(row: Row, asker: Asker): AbsenceView {
    const now = this.clock.now();
    const { roles, deputyHeld, beginsAt, endsAt, askedAt, acceptedAt, declinedAt, endedAt, ...shown } = row;
    const times = { beginsAt, endsAt, acceptedAt, declinedAt, endedAt };
    const state = stateOf(times, now);
    const open = state === 'asked' || state === 'accepted';
    const deputy = { held: deputyHeld, personId: row.deputy.personId };
    const waits =
      open &&
      needsConfirmation(roles, row.works, deputy) &&
      (row.confirmedBy === null || roles.some((one) => !one.confirmed));
    const isOne = [row.person.personId, row.deputy.personId].includes(asker.personId);
    return {
      ...shown,
      person: plain(row.person),
      deputy: plain(row.deputy),
      confirmedBy: row.confirmedBy && plain(row.confirmedBy),
      state,
      inForce: inForce(times, now),
      askedAt: askedAt.toISOString(),
      needsConfirmation: waits,
      endedAt: endedAt?.toISOString() ?? null,
      mayConfirm: waits && row.confirmedBy === null && !isOne && reaches(asker, roles),
      mayEnd: open && (isOne || manages(asker, row.person.teamId)),
    };
  }
}

const plain = ({ personId, name, staffNumber }: AbsencePerson): AbsencePerson => ({ personId, name, staffNumber });

function reaches(asker: Asker, roles: readonly AbsentRole[]): boolean {
  const right = reachOf('roles.approve', asker.held, asker.personId);
  if (right.within?.length === 0) return false;
  return roles.every(({ role, teamId, clientId = null }) => !isBeyond({ role, teamId, clientId }, right));
}

function manages(asker: Asker, teamId: string): boolean {
  const { within } = reachOf('people.manage', asker.held, asker.personId);
  return within === null || within.includes(teamId);
}
