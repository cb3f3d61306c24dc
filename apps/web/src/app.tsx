import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useMemo } from 'react';
import { RouterProvider } from 'react-router';
import { RequestFailure } from './data/http.js';
import { ME } from './data/session.js';
import { noteActingOver } from './shell/watch-acting.js';
import { router } from './routes.js';
import { ThemeModeProvider } from './theme/theme-mode.js';

export function App() {
  const client = useMemo(newClient, []);
  return (
    <ThemeModeProvider>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ThemeModeProvider>
  );
}

/** A refusal is an answer: only silence is asked again. An ended session shows the sign-in screen, wherever it was noticed. */
function newClient(): QueryClient {
  const onError = (error: unknown) => {
    if (error instanceof RequestFailure && error.status === 401 && client.getQueryData(ME))
      client.setQueryData(ME, null);
    if (error instanceof RequestFailure && error.problem?.code === 'acting_over') void noteActingOver(client);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // The browser's word for being offline is about the network, not the server: what cannot be reached fails, and says so, at once.
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        staleTime: 30_000,
        retry: (count, error) => error instanceof RequestFailure && error.kind === 'unreachable' && count < 2,
      },
    },
  });
  return client;
}
