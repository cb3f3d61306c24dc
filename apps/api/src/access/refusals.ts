import { DomainError } from '#platform';
import { type AccessRefusal } from './access.rules.js';

export const notSignedIn = () =>
  new DomainError('not_signed_in', 'not_signed_in', {
    zh: '请先登录；登录可能已过期。',
    en: 'Sign in first; an earlier sign-in may have ended.',
  });

export const forbidden = () =>
  new DomainError('forbidden', 'forbidden', {
    zh: '您的角色没有这项权限。如工作需要，请联系主管。',
    en: 'Your role does not include this. If your work needs it, ask your supervisor.',
  });

const rightsSuspended = () =>
  new DomainError('rights_suspended', 'forbidden', {
    zh: '您的权限已暂停：账号重新邀请过，或第二重验证被移除，须由另一位有审批权限的同事确认是您本人。',
    en: 'Your rights are suspended: your account was invited again, or its second factor taken away. A second colleague who approves roles has to confirm that it is you.',
  });

const wholeCompanyNeeded = () =>
  new DomainError('whole_company_needed', 'forbidden', {
    zh: '这涉及全公司，您的角色只管其中一部分客户或班组。请联系管全公司的同事。',
    en: 'This concerns the whole company, and your role reaches some clients or teams only. Ask a colleague whose role is for the whole company.',
  });

export const tokenUnknown = () =>
  new DomainError('token_unknown', 'not_signed_in', {
    zh: '令牌无效：可能已到期、被撤销，或其账号已停用。请在账号页创建新的令牌。',
    en: 'This token is worth nothing: it may be over or revoked, or its account closed. Make a new one on the account page.',
  });

export const tokenFromElsewhere = () =>
  new DomainError('token_from_elsewhere', 'forbidden', {
    zh: '该令牌不接受来自这个地址的请求。请在允许的地址使用，或创建新的令牌。',
    en: 'This token is not taken from this address. Use it from an allowed one, or make a new token.',
  });

export const tooManyRequests = (seconds: number) =>
  new DomainError(
    'too_many_requests',
    'too_many',
    {
      zh: `请求过于频繁，请在 ${seconds} 秒后再试。`,
      en: `Too many requests. Try again in ${seconds} seconds.`,
    },
    { retryAfterSeconds: seconds },
  );

const sessionNeeded = () =>
  new DomainError('session_needed', 'forbidden', {
    zh: '令牌不能用于这里，需要本人登录。',
    en: 'A token cannot be used here; a person has to sign in.',
  });

const secondFactorPending = () =>
  new DomainError('second_factor_pending', 'forbidden', {
    zh: '登录还差一步：请输入验证器上的六位数字。',
    en: 'Signing in needs one more step: enter the six digits from your authenticator.',
  });

const recordingNoticePending = () =>
  new DomainError('recording_notice_pending', 'forbidden', {
    zh: '使用前请先阅读并确认通话录音告知。',
    en: 'Read and acknowledge the notice that calls are recorded first.',
  });

const stepUpByCode = () =>
  new DomainError('step_up_by_code', 'forbidden', {
    zh: '此操作需要再次输入验证码，5 分钟内有效。',
    en: 'This takes a code of your second factor, given within the last five minutes.',
  });

const stepUpByPassword = () =>
  new DomainError('step_up_by_password', 'forbidden', {
    zh: '此操作需要再次输入密码，5 分钟内有效。',
    en: 'This takes your password again, given within the last five minutes.',
  });

const REFUSALS: Record<AccessRefusal, () => DomainError> = {
  forbidden,
  suspended: rightsSuspended,
  whole_company: wholeCompanyNeeded,
  session_needed: sessionNeeded,
  second_factor: secondFactorPending,
  recording_notice: recordingNoticePending,
  code_needed: stepUpByCode,
  password_needed: stepUpByPassword,
};

export const refusalOf = (refused: AccessRefusal): DomainError => REFUSALS[refused]();
