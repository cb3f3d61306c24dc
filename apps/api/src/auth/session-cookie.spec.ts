import { noSessionCookie, sessionCookie, sessionToken } from './session-cookie.js';

const [MINE, OLD] = ['m'.repeat(43), 'o'.repeat(43)];

describe('the session’s cookie', () => {
  it('has a name by https that no neighbouring host can set, and is of the whole site', () => {
    expect(sessionCookie(MINE, true)).toBe(`__Host-sw_session=${MINE}; Path=/; HttpOnly; SameSite=Strict; Secure`);
    expect(sessionCookie(MINE, false)).toBe(`sw_session=${MINE}; Path=/; HttpOnly; SameSite=Strict`);
  });

  it('counts before one that a neighbour may have set, and a session from before it goes on', () => {
    expect(sessionToken(`sw_session=${OLD}; __Host-sw_session=${MINE}`)).toBe(MINE);
    expect(sessionToken(`a=b; sw_session=${OLD}`)).toBe(OLD);
    expect(sessionToken(`__Host-sw_session=short; sw_session=${OLD}`)).toBe(OLD);
    expect(sessionToken(undefined)).toBeNull();
  });

  it('is forgotten by either name', () => {
    expect(noSessionCookie(true).map((cookie) => cookie.split('=')[0])).toEqual(['__Host-sw_session', 'sw_session']);
    expect(noSessionCookie(false)).toEqual(['sw_session=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0']);
  });
});
