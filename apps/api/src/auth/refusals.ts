import { DomainError } from '#platform';

export const wrongCredentials = () =>
  new DomainError('wrong_credentials', 'not_signed_in', {
    zh: '用户名或密码不正确。',
    en: 'The user name or the password is not right.',
  });

export const signInDelayed = (seconds: number) =>
  new DomainError(
    'sign_in_delayed',
    'too_many',
    {
      zh: `尝试次数过多，请在 ${seconds} 秒后再试。`,
      en: `Too many tries. Try again in ${seconds} seconds.`,
    },
    { retryAfterSeconds: seconds },
  );
