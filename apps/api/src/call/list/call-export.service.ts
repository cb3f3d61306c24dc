/*
 * How a list leaves as a file
 *   1. Before a byte is sent, the journal says who began to take what (its filters; of searched words only that there were some).
 *   2. Rows are read a page at a time by their key, with the reach of `calls.export`, and masked as on the screen.
 *   3. At the end, also of one that was broken off, the journal says how many rows left. A process killed in between leaves the first entry.
 */
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type CallFilters, type CallSort, type Language } from '#contracts';
import { JournalService } from '#journal';
import { CompanyService, type Asker } from '#people';
import { newId } from '#platform';
import { CallListQuery } from './call-list.query.js';
import { type AskedCalls } from './listed-calls.js';
import { BYTE_ORDER_MARK } from '#platform/rules';
import { cutLine, exportLine, headLine } from './export-line.rules.js';
import { summaryOf } from '#calls/rules';

/** Most rows of one file; spreadsheets take ten times as many. */
export const MOST_EXPORTED = 100_000;
const PAGE = 500;

@Injectable()
export class CallExport {
  constructor(
    private readonly source: DataSource,
    private readonly calls: CallListQuery,
    private readonly company: CompanyService,
    private readonly journal: JournalService,
  ) {}

  /** The file, as it is read. Nothing is sent before the journal knows of it. */
  async start(
    asker: Asker,
    { sort, ...filters }: CallFilters & { sort: CallSort },
    language: Language,
  ): Promise<AsyncGenerator<string>> {
    const exportId = newId();
    const { timeZone } = await this.company.profile();
    const about = { actorPersonId: asker.personId };
    await this.source.transaction((tx) =>
      this.journal.append(tx, 'calls.export_started', { exportId, filters: summaryOf(filters) }, about),
    );
    return this.lines(exportId, asker, filters, { sort, language, timeZone });
  }

  private async *lines(
    exportId: string,
    asker: Asker,
    filters: CallFilters,
    { sort, language, timeZone }: { sort: CallSort; language: Language; timeZone: string },
  ): AsyncGenerator<string> {
    let rows = 0;
    let complete = false;
    try {
      yield BYTE_ORDER_MARK + headLine(language);
      let cursor: string | null = null;
      do {
        const limit = Math.min(PAGE, MOST_EXPORTED - rows);
        const question: AskedCalls = { asker, permission: 'calls.export', filters };
        const page = await this.calls.stretch(question, sort, { toward: 'down', cursor, limit });
        yield page.rows.map((row) => exportLine(row, language, timeZone)).join('');
        rows += page.rows.length;
        cursor = page.more ? page.last : null;
      } while (cursor !== null && rows < MOST_EXPORTED);
      if (cursor !== null) yield cutLine(language, rows);
      complete = cursor === null;
    } finally {
      await this.source.transaction((tx) =>
        this.journal.append(tx, 'calls.exported', { exportId, rows, complete }, { actorPersonId: asker.personId }),
      );
    }
  }
}
