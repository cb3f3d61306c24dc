import { toldSettingsRoutes, notificationsRoutes, type ChatHosts, type ToldSettings } from '#contracts';
import { ChatAddresses, ChatSender, ToldChoices } from '#notifications';
import { permissionsOf, type Asker } from '#people';
import { ENV } from '#platform';
import { implement } from '../routes/implement.js';
import { ToldSettingsQuery } from './told-settings.query.js';
import { NotificationsQuery } from './notifications.query.js';

/** A person's own notifications, and never another's. */
export const notificationsHandlers = implement(notificationsRoutes, [NotificationsQuery], (notificationsQuery) => ({
  list: ({ asker: { personId, held }, query }) =>
    notificationsQuery.list({ personId, seesGrants: permissionsOf(held).includes('grants.read') }, query),
  read: ({ asker, body: { notificationIds } }) => notificationsQuery.read(asker.personId, notificationIds ?? null),
}));

/** How a person is told, and never another; and the hosts that administrators allow. */
export const toldSettingsHandlers = implement(
  toldSettingsRoutes,
  [ToldSettingsQuery, ToldChoices, ChatAddresses, ChatSender, ENV],
  (query, choices, chats, sender, env) => {
    const answer = ({ personId, held }: Asker): Promise<ToldSettings> =>
      query.of(
        personId,
        held.map(({ role }) => role),
      );
    const hosts = async (): Promise<ChatHosts> => ({ hosts: await sender.allowedHosts() });
    return {
      read: ({ asker }) => answer(asker),
      choose: async ({ asker, body }) => {
        await choices.choose(asker.personId, body);
        return answer(asker);
      },
      setChat: async ({ asker, body }) => {
        await chats.set(asker.personId, body);
        return answer(asker);
      },
      removeChat: async ({ asker }) => {
        await chats.remove(asker.personId);
        return answer(asker);
      },
      testChat: ({ asker }) => chats.test(asker.personId, asker.language, env.publicUrl),
      hosts,
      allowHosts: async ({ asker, body }) => {
        await chats.allowHosts(body.hosts, asker.personId);
        return hosts();
      },
    };
  },
);
