import { type PendingStep } from '#contracts';
import { DomainError } from '#platform';

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

/** Signed in, but not yet let in. */
export const stepPending = (step: PendingStep) => new DomainError(`${step}_pending`, 'forbidden', PENDING[step]);

const PENDING = {
  second_factor: {
    zh: '登录还差一步：请输入验证器上的六位数字。',
    en: 'Signing in needs one more step: enter the six digits from your authenticator.',
  },
  recording_notice: {
    zh: '使用前请先阅读并确认通话录音告知。',
    en: 'Read and acknowledge the notice that calls are recorded first.',
  },
} as const;
