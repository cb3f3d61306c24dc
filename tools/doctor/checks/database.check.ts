import pg from 'pg';
import { createDataSource, probeDatabase } from '#database';
import { type Bilingual } from '#contracts';
import { findingsOf, words, type Check, type Finding } from '../finding.js';

const SKEW_MS = 2000;
/** What the product's own connection must not be able to do to the journal: `where false` changes nothing even if it may. */
const FORBIDDEN = ['update journal_entry set at = at where false', 'delete from journal_entry where false'];
const REFUSED = '42501';

/** The database as the product connects to it: reachable, migrated, with a role that cannot rewrite the journal. */
export const databaseCheck: Check = {
  name: 'database',
  look: async ({ databaseUrl }) => {
    const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
    } catch (error) {
      return [unreachable(error)];
    }
    try {
      const state = await stateOf(databaseUrl);
      const migrated = state.every(({ level }) => level !== 'fault');
      return [
        ...state,
        await clock(client),
        ...(migrated ? [await journalRights(client), await doubtfulKeys(client)] : []),
        await isOwner(client),
      ].flat();
    } finally {
      await client.end();
    }
  },
};

async function stateOf(url: string): Promise<Finding[]> {
  const source = createDataSource({ url, applicationName: 'shouwen-doctor', poolSize: 1 });
  await source.initialize();
  try {
    return findingsOf('database', await probeDatabase(source));
  } finally {
    await source.destroy();
  }
}

/** Recordings that are neither opened nor destroyed until a person has looked into it. */
async function doubtfulKeys(client: pg.Client): Promise<Finding[]> {
  const { rows } = await client.query<{ id: string; n: number }>(
    'select doubted_key as id, count(*) over ()::int as n from key_doubt where settled_at is null order by found_at limit 1',
  );
  if (!rows[0]) return [];
  const { id, n } = rows[0];
  return [
    {
      check: 'database',
      level: 'fault',
      what: words(
        `${n} 个密钥有来历不明的销毁标记，例如 ${id}。`,
        `${n} key(s) bear a mark of destruction without an order, such as ${id}.`,
      ),
      why: words(
        '查清之前，相关录音既不打开也不销毁。',
        'Their recordings are neither opened nor destroyed until a person has looked into it.',
      ),
      todo: words(
        'npm run keys -- doubts 列出全部；怎么处理见 docs/operations/keys.zh.md。',
        'npm run keys -- doubts lists them; docs/operations/keys.md says what to do.',
      ),
    },
  ];
}

async function clock(client: pg.Client): Promise<Finding[]> {
  const asked = Date.now();
  const { rows } = await client.query<{ ms: number }>(
    'select extract(epoch from clock_timestamp())::float8 * 1000 as ms',
  );
  return clockFinding((asked + Date.now()) / 2 - (rows[0]?.ms ?? asked));
}

/** @param skewMs positive when this machine is ahead */
export function clockFinding(skewMs: number): Finding[] {
  if (Math.abs(skewMs) <= SKEW_MS) return [];
  const seconds = (skewMs / 1000).toFixed(1);
  return [
    {
      check: 'database',
      level: 'warning',
      what: words(`本机时钟与数据库相差 ${seconds} 秒。`, `This machine's clock is ${seconds} s off the database's.`),
      why: words(
        '日志时间、会话和授权的到期会不一致。',
        'Times in the journal, and the ends of sessions and grants, would disagree.',
      ),
      todo: words('在两台机器上开启 NTP 校时。', 'Turn time synchronisation (NTP) on on both machines.'),
    },
  ];
}

async function journalRights(client: pg.Client): Promise<Finding> {
  for (const statement of FORBIDDEN) if (!(await refuses(client, statement))) return REWRITABLE;
  return {
    check: 'database',
    level: 'ok',
    what: words('运行角色不能改写日志。', 'The runtime role cannot rewrite the journal.'),
  };
}

async function refuses(client: pg.Client, statement: string): Promise<boolean> {
  await client.query('begin');
  try {
    await client.query(statement);
    return false;
  } catch (error) {
    if ((error as { code?: unknown }).code !== REFUSED) throw error;
    return true;
  } finally {
    await client.query('rollback');
  }
}

async function isOwner(client: pg.Client): Promise<Finding[]> {
  const { rows } = await client.query<{ super: boolean }>(
    'select rolsuper as super from pg_roles where rolname = current_user',
  );
  return rows[0]?.super ? [SUPERUSER] : [];
}

const CONNECT_ERRORS: Record<string, Bilingual> = {
  ECONNREFUSED: words(
    '数据库没有响应：该地址和端口上没有服务。',
    'The database does not answer: nothing listens at that address and port.',
  ),
  ENOTFOUND: words('数据库的主机名无法解析。', 'The host name of the database cannot be resolved.'),
  '28P01': words('数据库拒绝了用户名或密码。', 'The database refuses the user name or password.'),
  '28000': words(
    '数据库不接受这个用户：还没有这个角色，或 pg_hba.conf 不允许从这里连接。',
    'The database does not take this user: there is no such role yet, or pg_hba.conf does not let it connect from here.',
  ),
  '3D000': words('服务器上没有这个数据库。', 'The server has no such database.'),
};

function unreachable(error: unknown): Finding {
  const code = String((error as { code?: unknown }).code ?? '');
  const what =
    CONNECT_ERRORS[code] ??
    words(`无法连接数据库（${code || 'timeout'}）。`, `The database cannot be reached (${code || 'timeout'}).`);
  const migrate = ['3D000', '28P01', '28000'].includes(code);
  return {
    check: 'database',
    level: 'fault',
    what,
    why: words('没有数据库，系统无法工作。', 'Nothing works without it.'),
    todo: migrate
      ? words(
          '检查 SHOUWEN_DATABASE_URL；新装请运行 npm run migrate。',
          'Check SHOUWEN_DATABASE_URL; on a new installation run npm run migrate.',
        )
      : words('检查 SHOUWEN_DATABASE_URL、服务和防火墙。', 'Check SHOUWEN_DATABASE_URL, the server and the firewall.'),
  };
}

const REWRITABLE: Finding = {
  check: 'database',
  level: 'fault',
  what: words('产品所用的数据库角色可以改写日志。', 'The role that the product connects as can rewrite the journal.'),
  why: words('日志因此不能作为证据。', 'The journal is no evidence then.'),
  todo: words(
    'SHOUWEN_DATABASE_URL 须用 shouwen_runtime，由 npm run migrate 建立；不要用属主或超级用户。',
    'SHOUWEN_DATABASE_URL must use shouwen_runtime, which npm run migrate makes; neither owner nor superuser.',
  ),
};
const SUPERUSER: Finding = {
  check: 'database',
  level: 'fault',
  what: words('产品以超级用户连接数据库。', 'The product connects as a superuser.'),
  why: words('任何约束和权限对它都不起作用。', 'No constraint and no right holds it.'),
  todo: words('改用 shouwen_runtime。', 'Use shouwen_runtime.'),
};
