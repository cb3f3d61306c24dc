import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { RouterProvider } from 'react-router';
import { RequestFailure, whenRefused } from './data/http.js';
import { lockAndAsk } from './data/forgetting.js';
import { noteActingOver } from './shell/watch-acting.js';
import { router } from './routes.js';
import { ThemeModeProvider } from './theme/theme-mode.js';

export function App() {
  const client = useMemo(newClient, []);
  useEffect(() => whenRefused(() => lockAndAsk(client)), [client]);
  return (
    <ThemeModeProvider>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ThemeModeProvider>
  );
}

/** A refusal is an answer: only silence is asked again. */
function newClient(): QueryClient {
  const onError = (error: unknown) => {
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
