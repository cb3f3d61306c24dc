/*
 * How typed text lies in a browser's storage: AES-GCM, under the key of its account. Apart from `typed.ts`, since the sign-in screen does without.
 */

/** @param key base64 */
export const importKey = (key: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytesOf(key), 'AES-GCM', false, ['encrypt', 'decrypt']);

export async function seal(key: CryptoKey, typed: unknown): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(typed));
  return textOf(iv) + textOf(new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain)));
}

/** @throws where it was sealed under another key */
export async function unseal<T>(key: CryptoKey, stored: string): Promise<T> {
  const [iv, sealed] = [bytesOf(stored.slice(0, 16)), bytesOf(stored.slice(16))];
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed);
  return JSON.parse(new TextDecoder().decode(plain)) as T;
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
/** Twelve bytes are sixteen characters. */
const textOf = (bytes: Uint8Array): string => btoa(Array.from(bytes, (one) => String.fromCharCode(one)).join(''));
