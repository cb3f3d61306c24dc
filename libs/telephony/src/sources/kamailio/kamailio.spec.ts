import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printed } from '../../fold/printed.rules.js';
import { kamailio } from './kamailio.rules.js';

const OPTIONS = { zone: 'UTC', home: 'CN' as const, map: {} };
const LOG = readFileSync(join(import.meta.dirname, 'fixtures/acc.syslog'), 'utf8');

const told = (text: string) => {
  const read = kamailio.read({ name: 'syslog', text }, OPTIONS);
  return kamailio.calls([...(read?.records ?? [])].reverse(), OPTIONS).map((call) => printed(call, true));
};

const missed = (code: number, from: string, to: string) =>
  `Nov 30 12:00:00 sip kamailio: NOTICE: acc [acc.c:287]: acc_log_request(): ACC: call missed: timestamp=1796042600;method=INVITE;from_tag=a;to_tag=b;call_id=m${code};code=${code};reason=x;src_user=${from};dst_user=${to}`;

describe('the accounting of a real Kamailio', () => {
  it('tells when it was answered, when it ended and by whom', () => {
    expect(told(LOG)).toMatchObject([
      {
        ...{ call: '5f8c53e681010eff', startedAt: '2026-11-30T12:43:24.000Z', answeredAt: '2026-11-30T12:43:24.562Z' },
        ...{ endedAt: '2026-11-30T12:43:35.822Z', direction: 'internal', outcome: 'answered', hangupSide: 'agent' },
        legs: [
          { kind: 'agent', extension: '1001', outcome: 'answered', ringSeconds: null },
          { kind: 'agent', extension: '1002', outcome: 'answered', holdSpans: null },
        ],
      },
    ]);
  });

  it('is the same between other lines of the log, and read twice', () => {
    expect(told(`Nov 30 sshd: accepted\n${LOG}\n${LOG}\n`)).toEqual(told(LOG));
  });

  it.each([
    [487, '13800002046', '101', 'inbound', 'abandoned'],
    [486, '13800002046', '101', 'inbound', 'missed'],
    [486, '101', '13800002046', 'outbound', 'busy'],
    [408, '101', '13800002046', 'outbound', 'missed'],
    [603, '101', '13800002046', 'outbound', null],
    [503, '101', '13800002046', 'outbound', 'failed'],
  ])('code %i from %s to %s is %s and %s', (code, from, to, direction, outcome) => {
    expect(told(missed(code, from, to))).toMatchObject([{ direction, outcome, customer: '+8613800002046' }]);
  });

  it('says nothing of a code before the call was taken', () => {
    const answered = missed(486, '101', '13800002046')
      .replace('call missed', 'transaction answered')
      .replace(/486/g, '200');
    const both = `${missed(486, '101', '13800002046').replace('call_id=m486', 'call_id=m200')}\n${answered}`;
    expect(told(both)).toMatchObject([{ outcome: null }]);
  });

  it('names a line whose time it cannot read', () => {
    const torn = LOG.replace(/end_time=[\d.]+/, 'end_time=soon');
    expect(kamailio.read({ name: 'syslog', text: `${LOG}${torn}` }, OPTIONS)?.unread).toEqual([
      { line: 2, what: 'time' },
    ]);
  });
});
