import { mergeMetadata, NO_METADATA, type Metadata } from './metadata.rules.js';
import { partiesOf, userPart, withRoles } from './parties.rules.js';
import { readXml } from './xml.rules.js';

const AT = Date.parse('2026-11-30T12:00:00Z');
const read = (xml: string, before: Metadata = NO_METADATA): Metadata => {
  const metadata = mergeMetadata(before, xml);
  if (!metadata) throw new Error('unreadable');
  return metadata;
};
const parties = (metadata: Metadata, at = AT, labels = ['1', '2']) =>
  partiesOf(
    labels.map((label) => ({ label, given: label, cnames: [] })),
    metadata,
    at,
  );
const aors = (metadata: Metadata, at = AT) => parties(metadata, at).map(({ aor, doubt }) => aor ?? doubt);

const STANDARD = `<?xml version="1.0"?><recording xmlns="urn:ietf:params:xml:ns:recording:1"><datamode>complete</datamode>
<group group_id="g"/><session session_id="s"><sipSessionID>ab;remote=cd</sipSessionID><group-ref>g</group-ref></session>
<participant participant_id="c"><nameID aor="sip:13800002046@carrier.example"><name xml:lang="zh">陈美玲 &amp; 家人</name></nameID></participant>
<participant participant_id="a"><nameID aor="sip:101@pbx.example"/></participant>
<stream stream_id="x" session_id="s"><label>1</label></stream><stream stream_id="y" session_id="s"><label>2</label></stream>
<participantstreamassoc participant_id="c"><send>x</send><recv>y</recv></participantstreamassoc>
<participantstreamassoc participant_id="a"><send>y</send><recv>x</recv></participantstreamassoc></recording>`;

/** As each vendor writes the same call. */
const DIALECTS: Record<string, string> = {
  'the standard': STANDARD,
  'Oracle: ids without a prefix, send within the participant, another namespace': `<recording xmlns='urn:ietf:params:xml:ns:recording'><dataMode>complete</dataMode>
    <session id="s"/><participant id="c" session="s"><nameID aor="sip:13800002046@carrier.example"/><send>x</send><extensiondata xmlns:apkt="u"><apkt:callingParty>true</apkt:callingParty></extensiondata></participant>
    <participant id="a" session="s"><nameID aor="sip:101@pbx.example"/><send>y</send></participant>
    <stream id="x" session="s"><label>1</label></stream><stream id="y" session="s"><label>2</label></stream></recording>`,
  'Ribbon: every name with a prefix': STANDARD.replaceAll(/<(\/?)(?=[a-z])/g, '<$1tns:').replace(
    'xmlns=',
    'xmlns:tns=',
  ),
  'SEMS: an aor that is no URI, as an element': STANDARD.replace(
    '<nameID aor="sip:101@pbx.example"/>',
    '<aor>101@pbx.example</aor>',
  ),
  'BroadWorks: the root of a draft': STANDARD.replaceAll('recording xmlns', 'recording_metadata xmlns').replace(
    '</recording>',
    '</recording_metadata>',
  ),
};

describe('metadata', () => {
  it.each(Object.keys(DIALECTS))('is read as written by %s', (dialect) => {
    expect(parties(read(DIALECTS[dialect] ?? '')).map(({ extension }) => extension)).toEqual(['13800002046', '101']);
  });

  it('keeps names as they are, and the ids that tie the sessions of a call', () => {
    const metadata = read(STANDARD);
    expect(parties(metadata)[0]?.name).toBe('陈美玲 & 家人');
    expect(metadata.callIds).toEqual(['ab;remote=cd', 'g']);
  });

  it('replaces everything if complete, adds and removes nothing if partial', () => {
    const before = read(STANDARD);
    const another = '<participant participant_id="b"><nameID aor="sip:102@pbx.example"/></participant>';
    const partial = read(`<recording><datamode>partial</datamode>${another}</recording>`, before);
    expect([partial.participants.size, aors(partial)]).toEqual([3, aors(before)]);
    const complete = read(`<recording><datamode>complete</datamode>${another}</recording>`, before);
    expect([complete.participants.size, aors(complete)]).toEqual([1, ['no_sender', 'no_sender']]);
  });

  it('knows who speaks at which time: a transfer puts another agent on the same stream', () => {
    const transferred = read(
      `<recording><datamode>partial</datamode>
      <participant participant_id="b"><nameID aor="sip:102@pbx.example"/></participant>
      <participantsessionassoc participant_id="a" session_id="s"><disassociate-time>2026-11-30T20:05:00+0800</disassociate-time></participantsessionassoc>
      <participantstreamassoc participant_id="b"><send>y</send><recv>x</recv></participantstreamassoc></recording>`,
      read(STANDARD),
    );
    expect(aors(transferred, Date.parse('2026-11-30T12:06:00Z'))[1]).toBe('sip:102@pbx.example');
    expect(aors(transferred, Date.parse('2026-11-30T12:04:00Z'))[1]).toBe('several_senders');
  });

  it('tells a contradiction instead of guessing', () => {
    const both = read(STANDARD.replace('<send>y</send>', '<send>x</send><send>y</send>'));
    expect(aors(both)).toEqual(['several_senders', 'sends_elsewhere']);
    expect(aors(read(STANDARD.replace('<label>2</label>', '<label>7</label>')))[1]).toBe('no_sender');
    expect(parties(NO_METADATA).map(({ doubt }) => doubt)).toEqual([undefined, undefined]);
  });

  it.each([
    '',
    '<recording>',
    '<other/>',
    '<recording></other>',
    '<!DOCTYPE r [<!ENTITY a "b">]><recording/>',
    '<recording/><recording/>',
    `${'<a>'.repeat(40)}${'</a>'.repeat(40)}`,
  ])('is none: %s', (text) => {
    expect(mergeMetadata(NO_METADATA, text)).toBeNull();
  });
});

