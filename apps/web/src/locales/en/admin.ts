import type * as zh from '../zh/admin.js';
import type { Translated } from '../translated.js';

export const admin: Translated<typeof zh.admin> = {
  save: 'Save',
  saved: 'Saved.',
  cancel: 'Cancel',
  clear: 'Clear',
  isDone: '{{what}}: done',
  add: 'Add',
  remove: 'Remove',
  rename: 'Rename',
  close: 'Close',
  closed: 'Closed',
  more: 'Load more',
  nameZh: 'Chinese name',
  nameEn: 'English name',
  oneName: 'One name is enough; it is shown in both languages.',
  noPermission: 'Your role does not include this page. If your work needs it, ask an administrator.',
  wholeCompany: 'Your role covers only some clients, so you can read this but not change it.',
  yes: 'Yes',
};

export const fileImport: Translated<typeof zh.fileImport> = {
  choose: 'Choose a file',
  chosen: '{{name}} chosen',
  checking: 'Checking the file',
  encoding: 'Read as {{encoding}}.',
  problems_one: 'The file has {{count}} error. Nothing is imported until it is corrected.',
  problems_other: 'The file has {{count}} errors. Nothing is imported until they are corrected.',
  moreProblems_one: '{{count}} more error is not listed.',
  moreProblems_other: '{{count}} more errors are not listed.',
  line: 'Line {{line}}',
  wholeFile: 'Whole file',
  apply: 'Import',
  applying: 'Importing',
  applied: 'Imported.',
  nothing: 'The file contains nothing new, so there is nothing to import.',
  template: 'Download a template',
};

export const region: Translated<typeof zh.region> = { choose: 'Choose' };
