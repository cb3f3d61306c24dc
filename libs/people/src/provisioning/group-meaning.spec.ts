import { meaningOf } from './group-meaning.rules.js';

const PLACES = {
  teams: [
    { id: 't1', names: ['一班', 'East: night'] },
    { id: 't2', names: ['Twin'] },
    { id: 't3', names: ['twin'] },
  ],
  clients: [{ id: 'c1', names: ['云海', 'Cloud'] }],
};
const meaning = (name: string) => meaningOf(name, PLACES);
const nothing = (why: string) => ({ is: 'nothing', why });

describe('what a directory’s group means', () => {
  it('is a team by either name', () => {
    expect(meaning(' Shouwen:Team: 一班 ')).toEqual({ is: 'team', teamId: 't1' });
    expect(meaning('shouwen:team:east: night')).toEqual({ is: 'team', teamId: 't1' });
  });

  it('is a role, everywhere or at a place', () => {
    const role = { is: 'role', role: 'quality_analyst', teamId: null, clientId: null };
    expect(meaning('shouwen:role:Quality-Analyst')).toEqual(role);
    expect(meaning('shouwen:role:quality_analyst:team:一班')).toEqual({ ...role, teamId: 't1' });
    expect(meaning('shouwen:role:quality_analyst:client:cloud')).toEqual({ ...role, clientId: 'c1' });
  });

  it('is nothing where a name says nothing, or not one thing', () => {
    expect(meaning('Everyone')).toEqual(nothing('other_name'));
    expect(meaning('shouwen:other:x')).toEqual(nothing('other_name'));
    expect(meaning('shouwen:role:king')).toEqual(nothing('unknown_role'));
    expect(meaning('shouwen:role:quality_analyst:floor:3')).toEqual(nothing('unknown_place'));
    expect(meaning('shouwen:role:quality_analyst:team:')).toEqual(nothing('unknown_place'));
    expect(meaning('shouwen:team:TWIN')).toEqual(nothing('place_not_alone'));
  });
});
