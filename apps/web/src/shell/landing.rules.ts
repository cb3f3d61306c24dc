import type { Permission } from '#contracts';

/** What each role begins with, the first that it may: an auditor the journal (guide §9), most the calls, an administrator how the house runs. */
const BEGINNINGS: readonly (readonly [Permission, string])[] = [
  ['journal.read', '/journal'],
  ['calls.read', '/calls'],
  ['processing.read', '/processing'],
  ['people.manage', '/people'],
];

/** Where a person with these permissions lands after signing in: always a screen that they may use. */
export function landingOf(permissions: readonly Permission[]): string {
  return BEGINNINGS.find(([needed]) => permissions.includes(needed))?.[1] ?? '/account';
}
