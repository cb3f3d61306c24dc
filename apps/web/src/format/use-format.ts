import { type Bilingual, inBoth, type Language } from '#contracts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../data/session.js';
import * as format from './format.rules.js';
import { instantOf, dayAfter, toWallClock } from './wall-time.rules.js';

/** The language on the screen now. */
export function useLanguage(): Language {
  return useTranslation().i18n.language === 'en' ? 'en' : 'zh';
}

/** The languages of a name in the order in which a form asks for them: the screen's own first. */
export const useNameOrder = (): readonly Language[] => (useLanguage() === 'zh' ? ['zh', 'en'] : ['en', 'zh']);

/** Formatting in the screen's language and the site's time zone. */
export function useFormat() {
  const language = useLanguage();
  const { timeZone } = useMe();
  return useMemo(
    () => ({
      text: (words: Bilingual) => inBoth(words)[language],
      clock: format.clock,
      duration: (ms: number) => format.duration(ms, language),
      measured: (seconds: number) => format.measured(seconds, language),
      percent: (share: number, digits = 0) => format.percent(share, digits, language),
      number: (value: number) => format.decimal(value, 1, language),
      time: (at: string | number, seconds = false) => format.timeOfDay(at, timeZone, seconds),
      day: (at: string) => format.day(at, timeZone, language, Date.now()),
      /** A day of the site's calendar, as `2026-03-12`. */
      siteDay: (day: string) => format.day(instantOf(`${day}T12:00`, timeZone), timeZone, language, Date.now()),
      isThisYear: (at: string) => format.sameYear(at, Date.now(), timeZone),
      zone: (zone = timeZone) => format.zoneName(zone, language),
      dateTime: (at: string) => format.dateTime(at, timeZone, language),
      isToday: (at: string) => format.sameDay(at, Date.now(), timeZone),
    }),
    [language, timeZone],
  );
}

/** The day that it is at the site, `days` from today, wherever the browser is. */
export const siteDay = (timeZone: string, days = 0): string => dayAfter(toWallClock(Date.now(), timeZone), days);
