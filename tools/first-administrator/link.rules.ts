import { type Language } from '#contracts';

/** A way into an account that works once. */
export interface FirstLink {
  username: string;
  link: string;
  expiresAt: Date;
}

/** What comes after the `#` stays in the browser: it gets into no server's log. The page opens in the account's language. */
export function linkOf(publicUrl: string, given: { username: string; code: string; language: Language }): string {
  return `${publicUrl.replace(/\/+$/, '')}/open-account#${new URLSearchParams(given).toString()}`;
}

/** Settings that decide which installation a command speaks to, where they were given. */
const PLACE = ['SHOUWEN_DATA_DIR', 'SHOUWEN_PORT'] as const;

/** The command as it is to be typed in another window: with the settings that this process was started with. */
export function commandHere(env: Readonly<Record<string, string | undefined>>, ...args: readonly string[]): string {
  const quoted = (text: string) => (/^[\w./:@-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`);
  const place = PLACE.flatMap((name) => (env[name] ? [`${name}=${quoted(env[name])}`] : []));
  return [...place, 'npm run first-administrator --', ...args].join(' ');
}

/**
 * For the person who hands them over.
 * @param next user names of those whose link is not made yet
 */
export function linkLines(
  { links, next }: { links: readonly FirstLink[]; next: readonly string[] },
  env: Readonly<Record<string, string | undefined>>,
): string {
  const again = (name: string) => commandHere(env, '--again', name);
  const lines = links.map(({ username, link, expiresAt }) => `  ${username}\t${link}\t${expiresAt.toISOString()}`);
  const given = [
    `请把链接当面交给本人：打开一次即失效，过期时间见行末；重新生成：${again('用户名')}`,
    `Hand the link to its person. It opens the account once, until the time at its end; a new one: ${again('NAME')}`,
    ...lines,
  ];
  const later = [
    '一次只发一个链接：请等前一位首次登录后，在前一位看不到的地方生成下一位的链接。能在这台机器上运行命令的人看得到每个链接，产品对此无能为力。',
    'One link at a time: once the person before has signed in, make the next, where that person does not see it. Who runs commands on this machine can read every link; the product cannot help that.',
    ...next.map((name) => `  ${name}\t${again(name)}`),
  ];
  return [...(links.length > 0 ? given : []), ...(next.length > 0 ? later : [])].join('\n');
}
