import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#contracts';
import * as en from './en/index.js';
import * as zh from './zh/index.js';
import './resources.js';

const KEY = 'shouwen.language';

/** Before anybody signs in: what was last used on this machine, else what the browser asks for. */
export function firstLanguage(): Language {
  const last = localStorage.getItem(KEY);
  if (last === 'zh' || last === 'en') return last;
  return navigator.language.startsWith('zh') ? 'zh' : 'en';
}

/** Speaks a language from here on; also tells the browser, which picks fonts and voices by it. */
export async function speak(language: Language): Promise<void> {
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  await i18next.changeLanguage(language);
}

export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: firstLanguage(),
    fallbackLng: false,
    resources: { zh: { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false },
  });
  await speak(firstLanguage());
}
