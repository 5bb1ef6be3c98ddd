import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as Messages, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { BrowserRouter } from 'react-router';
import { problemCode } from './api/calls.ts';
import { ApiRefusal } from './api/client.ts';
import { LanguageProvider, useLanguage } from './language.tsx';
import { Pages } from './pages.tsx';
import { sessionKey } from './session/remembered.ts';
import { SessionGate } from './session/sessionGate.tsx';
import { theme } from './theme.ts';

/** The session has ended meanwhile: the sign-in page comes, and the same address again after it. */
function onRefused(error: Error): void {
  if (problemCode(error) === 'notSignedIn') queries.setQueryData(sessionKey, null);
}

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: onRefused }),
  mutationCache: new MutationCache({ onError: onRefused }),
  defaultOptions: {
    // Without a connection a question fails and says so; waiting for it would look like nothing there.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 5_000,
      // A refusal stays a refusal; only a lost connection is worth another try.
      retry: (count, error) => !(error instanceof ApiRefusal) && count < 2,
    },
  },
});

export function App(): ReactNode {
  return (
    <LanguageProvider>
      <Themed />
    </LanguageProvider>
  );
}

function Themed(): ReactNode {
  const { language } = useLanguage();
  return (
    <ConfigProvider
      theme={theme}
      locale={language === 'zh' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
    >
      <Messages component={false}>
        <QueryClientProvider client={queries}>
          <BrowserRouter basename="/app">
            <SessionGate>
              <Pages />
            </SessionGate>
          </BrowserRouter>
        </QueryClientProvider>
      </Messages>
    </ConfigProvider>
  );
}
