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
