import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { TOKENS, type Mode } from './tokens.js';

const KEY = 'shouwen.theme';

interface ThemeMode {
  mode: Mode;
  toggle(): void;
}

const ThemeModeContext = createContext<ThemeMode | null>(null);

/** Keeps the mode: the person's own choice, else what the system prefers; and writes the pigments as CSS variables. */
export function ThemeModeProvider({ children }: { children: ReactNode }) {
  const [mode, setMode] = useState<Mode>(firstMode);
  useEffect(() => paint(mode), [mode]);
  const value = useMemo(() => {
    const toggle = () => {
      const next: Mode = mode === 'light' ? 'dark' : 'light';
      localStorage.setItem(KEY, next);
      setMode(next);
    };
    return { mode, toggle };
  }, [mode]);
  return <ThemeModeContext value={value}>{children}</ThemeModeContext>;
}

export function useThemeMode(): ThemeMode {
  const value = use(ThemeModeContext);
  if (!value) throw new Error('useThemeMode needs a ThemeModeProvider above it');
  return value;
}

function firstMode(): Mode {
  const chosen = localStorage.getItem(KEY);
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function paint(mode: Mode): void {
  const root = document.documentElement;
  root.dataset['theme'] = mode;
  root.style.colorScheme = mode;
  for (const [name, value] of Object.entries(TOKENS[mode])) root.style.setProperty(`--${name}`, value);
}
