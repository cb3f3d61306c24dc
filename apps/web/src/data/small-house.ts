import { smallHouseRoutes, type SmallHouseChoice } from '#contracts';
import { send } from './api.js';
import { ME } from './session.js';
import { useChange, useRead } from './queries.js';

const KEY = ['company', 'small-house'] as const;

/** Whether one person may decide twice here. */
export const useSmallHouse = () => useRead(KEY, smallHouseRoutes.view);

export const useChooseSmallHouse = () =>
  useChange((body: SmallHouseChoice) => send(smallHouseRoutes.choose, { body }), ['company'], ME);

export const useTakeRoles = () =>
  useChange((body: SmallHouseChoice) => send(smallHouseRoutes.takeRoles, { body }), ['company'], ME);

export const useAgreeSmallHouse = () => useChange(() => send(smallHouseRoutes.agree), KEY, ME);

export const useEndSmallHouse = () => useChange(() => send(smallHouseRoutes.end), KEY, ME);
