import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type CallDisputes,
  type ContestedItems,
  type DisputeList,
  type DisputeListQuery,
  type DisputeView,
} from '#contracts';
import { countsAs, reaches, scopeOf, type Asker } from '#people';
import { Clock } from '#platform';
import { disputesClosableBy, ContestableItems, daysAfter, involvedIn, WithheldResults, type Decider } from '#reviews';
import { wilson } from '#quality';
import { writeCursor, besideCursor } from '../reach/cursor.rules.js';
import { Parameters, resultShown, visibleLegs } from '../reach/visible-legs.js';
import { apiRefusals } from '../refusals.js';
import {
  redactedForFormerAgent,
  DISPUTE_COLUMNS,
  DISPUTE_TABLES,
  disputeView,
  type DisputeRecord,
} from './dispute-record.js';

/** Reads disputes, as far as the asker's rights reach. */
@Injectable()
export class DisputesQuery {
  constructor(
    private readonly source: DataSource,
    private readonly contestables: ContestableItems,
    private readonly withheld: WithheldResults,
    private readonly clock: Clock,
  ) {}

  /** What is open by when it is due; all else the latest first. @throws DomainError `bad_cursor` */
  async list(asker: Asker, { show, cursor, limit }: DisputeListQuery): Promise<DisputeList> {
    const parameters = new Parameters();
    const conditions = [visibleDisputes(asker, parameters), await this.shown(asker, parameters)];
    // What sleeps waits for a second person who closes it, at the time when it was due.
    if (show === 'waiting')
      conditions.push(`one.closed_at is null and (one.outcome is null or one.slept_at is not null)`);
    if (show === 'mine') conditions.push(`one.filed_by_person_id = ${parameters.add(asker.personId)}`);
    const [key, order, beyond] = show === 'waiting' ? ['one.due_at', 'asc', '>'] : ['one.filed_at', 'desc', '<'];
    if (cursor !== undefined) {
      const { startedAtMicros: micros, callId: id } = besideCursor(cursor);
      const at = `timestamptz 'epoch' + ${parameters.add(micros)}::bigint * interval '1 microsecond'`;
      conditions.push(`(${key}, one.id) ${beyond} (${at}, ${parameters.add(id)}::uuid)`);
    }
    const rows: (DisputeRecord & { key: string })[] = await this.source.query(
      `select ${DISPUTE_COLUMNS}, (extract(epoch from ${key}) * 1000000)::bigint::text as key from ${DISPUTE_TABLES}
       where ${conditions.map((one) => `(${one})`).join(' and ')} order by ${key} ${order}, one.id ${order} limit ${parameters.add(limit + 1)}`,
      parameters.values,
    );
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    const items = await this.views(
      asker,
      page.map(({ key: _, ...row }) => row),
    );
    return { items, nextCursor: last ? writeCursor({ startedAtMicros: last.key, callId: last.disputeId }) : null };
  }

  /** @throws DomainError `not_found` */
  async one(asker: Asker, disputeId: string): Promise<DisputeView> {
    const parameters = new Parameters();
    const visible = `${visibleDisputes(asker, parameters)} and ${await this.shown(asker, parameters)}`;
    const rows: DisputeRecord[] = await this.source.query(
      `select ${DISPUTE_COLUMNS} from ${DISPUTE_TABLES} where one.id = ${parameters.add(disputeId)} and ${visible}`,
      parameters.values,
    );
    const [view] = await this.views(asker, rows);
    if (!view) throw apiRefusals.not_found();
    return view;
  }

  /** The disputes of a call, the latest first, and what the asker may contest of their own legs. */
  async ofCall(asker: Asker, callIds: readonly string[]): Promise<CallDisputes> {
    const parameters = new Parameters();
    const visible = `${visibleDisputes(asker, parameters)} and ${await this.shown(asker, parameters)}`;
    const rows: DisputeRecord[] = await this.source.query(
      `select ${DISPUTE_COLUMNS} from ${DISPUTE_TABLES} where one.call_id = any(${parameters.add(callIds)}::uuid[]) and ${visible}
       order by one.filed_at desc, one.id desc`,
      parameters.values,
    );
    return { items: await this.views(asker, rows), open: await this.contestable(asker, callIds) };
  }

  /** Whether the asker is to score the leg themselves before its results are shown to them. */
  async isWithheld({ personId }: Asker, legId: string): Promise<boolean> {
    return (await this.withheld.of({ personId })).includes(legId);
  }

  /** What a person is to a dispute of this leg, as far as their roles go. */
  deciderOf({ held, personId }: Asker, leg: { teamId: string; personId: string }): Decider {
    const may = (permission: 'disputes.decide' | 'disputes.decide_last') =>
      reaches(scopeOf(permission, held, personId), leg);
    return { personId, decides: may('disputes.decide'), decidesLast: may('disputes.decide_last') };
  }

