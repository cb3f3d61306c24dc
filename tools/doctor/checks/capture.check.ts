import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type StatsFs } from 'node:fs';
import { readFile, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { reachesAddress, type Env } from '#platform';
import { words, type Check, type Finding } from '../finding.js';

const check = 'capture';
const ANSWERED_WITHIN_MS = 1_500;
const WANTED_BYTES = 1024 ** 2;
const MB = 1024 ** 2;

/** What takes calls as they happen: whether it answers, who may send, and room for what comes while the rest is away. */
export const captureCheck: Check = {
  name: check,
  look: async (env) => {
    if (!env.capture.on) return [];
    const found = await Promise.all([answer(env), buffer(), keys(env.capture.spoolDir), room(env)]);
    return [...found.flat(), ...peersFindings(env.sip.host, env.sip.peers)];
  },
};

async function answer({ sip: { host, port, peers } }: Env): Promise<Finding[]> {
  const place = `${host}:${port}`;
  if (port === 0) return [];
  // What a system that is not listed sends is dropped unread, ours as well.
  if (!reachesAddress(peers, host)) return [NOT_ASKED];
  if (await answersOptions(host, port))
    return [{ check, level: 'ok', what: words(`实时录音在 ${place} 应答。`, `Live capture answers at ${place}.`) }];
  return [
    {
      ...{ check, level: 'warning' },
      what: words(`实时录音没有在 ${place} 应答。`, `Live capture does not answer at ${place}.`),
      why: words('进行中的通话不会被录下。', 'Calls are not taken as they happen.'),
      todo: words(
        '用 npm start 启动它，或看数据目录中的 logs/capture.log；不接收实时通话时设 SHOUWEN_CAPTURE=off。',
        'Run it by npm start, or see logs/capture.log in the data folder; where no calls are to be taken so, set SHOUWEN_CAPTURE=off.',
      ),
    },
  ];
}

const NOT_ASKED: Finding = {
  check,
  level: 'ok',
  what: words(
    '本机不在 SHOUWEN_SIP_PEERS 中，所以没有询问实时录音；见“实时接入”页面。',
    'This machine is not among SHOUWEN_SIP_PEERS, so live capture was not asked; see the page Live connection.',
  ),
};

async function answersOptions(host: string, port: number): Promise<boolean> {
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
  try {
    socket.bind(0, host);
    await once(socket, 'listening');
    const here = `${host.includes(':') ? `[${host}]` : host}:${socket.address().port}`;
    const id = randomUUID();
    const lines = [
      `OPTIONS sip:doctor@${here} SIP/2.0`,
      `Via: SIP/2.0/UDP ${here};branch=z9hG4bK-${id}`,
      `From: <sip:doctor@${here}>;tag=${id.slice(0, 8)}`,
      ...[`To: <sip:recorder@${host}>`, `Call-ID: ${id}`, 'CSeq: 1 OPTIONS', 'Max-Forwards: 70', 'Content-Length: 0'],
    ];
    socket.send(`${lines.join('\r\n')}\r\n\r\n`, port, host);
    const [said] = await once(socket, 'message', { signal: AbortSignal.timeout(ANSWERED_WITHIN_MS) });
    return String(said).startsWith('SIP/2.0 200');
  } catch {
    return false;
  } finally {
    socket.close();
  }
}

/** What the kernel gives: Linux says twice of it, for what it adds for itself. */
async function buffer(): Promise<Finding[]> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  socket.setRecvBufferSize(WANTED_BYTES);
  const given = Math.floor(socket.getRecvBufferSize() / 2);
  socket.close();
  return [bufferFinding(given)];
}

export function bufferFinding(given: number): Finding {
  const what = words(
    `接收缓冲区：${Math.round(given / 1024)} KB（要求 1024 KB）。`,
    `Receive buffer: ${Math.round(given / 1024)} KB, of 1024 KB asked for.`,
  );
  if (given >= WANTED_BYTES) return { check, level: 'ok', what };
  return {
    ...{ check, level: 'warning', what },
    why: words('进程停顿几秒时可能丢包。', 'Packets may be lost in a stall of seconds.'),
    todo: words(
      `执行 sysctl -w net.core.rmem_max=${WANTED_BYTES}，并写入 /etc/sysctl.d/。`,
      `Run sysctl -w net.core.rmem_max=${WANTED_BYTES}, and keep it in /etc/sysctl.d/.`,
    ),
  };
}

/** Nothing is said before it first ran. */
async function keys(spoolDir: string): Promise<Finding[]> {
  const text = await readFile(join(spoolDir, 'ready-keys.json'), 'utf8').catch(() => null);
  if (text === null) return [];
  const ready = (JSON.parse(text) as unknown[]).length;
  const what = words(`实时录音有 ${ready} 个备用密钥。`, `${ready} keys lie ready for live capture.`);
  if (ready > 0) return [{ check, level: 'ok', what }];
  return [
    {
      ...{ check, level: 'fault', what },
      why: words('新的通话被拒绝（503）。', 'New calls are refused (503).'),
      todo: words(
        '检查密钥目录和密钥环，见 keys 一项。',
        'Look at the key folders and the keyring: see what is said of keys.',
      ),
    },
  ];
}

async function room({ capture: { spoolDir, spoolBytes } }: Env): Promise<Finding[]> {
  const { bavail, bsize } = await statfsNear(spoolDir);
  return [roomFinding(spoolDir, bavail * bsize, spoolBytes)];
}

export function roomFinding(spoolDir: string, free: number, limit: number): Finding {
  const [there, wanted] = [free, limit].map((bytes) => Math.floor(bytes / MB));
  const what = words(
    `实时录音的暂存区 ${spoolDir}：磁盘剩余 ${there} MB，上限 ${wanted} MB。`,
    `Spool of live capture, ${spoolDir}: ${there} MB are free, and it may take ${wanted} MB.`,
  );
  if (free >= limit) return { check, level: 'ok', what };
  return {
    ...{ check, level: 'warning', what },
    why: words(
      '磁盘会先于上限写满，那时拒绝新的通话。',
      'The disk is full before that limit, and new calls are refused then.',
    ),
    todo: words(
      '换到更大的磁盘（SHOUWEN_CAPTURE_SPOOL_DIR），或调小 SHOUWEN_CAPTURE_SPOOL_MB。',
      'Use a larger disk (SHOUWEN_CAPTURE_SPOOL_DIR), or lower SHOUWEN_CAPTURE_SPOOL_MB.',
    ),
  };
}

/** Of the folder, or of the nearest one above that is there already. */
async function statfsNear(folder: string): Promise<StatsFs> {
  return statfs(folder).catch((error: unknown) => {
    if (dirname(folder) === folder) throw error;
    return statfsNear(dirname(folder));
  });
}

const isLoopback = (address: string): boolean => /^(?:127\.|::1$)/.test(address);

export function peersFindings(host: string, peers: readonly string[]): Finding[] {
  const list = peers.join(', ') || '–';
  const what = words(`实时录音登记的发送方：${list}。`, `Senders that live capture lists: ${list}.`);
  if (isLoopback(host) || peers.some((one) => !isLoopback(one))) return [{ check, level: 'ok', what }];
  return [
    {
      ...{ check, level: 'warning', what },
      why: words(`它在 ${host} 监听，但只有本机可以发送。`, `It listens at ${host}, and this machine alone may send.`),
      todo: words(
        '把会话边界控制器的地址写入 SHOUWEN_SIP_PEERS。',
        'List the session border controllers in SHOUWEN_SIP_PEERS.',
      ),
    },
  ];
}
