import { permissionSchema, TOKEN_SCOPES } from '#contracts';
import { scopeOf, type HeldRole } from '../../permissions.rules.js';
import { isToken, TOKEN_PATTERN, writeToken } from './token-format.rules.js';
import { narrowed, scopesToGive, teamsToGive } from './token.rules.js';

const PERSON = 'p';

describe('the text of a token', () => {
  const token = writeToken(Buffer.from('a5'.repeat(24), 'hex'));

  it('has a form that a secret scanner can find', () => {
    expect(token).toMatch(TOKEN_PATTERN);
    expect(writeToken(Buffer.alloc(24))).toMatch(TOKEN_PATTERN);
    expect(writeToken(Buffer.alloc(24, 255))).toMatch(TOKEN_PATTERN);
  });

  it('is known by its checksum: one letter changed, and it is none', () => {
    expect(isToken(token)).toBe(true);
    for (let i = 0; i < token.length; i++) {
      const other = token[i] === 'x' ? 'y' : 'x';
      expect(isToken(token.slice(0, i) + other + token.slice(i + 1))).toBe(false);
    }
  });
});

describe('what a token may do', () => {
  it('never holds what plays audio, manages or approves', () => {
    const never = permissionSchema.options.filter((permission) => /^audio\.|\.manage$|\.approve$/.test(permission));
    expect(never.length).toBeGreaterThan(4);
    expect(never.filter((permission) => (TOKEN_SCOPES as readonly string[]).includes(permission))).toEqual([]);
  });

  const supervisor: HeldRole[] = [{ role: 'supervisor', teamId: 'a' }];

  it('is at most what the account holds', () => {
    expect(scopesToGive(supervisor)).not.toContain('calls.ingest');
    expect(scopesToGive(supervisor)).toContain('calls.read');
    const token = narrowed(supervisor, { scopes: ['calls.read', 'calls.ingest'], teamIds: null });
    expect(scopeOf('calls.read', token, PERSON)).toMatchObject({ kind: 'some', teamIds: ['a'] });
    expect(scopeOf('calls.ingest', token, PERSON).kind).toBe('none');
    expect(scopeOf('transcripts.read', token, PERSON).kind).toBe('none');
    expect(scopeOf('audio.play', token, PERSON).kind).toBe('none');
  });

  it('is narrowed to teams, and never widened by them', () => {
    const of = (held: HeldRole[], teamIds: string[]) =>
      scopeOf('calls.read', narrowed(held, { scopes: ['calls.read'], teamIds }), PERSON);
    expect(of([{ role: 'auditor', teamId: null }], ['a', 'b'])).toMatchObject({
      teamIds: ['a', 'b'],
      ownPersonId: null,
    });
    expect(of(supervisor, ['a', 'b'])).toMatchObject({ teamIds: ['a'] });
    expect(of(supervisor, ['b']).kind).toBe('none');
    expect(of([{ role: 'agent', teamId: null }], ['a']).kind).toBe('none');
    expect(teamsToGive([...supervisor, { role: 'agent', teamId: null }])).toEqual(['a']);
    expect(teamsToGive([{ role: 'auditor', teamId: null }])).toBeNull();
  });
});
