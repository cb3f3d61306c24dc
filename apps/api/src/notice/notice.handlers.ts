import { DataSource } from 'typeorm';
import { noticeRoutes, type Notice } from '#contracts';
import { NoticeService, OpenAccountService } from '#people';
import { refusalOf } from '../access/refusals.js';
import { implement } from '../routes/implement.js';

/** The notice that calls are recorded, for those who have to read it. */
export const noticeHandlers = implement(
  noticeRoutes,
  [NoticeService, OpenAccountService, DataSource],
  (notices, accounts, source) => {
    const view = async (): Promise<Notice> => {
      const { version, zh, en, publishedAt, listeningIn } = await notices.current();
      return { version, zh, en, listeningIn, publishedAt: publishedAt.toISOString() };
    };
    return {
      current: () => view(),
      acknowledge: async ({ asker, body }) => {
        if (asker.pending === 'second_factor') throw refusalOf(asker.pending);
        await source.transaction((tx) => notices.acknowledge(tx, { personId: asker.personId, ...body }));
      },
      check: async ({ body, request }) => {
        const { expiresAt, ...account } = await accounts.check({ ...body, address: request.ip });
        return { ...account, expiresAt: expiresAt.toISOString(), notice: await view() };
      },
      open: ({ body: { password, notice, ...claim }, request }) =>
        accounts.open({ ...claim, address: request.ip }, password, notice),
    };
  },
);
