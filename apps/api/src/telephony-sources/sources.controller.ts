import { Controller } from '@nestjs/common';
import {
  telephonySourcesRoutes as routes,
  type AsideFiles,
  type Made,
  type QueueTeamList,
  type RecordsPreview,
  type RecordsTakenAnswer,
  type SwitchboardNumberList,
  type TelephonySourceDetail,
  type TelephonySources,
} from '#contracts';
import { SentRecords, sourceRefusals, TelephonySourcesService } from '#intake';
import { CompanyService, peopleRefusals, QueueTeams } from '#people';
import { SwitchboardNumbers } from '#telephony';
import { readNumber } from '#telephony/rules';
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
    private readonly numbers: SwitchboardNumbers,
    private readonly company: CompanyService,
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

  @Route(routes.switchboardNumbers)
  async switchboardNumbers(): Promise<SwitchboardNumberList> {
    const numbers = await this.numbers.list();
    return {
      items: numbers.map(({ id, number, setAt }) => {
        return { switchboardNumberId: id, number, setAt: setAt.toISOString() };
      }),
    };
  }

  @Route(routes.shareNumber)
  async shareNumber({ asker, body }: Asked<typeof routes.shareNumber>): Promise<void> {
    const { region } = await this.company.profile();
    const number = readNumber(body.number, region === 'CN' || region === 'US' ? region : null);
    if (!number || !(await this.numbers.add(number, asker.personId))) throw sourceRefusals.joins_nobody();
  }

  @Route(routes.unshareNumber)
  async unshareNumber({ asker, switchboardNumberId }: Asked<typeof routes.unshareNumber>): Promise<void> {
    if (!(await this.numbers.remove(switchboardNumberId, asker.personId))) throw peopleRefusals.not_found();
  }
}
