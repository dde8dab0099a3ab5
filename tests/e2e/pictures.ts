import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** A folder for pictures of what the tests see, named by DEALSIDE_PICTURES; without it none are taken. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.DEALSIDE_PICTURES;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
