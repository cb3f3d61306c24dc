/*
 * What an Asterisk writes of a call that waits in a queue, rings at an agent's telephone and is talked: `Cel.csv` and `queue_log`, row by row
 * as it happens, in the form of the records beside `../seed/telephones`.
 */
import { type OfferedCall } from './offer.rules.js';

/** Records of a moment of a call. */
export interface WrittenRecords {
  'Cel.csv': string;
  queue_log: string;
}

export interface QueueCall extends OfferedCall {
  queue: string;
  /** When it came in, milliseconds. */
  at: number;
}

/** Seconds of the announcement, and after how many the agent's telephone answers. */
export const ANNOUNCED_S = 3;
export const ANSWERED_S = 8;

/** @param count of channels that the switchboard has opened since it was started; the call opens two */
export const callIdAt = (at: number, count: number): string => `pbx1-${Math.floor(at / 1000)}.${count}`;

export function rungRecords(call: QueueCall): WrittenRecords {
  const { caller, agent, queue, customer, at } = new Rows(call);
  const [queued, rings] = [at + ANNOUNCED_S * 1000, at + ANNOUNCED_S * 1000 + 200];
  const sound = json({ sound: 'queue-thankyou', format: 'slin', language: 'en' });
  return {
    'Cel.csv': lines(
      caller('CHAN_START', at, { quiet: true }),
      caller('ANSWER', at + 10, { app: 'Answer' }),
      caller('STREAM_BEGIN', at + 20, {
        app: 'Playback',
        data: 'queue-thankyou',
        kind: 'FILE_STREAM_BEGIN',
        extra: sound,
      }),
      caller('STREAM_END', queued, { app: 'Playback', data: 'queue-thankyou', kind: 'FILE_STREAM_END' }),
      caller('STREAM_BEGIN', queued + 100, {
        ...IN_QUEUE(queue),
        kind: 'MOH_STREAM_BEGIN',
        extra: json({ class: 'default' }),
      }),
      agent('CHAN_START', rings, { quiet: true }),
    ),
    queue_log: lines(`${second(queued)}|${call.id}|${queue}|NONE|ENTERQUEUE||${customer}|1`),
  };
}

export function answeredRecords(call: QueueCall, at: number): WrittenRecords {
  const { caller, agent, queue, agentId, bridge } = new Rows(call);
  const waited = ANSWERED_S - ANNOUNCED_S;
  return {
    'Cel.csv': lines(
      agent('ANSWER', at, { app: 'AppQueue', data: '(Outgoing Line)' }),
      caller('STREAM_END', at + 1, { ...IN_QUEUE(queue), kind: 'MOH_STREAM_END' }),
      agent('BRIDGE_ENTER', at + 1, { app: 'AppQueue', data: '(Outgoing Line)', extra: bridge }),
      caller('BRIDGE_ENTER', at + 1, { ...IN_QUEUE(queue), extra: bridge }),
    ),
    queue_log: lines(
      `${second(at)}|${call.id}|${queue}|PJSIP/${call.agent.extension}|CONNECT|${waited}|${agentId}|${waited}`,
    ),
  };
}

/** The customer hangs up. @param answeredAt when it was answered */
export function endedRecords(call: QueueCall, answeredAt: number, at: number): WrittenRecords {
  const { caller, agent, queue, bridge, channel } = new Rows(call);
  const hangup = (dialstatus: string) => json({ hangupcause: 16, hangupsource: channel, dialstatus });
  const line = { app: 'AppQueue', data: '(Outgoing Line)' };
  const [waited, talked] = [ANSWERED_S - ANNOUNCED_S, Math.round((at - answeredAt) / 1000)];
  return {
    'Cel.csv': lines(
      caller('BRIDGE_EXIT', at, { ...IN_QUEUE(queue), extra: bridge }),
      agent('BRIDGE_EXIT', at, { ...line, extra: bridge }),
      agent('HANGUP', at + 1, { ...line, extra: hangup('') }),
      agent('CHAN_END', at + 1, line),
      caller('HANGUP', at + 1, { extra: hangup('ANSWER') }),
      caller('CHAN_END', at + 1),
      caller('LINKEDID_END', at + 1),
    ),
    queue_log: lines(
      `${second(at)}|${call.id}|${queue}|PJSIP/${call.agent.extension}|COMPLETECALLER|${waited}|${talked}|1`,
    ),
  };
}

const IN_QUEUE = (queue: string) => ({ app: 'Queue', data: `${queue},tT,,,60` });
const QUEUE_EXTENSION = '4001';

interface Row {
  app?: string;
  data?: string;
  /** Of a stream. */
  kind?: string;
  extra?: string;
  /** Before anything of the other end is known. */
  quiet?: boolean;
}

/** The rows of a call's two channels. */
class Rows {
  readonly channel: string;
  readonly agentId: string;
  readonly bridge: string;
  readonly queue: string;
  readonly customer: string;
  readonly at: number;

  constructor(private readonly call: QueueCall) {
    const [, prefix = '', count = '0'] = /^(.*\.)(\d+)$/.exec(call.id) ?? [];
    this.agentId = `${prefix}${Number(count) + 1}`;
    this.channel = `PJSIP/trunk-${hex(Number(count))}`;
    this.bridge = json({ bridge_id: `bridge-${count}`, bridge_technology: 'simple_bridge' });
    this.queue = call.queue;
    this.customer = call.customer.number;
    this.at = call.at;
  }

  readonly caller = (event: string, at: number, row: Row = {}): string =>
    this.row(
      event,
      at,
      this.call.id,
      [
        '',
        row.quiet ? 'trunk' : this.customer,
        row.quiet ? '' : 'trunk',
        row.quiet ? '' : QUEUE_EXTENSION,
        QUEUE_EXTENSION,
        'from-trunk',
        this.channel,
      ],
      row,
    );

  readonly agent = (event: string, at: number, row: Row = {}): string => {
    const { name, extension } = this.call.agent;
    const channel = `PJSIP/${extension}-${hex(Number(this.agentId.split('.').at(-1)))}`;
    return this.row(
      event,
      at,
      this.agentId,
      [name, extension, row.quiet ? '' : extension, '', row.quiet ? 's' : QUEUE_EXTENSION, 'agents', channel],
      row,
    );
  };

  private row(
    event: string,
    at: number,
    id: string,
    who: string[],
    { app = '', data = '', kind = '', extra = '' }: Row,
  ): string {
    const time = `${new Date(at).toISOString().slice(0, -1)}000+0000`;
    const cells = [event, time, ...who, app, data, id, this.call.id, '', '', kind, extra];
    return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
  }
}

const hex = (count: number): string => count.toString(16).padStart(8, '0');
const json = (value: object): string => JSON.stringify(value);
const second = (at: number): number => Math.floor(at / 1000);
const lines = (...rows: string[]): string => `${rows.join('\n')}\n`;
