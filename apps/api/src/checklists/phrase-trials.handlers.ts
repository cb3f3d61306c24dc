import { phraseTrialsRoutes } from '#contracts';
import { implement } from '../routes/implement.js';
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
