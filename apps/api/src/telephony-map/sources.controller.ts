import { Controller } from '@nestjs/common';
import {
  telephonySystemsRoutes as routes,
  type AsideFiles,
  type Made,
  type RecordsPreview,
  type TakenRecords,
  type TelephonySystemDetail,
  type TelephonySystems,
} from '#contracts';
import { SentRecords, TelephonySystemsService } from '#intake';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { SourcesQuery } from './sources.query.js';

@Controller()
export class SourcesController {
  constructor(
    private readonly query: SourcesQuery,
    private readonly sources: TelephonySystemsService,
    private readonly sent: SentRecords,
  ) {}

  @Route(routes.list)
  list(): Promise<TelephonySystems> {
    return this.query.list();
  }

  @Route(routes.one)
  one({ sourceId }: Asked<typeof routes.one>): Promise<TelephonySystemDetail> {
    return this.query.one(sourceId);
  }

  @Route(routes.create)
  async create({ asker, body }: Asked<typeof routes.create>): Promise<Made> {
    return { id: await this.sources.create(body, asker.personId) };
  }

  @Route(routes.change)
  change({ asker, sourceId, body }: Asked<typeof routes.change>): Promise<void> {
    return this.sources.change(sourceId, body, asker.personId);
  }

  @Route(routes.end)
  end({ asker, sourceId }: Asked<typeof routes.end>): Promise<void> {
    return this.sources.end(sourceId, asker.personId);
  }

  @Route(routes.preview)
  async preview({ body }: Asked<typeof routes.preview>): Promise<RecordsPreview> {
    return this.sent.preview(body);
  }

  @Route(routes.records)
  records({ asker, sourceId, body }: Asked<typeof routes.records>): Promise<TakenRecords> {
    return this.sent.take(sourceId, body, asker.personId);
  }

  @Route(routes.files)
  files({ sourceId, query }: Asked<typeof routes.files>): Promise<AsideFiles> {
    return this.query.files(sourceId, query);
  }

  @Route(routes.again)
  again({ asker, sourceId, fileId }: Asked<typeof routes.again>): Promise<void> {
    return this.sources.settleFile(sourceId, fileId, 'again', asker.personId);
  }

  @Route(routes.away)
  away({ asker, sourceId, fileId }: Asked<typeof routes.away>): Promise<void> {
    return this.sources.settleFile(sourceId, fileId, 'away', asker.personId);
  }
}
