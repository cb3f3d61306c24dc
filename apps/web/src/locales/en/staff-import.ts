import type { Translated } from '../translated.js';
import type * as zh from '../zh/staff-import.js';

export const staffImport: Translated<typeof zh.staffImport> = {
  title: 'Import people',
  intro:
    'A CSV file with the columns staff_number, name_zh, name_en, team, username, language, roles, email. One of the two names is enough. You see a preview first; then the file is imported as a whole or not at all.',
  rolesHint:
    'Separate roles by semicolons: supervisor; auditor@all. Without a scope they apply to the person’s team, @client to every team of its client, @all to every client. The import only proposes them; a second person approves. Roles that are not in the file are not removed.',
  counts: '{{new}} new, {{changed}} changed, {{unchanged}} unchanged; {{accounts}}, {{proposals}}.',
  accounts_one: '{{count}} new account',
  accounts_other: '{{count}} new accounts',
  proposals_one: '{{count}} role to be approved',
  proposals_other: '{{count}} roles to be approved',
  line: 'Line',
  result: 'Result',
  results: { new: 'New', changed: 'Changed', unchanged: 'Unchanged', error: 'Error' },
  changes: { name: 'name', team: 'team', account: 'account', language: 'language', roles: 'roles', email: 'e-mail' },
  moreRows_one: '{{count}} more line is not listed.',
  moreRows_other: '{{count}} more lines are not listed.',
};
