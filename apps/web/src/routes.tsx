import { createBrowserRouter, Navigate } from 'react-router';
import { CallScreen } from './screens/call/call-screen.js';
import { CallsScreen } from './screens/calls/calls-screen.js';
import { ProcessingScreen } from './screens/processing/processing-screen.js';
import { NotFound } from './shell/not-found.js';
import { SignedIn } from './shell/signed-in.js';

/** Every address of the web app; a screen is a folder below `screens/` and a line here. */
export const router = createBrowserRouter([
  {
    path: '/',
    element: <SignedIn />,
    children: [
      { index: true, element: <Navigate to="/calls" replace /> },
      { path: 'calls', element: <CallsScreen /> },
      { path: 'calls/:callId', element: <CallScreen /> },
      { path: 'processing', element: <ProcessingScreen /> },
      { path: '*', element: <NotFound /> },
    ],
  },
]);
