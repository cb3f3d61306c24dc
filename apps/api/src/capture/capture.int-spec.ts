import { type CaptureConnection, type CaptureFigures } from '#contracts';
import { CaptureReports } from '#intake';
import { buildAccount } from '../../../../test/factories/accounts.js';
import { SignedIn } from '../../../../test/factories/legal.js';
import { UploadDesk } from '../../../../test/support/upload-desk.js';

const FIGURES: CaptureFigures = {
  startedAt: '2026-12-01T02:00:00.000Z',
  listens: { host: '127.0.0.1', udp: 5070, tcp: 5070, tls: 0 },
  listed: ['127.0.0.1'],
  sessions: { running: 1, most: 250, begun: 3, waiting: 0, unread: 0 },
  ...{ refused: [{ why: 'full', count: 1 }], statuses: [{ status: 503, count: 1 }] },
  ...{ dropped: [{ why: 'stranger', count: 4 }], ended: [{ why: 'bye', count: 2 }], peers: [], streams: [] },
  spool: { bytes: 1000, limitBytes: 100_000 },
  keys: { ready: 10, wanted: 10 },
  buffer: { bytes: 1_048_576, wantedBytes: 1_048_576 },
  faults: 0,
};

let desk: UploadDesk;
let admin: SignedIn;
beforeAll(async () => {
  desk = await UploadDesk.open({});
  const account = await buildAccount(desk.api.source, desk.organisation, { role: 'administrator', teamId: null });
  admin = await SignedIn.signIn(desk.api, account);
});
afterAll(() => desk?.api.stop());

const read = () => admin.send<CaptureConnection>('GET', '/capture');
const reports = () => desk.api.app.get(CaptureReports, { strict: false });

describe('how calls are taken as they happen', () => {
  it('is nothing before a process has reported', async () =>
    expect((await read()).body).toMatchObject({ processes: [], streams: [] }));

  it('is the last report of each process, as often as it reports', async () => {
    await reports().write('one:5070', { ...FIGURES, faults: 1 });
    await reports().write('one:5070', FIGURES);
    await reports().write('two:5070', FIGURES);
    const { processes } = (await read()).body;
    expect(processes.map(({ process }) => process)).toEqual(['two:5070', 'one:5070']);
    expect(processes.map(({ figures }) => figures)).toEqual([FIGURES, FIGURES]);
  });

  it('says so where the figures are of another release', async () => {
    await reports().write('three:5070', { sessions: 4 } as unknown as CaptureFigures);
    expect((await read()).body.processes[0]).toMatchObject({ process: 'three:5070', figures: null });
  });

  it('is for administrators alone', async () => {
    const account = await buildAccount(desk.api.source, desk.organisation, { role: 'supervisor', teamId: null });
    const supervisor = await SignedIn.signIn(desk.api, account);
    expect((await supervisor.send('GET', '/capture')).status).toBe(403);
  });
});
