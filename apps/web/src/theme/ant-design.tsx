import { ConfigProvider, theme, type ThemeConfig } from 'antd';
import { type ReactNode, useLayoutEffect, useMemo } from 'react';
import { SayProvider } from '../components/opened/say.js';
import { useMotion } from '../components/use-media.js';
import { useLanguage } from '../format/use-format.js';
import { antdLocaleOf } from '../locales/i18n.js';
import { type Mode, TOKENS } from './tokens.js';
import { useThemeMode } from './theme-mode.js';

/** Ant Design in our colours and the screen's language, around everything but the sign-in screen. */
export function AntDesign({ children }: { children: ReactNode }) {
  const { mode } = useThemeMode();
  const language = useLanguage();
  const motion = useMotion();
  const theme = useMemo(() => antdTheme(mode, language === 'en', motion), [mode, language, motion]);
  const locale = antdLocaleOf(language);
  useQuietParts();
  return (
    <ConfigProvider
      {...(locale && { locale })}
      theme={theme}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      inputNumber={{ classNames: { actions: FOR_THE_MOUSE } }}
    >
      <SayProvider>{children}</SayProvider>
    </ConfigProvider>
  );
}

/** The arrows of a number's field: the field itself is stepped by keys. */
const FOR_THE_MOUSE = 'for-the-mouse';

/**
 * Keeps screen readers from reading what Ant Design names in English in every language: its icons say the name of their file (“down”), and the
 * arrows of a number's field what they do. Icons are pictures beside words or in a button that has a name; one that we name keeps its name.
 */
function useQuietParts(): void {
  useLayoutEffect(() => {
    const quieten = (within: ParentNode) => {
      for (const part of within.querySelectorAll(`.anticon[aria-label], .${FOR_THE_MOUSE}`))
        if (part.matches(`.${FOR_THE_MOUSE}, .anticon-${CSS.escape(part.getAttribute('aria-label') ?? '')}`))
          part.setAttribute('aria-hidden', 'true');
    };
    const watch = new MutationObserver((changes) => {
      for (const target of new Set(changes.map((change) => change.target))) quieten(target as Element);
    });
    quieten(document);
    watch.observe(document.body, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, []);
}

const FONT =
  '"Shouwen Punct","Segoe UI",-apple-system,BlinkMacSystemFont,"PingFang SC","Microsoft YaHei UI","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif';
const FONT_EN =
  '"Shouwen Quotes","Shouwen Punct","Segoe UI",-apple-system,BlinkMacSystemFont,"Noto Sans","PingFang SC","Microsoft YaHei UI","Noto Sans CJK SC","Noto Sans SC",sans-serif';

const SHAPE = {
  fontSize: 14,
  fontSizeSM: 12,
  fontSizeLG: 16,
  lineHeight: 1.5714,
  fontWeightStrong: 600,
  borderRadius: 6,
  borderRadiusSM: 4,
  borderRadiusLG: 8,
  controlHeight: 32,
  controlHeightSM: 26,
  controlHeightLG: 40,
  sizeUnit: 4,
  sizeStep: 4,
  motionDurationFast: '0.1s',
  motionDurationMid: '0.16s',
  motionDurationSlow: '0.22s',
  boxShadow: 'none',
  boxShadowTertiary: 'none',
};

/** Of what floats: menus, popovers, messages. */
const SHADOW: Record<Mode, string> = {
  light: '0 6px 20px rgba(20, 28, 36, 0.14)',
  dark: '0 6px 20px rgba(0, 0, 0, 0.5)',
};

/**
 * The antd theme of one mode. English quotes need their own font, since Chinese fonts draw them full-width. Without motion antd must know it:
 * style rules alone would leave its menus, which find their place while they come in, outside of the window.
 */
function antdTheme(mode: Mode, english: boolean, motion: boolean): ThemeConfig {
  const t = TOKENS[mode];
  // In the dark a shadow alone is no edge. A popover’s goes around its arrow too.
  const floating = `0 0 0 1px ${t.line2}, ${SHADOW[mode]}`;
  const edge = ['1px 0', '-1px 0', '0 1px', '0 -1px'].map((side) => `drop-shadow(${side} 0 ${t.line2})`).join(' ');
  const popover = { dropShadowPopover: `${edge} drop-shadow(${SHADOW[mode]})` };
  return {
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: 'sw' },
    hashed: false,
    token: {
      ...SHAPE,
      motion,
      fontFamily: english ? FONT_EN : FONT,
      colorPrimary: t.accent,
      colorLink: t.accent,
      colorInfo: t.accent,
      colorSuccess: t.met,
      colorError: t.not_met,
      colorErrorHover: t.not_met,
      colorWarning: t.model,
      colorBgLayout: t.bg,
      colorBgContainer: t.surface,
      colorBgElevated: t.elevated,
      colorText: t.ink,
      colorTextSecondary: t.ink2,
      colorTextTertiary: t.ink3,
      colorTextDescription: t.ink2,
      colorTextPlaceholder: t.ink3,
      colorBorder: t.line2,
      colorBorderSecondary: t.line,
      colorSplit: t.line,
      colorTextLightSolid: t.onAccent,
      boxShadowSecondary: floating,
      ...popover,
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        fontWeight: 500,
        contentFontSizeSM: 12,
        // Ant Design's own are too pale for words.
        defaultHoverColor: t.accent,
        defaultActiveColor: t.accent,
      },
      Message: { boxShadowTertiary: floating },
      Modal: { boxShadow: floating },
      Notification: { boxShadow: floating },
      Segmented: { trackBg: t.sunk, itemSelectedBg: t.surface },
    },
  };
}
