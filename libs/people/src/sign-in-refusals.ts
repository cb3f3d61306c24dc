import { refusal } from '#platform/rules';

/** Rows of people's table about passwords, second factors and tokens. */
export const signInRefusals = {
  // second factor
  second_factor_on: refusal('conflict', {
    zh: '两步验证已经启用。如要更换手机，请先停用再重新启用。',
    en: 'The second factor is already on. To move it to another telephone, turn it off and on again.',
  }),
  second_factor_not_begun: refusal('conflict', {
    zh: '请先取得新的密钥，再输入验证码。',
    en: 'Ask for a new secret first, then enter a code.',
  }),
  second_factor_off: refusal('conflict', {
    zh: '该账号没有启用两步验证。',
    en: 'This account has no second factor.',
  }),
  wrong_code: refusal('bad_input', {
    zh: '验证码不正确。请输入验证器现在显示的六位数字；如一直不正确，请检查手机时间。',
    en: 'The code is wrong. Enter the six digits shown now; if it stays wrong, check the clock of the telephone.',
  }),
  spent_code: refusal('bad_input', {
    zh: '这个验证码已经用过，请等下一个（最多 30 秒）。',
    en: 'This code has been used. Wait for the next one, at most 30 seconds.',
  }),
  wrong_password: refusal('bad_input', {
    zh: '当前密码不正确。',
    en: 'The current password is wrong.',
  }),
  tries_delayed: refusal(
    'too_many',
    (seconds: number) => ({
      zh: `尝试次数过多，请在 ${seconds} 秒后再试。`,
      en: `Too many tries. Try again in ${seconds} seconds.`,
    }),
    { details: (seconds: number) => ({ retryAfterSeconds: seconds }) },
  ),
  password_needed: refusal('bad_input', {
    zh: '该账号没有启用两步验证，请输入密码。',
    en: 'This account has no second factor: enter the password.',
  }),
  no_password: refusal(
    'bad_input',
    {
      zh: '该账号没有密码。请用通行密钥，或重新经公司账号登录来确认。',
      en: 'This account has no password. Confirm with a passkey, or by signing in again with the company account.',
    },
    { code: 'password_needed' },
  ),
  code_needed: refusal('bad_input', {
    zh: '该账号启用了两步验证，请输入验证码。',
    en: 'This account has a second factor: enter a code.',
  }),
  no_more_time: refusal('conflict', {
    zh: '距上次输入密码已满一小时，请重新登录。',
    en: 'An hour has passed since the password was given. Sign in again.',
  }),
  own_second_factor: refusal('forbidden', {
    zh: '请在账号页停用自己的两步验证，需要密码和验证码。',
    en: 'Turn your own second factor off on the account page, with password and code.',
  }),

  own_passkeys: refusal(
    'forbidden',
    {
      zh: '请在账号页逐个移除自己的通行密钥。',
      en: 'Remove your own passkeys on the account page, one by one.',
    },
    { code: 'own_second_factor' },
  ),

  own_lock: refusal('forbidden', {
    zh: '不能解除自己账号的锁定。请等锁定到期，或请另一位管理员解除。',
    en: 'You cannot lift the lock of your own account. Wait until it ends, or ask another administrator.',
  }),
  not_locked: refusal('conflict', {
    zh: '该账号已不在锁定中。请刷新后查看。',
    en: 'This account is no longer locked. Reload to see.',
  }),

  second_factor_required: refusal('conflict', {
    zh: '您的角色须有两步验证，不能去掉最后一种。请先添加验证器或通行密钥。',
    en: 'Your role needs a second factor, so the last one stays. Add an authenticator or a passkey first.',
  }),

  // rules for signing in
  sign_in_policy_changed: refusal('conflict', {
    zh: '在您编辑期间，登录规则已经改变。您的改动没有保存，请刷新后再改。',
    en: 'The sign-in rules changed while you were editing. Your change was not saved; reload and enter it again.',
  }),
  sign_in_policy_waiting: refusal('conflict', {
    zh: '已有一项登录规则的改动等待另一人同意。请先同意、拒绝或撤回它。',
    en: 'A change of the sign-in rules is waiting for a second person. Approve, refuse or withdraw it first.',
  }),
  sign_in_policy_not_waiting: refusal('conflict', {
    zh: '这项改动已不在等待同意：可能已有人同意、拒绝或撤回。请刷新。',
    en: 'This change is no longer waiting: a colleague agreed to it, refused it or took it back. Reload.',
  }),
  policyNeedsAnother: refusal(
    'forbidden',
    {
      zh: '登录规则的改动须由另一人同意，提出人不能自己同意。',
      en: 'Sign-in rules need a second person: the person who proposed them cannot approve them.',
    },
    { code: 'second_person_needed' },
  ),

  // passkeys
  passkey_refused: refusal(
    'forbidden',
    {
      zh: '无法确认这个通行密钥。请重试，或用其他方式登录。',
      en: 'This passkey could not be confirmed. Try again, or sign in another way.',
    },
    { details: (cause?: unknown) => ({ cause }) },
  ),
  passkey_challenge_over: refusal('conflict', {
    zh: '已超过 5 分钟或已经用过。请重新开始。',
    en: 'More than five minutes have passed, or it was used already. Begin again.',
  }),
  passkey_copied: refusal('forbidden', {
    zh: '这个通行密钥可能被复制过，已停止接受。请用其他方式登录，移除它，并告知管理员。',
    en: 'This passkey may have been copied and is not taken. Sign in another way, remove it, and tell an administrator.',
  }),
  no_passkey: refusal('conflict', {
    zh: '该账号没有通行密钥。',
    en: 'This account has no passkey.',
  }),
  too_many_passkeys: refusal('conflict', (most: number) => ({
    zh: `每个账号最多 ${most} 个通行密钥。请先移除不用的。`,
    en: `An account has at most ${most} passkeys. Remove those that are not used.`,
  })),

  // tokens
  token_scope_not_held: refusal('forbidden', (scopes: readonly string[]) => ({
    zh: `令牌只能包含您本人现有的权限；您没有：${scopes.join('、')}。`,
    en: `A token can hold only what you may do yourself; you may not: ${scopes.join(', ')}.`,
  })),
  token_team_not_held: refusal('forbidden', {
    zh: '令牌只能限定在您角色范围内的班组。请重新选择班组。',
    en: 'A token can be limited only to teams in your roles’ scope. Choose the teams again.',
  }),
  token_scope_without_teams: refusal('bad_input', (scopes: readonly string[]) => ({
    zh: `以下权限涉及全公司，不能限定班组：${scopes.join('、')}。请分成两个令牌。`,
    en: `These concern the whole company and cannot be narrowed to teams: ${scopes.join(', ')}. Make two tokens.`,
  })),
  token_address_unreadable: refusal('bad_input', (address: string) => ({
    zh: `“${address}”不是地址或网段。请写成 192.0.2.7 或 192.0.2.0/24。`,
    en: `"${address}" is neither an address nor a network. Write 192.0.2.7 or 192.0.2.0/24.`,
  })),
  service_name_taken: refusal('conflict', (name: string) => ({
    zh: `已有名为“${name}”的服务令牌。请另取名称，或先撤销原来的令牌。`,
    en: `There is a token of a service called "${name}". Choose another name, or revoke that one first.`,
  })),
  service_reach_unknown: refusal('bad_input', {
    zh: '所选班组或委托方已不存在。请重新选择。',
    en: 'A team or client that you chose does not exist. Choose again.',
  }),
  service_needs_another: refusal('forbidden', {
    zh: '服务令牌须由另一位管理员确认。请他登录后在“API 令牌”中确认。',
    en: 'A token of a service is confirmed by another administrator: ask one to sign in and do so under API tokens.',
  }),
  service_token_confirmed: refusal('conflict', {
    zh: '这个服务令牌已经确认。',
    en: 'This token of a service is confirmed already.',
  }),
  too_many_tokens: refusal('conflict', (most: number) => ({
    zh: `每个账号最多 ${most} 个有效令牌。请先撤销不用的。`,
    en: `An account has at most ${most} live tokens. Revoke those that are not used.`,
  })),

  // passwords
  password_too_short: refusal(
    'bad_input',
    (length: number) => ({
      zh: `密码至少需要 ${length} 个字符。`,
      en: `A password needs at least ${length} characters.`,
    }),
    { code: 'password_refused' },
  ),
  password_too_long: refusal(
    'bad_input',
    { zh: '密码最多 256 个字符。', en: 'A password has at most 256 characters.' },
    { code: 'password_refused' },
  ),
  password_too_plain: refusal(
    'bad_input',
    (kinds: number) => ({
      zh: `密码须包含小写字母、大写字母、数字、其他字符这四类中的至少 ${kinds} 类。`,
      en: `Of small letters, capital letters, digits and other characters, a password needs at least ${kinds} kinds.`,
    }),
    { code: 'password_refused' },
  ),
  password_same: refusal(
    'bad_input',
    { zh: '新密码与现在的密码相同。请换一个。', en: 'The new password is the present one. Choose another.' },
    { code: 'password_refused' },
  ),
  password_common: refusal(
    'bad_input',
    {
      zh: '这个密码太常见。请换一个别人猜不到的。',
      en: 'This password is too common. Choose one that is hard to guess.',
    },
    { code: 'password_refused' },
  ),
  password_company_word: refusal(
    'bad_input',
    { zh: '密码不能由公司或产品名称组成。', en: 'A password must not be made of the company’s or the product’s name.' },
    { code: 'password_refused' },
  ),
  password_account_name: refusal(
    'bad_input',
    { zh: '密码不能由用户名组成。', en: 'A password must not be made of the account’s name.' },
    { code: 'password_refused' },
  ),
  password_repetitive: refusal(
    'bad_input',
    { zh: '密码中重复的字符过多。', en: 'This password repeats too few characters.' },
    { code: 'password_refused' },
  ),
};
