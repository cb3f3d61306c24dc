import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Bilingual, type MailReason } from '#contracts';
import { ENV, probing, type Env, type Probed } from '#platform';

/** A mail that waits for longer than this waits for the server. */
const LATE_SECONDS = 600;

interface Facts {
  pending: number;
  oldest: number | null;
  reason: MailReason | null;
  failed: number;
  unaddressed: number;
}

/** Mail: whether it is set up, whether the server takes it, and who cannot be told. */
@Injectable()
export class MailPart {
  constructor(
    private readonly source: DataSource,
    @Inject(ENV) private readonly env: Env,
  ) {}

  look(): Promise<Probed> {
    return probing(
      'mail',
      () => this.read(),
      () => AWAY,
    );
  }

  private async read(): Promise<Probed> {
    if (!this.env.mail) return { ok: true, detail: OFF, facts: { kind: 'off' } };
    const [row]: Facts[] = await this.source.query(
      `select count(*) filter (where state = 'waiting')::int as pending,
         extract(epoch from now() - min(created_at) filter (where state = 'waiting'))::float8 as oldest,
         (select reason from mail where state = 'waiting' and reason is not null order by due_at desc limit 1) as reason,
         count(*) filter (where state = 'failed' and settled_at > now() - interval '7 days')::int as failed,
         (select count(distinct person.id)::int from person join role_assignment held on held.person_id = person.id
          where left_at is null and email is null and role in ('legal_requester','legal_approver','auditor')) as unaddressed
       from mail where state in ('waiting','failed')`,
    );
    const { pending, oldest, reason, failed, unaddressed } = row ?? NONE;
    const facts = { kind: 'smtp', pending };
    const late = oldest !== null && oldest > LATE_SECONDS;
    if (late) return { ok: false, detail: waits(pending, reason), facts };
    const warning = failed > 0 ? givenUp(failed) : unaddressed > 0 ? noAddress(unaddressed) : undefined;
    return { ok: true, detail: ON, facts, ...(warning && { warning }) };
  }
}

const NONE: Facts = { pending: 0, oldest: null, reason: null, failed: 0, unaddressed: 0 };
const OFF: Bilingual = {
  zh: '没有设置邮件服务器（SHOUWEN_SMTP_HOST）：通知只在屏幕上显示。',
  en: 'No mail server is set (SHOUWEN_SMTP_HOST): people are notified on screen only.',
};
const ON: Bilingual = { zh: '邮件按时发出。', en: 'Mail is sent in time.' };
const AWAY: Bilingual = { zh: '数据库没有响应。', en: 'The database does not answer.' };
const REASONS: Partial<Record<MailReason, Bilingual>> = {
  unreachable: { zh: '无法连接服务器', en: 'the server does not answer' },
  sign_in_refused: { zh: '服务器不接受用户名或密码', en: 'the server refuses user name or password' },
  not_encrypted: {
    zh: '服务器不提供加密，或证书无效',
    en: 'the server does not encrypt, or its certificate is not valid',
  },
};

function waits(count: number, reason: MailReason | null): Bilingual {
  const why = (reason && REASONS[reason]) ?? { zh: '服务器暂不接收', en: 'the server does not take it yet' };
  return {
    zh: `${count} 封邮件无法发出：${why.zh}。请检查 SHOUWEN_SMTP_* 设置，或运行 npm run doctor。`,
    en: `${count} mails cannot be sent: ${why.en}. Look at the SHOUWEN_SMTP_* settings, or run npm run doctor.`,
  };
}

const givenUp = (count: number): Bilingual => ({
  zh: `7 天内有 ${count} 封邮件未能送达并已放弃，收件人见日志 mail.given_up。请核对他们的邮箱。`,
  en: `${count} mails were given up within 7 days; the journal names for whom (mail.given_up). Check their addresses.`,
});

const noAddress = (count: number): Bilingual => ({
  zh: `${count} 名法务人员或审计员没有邮箱，收不到邮件通知。请在“人员”中填写。`,
  en: `${count} legal people or auditors have no e-mail address and are not told by mail. Enter it under People.`,
});
