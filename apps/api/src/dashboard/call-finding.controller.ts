import { Controller, type StreamableFile } from '@nestjs/common';
import {
  callFindingRoutes,
  type CallCount,
  type CallNeighbours,
  type ChosenCalls,
  type FilterChoices,
} from '#contracts';
import { csvFile } from '../audit/csv-file.js';
import { type Asked } from '../routes/asked.js';
import { RawRoute, Route } from '../routes/route.decorator.js';
import { CallExport } from './call-export.service.js';
import { CallListQuery } from './call-list.query.js';
import { CallNeighboursQuery } from './call-neighbours.query.js';
import { ListedCalls } from './listed-calls.js';
import { ChoicesQuery } from '#reports';

/** What helps to find calls, beside the list itself. */
@Controller()
export class CallFindingController {
  constructor(
    private readonly calls: CallListQuery,
    private readonly listed: ListedCalls,
    private readonly filters: ChoicesQuery,
    private readonly beside: CallNeighboursQuery,
    private readonly exports: CallExport,
  ) {}

  @Route(callFindingRoutes.count)
  count({ asker, query }: Asked<typeof callFindingRoutes.count>): Promise<CallCount> {
    return this.calls.count(asker, query);
  }

  @Route(callFindingRoutes.chosen)
  chosen({ asker, query: filters }: Asked<typeof callFindingRoutes.chosen>): Promise<ChosenCalls> {
    return this.listed.chosen({ asker, permission: 'calls.read', filters });
  }

  @Route(callFindingRoutes.choices)
  choices({ asker, query }: Asked<typeof callFindingRoutes.choices>): Promise<FilterChoices> {
    return this.filters.choices(asker, query);
  }

  @RawRoute(callFindingRoutes.export)
  async export({ asker, query }: Asked<typeof callFindingRoutes.export>): Promise<StreamableFile> {
    const { exportLanguage, ...filters } = query;
    const lines = await this.exports.start(asker, filters, exportLanguage ?? asker.language);
    return csvFile('calls', lines);
  }

  @Route(callFindingRoutes.neighbours)
  neighbours({ asker, callId, query }: Asked<typeof callFindingRoutes.neighbours>): Promise<CallNeighbours> {
    return this.beside.neighbours(asker, callId, query);
  }
}
