import { accountRoutes } from '#contracts';
import { AccountService, AddressesService, LinksService, SecondFactorService } from '#people';
import { apiRefusals } from '../refusals.js';
import { implement } from '../routes/implement.js';
import { AddressLetters } from './address-letters.js';

/** What everyone may see of and do with their own account. */
export const accountHandlers = implement(
  accountRoutes,
  [AccountService, SecondFactorService, LinksService, AddressesService, AddressLetters],
  (account, factors, links, addresses, letters) => ({
    security: async ({ asker: { accountId, personId } }) => {
      const { since, recoveryCodesLeft } = await factors.state(accountId);
      const { has: hasPassword, changedAt } = await account.password(accountId);
      const link = await links.ofAccount(accountId);
      const { address, provedAt } = await addresses.ofPerson(personId);
      return {
        secondFactorSince: since?.toISOString() ?? null,
        recoveryCodesLeft,
        hasPassword,
        passwordChangedAt: changedAt?.toISOString() ?? null,
        providerSince: link?.linkedAt.toISOString() ?? null,
        mail:
          address === null ? null : { address, provedAt: provedAt?.toISOString() ?? null, canSend: letters.isMailSet },
      };
    },
    changePassword: ({ asker, body, request }) => account.changePassword(asker, request.ip, body),
    sendMailCode: ({ asker }) => letters.sendCode(asker),
    proveMail: ({ asker, body }) => addresses.prove(asker.personId, body.code),
    sessions: async ({ asker: { accountId, sessionId } }) => {
      const open = await account.openSessions(accountId);
      const items = open.map(({ id, createdAt, lastSeenAt, address, browser, system }) => ({
        sessionId: id,
        current: id === sessionId,
        startedAt: createdAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
        ...{ address, browser, system },
      }));
      return { items };
    },
    endOthers: async ({ asker }) => ({ ended: await account.endOtherSessions(asker) }),
    endOne: async ({ asker, sessionId }) => {
      if (!(await account.endSession(asker, sessionId))) throw apiRefusals.not_found();
    },
  }),
);
