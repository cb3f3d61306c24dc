import { toldSettingsRoutes, type ChatAddressInput, type ToldSettingsInput } from '#contracts';
import { send } from './api.js';
import { useChange, useRead } from './queries.js';

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
