import { Controller } from '@nestjs/common';
import {
  telephonySourcesRoutes as routes,
  type AsideFiles,
  type Made,
  type QueueTeamList,
  type RecordsPreview,
  type RecordsTakenAnswer,
  type TelephonySourceDetail,
  type TelephonySources,
} from '#contracts';
import { SentRecords, TelephonySourcesService } from '#intake';
import { QueueTeams } from '#people';
import { uploadedFile } from '../people/uploaded-file.js';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { SourcesQuery } from './sources.query.js';

/** Bytes; a day of a busy system is less. */
const MAX_RECORDS_BYTES = 64 * 1024 ** 2;

@Controller()
export class SourcesController {
  constructor(
    private readonly query: SourcesQuery,
    private readonly sources: TelephonySourcesService,
    private readonly sent: SentRecords,
    private readonly queues: QueueTeams,
  ) {}

  @Route(routes.list)
  list(): Promise<TelephonySources> {
    return this.query.list();
  }

  @Route(routes.one)
  one({ sourceId }: Asked<typeof routes.one>): Promise<TelephonySourceDetail> {
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
  async records({ asker, sourceId, query, request }: Asked<typeof routes.records>): Promise<RecordsTakenAnswer> {
    const of = await this.sources.toSendFor(sourceId, asker);
    const text = (await uploadedFile(request, MAX_RECORDS_BYTES)).toString('utf8');
    return this.sent.take(of, { name: query.name, text }, asker.personId);
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

  @Route(routes.queueTeams)
  async queueTeams(): Promise<QueueTeamList> {
    return { items: (await this.queues.list()).map(({ queue, teamId }) => ({ queue, teamId })) };
  }

  @Route(routes.setQueueTeam)
  async setQueueTeam({ asker, body: { queue, teamId } }: Asked<typeof routes.setQueueTeam>): Promise<void> {
    await this.queues.set(queue, teamId, asker.personId);
  }
}
