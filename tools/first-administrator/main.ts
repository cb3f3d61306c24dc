import 'reflect-metadata';
import { parseEnv } from '#platform';
import { makeFirstAdministrators } from './make-first-administrators.js';
import { readArguments, USAGE } from './read-arguments.rules.js';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** `npm run first-administrator`: the two people who let everybody else in. Their passwords are printed here once. */
async function main(): Promise<void> {
  const given = (() => {
    try {
      return readArguments(process.argv.slice(2));
    } catch (error) {
      throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    }
  })();
  const made = await makeFirstAdministrators(parseEnv(process.env), given);
  say('两位管理员已建立。密码只显示这一次，请分别当面交给本人，并请他们登录后立即修改。');
  say(
    'Two administrators were made. Their passwords are shown this once: hand each to its person, who changes it after signing in.',
  );
  for (const { username, password } of made) process.stdout.write(`${username}\t${password}\n`);
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
