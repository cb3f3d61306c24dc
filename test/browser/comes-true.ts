import { type Page } from 'playwright-core';
import { patient } from '../../tools/patience.mjs';

/**
 * Whether something in the page becomes true in time. Asked from outside: the page's policy lets no text poll in it, so that
 * `page.waitForFunction` fails unless the first look is enough.
 */
export async function comesTrue(page: Page, what: string, withinMs = 30_000): Promise<boolean> {
  for (const until = Date.now() + patient(withinMs); Date.now() < until;) {
    // A page that is just being left answers nothing.
    if (await page.evaluate(what).catch(() => false)) return true;
    await page.waitForTimeout(50);
  }
  return false;
}