  /** Items by how many disputes of the last days were granted, the most first. */
  async contested(asker: Asker, days: number): Promise<ContestedItems> {
    const parameters = new Parameters();
    const visible = `${visibleLegs('disputes.decide', asker, parameters)} and ${await this.shown(asker, parameters)}`;
    const since = parameters.add(daysAfter(this.clock.now(), -days));
    const rows: (Omit<ContestedItems['items'][number], 'rate' | 'checklist'> & {
      checklistId: string;
      checklistTitle: never;
    })[] = await this.source.query(contestedSql(visible, since), parameters.values);
    return {
      items: rows.map(({ checklistId, checklistTitle, ...row }) => ({
        ...row,
        checklist: { id: checklistId, title: checklistTitle },
        rate: wilson(row.granted, row.decided),
      })),
    };
  }

  /** A dispute tells the result that it contests: not to a person who is to judge that leg blind. */
  private async shown(asker: Asker, parameters: Parameters): Promise<string> {
    return resultShown(await this.withheld.of(asker), parameters);
  }

  private async contestable(asker: Asker, callIds: readonly string[]): Promise<CallDisputes['open']> {
    const parameters = new Parameters();
    const visible = visibleLegs('disputes.file', asker, parameters);
    const me = parameters.add(asker.personId);
    const scores: { legId: string; checklistId: string }[] = await this.source.query(
      `select distinct leg.id as "legId", card.checklist_id as "checklistId" from leg join scorecard card on card.leg_id = leg.id
       where leg.call_id = any(${parameters.add(callIds)}::uuid[]) and leg.person_id = ${me} and ${visible} and ${await this.shown(asker, parameters)}`,
      parameters.values,
    );
    const open: CallDisputes['open'] = [];
    for (const score of scores)
      for (const { until, ...item } of await this.contestables.of(this.source.manager, score))
        open.push({ ...item, until: until.toISOString() });
    return open;
  }

  private async views(asker: Asker, rows: readonly DisputeRecord[]): Promise<DisputeView[]> {
    const ids = rows.map(({ disputeId }) => disputeId);
    const involved = await involvedIn(this.source.manager, ids, countsAs(asker));
    const now = this.clock.now();
    const closable = await disputesClosableBy(this.source.manager, ids, asker.personId, now);
    const scope = scopeOf('disputes.read', asker.held, asker.personId);
    return rows.map((every) => {
      const row = reaches(scope, { teamId: every.teamId, personId: every.agent.personId })
        ? every
        : redactedForFormerAgent(every);
      const by = this.deciderOf(asker, { teamId: row.teamId, personId: row.agent.personId });
      const { disputeId } = row;
      return disputeView(row, { ...by, involved: involved.has(disputeId), closes: closable.has(disputeId) }, now);
    });
  }
}

/** Agents see what they contested themselves, also of a leg that is another person's since; others the disputes of legs that they reach. */
function visibleDisputes(asker: Asker, parameters: Parameters): string {
  const scope = scopeOf('disputes.read', asker.held, asker.personId);
  if (scope.kind === 'none') return 'false';
  if (scope.kind === 'all') return 'true';
  const ofTeams = `leg.team_id = any(${parameters.add(scope.teamIds)}::uuid[])`;
  return scope.ownPersonId === null
    ? ofTeams
    : `(${ofTeams} or one.filed_by_person_id = ${parameters.add(scope.ownPersonId)}::uuid)`;
}

const contestedSql = (visible: string, since: string): string => `
  select one.checklist_id as "checklistId", one.item_id as "itemId",
    (array_agg(version.definition->'title' order by one.filed_at desc))[1] as "checklistTitle",
    (array_agg((select item->'title' from jsonb_array_elements(version.definition->'sections') section, jsonb_array_elements(section->'items') item
      where item->>'id' = one.item_id limit 1) order by one.filed_at desc))[1] as title,
    count(*)::int as filed, (count(*) filter (where one.outcome in ('granted', 'kept')))::int as decided,
    (count(*) filter (where one.outcome = 'granted'))::int as granted,
    to_jsonb(coalesce((array_agg(json_build_object('disputeId', one.id, 'callId', one.call_id, 'leg',
      (select count(*) from leg earlier where earlier.call_id = leg.call_id and earlier.position <= leg.position), 'atMs', one.at_ms)
      order by one.filed_at desc) filter (where one.outcome = 'granted'))[1:3], '{}')) as examples
  from dispute one join leg on leg.id = one.leg_id join scorecard card on card.id = one.scorecard_id
  join checklist_version version on version.checklist_id = card.checklist_id and version.version = card.checklist_version
  where one.filed_at >= ${since} and one.outcome is distinct from 'withdrawn' and one.closed_at is null and ${visible}
  group by one.checklist_id, one.item_id order by granted desc, filed desc, one.item_id limit 100`;
