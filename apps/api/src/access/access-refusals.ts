import { refusal } from '#platform/rules';

/** Rows of the API's table about who asks: signing in, rights, tokens. */
export const accessRefusals = {
  // access
  not_signed_in: refusal('not_signed_in', {
    zh: '请先登录；登录可能已过期。',
    en: 'Sign in first; an earlier sign-in may have ended.',
  }),
  session_idle: refusal('not_signed_in', {
    zh: '您离开的时间较长，这里只能查看列表。请重新登录后再继续。',
    en: 'You were away for a while, so that only lists are shown. Sign in again to go on.',
  }),
  other_account: refusal('not_signed_in', {
    zh: '此浏览器现已登录另一个账号，本页面属于之前的账号。请重新登录。',
    en: 'Another account is signed in in this browser by now, and this page is of the one before. Sign in again.',
  }),
  forbidden: refusal('forbidden', {
    zh: '您的角色没有这项权限。如工作需要，请联系主管。',
    en: 'Your role does not include this. If your work needs it, ask your supervisor.',
  }),
  mail_is_off: refusal('conflict', {
    zh: '没有设置邮件服务器，无法发送验证码。设置之前不会发送任何邮件；设置后请再来确认。',
    en: 'No mail server is set, so no code can be sent. Nothing is mailed before that; confirm the address then.',
  }),
  mail_not_taken: refusal('unavailable', {
    zh: '邮件服务器没有接收验证码邮件。请核对邮箱，或稍后再试。',
    en: 'The mail server did not take the letter with the code. Check the address, or try again later.',
  }),
  rights_suspended: refusal('forbidden', {
    zh: '您的权限等待确认：账号刚开通、曾重新邀请，或两步验证已移除。须由另一位有审批权限的同事确认账号在您本人手中。',
    en: 'Your rights wait: your account was just opened, was invited again, or lost its second factor. A second colleague who approves roles has to confirm that it is you who has it.',
  }),
  whole_company_needed: refusal('forbidden', {
    zh: '此操作涉及全公司，您的角色只负责部分委托方或班组。请联系负责全公司的同事。',
    en: 'This concerns the whole company, and your role reaches some clients or teams only. Ask a colleague whose role is for the whole company.',
  }),
  token_unknown: refusal('not_signed_in', {
    zh: '令牌无效：可能已到期或撤销，或其账号已停用。请在账号页创建新的令牌。',
    en: 'This token is not valid: it may have expired or been revoked, or its account may be closed. Make a new one on the account page.',
  }),
  token_from_elsewhere: refusal('forbidden', {
    zh: '该令牌不接受来自这个地址的请求。请在允许的地址使用，或创建新的令牌。',
    en: 'This token may not be used from this address. Use it from an allowed one, or make a new token.',
  }),
  too_many_requests: refusal(
    'too_many',
    (seconds: number) => ({
      zh: `请求过于频繁，请在 ${seconds} 秒后再试。`,
      en: `Too many requests. Try again in ${seconds} seconds.`,
    }),
    { details: (seconds: number) => ({ retryAfterSeconds: seconds }) },
  ),
  second_factor_pending: refusal('forbidden', {
    zh: '登录还需一步：请输入验证器上的六位数字。',
    en: 'Signing in needs one more step: enter the six digits from your authenticator.',
  }),
  recording_notice_pending: refusal('forbidden', {
    zh: '使用前请先阅读并确认通话录音告知。',
    en: 'Read and acknowledge the notice that calls are recorded first.',
  }),
  second_factor_setup_pending: refusal('forbidden', {
    zh: '您的角色须有两步验证。请先设置验证器或通行密钥，然后再继续。',
    en: 'Your role needs a second factor. Set up an authenticator or a passkey, and go on then.',
  }),
  password_change_pending: refusal('forbidden', {
    zh: '密码已到期。请先修改密码，然后再继续。',
    en: 'Your password has run out. Change it, and go on then.',
  }),

  // auth
  wrong_credentials: refusal('not_signed_in', {
    zh: '用户名或密码不正确。',
    en: 'The user name or the password is wrong.',
  }),
  sign_in_delayed: refusal(
    'too_many',
    (seconds: number) => ({
      zh: `尝试次数过多，请在 ${seconds} 秒后再试。`,
      en: `Too many tries. Try again in ${seconds} seconds.`,
    }),
    { details: (seconds: number) => ({ retryAfterSeconds: seconds }) },
  ),
};
