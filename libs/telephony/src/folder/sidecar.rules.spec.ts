import { readSidecar } from './sidecar.rules.js';

const OPTIONS = { zone: 'Asia/Shanghai', map: {} };

describe('what lies beside a recording', () => {
  it('may be the metadata of an upload, taken whole', () => {
    const own = { externalId: 'a', legs: [{ staffNumber: '3071' }], consent: { state: 'declined' } };
    expect(readSidecar(`\uFEFF${JSON.stringify(own)}`, OPTIONS)).toEqual({ entry: {}, own });
  });

  it('is read by names, as JSON with groups', () => {
    const text = JSON.stringify({
      Call: { 'Call-ID': 'c1', start_time: '2026-11-30 20:00:00', CallDirection: 'Incoming', ani: '13800002046' },
      agent: { employeeId: 3071 },
      tags: ['x'],
    });
    expect(readSidecar(text, OPTIONS)?.entry).toEqual({
      ...{ externalId: 'c1', startedAt: '2026-11-30T12:00:00.000Z', direction: 'inbound' },
      ...{ staffNumber: '3071', customerNumber: '13800002046' },
    });
  });

  it('is read by names, as XML with elements and attributes', () => {
    const text = `<?xml version="1.0"?><rec:recording xmlns:rec="urn:x" recordingId="r1">
      <rec:startTime>2026-11-30T20:00:00+08:00</rec:startTime><extension>8001</extension>
      <note><![CDATA[<direction>in</direction>]]></note><direction>out</direction><dnis>&#49;39&amp;</dnis></rec:recording>`;
    expect(readSidecar(text, OPTIONS)?.entry).toEqual({
      ...{ recordingExternalId: 'r1', startedAt: '2026-11-30T12:00:00.000Z', extension: '8001' },
      ...{ direction: 'outbound', customerNumber: '139&' },
    });
  });

  it('is read by the names that a person gave, before those that are known', () => {
    const map = { 座席: 'staffNumber', AgentID: 'extension', x: 'nonsense' };
    expect(readSidecar('{"座席":"3071","agentId":"8001","x":"1"}', { ...OPTIONS, map })?.entry).toEqual({
      ...{ staffNumber: '3071', extension: '8001' },
    });
  });

  it('does not guess whose number it is, nor when something was', () => {
    const text = '{"ani":"13800002046","starttime":"03/04/2026 10:00:00"}';
    expect(readSidecar(text, OPTIONS)?.entry).toEqual({ startedAt: '03/04/2026 10:00:00' });
  });

  it.each(['', 'no', '[1]', '{"a":', '<!DOCTYPE x [<!ENTITY a "b">]><a>&a;</a>', '<', '<<<<'])('%j is none', (text) => {
    expect(readSidecar(text, OPTIONS)).toBeNull();
  });

  it('takes no longer for hostile bytes', () => {
    expect(readSidecar(`<a ${'b=" '.repeat(16_000)}`, OPTIONS)).toBeNull();
    expect(readSidecar(`<${'a '.repeat(30_000)}>x`, OPTIONS)?.entry).toEqual({});
  });

  it('reads what is written to hold it up as quickly as anything else', () => {
    const long = 'a'.repeat(65_000);
    for (const text of [`<${long}`, `<a>x</a><a ${long}>`, '<![CDATA['.repeat(7000)]) readSidecar(text, OPTIONS);
    expect(readSidecar(`${'{"a":'.repeat(12_000)}1${'}'.repeat(12_000)}`, OPTIONS)).toEqual({ entry: {}, own: {} });
  });
});
