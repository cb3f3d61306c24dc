/*
 * How a part of the audit leaves as a file
 *   1. Before a byte is sent, the journal says who began to take what, by which filters.
 *   2. Rows are read a page at a time. The entry about this very export is later than all of them and is not looked for.
 *   3. At the end, also of one that was broken off, the journal says how many rows left.
 */
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type EventDetails, type Language } from '#contracts';
import { JournalService } from '#journal';
import { CompanyService, type Asker } from '#people';
import { newId } from '#platform';
import { BYTE_ORDER_MARK, csvLine } from '#platform/rules';
import { readCursor, type Cursor } from '../reach/cursor.rules.js';
import { cutLine, type Sheet } from './audit-lines.rules.js';

export type AuditPart = EventDetails<'audit.searched'>['of'];

/** Most rows of one file. */
const MOST = 100_000;
const PAGE = 500;

/** Reads the rows beside a place; `next` as an address has it. */
export type PageReader<T> = (beside: Cursor | null, limit: number) => Promise<{ rows: T[]; next: string | null }>;

/** Filters as the journal keeps them: by name, what was not given left out. */
export const writtenFilters = (filters: object): EventDetails<'audit.searched'>['filters'] =>
  Object.fromEntries(
    Object.entries(filters).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  );

@Injectable()
export class AuditExport {
  constructor(
    private readonly source: DataSource,
    private readonly company: CompanyService,
    private readonly journal: JournalService,
  ) {}

  /** Journals that a person searches, once for each search: pages after the first, and readings of this entry, write nothing. */
  async searched(asker: Asker, of: AuditPart, filters: object): Promise<void> {
    const details = { searchId: newId(), of, filters: writtenFilters(filters) };
    await this.source.transaction((tx) =>
      this.journal.append(tx, 'audit.searched', details, { actorPersonId: asker.personId }),
    );
  }

  /** The file, as it is read. Nothing is sent before the journal knows of it. */
  async start<T>(
    asker: Asker,
    { of, filters, language }: { of: AuditPart; filters: object; language: Language },
    sheet: Sheet<T>,
    read: PageReader<T>,
  ): Promise<AsyncGenerator<string>> {
    const exportId = newId();
    const { timeZone } = await this.company.profile();
    const details = { exportId, of, filters: writtenFilters(filters) };
    await this.source.transaction((tx) =>
      this.journal.append(tx, 'audit.export_started', details, { actorPersonId: asker.personId }),
    );
    return this.lines({ exportId, of, personId: asker.personId }, { language, timeZone }, sheet, read);
  }

  private async *lines<T>(
    { exportId, of, personId }: { exportId: string; of: AuditPart; personId: string },
    manner: { language: Language; timeZone: string },
    sheet: Sheet<T>,
    read: PageReader<T>,
  ): AsyncGenerator<string> {
    let rows = 0;
    let complete = false;
    try {
      yield BYTE_ORDER_MARK + csvLine(sheet.head[manner.language]);
      let beside: Cursor | null = null;
      do {
        const page = await read(beside, Math.min(PAGE, MOST - rows));
        yield page.rows.map((row) => csvLine(sheet.cells(row, manner))).join('');
        rows += page.rows.length;
        beside = page.next === null ? null : readCursor(page.next);
      } while (beside !== null && rows < MOST);
      if (beside !== null) yield cutLine(manner.language, rows);
      complete = beside === null;
    } finally {
      const details = { exportId, of, rows, complete };
      await this.source.transaction((tx) =>
        this.journal.append(tx, 'audit.exported', details, { actorPersonId: personId }),
      );
    }
  }
}
