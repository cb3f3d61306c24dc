import { refusal } from '#platform/rules';

/** Rows of the table of people about proving again who one is. */
export const proofRefusals = {
  session_needed: refusal('forbidden', {
    zh: '此处不能使用令牌，需要本人登录。',
    en: 'A token cannot be used here; a person has to sign in.',
  }),
  step_up_by_code: refusal('forbidden', {
    zh: '此操作需要再次输入验证码，5 分钟内有效。',
    en: 'This takes a code of your second factor, given within the last five minutes.',
  }),
  step_up_by_password: refusal('forbidden', {
    zh: '此操作需要再次输入密码，5 分钟内有效。',
    en: 'This takes your password again, given within the last five minutes.',
  }),
  step_up_again: refusal('forbidden', {
    zh: '此操作需要再次确认是您本人：用通行密钥，或重新经公司账号登录，5 分钟内有效。',
    en: 'This takes proof that it is you, given within the last five minutes: a passkey, or signing in again with the company account.',
  }),
};
