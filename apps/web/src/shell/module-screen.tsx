import { useRoutes } from 'react-router';
import { useMe } from '../data/session.js';
import { MODULE_SCREENS } from './modules.js';
import { NotFound } from './not-found.js';

/** What is at an address that the house itself does not have: the screen of a module that is on, else nothing. */
export function ModuleScreen() {
  const { modulesOff } = useMe();
  const on = MODULE_SCREENS.flatMap(({ name, routes }) => (modulesOff.includes(name) ? [] : routes));
  return useRoutes([...on, { path: '*', element: <NotFound /> }]);
}
