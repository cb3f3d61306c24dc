import { type JournalChain, type JournalPage } from '#contracts';
import { type Day } from '../day.js';
import { everyWorkday, type Appointment } from '../week.js';

const AUDITOR = 'auditor';

/** Reads what everyone did, and carries the signed heads off the machine. */
export const auditor: readonly Appointment[] = [
  ...everyWorkday('16:30', { who: AUDITOR, what: 'reads the journal and who heard what', do: read }),
  { at: 'mon 16:40', who: AUDITOR, what: 'carries the signed heads out of the house', do: takeHeads },
];

async function read(day: Day): Promise<void> {
  const seat = day.seat(AUDITOR);
  let cursor: string | null = '';
  for (let page = 0; page < 3 && cursor !== null; page += 1) {
    const more: string = cursor ? `&cursor=${encodeURIComponent(cursor)}` : '';
    const answer: JournalPage = await seat.ask<JournalPage>('GET', `/journal?limit=200${more}`);
    if (answer.entries.length === 0) throw new Error('the journal is empty');
    cursor = answer.nextCursor;
  }
  for (const path of [
    '/accesses',
    '/accesses/grants',
    '/accesses/unusual',
    '/journal/export.csv',
    '/retention/destructions',
  ])
    await seat.ask('GET', path);
}

async function takeHeads(day: Day): Promise<void> {
  const { head } = await day.seat(AUDITOR).ask<JournalChain>('GET', '/journal/chain');
  if (!head) throw new Error('no head was signed');
  await day.installation.takeHeads(day.out('heads'));
}
