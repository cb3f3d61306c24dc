import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Bilingual, type LegalCaseList, type LegalCaseQuery, type LegalCaseView } from '#contracts';
import { legalRefusals } from '#legal';
import { scopeOf, type Asker } from '#people';
import { Parameters } from '../reach/visible-legs.js';

const MOST = 200;

interface Row {
  id: string;
  reference: string;
  title: string;
  state: 'open' | 'closed';
  opened_by: { personId: string; name: Bilingual };
  opened_at: Date;
  closed_at: Date | null;
}

/** Reads legal cases: all of them with a role for every client, else those that one opened. */
@Injectable()
export class LegalCasesQuery {
  constructor(private readonly source: DataSource) {}

  async list(asker: Asker, { state, search }: LegalCaseQuery): Promise<LegalCaseList> {
    const parameters = new Parameters();
    const conditions = [visibleCases(asker, parameters)];
    if (state) conditions.push(`one.state = ${parameters.add(state)}`);
    if (search)
      conditions.push(`position(lower(${parameters.add(search)}) in lower(concat_ws(' ', reference, title))) > 0`);
    return { items: await this.read(conditions.join(' and '), parameters) };
  }

  /** @throws DomainError `no_such_case` */
  async one(asker: Asker, caseId: string): Promise<LegalCaseView> {
    const parameters = new Parameters();
    const condition = `${visibleCases(asker, parameters)} and one.id = ${parameters.add(caseId)}`;
    const [found] = await this.read(condition, parameters);
    if (!found) throw legalRefusals.no_such_case();
    return found;
  }

  private async read(condition: string, { values }: Parameters): Promise<LegalCaseView[]> {
    const rows: Row[] = await this.source.query(
      `select one.id, reference, title, state, opened_at, closed_at, json_build_object('personId', person.id,
         'name', json_build_object('zh', name_zh, 'en', name_en)) as opened_by
       from legal_case one join person on person.id = opened_by_person_id
       where ${condition} order by opened_at desc, one.id desc limit ${MOST}`,
      values,
    );
    return rows.map((row) => ({
      caseId: row.id,
      reference: row.reference,
      title: row.title,
      state: row.state,
      openedBy: row.opened_by,
      openedAt: row.opened_at.toISOString(),
      closedAt: row.closed_at?.toISOString() ?? null,
    }));
  }
}

/** Which rows of `legal_case one` a person may see: clients are kept apart, and a case names none. */
export const visibleCases = (asker: Pick<Asker, 'held' | 'personId'>, parameters: Parameters): string =>
  scopeOf('legal.read', asker.held, asker.personId).kind === 'all'
    ? 'true'
    : `one.opened_by_person_id = ${parameters.add(asker.personId)}`;
