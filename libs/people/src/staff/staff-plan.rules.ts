import { inBoth, type Bilingual, type Language, type LineProblem, type StaffPreview } from '#contracts';
import { type RightReach } from '../permissions.rules.js';
import { isBeyond, sameReach, spansClients, type RoleReach } from '../roles/reach.rules.js';
import { type StaffRow } from './staff-file.rules.js';

/** What is known of a person of the file. */
export interface KnownPerson {
  personId: string;
  staffNumber: string;
  nameZh: string;
  nameEn: string;
  teamId: string;
  left: boolean;
  /** false: works outside the teams that the importer may change. */
  reachable: boolean;
  accountId: string | null;
  username: string | null;
  language: Language | null;
  email: string | null;
  /** Held and proposed. */
  roles: RoleReach[];
}

export type StaffChange = StaffPreview['rows'][number]['changes'][number];

export interface PlannedRow {
  row: StaffRow;
  known: KnownPerson | null;
  result: 'new' | 'changed' | 'unchanged';
  changes: StaffChange[];
  /** Roles to propose; a role that the file leaves out is not taken away. */
  proposals: RoleReach[];
}

export interface StaffImportContext {
  /** By staff number. */
  people: ReadonlyMap<string, KnownPerson>;
  /** User names of the file that are taken, to the person who has them. */
  usernames: ReadonlyMap<string, string>;
  clientOf: ReadonlyMap<string, string>;
  /** Who imports: they may propose no role for themselves and none that reaches further than their own. */
  importer: RightReach & { personId: string };
}

/** Remembers the lines before, which must not name the same person or account. */
export interface SeenRows {
  staffNumbers: Map<string, number>;
  usernames: Map<string, number>;
}

export const noRowsSeen = (): SeenRows => ({ staffNumbers: new Map(), usernames: new Map() });

/** What one line would do. */
export function planStaffRow(read: StaffRow, book: StaffImportContext, seen: SeenRows): PlannedRow | LineProblem {
  const known = book.people.get(read.staffNumber) ?? null;
  const row = { ...read, name: nameOf(read, known) };
  const problem = problemOf(row, known, book, seen);
  seen.staffNumbers.set(row.staffNumber, row.line);
  if (row.username) seen.usernames.set(row.username, row.line);
  if (problem) return { line: row.line, words: { zh: problem[0], en: problem[1] } };
  const proposals = row.roles.filter((role) => !known?.roles.some((held) => sameReach(held, role)));
  const changes: StaffChange[] = known ? changesOf(row, known) : [];
  if (proposals.length > 0) changes.push('roles');
  return { row, known, changes, proposals, result: known ? (changes.length > 0 ? 'changed' : 'unchanged') : 'new' };
}

/** A cell that is empty leaves the name of a person who has one in each language; who has one name has the new one in both. */
function nameOf({ name }: StaffRow, known: KnownPerson | null): Bilingual {
  if (!known || known.nameZh === known.nameEn) return inBoth(name);
  return { zh: name.zh || known.nameZh, en: name.en || known.nameEn };
}

function changesOf(row: StaffRow, known: KnownPerson): StaffChange[] {
  const changed: [StaffChange, boolean][] = [
    ['name', known.nameZh !== row.name.zh || known.nameEn !== row.name.en],
    ['team', known.teamId !== row.team.teamId],
    ['email', row.email !== null && known.email !== row.email],
    ['account', row.username !== null && known.accountId === null],
    ['language', row.language !== null && known.language !== null && known.language !== row.language],
  ];
  return changed.filter(([, is]) => is).map(([name]) => name);
}

type Words = readonly [zh: string, en: string];

function problemOf(row: StaffRow, known: KnownPerson | null, book: StaffImportContext, seen: SeenRows): Words | null {
  const { staffNumber, username, roles } = row;
  const before = seen.staffNumbers.get(staffNumber) ?? (username ? seen.usernames.get(username) : undefined);
  if (before !== undefined)
    return [`工号或用户名与第 ${before} 行重复。`, `Staff number or user name is that of line ${before}.`];
  if (known && !known.reachable)
    return ['这个工号属于您无权管理的班组。', 'This staff number belongs to a team that you do not manage.'];
  if (known?.left) return ['此人已离职。请先登记重新入职。', 'This person has left. Record their return first.'];
  if (username && known?.username && known.username !== username)
    return [
      `此人的用户名是 ${known.username}，不能通过导入更改。`,
      `The person’s user name is ${known.username}; an import does not change it.`,
    ];
  const owner = username ? book.usernames.get(username) : undefined;
  if (owner !== undefined && owner !== known?.personId)
    return [`用户名 ${username} 已有人使用。`, `The user name ${username} is taken.`];
  if (roles.length > 0 && !username && !known?.accountId)
    return ['有角色的人需要用户名。', 'A person with roles needs a user name.'];
  return roleProblem(row, known, book);
}

function roleProblem({ roles }: StaffRow, known: KnownPerson | null, book: StaffImportContext): Words | null {
  const fresh = roles.filter((role) => !known?.roles.some((held) => sameReach(held, role)));
  if (fresh.length > 0 && known?.personId === book.importer.personId)
    return [
      '不能给自己提议角色，请由同事导入这一行。',
      'You cannot propose a role for yourself; have a colleague import this line.',
    ];
  if (fresh.some((role) => isBeyond(role, book.importer)))
    return [
      '有角色的范围超出您自己的范围，请由负责全公司或该委托方的同事导入这一行。',
      'A role reaches further than yours; have a colleague whose role is for that client or the whole company import this line.',
    ];
  const all = [...(known?.roles ?? [])];
  for (const role of fresh) {
    if (spansClients(all, role, book.clientOf))
      return [
        '角色分属不同委托方，委托方之间互相隔离。',
        'The roles are of different clients, and clients are kept apart.',
      ];
    all.push(role);
  }
  return null;
}
