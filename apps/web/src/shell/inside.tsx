import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate } from 'react-router';
import { LiveProvider } from '../data/live.js';
import { useMe } from '../data/session.js';
import { watchTabs } from '../data/watch-tabs.js';
import { AntDesign } from '../theme/ant-design.js';
import { useIsOfAnother } from './own-pages.js';
import { Shell } from './shell.js';

/** Everything that only a signed-in person needs, so that the sign-in screen need not load it. */
export function Inside() {
  const client = useQueryClient();
  useEffect(() => watchTabs(client), [client]);
  const another = useIsOfAnother(useMe().accountId);
  if (another) return <Navigate to="/home" replace />;
  return (
    <AntDesign>
      <LiveProvider>
        <Shell />
      </LiveProvider>
    </AntDesign>
  );
}
