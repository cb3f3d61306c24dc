import { z } from 'zod';
import { profilePartSchema, smallHouseEndSchema } from '../company.js';
import { event, eventSaid, eyes } from './event.js';

const id = z.uuid();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What the journal says of people, roles, teams, clients, the calendar and the notice of the company. */
export const companyEvents = {
  'person.created': event('{{who}} 新增人员 {{whom}}', '{{who}} added {{whom}}', { personId: id, teamId: id }),
  'person.changed': event('{{who}} 修改 {{whom}} 的资料', '{{who}} changed the details of {{whom}}', {
    personId: id,
    parts: z.array(z.enum(['username', 'name', 'team', 'email', 'staff_number'])),
  }),
  /** The person is told, and the last address that they had proved: it may be a stranger's from now on. */
  'person.email_changed': event('{{who}} 修改 {{whom}} 的邮箱', '{{who}} changed the mail address of {{whom}}', {
    personId: id,
  }),
  'person.email_proved': event('{{whom}} 确认邮箱', '{{whom}} confirmed their mail address', { personId: id }),
  'person.left': event('{{whom}} 离职', '{{whom}} left', { personId: id }),
  'person.returned': event('{{whom}} 重新入职', '{{whom}} returned', { personId: id }),
  'staff.imported': event(
    '{{who}} 导入人员：新增 {{created}}，修改 {{changed}}',
    '{{who}} imported staff: {{created}} new, {{changed}} changed',
    {
      sha256,
      created: z.number().int(),
      changed: z.number().int(),
      unchanged: z.number().int(),
      accounts: z.number().int(),
      proposals: z.number().int(),
    },
  ),
  'staff.exported': event('{{who}} 导出人员，共 {{rows}} 行', '{{who}} exported staff, rows: {{rows}}', {
    rows: z.number().int(),
  }),
  'role.proposed': event(
    '{{who}} 提议授予 {{whom}} 角色：{{role|role}}',
    '{{who}} proposed a role for {{whom}}: {{role|role}}',
    {
      ...{ proposalId: id, accountId: id, role: z.string(), teamId: id.nullable(), clientId: id.nullable() },
      /** Proposed because of a group at the identity provider, whose meaning the proposer set up. */
      groupRoleId: id.optional(),
    },
  ),
  'role.group_mapped': event(
    '{{who}} 设置：公司账号的一个群组提议角色 {{role|role}}',
    '{{who}} has the people of a group at the identity provider proposed for a role: {{role|role}}',
    { groupRoleId: id, role: z.string(), teamId: id.nullable(), clientId: id.nullable() },
  ),
  'role.group_unmapped': event(
    '{{who}} 取消：公司账号的一个群组不再提议角色 {{role|role}}',
    '{{who}} ended that a group at the identity provider is proposed for a role: {{role|role}}',
    { groupRoleId: id, role: z.string() },
  ),
  'role.proposal_refused': event(
    '{{who}} 拒绝授予 {{whom}} 角色：{{role|role}}',
    '{{who}} refused a role for {{whom}}: {{role|role}}',
    { proposalId: id, accountId: id, role: z.string() },
  ),
  'role.proposal_withdrawn': event(
    '{{who}} 撤回授予 {{whom}} 角色的提议：{{role|role}}',
    '{{who}} withdrew a role for {{whom}}: {{role|role}}',
    { proposalId: id, accountId: id, role: z.string() },
  ),
  'role.granted': event('{{whom}} 获得角色：{{role|role}}', '{{whom}} was given a role: {{role|role}}', {
    accountId: id,
    role: z.string(),
    teamId: id.nullable(),
    clientId: id.nullable(),
    approvedBy: id.nullable(),
    ...eyes,
  }),
  'role.removed': event('收回 {{whom}} 的角色：{{role|role}}', 'A role was taken from {{whom}}: {{role|role}}', {
    accountId: id,
    role: z.string(),
    teamId: id.nullable(),
    clientId: id.nullable(),
  }),
  'company.profile_changed': event('{{who}} 修改公司资料', '{{who}} changed the company profile', {
    version: z.number().int(),
    parts: z.array(profilePartSchema),
    sha256,
  }),
  'calendar.imported': event('{{who}} 导入日历', '{{who}} imported the calendar', {
    from: z.iso.date(),
    to: z.iso.date(),
    sha256,
    added: z.number().int(),
    changed: z.number().int(),
    removed: z.number().int(),
  }),
  'client.created': event('{{who}} 新增委托方', '{{who}} added a client', { clientId: id }),
  'client.renamed': event('{{who}} 更改委托方名称', '{{who}} renamed a client', { clientId: id }),
  'client.closed': event('{{who}} 停用委托方', '{{who}} closed a client', { clientId: id }),
  'team.created': event('{{who}} 新增班组', '{{who}} added a team', { teamId: id, clientId: id }),
  'team.renamed': event('{{who}} 更改班组名称', '{{who}} renamed a team', { teamId: id }),
  'team.moved': event('{{who}} 调整班组所属委托方', '{{who}} moved a team to another client', {
    teamId: id,
    from: id,
    to: id,
  }),
  'team.closed': event('{{who}} 停用班组', '{{who}} closed a team', { teamId: id }),
  'extension.assigned': event(
    '分机分配给 {{whom}}',
    'An extension was assigned to {{whom}}',
    { assignmentId: id, personId: id },
    { opens: ({ assignmentId }) => [{ job: 'place-legs', subjectId: assignmentId }] },
  ),
  'extension.released': event('收回 {{whom}} 的分机', 'An extension was taken from {{whom}}', {
    assignmentId: id,
    personId: id,
  }),
  'extension_map.imported': event(
    '{{who}} 导入分机',
    '{{who}} imported extensions',
    { importId: id.optional(), sha256, added: z.number().int(), ended: z.number().int() },
    { opens: ({ importId }) => (importId === undefined ? [] : [{ job: 'place-legs', subjectId: importId }]) },
  ),
  'queue_team.set': event(
    '{{who}} 指定了负责队列“{{queue}}”的班组',
    '{{who}} said which team answers for the queue “{{queue}}”',
    { settingId: id, queue: z.string(), teamId: id.nullable(), from: id.nullable() },
    { opens: ({ settingId }) => [{ job: 'place-legs', subjectId: settingId }] },
  ),
  'notice.published': event(
    '{{who}} 发布录音告知第 {{version}} 版',
    '{{who}} published the recording notice, version {{version}}',
    { version: z.number().int() },
  ),
  'notice.acknowledged': event('{{who}} 确认录音告知', '{{who}} acknowledged the recording notice', {
    version: z.number().int(),
    language: z.string(),
  }),
  /** One person may decide twice, a day apart: at once where nothing was recorded yet, else once another has agreed and a week has passed. */
  'small_house.chosen': eventSaid({ periodId: id, atOnce: z.boolean() }, [
    {
      zh: '{{who}} 选择单人审批模式，立即生效',
      en: '{{who}} chose single-approver mode, in force at once',
      when: ({ atOnce }) => atOnce,
    },
    { zh: '{{who}} 提议采用单人审批模式', en: '{{who}} proposed single-approver mode' },
  ]),
  'small_house.agreed': event(
    '{{who}} 同意采用单人审批模式，一周后生效',
    '{{who}} approved single-approver mode, in force in a week',
    { periodId: id },
  ),
  'small_house.begun': event('单人审批模式生效', 'Single-approver mode took effect', { periodId: id }),
  /** `begun`: it was in force. What one person gave of roles and standing grants ends a week later. */
  'small_house.ended': eventSaid({ periodId: id, reason: smallHouseEndSchema, begun: z.boolean() }, [
    {
      zh: '在职人员达到六人，单人审批模式结束',
      en: 'Single-approver mode ended: there are six people',
      when: ({ reason }) => reason === 'six_people',
    },
    { zh: '{{who}} 结束单人审批模式', en: '{{who}} ended single-approver mode' },
  ]),
};
