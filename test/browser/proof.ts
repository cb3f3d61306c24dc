import { type Page } from 'playwright-core';
import { PASSWORD } from '../support/product.js';

/** The dialog on top; one that is going stays in the page while it fades. */
export const dialog = (page: Page, title: string) => page.getByRole('dialog', { name: title });

/** Proves who sits there, as the product asks before what matters. */
export async function proveByPassword(page: Page): Promise<void> {
  await dialog(page, '请再次确认是您本人').getByLabel('密码').fill(PASSWORD);
  await page.keyboard.press('Enter');
}
