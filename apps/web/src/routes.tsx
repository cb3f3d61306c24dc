import { createBrowserRouter, Navigate, type RouteObject } from 'react-router';
import { firstLanguage, speakAll } from './locales/i18n.js';
import { SCREENS } from './screens.js';
import { Crashed } from './shell/crashed.js';
import { later, listing, type Load, saying } from './shell/later.js';
import { SignedIn } from './shell/signed-in.js';

/** Open to everyone; they say more than the sign-in screen, so that all words are loaded with them. */
const open = (path: string, load: Load): RouteObject => ({
  path,
  ...later(async () => {
    await speakAll(firstLanguage());
    return load();
  }),
  errorElement: <Crashed />,
});

const PARTED = SCREENS.flatMap(([path, , about]) => (about?.parts ? [`${path}/`] : []));

/** Routes of the rows whose addresses begin so, apart from those that are parts of another. */
const routesBelow = (beginning: string): RouteObject[] =>
  SCREENS.filter(
    ([path]) => path.startsWith(beginning) && !PARTED.some((one) => one !== beginning && path.startsWith(one)),
  ).map(([address, screen, { lists, early, parts } = {}]) => {
    const path = address.slice(beginning.length);
    if (typeof screen === 'string')
      return { ...(path === '' ? { index: true } : { path }), element: <Navigate to={screen} replace /> };
    const shown = early ? later(screen) : saying(screen);
    return { path, ...(lists ? listing(shown) : shown), ...(parts && { children: routesBelow(`${address}/`) }) };
  });

/** Every address of the web app. */
export const router = createBrowserRouter([
  open('/open-account', () => import('./screens/open-account/open-account-screen.js')),
  // On the way to the company's identity provider and back.
  open('/sign-in/callback', () => import('./screens/sign-in/provider-answer-screen.js')),
  open('/sign-in/again', () => import('./screens/sign-in/provider-again-screen.js')),
  { path: '/wall', ...saying(() => import('./screens/wall/wall-screen.js')), errorElement: <Crashed /> },
  {
    path: '/',
    element: <SignedIn />,
    errorElement: <Crashed />,
    // A screen that fails takes neither rail nor top bar with it.
    children: [
      {
        errorElement: <Crashed />,
        children: [
          { index: true, element: <Navigate to="/home" replace /> },
          ...routesBelow(''),
          { path: '*', ...later(() => import('./shell/module-screen.js')) },
        ],
      },
    ],
  },
]);
