import 'reflect-metadata';
import { parseEnv } from '#platform';
import { withRunningDatabase } from '../doctor/embedded-database.js';
import { resetWayIn } from './reset-way-in.js';

const USAGE = `usage: npm run second-factor -- reset USERNAME
  for an administrator who lost telephone and recovery codes, where no colleague can help in the product`;

/** `npm run second-factor`: lets a person in again who lost their second factor (ADR 0043). Runs beside the product, on its machine. */
async function main(): Promise<void> {
  const [command, username, ...more] = process.argv.slice(2);
  if (command !== 'reset' || !username || more.length > 0) throw new Error(USAGE);
  const env = parseEnv(await withRunningDatabase(process.env));
  const given = await resetWayIn(env, username);
  const address = `${env.publicUrl.replace(/\/+$/, '')}/open-account`;
  process.stderr.write(
    `账号 ${given.username} 的密码、两步验证、登录和 API 令牌均已失效。请把一次性代码当面或打电话交给本人，在 ${address} 重新开通，然后在账号页重新设置两步验证。\n` +
      `本人的角色暂停，直到另一位有审批权限的同事在“角色审批”页确认。这次重置已记入日志，其他管理员会收到通知。\n` +
      `The password, second factor, sign-ins and API tokens of ${given.username} are over. Give the one-time code to the person, face to face or by telephone; they open the account again at ${address}, and set up a second factor on the account page.\n` +
      `Their roles are suspended until a colleague who approves roles has confirmed them on the Approvals screen. The journal holds this reset, and every other administrator is told.\n`,
  );
  process.stdout.write(`${given.username}\t${given.code}\t${given.expiresAt.toISOString()}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
