import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from '#platform';
import { bufferFinding, captureCheck, peersFindings, roomFinding } from './checks/capture.check.js';

describe('what the doctor says of live capture', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'shouwen-doctor-capture-'));
  afterAll(() => rmSync(dataDir, { recursive: true }));
  const look = async (over: Record<string, string>) => {
    const given = { SHOUWEN_DATABASE_URL: 'postgres://not-asked', SHOUWEN_DATA_DIR: dataDir };
    const findings = await captureCheck.look(parseEnv({ ...given, ...over }));
    return findings.map(({ level, what }) => `${level} ${what.en}`).join('\n');
  };

  it('asks it, and says when it answers and when not', async () => {
    const server = createSocket('udp4').bind(0, '127.0.0.1');
    await once(server, 'listening');
    const SHOUWEN_SIP_PORT = String(server.address().port);
    server.on('message', (bytes, { port, address }) => {
      expect(String(bytes)).toMatch(/^OPTIONS /);
      server.send('SIP/2.0 200 OK\r\n\r\n', port, address);
    });
    expect(await look({ SHOUWEN_SIP_PORT })).toContain(`ok Live capture answers at 127.0.0.1:${SHOUWEN_SIP_PORT}.`);
    expect(await look({ SHOUWEN_SIP_PORT, SHOUWEN_SIP_PEERS: '10.2.0.11' })).toContain('was not asked');
    server.close();
    await once(server, 'close');
    expect(await look({ SHOUWEN_SIP_PORT })).toContain('warning Live capture does not answer');
    expect(await look({ SHOUWEN_CAPTURE: 'off' })).toBe('');
  });

  it('counts the keys that lie ready', async () => {
    mkdirSync(join(dataDir, 'capture'), { recursive: true });
    writeFileSync(join(dataDir, 'capture/ready-keys.json'), '["a","b"]');
    expect(await look({ SHOUWEN_SIP_PORT: '0' })).toContain('ok 2 keys lie ready');
    writeFileSync(join(dataDir, 'capture/ready-keys.json'), '[]');
    expect(await look({ SHOUWEN_SIP_PORT: '0' })).toContain('fault 0 keys lie ready');
  });

  it('minds a small buffer, a small disk, and a server that no controller may reach', () => {
    expect([bufferFinding(1024 ** 2).level, bufferFinding(212_992).level]).toEqual(['ok', 'warning']);
    expect([roomFinding('/spool', 9e9, 8e9).level, roomFinding('/spool', 7e9, 8e9).level]).toEqual(['ok', 'warning']);
    const levels = (host: string, ...peers: string[]) => peersFindings(host, peers).map(({ level }) => level);
    expect(levels('127.0.0.1', '127.0.0.1')).toEqual(['ok']);
    expect(levels('10.1.0.2', '127.0.0.1', '::1')).toEqual(['warning']);
    expect(levels('10.1.0.2', '10.2.0.0/24')).toEqual(['ok']);
  });
});
