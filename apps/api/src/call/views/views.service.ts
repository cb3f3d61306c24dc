import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  MOST_VIEWS,
  type Bilingual,
  type NewView,
  type SavedView,
  type SavedViewList,
  type ViewChange,
  type WrittenList,
} from '#contracts';
import { JournalService } from '#journal';
import { Person, scopeOf, type Asker } from '#people';
import { Clock, isUniqueViolation, newId } from '#platform';
import { type HeldRole } from '#people/rules';
import { apiRefusals } from '../../refusals.js';

interface ViewRecord {
  id: string;
  name: string;
  filters: WrittenList;
  account_id: string;
  is_default: boolean;
  team_id: string | null;
  team_zh: string;
  team_en: string;
  by_zh: string;
  by_en: string;
}

/**
 * Named filters of the list of calls. They are settings of the account; only giving one to a team, and taking it back, is journalled. A
 * view holds filters and no calls, so a shared one shows each person their own part.
 */
@Injectable()
export class ViewsService {
  constructor(
    private readonly source: DataSource,
    private readonly journal: JournalService,
    private readonly clock: Clock,
  ) {}

  async list(asker: Asker): Promise<SavedViewList> {
    // A view is a person's.
    if (asker.service) throw apiRefusals.forbidden();
    const { teamId } = await this.source.manager.findOneByOrFail(Person, { id: asker.personId });
    const teams = teamsHeardOf(asker.held, { personId: asker.personId, teamId });
    const records: ViewRecord[] = await this.source.query(
      `select view.id, view.name, view.filters, view.account_id, chosen.view_id is not null as is_default,
         team.id as team_id, team.name_zh as team_zh, team.name_en as team_en, person.name_zh as by_zh, person.name_en as by_en
       from saved_view view join account on account.id = view.account_id join person on person.id = account.person_id
       left join team on team.id = view.shared_team_id
       left join default_view chosen on chosen.view_id = view.id and chosen.account_id = $1
       where view.deleted_at is null
         and (view.account_id = $1 or (view.shared_team_id is not null and ($2::uuid[] is null or view.shared_team_id = any($2))))
       order by view.account_id <> $1, lower(view.name), view.id limit 500`,
      [asker.accountId, teams],
    );
    return {
      views: records.map((record) => viewOf(record, asker.accountId)),
      mayShareWith: await this.shareTeams(asker),
    };
  }

  /** @throws DomainError `view_name_taken`, `too_many_views`, `team_not_yours` */
  async create(asker: Asker, { name, filters, shareWithTeamId }: NewView): Promise<{ viewId: string }> {
    this.assertMayShare(asker, shareWithTeamId);
    const viewId = newId();
    await this.unlessTaken(async (tx) => {
      await tx.query('select 1 from account where id = $1 for update', [asker.accountId]);
      await tx.query(
        `delete from saved_view where account_id = $1 and deleted_at < $2::timestamptz - interval '1 day'`,
        [asker.accountId, this.clock.now()],
      );
      const [{ kept }] = await tx.query(
        'select count(*)::int as kept from saved_view where account_id = $1 and deleted_at is null',
        [asker.accountId],
      );
      if (kept >= MOST_VIEWS) throw apiRefusals.too_many_views();
      await tx.query(
        `insert into saved_view (id, account_id, name, filters, shared_team_id, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $6, $6)`,
        [viewId, asker.accountId, name, filters, shareWithTeamId, this.clock.now()],
      );
      await this.noteSharing(tx, asker, viewId, { from: null, to: shareWithTeamId });
    });
    return { viewId };
  }

  /** @throws DomainError `not_found` for another person's view, `view_name_taken`, `team_not_yours` */
  async change(asker: Asker, viewId: string, change: ViewChange): Promise<void> {
    await this.unlessTaken(async (tx) => {
      const before = await this.own(tx, asker, viewId);
      const to = change.shareWithTeamId === undefined ? before.shared_team_id : change.shareWithTeamId;
      if (to !== before.shared_team_id) this.assertMayShare(asker, to);
      await tx.query(
        'update saved_view set name = coalesce($2, name), filters = coalesce($3, filters), shared_team_id = $4, updated_at = $5 where id = $1',
        [viewId, change.name ?? null, change.filters ?? null, to, this.clock.now()],
      );
      await this.noteSharing(tx, asker, viewId, { from: before.shared_team_id, to });
    });
  }

  /** Hides a view; `restore` brings it back as it was. @throws DomainError `not_found` */
  async delete(asker: Asker, viewId: string): Promise<void> {
    await this.source.transaction(async (tx) => {
      const { shared_team_id: from } = await this.own(tx, asker, viewId);
      await tx.query('update saved_view set deleted_at = $2 where id = $1', [viewId, this.clock.now()]);
      await this.noteSharing(tx, asker, viewId, { from, to: null });
    });
  }

