import { cacheNameOf, handlingOf, isPage, isProxysOwn, ours, outdated } from './cached.rules.js';

/**
 * Keeps the program on the machine, so that the page opens while the server is away, and a tab that was open before an upgrade still finds
 * the files that it knows. A new version waits until the person takes it. It keeps nothing of what the program shows (`cached.rules.ts`).
 */

/** Written in by the build: the files of the shell, and a name that changes with them. */
declare const SHELL: readonly string[];
declare const VERSION: string;

/** The part of the browser's own types that is used here: the web client is compiled with those of a page. */
interface Worker {
  location: Location;
  skipWaiting(): Promise<void>;
  addEventListener<K extends keyof Happens>(name: K, listener: (event: Happens[K]) => void): void;
}
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Happens {
  install: Lasting;
  activate: Lasting;
  fetch: Lasting & { request: Request; respondWith(answer: Promise<Response>): void };
  message: Lasting & { data: unknown };
}
const worker = self as unknown as Worker;

const open = () => caches.open(cacheNameOf(VERSION));

worker.addEventListener('install', (event) => event.waitUntil(keep()));

worker.addEventListener('activate', (event) => {
  const remove = async () => Promise.all(outdated(await caches.keys(), VERSION).map((name) => caches.delete(name)));
  event.waitUntil(remove());
});

worker.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(worker.skipWaiting());
  if (event.data === 'keep') event.waitUntil(keep());
  if (event.data === 'forget') event.waitUntil(forget());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { method, mode } = request;
  const asked = { method, url: new URL(request.url), origin: worker.location.origin, isPage: mode === 'navigate' };
  const handling = handlingOf(asked);
  if (handling === 'kept-first') event.respondWith(keptFirst(request));
  if (handling === 'server-first') event.respondWith(serverFirst(request));
});

async function keptFirst(request: Request): Promise<Response> {
  const cache = await open();
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

/** One page for every address: the program shows what belongs there. */
async function serverFirst(request: Request): Promise<Response> {
  const cache = await open();
  try {
    const answer = await fetch(request);
    if (isProxysOwn(answer)) return (await cache.match('/')) ?? answer;
    if (isPage(answer)) await cache.put('/', answer.clone());
    return answer;
  } catch {
    return (await cache.match('/')) ?? Response.error();
  }
}

/** What of the shell is not kept yet. */
async function keep(): Promise<void> {
  const cache = await open();
  const kept = await Promise.all(SHELL.map((path) => cache.match(path)));
  await cache.addAll(SHELL.filter((_, at) => kept[at] === undefined));
}

/** A person signed out of this machine: nothing of the product stays on it. */
async function forget(): Promise<void> {
  await Promise.all(ours(await caches.keys()).map((name) => caches.delete(name)));
}
