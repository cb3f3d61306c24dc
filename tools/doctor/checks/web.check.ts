import { isIP } from 'node:net';
import { words, type Check, type Finding } from '../finding.js';

/** How browsers reach it. */
export const webCheck: Check = {
  name: 'web',
  look: ({ host, cookieSecure }) => Promise.resolve([webFinding(host, cookieSecure)]),
};

export function webFinding(host: string, cookieSecure: boolean): Finding {
  const check = 'web';
  if (cookieSecure)
    return {
      check,
      level: 'ok',
      what: words('会话 cookie 只经 https 发送。', 'The session cookie goes over https only.'),
    };
  if (isLoopback(host))
    return { check, level: 'ok', what: words('只在本机监听。', 'It listens on this machine only.') };
  return {
    check,
    level: 'fault',
    what: words(
      `在 ${host} 上监听，而会话 cookie 也会经 http 发送。`,
      `It listens on ${host}, and the session cookie goes over plain http too.`,
    ),
    why: words(
      '网络上的人可以拿走会话，听到录音。',
      'People on the network can take over a session and hear recordings.',
    ),
    todo: words(
      '在前面放 TLS 代理，并设 SHOUWEN_COOKIE_SECURE=1。',
      'Put a TLS proxy in front, and set SHOUWEN_COOKIE_SECURE=1.',
    ),
  };
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
