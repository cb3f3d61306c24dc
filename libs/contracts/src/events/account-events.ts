import { z } from 'zod';
import { suspensionCauseSchema } from '../roles.js';
import { signInPolicySchema } from '../sign-in-policy.js';
import { event, eyes } from './event.js';

const id = z.uuid();
const rules = { ...signInPolicySchema.shape, version: z.number().int() };
const codeKind = z.enum(['authenticator', 'recovery_code']);

/** What the journal says of signing in, second factors, sessions and tokens. */
export const accountEvents = {
  'account.signed_in': event('{{who}} 登录', '{{who}} signed in', {
    secondFactor: codeKind.optional(),
    /** Left out: by the password. */
    by: z.enum(['provider', 'passkey']).optional(),
  }),
  /** A person whom the identity provider vouches for was not let in. */
  'account.provider_refused': event(
    '拒绝经公司账号登录：{{whom}}',
    'Sign-in through the company’s identity provider refused: {{whom}}',
    { accountId: id.optional(), reason: z.enum(['unknown', 'closed', 'other_person']) },
  ),
  'account.provider_linked': event(
    '{{whom}} 绑定公司账号',
    'The account of {{whom}} was connected to the identity provider',
    {
      accountId: id,
      how: z.enum(['account_page', 'invitation']),
    },
  ),
  'account.provider_unlinked': event(
    '解除 {{whom}} 的公司账号绑定',
    'The account of {{whom}} was disconnected from the identity provider',
    {
      accountId: id,
      why: z.enum(['person', 'administrator', 'closed', 'invited_again']),
      sessionsEnded: z.number().int(),
    },
  ),
  'account.provider_ended': event(
    '身份提供方结束了 {{whom}} 的登录',
    'The identity provider ended the sign-in of {{whom}}',
    { accountId: id, sessions: z.number().int() },
  ),
  'account.sign_in_refused': event('拒绝登录：{{whom}}', 'Sign-in refused to an account of {{whom}}', {
    reason: z.enum(['wrong_credentials', 'disabled', 'delayed']),
  }),
  /** So many wrong passwords or codes in a row that the account takes none for a while. */
  'account.locked': event(
    '{{whom}} 的账号因多次失败暂停登录',
    'The account of {{whom}} was locked after failed tries',
    {
      accountId: id,
      minutes: z.number().int(),
    },
  ),
  /** Before its time; why, its administrator wrote, and that lies beside the journal. */
  'account.unlocked': event('{{who}} 解除 {{whom}} 的账号锁定', '{{who}} lifted the lock of the account of {{whom}}', {
    accountId: id,
  }),
  /** A new session ended them: the company allows an account one at a time. */
  'account.sessions_replaced': event(
    '{{whom}} 在别处登录，原会话结束',
    '{{whom}} signed in elsewhere; the earlier session ended',
    {
      accountId: id,
      sessions: z.number().int(),
    },
  ),
  'sign_in.change_proposed': event('{{who}} 提议修改登录规则', '{{who}} proposed a change of the sign-in rules', rules),
  'sign_in.policy_changed': event('{{who}} 同意修改登录规则', '{{who}} approved a change of the sign-in rules', {
    ...rules,
    ...eyes,
  }),
  'sign_in.change_refused': event('{{who}} 拒绝修改登录规则', '{{who}} refused a change of the sign-in rules', rules),
  'account.signed_out': event('{{who}} 退出登录', '{{who}} signed out', {}),
  /** The password was right; the code of the second factor is owed. */
  'account.second_factor_asked': event('要求 {{who}} 完成两步验证', 'Second factor asked of {{who}}', {}),
  /** A signed-in person was asked for a password or a code again, and it was wrong. */
  'account.proof_refused': event('{{who}} 的密码或验证码不正确', '{{who}} entered a wrong password or code', {
    reason: z.enum(['wrong_password', 'wrong_code', 'spent_code', 'delayed']),
    signedIn: z.boolean(),
  }),
  'account.stepped_up': event('{{who}} 再次验证身份', '{{who}} proved again who they are', {
    by: z.enum(['password', 'authenticator', 'recovery_code', 'provider', 'passkey']),
  }),
  'account.password_changed': event('{{who}} 修改密码', '{{who}} changed their password', {
    sessionsEnded: z.number().int(),
  }),
  'account.sessions_ended': event('{{who}} 结束其他会话', '{{who}} ended other sessions', {
    sessions: z.number().int(),
  }),
  'account.passkey_added': event('{{whom}} 添加通行密钥', '{{whom}} added a passkey', { accountId: id, passkeyId: id }),
  'account.passkeys_removed': event(
    '移除 {{whom}} 的通行密钥：{{passkeys}} 个',
    'Passkeys of {{whom}} removed: {{passkeys}}',
    {
      accountId: id,
      passkeys: z.number().int(),
      why: z.enum(['person', 'administrator', 'closed', 'invited_again']),
    },
  ),
  /** Its count of uses did not grow: it may have been copied, and lets no one in. */
  'account.passkey_copied': event(
    '{{whom}} 的通行密钥可能被复制，已拒绝',
    'A passkey of {{whom}} may have been copied, and was refused',
    { accountId: id, passkeyId: id, kept: z.number().int(), said: z.number().int() },
  ),
  'second_factor.enabled': event('{{whom}} 启用两步验证', 'Second factor set up for {{whom}}', {
    accountId: id,
    sessionsEnded: z.number().int(),
  }),
  'second_factor.disabled': event('{{whom}} 停用两步验证', 'Second factor turned off for {{whom}}', { accountId: id }),
  'second_factor.removed': event(
    '{{who}} 移除了 {{whom}} 的两步验证',
    '{{who}} removed the second factor of {{whom}}',
    { accountId: id, sessionsEnded: z.number().int() },
  ),
  'recovery_codes.renewed': event('{{whom}} 重新生成恢复码', 'New recovery codes made for {{whom}}', { accountId: id }),
  'token.created': event('为 {{whom}} 创建 API 令牌', 'API token created for {{whom}}', {
    tokenId: id,
    accountId: id,
    scopes: z.array(z.string()),
    teamIds: z.array(id).nullable(),
    source: z.string().optional(),
    expiresAt: z.iso.datetime(),
  }),
  'token.revoked': event('撤销 {{whom}} 的 API 令牌', 'API token of {{whom}} revoked', { tokenId: id, accountId: id }),
  'service_token.asked': event(
    '{{who}} 为服务“{{name}}”申请 API 令牌',
    '{{who}} asked for an API token of the service “{{name}}”',
    {
      serviceTokenId: id,
      name: z.string(),
      scopes: z.array(z.string()),
      teamIds: z.array(id).nullable(),
      clientId: id.nullable(),
      expiresAt: z.iso.datetime(),
    },
  ),
  'service_token.confirmed': event(
    '{{who}} 确认服务“{{name}}”的 API 令牌',
    '{{who}} confirmed the API token of the service “{{name}}”',
    { serviceTokenId: id, name: z.string(), ...eyes },
  ),
  'service_token.revoked': event(
    '{{who}} 撤销服务“{{name}}”的 API 令牌',
    '{{who}} revoked the API token of the service “{{name}}”',
    { serviceTokenId: id, name: z.string() },
  ),
  'account.created': event('{{who}} 为 {{whom}} 创建账号', '{{who}} created an account for {{whom}}', {
    accountId: id,
  }),
  'account.invited': event('{{who}} 邀请 {{whom}}', '{{who}} invited {{whom}}', { accountId: id, invitationId: id }),
  'account.invitation_revoked': event(
    '{{who}} 撤销对 {{whom}} 的邀请',
    '{{who}} took back the invitation of {{whom}}',
    { accountId: id, invitationId: id },
  ),
  'account.invitation_refused': event('{{whom}} 的邀请码未通过', 'An invitation code of {{whom}} was not accepted', {
    accountId: id,
    invitationId: id,
    reason: z.enum(['wrong_code', 'expired']),
  }),
  /** Ten wrong codes: a mistake or an attack. The invitation stays, and wrong codes slow down. */
  'account.invitation_guessed': event('{{whom}} 的邀请码多次输错', 'Many wrong codes for the invitation of {{whom}}', {
    accountId: id,
    invitationId: id,
    personId: id,
  }),
  'account.opened': event('{{whom}} 开通账号', '{{whom}} opened their account', { accountId: id, invitationId: id }),
  'account.closed': event('{{who}} 停用 {{whom}} 的账号', '{{who}} closed the account of {{whom}}', { accountId: id }),
  /** A first administrator opened their account: there is no one yet who could confirm it. Or people of the demonstration were made. */
  'rights.held_at_once': event(
    '{{whom}} 的权限无须另一人确认即生效',
    'The rights of {{whom}} hold without a second person’s confirmation',
    { accountId: id, personId: id, why: z.enum(['first_administrator', 'demonstration']) },
  ),
  /**
   * Content and approver rights of the person wait until a second person has confirmed who has the account. No actor: the command on the machine,
   * or an account that was opened for the first time, with such a role or before one was given.
   */
  'rights.suspended': event(
    '{{whom}} 的权限已暂停，等待另一人确认',
    'The rights of {{whom}} were suspended until a second person confirms them',
    { suspensionId: id, accountId: id, personId: id, cause: suspensionCauseSchema },
  ),
  'rights.confirmed': event(
    '{{who}} 确认 {{whom}} 的账号在本人手中',
    '{{who}} confirmed that {{whom}} has their own account again',
    { suspensionId: id, accountId: id, personId: id, ...eyes },
  ),
};
