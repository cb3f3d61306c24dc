import { ConfigProvider } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { SayProvider } from '../components/opened/say.js';
import { useMotion } from '../components/use-media.js';
import { useLanguage } from '../format/use-format.js';
import { antdLocaleOf } from '../locales/i18n.js';
import { antdTheme } from './antd-theme.js';
import { useThemeMode } from './theme-mode.js';

/** Ant Design in our colours and the screen's language, around everything but the sign-in screen. */
export function AntDesign({ children }: { children: ReactNode }) {
  const { mode } = useThemeMode();
  const language = useLanguage();
  const motion = useMotion();
  const theme = useMemo(() => antdTheme(mode, language === 'en', motion), [mode, language, motion]);
  const locale = antdLocaleOf(language);
  return (
    <ConfigProvider
      {...(locale && { locale })}
      theme={theme}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <SayProvider>{children}</SayProvider>
    </ConfigProvider>
  );
}
