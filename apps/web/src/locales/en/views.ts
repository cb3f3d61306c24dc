import type { Translated } from '../translated.js';
import type * as zh from '../zh/views.js';

export const views: Translated<typeof zh.views> = {
  title: 'Views',
  all: 'All calls',
  none: 'No saved views yet. Set filters, an order or columns, then save them here.',
  save: 'Save this list as a view',
  saveNeedsFilters: 'Set a filter, an order or columns first.',
  saveTitle: 'Save a view',
  edit: 'Edit',
  editTitle: 'Edit the view',
  update: 'Update the view',
  name: 'Name',
  share: 'Share with a team',
  shareNote: 'Only the filters are shared. Each person who opens the view sees only the calls that they may see.',
  onlyMe: 'Not shared, only me',
  ok: 'Save',
  from: 'shared by {{by}} with {{team}}',
  sharedWith: 'shared with {{team}}',
  makeDefault: 'Make “{{name}}” the default view',
  noDefault: 'Stop using “{{name}}” as the default view',
  delete: 'Delete',
  deleted: 'The view “{{name}}” was deleted.',
  undo: 'Undo',
};
