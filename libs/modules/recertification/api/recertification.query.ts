import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type RecertificationRound,
  type RecertifiedItem,
  type RecertifiedList,
  type RecertifiedQuery,
  type Role,
} from '#contracts';
import { reachOf, type Asker, type RightReach } from '#people';
import { bilingual, REACH_COLUMNS } from '#api';
import { coversRight } from '../covers.rules.js';
import { recertificationRefusals } from '../refusals.js';

const who = (table: string): string =>
  `case when ${table}.id is not null then json_build_object('personId', ${table}.id, 'name', ${bilingual(table)}) end`;

const ITEMS = `select reach.id as "itemId", reach.kind, reach.role, reach.state, reach.reason, reach.person_id as "personId",
    reach.of_team_id as "ofTeamId", reach.team_id as "teamId", reach.client_id as "clientId", ${REACH_COLUMNS},
    case when person.id is not null then json_build_object('personId', person.id, 'name', ${bilingual('person')}, 'staffNumber', person.staff_number,
      'team', ${bilingual('of_team')}) end as person, standing.code as "grant",
    coalesce(token.name || ' …' || token.ending, service.name || ' …' || service.ending, mapped.group_name) as named,
    coalesce(token.scopes, service.scopes) as scopes, coalesce(token.last_used_at, service.last_used_at) as "lastUsedAt",
    case when absent.id is not null then json_build_object('personId', absent.id, 'name', ${bilingual('absent')}, 'lastOn', absence.last_on,
      'works', absence.works) end as "deputyFor", (select coalesce(json_agg(json_build_object('personId', one.id, 'name', ${bilingual('one')}) order by n), '[]')
      from unnest(array[coalesce(given.granted_by_person_id, standing.published_by_person_id), coalesce(given.approved_by_person_id, standing.approved_by_person_id)])
        with ordinality eyes(id, n) join person one on one.id = eyes.id) as "givenBy", coalesce(given.by_one_person,
      by_one_person(standing.published_by_person_id, standing.approved_by_person_id, standing.valid_from), false) as "byOnePerson",
    ${who('answerer')} as "answeredBy", reach.answered_at as "answeredAt",
    ${who('remover')} as "removedBy", reach.removed_at as "removedAt", round.closed_at is null as live
  from recertification_item reach join recertification_round round on round.id = reach.round_id
  left join person on person.id = reach.person_id left join team of_team on of_team.id = reach.of_team_id
  left join standing_grant standing on reach.kind = 'grant' and standing.id = reach.right_id
  left join role_assignment given on reach.kind = 'role' and given.id = reach.right_id
  left join api_token token on reach.kind = 'token' and token.id = reach.right_id
  left join service_token service on reach.kind = 'service_token' and service.id = reach.right_id
  left join group_role mapped on reach.kind = 'group' and mapped.id = reach.right_id
  left join absence on reach.kind = 'deputy' and absence.id = reach.right_id left join person absent on absent.id = absence.person_id
  left join person answerer on answerer.id = reach.answered_by_person_id
  left join person remover on remover.id = reach.removed_by_person_id`;

/** What an account reaches of the items: as `coversRight` says of one. Teams are $1, null for all, clients are $2. */
const COVERED = `($1::uuid[] is null or ((item.of_team_id is null or item.of_team_id = any($1))
  and (item.team_id = any($1) or item.client_id = any($2::uuid[]) or (item.role = 'agent' and item.person_id is not null))))`;

type Row = Omit<RecertifiedItem, 'answeredAt' | 'removedAt' | 'lastUsedAt' | 'mayAnswer' | 'mayRemove' | 'reach'> & {
  lastUsedAt: Date | null;
  answeredAt: Date | null;
  removedAt: Date | null;
  personId: string | null;
  ofTeamId: string | null;
  role: Role;
  teamId: string | null;
  clientId: string | null;
  team: { name: { zh: string; en: string } } | null;
  client: { name: { zh: string; en: string } } | null;
  live: boolean;
};

/** Rounds and their items, within reach. */
@Injectable()
export class RecertificationQuery {
  constructor(private readonly source: DataSource) {}

  async rounds(asker: Asker): Promise<RecertificationRound[]> {
    const { within, clients } = reachOf('recertification.read', asker.held, asker.personId);
    const rows: (Omit<RecertificationRound, 'openedAt' | 'dueAt' | 'closedAt'> &
      Record<'openedAt' | 'dueAt', Date> & { closedAt: Date | null })[] = await this.source.query(
      `select round.id as "roundId", code, opened_at as "openedAt", due_at as "dueAt", closed_at as "closedAt",
           (select json_build_object('open', count(*) filter (where state = 'open'), 'kept', count(*) filter (where state = 'kept'),
              'removalAsked', count(*) filter (where state = 'removal_asked'), 'removed', count(*) filter (where state = 'removed'),
              'gone', count(*) filter (where state = 'gone')) from recertification_item item where round_id = round.id and ${COVERED}) as counts
         from recertification_round round order by opened_at desc limit 50`,
      [within, clients],
    );
    return rows.map((row) => ({
      ...row,
      openedAt: row.openedAt.toISOString(),
      dueAt: row.dueAt.toISOString(),
      closedAt: row.closedAt?.toISOString() ?? null,
    }));
  }

  /** @throws DomainError `recertification_not_found` */
  async items(asker: Asker, roundId: string, { state, cursor, limit }: RecertifiedQuery): Promise<RecertifiedList> {
    const rights = reachesOf(asker);
    const known: unknown[] = await this.source.query('select 1 from recertification_round where id = $1', [roundId]);
    if (known.length === 0) throw recertificationRefusals.recertification_not_found();
    const rows: Row[] = await this.source.query(
      `${ITEMS.replaceAll('reach.', 'item.').replaceAll(' reach join', ' item join')}
       where item.round_id = $3 and ($4::text is null or item.state = $4) and ($5::uuid is null or item.id > $5) and ${COVERED}
       order by item.id limit $6`,
      [rights.read.within, rights.read.clients, roundId, state ?? null, cursor ?? null, limit + 1],
    );
    const items = rows.slice(0, limit).map((row) => viewOf(row, asker.personId, rights));
    return { items, nextCursor: rows.length > limit ? (items.at(-1)?.itemId ?? null) : null };
  }
}

interface Rights {
  read: RightReach;
  answer: RightReach;
  remove: RightReach;
}

const reachesOf = ({ held, personId }: Asker): Rights => ({
  read: reachOf('recertification.read', held, personId),
  answer: reachOf('recertification.answer', held, personId),
  remove: reachOf('people.manage', held, personId),
});

function viewOf(row: Row, asking: string, { answer, remove }: Rights): RecertifiedItem {
  const { itemId, kind, person, role, grant, named, scopes, deputyFor, state } = row;
  const { givenBy, byOnePerson, answeredBy, reason, removedBy, team, client, live } = row;
  const anothers = live && row.personId !== asking;
  return {
    ...{ itemId, kind, person, role, grant, named, scopes, deputyFor, state },
    ...{ givenBy, byOnePerson, answeredBy, reason, removedBy },
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    reach: { team: team?.name ?? null, client: client?.name ?? null },
    answeredAt: row.answeredAt?.toISOString() ?? null,
    removedAt: row.removedAt?.toISOString() ?? null,
    mayAnswer: state === 'open' && anothers && coversRight(row, answer),
    mayRemove: state === 'removal_asked' && kind === 'role' && anothers && coversRight(row, remove),
  };
}
