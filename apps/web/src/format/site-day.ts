import { dayAfter, toWallClock } from './site-time.rules.js';

/** The day that it is at the site, `days` from today, wherever the browser is. */
export const siteDay = (timeZone: string, days = 0): string => dayAfter(toWallClock(Date.now(), timeZone), days);
