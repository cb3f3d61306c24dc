/** Synthetic calls in Asterisk’s log formats, each with the expected result, for tests that need thousands. */
export interface Made {
  cel: string[];
  queueLog: string[];
  cdr: string[];
  truth: MadeCall[];
}

export interface MadeLeg {
  kind: 'agent' | 'queue' | 'consult';
  extension: string;
  outcome: string;
  ringSeconds?: number;
  answeredAt?: number;
  endedAt: number;
  holds?: number;
  transfer?: { kind: string; to: string };
}

export interface MadeCall {
  scenario: string;
  startedAt: number;
  endedAt: number;
  direction: string;
  customer: string | null;
  queue: string | null;
  outcome: string;
  answeredAt: number | null;
  hangupSide: string | null;
  legs: MadeLeg[];
}

/** One installation: its names are as free as an administrator's. */
export interface Installation {
  prefix: string;
  trunk: string;
  inside: string;
  outside: string;
  agents: string[];
  queues: Record<string, string>;
  technology: string;
  /** How a queue reaches its members: by a Local channel that stays between (`/n`), or one that is taken away; absent: at once. */
  members?: 'kept' | 'optimised';
}

interface Line {
  id: string;
  name: string;
  linked: string;
  number: string;
  exten: string;
  context: string;
  app: string;
  data: string;
}

const quote = (cells: (string | number)[]): string =>
  cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(',');

/** An Asterisk that writes what it is told; its clock is moved by hand. */
export class Pbx {
  readonly made: Made = { cel: [], queueLog: [], cdr: [], truth: [] };
  private count = 0;
  private channels = 0;

  constructor(
    readonly house: Installation,
    /** Milliseconds since 1970. */
    public now: number,
    readonly chance: () => number,
  ) {}

  wait(from: number, to: number): void {
    this.now += Math.round(from + this.chance() * (to - from));
  }

  pick<T>(all: readonly T[]): T {
    return all[Math.floor(this.chance() * all.length)] as T;
  }

  open(endpoint: string, number: string, exten: string, context: string, linked?: string): Line {
    const id = `${this.house.prefix}${Math.floor(this.now / 1000)}.${++this.count}`;
    const own = endpoint.includes('/') ? endpoint : `${this.house.technology}/${endpoint}`;
    const name = own.startsWith('Local/') ? own : `${own}-${(++this.channels).toString(16).padStart(8, '0')}`;
    const line = { id, name, linked: linked ?? id, number, exten, context, app: '', data: '' };
    this.say(line, 'CHAN_START');
    return line;
  }

  /** A second call of a telephone, and a member of a queue, start without what the dialplan gives them. */
  say(line: Line, type: string, extra: object | null = null, stream = ''): void {
    this.now += 1;
    const cells = [type, (this.now / 1000).toFixed(6), '', line.number, line.number, '', line.exten, line.context];
    const rest = [line.name, line.app, line.data, line.id, line.linked, '', '', stream];
    this.made.cel.push(quote([...cells, ...rest, extra ? JSON.stringify(extra) : '']));
  }

  bridge(id: string, ...lines: Line[]): void {
    for (const line of lines) this.say(line, 'BRIDGE_ENTER', { bridge_id: id, bridge_technology: 'simple_bridge' });
  }

  unbridge(id: string, ...lines: Line[]): void {
    for (const line of lines) this.say(line, 'BRIDGE_EXIT', { bridge_id: id, bridge_technology: 'simple_bridge' });
  }

  music(line: Line, on: boolean): void {
    if (on) this.say(line, 'STREAM_BEGIN', { class: 'default' }, 'MOH_STREAM_BEGIN');
    else this.say(line, 'STREAM_END', null, 'MOH_STREAM_END');
  }

  close(line: Line, cause: number, by: string, dialstatus = ''): void {
    this.say(line, 'HANGUP', { hangupcause: cause, hangupsource: by, dialstatus });
    this.say(line, 'CHAN_END');
  }

  log(line: Line, queue: string, agent: string, event: string, ...data: (string | number)[]): void {
    const member = agent === 'NONE' ? agent : this.memberOf(agent);
    this.made.queueLog.push([Math.floor(this.now / 1000), line.id, queue, member, event, ...data].join('|'));
  }

  /** Local channels count apart from others; their halves share a count. */
  localName(agent: string): string {
    return `Local/${agent}@from-queue-${(++this.channels).toString(16).padStart(8, '0')}`;
  }

  memberOf(agent: string): string {
    if (!this.house.members) return `${this.house.technology}/${agent}`;
    return this.house.members === 'kept' ? `Agent ${agent}` : `Local/${agent}@from-queue`;
  }

  row(line: Line, partner: Line | null, start: number, disposition: string): void {
    const time = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
    const seconds = Math.floor((this.now - start) / 1000);
    const cells = [
      '',
      line.number,
      line.exten,
      line.context,
      line.number,
      line.name,
      partner?.name ?? '',
      line.app,
      line.data,
    ];
    const times = [time(start), time(start), time(this.now), seconds, seconds, disposition, 'DOCUMENTATION'];
    this.made.cdr.push(quote([...cells, ...times, line.id, '', '', line.linked, ++this.count]));
  }
}
