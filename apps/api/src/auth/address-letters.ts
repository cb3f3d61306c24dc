import { Inject, Injectable } from '@nestjs/common';
import { type Asker, AddressesService } from '#people';
import { Mailer } from '#notifications';
import { newId } from '#platform';
import { apiRefusals } from '../refusals.js';

/** Sends the code that proves an address, at once: it is kept nowhere. */
@Injectable()
export class AddressLetters {
  constructor(
    private readonly addresses: AddressesService,
    @Inject(Mailer) private readonly mailer: Mailer,
  ) {}

  get isMailSet(): boolean {
    return this.mailer.isSet;
  }

  /** @throws DomainError `mail_is_off`, `mail_not_taken`, and as `AddressesService.begin` */
  async sendCode({ personId, language, name }: Asker): Promise<void> {
    if (!this.mailer.isSet) throw apiRefusals.mail_is_off();
    const { address, code } = await this.addresses.begin(personId);
    const { sender, publicUrl } = this.mailer.ready();
    const link = `${publicUrl.replace(/\/+$/, '')}/account`;
    const zh = language === 'zh';
    const subject = zh ? '[首问] 确认您的邮箱' : '[Shouwen] Confirm your mail address';
    const text = zh
      ? `验证码：${code}\n\n请登录后在“我的账号”填写：${link}\n30 分钟内有效。如果不是您要求的，请告知管理员。\n`
      : `Code: ${code}\n\nSign in and enter it under My account: ${link}\nIt is valid for 30 minutes. If you did not ask for it, tell an administrator.\n`;
    const html = `<p>${text.trim().split('\n').join('<br>')}</p>`;
    const to = { name: name[language], address };
    const refused = await sender.send({ mailId: newId(), to, subject, text, html });
    if (refused !== null) throw apiRefusals.mail_not_taken();
  }
}
