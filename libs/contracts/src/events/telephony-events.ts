import { z } from 'zod';
import { correctableSchema } from '../corrections.js';
import { jobNameSchema } from '../jobs.js';
import { asideReasonSchema } from '../watched-folders.js';
import { event, eventSaid } from './event.js';

const id = z.uuid();

/** What the journal says of telephone systems and their records. Never a number, and no word of a record. */
export const telephonyEvents = {
  'telephony_source.created': event('{{who}} 新增电话系统', '{{who}} added a telephone system', {
    sourceId: id,
    reader: z.string(),
    teamIds: z.array(id).nullable(),
  }),
  'telephony_source.ended': event('{{who}} 停用电话系统', '{{who}} ended a telephone system', { sourceId: id }),
  'records.taken': eventSaid(
    {
      ...{ sourceId: id, taken: z.number().int() },
      /** UTC, of what lay in a watched folder: said once the day is over. */
      day: z.iso.date().optional(),
    },
    [
      {
        zh: '从监视的文件夹收到电话系统 {{day}} 的话单：{{taken}} 条',
        en: 'Records of a telephone system taken from a watched folder on {{day}}: {{taken}}',
        when: ({ day }) => day !== undefined,
      },
      { zh: '收到电话系统的话单：{{taken}} 条', en: 'Records of a telephone system taken: {{taken}}' },
    ],
  ),
  'calls.joined': event(
    '电话系统的话单表明，另一条记录是这通电话的一部分',
    'Records of the telephone system tell that another call is part of this one',
    { joinedCallId: id },
    { ofCall: true },
  ),
  /** An extension was given to a person later, or a record came that names it. */
  'leg.placed': event(
    '已知这一段由谁接听：分机对应到了员工',
    'It is known now whose leg of the call it was: its extension belongs to a person',
    { legId: id },
    { ofCall: true },
  ),
  /** What was unknown is known now, or more precisely; nothing that was known was changed. */
  'call.filled': event(
    '电话系统的话单补充了通话信息',
    'Records of the telephone system told more of the call',
    { legId: id, fields: z.array(correctableSchema), again: z.array(z.object({ job: jobNameSchema, subjectId: id })) },
    { ofCall: true, opens: ({ again }) => again },
  ),
  'telephony_source.changed': event(
    '{{who}} 修改电话系统的设置',
    '{{who}} changed the settings of a telephone system',
    { sourceId: id, parts: z.array(z.enum(['zone', 'home', 'map', 'folder'])) },
  ),
  'watched_file.put_aside': event('监视的文件夹中有文件没有接收', 'A file of a watched folder was put aside', {
    sourceId: id,
    fileId: id,
    reason: asideReasonSchema,
  }),
  'watched_file.tried_again': event(
    '{{who}} 重试一个没有接收的文件',
    '{{who}} had a file that was put aside tried again',
    {
      sourceId: id,
      fileId: id,
    },
  ),
  'watched_file.put_away': event('{{who}} 忽略了一个没有接收的文件', '{{who}} put away a file that was not taken', {
    sourceId: id,
    fileId: id,
  }),
  /** `calls`: two customers spoke from it at one time. Never the number itself. */
  'switchboard_number.added': event(
    '一个电话号码被记为多人共用：不再据此认出客户',
    'A number counts as shared by several customers: no customer is known again by it',
    { switchboardNumberId: id, by: z.enum(['company', 'calls']) },
  ),
  'switchboard_number.removed': event(
    '{{who}} 取消一个号码的多人共用标记',
    '{{who}} said that a number is not shared any more',
    { switchboardNumberId: id },
  ),
  'records.forgotten': event(
    '电话系统的话单保存期限届满，已删除：话单 {{records}} 条，从未录音的电话 {{calls}} 通',
    'Forgot telephone records whose term is over: {{records}}. Calls that were never recorded: {{calls}}',
    { keyId: id, calls: z.number().int(), records: z.number().int() },
  ),
  'records_key.destroyed': event(
    '销毁了一把话单密钥：它封存的记录已全部删除',
    'Destroyed a key of telephone records: none that it sealed is left',
    { keyId: id },
  ),
};
