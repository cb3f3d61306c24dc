import { type Page } from 'playwright-core';
import { Authenticator } from '../support/authenticator.js';
import { PASSWORD } from '../support/product.js';

/** The dialog on top; one that is going stays in the page while it fades. */
export const dialog = (page: Page, title: string) => page.getByRole('dialog', { name: title });

/** Proves who sits there, as the product asks before what matters. */
export async function proveByPassword(page: Page): Promise<void> {
  await dialog(page, '请再次确认是您本人').getByLabel('密码').fill(PASSWORD);
  await page.keyboard.press('Enter');
}

/**
 * Sets up the second factor that a sign-in leads to where the role needs one, in either language. It is a fresh proof as well, for five minutes.
 * @returns the authenticator: each of its codes is taken once
 */
export async function setUpSecondFactor(page: Page): Promise<Authenticator> {
  await page.getByRole('heading', { name: /^(请设置两步验证|Set up a second factor)$/ }).waitFor();
  await page.getByRole('button', { name: /^(启用两步验证|Turn on the second factor)$/ }).click();
  const asked = page.getByRole('dialog').locator('input[type=password]');
  const shown = page.getByRole('dialog').locator('code');
  await asked.or(shown).first().waitFor();
  if (await asked.isVisible()) {
    await asked.fill(PASSWORD);
    await page.keyboard.press('Enter');
  }
  const phone = new Authenticator((await shown.innerText()).replaceAll(' ', ''));
  await page.getByLabel(/^(验证器显示的六位数字|Six digits from the authenticator)$/).fill(phone.code());
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^(我已保存|I have saved them)$/ }).click();
  return phone;
}
