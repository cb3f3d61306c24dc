import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Bilingual, type ItemReportBy, type ReportBy } from '#contracts';

export interface RowName {
  name: Bilingual | null;
  detail: string | null;
  critical: boolean;
}

interface Found {
  key: string;
  zh: string;
  en: string;
  detail: string | null;
}

const SQL: Partial<Record<ReportBy, string>> = {
  team: 'select id as key, name_zh as zh, name_en as en, null as detail from team where id = any($1::uuid[])',
  client: 'select id as key, name_zh as zh, name_en as en, null as detail from client where id = any($1::uuid[])',
  agent:
    'select id as key, name_zh as zh, name_en as en, staff_number as detail from person where id = any($1::uuid[])',
};

/** What the rows of a report are called on screens and in files. */
@Injectable()
export class RowNamesQuery {
  constructor(private readonly source: DataSource) {}

  /** By key; a key that says it all is not among them. */
  async ofCalls(by: ReportBy, keys: readonly string[]): Promise<Map<string, RowName>> {
    const sql = SQL[by === 'reviewer' ? 'agent' : by];
    if (!sql) return new Map();
    const found: Found[] = await this.source.query(sql, [keys]);
    return new Map(found.map(({ key, zh, en, detail }) => [key, { name: { zh, en }, detail, critical: false }]));
  }

  /**
   * Items as the newest version that has them calls them, also where later versions dropped them: calls were judged by those too. A clause is
   * critical where one of the items that rest on it is.
   */
  async ofResults(by: ItemReportBy): Promise<Map<string, RowName>> {
    const found: { id: string; title: Bilingual; clause: string; parts: string[]; critical: boolean }[] =
      await this.source.query(
        `select distinct on (item->>'id'${by === 'clause' ? `, item->>'clause'` : ''}) item->>'id' as id, item->'title' as title,
           item->>'clause' as clause, array(select clause_parts(item->>'clause')) as parts,
           coalesce(item->'critical' not in ('false', 'null'), false) as critical
         from checklist_version, jsonb_array_elements(definition->'sections') section, jsonb_array_elements(section->'items') item
         order by item->>'id'${by === 'clause' ? `, item->>'clause'` : ''}, published_at desc, version desc`,
      );
    if (by === 'item')
      return new Map(found.map(({ id, title, clause, critical }) => [id, { name: title, detail: clause, critical }]));
    const clauses = found.flatMap(({ parts, critical }) => parts.map((part) => ({ part, critical })));
    const critical = new Set(clauses.filter((one) => one.critical).map(({ part }) => part));
    return new Map(clauses.map(({ part }) => [part, { name: null, detail: null, critical: critical.has(part) }]));
  }
}
