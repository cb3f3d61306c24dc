import { notificationsRoutes, toldSettingsRoutes, type ChatAddressInput, type ToldSettingsInput } from '#contracts';
import { send } from './api.js';
import { useChange, usePages, useRead } from './queries.js';

/** What this person is told; the live socket says when there is more. */
export const NOTIFICATIONS = ['notifications'] as const;

export const useNotifications = () => usePages(NOTIFICATIONS, notificationsRoutes.list);

/** How much this person has not read yet. */
export const useUnread = (): number => useNotifications().data?.pages[0]?.unread ?? 0;

/** Marks some as read, or all that came until now. */
export const useMarkRead = () =>
  useChange(
    (notificationIds: string[] | null) =>
      send(notificationsRoutes.read, { body: notificationIds === null ? {} : { notificationIds } }),
    NOTIFICATIONS,
  );

const TOLD_SETTINGS = ['told-settings'] as const;
const CHAT_HOSTS = ['chat-hosts'] as const;

export const useToldSettings = () => useRead(TOLD_SETTINGS, toldSettingsRoutes.read);

export const useChooseTold = () =>
  useChange((body: ToldSettingsInput) => send(toldSettingsRoutes.choose, { body }), TOLD_SETTINGS);

export const useSetChat = () =>
  useChange((body: ChatAddressInput) => send(toldSettingsRoutes.setChat, { body }), TOLD_SETTINGS);

export const useRemoveChat = () => useChange(() => send(toldSettingsRoutes.removeChat), TOLD_SETTINGS);

export const useTestChat = () => useChange(() => send(toldSettingsRoutes.testChat));

export const useChatHosts = () => useRead(CHAT_HOSTS, toldSettingsRoutes.hosts);

export const useAllowHosts = () =>
  useChange((hosts: string[]) => send(toldSettingsRoutes.allowHosts, { body: { hosts } }), CHAT_HOSTS);
