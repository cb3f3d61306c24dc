import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { probeDatabase } from '#database';
import { type Probed } from '#platform';

/** Above this share of the server's connections an operator should know. */
const MANY_CONNECTIONS = 0.8;
/** Clocks further apart than this make times in the journal and of leases hard to compare. */
export const SKEW_WARNING_MS = 2000;

interface Facts {
  bytes: number;
  connections: number;
  max: number;
  now: number;
}

/** The database: version, size, connections, and how this process's clock compares with its own. */
@Injectable()
export class DatabasePart {
  constructor(private readonly source: DataSource) {}

  async look(): Promise<Probed> {
    const probed = await probeDatabase(this.source);
    if (!probed.ok) return probed;
    const asked = Date.now();
    const [row]: Facts[] = await this.source.query(
      `select pg_database_size(current_database())::float8 as bytes, current_setting('max_connections')::int as max,
         (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as connections,
         (extract(epoch from clock_timestamp()) * 1000)::float8 as now`,
    );
    if (!row) return probed;
    const { bytes, connections, max, now } = row;
    const clockSkewMs = Math.round((asked + Date.now()) / 2 - now);
    const warning = warningOn(connections, max, clockSkewMs);
    const facts = { ...probed.facts, bytes, connections, maxConnections: max, clockSkewMs };
    return { ...probed, facts, ...(warning && { warning }) };
  }
}

function warningOn(connections: number, max: number, skewMs: number): Probed['warning'] {
  if (Math.abs(skewMs) > SKEW_WARNING_MS) {
    const seconds = (skewMs / 1000).toFixed(1);
    return {
      zh: `本进程的时钟与数据库相差 ${seconds} 秒。请在两台机器上开启 NTP 校时。`,
      en: `This process's clock is ${seconds} s off the database's. Turn time synchronisation (NTP) on on both machines.`,
    };
  }
  if (connections < max * MANY_CONNECTIONS) return undefined;
  return {
    zh: `数据库的 ${max} 个连接已用 ${connections} 个。请调高 max_connections，或减少进程数。`,
    en: `${connections} of the database's ${max} connections are in use. Raise max_connections, or run fewer processes.`,
  };
}
