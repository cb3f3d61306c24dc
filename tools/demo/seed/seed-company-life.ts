import { type INestApplicationContext } from '@nestjs/common';
import { CalendarService, ExtensionMapService } from '#people';
import { Clock } from '#platform';
import { CLOSING_DAYS_ICS } from './closing-days.js';
import { EXTENSIONS } from './organisation.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What a company has besides people: a calendar of its own closing days for this year and the next, and who sits at which telephone. */
export async function seedCompanyLife(app: INestApplicationContext, actorPersonId: string): Promise<void> {
  const [calendar, map] = [app.get(CalendarService), app.get(ExtensionMapService)];
  const now = app.get(Clock).now();
  const year = now.getUTCFullYear();
  const period = { from: `${year}-01-01`, to: `${year + 1}-12-31` };
  const file = Buffer.from(CLOSING_DAYS_ICS);
  const { plan } = await calendar.preview(file, period);
  if (plan === null) throw new Error('the demonstration’s closing days cannot be read');
  await calendar.apply(file, period, plan, actorPersonId);
  for (const { extension, staffNumber, daysAgo } of EXTENSIONS) {
    const from = new Date(now.getTime() - daysAgo * DAY_MS);
    await map.assign({ extension, staffNumber, from, to: null }, null, actorPersonId);
  }
}
