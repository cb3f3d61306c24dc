import { readFile } from 'node:fs/promises';

/** Shown without a session, and looked at by tests of their own. */
const OUTSIDE = ['/open-account', '/wall', '/sign-in/callback', '/sign-in/again'];

/** Every screen in the router's table that signed-in people can open, as `/calls/*`: so that no walk forgets a new one. */
export async function addresses(): Promise<string[]> {
  const table = await readFile(new URL('../../../apps/web/src/routes.tsx', import.meta.url), 'utf8');
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