  /** Undoes a deletion. @throws DomainError `not_found`, `view_name_taken`, `team_not_yours` */
  async restore(asker: Asker, viewId: string): Promise<void> {
    await this.unlessTaken(async (tx) => {
      const { shared_team_id: to } = await this.own(tx, asker, viewId, 'deleted');
      this.assertMayShare(asker, to);
      await tx.query('update saved_view set deleted_at = null where id = $1', [viewId]);
      await this.noteSharing(tx, asker, viewId, { from: null, to });
    });
  }

  /** Which view opens with the list; null: all calls. @throws DomainError `not_found` for one that the account is not shown */
  async setDefault(asker: Asker, viewId: string | null): Promise<void> {
    const { views } = await this.list(asker);
    if (viewId !== null && !views.some((view) => view.viewId === viewId)) throw apiRefusals.not_found();
    await this.source.transaction(async (tx) => {
      await tx.query('delete from default_view where account_id = $1', [asker.accountId]);
      if (viewId === null) return;
      await tx.query('insert into default_view (account_id, view_id) values ($1, $2)', [asker.accountId, viewId]);
    });
  }

  private async own(
    tx: EntityManager,
    { accountId }: Asker,
    viewId: string,
    which: 'kept' | 'deleted' = 'kept',
  ): Promise<{ shared_team_id: string | null }> {
    const rows: { shared_team_id: string | null }[] = await tx.query(
      `select shared_team_id from saved_view where id = $1 and account_id = $2 and (deleted_at is not null) = $3 for update`,
      [viewId, accountId, which === 'deleted'],
    );
    if (!rows[0]) throw apiRefusals.not_found();
    return rows[0];
  }

  private assertMayShare({ held, personId }: Asker, teamId: string | null): void {
    if (teamId !== null && !mayShareWith(teamId, held, personId)) throw apiRefusals.team_not_yours();
  }

  private async noteSharing(
    tx: EntityManager,
    { personId: actorPersonId }: Asker,
    viewId: string,
    { from, to }: { from: string | null; to: string | null },
  ): Promise<void> {
    if (from === to) return;
    if (from) await this.journal.append(tx, 'view.unshared', { viewId, teamId: from }, { actorPersonId });
    if (to) await this.journal.append(tx, 'view.shared', { viewId, teamId: to }, { actorPersonId });
  }

  private async unlessTaken(work: (tx: EntityManager) => Promise<void>): Promise<void> {
    try {
      await this.source.transaction(work);
    } catch (error) {
      throw isUniqueViolation(error) ? apiRefusals.view_name_taken() : error;
    }
  }

  private async shareTeams({ held, personId }: Asker): Promise<SavedViewList['mayShareWith']> {
    const scope = scopeOf('views.share', held, personId);
    if (scope.kind === 'none') return [];
    const rows: { id: string; zh: string; en: string }[] = await this.source.query(
      'select id, name_zh as zh, name_en as en from team where $1::uuid[] is null or id = any($1) order by name_zh, id limit 500',
      [scope.kind === 'all' ? null : scope.teamIds],
    );
    return rows.map(({ id, zh, en }) => ({ teamId: id, name: { zh, en } }));
  }
}

function viewOf(record: ViewRecord, accountId: string): SavedView {
  const mine = record.account_id === accountId;
  const team: Bilingual = { zh: record.team_zh, en: record.team_en };
  return {
    viewId: record.id,
    name: record.name,
    filters: record.filters,
    sharedWith: record.team_id === null ? null : { teamId: record.team_id, name: team },
    mine,
    by: mine ? null : { zh: record.by_zh, en: record.by_en },
    isDefault: record.is_default,
  };
}

/** May this account give a view to the team? People who lead it or manage quality there may. */
export function mayShareWith(teamId: string, held: readonly HeldRole[], personId: string): boolean {
  const scope = scopeOf('views.share', held, personId);
  return scope.kind === 'all' || (scope.kind === 'some' && scope.teamIds.includes(teamId));
}

/** Teams whose shared views an account is shown: those it may see calls of, and its person's own; null for every team. */
export function teamsHeardOf(held: readonly HeldRole[], person: { personId: string; teamId: string }): string[] | null {
  const scope = scopeOf('calls.read', held, person.personId);
  if (scope.kind === 'all') return null;
  return scope.kind === 'some' ? [...new Set([...scope.teamIds, person.teamId])] : [];
}
