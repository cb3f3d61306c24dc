import type { Locale } from 'antd/es/locale/index.js';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#contracts';
import { sayNotLoaded } from '../shell/not-loaded.js';
import './resources.js';

const KEY = 'shouwen.language';

/** A language is loaded when a user chooses it; before sign-in, only what the sign-in screen says. */
const ENTRANCE = { zh: () => import('./zh/entrance.js'), en: () => import('./en/entrance.js') };
const WHOLE = { zh: () => import('./zh/language.js'), en: () => import('./en/language.js') };
const LATER = { zh: () => import('./zh/later.js'), en: () => import('./en/later.js') };
/** Did the person choose the language on this page? Then no other takes its place. */
let chosen = false;
const antdLocales = new Map<Language, Locale>();
let whole = false;
let later = false;

/** Before sign-in: the language last used on this machine, else the one that the browser asks for. */
export function firstLanguage(): Language {
  const last = localStorage.getItem(KEY);
  if (last === 'zh' || last === 'en') return last;
  return navigator.language.startsWith('zh') ? 'zh' : 'en';
}

/** Ant Design's own words, once the whole language is loaded. */
export function antdLocaleOf(language: Language): Locale | undefined {
  return antdLocales.get(language);
}

/**
 * Speaks a language from here on; also tells the browser, which picks fonts and voices by it.
 *
 * @returns whether it could be loaded; if not, the page says so
 */
export async function speak(language: Language): Promise<boolean> {
  try {
    await bring(language);
  } catch {
    sayNotLoaded();
    return false;
  }
  localStorage.setItem(KEY, language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  // The name under which the app would be installed.
  document.querySelector('link[rel=manifest]')?.setAttribute('href', `/manifest.${language}.webmanifest`);
  await i18next.changeLanguage(language);
  return true;
}

/** As `speak`, because the person asked for it. */
export function choose(language: Language): Promise<boolean> {
  chosen = true;
  return speak(language);
}

/** As `speak`, unless the person has chosen a language on this page. */
export async function offer(language: Language): Promise<void> {
  if (!chosen) await speak(language);
}

/** As `speak`, and from here on everything that a language says is loaded: pages behind the sign-in screen need it. */
export async function speakAll(language: Language): Promise<boolean> {
  whole = true;
  return speak(language);
}

/** Has the whole of a language on its way before it is spoken. */
export function bringAhead(language: Language): void {
  WHOLE[language]().catch(() => undefined);
}

/** Brings what single screens say together with one of them, in the language of now and of every later choice. */
export async function speaking<T>(screen: Promise<T>): Promise<T> {
  later = true;
  const [loaded] = await Promise.all([screen, bring(i18next.language as Language)]);
  return loaded;
}

export async function startI18n(): Promise<boolean> {
  const options = { lng: firstLanguage(), fallbackLng: false, interpolation: { escapeValue: false } } as const;
  await i18next.use(initReactI18next).init({ ...options, resources: {} });
  return speak(firstLanguage());
}

/** @throws when the server no longer has the file, or is away */
async function bring(language: Language): Promise<void> {
  const add = (texts: object) => i18next.addResourceBundle(language, 'translation', texts, true);
  if (!i18next.hasResourceBundle(language, 'translation')) add({ ...(await ENTRANCE[language]()) });
  if (later && !i18next.exists('reports.title', { lng: language })) add({ ...(await LATER[language]()) });
  if (!whole || antdLocales.has(language)) return;
  const { texts, antd } = await WHOLE[language]();
  add({ ...texts });
  antdLocales.set(language, antd);
}
