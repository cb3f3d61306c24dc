import type { Translated } from '../translated.js';
import type * as zh from '../zh/staff-import.js';

export const staffImport: Translated<typeof zh.staffImport> = {
  title: 'Import people',
  intro:
    'A CSV file with the columns staff_number, name_zh, name_en, team, username, language, roles, email. One of the two names is enough. You see a preview first; then the file is imported as a whole or not at all.',
  rolesHint:
    'Roles are divided by semicolons: supervisor; auditor@all. Without a place they reach the person’s team, @client every team of its client, @all every client. The import only proposes them; a second person approves. It takes away no role that the file leaves out.',
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
