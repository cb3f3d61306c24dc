import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useMemo, type ReactNode } from 'react';
import { RouterProvider } from 'react-router';
import { RequestFailure } from './data/http.js';
import { ME } from './data/session.js';
import { useLanguage } from './format/use-format.js';
import { useMotion } from './components/use-media.js';
import { router } from './routes.js';
import { antdTheme } from './theme/antd-theme.js';
import { ThemeModeProvider, useThemeMode } from './theme/theme-mode.js';

export function App() {
  const client = useMemo(newClient, []);
  return (
    <ThemeModeProvider>
      <QueryClientProvider client={client}>
        <Themed>
          <RouterProvider router={router} />
        </Themed>
      </QueryClientProvider>
    </ThemeModeProvider>
  );
}

function Themed({ children }: { children: ReactNode }) {
  const { mode } = useThemeMode();
  const english = useLanguage() === 'en';
  const motion = useMotion();
  const theme = useMemo(() => antdTheme(mode, english, motion), [mode, english, motion]);
  return (
    <ConfigProvider
      locale={english ? enUS : zhCN}
      theme={theme}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <AntApp component={false}>{children}</AntApp>
    </ConfigProvider>
  );
}

/** A refusal is an answer: only silence is asked again. An ended session shows the sign-in screen, wherever it was noticed. */
function newClient(): QueryClient {
  const onError = (error: unknown) => {
    if (error instanceof RequestFailure && error.status === 401 && client.getQueryData(ME))
      client.setQueryData(ME, null);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (count, error) => error instanceof RequestFailure && error.kind === 'unreachable' && count < 2,
      },
    },
  });
  return client;
}
