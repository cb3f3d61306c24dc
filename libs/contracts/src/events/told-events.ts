import { z } from 'zod';
import { chatFormatSchema, chatReasonSchema, digestSchema } from '../notification-choices.js';
import { event } from './event.js';
import { alarmKindSchema, alarmSubjectSchema } from '../alarms.js';

const id = z.uuid();

/** What the journal says of how people are told. No address is in it: it holds a chat's own secret. */
export const toldEvents = {
  'notifications.chosen': event('{{who}} 更改通知设置', '{{who}} changed their notification settings', {
    /** Kinds that are not told on every way. */
    narrowed: z.number().int(),
    quiet: z.boolean(),
    digest: digestSchema,
  }),
  'chat.address_set': event('{{who}} 设置聊天通知地址（{{host}}）', '{{who}} has messages sent to a chat at {{host}}', {
    personId: id,
    format: chatFormatSchema,
    host: z.string(),
  }),
  'chat.address_removed': event('{{who}} 删除聊天通知地址', '{{who}} has no more messages sent to a chat', {
    personId: id,
  }),
  'chat.hosts_changed': event(
    '{{who}} 更改允许的聊天软件，共 {{hosts}} 个主机',
    '{{who}} changed the allowed chats, now at {{hosts}} hosts',
    { hosts: z.number().int() },
  ),
  /** It took nothing for several tries; its owner is told on the other ways. */
  'chat.failing': event('发往 {{whom}} 聊天的消息未能送达', 'Messages to the chat of {{whom}} are not taken', {
    personId: id,
    reason: chatReasonSchema,
  }),
  'chat.given_up': event('一条聊天消息未能送达', 'A message to a chat could not be delivered', {
    personId: id,
    reason: chatReasonSchema,
  }),
};

const about = z.object({ alarm: alarmKindSchema, subject: alarmSubjectSchema });

/** What the journal says of the installation's own state: that a person has to look at it, and that it works again. */
export const alarmEvents = {
  'alarm.raised': event(
    '系统需要人工处理',
    'The installation needs attention',
    about.extend({ code: z.string().max(80).nullable() }).shape,
  ),
  'alarm.cleared': event('系统已恢复正常', 'The installation is well again', about.shape),
};
