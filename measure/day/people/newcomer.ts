import { type Day } from '../day.js';

/** Opens an account by its one-time code: reads the notice, chooses a password, signs in. */
export async function openAccount(day: Day, username: string, password: string): Promise<void> {
  const code = day.note(`code of ${username}`);
  const post = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json', connection: 'close' };
    const answer = await fetch(`${day.installation.baseUrl}/api/v1${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers,
    });
    day.answers.add();
    const text = await answer.text();
    if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${text.slice(0, 300)}`);
    return text === '' ? null : (JSON.parse(text) as unknown);
  };
  const seen = (await post('/open-account/check', { username, code })) as {
    notice: { version: number };
    language: string;
  };
  const notice = { version: seen.notice.version, language: seen.language };
  await post('/open-account', { username, code, password, notice });
  const seat = day.seat(username);
  seat.usePassword(password);
  const { pending } = await seat.me();
  if (pending !== null) throw new Error(`${username} still owes ${pending}`);
}
