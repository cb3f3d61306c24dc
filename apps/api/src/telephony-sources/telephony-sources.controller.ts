import { Controller } from '@nestjs/common';
import { telephonySourcesRoutes as routes, type QueueTeamList, type RecordsTakenAnswer } from '#contracts';
import { sourceRefusals, TelephonyRecords, TelephonySystemsService } from '#intake';
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
    private readonly records: TelephonyRecords,
    private readonly queues: QueueTeams,
  ) {}

  @Route(routes.records)
  async take({ asker, sourceId, query, request }: Asked<typeof routes.records>): Promise<RecordsTakenAnswer> {
    const of = await this.sources.toSendFor(sourceId, asker);
    const text = (await uploadedFile(request, MAX_RECORDS_BYTES)).toString('utf8');
    const read = this.records.read(of, { name: query.name, text });
    if (!read) throw sourceRefusals.records_of_another_system();
    const { taken, known } = await this.records.take(of, read.records, read.unread.length);
    return { taken, known, unreadCount: read.unread.length, unread: read.unread.slice(0, NAMED) };
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
