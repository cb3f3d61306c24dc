import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { DataSource } from 'typeorm';
import {
  type CommitmentFigures,
  type CommitmentHistory,
  type CommitmentList,
  type CommitmentListQuery,
  type CommitmentView,
  type CommitmentViewName,
  type CommitmentWords,
} from '#contracts';
import { CompanyService, scopeOf, type Asker } from '#people';
import { Clock } from '#platform';
import { colleaguesOf, SOON_MINUTES, commitmentsRefusals } from '#commitments';
import { WithheldResults } from '#reviews';
import { Parameters, resultShown } from '../reach/visible-legs.js';
import { PromisedWords } from './commitment-words.js';
import {
  COMMITMENT_COLUMNS,
  COMMITMENT_TABLES,
  viewOf,
  visibleCommitments,
  type CommitmentRecord,
} from './commitment-row.js';
import { apiRefusals } from '../refusals.js';

const DUE = `coalesce(one.due_at, 'infinity'::timestamptz)`;
const CURSOR = /^(infinity|\d{4}-[\dT:.Z-]+)_([0-9a-f-]{36})$/;

/** Which rows a list shows. `$end`: when today ends, by the company's clock. */
const VIEWS: Record<CommitmentViewName, string> = {
  today: `one.state = 'overdue' or (one.state = 'open' and (one.due_at is null or one.due_at < $end))`,
  overdue: `one.state = 'overdue'`,
  open: `one.state = 'open'`,
  waiting: `one.offered_to_person_id is not null and one.state in ('open', 'overdue')`,
  questioned: 'one.questioned_at is not null',
  done: `one.state in ('kept', 'broken', 'released', 'struck')`,
};

