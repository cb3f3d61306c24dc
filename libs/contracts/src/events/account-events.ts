import { z } from 'zod';
import { suspensionCauseSchema } from '../roles.js';
import { event, type Telling } from './event.js';

const id = z.uuid();
const codeKind = z.enum(['authenticator', 'recovery_code']);

/** The account's person learns that their rights wait; those who may confirm them, that somebody waits. */
const RIGHTS_WAIT: readonly Telling[] = [
  { kind: 'rights_suspended', to: ['person'] },
  { kind: 'rights_wait', to: ['role_approvers'] },
];
/** By a command on the machine somebody was let in whom nobody in the product had let in: the other administrators hear of that first. */
const WAY_IN_RESET: Telling = { kind: 'way_in_reset', to: ['other_administrators'] };

/** What the journal says of signing in, second factors, sessions and tokens. */
export const accountEvents = {
  'account.signed_in': event(z.object({ secondFactor: codeKind.optional() }), {
    says: { zh: '{{who}} 登录', en: '{{who}} signed in' },
  }),
  'account.sign_in_refused': event(z.object({ reason: z.enum(['wrong_credentials', 'disabled', 'delayed']) }), {
    says: { zh: '拒绝登录：{{whom}}', en: 'Sign-in refused to an account of {{whom}}' },
  }),
  'account.signed_out': event(z.object({}), {
    says: { zh: '{{who}} 退出登录', en: '{{who}} signed out' },
  }),
  /** The password was right; the code of the second factor is owed. */
  'account.second_factor_asked': event(z.object({}), {
    says: { zh: '要求 {{who}} 出示第二因素', en: 'Second factor asked of {{who}}' },
  }),
  /** A password or a code, asked for again of somebody signed in, was not right. */
  'account.proof_refused': event(
    z.object({
      reason: z.enum(['wrong_password', 'wrong_code', 'spent_code', 'delayed']),
      signedIn: z.boolean(),
    }),
    {
      says: { zh: '{{who}} 的密码或验证码不正确', en: 'A password or code of {{who}} was not right' },
    },
  ),
  'account.stepped_up': event(z.object({ by: z.enum(['password', 'authenticator', 'recovery_code']) }), {
    says: { zh: '{{who}} 再次验证身份', en: '{{who}} proved again who they are' },
  }),
  'account.password_changed': event(z.object({ sessionsEnded: z.number().int() }), {
    says: { zh: '{{who}} 修改密码', en: '{{who}} changed their password' },
  }),
  'account.sessions_ended': event(z.object({ sessions: z.number().int() }), {
    says: { zh: '{{who}} 结束其他会话', en: '{{who}} ended other sessions' },
  }),
  'second_factor.enabled': event(z.object({ accountId: id, sessionsEnded: z.number().int() }), {
    says: { zh: '{{whom}} 启用第二因素', en: 'Second factor set up for {{whom}}' },
  }),
  'second_factor.disabled': event(z.object({ accountId: id }), {
    says: { zh: '{{whom}} 停用第二因素', en: 'Second factor turned off for {{whom}}' },
  }),
  'second_factor.removed': event(z.object({ accountId: id, sessionsEnded: z.number().int() }), {
    says: { zh: '{{who}} 移除了 {{whom}} 的第二因素', en: '{{who}} removed the second factor of {{whom}}' },
  }),
  'recovery_codes.renewed': event(z.object({ accountId: id }), {
    says: { zh: '{{whom}} 更新恢复码', en: 'Recovery codes made anew for {{whom}}' },
  }),
  'token.created': event(
    z.object({
      tokenId: id,
      accountId: id,
      scopes: z.array(z.string()),
      teamIds: z.array(id).nullable(),
      expiresAt: z.iso.datetime(),
    }),
    {
      says: { zh: '为 {{whom}} 创建接口令牌', en: 'API token created for {{whom}}' },
    },
  ),
  'token.revoked': event(z.object({ tokenId: id, accountId: id }), {
    says: { zh: '撤销 {{whom}} 的接口令牌', en: 'API token of {{whom}} revoked' },
  }),
  'account.created': event(z.object({ accountId: id }), {
    says: { zh: '{{who}} 为 {{whom}} 开户', en: '{{who}} created an account for {{whom}}' },
  }),
  'account.invited': event(z.object({ accountId: id, invitationId: id }), {
    says: { zh: '{{who}} 邀请 {{whom}}', en: '{{who}} invited {{whom}}' },
  }),
  'account.invitation_revoked': event(z.object({ accountId: id, invitationId: id }), {
    says: { zh: '{{who}} 收回对 {{whom}} 的邀请', en: '{{who}} took back the invitation of {{whom}}' },
  }),
  'account.invitation_refused': event(
    z.object({
      accountId: id,
      invitationId: id,
      reason: z.enum(['wrong_code', 'expired']),
    }),
    {
      says: { zh: '{{whom}} 的邀请码未通过', en: 'An invitation code of {{whom}} was not accepted' },
    },
  ),
  'account.opened': event(z.object({ accountId: id, invitationId: id }), {
    says: { zh: '{{whom}} 启用账号', en: '{{whom}} opened their account' },
  }),
  'account.closed': event(z.object({ accountId: id }), {
    says: { zh: '{{who}} 关闭 {{whom}} 的账号', en: '{{who}} closed the account of {{whom}}' },
  }),
  /** Content and approver rights of the person wait until a second person has confirmed who has the account. No actor: the command on the machine. */
  'rights.suspended': event(z.object({ suspensionId: id, accountId: id, personId: id, cause: suspensionCauseSchema }), {
    says: {
      zh: '{{whom}} 的权限已暂停，等待第二人确认',
      en: 'The rights of {{whom}} were suspended until a second person confirms them',
    },
    tells: ({ cause }) => (cause === 'way_in_reset' ? [WAY_IN_RESET, ...RIGHTS_WAIT] : RIGHTS_WAIT),
  }),
  'rights.confirmed': event(z.object({ suspensionId: id, accountId: id, personId: id }), {
    says: {
      zh: '{{who}} 确认 {{whom}} 的账号在本人手中',
      en: '{{who}} confirmed that {{whom}} has their own account again',
    },
    tells: [{ kind: 'rights_confirmed', to: ['person'] }],
  }),
};
