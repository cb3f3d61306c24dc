import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type LineProblem, type StaffPreview } from '#contracts';
import { JournalService } from '#journal';
import { type WithinTeams } from '../extensions/extension-map.service.js';
import { type Decider } from '../roles/role-proposal.service.js';
import { checkPlan, inTurns, listed, planHash, sha256Of } from '../tables/plan-hash.js';
import { readTable } from '../tables/read-table.js';
import { StaffBookReader } from './staff-book.js';
import { readStaffRow, STAFF_COLUMNS, teamFinder, type StaffRow } from './staff-file.rules.js';
import { noRowsSeen, planStaffRow, type PlannedRow } from './staff-plan.rules.js';
import { StaffWriter } from './staff-writer.js';

const LISTED_ROWS = 200;

/**
 * Staff from a CSV file: previewed line by line, then applied as a whole or not at all. Roles are only proposed: each waits for a second
 * person. Up to 10,000 lines, read and weighed in turns so that other requests go on.
 */
@Injectable()
export class StaffImportService {
  constructor(
    private readonly source: DataSource,
    private readonly books: StaffBookReader,
    private readonly writer: StaffWriter,
    private readonly journal: JournalService,
  ) {}

  /** @throws DomainError as `readTable` */
  async preview(bytes: Uint8Array, importer: Decider): Promise<StaffPreview> {
    return (await this.plan(this.source.manager, bytes, importer)).preview;
  }

  /** @throws DomainError `import_has_problems`, `changed_since_preview` */
  async apply(bytes: Uint8Array, plan: string, importer: Decider): Promise<StaffPreview> {
    return this.source.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(7315)');
      const { preview, rows } = await this.plan(tx, bytes, importer);
      checkPlan(plan, preview.plan);
      await this.writer.write(tx, rows, importer.personId);
      const { new: created, changed, unchanged, accounts, proposals } = preview.counts;
      const details = { sha256: sha256Of(bytes), created, changed, unchanged, accounts, proposals };
      await this.journal.append(tx, 'staff.imported', details, { actorPersonId: importer.personId });
      return preview;
    });
  }

  private async plan(tx: EntityManager, bytes: Uint8Array, importer: Decider) {
    const table = await readTable(bytes, STAFF_COLUMNS);
    const problems: LineProblem[] = [...table.problems];
    const rows = await this.readRows(tx, table.rows, importer.within, problems);
    const book = await this.books.read(tx, rows, importer);
    const planned: PlannedRow[] = [];
    const seen = noRowsSeen();
    await inTurns(rows, (row) => {
      const found = planStaffRow(row, book, seen);
      if ('words' in found) problems.push(found);
      else planned.push(found);
    });
    const errors = new Set(problems.map(({ line }) => line)).size;
    const plan =
      problems.length > 0 ? null : await planHash(planned.map(({ known, ...rest }) => [known?.personId, rest]));
    const preview: StaffPreview = { plan, encoding: table.encoding, ...listed(problems), ...rowsOf(planned, errors) };
    return { preview, rows: planned };
  }

  private async readRows(
    tx: EntityManager,
    lines: Parameters<typeof readStaffRow>[0][],
    within: WithinTeams,
    problems: LineProblem[],
  ): Promise<StaffRow[]> {
    const find = teamFinder(await this.books.openTeams(tx, within));
    const rows: StaffRow[] = [];
    await inTurns(lines, (line) => {
      const read = readStaffRow(line, find);
      if (Array.isArray(read)) problems.push(...read);
      else rows.push(read);
    });
    return rows;
  }
}

function rowsOf(planned: readonly PlannedRow[], errors: number) {
  const touched = planned.filter(({ result }) => result !== 'unchanged');
  const count = (result: PlannedRow['result']) => planned.filter((row) => row.result === result).length;
  const rows = touched
    .slice(0, LISTED_ROWS)
    .map(({ row: { line, staffNumber }, result, changes }) => ({ line, staffNumber, result, changes }));
  const counts = {
    ...{ new: count('new'), changed: count('changed'), unchanged: count('unchanged'), error: errors },
    accounts: planned.filter(({ row, known }) => row.username !== null && !known?.accountId).length,
    proposals: planned.reduce((sum, { proposals }) => sum + proposals.length, 0),
  };
  return { rows, moreRows: Math.max(0, touched.length - LISTED_ROWS), counts };
}
