import { Controller } from '@nestjs/common';
import {
  checklistsRoutes,
  type BenchAnswer,
  type ChecklistDetail,
  type ChecklistList,
  type ChecklistVersionView,
  type ChecklistYaml,
  type PhraseList,
} from '#contracts';
import { draftOf, toYaml } from '#quality';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';
import { ChecklistBench } from './checklist-bench.service.js';
import { ChecklistsQuery } from './checklists.query.js';

/** Checklists and their versions, to be read and tried out. */
@Controller()
export class ChecklistsController {
  constructor(
    private readonly query: ChecklistsQuery,
    private readonly bench: ChecklistBench,
  ) {}

  @Route(checklistsRoutes.list)
  list({ asker }: Asked<typeof checklistsRoutes.list>): Promise<ChecklistList> {
    return this.query.list(asker);
  }

  @Route(checklistsRoutes.phrases)
  phrases(): PhraseList {
    return this.query.phrases();
  }

  @Route(checklistsRoutes.detail)
  detail({ asker, checklistId }: Asked<typeof checklistsRoutes.detail>): Promise<ChecklistDetail> {
    return this.query.detail(asker, checklistId);
  }

  @Route(checklistsRoutes.version)
  version({ asker, checklistId, version }: Asked<typeof checklistsRoutes.version>): Promise<ChecklistVersionView> {
    return this.query.version(asker, checklistId, version);
  }

  @Route(checklistsRoutes.yaml)
  async yaml({ asker, checklistId, query: { version } }: Asked<typeof checklistsRoutes.yaml>): Promise<ChecklistYaml> {
    const definition =
      version === undefined
        ? (await this.query.draft(asker, checklistId)).definition
        : draftOf((await this.query.version(asker, checklistId, version)).definition);
    return { yaml: toYaml(definition) };
  }

  @Route(checklistsRoutes.judge)
  async judge({ asker, checklistId, body: question }: Asked<typeof checklistsRoutes.judge>): Promise<BenchAnswer> {
    if ('version' in question.checklist) await this.query.version(asker, checklistId, question.checklist.version);
    return this.bench.judge(asker, checklistId, question);
  }
}
