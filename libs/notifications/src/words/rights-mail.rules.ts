import { type Bilingual, type Language, type RightsKind } from '#contracts';
import { laidOut, type MailText } from './mail-words.rules.js';

/** No person is named: a reader of the mailbox learns only that something happened. */
const WORDS: Record<RightsKind, { what: Bilingual; next: Bilingual; at: string }> = {
  rights_suspended: {
    what: { zh: '您的角色等待确认', en: 'Your roles wait to be confirmed' },
    next: {
      zh: '须由一位有审批权限的同事确认账号在您本人手中。如果您没有开通账号，也没有要求重新邀请，请立即打电话告诉同事。',
      en: 'A colleague who approves roles has to confirm that you have your account. If you neither opened it nor asked for this, tell a colleague by telephone now.',
    },
    at: '/account',
  },
  rights_wait: {
    what: { zh: '一位同事的权限等待确认', en: 'The rights of a colleague wait to be confirmed' },
    next: {
      zh: '请当面或打电话核实本人已开通账号并能登录，再到“角色审批”页确认。',
      en: 'Ask them face to face or by telephone whether they opened their account and can sign in, then confirm on the Approvals screen.',
    },
    at: '/role-proposals',
  },
  rights_confirmed: {
    what: { zh: '您的角色已确认', en: 'Your roles were confirmed' },
    next: { zh: '无需处理。', en: 'There is nothing to do.' },
    at: '/account',
  },
  email_changed: {
    what: { zh: '您登记的邮箱已被修改', en: 'Your mail address was changed' },
    next: {
      zh: '请登录“我的账号”确认新邮箱；确认之前不会向那里发送任何文件。如果不是您要求的，请立即打电话告诉同事。',
      en: 'Sign in and confirm the new one under My account; no file goes there before. If you did not ask for this, tell a colleague by telephone now.',
    },
    at: '/account',
  },
  invitation_guessed: {
    what: {
      zh: '您发出的一份邀请，邀请码已输错多次',
      en: 'Many wrong codes were tried for an invitation of yours',
    },
    next: {
      zh: '邀请仍然有效，试错会越来越慢。请问问本人；如果不是本人输错，请重新邀请，当面交给本人。',
      en: 'The invitation holds, and wrong codes slow down. Ask its person; if it was not them, invite again and hand the code over yourself.',
    },
    at: '/people',
  },
  way_in_reset: {
    what: { zh: '服务器上的命令重置了一个账号的登录方式', en: 'A command on the server reset how an account signs in' },
    next: {
      zh: '涉及的账号见“角色审批”页。如果没有人知情，请按系统入侵处理。',
      en: 'The Approvals screen shows whose. If no colleague knows of it, treat it as a break-in.',
    },
    at: '/role-proposals',
  },
};

/** A mail about a person's rights. */
export function rightsMailText(of: { kind: RightsKind; language: Language; publicUrl: string }): MailText {
  const { kind, language, publicUrl } = of;
  const { what, next, at } = WORDS[kind];
  return laidOut({
    subject: language === 'zh' ? `[首问] ${what.zh}` : `[Shouwen] ${what.en}`,
    what: `${what[language]}${language === 'zh' ? '。' : '.'}`,
    next: next[language],
    language,
    link: `${publicUrl.replace(/\/+$/, '')}${at}`,
  });
}
