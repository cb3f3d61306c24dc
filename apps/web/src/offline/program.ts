import { useSyncExternalStore } from 'react';

/** A version that was loaded beside this one and waits to be taken. */
let waiting: ServiceWorker | null = null;
let registration: ServiceWorkerRegistration | undefined;
const listeners = new Set<() => void>();

/** After the first screen is drawn, so that it waits for nothing of this. */
const AFTER_MS = 3_000;
const LOOK_AGAIN_MS = 60 * 60_000;

function waits(next: ServiceWorker | null): void {
  waiting = next;
  for (const told of listeners) told();
}

/** Keeps the program on this machine from here on, where the browser lets it: over https, or on this machine itself. */
export function keepProgram(): () => void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return () => {};
  const timer = setTimeout(() => void keep().catch(() => undefined), AFTER_MS);
  const again = setInterval(lookForNewVersion, LOOK_AGAIN_MS);
  return () => {
    clearTimeout(timer);
    clearInterval(again);
  };
}

/** Signing out removed everything, and a worker that is there installs itself no second time: it is told that someone is signed in again. */
async function keep(): Promise<void> {
  registration ??= await register();
  registration.active?.postMessage('keep');
}

async function register(): Promise<ServiceWorkerRegistration> {
  const made = await navigator.serviceWorker.register('/sw.js');
  // The first version replaces nothing, so no message is shown.
  const isNext = () => navigator.serviceWorker.controller !== null;
  if (made.waiting && isNext()) waits(made.waiting);
  made.addEventListener('updatefound', () => {
    const coming = made.installing;
    coming?.addEventListener('statechange', () => {
      if (coming.state === 'installed' && isNext()) waits(coming);
    });
  });
  return made;
}

/** Asks the server whether there is one: after it was away, an upgrade may be why. */
export function lookForNewVersion(): void {
  registration?.update().catch(() => undefined);
}

export function useNewVersion(): boolean {
  return useSyncExternalStore(listen, () => waiting !== null);
}

function listen(told: () => void): () => void {
  listeners.add(told);
  return () => listeners.delete(told);
}

/** Loads the page again, with the new version. */
export function takeNewVersion(): void {
  // Another tab may have taken it, or a newer one replaced it: then no change of the controller is to come.
  if (waiting?.state !== 'installed') return window.location.reload();
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true });
  waiting.postMessage('take-over');
}
