import { listeningOver, listeningRefusal, type ListeningNow } from './listening.rules.js';
import { listeningOf, LONGEST_PIECE_BYTES, openSound, sealSound } from './sealed-sound.js';

const AGENT = { personId: 'agent', announced: true, acknowledged: true };
const ASKER = { personId: 'supervisor' };

describe('who may listen in on a call that goes on', () => {
  it.each([
    ['there is a grant, and the agent was told', AGENT, true, null],
    ['it is not known whose call it is', null, true, 'listening_agent_unknown'],
    ['it is the asker’s own call', { ...AGENT, personId: ASKER.personId }, true, 'listening_own_call'],
    ['there is no grant', AGENT, false, 'listening_no_grant'],
    ['no notice says it', { ...AGENT, announced: false, acknowledged: false }, true, 'listening_not_announced'],
    ['the agent has not read the notice', { ...AGENT, acknowledged: false }, true, 'listening_not_acknowledged'],
  ])('is asked: %s', (_, agent, granted, refusal) => {
    expect(listeningRefusal(agent, ASKER, granted)).toBe(refusal);
  });

  const now: ListeningNow = { endedBy: null, callOver: false, signedIn: true, granted: true, acknowledged: true };
  it.each([
    ['all of it still holds', {}, null],
    ['it was ended', { endedBy: 'lost' as const, callOver: true }, 'lost'],
    ['the session is over', { signedIn: false, granted: false }, 'signed_out'],
    ['the grant is over', { granted: false }, 'grant_over'],
    ['the call is over', { callOver: true }, 'call_over'],
    ['another notice waits for the agent', { acknowledged: false }, 'not_acknowledged'],
  ])('is asked again and again: %s', (_, change, why) => {
    expect(listeningOver({ ...now, ...change })).toBe(why);
  });
});

describe('sound on its way', () => {
  const [id, other] = ['018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000002'];
  const key = Buffer.alloc(32, 7);
  const piece = { at: 4_000_000_000, undecoded: true, pcm: Buffer.from('the sound of a call') };

  it('opens with the key of its listening alone, and never lies there in clear', () => {
    const notice = sealSound(id, key, piece);
    expect(listeningOf(notice)).toBe(id);
    expect(openSound(id, key, notice)).toEqual(piece);
    expect(openSound(id, Buffer.alloc(32, 8), notice)).toBeNull();
    expect(openSound(other, key, notice.replace(id, other))).toBeNull();
    const bytes = Buffer.from(notice.slice(id.length + 1), 'base64');
    expect(bytes.includes(piece.pcm.subarray(0, 4))).toBe(false);
    bytes[20]! ^= 1;
    expect(openSound(id, key, `${id}:${bytes.toString('base64')}`)).toBeNull();
  });

  it('fits a notice of the database, and is nothing where a notice is another’s', () => {
    const longest = sealSound(id, key, { ...piece, pcm: Buffer.alloc(LONGEST_PIECE_BYTES) });
    expect(longest.length).toBeLessThan(8000);
    expect(() => sealSound(id, key, { ...piece, pcm: Buffer.alloc(LONGEST_PIECE_BYTES + 2) })).toThrow(RangeError);
    for (const notice of ['', ':', 'x', `${id}:`, `${id}:AAAA`]) expect(openSound(id, key, notice)).toBeNull();
    expect(listeningOf('x')).toBe('');
  });
});
