import { z } from 'zod';
import { profilePartSchema } from '../company.js';
import { event } from './event.js';

const id = z.uuid();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What the journal says of people, roles, teams, clients, the calendar and the notice of the company. */
export const companyEvents = {
  'person.created': event(z.object({ personId: id, teamId: id }), {
    says: { zh: '{{who}} 新增人员 {{whom}}', en: '{{who}} added {{whom}}' },
  }),
  'person.changed': event(z.object({ personId: id, parts: z.array(z.enum(['name', 'team', 'email'])) }), {
    says: { zh: '{{who}} 修改 {{whom}} 的资料', en: '{{who}} changed what is kept of {{whom}}' },
  }),
  'person.left': event(z.object({ personId: id }), {
    says: { zh: '{{whom}} 离职', en: '{{whom}} left' },
  }),
  'person.returned': event(z.object({ personId: id }), {
    says: { zh: '{{whom}} 复职', en: '{{whom}} returned' },
  }),
  'staff.imported': event(
    z.object({
      sha256,
      created: z.number().int(),
      changed: z.number().int(),
      unchanged: z.number().int(),
      accounts: z.number().int(),
      proposals: z.number().int(),
    }),
    {
      says: {
        zh: '{{who}} 导入人员：新增 {{created}}，修改 {{changed}}',
        en: '{{who}} imported staff: {{created}} new, {{changed}} changed',
      },
    },
  ),
  'staff.exported': event(z.object({ rows: z.number().int() }), {
    says: { zh: '{{who}} 导出人员，共 {{rows}} 行', en: '{{who}} exported staff, rows: {{rows}}' },
  }),
  'role.proposed': event(
    z.object({
      proposalId: id,
      accountId: id,
      role: z.string(),
      teamId: id.nullable(),
      clientId: id.nullable(),
    }),
    {
      says: {
        zh: '{{who}} 提议授予 {{whom}} 角色：{{roleName}}',
        en: '{{who}} proposed a role for {{whom}}: {{roleName}}',
      },
    },
  ),
  'role.proposal_refused': event(z.object({ proposalId: id, accountId: id, role: z.string() }), {
    says: {
      zh: '{{who}} 否决授予 {{whom}} 角色：{{roleName}}',
      en: '{{who}} refused a role for {{whom}}: {{roleName}}',
    },
  }),
  'role.proposal_withdrawn': event(z.object({ proposalId: id, accountId: id, role: z.string() }), {
    says: {
      zh: '{{who}} 撤回授予 {{whom}} 角色：{{roleName}}',
      en: '{{who}} withdrew a role for {{whom}}: {{roleName}}',
    },
  }),
  'role.granted': event(
    z.object({
      accountId: id,
      role: z.string(),
      teamId: id.nullable(),
      clientId: id.nullable(),
      approvedBy: id.nullable(),
    }),
    {
      says: { zh: '{{whom}} 获得角色：{{roleName}}', en: '{{whom}} was given a role: {{roleName}}' },
    },
  ),
  'role.removed': event(z.object({ accountId: id, role: z.string(), teamId: id.nullable(), clientId: id.nullable() }), {
    says: { zh: '{{whom}} 的角色被收回：{{roleName}}', en: 'A role was taken from {{whom}}: {{roleName}}' },
  }),
  'company.profile_changed': event(z.object({ version: z.number().int(), parts: z.array(profilePartSchema), sha256 }), {
    says: { zh: '{{who}} 修改企业资料', en: '{{who}} changed the company profile' },
  }),
  'calendar.imported': event(
    z.object({
      from: z.iso.date(),
      to: z.iso.date(),
      sha256,
      added: z.number().int(),
      changed: z.number().int(),
      removed: z.number().int(),
    }),
    {
      says: { zh: '{{who}} 导入日历', en: '{{who}} imported the calendar' },
    },
  ),
  'client.created': event(z.object({ clientId: id }), {
    says: { zh: '{{who}} 新增客户项目', en: '{{who}} added a client' },
  }),
  'client.renamed': event(z.object({ clientId: id }), {
    says: { zh: '{{who}} 更名客户项目', en: '{{who}} renamed a client' },
  }),
  'client.closed': event(z.object({ clientId: id }), {
    says: { zh: '{{who}} 关闭客户项目', en: '{{who}} closed a client' },
  }),
  'team.created': event(z.object({ teamId: id, clientId: id }), {
    says: { zh: '{{who}} 新增班组', en: '{{who}} added a team' },
  }),
  'team.renamed': event(z.object({ teamId: id }), {
    says: { zh: '{{who}} 更名班组', en: '{{who}} renamed a team' },
  }),
  'team.moved': event(z.object({ teamId: id, from: id, to: id }), {
    says: { zh: '{{who}} 调整班组所属项目', en: '{{who}} moved a team to another client' },
  }),
  'team.closed': event(z.object({ teamId: id }), {
    says: { zh: '{{who}} 关闭班组', en: '{{who}} closed a team' },
  }),
  'extension.assigned': event(z.object({ assignmentId: id, personId: id }), {
    says: { zh: '分机分配给 {{whom}}', en: 'An extension was assigned to {{whom}}' },
  }),
  'extension.released': event(z.object({ assignmentId: id, personId: id }), {
    says: { zh: '收回 {{whom}} 的分机', en: 'An extension was taken from {{whom}}' },
  }),
  'extension_map.imported': event(z.object({ sha256, added: z.number().int(), ended: z.number().int() }), {
    says: { zh: '{{who}} 导入分机', en: '{{who}} imported extensions' },
  }),
  'notice.published': event(z.object({ version: z.number().int() }), {
    says: {
      zh: '{{who}} 发布录音告知第 {{version}} 版',
      en: '{{who}} published the recording notice, version {{version}}',
    },
  }),
  'notice.acknowledged': event(z.object({ version: z.number().int(), language: z.string() }), {
    says: { zh: '{{who}} 确认录音告知', en: '{{who}} acknowledged the recording notice' },
  }),
};
