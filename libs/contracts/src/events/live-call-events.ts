import { z } from 'zod';
import { listeningEndSchema } from '../listening.js';
import { event, eventSaid } from './event.js';

const id = z.uuid();
/** That of the recording session: the call is known by it afterwards. */
const liveCallId = id;

/** What the journal says of calls while they are captured. */
export const liveCallEvents = {
  'live_call.listening_began': event(
    '{{who}} 开始旁听一通进行中的通话',
    '{{who}} began to listen in on a call that goes on',
    { listeningId: id, liveCallId, grantId: id, purpose: z.string() },
  ),
  'live_call.listening_ended': event(
    '{{who}} 的旁听结束，发送 {{sentMs|duration}}',
    'Listening in by {{who}} ended; sent {{sentMs|duration}}',
    { listeningId: id, liveCallId, grantId: id, reason: listeningEndSchema, sentMs: z.number().int() },
  ),
  'live_call.reading_began': event(
    '{{who}} 开始查看一通进行中通话的实时文字',
    '{{who}} began to read along in a call that goes on',
    { listeningId: id, liveCallId, grantId: id, purpose: z.string() },
  ),
  'live_call.reading_ended': event('{{who}} 查看实时文字结束', 'Reading along by {{who}} ended', {
    ...{ listeningId: id, liveCallId, grantId: id, reason: listeningEndSchema },
  }),
  'live_call.words_chosen': eventSaid({ liveCallId, hear: z.boolean() }, [
    {
      when: ({ hear }) => hear,
      zh: '{{who}} 启动一通进行中的通话的实时转写',
      en: '{{who}} started live transcription of a call',
    },
    { zh: '{{who}} 停止一通进行中的通话的实时转写', en: '{{who}} stopped live transcription of a call' },
  ]),
  'live_call.consent_said': eventSaid(
    {
      liveCallId,
      state: z.enum(['given', 'refused', 'withdrawn']),
      how: z.enum(['said', 'digit', 'other']),
      by: z.enum(['person', 'key']),
    },
    [
      {
        when: ({ by, state }) => by === 'key' && state !== 'given',
        zh: '客户在通话中按键不同意录音',
        en: 'The customer refused recording by a key',
      },
      {
        when: ({ by }) => by === 'key',
        zh: '客户在通话中按键同意录音',
        en: 'The customer agreed to recording by a key',
      },
      {
        when: ({ state }) => state === 'given',
        zh: '{{who}} 在通话中记下：客户同意录音',
        en: '{{who}} noted during a call that the customer agrees to recording',
      },
      {
        when: ({ state }) => state === 'refused',
        zh: '{{who}} 在通话中记下：客户不同意录音',
        en: '{{who}} noted during a call that the customer refuses recording',
      },
      {
        zh: '{{who}} 在通话中记下：客户撤回录音同意',
        en: '{{who}} noted during a call that the customer takes consent to recording back',
      },
    ],
  ),
  'live_call.paused': event('{{who}} 暂停一通进行中通话的录音', '{{who}} paused the recording of a live call', {
    liveCallId,
  }),
  'live_call.resumed': eventSaid({ liveCallId, by: z.enum(['person', 'limit']) }, [
    {
      when: ({ by }) => by === 'limit',
      zh: '暂停到时，录音自动继续',
      en: 'A pause reached its limit: the recording resumed',
    },
    { zh: '{{who}} 恢复一通进行中通话的录音', en: '{{who}} resumed the recording of a live call' },
  ]),
};
