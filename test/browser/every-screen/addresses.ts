import { readdir, readFile } from 'node:fs/promises';

/** Shown without a session, and looked at by tests of their own. */
const OUTSIDE = ['/open-account', '/wall', '/sign-in/callback', '/sign-in/again'];

const WEB = new URL('../../../apps/web/src/', import.meta.url);

/** Every screen in the router's table and those of modules that signed-in people can open, as `/calls/*`: so that no walk forgets a new one. */
export async function addresses(): Promise<string[]> {
  const files = (await readdir(WEB, { recursive: true })).filter((name) =>
    /^routes\.tsx$|^screens\/[^/]+\/module\.tsx$/.test(name),
  );
  const table = (await Promise.all(files.sort().map((name) => readFile(new URL(name, WEB), 'utf8')))).join('');
  const inCompany = table.slice(table.indexOf("path: 'company'"), table.indexOf("path: 'people'"));
  const parts = [...inCompany.matchAll(/path: '([a-z-]+)', \.\.\./g)].map(([, path]) => path);
  return [...table.matchAll(/path: '([^'*]+)',\s+\.\.\.(?:later|saying|listing)\(/g)]
    .map(([, path = '']) => path)
    .filter((path) => path !== 'company')
    .map((path) => (parts.includes(path) ? `/company/${path}` : `/${path.replace(/^\//, '').replace(/:\w+/g, '*')}`))
    .filter((path) => !OUTSIDE.includes(path));
}

/** The screen that a link leads to, as `addresses` names it; undefined for a file, the API, or what only leads on. */
export function screenOf(href: string, screens: readonly string[]): string | undefined {
  const path = href.replace(/[?#].*/, '');
  return (
    screens.find((screen) => screen === path) ??
    screens.find((screen) => new RegExp(`^${screen.replaceAll('*', '[^/]+')}$`).test(path))
  );
}
