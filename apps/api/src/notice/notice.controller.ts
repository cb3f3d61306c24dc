import { Controller } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { noticeRoutes, type InvitationView, type Notice } from '#contracts';
import { NoticeService, OpenAccountService } from '#people';
import { refusalOf } from '../access/refusals.js';
import { type Asked } from '../routes/asked.js';
import { Route } from '../routes/route.decorator.js';

/** The notice that calls are recorded, for those who have to read it. */
@Controller()
export class NoticeController {
  constructor(
    private readonly notices: NoticeService,
    private readonly accounts: OpenAccountService,
    private readonly source: DataSource,
  ) {}

  @Route(noticeRoutes.current)
  current(): Promise<Notice> {
    return this.view();
  }

  @Route(noticeRoutes.acknowledge)
  async acknowledge({ asker, body }: Asked<typeof noticeRoutes.acknowledge>): Promise<void> {
    if (asker.pending === 'second_factor') throw refusalOf(asker.pending);
    await this.source.transaction((tx) => this.notices.acknowledge(tx, { personId: asker.personId, ...body }));
  }

  @Route(noticeRoutes.check)
  async check({ body, request }: Asked<typeof noticeRoutes.check>): Promise<InvitationView> {
    const { expiresAt, ...account } = await this.accounts.check({ ...body, address: request.ip });
    return { ...account, expiresAt: expiresAt.toISOString(), notice: await this.view() };
  }

  @Route(noticeRoutes.open)
  async open({ body: { password, notice, ...claim }, request }: Asked<typeof noticeRoutes.open>): Promise<void> {
    await this.accounts.open({ ...claim, address: request.ip }, password, notice);
  }

  private async view(): Promise<Notice> {
    const { version, zh, en, publishedAt, listeningIn } = await this.notices.current();
    return { version, zh, en, listeningIn, publishedAt: publishedAt.toISOString() };
  }
}
