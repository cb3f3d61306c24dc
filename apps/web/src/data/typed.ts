import { typesBy } from './forgetting.js';
import { placesOfAccount } from './kept-drafts.js';

/*
 * What a person is typing is the page's alone until it is sent. Where the page locks, it is set aside for the account that typed it, and is in
 * its place again when that account opens the same form, in any page of this browser. In the browser's storage it lies sealed by a key that
 * the server gives to that account alone (AES-GCM): the next person at the machine finds nothing to read. Where the browser has no cryptography,
 * as on a page without https, it is kept by the page only.
 */

type Places = Map<string, unknown>;

/** By account, then by place. */
const aside = new Map<string, Places>();
const sealers = new Map<string, (places: [string, unknown][]) => Promise<string>>();
const open = new Map<string, () => unknown>();
/** One after the other: a later one knows what the earlier kept. */
let keeping: Promise<unknown> = Promise.resolve();

const storedAt = (accountId: string): string => `${placesOfAccount(accountId)}typed`;

/** Saves the unsent input of every open form. */
export function setAsideTyped(accountId: string): void {
  const kept = aside.get(accountId) ?? new Map<string, unknown>();
  for (const [place, typed] of open) {
    const value = typed();
    if (value !== undefined) kept.set(place, value);
  }
  aside.set(accountId, kept);
  keep(accountId);
}

export const typedIsKept = (): Promise<unknown> => keeping;

/** The account signed out: nothing waits for it, and a form that is still open sets nothing aside any more. */
export function forgetTyped(accountId: string): void {
  aside.delete(accountId);
  open.clear();
  keep(accountId);
}

export const hasTyped = (accountId: string): boolean => (aside.get(accountId)?.size ?? 0) > 0;

/** What was set aside for this form. */
export const takeBack = <T>(accountId: string, place: string): T | undefined =>
  aside.get(accountId)?.get(place) as T | undefined;

/**
 * A form that is open: what waited for it is in it.
 *
 * @param typed what is in it; undefined where there is nothing to keep
 * @param keeps whether it waits when the form is left, too, and not only where the page locks
 * @returns what ends it
 */
export function setsAside(accountId: string, place: string, typed: () => unknown, keeps = false): () => void {
  if (aside.get(accountId)?.delete(place)) keep(accountId);
  open.set(place, typed);
  return () => {
    if (open.get(place) !== typed) return;
    open.delete(place);
    const left = keeps ? typed() : undefined;
    if (left === undefined) return;
    aside.set(accountId, (aside.get(accountId) ?? new Map<string, unknown>()).set(place, left));
    keep(accountId);
  };
}

/** A draft of texts that the server has. */
export interface Draft<T> {
  /** As the server had each when it was changed here. */
  of: T;
  now: T;
}

/** The draft beside what the server has now: a text that is not changed here, or is saved, is as the server has it. */
export function followed<T extends Record<string, string>>(draft: Draft<T>, saved: T): Draft<T> {
  const { of, now } = draft;
  const follows = Object.entries(saved).filter(
    ([name, text]) => (now[name] === of[name] && now[name] !== text) || (now[name] === text && of[name] !== text),
  );
  if (follows.length === 0) return draft;
  const own = Object.fromEntries(follows);
  return { of: { ...of, ...own }, now: { ...now, ...own } };
}

/** The account is signed in: what other pages set aside for it is there again. @param key base64 */
export async function bringTyped(accountId: string, key: string | null): Promise<void> {
  if (key === null || sealers.has(accountId) || !globalThis.crypto?.subtle) return;
  const own = await importKey(key);
  sealers.set(accountId, (places) => seal(own, places));
  const stored = localStorage.getItem(storedAt(accountId));
  const places = stored === null ? [] : await unseal<[string, unknown][]>(own, stored).catch(() => []);
  aside.set(accountId, new Map([...places, ...(aside.get(accountId) ?? [])]));
}

function keep(accountId: string): void {
  const sealed = sealers.get(accountId);
  if (!sealed) return;
  const places = [...(aside.get(accountId) ?? [])];
  keeping = keeping
    .then(async () => {
      if (places.length === 0) return localStorage.removeItem(storedAt(accountId));
      localStorage.setItem(storedAt(accountId), await sealed(places));
    })
    // No room, or no storage: this page has it.
    .catch(() => undefined);
}

/** @param key base64 */
const importKey = (key: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytesOf(key), 'AES-GCM', false, ['encrypt', 'decrypt']);

async function seal(key: CryptoKey, typed: unknown): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(typed));
  return textOf(iv) + textOf(new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain)));
}

/** @throws where it was sealed under another key */
async function unseal<T>(key: CryptoKey, stored: string): Promise<T> {
  const [iv, sealed] = [bytesOf(stored.slice(0, 16)), bytesOf(stored.slice(16))];
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed);
  return JSON.parse(new TextDecoder().decode(plain)) as T;
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
/** Twelve bytes are sixteen characters. */
const textOf = (bytes: Uint8Array): string => btoa(Array.from(bytes, (one) => String.fromCharCode(one)).join(''));

typesBy({ setAside: setAsideTyped, forget: forgetTyped, has: hasTyped, kept: typedIsKept });
