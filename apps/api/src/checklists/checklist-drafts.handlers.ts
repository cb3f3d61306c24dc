import { checklistDraftsRoutes, phraseTrialsRoutes } from '#contracts';
import { ChecklistDraftService, ChecklistPublishing } from '#quality';
import { implement } from '../routes/implement.js';
import { ChecklistImporter } from './checklist-import.service.js';
import { ChecklistsQuery } from './checklists.query.js';
import { ItemTrials } from './item-trials.service.js';
import { PhraseTrials } from './phrase-trials.service.js';

/** What a phrase list of a draft hears in past calls, and how an item judges them. */
export const phraseTrialsHandlers = implement(phraseTrialsRoutes, [PhraseTrials, ItemTrials], (trials, items) => ({
  draw: ({ asker, body }) => trials.draw(asker, body),
  piece: ({ asker, checklistId, body }) => trials.piece(asker, checklistId, body),
  item: ({ asker, checklistId, body }) => items.piece(asker, checklistId, body),
  variants: ({ checklistId, body }) => items.variants(checklistId, body),
  words: ({ asker, checklistId, body }) => trials.shown(asker, checklistId, body),
}));

/** How checklists change: one open draft, which becomes the next version. */
export const checklistDraftsHandlers = implement(
  checklistDraftsRoutes,
  [ChecklistsQuery, ChecklistDraftService, ChecklistPublishing, ChecklistImporter],
  (query, drafts, publishing, importer) => ({
    open: async ({ asker, body }) => {
      await drafts.open(body, asker.personId);
      return query.draft(asker, body.checklistId);
    },
    import: ({ asker, body }) => importer.import(asker, body),
    importRows: ({ asker, body }) => importer.importRows(asker, body),
    draft: ({ asker, checklistId }) => query.draft(asker, checklistId),
    save: async ({ asker, checklistId, body }) => {
      await drafts.save(checklistId, body, asker.personId);
      return query.draft(asker, checklistId);
    },
    discard: ({ asker, checklistId, query: { revision } }) => drafts.discard(checklistId, revision, asker.personId),
    validate: async ({ asker, checklistId, body: { revision } }) => {
      await drafts.validate(checklistId, revision, asker.personId);
      return query.draft(asker, checklistId);
    },
    ask: async ({ asker, checklistId, body: { revision } }) => {
      await publishing.ask(checklistId, revision, asker.personId);
      return query.draft(asker, checklistId);
    },
    sendBack: async ({ asker, checklistId, body }) => {
      await publishing.sendBack(checklistId, body, asker.personId);
      return query.draft(asker, checklistId);
    },
    publish: async ({ asker, checklistId, body }) => ({
      checklistId,
      version: await publishing.publish(checklistId, body, asker.personId),
    }),
    retire: ({ asker, checklistId, body }) => publishing.retire(checklistId, body, asker.personId),
  }),
);
