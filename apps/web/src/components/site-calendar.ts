import dayjs from 'dayjs';
import 'dayjs/locale/en-gb';
import 'dayjs/locale/zh-cn';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import { useMe } from '../data/session.js';
import { useLanguage } from '../format/use-format.js';

dayjs.extend(utc);
dayjs.extend(timezone);

/** Tells Ant Design's calendars the screen's language, and that “today” and “now” are the site's, wherever the browser is. */
export function useSiteCalendar(): void {
  dayjs.locale(useLanguage() === 'zh' ? 'zh-cn' : 'en-gb');
  dayjs.tz.setDefault(useMe().timeZone);
}
