/**
 * The part of a customer's number or name that is kept: enough to tell two calls apart on a screen, not enough to call or to search.
 * `13800002046` → `138****2046`, `陈美玲` → `陈**`, `Maria Chen` → `M. C***`.
 */
export function maskCustomer({ number, name }: { number?: string; name?: string }): string | null {
  const parts = [name && maskName(name.trim()), number && maskNumber(number)].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : null;
}

function maskNumber(number: string): string {
  const digits = number.replace(/\D/g, '');
  if (digits.length < 7) return '*'.repeat(Math.max(3, digits.length));
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}

function maskName(name: string): string {
  if (/\p{Script=Han}/u.test(name)) return `${[...name][0]}**`;
  const words = name.split(/\s+/).filter(Boolean);
  const last = words.at(-1) ?? '';
  const initial = words.length > 1 ? `${[...(words[0] ?? '')][0]}. ` : '';
  return `${initial}${[...last][0] ?? ''}***`;
}
