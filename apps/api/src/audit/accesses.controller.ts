import { Controller, type StreamableFile } from '@nestjs/common';
import {
  accessesRoutes,
  type AccessPage,
  type OpenGrantList,
  type PastCorrectionList,
  type UnusualView,
} from '#contracts';
import { CompanyService } from '#people';
import { besideCursor } from '../reach/beside-cursor.js';
import { type Asked } from '../routes/asked.js';
import { RawRoute, Route } from '../routes/route.decorator.js';
import { AccessLogQuery } from './access-log.query.js';
import { AuditExport } from './audit-export.service.js';
import { ACCESS_SHEET, CORRECTION_SHEET, GRANT_SHEET, UNUSUAL_SHEET } from './audit-lines.rules.js';
import { csvFile } from './csv-file.js';
import { OpenGrantsQuery } from './open-grants.query.js';
import { PastCorrectionsQuery } from './past-corrections.query.js';
import { UnusualAccessQuery } from './unusual-access.query.js';

/** Who heard, read or took what and why, which rights are open, and what is worth a look. */
@Controller()
export class AccessesController {
  constructor(
    private readonly log: AccessLogQuery,
    private readonly grants: OpenGrantsQuery,
    private readonly unusual: UnusualAccessQuery,
    private readonly pastCorrections: PastCorrectionsQuery,
    private readonly exports: AuditExport,
    private readonly company: CompanyService,
  ) {}

  @Route(accessesRoutes.page)
  async page({ asker, query }: Asked<typeof accessesRoutes.page>): Promise<AccessPage> {
    const { cursor, limit, ...filters } = query;
    const beside = cursor === undefined ? null : besideCursor(cursor);
    if (beside === null) await this.exports.searched(asker, 'accesses', filters);
    const { timeZone } = await this.company.profile();
    const { rows, next } = await this.log.page(asker, { filters, timeZone }, { beside, limit });
    return { accesses: rows, nextCursor: next };
  }

  @RawRoute(accessesRoutes.export)
  async export({ asker, query }: Asked<typeof accessesRoutes.export>): Promise<StreamableFile> {
    const { exportLanguage, ...filters } = query;
    const { timeZone } = await this.company.profile();
    const order = { of: 'accesses', filters, language: exportLanguage ?? asker.language } as const;
    const lines = await this.exports.start(asker, order, ACCESS_SHEET, (beside, limit) =>
      this.log.page(asker, { filters, timeZone }, { beside, limit }),
    );
    return csvFile('accesses', lines);
  }

  @Route(accessesRoutes.open)
  open({ asker }: Asked<typeof accessesRoutes.open>): Promise<OpenGrantList> {
    return this.grants.list(asker);
  }

  @RawRoute(accessesRoutes.exportGrants)
  async exportGrants({ asker, query }: Asked<typeof accessesRoutes.exportGrants>): Promise<StreamableFile> {
    const order = { of: 'grants', filters: {}, language: query.exportLanguage ?? asker.language } as const;
    const lines = await this.exports.start(asker, order, GRANT_SHEET, async () => ({
      rows: (await this.grants.list(asker)).grants,
      next: null,
    }));
    return csvFile('open-grants', lines);
  }

  @Route(accessesRoutes.corrections)
  async corrections({ asker }: Asked<typeof accessesRoutes.corrections>): Promise<PastCorrectionList> {
    await this.exports.searched(asker, 'corrections', {});
    return { corrections: await this.pastCorrections.list(asker) };
  }

  @RawRoute(accessesRoutes.exportCorrections)
  async exportCorrections({ asker, query }: Asked<typeof accessesRoutes.exportCorrections>): Promise<StreamableFile> {
    const order = { of: 'corrections', filters: {}, language: query.exportLanguage ?? asker.language } as const;
    const lines = await this.exports.start(asker, order, CORRECTION_SHEET, async () => ({
      rows: await this.pastCorrections.list(asker),
      next: null,
    }));
    return csvFile('past-corrections', lines);
  }

  @Route(accessesRoutes.worthALook)
  async worthALook({ asker, query }: Asked<typeof accessesRoutes.worthALook>): Promise<UnusualView> {
    const view = await this.unusual.view(asker, query);
    await this.exports.searched(asker, 'unusual', { from: view.from, to: view.to });
    return view;
  }

  @RawRoute(accessesRoutes.exportUnusual)
  async exportUnusual({ asker, query }: Asked<typeof accessesRoutes.exportUnusual>): Promise<StreamableFile> {
    const { exportLanguage, ...asked } = query;
    const { findings, from, to } = await this.unusual.view(asker, asked);
    const order = { of: 'unusual', filters: { from, to }, language: exportLanguage ?? asker.language } as const;
    const lines = await this.exports.start(asker, order, UNUSUAL_SHEET, () =>
      Promise.resolve({ rows: findings, next: null }),
    );
    return csvFile('unusual-access', lines);
  }
}
