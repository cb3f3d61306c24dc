import { checklistsRoutes, modelScorerRoutes, checklistLibraryRoutes } from '#contracts';
import { draftOf, toYaml } from '#quality';
import { implement } from '../routes/implement.js';
import { ChecklistBench } from './checklist-bench.service.js';
import { ChecklistsQuery } from './checklists.query.js';
import { ModelScorerQuery } from './model-scorer.query.js';
import { ChecklistLibraryQuery } from './checklist-library.query.js';

/** Ready checklists by trade, to be read; drafts are made from them as from any other checklist. */
export const checklistLibraryHandlers = implement(checklistLibraryRoutes, [ChecklistLibraryQuery], (query) => ({
  list: () => query.list(),
  entry: ({ entry }) => query.entry(entry),
}));

/** The language model of the user's own that may be asked beside the rules. */
export const modelScorerHandlers = implement(modelScorerRoutes, [ModelScorerQuery], (query) => ({
  view: () => query.view(),
}));

/** Checklists and their versions, to be read and tried out. */
export const checklistsHandlers = implement(checklistsRoutes, [ChecklistsQuery, ChecklistBench], (query, bench) => ({
  list: ({ asker }) => query.list(asker),
  phrases: () => query.phrases(),
  detail: ({ asker, checklistId }) => query.detail(asker, checklistId),
  version: ({ asker, checklistId, version }) => query.version(asker, checklistId, version),
  yaml: async ({ asker, checklistId, query: { version } }) => {
    const definition =
      version === undefined
        ? (await query.draft(asker, checklistId)).definition
        : draftOf((await query.version(asker, checklistId, version)).definition);
    return { yaml: toYaml(definition) };
  },
  judge: async ({ asker, checklistId, body: question }) => {
    if ('version' in question.checklist) await query.version(asker, checklistId, question.checklist.version);
    return bench.judge(asker, checklistId, question);
  },
}));
