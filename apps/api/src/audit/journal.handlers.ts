import { journalRoutes } from '#contracts';
import { CompanyService } from '#people';
import { besideCursor } from '../reach/cursor.rules.js';
import { implement } from '../routes/implement.js';
import { AuditExport } from './audit-export.service.js';
import { JOURNAL_SHEET } from './audit-lines.rules.js';
import { csvFile } from './csv-file.js';
import { JournalChoicesQuery } from './journal-choices.query.js';
import { JournalQuery } from './journal.query.js';

/** The chained journal, for who audits. */
export const journalHandlers = implement(
  journalRoutes,
  [JournalQuery, JournalChoicesQuery, AuditExport, CompanyService],
  (journal, journalChoicesQuery, exports, company) => ({
    page: async ({ asker, query }) => {
      const { cursor, limit, ...filters } = query;
      const beside = cursor === undefined ? null : besideCursor(cursor);
      if (beside === null) await exports.searched(asker, 'journal', filters);
      const { timeZone } = await company.profile();
      const { rows, next } = await journal.page(asker, { filters, timeZone }, { beside, limit });
      return { entries: rows, nextCursor: next };
    },
    chain: () => journalChoicesQuery.chain(),
    choices: ({ asker }) => journalChoicesQuery.choices(asker),
    export: async ({ asker, query }) => {
      const { exportLanguage, ...filters } = query;
      const { timeZone } = await company.profile();
      const order = { of: 'journal', filters, language: exportLanguage ?? asker.language } as const;
      const lines = await exports.start(asker, order, JOURNAL_SHEET, (beside, limit) =>
        journal.page(asker, { filters, timeZone }, { beside, limit }),
      );
      return csvFile('journal', lines);
    },
  }),
);
