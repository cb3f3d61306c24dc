/** What a Redis or Valkey server reports in `INFO`; managed servers answer it where they refuse `CONFIG`. */
export interface RedisFacts {
  /** `redis` or `valkey`. */
  server: string;
  version: string;
  maxmemoryPolicy: string;
  /** Whether what was acknowledged survives a restart: the append-only file is on. */
  appendOnly: boolean;
  /** False for a replica, which takes no writes. */
  master: boolean;
}

export function readRedisInfo(info: string): RedisFacts {
  const fields = new Map(
    info.split(/\r?\n/).map((line) => [line.split(':')[0] ?? '', line.slice(line.indexOf(':') + 1)]),
  );
  const valkey = fields.get('valkey_version');
  return {
    server: fields.get('server_name') ?? (valkey ? 'valkey' : 'redis'),
    version: valkey ?? fields.get('redis_version') ?? 'unknown',
    maxmemoryPolicy: fields.get('maxmemory_policy') ?? 'unknown',
    appendOnly: fields.get('aof_enabled') === '1',
    master: fields.get('role') !== 'slave',
  };
}

type Words = { zh: string; en: string };

/** Why hints must not be given to this server; null when nothing speaks against it. */
export function refusalOf({ maxmemoryPolicy, master }: RedisFacts): Words | null {
  if (!master)
    return {
      zh: '这是只读副本，不能写入。请把 SHOUWEN_REDIS_URL 指向主节点。',
      en: 'It is a replica and takes no writes. Point SHOUWEN_REDIS_URL at the master.',
    };
  if (maxmemoryPolicy === 'noeviction') return null;
  return {
    zh: `其 maxmemory-policy 是 ${maxmemoryPolicy}，内存不足时会丢弃队列的键。请设为 noeviction。`,
    en: `Its maxmemory-policy is ${maxmemoryPolicy}, which throws keys of the queue away when memory runs short. Set it to noeviction.`,
  };
}

/** What its operator should know though it can be used; null when there is nothing. */
export function warningOn({ appendOnly }: RedisFacts): Words | null {
  if (appendOnly) return null;
  return {
    zh: '未开启 AOF（appendonly no）：服务器重启后队列为空，任务会在十秒内从数据库补回。建议设为 appendonly yes。',
    en: 'Its append-only file is off (appendonly no): after a restart the queue is empty, and work waits up to ten seconds until it is given again from the database. Set appendonly yes.',
  };
}