/** Reads commitments, as far as the asker's rights reach. */
@Injectable()
export class CommitmentsQuery {
  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
    private readonly promised: PromisedWords,
    private readonly withheld: WithheldResults,
    private readonly clock: Clock,
  ) {}

  /** What is due first comes first, what has no time last; of what is done, the latest. @throws DomainError `bad_cursor` */
  async list(asker: Asker, { view, cursor, limit }: CommitmentListQuery): Promise<CommitmentList> {
    const parameters = new Parameters();
    const done = view === 'done';
    const [key, order, beyond] = done ? ['one.state_at', 'desc', '<'] : [DUE, 'asc', '>'];
    const conditions = [await this.visible(asker, parameters), await this.condition(view, parameters)];
    if (cursor !== undefined) {
      const [, at, id] = CURSOR.exec(cursor) ?? [];
      if (!at || !id || (at !== 'infinity' && Number.isNaN(Date.parse(at)))) throw apiRefusals.bad_cursor();
      conditions.push(`(${key}, one.id) ${beyond} (${parameters.add(at)}::timestamptz, ${parameters.add(id)}::uuid)`);
    }
    const rows: CommitmentRecord[] = await this.source.query(
      `select ${COMMITMENT_COLUMNS} from ${COMMITMENT_TABLES} where ${conditions.map((one) => `(${one})`).join(' and ')}
       order by ${key} ${order}, one.id ${order} limit ${parameters.add(limit + 1)}`,
      parameters.values,
    );
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    const at = done ? last?.stateAt : last?.dueAt;
    const nextCursor = last ? `${at?.toISOString() ?? 'infinity'}_${last.id}` : null;
    return { items: this.views(asker, page), nextCursor };
  }

  /** The promises of a call, in the order in which they were made. Words that newer ones replaced are left out. */
  async ofCall(asker: Asker, callIds: readonly string[]): Promise<CommitmentView[]> {
    const parameters = new Parameters();
    const visible = await this.visible(asker, parameters);
    const rows: CommitmentRecord[] = await this.source.query(
      `select ${COMMITMENT_COLUMNS} from ${COMMITMENT_TABLES}
       where one.call_id = any(${parameters.add(callIds)}::uuid[]) and one.state <> 'superseded' and ${visible} order by leg.position, one.from_ms, one.id`,
      parameters.values,
    );
    return this.views(asker, rows);
  }

  async figures(asker: Asker): Promise<CommitmentFigures> {
    const parameters = new Parameters();
    const visible = await this.visible(asker, parameters);
    const me = parameters.add(asker.personId);
    const soon = parameters.add(new Date(this.clock.now().getTime() + SOON_MINUTES * 60_000));
    const end = parameters.add(await this.endOfToday());
    const settles = settledBy(asker, parameters, me);
    const [row]: CommitmentFigures[] = await this.source.query(
      `select (count(*) filter (where one.state = 'overdue'))::int as overdue,
         (count(*) filter (where one.state = 'open' and one.due_at < ${end}))::int as "dueToday",
         (count(*) filter (where one.state = 'open' and one.due_at < ${soon}))::int as "dueSoon",
         (count(*) filter (where one.state = 'open' and one.due_at is null))::int as "withoutTime",
         (count(*) filter (where one.state = 'open'))::int as open,
         (count(*) filter (where one.offered_to_person_id is not null))::int as waiting,
         (count(*) filter (where one.offered_to_person_id = ${me}::uuid))::int as "waitingForMe",
         (count(*) filter (where one.questioned_at is not null))::int as questioned,
         (count(*) filter (where one.questioned_at is not null and ${settles}))::int as "questionedForMe"
       from commitment one join leg on leg.id = one.leg_id where one.state in ('open', 'overdue') and ${visible}`,
      parameters.values,
    );
    return row!;
  }

  /** What happened to one, oldest first, and who could take it over. @throws DomainError `not_found` */
  async history(asker: Asker, commitmentId: string): Promise<CommitmentHistory> {
    const parameters = new Parameters();
    const visible = await this.visible(asker, parameters);
    const [one]: { clientId: string; ownerPersonId: string }[] = await this.source.query(
      `select one.client_id as "clientId", one.owner_person_id as "ownerPersonId"
       from commitment one join leg on leg.id = one.leg_id where one.id = ${parameters.add(commitmentId)} and ${visible}`,
      parameters.values,
    );
    if (!one) throw commitmentsRefusals.not_found();
    const entries: HistoryRecord[] = await this.source.query(
      `select said.id, said.at, said.action, said.note, said.due_at as "dueAt", said.evidence_call_id as "evidenceCallId",
         by.id as "byId", by.name_zh as "byZh", by.name_en as "byEn", other.id as "toId", other.name_zh as "toZh", other.name_en as "toEn"
       from commitment_event said left join person by on by.id = said.by_person_id left join person other on other.id = said.to_person_id
       where said.commitment_id = $1 order by said.at, said.id limit 500`,
      [commitmentId],
    );
    return { entries: entries.map(entryOf), colleagues: await colleaguesOf(this.source.manager, one) };
  }

  /** @throws DomainError `not_found` */
  async words(asker: Asker, commitmentId: string): Promise<CommitmentWords> {
    const parameters = new Parameters();
    const visible = await this.visible(asker, parameters);
    const [one]: CommitmentRecord[] = await this.source.query(
      `select ${COMMITMENT_COLUMNS} from ${COMMITMENT_TABLES} where one.id = ${parameters.add(commitmentId)} and ${visible}`,
      parameters.values,
    );
    if (!one) throw commitmentsRefusals.not_found();
    return { words: await this.promised.of(asker, one) };
  }

  /** The rule that finds promises judges items, too: what it found is withheld with results, but from those who have to keep it. */
  private async visible(asker: Asker, parameters: Parameters): Promise<string> {
    const reached = visibleCommitments(asker, parameters);
    const withheld = await this.withheld.of(asker);
    if (withheld.length === 0) return reached;
    const shown = resultShown(withheld, parameters, 'one.leg_id');
    const me = parameters.add(asker.personId);
    return `(${reached} and (${shown} or one.owner_person_id = ${me}::uuid or one.offered_to_person_id = ${me}::uuid))`;
  }

  private async condition(view: CommitmentViewName, parameters: Parameters): Promise<string> {
    if (view !== 'today') return VIEWS[view];
    const end = parameters.add(await this.endOfToday());
    return VIEWS.today.replace('$end', end);
  }

  private async endOfToday(): Promise<Date> {
    const { timeZone } = await this.company.profile();
    return DateTime.fromJSDate(this.clock.now(), { zone: timeZone }).startOf('day').plus({ days: 1 }).toJSDate();
  }

  private views(asker: Asker, rows: readonly CommitmentRecord[]): CommitmentView[] {
    return rows.map((one) => viewOf(one, asker, this.clock.now()));
  }
}

/** The condition under which the asker settles whether a row of `one` is a promise. @see refusalOf */
function settledBy({ held, personId, acting }: Asker, parameters: Parameters, me: string): string {
  const scope = scopeOf('commitments.oversee', held, personId);
  if (scope.kind === 'none') return 'false';
  const away = parameters.add(acting?.personId ?? null);
  const others = `${me}::uuid not in (one.owner_person_id, one.questioned_by_person_id)
    and (${away}::uuid is null or ${away}::uuid not in (one.owner_person_id, one.questioned_by_person_id))`;
  if (scope.kind === 'all') return others;
  const teams = parameters.add(scope.teamIds);
  return `(one.team_id = any(${teams}::uuid[]) or leg.team_id = any(${teams}::uuid[])) and ${others}`;
}

interface HistoryRecord {
  id: string;
  at: Date;
  action: CommitmentHistory['entries'][number]['action'];
  note: string | null;
  dueAt: Date | null;
  evidenceCallId: string | null;
  byId: string | null;
  byZh: string;
  byEn: string;
  toId: string | null;
  toZh: string;
  toEn: string;
}

const entryOf = (one: HistoryRecord): CommitmentHistory['entries'][number] => ({
  entryId: one.id,
  at: one.at.toISOString(),
  action: one.action,
  by: one.byId === null ? null : { personId: one.byId, name: { zh: one.byZh, en: one.byEn } },
  to: one.toId === null ? null : { personId: one.toId, name: { zh: one.toZh, en: one.toEn } },
  dueAt: one.dueAt?.toISOString() ?? null,
  evidenceCallId: one.evidenceCallId,
  note: one.note,
});
