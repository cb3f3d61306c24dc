/** Calls that never were, written as Asterisk writes them, each with what its telephones did: for tests that need thousands. */
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

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
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
    const name = `${endpoint.includes('/') ? endpoint : `${this.house.technology}/${endpoint}`}-${(++this.channels).toString(16).padStart(8, '0')}`;
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
    const member = agent === 'NONE' ? agent : `${this.house.technology}/${agent}`;
    this.made.queueLog.push([Math.floor(this.now / 1000), line.id, queue, member, event, ...data].join('|'));
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
