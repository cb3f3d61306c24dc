import { z } from 'zod';
import { floorAlarmKindSchema } from '../floor-alarms.js';
import { event } from './event.js';

const id = z.uuid();

/** What the journal says of the floor. */
export const floorEvents = {
  'floor_alarm.acknowledged': event(
    '{{who}} 开始处理现场告警：{{kind|floorAlarm}}',
    '{{who}} looks after an alarm of the floor: {{kind|floorAlarm}}',
    { acknowledgementId: id, teamId: id, kind: floorAlarmKindSchema },
  ),
  'wall.made': event(
    '{{who}} 制作大屏链接，有效期至 {{endsAt|time}}',
    '{{who}} made the link of a wall screen, until {{endsAt|time}}',
    { wallId: id, teamId: id, endsAt: z.iso.datetime() },
  ),
  'wall.opened': event('大屏链接已在一台设备上打开', 'The link of a wall screen was opened on its device', {
    wallId: id,
    teamId: id,
  }),
  'wall.revoked': event('{{who}} 撤销大屏链接', '{{who}} revoked the link of a wall screen', { wallId: id }),
};
