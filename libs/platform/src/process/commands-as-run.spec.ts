import { execFileSync } from 'node:child_process';
import { commandsAsRun } from './commands-as-run.rules.js';

const said =
  'In another window, npm run first-administrator makes the first two; npm start, npm run -s doctor 也可以。';
const inFolder = (folder: string | undefined, text = said) =>
  commandsAsRun(text, { SHOUWEN_DATA_DIR: folder }, '/srv/shouwen');

describe('a command that is printed', () => {
  it('names the data folder, wherever that is not the one it would take by itself', () => {
    expect(inFolder('/var/lib/shouwen')).toBe(
      'In another window, SHOUWEN_DATA_DIR=/var/lib/shouwen npm run first-administrator makes the first two; SHOUWEN_DATA_DIR=/var/lib/shouwen npm start, SHOUWEN_DATA_DIR=/var/lib/shouwen npm run -s doctor 也可以。',
    );
    for (const own of [undefined, '', '.data', '/srv/shouwen/.data']) expect(inFolder(own)).toBe(said);
  });

  it('names a folder that was given from where the commands run, and names it once', () => {
    const once = inFolder('elsewhere', 'npm run doctor');
    expect(once).toBe('SHOUWEN_DATA_DIR=/srv/shouwen/elsewhere npm run doctor');
    expect(inFolder('elsewhere', once)).toBe(once);
  });

  it('leaves alone what looks into no installation', () => {
    const others = 'npm run verify-certificate -- FILE; npm run -s score -- FOLDER; npm test; npm run eval -- --model';
    expect(inFolder('/data', others)).toBe(others);
  });

  it('is taken by a shell as it stands, whatever the folder is called', () => {
    const [given] = inFolder(`/srv/it's "ours" $HOME`, 'npm run doctor').split(' npm run');
    expect(execFileSync('sh', ['-c', `${given} printenv SHOUWEN_DATA_DIR`], { encoding: 'utf8' })).toBe(
      `/srv/it's "ours" $HOME\n`,
    );
  });
});
