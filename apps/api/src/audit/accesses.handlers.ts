import { accessesRoutes } from '#contracts';
import { CompanyService } from '#people';
import { besideCursor } from '../reach/cursor.rules.js';
import { implement } from '../routes/implement.js';
import { AccessLogQuery } from './access-log.query.js';
import { AuditExport } from './audit-export.service.js';
import { ACCESS_SHEET, CORRECTION_SHEET, GRANT_SHEET, UNUSUAL_SHEET } from './audit-lines.rules.js';
import { csvFile } from './csv-file.js';
import { OpenGrantsQuery } from './open-grants.query.js';
import { PastCorrectionsQuery } from './past-corrections.query.js';
import { UnusualAccessQuery } from './unusual-access.query.js';

/** Who heard, read or took what and why, which rights are open, and what is worth a look. */
export const accessesHandlers = implement(
  accessesRoutes,
  [AccessLogQuery, OpenGrantsQuery, UnusualAccessQuery, PastCorrectionsQuery, AuditExport, CompanyService],
  (log, grants, unusual, pastCorrections, exports, company) => ({
    page: async ({ asker, query }) => {
      const { cursor, limit, ...filters } = query;
      const beside = cursor === undefined ? null : besideCursor(cursor);
      if (beside === null) await exports.searched(asker, 'accesses', filters);
      const { timeZone } = await company.profile();
      const { rows, next } = await log.page(asker, { filters, timeZone }, { beside, limit });
      return { accesses: rows, nextCursor: next };
    },
    export: async ({ asker, query }) => {
      const { exportLanguage, ...filters } = query;
      const { timeZone } = await company.profile();
      const order = { of: 'accesses', filters, language: exportLanguage ?? asker.language } as const;
      const lines = await exports.start(asker, order, ACCESS_SHEET, (beside, limit) =>
        log.page(asker, { filters, timeZone }, { beside, limit }),
      );
      return csvFile('accesses', lines);
    },
    open: ({ asker }) => grants.list(asker),
    exportGrants: async ({ asker, query }) => {
      const order = { of: 'grants', filters: {}, language: query.exportLanguage ?? asker.language } as const;
      const lines = await exports.start(asker, order, GRANT_SHEET, async () => ({
        rows: (await grants.list(asker)).grants,
        next: null,
      }));
      return csvFile('open-grants', lines);
    },
    corrections: async ({ asker }) => {
      await exports.searched(asker, 'corrections', {});
      return { corrections: await pastCorrections.list(asker) };
    },
    exportCorrections: async ({ asker, query }) => {
      const order = { of: 'corrections', filters: {}, language: query.exportLanguage ?? asker.language } as const;
      const lines = await exports.start(asker, order, CORRECTION_SHEET, async () => ({
        rows: await pastCorrections.list(asker),
        next: null,
      }));
      return csvFile('past-corrections', lines);
    },
    worthALook: async ({ asker, query }) => {
      const view = await unusual.view(asker, query);
      await exports.searched(asker, 'unusual', { from: view.from, to: view.to });
      return view;
    },
    exportUnusual: async ({ asker, query }) => {
      const { exportLanguage, ...asked } = query;
      const { findings, from, to } = await unusual.view(asker, asked);
      const order = { of: 'unusual', filters: { from, to }, language: exportLanguage ?? asker.language } as const;
      const lines = await exports.start(asker, order, UNUSUAL_SHEET, () =>
        Promise.resolve({ rows: findings, next: null }),
      );
      return csvFile('unusual-access', lines);
    },
  }),
);
