import { writeFile } from 'node:fs/promises';
import { type CertificateList, type DataRequestDetail, type RetentionView } from '#contracts';
import { type Day } from '../day.js';
import { runTool } from '../place/tool.js';
import { type Appointment } from '../week.js';

/** How long recordings are kept, and what is destroyed: proposed by one, agreed to by another, certified by the product. */
export const retention: readonly Appointment[] = [
  { at: 'mon 15:10', who: 'admin', what: 'proposes how long recordings are kept', do: propose },
  { at: 'mon 15:15', who: 'legal', what: 'agrees to it, as the second person', do: agree },
  { at: 'mon 15:20', who: 'requester', what: 'registers that a customer wants a call erased', do: register },
  { at: 'mon 15:30', who: 'legal', what: 'confirms the erasure, as the second person', do: confirm },
  {
    at: 'tue 08:20',
    who: 'auditor',
    what: 'checks the certificate of the erasure offline',
    do: (day) => checkCertificates(day, 1),
  },
  {
    at: 'next 07:30',
    week: true,
    who: 'auditor',
    what: 'checks the certificates of what fell due in the week',
    do: (day) => checkCertificates(day, 5),
  },
];

async function propose(day: Day): Promise<void> {
  const { current } = await day.seat('admin').ask<RetentionView>('GET', '/retention/schedule');
  const schedule = { rules: [], default: { count: 2, unit: 'days' }, graceDays: 1 };
  const body = { from: current?.version ?? 0, schedule, reason: 'The first schedule, for a week.' };
  await day.seat('admin').ask('POST', '/retention/schedule/simulation', { body: schedule });
  await day.seat('admin').ask('PUT', '/retention/schedule', { body, prove: true });
}

async function agree(day: Day): Promise<void> {
  const { waiting } = await day.seat('legal').ask<RetentionView>('GET', '/retention/schedule');
  if (!waiting) throw new Error('no schedule waits');
  const body = { version: waiting.version, decision: 'agreed' };
  await day.seat('legal').ask('POST', '/retention/schedule/decisions', { body, prove: true });
}

async function register(day: Day): Promise<void> {
  const one = day.calls.find(({ externalId }) => externalId === 'twice-1');
  if (!one) throw new Error('the call to erase was not taken');
  const seat = day.seat('requester');
  const body = { kind: 'erasure', reference: 'letter of 30 November', subject: { callIds: [one.callId] } };
  const { requestId } = await seat.ask<DataRequestDetail>('POST', '/data-requests', { body });
  await seat.ask('POST', `/data-requests/${requestId}/proposals`, {
    body: { proposal: 'agree', reason: 'Article 47' },
  });
  day.notes.set('erasure', requestId);
}

async function confirm(day: Day): Promise<void> {
  await day
    .seat('legal')
    .ask('POST', `/data-requests/${day.note('erasure')}/decisions`, { body: { decision: 'confirmed' }, prove: true });
}

/** As an outsider does: with the file, the public key and nothing else. */
async function checkCertificates(day: Day, least: number): Promise<void> {
  const seat = day.seat('auditor');
  const { certificates } = await seat.ask<CertificateList>('GET', '/retention/certificates');
  if (certificates.length < least)
    throw new Error(`there are ${certificates.length} certificates, not ${least} at least`);
  const key = day.installation.publicKey;
  for (const { number } of certificates) {
    const file = day.out(`${number}.json`);
    const answer = await seat.request(`/api/v1/retention/certificates/${number}`);
    await writeFile(file, await answer.text());
    const { code, said } = await runTool('tools/verify-certificate.mjs', [file, '--key', key], {});
    if (code !== 0) throw new Error(`certificate ${number}: ${said}`);
  }
}
