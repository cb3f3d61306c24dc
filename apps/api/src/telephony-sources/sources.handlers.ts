import { telephonySourcesRoutes } from '#contracts';
import { SentRecords, sourceRefusals, TelephonySourcesService } from '#intake';
import { CompanyService, peopleRefusals, QueueTeams } from '#people';
import { SwitchboardNumbers } from '#telephony';
import { readNumber } from '#telephony/rules';
import { uploadedFile } from '../people/uploaded-file.js';
import { implement } from '../routes/implement.js';
import { SourcesQuery } from './sources.query.js';

export const telephonySourcesHandlers = implement(
  telephonySourcesRoutes,
  [SourcesQuery, TelephonySourcesService, SentRecords, QueueTeams, SwitchboardNumbers, CompanyService],
  (sourcesQuery, sources, sent, queues, switchboardNumbers, company) => ({
    list: () => sourcesQuery.list(),
    one: ({ sourceId }) => sourcesQuery.one(sourceId),
    create: async ({ asker, body }) => ({ id: await sources.create(body, asker.personId) }),
    change: ({ asker, sourceId, body }) => sources.change(sourceId, body, asker.personId),
    end: ({ asker, sourceId }) => sources.end(sourceId, asker.personId),
    preview: ({ body }) => sent.preview(body),
    records: async ({ asker, sourceId, query, request }) => {
      const of = await sources.toSendFor(sourceId, asker);
      const text = (await uploadedFile(request, MAX_RECORDS_BYTES)).toString('utf8');
      return sent.take(of, { name: query.name, text }, asker.personId);
    },
    files: ({ sourceId, query }) => sourcesQuery.files(sourceId, query),
    again: ({ asker, sourceId, fileId }) => sources.settleFile(sourceId, fileId, 'again', asker.personId),
    away: ({ asker, sourceId, fileId }) => sources.settleFile(sourceId, fileId, 'away', asker.personId),
    queueTeams: async () => ({ items: (await queues.list()).map(({ queue, teamId }) => ({ queue, teamId })) }),
    setQueueTeam: ({ asker, body: { queue, teamId } }) => queues.set(queue, teamId, asker.personId),
    switchboardNumbers: async () => {
      const numbers = await switchboardNumbers.list();
      return {
        items: numbers.map(({ id, number, setAt }) => {
          return { switchboardNumberId: id, number, setAt: setAt.toISOString() };
        }),
      };
    },
    shareNumber: async ({ asker, body }) => {
      const { region } = await company.profile();
      const number = readNumber(body.number, region === 'CN' || region === 'US' ? region : null);
      if (!number || !(await switchboardNumbers.add(number, asker.personId))) throw sourceRefusals.joins_nobody();
    },
    unshareNumber: async ({ asker, switchboardNumberId }) => {
      if (!(await switchboardNumbers.remove(switchboardNumberId, asker.personId))) throw peopleRefusals.not_found();
    },
  }),
);

/** Bytes; a day of a busy system is less. */
const MAX_RECORDS_BYTES = 64 * 1024 ** 2;
