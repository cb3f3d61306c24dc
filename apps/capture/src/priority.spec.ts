import { execFileSync } from 'node:child_process';
import { constants, getPriority } from 'node:os';
import { join } from 'node:path';

const MODULE = join(import.meta.dirname, 'priority.ts');
const { PRIORITY_ABOVE_NORMAL } = constants.priority;

/** Each thread's priority in a process of its own, which then says it in JSON. */
function prioritiesOf(does: string): number[] {
  const code = `import { readdirSync } from 'node:fs';
    import { getPriority } from 'node:os';
    const { goFirst, goWithOthers } = await import(${JSON.stringify(MODULE)});
    ${does}
    console.log(JSON.stringify(readdirSync('/proc/self/task').map((thread) => getPriority(Number(thread)))));`;
  // Types are stripped from the module, which needs nothing else.
  const args = ['--no-warnings', '--experimental-strip-types', '--input-type=module', '-e', code];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as number[];
}

it('goes first with all of its threads where it may, and else as before', () => {
  const [priorities, usual] = [new Set(prioritiesOf('goFirst();')), getPriority()];
  expect([[PRIORITY_ABOVE_NORMAL], [usual]]).toContainEqual([...priorities]);
});

it('leaves what it starts no more than others have', () =>
  expect(Math.min(...prioritiesOf('goFirst(); goWithOthers();'))).toBeGreaterThanOrEqual(0));
