import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ProposalList, type ProposalQuery as Question, type RoleProposalView } from '#contracts';
import { permissionsOf, type Asker } from '#people';
import { Parameters } from '../reach/visible-legs.js';
import { writeKey, keyFrom } from './list-cursor.rules.js';
import { bilingual, REACH_COLUMNS } from './person.sql.js';
import { teamsWithin } from '../reach/within.js';

const who = (table: string): string => `json_build_object('personId', ${table}.id, 'name', ${bilingual(table)})`;

const PROPOSALS = `
  select reach.id, small_house_at(now()) as small,
         eyes_suffice(reach.proposed_by_person_id, reach.proposed_at, reach.proposed_by_person_id, now()) as again, reach.proposed_at, reach.decided_at, reach.state, reach.role, reach.reason, ${REACH_COLUMNS},
         (select group_name from group_role where id = reach.group_role_id) as group_name,
         ${who('person')} as person, person.staff_number, ${who('proposer')} as proposer,
         case when decider.id is not null then ${who('decider')} end as decider
  from role_proposal reach join person on person.id = reach.person_id
  join person proposer on proposer.id = reach.proposed_by_person_id
  left join person decider on decider.id = reach.decided_by_person_id`;

interface Row {
  id: string;
  /** Is a small house in force, and has a day passed, so that the proposer may decide? */
  small: boolean;
  again: boolean;
  proposed_at: Date;
  decided_at: Date | null;
  state: RoleProposalView['state'];
  role: RoleProposalView['role'];
  reason: string | null;
  group_name: string | null;
  team: RoleProposalView['reach']['team'];
  client: RoleProposalView['reach']['client'];
  person: Omit<RoleProposalView['person'], 'staffNumber'>;
  staff_number: string;
  proposer: RoleProposalView['proposedBy'];
  decider: RoleProposalView['decidedBy'];
}

/** Roles that were proposed, for those who decide and those who keep people. */
@Injectable()
export class ProposalsQuery {
  constructor(private readonly source: DataSource) {}

  /** Those of people in the asker's reach, the newest first. @throws DomainError `bad_cursor` */
  async list(asker: Asker, { state, cursor, limit }: Question): Promise<ProposalList> {
    const parameters = new Parameters();
    const teams = teamsWithin(asker, 'roles.approve');
    const conditions = [teams === null ? 'true' : `person.team_id = any(${parameters.add(teams)}::uuid[])`];
    if (state) conditions.push(`reach.state = ${parameters.add(state)}`);
    // Ids are in the order of their making.
    if (cursor) conditions.push(`reach.id::text < ${parameters.add(keyFrom(cursor, 1)[0])}`);
    const rows: Row[] = await this.source.query(
      `${PROPOSALS} where ${conditions.join(' and ')} order by reach.id desc limit ${parameters.add(limit + 1)}`,
      parameters.values,
    );
    const items = rows.slice(0, limit).map((row) => viewOf(row, asker));
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? writeKey(last.proposalId) : null };
  }

  async ofPerson(asker: Asker, personId: string): Promise<RoleProposalView[]> {
    const sql = `${PROPOSALS} where reach.person_id = $1 order by reach.id desc limit 50`;
    const rows: Row[] = await this.source.query(sql, [personId]);
    return rows.map((row) => viewOf(row, asker));
  }
}

function viewOf(row: Row, { personId, held }: Asker): RoleProposalView {
  const another = (row.proposer.personId !== personId || row.again) && row.person.personId !== personId;
  return {
    proposalId: row.id,
    person: { ...row.person, staffNumber: row.staff_number },
    role: row.role,
    reach: { team: row.team, client: row.client },
    proposedBy: row.proposer,
    proposedAt: row.proposed_at.toISOString(),
    state: row.state,
    decidedBy: row.decider,
    decidedAt: row.decided_at?.toISOString() ?? null,
    reason: row.reason,
    group: row.group_name,
    mayDecide: row.state === 'waiting' && another && permissionsOf(held).includes('roles.approve'),
  };
}
