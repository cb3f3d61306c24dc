import { CaptureProcess } from './capture-process.js';
import { type House } from './house.js';
import { send } from './legal-people.js';
import { PASSWORD } from './seeded-place.js';

/** The agent of the demonstration whose telephone has this extension. */
export const LISTENED_AGENT = { extension: '8001', staffNumber: '3068' };

/** Has a house capture calls of one agent; notice and grants are the demonstration's. @returns the process that captures */
export async function listenedHouse(house: House, env: Record<string, string> = {}): Promise<CaptureProcess> {
  const admin = await house.signIn('admin');
  await send(admin, 'POST', '/auth/step-up', { password: PASSWORD });
  const settings = { zone: 'Asia/Shanghai', home: 'CN', map: {} };
  await send(admin, 'POST', '/telephony-sources', {
    ...{ name: 'siprec', reader: 'table', settings, teamIds: null, folder: null },
  });
  await send(admin, 'POST', '/extensions', { ...LISTENED_AGENT, from: '2026-01-01T00:00:00.000Z', to: null });
  return CaptureProcess.start({
    SHOUWEN_DATABASE_URL: house.databaseUrl,
    SHOUWEN_DATA_DIR: house.dataDir,
    SHOUWEN_SIP_PORT: '0',
    SHOUWEN_CAPTURE_ANNOUNCEMENT: 'A-12',
    ...env,
  });
}
