import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type AsideFile,
  type AsideFiles,
  type AsideQuery,
  type Bilingual,
  type TelephonySourceDetail,
  type TelephonySources,
  type TelephonySourceView,
  type UnreadLineView,
} from '#contracts';
import { SourceHealthService, TelephonySourcesService } from '#intake';
import { CompanyService } from '#people';
import { ENV, type Env } from '#platform';
import { columnsOf, SOURCES } from '#telephony/rules';
import { writeKey, keyFrom } from '../people/list-cursor.rules.js';
import { Parameters } from '../reach/visible-legs.js';
import { sourceViewOf, type SourceRow } from './source-view.rules.js';

const UNREAD = 50;

const SOURCE = `
  select telephony_source.*,
    (select json_agg(json_build_object('teamId', team.id, 'name', json_build_object('zh', name_zh, 'en', name_en)) order by name_zh)
       from team where team.id = any(team_ids)) as teams,
    coalesce((select sum(source_hour.records) from source_hour
       where source_id = telephony_source.id and hour >= date_trunc('day', now() at time zone $1) at time zone $1), 0)::int as today,
    (select count(*)::int from watched_file where source_id = telephony_source.id and state in ('aside', 'again')) as aside,
    coalesce((select sum(size - read_bytes) from watched_log where source_id = telephony_source.id), 0)::float8 as behind,
    watched_look.at as looked_at, watched_look.problem, watched_look.waiting
  from telephony_source left join watched_look on watched_look.source_id = telephony_source.id`;

/** The telephone systems as administrators see them. */
@Injectable()
export class SourcesQuery {
  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
    private readonly health: SourceHealthService,
    private readonly sources: TelephonySourcesService,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Those that run first, by name. */
  async list(): Promise<TelephonySources> {
    const readers = SOURCES.map(({ name, title, label }) => ({ name, title, label, columns: [...columnsOf(name)] }));
    return { sources: await this.views(null), readers, watchedDirs: this.env.watchedDirs };
  }

  /** @throws DomainError `not_found` */
  async one(sourceId: string): Promise<TelephonySourceDetail> {
    await this.sources.byId(sourceId);
    const [view] = await this.views(sourceId);
    if (!view) throw new Error('a source that is there is shown');
    const logs: { name: string; unread: UnreadLineView[] }[] = await this.source.query(
      'select name, unread from watched_log where source_id = $1 order by grew_at desc',
      [sourceId],
    );
    const lines = logs.flatMap(({ name, unread }) => unread.map((line) => ({ ...line, file: name })));
    return { ...view, unreadLines: lines.slice(0, UNREAD) };
  }

  /** @throws DomainError `not_found`, `bad_cursor` */
  async files(sourceId: string, { cursor, limit }: AsideQuery): Promise<AsideFiles> {
    await this.sources.byId(sourceId);
    const parameters = new Parameters();
    const conditions = [`source_id = ${parameters.add(sourceId)}`, `state in ('aside', 'again')`];
    if (cursor) {
      const [since, id] = keyFrom(cursor, 2) as [string, string];
      conditions.push(`(since, id) < (${parameters.add(new Date(since))}::timestamptz, ${parameters.add(id)}::uuid)`);
    }
    const rows: FileRow[] = await this.source.query(
      `select * from watched_file where ${conditions.join(' and ')} order by since desc, id desc limit ${parameters.add(limit + 1)}`,
      parameters.values,
    );
    const items = rows.slice(0, limit).map(fileOf);
    const last = items.at(-1);
    return { items, nextCursor: rows.length > limit && last ? writeKey(last.since, last.fileId) : null };
  }

  private async views(sourceId: string | null): Promise<TelephonySourceView[]> {
    const { timeZone } = await this.company.profile();
    const rows: SourceRow[] = await this.source.query(
      `${SOURCE} where $2::uuid is null or telephony_source.id = $2 order by ended_at is not null, telephony_source.name`,
      [timeZone, sourceId],
    );
    const health = new Map((await this.health.all()).map((one) => [one.sourceId, one.health]));
    return rows.map((row) => sourceViewOf(row, health.get(row.id) ?? 'waiting'));
  }
}

interface FileRow {
  id: string;
  name: string;
  size: string;
  since: Date;
  reason: AsideFile['reason'];
  about: string[];
  said: Bilingual | null;
  state: string;
}

const fileOf = (row: FileRow): AsideFile => ({
  ...{ fileId: row.id, name: row.name, bytes: Number(row.size), since: row.since.toISOString() },
  ...{ reason: row.reason, about: row.about, said: row.said, again: row.state === 'again' },
});
