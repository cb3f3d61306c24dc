import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { wallTime, type Exactness } from '../format/wall-time.rules.js';
import { useSiteCalendar } from './site-calendar.js';

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
