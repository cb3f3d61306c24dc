import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/en-gb';
import 'dayjs/locale/zh-cn';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import { type Exactness, wallTime } from '../format/wall-time.rules.js';
import { useMe } from '../data/session.js';
import { useLanguage } from '../format/use-format.js';

const FORMAT: Record<Exactness, string> = {
  day: 'YYYY-MM-DD',
  minute: 'YYYY-MM-DD HH:mm',
  second: 'YYYY-MM-DD HH:mm:ss',
};

interface Props {
  exactness: Exactness;
  value: string;
  min?: string | undefined;
  max?: string | undefined;
  onChoose: (chosen: string) => void;
  onClose: () => void;
}

/** The calendar of a time field, below it; with a clock of 24 hours unless a day is asked for. */
export default function TimeCalendar({ exactness, value, min, max, onChoose, onClose }: Props) {
  useSiteCalendar();
  const format = FORMAT[exactness];
  const wall = wallTime(value, exactness);
  return (
    <DatePicker
      className="time-field-anchor"
      autoFocus
      open
      format={format}
      showTime={exactness !== 'day' && { format: format.slice(11) }}
      value={wall === null ? null : dayjs(wall)}
      {...(min && { minDate: dayjs(min) })}
      {...(max && { maxDate: dayjs(max) })}
      onChange={(chosen) => chosen && onChoose(chosen.format(format))}
      onOpenChange={(open) => !open && onClose()}
    />
  );
}

dayjs.extend(utc);
dayjs.extend(timezone);

/** Tells Ant Design's calendars the screen's language, and that “today” and “now” are the site's, wherever the browser is. */
function useSiteCalendar(): void {
  dayjs.locale(useLanguage() === 'zh' ? 'zh-cn' : 'en-gb');
  dayjs.tz.setDefault(useMe().timeZone);
}
