import { Controller } from '@nestjs/common';
import { telephonySourcesRoutes as routes, type QueueTeamList, type RecordsTakenAnswer } from '#contracts';
import { SentRecords, TelephonySystemsService } from '#intake';
import { QueueTeams } from '#people';
import { uploadedFile } from '../people/uploaded-file.js';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';

/** Bytes; a day of a busy system is less. */
const MAX_RECORDS_BYTES = 64 * 1024 ** 2;
/** Unread lines that are named. */
const NAMED = 100;

@Controller()
export class TelephonySourcesController {
  constructor(
    private readonly sources: TelephonySystemsService,
    private readonly sent: SentRecords,
    private readonly queues: QueueTeams,
  ) {}

  @Route(routes.records)
  async take({ asker, sourceId, query, request }: Asked<typeof routes.records>): Promise<RecordsTakenAnswer> {
    const of = await this.sources.toSendFor(sourceId, asker);
    const text = (await uploadedFile(request, MAX_RECORDS_BYTES)).toString('utf8');
    const { taken, known, unread } = await this.sent.takeFile(of.id, { name: query.name, text }, asker.personId);
    return { taken, known, unreadCount: unread.length, unread: unread.slice(0, NAMED) };
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
