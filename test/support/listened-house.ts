import { noticeSchema, standingGrantListSchema } from '#contracts';
import { CaptureProcess } from './capture-process.js';
import { type House } from './house.js';
import { send } from './legal-people.js';
import { PASSWORD } from './seeded-place.js';

/** The agent of the demonstration whose telephone has this extension. */
export const LISTENED_AGENT = { extension: '8001', staffNumber: '3068' };

const DAY_MS = 86_400_000;

/** Makes a house whose calls are captured and may be listened in on: telephone system, notice, acknowledgements, grant. @returns the process that captures */
export async function listenedHouse(house: House): Promise<CaptureProcess> {
  const admin = await house.signIn('admin');
  await send(admin, 'POST', '/auth/step-up', { password: PASSWORD });
  const settings = { zone: 'Asia/Shanghai', home: 'CN', map: {} };
  await send(admin, 'POST', '/telephony-sources', {
    ...{ name: 'siprec', reader: 'table', settings, teamIds: null, folder: null },
  });
  await send(admin, 'POST', '/extensions', { ...LISTENED_AGENT, from: '2026-01-01T00:00:00.000Z', to: null });
  await publishNotice(house);
  await publishGrant(house);
  return CaptureProcess.start({
    SHOUWEN_DATABASE_URL: house.databaseUrl,
    SHOUWEN_DATA_DIR: house.dataDir,
    SHOUWEN_SIP_PORT: '0',
    SHOUWEN_CAPTURE_ANNOUNCEMENT: 'A-12',
  });
}

async function publishNotice(house: House): Promise<void> {
  const admin = await house.signIn('admin');
  const { version: basedOn, zh, en } = noticeSchema.parse(await admin.json('/api/v1/notice'));
  await send(admin, 'POST', '/company/notice', { basedOn, zh, en, listeningIn: true });
  for (const username of ['admin', 'requester', 'legal', 'supervisor', 'supervisor2', 'agent'])
    await send(await house.signIn(username), 'POST', '/notice/acknowledgement', {
      ...{ version: basedOn + 1, language: 'zh' },
    });
}

async function publishGrant(house: House): Promise<void> {
  const [requester, approver] = await Promise.all(['requester', 'legal'].map((name) => house.signIn(name)));
  for (const one of [requester!, approver!]) await send(one, 'POST', '/auth/step-up', { password: PASSWORD });
  const proposed = await send(requester!, 'POST', '/legal/standing-grants/proposals', {
    ...{ role: 'supervisor', scope: 'company', purpose: 'coaching', actions: ['listen_live'], rendition: 'masked' },
    ...{ expiresAt: new Date(Date.now() + 30 * DAY_MS).toISOString(), reason: 'Help while a call goes on.' },
  });
  const { proposalId } = standingGrantListSchema.parse(proposed).waiting[0]!;
  await send(approver!, 'POST', `/legal/standing-grants/proposals/${proposalId}/decisions`, { decision: 'publish' });
}
