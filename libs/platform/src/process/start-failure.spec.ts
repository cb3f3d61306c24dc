import { startFailure } from './start-failure.rules.js';

const failing = (more: object, message = 'raw words') => Object.assign(new Error(message), more);

describe('why something did not start', () => {
  it.each([
    [failing({ name: 'DatabaseUnusable' }, 'Run npm run migrate.'), /^Run npm run migrate\.$/],
    [new Error('Port 3000 is in use by process 7.'), /^Port 3000 is in use by process 7\.$/],
    [failing({ code: 'ECONNREFUSED', address: '10.0.0.5', port: 5432 }), /10\.0\.0\.5:5432 does not answer/],
    [failing({ code: '28P01' }), /SHOUWEN_DATABASE_URL/],
    [failing({ code: '3D000' }), /npm run migrate/],
    [failing({ code: 'EADDRINUSE', port: 3000 }), /Port 3000 .*SHOUWEN_PORT/],
    [failing({ code: 'EACCES', path: '/srv/data/secrets' }), /\/srv\/data\/secrets .*chown/],
    [failing({ code: 'ENOSPC' }), /disk is full/],
  ])('%s is a sentence with what to do', (error, words) => {
    expect(startFailure(error)).toMatch(words);
    expect(startFailure(error).split('\n')).toHaveLength(1);
  });

  it('PostgreSQL’s own reason is its last grave line', () => {
    const log = '2026 LOG:  starting\n2026 FATAL:  lock file "postmaster.pid" is empty\n2026 LOG:  bye';
    const error = failing({ name: 'PostgresStartError', log }, `PostgreSQL did not start (exit 1):\n${log}`);
    expect(startFailure(error)).toBe(
      'PostgreSQL did not start (exit 1): lock file "postmaster.pid" is empty; fix that and start again, or restore a backup (docs/operations/backup.md).',
    );
    const full = { name: 'PostgresStartError', log: 'FATAL:  could not write: No space left on device' };
    expect(startFailure(failing(full))).toMatch(/disk is full/);
  });

  it('an unforeseen error keeps its stack', () => {
    expect(startFailure(new TypeError('undefined is not a function'))).toMatch(/TypeError[^]*at /);
  });
});
