import { DomainError } from '#platform';

export const alreadyOn = () =>
  new DomainError('second_factor_on', 'conflict', {
    zh: '第二重验证已经启用。如要换一台手机，请先停用再重新启用。',
    en: 'The second factor is already on. To move it to another telephone, turn it off and on again.',
  });

export const notBegun = () =>
  new DomainError('second_factor_not_begun', 'conflict', {
    zh: '请先取得新的密钥，再输入验证码。',
    en: 'Ask for a new secret first, then enter a code.',
  });

export const noSecondFactor = () =>
  new DomainError('second_factor_off', 'conflict', {
    zh: '该账号没有启用第二重验证。',
    en: 'This account has no second factor.',
  });

export const wrongCode = () =>
  new DomainError('wrong_code', 'bad_input', {
    zh: '验证码不正确。请输入验证器现在显示的六位数字；如一直不对，请检查手机时间。',
    en: 'The code is not right. Enter the six digits shown now; if it stays wrong, check the clock of the telephone.',
  });

export const spentCode = () =>
  new DomainError('spent_code', 'bad_input', {
    zh: '这个验证码已经用过，请等下一个（最多 30 秒）。',
    en: 'This code has been used. Wait for the next one, at most 30 seconds.',
  });

export const wrongPassword = () =>
  new DomainError('wrong_password', 'bad_input', {
    zh: '当前密码不正确。',
    en: 'The current password is not right.',
  });

export const triesDelayed = (seconds: number) =>
  new DomainError(
    'tries_delayed',
    'too_many',
    {
      zh: `尝试次数过多，请在 ${seconds} 秒后再试。`,
      en: `Too many tries. Try again in ${seconds} seconds.`,
    },
    { retryAfterSeconds: seconds },
  );

export const passwordNeeded = () =>
  new DomainError('password_needed', 'bad_input', {
    zh: '该账号没有第二重验证，请输入密码。',
    en: 'This account has no second factor: enter the password.',
  });

export const codeNeeded = () =>
  new DomainError('code_needed', 'bad_input', {
    zh: '该账号启用了第二重验证，请输入验证码。',
    en: 'This account has a second factor: enter a code.',
  });

export const noMoreTime = () =>
  new DomainError('no_more_time', 'conflict', {
    zh: '登录时间已满一小时，请重新登录。',
    en: 'An hour has passed since the password was given. Sign in again.',
  });

export const ownSecondFactor = () =>
  new DomainError('own_second_factor', 'forbidden', {
    zh: '自己的第二重验证请在账号页停用，需要密码和验证码。',
    en: 'Turn your own second factor off on the account page, with password and code.',
  });
