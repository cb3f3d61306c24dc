import { emailSchema, roleSchema, type Bilingual, type Language, type LineProblem, type Role } from '#contracts';
import { type RoleReach } from '../roles/reach.rules.js';
import { type Columns, type TableRow } from '../tables/read-table.js';

export type StaffColumn = 'staffNumber' | 'nameZh' | 'nameEn' | 'team' | 'username' | 'language' | 'roles' | 'email';

/** Headings in the order of the exported file; the first English one is what the export writes. */
export const STAFF_COLUMNS: Columns<StaffColumn> = {
  staffNumber: { headings: ['工号', 'staff_number', 'staff number', 'employee number'], required: true },
  nameZh: { headings: ['中文姓名', 'name_zh', '姓名'], required: false },
  nameEn: { headings: ['英文姓名', 'name_en', 'name'], required: false },
  team: { headings: ['班组', 'team', '团队'], required: true },
  username: { headings: ['用户名', 'username', 'user name', '账号'], required: false },
  language: { headings: ['语言', 'language'], required: false },
  roles: { headings: ['角色', 'roles', 'role'], required: false },
  email: { headings: ['邮箱', 'email', 'e-mail', '电子邮箱'], required: false },
};

const ROLES_ZH: Record<string, Role> = {
  坐席: 'agent',
  主管: 'supervisor',
  质检员: 'quality_analyst',
  质检经理: 'quality_manager',
  法务申请人: 'legal_requester',
  法务审批人: 'legal_approver',
  审计员: 'auditor',
  管理员: 'administrator',
};
const LANGUAGES: Record<string, Language> = {
  zh: 'zh',
  中文: 'zh',
  chinese: 'zh',
  en: 'en',
  英文: 'en',
  english: 'en',
};
const USERNAME = /^[a-z0-9][a-z0-9._-]{1,39}$/;

/** A team as files name it. */
export interface KnownTeam {
  teamId: string;
  clientId: string;
  name: Bilingual;
  client: Bilingual;
}

/** A line that can be read, before it is compared with what is known. */
export interface StaffRow {
  line: number;
  staffNumber: string;
  /** As the file has it: one of the two may be empty. */
  name: Bilingual;
  team: KnownTeam;
  username: string | null;
  language: Language | null;
  roles: RoleReach[];
  /** null: stays as it is. */
  email: string | null;
}

/** Finds a team by its name in either language, or by client and team: `绿谷银行/客服一组`. Ambiguous names find several. */
export function teamFinder(teams: readonly KnownTeam[]): (text: string) => KnownTeam[] {
  const byName = new Map<string, Set<KnownTeam>>();
  for (const team of teams) {
    for (const language of ['zh', 'en'] as const) {
      for (const name of [team.name[language], `${team.client[language]}/${team.name[language]}`]) {
        const key = name.toLowerCase();
        byName.set(key, (byName.get(key) ?? new Set()).add(team));
      }
    }
  }
  return (text) => [...(byName.get(text.toLowerCase()) ?? [])];
}

/** Reads one line. @returns problems in words where it cannot be read */
export function readStaffRow(
  { line, cells }: TableRow<StaffColumn>,
  find: (text: string) => KnownTeam[],
): StaffRow | LineProblem[] {
  const problems: LineProblem[] = [];
  const wrong = (zh: string, en: string) => void problems.push({ line, words: { zh, en } });
  const [team, ...others] = find(cells.team);
  if (!cells.staffNumber || cells.staffNumber.length > 40)
    wrong('工号为空或超过 40 个字符。', 'The staff number is empty or longer than 40.');
  if (!cells.nameZh && !cells.nameEn)
    wrong('没有姓名：中文姓名和英文姓名至少填写一个。', 'There is no name: write one of name_zh and name_en.');
  if (cells.nameZh.length > 60 || cells.nameEn.length > 60)
    wrong('姓名超过 60 个字符。', 'A name is longer than 60 characters.');
  if (!team) wrong(`没有名为“${short(cells.team)}”的班组。`, `There is no team “${short(cells.team)}”.`);
  if (others.length > 0)
    wrong(
      `有几个班组叫“${short(cells.team)}”，请写成“委托方/班组”。`,
      `Several teams are called “${short(cells.team)}”; write “client/team”.`,
    );
  const username = cells.username.toLowerCase();
  if (username && !USERNAME.test(username))
    wrong('用户名只能用小写字母、数字和 . _ -，2 到 40 个。', 'A user name has 2 to 40 of a–z, digits and . _ -.');
  const language = cells.language ? LANGUAGES[cells.language.toLowerCase()] : null;
  if (language === undefined)
    wrong(
      `语言“${short(cells.language)}”应为 zh 或 en。`,
      `“${short(cells.language)}” is no language here; write zh or en.`,
    );
  const email = emailSchema.safeParse(cells.email || null);
  if (!email.success)
    wrong(`“${short(cells.email)}”不是一个电子邮件地址。`, `“${short(cells.email)}” is not one e-mail address.`);
  const roles = team ? readRoles(cells.roles, team, find) : [];
  if (typeof roles === 'string') wrong(`无法识别角色“${short(roles)}”。`, `The role “${short(roles)}” cannot be read.`);
  if (problems.length > 0 || !team || typeof roles === 'string') return problems;
  const name = { zh: cells.nameZh, en: cells.nameEn };
  return {
    line,
    staffNumber: cells.staffNumber,
    name,
    team,
    username: username || null,
    language: language ?? null,
    roles,
    email: email.data ?? null,
  };
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** `supervisor; auditor@all; quality_analyst@client; supervisor@技术支持组`: without a place, the person's own team. */
function readRoles(text: string, own: KnownTeam, find: (text: string) => KnownTeam[]): RoleReach[] | string {
  const roles: RoleReach[] = [];
  for (const part of text
    .split(/[;；|]/)
    .map((piece) => piece.trim())
    .filter(Boolean)) {
    const [name = '', ...rest] = part.split('@');
    const place = rest.join('@').trim();
    const role = roleSchema.safeParse(name.trim().toLowerCase()).data ?? ROLES_ZH[name.trim()];
    const reach = reachOf(place, own, find);
    if (!role || !reach) return part;
    roles.push(role === 'agent' ? { role, teamId: null, clientId: null } : { role, ...reach });
  }
  return roles;
}

function reachOf(place: string, own: KnownTeam, find: (text: string) => KnownTeam[]) {
  if (place === '') return { teamId: own.teamId, clientId: null };
  if (/^(all|全部委托方|全部客户)$/i.test(place)) return { teamId: null, clientId: null };
  if (/^(client|委托方|客户)$/i.test(place)) return { teamId: null, clientId: own.clientId };
  const [team, ...others] = find(place);
  return team && others.length === 0 ? { teamId: team.teamId, clientId: null } : null;
}

/** A role as `readRoles` reads it again. */
export function writeRole(
  { role, teamId, clientId }: RoleReach,
  own: KnownTeam,
  teams: ReadonlyMap<string, KnownTeam>,
): string {
  if (role === 'agent' || teamId === own.teamId) return role;
  if (teamId === null && clientId === null) return `${role}@all`;
  if (clientId !== null) return clientId === own.clientId ? `${role}@client` : '';
  const team = teams.get(teamId ?? '');
  return team ? `${role}@${team.client.en}/${team.name.en}` : '';
}
