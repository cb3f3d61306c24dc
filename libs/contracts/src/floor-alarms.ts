import { z } from 'zod';
import { type Bilingual } from './language.js';

/** `pauses_many`: the recording of a call was paused too often or for too long. `wait_long`: a caller waits; `service_low`: below the company's target today, by more than chance; `records_stopped`: a telephone system is silent. */
export const floorAlarmKindSchema = z.enum(['wait_long', 'service_low', 'records_stopped', 'pauses_many']);
export type FloorAlarmKind = z.infer<typeof floorAlarmKindSchema>;

/** The alarms by name, where they are told of without what they are about. */
export const FLOOR_ALARM_WORDS: Record<FloorAlarmKind, Bilingual> = {
  wait_long: { zh: '来电等待过久', en: 'a caller waits for long' },
  service_low: { zh: '服务水平低于目标', en: 'the service level is below its target' },
  pauses_many: { zh: '录音暂停过多', en: 'the recording of a call was paused too much' },
  records_stopped: { zh: '电话记录中断', en: 'records of a telephone system stopped' },
};

/** Which alarm of its kind: a leg in a queue, a call that is captured, a day, or a source of records and since when it is silent. */
export const floorAlarmSubjectSchema = z.string().min(1).max(120);
