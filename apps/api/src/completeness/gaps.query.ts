import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { GAP_ROLE, type Gap, type GapAct, type GapList, type GapListQuery, type GapState } from '#contracts';
import { completenessRefusals } from '#completeness';
import { reaches, scopeOf, type Asker } from '#people';
import { bilingual } from '../people/person.sql.js';
import { Parameters, visibleLegs } from '../reach/visible-legs.js';

const who = (table: string): string =>
  `case when ${table}.id is not null then json_build_object('personId', ${table}.id, 'name', ${bilingual(table)}) end`;

const STATE: Record<GapState, string> = {
  open: 'gap.closed_at is null and gap.asked_at is null',
  waiting: 'gap.closed_at is null and gap.asked_at is not null',
  closed: 'gap.closed_at is not null',
};

type Times = 'startedAt' | 'openedAt' | 'seenAt';
type Row = Omit<Gap, Times | 'closedAt' | 'asked' | 'state' | 'ownedBy' | 'callShown' | 'may'> &
  Record<Times, Date> & {
    closedAt: Date | null;
    asker: { personId: string; name: Gap['agent'] & object } | null;
    askedAt: Date | null;
    personId: string | null;
    teamId: string | null;
  };

/** What is missing of calls within reach. */
@Injectable()
export class GapsQuery {
  constructor(private readonly source: DataSource) {}

  /** The oldest first; of closed ones the latest. @throws DomainError `gap_not_found` where the page begins at none within reach */
  async list(asker: Asker, { state, kind, teamId, source, cursor, limit }: GapListQuery): Promise<GapList> {
    const parameters = new Parameters();
    const visible = visibleLegs('completeness.read', asker, parameters);
    const [time, order, beyond] = state === 'closed' ? ['closed_at', 'desc', '<'] : ['opened_at', 'asc', '>'];
    const asked = [
      ...(kind ? [`gap.kind = ${parameters.add(kind)}`] : []),
      ...(teamId ? [`leg.team_id = ${parameters.add(teamId)}::uuid`] : []),
      ...(source ? [`call.source = ${parameters.add(source)}`] : []),
    ];
    const after = cursor === undefined ? null : parameters.add(cursor);
    if (cursor !== undefined) await this.assertReached(asker, cursor);
    const rows: Row[] = await this.source.query(
      `select gap.id as "gapId", gap.kind, leg.call_id as "callId", gap.leg_id as "legId", call.source, call.started_at as "startedAt",
         case when team.id is not null then ${bilingual('team')} end as team, case when agent.id is not null then ${bilingual('agent')} end as agent,
         leg.extension, gap.facts, ${who('owner')} as owner, gap.opened_at as "openedAt", gap.seen_at as "seenAt", gap.closed_at as "closedAt",
         gap.closing, ${who('asking')} as asker, gap.asked_at as "askedAt", ${who('accepting')} as "acceptedBy",
         coalesce(by_one_person(gap.asked_by_person_id, gap.accepted_by_person_id, gap.closed_at), false) as "byOnePerson", gap.reason, gap.note,
         leg.person_id as "personId", leg.team_id as "teamId"
       from gap join leg on leg.id = gap.leg_id join call on call.id = leg.call_id left join team on team.id = leg.team_id
         left join person agent on agent.id = leg.person_id left join person owner on owner.id = gap.owner_person_id
         left join person asking on asking.id = gap.asked_by_person_id left join person accepting on accepting.id = gap.accepted_by_person_id
       where ${[STATE[state], visible, ...asked].join(' and ')}
         ${after ? `and (gap.${time}, gap.id) ${beyond} (select one.${time}, one.id from gap one where one.id = ${after}::uuid)` : ''}
       order by gap.${time} ${order}, gap.id ${order} limit ${parameters.add(limit + 1)}`,
      parameters.values,
    );
    const items = rows.slice(0, limit).map((row) => viewOf(row, asker, state));
    return { items, nextCursor: rows.length > limit ? (items.at(-1)?.gapId ?? null) : null };
  }

  private async assertReached(asker: Asker, gapId: string): Promise<void> {
    const parameters = new Parameters();
    const visible = visibleLegs('completeness.read', asker, parameters);
    const found: unknown[] = await this.source.query(
      `select 1 from gap join leg on leg.id = gap.leg_id where gap.id = ${parameters.add(gapId)} and ${visible}`,
      parameters.values,
    );
    if (found.length === 0) throw completenessRefusals.gap_not_found();
  }
}

function viewOf({ asker: asking, askedAt, personId, teamId, ...row }: Row, asker: Asker, state: GapState): Gap {
  const leg = { personId, teamId };
  const mends = !asker.acting && reaches(scopeOf('completeness.mend', asker.held, asker.personId), leg);
  return {
    ...row,
    state,
    ownedBy: GAP_ROLE[row.kind],
    startedAt: row.startedAt.toISOString(),
    openedAt: row.openedAt.toISOString(),
    seenAt: row.seenAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    asked: asking && askedAt ? { ...asking, at: askedAt.toISOString() } : null,
    callShown: reaches(scopeOf('calls.read', asker.held, asker.personId), leg),
    may: mends ? actsOf(row, state, asking?.personId === asker.personId, asker.personId) : [],
  };
}

function actsOf({ owner }: Pick<Row, 'owner'>, state: GapState, ownAsk: boolean, personId: string): GapAct[] {
  if (state === 'closed') return [];
  const take: GapAct[] = owner?.personId === personId ? [] : ['take'];
  if (state === 'open') return [...take, 'ask'];
  // Who asked may take it back; that another agrees is asked by the service, which knows small houses.
  return [...take, ...(ownAsk ? [] : (['agree'] as const)), 'refuse'];
}
