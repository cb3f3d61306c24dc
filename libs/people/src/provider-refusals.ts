import { refusal } from '#platform/rules';

/** What went wrong at the provider, for the log alone: its words may name people. */
const theirs = { details: (cause?: unknown) => ({ cause, fault: 'vendor' as const }) };

/** Rows of people's table about the company's identity provider. */
export const providerRefusals = {
  provider_off: refusal('conflict', {
    zh: '这里没有设置公司账号登录。请用用户名和密码登录。',
    en: 'Sign-in with a company account is not set up here. Sign in with user name and password.',
  }),
  provider_unreachable: refusal(
    'unavailable',
    {
      zh: '暂时联系不上公司的身份提供方。请稍后再试；有本系统密码的同事仍可用密码登录。',
      en: 'The company’s identity provider cannot be reached now. Try again shortly; people who have a password for this system can still sign in with it.',
    },
    theirs,
  ),
  provider_misconfigured: refusal(
    'unavailable',
    {
      zh: '公司账号登录的设置与身份提供方不符，无法登录。请告知管理员：核对颁发者地址、客户端编号和密钥、回调地址。',
      en: 'The set-up of company sign-in does not fit the identity provider. Tell an administrator to check issuer, client id, secret and callback address.',
    },
    theirs,
  ),
  provider_refused: refusal(
    'unavailable',
    {
      zh: '身份提供方的答复无法采信，没有登录。请重试；如仍不行，请把编号告诉管理员。',
      en: 'What the identity provider answered could not be trusted, so no one was signed in. Try again; if it stays, tell an administrator the reference.',
    },
    theirs,
  ),
  provider_mismatch: refusal(
    'forbidden',
    {
      zh: '身份提供方的答复不属于这次登录，可能在另一个窗口重新开始过。请重新登录。',
      en: 'The identity provider’s answer belongs to another attempt, perhaps one in another window. Begin again.',
    },
    theirs,
  ),
  provider_clock: refusal(
    'unavailable',
    {
      zh: '身份提供方与本系统的时钟相差过大，无法登录。请告知管理员核对两台服务器的时间。',
      en: 'The clocks of the identity provider and of this system are too far apart. Tell an administrator to check the time on both servers.',
    },
    theirs,
  ),
  provider_denied: refusal(
    'forbidden',
    {
      zh: '身份提供方没有让您登录，或您中途取消了。请重试，或联系公司的账号管理员。',
      en: 'The identity provider did not let you sign in, or you cancelled there. Try again, or ask those who keep the company’s accounts.',
    },
    theirs,
  ),
  provider_attempt_over: refusal('conflict', {
    zh: '这次登录已超过 10 分钟或已经用过。请重新开始。',
    en: 'This attempt is more than ten minutes old, or was used already. Begin again.',
  }),
  provider_unknown: refusal('forbidden', {
    zh: '公司已确认您的身份，但这里还没有绑定的账号。有邀请码的，请用邀请码开通；已有账号的，请先用密码登录，再到“我的账号”绑定。',
    en: 'The company vouches for you, but no account here is connected yet. With an invitation code, open your account now; with an account, sign in by password and connect it on the account page.',
  }),
  provider_account_closed: refusal('forbidden', {
    zh: '您在这里的账号已停用。如需使用，请联系管理员。',
    en: 'Your account here is closed. If you need it, ask an administrator.',
  }),
  provider_other_person: refusal('forbidden', {
    zh: '在身份提供方登录的不是这个账号的本人。请用本人的公司账号。',
    en: 'The person who signed in at the identity provider is not the one of this account. Use your own company account.',
  }),
  provider_not_again: refusal('forbidden', {
    zh: '身份提供方没有要求您重新登录，因此不能确认是您本人。请用其他方式确认，或联系管理员。',
    en: 'The identity provider did not have you sign in again, so this proves nothing. Confirm in another way, or ask an administrator.',
  }),
  provider_linked_elsewhere: refusal('conflict', {
    zh: '这个公司账号已绑定到另一个账号。如有误，请联系管理员解除。',
    en: 'This company account is connected to another account already. If that is wrong, ask an administrator to take it away.',
  }),
  provider_other_linked: refusal('conflict', {
    zh: '您的账号已绑定另一个公司账号。请先解除绑定。',
    en: 'Your account is connected to another company account. Take that connection away first.',
  }),
  provider_not_linked: refusal('conflict', {
    zh: '该账号没有绑定公司账号。',
    en: 'This account is not connected to a company account.',
  }),
  last_way_in: refusal('conflict', {
    zh: '这是您唯一的登录方式，不能去掉。请先添加另一种。',
    en: 'Nothing else would let you in. Add another way to sign in first.',
  }),
  logout_token_refused: refusal('bad_input', {
    zh: '退出通知无效：签名、颁发者、受众、时间或内容不符。',
    en: 'The logout token is not valid: signature, issuer, audience, time or content do not fit.',
  }),
  group_role_there: refusal('conflict', {
    zh: '这个群组已设置提议这个角色。',
    en: 'The people of this group are proposed for this role already.',
  }),
};
