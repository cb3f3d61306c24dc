import { type MailReason } from '#contracts';
import { MailSender } from '#notifications';
import { words, type Check } from '../finding.js';

/** What to do where the server does not take mail; for other reasons, as where no server answers. */
const MENDING: Partial<Record<MailReason, { zh: string; en: string }>> = {
  unreachable: words(
    '请核对 SHOUWEN_SMTP_HOST 和 SHOUWEN_SMTP_PORT，以及防火墙。',
    'Check SHOUWEN_SMTP_HOST and SHOUWEN_SMTP_PORT, and the firewall.',
  ),
  sign_in_refused: words(
    '请核对 SHOUWEN_SMTP_USER 和密码文件。',
    'Check SHOUWEN_SMTP_USER and the file with the password.',
  ),
  not_encrypted: words(
    '请核对 SHOUWEN_SMTP_TLS；私有证书颁发机构用 NODE_EXTRA_CA_CERTS 给出。',
    'Check SHOUWEN_SMTP_TLS; a private authority is given with NODE_EXTRA_CA_CERTS.',
  ),
};

/** Whether mail is set up, and whether its server lets us in. Nothing is sent. */
export const mailCheck: Check = {
  name: 'mail',
  look: async ({ mail }) => {
    const check = 'mail';
    if (!mail) {
      const what = words(
        '没有设置邮件服务器：通知只在屏幕上显示。',
        'No mail server is set: people are notified on screen only.',
      );
      return [{ check, level: 'ok', what }];
    }
    const where = `${mail.host}:${mail.port}`;
    const refused = await new MailSender(mail).probe();
    if (refused === null)
      return [
        { check, level: 'ok', what: words(`邮件服务器 ${where} 可以使用。`, `The mail server ${where} can be used.`) },
      ];
    const what = words(`邮件服务器 ${where} 不能使用。`, `The mail server ${where} cannot be used.`);
    const why = words('相关人员收不到邮件。', 'The people involved get no mail.');
    const todo = MENDING[refused] ?? MENDING.unreachable;
    return [{ check, level: 'fault', what, why, ...(todo && { todo }) }];
  },
};