/** Numbered things, one after the other. */
const many = (count: number, one: (n: number) => string) => Array.from({ length: count }, (_, n) => one(n)).join('');
const partial = (inside: string) => `<recording><datamode>partial</datamode>${inside}</recording>`;
const people = (from: number, count: number) =>
  many(count, (n) => `<participant id="p${from + n}"><nameID aor="sip:${from + n}@a"/></participant>`);

describe('metadata without measure', () => {
  it('stays as it was beyond 500 participants, however many documents bring them', () => {
    const before = read(partial(people(0, 400)));
    expect(read(partial(people(350, 150)), before).participants.size).toBe(500);
    expect(mergeMetadata(before, partial(people(400, 101)))).toBeNull();
    expect(mergeMetadata(NO_METADATA, `<recording>${people(0, 501)}</recording>`)).toBeNull();
  });

  it('stays as it was beyond 256 kB', () => {
    const named = (id: string) => partial(`<participant id="${id}"><name>${'n'.repeat(100_000)}</name></participant>`);
    const before = read(named('b'), read(named('a')));
    expect(mergeMetadata(before, named('c'))).toBeNull();
    expect(mergeMetadata(before, named('b'))).toEqual(before);
  });

  it('is none where a name has no end: each would be tried at every length', () => {
    expect(readXml(`<${'a'.repeat(64)}/>`)?.name).toBe('a'.repeat(64));
    expect(readXml(`<${'a'.repeat(65)}/>`)).toBeNull();
    expect(readXml(`<${'a'.repeat(256_000)}`)).toBeNull();
  });

  it('has the address of each participant read once, whatever sources the offer names', () => {
    let reads = 0;
    const participants = new Map(
      Array.from({ length: 500 }, (_, n) => [
        `p${n}`,
        {
          name: null,
          get aor() {
            reads++;
            return `sip:${n}@a`;
          },
        },
      ]),
    );
    const associations = [{ participant: 'p7', sends: ['x'], hears: [], left: null }];
    const cnames = Array.from({ length: 60 }, (_, n) => `sip:${n === 7 ? 7 : 1000 + n}@b`);
    const metadata = { ...NO_METADATA, participants, associations, streams: new Map([['x', '1']]) };
    const streams = Array.from({ length: 32 }, (_, n) => ({ label: String(n), given: n === 1 ? '1' : null, cnames }));
    expect(partiesOf(streams, metadata, AT)[1]).toMatchObject({ aor: 'sip:7@a', extension: '7' });
    expect(reads).toBeLessThanOrEqual(2 * participants.size);
  });
});

describe('the roles', () => {
  const known = parties(read(STANDARD));

  it('come from the extensions that are known, one agent and the others customers', () => {
    expect(withRoles(known, (extension) => extension === '101').map(({ role }) => role)).toEqual(['customer', 'agent']);
  });

  it('stay unknown between two agents, and where no extension is ours', () => {
    for (const ours of [() => true, () => false])
      expect(withRoles(known, ours).map(({ role }) => role)).toEqual(['unknown', 'unknown']);
  });
});

it.each([
  ['sip:1001@pbx.example:5060;user=phone', '1001'],
  ['SIPS:%2B86138@a', '+86138'],
  ['tel:+86-138;phone-context=x', '+86-138'],
  ['1001@pbx.example', '1001'],
  ['sip:user:secret@a', 'user'],
  ['sip:%zz@a', '%zz'],
])('the user of %s is %s', (address, user) => {
  expect(userPart(address)).toBe(user);
});

it('knows five entities by name, and none that every object has', () => {
  expect(readXml('<a>&toString;&valueOf;&amp;</a>')?.text).toBe('&toString;&valueOf;&');
});

it('reads XML with entities, CDATA, comments and quotes of both kinds', () => {
  expect(
    readXml(`<?xml version='1.0'?><!-- c --><a b='"1"' n:c="&#x9648;&bogus;">x<![CDATA[<y>]]>&lt;<d/></a>`),
  ).toMatchObject({
    name: 'a',
    attributes: new Map([
      ['b', '"1"'],
      ['c', '陈&bogus;'],
    ]),
    text: 'x<y><',
    children: [{ name: 'd' }],
  });
});
