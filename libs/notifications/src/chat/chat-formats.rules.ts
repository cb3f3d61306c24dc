import { createHmac } from 'node:crypto';
import { type ChatFormat, type ChatReason } from '#contracts';
import { type Said } from '../words/mail-words.rules.js';

/** What is sent: the address with what the format adds to it, and the body. */
export interface ChatPost {
  url: string;
  body: string;
}

interface Message {
  url: string;
  secret: string | null;
  said: Said;
  /** What the link is called where a chat shows it as a button. */
  open: string;
}

type Form = (message: Message, sentAt: Date) => ChatPost;

const linesOf = ({ what, next, link }: Said): string => [what, next, link].filter(Boolean).join('\n');
const json = (body: object): string => JSON.stringify(body);

/** Feishu and Lark: seconds and the secret are the key of an HMAC over nothing; both go in the body. */
const feishu: Form = ({ url, secret, said }, sentAt) => {
  const timestamp = Math.floor(sentAt.getTime() / 1000).toString();
  const sign = secret === null ? null : createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64');
  return {
    url,
    body: json({ ...(sign !== null && { timestamp, sign }), msg_type: 'text', content: { text: linesOf(said) } }),
  };
};

/** DingTalk: the secret is the key of an HMAC over milliseconds and itself; both go in the address. */
const dingtalk: Form = ({ url, secret, said }, sentAt) => {
  const body = json({ msgtype: 'text', text: { content: linesOf(said) } });
  if (secret === null) return { url, body };
  const timestamp = sentAt.getTime().toString();
  const signed = new URL(url);
  signed.searchParams.set('timestamp', timestamp);
  signed.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'));
  return { url: signed.href, body };
};

/** WeCom has no signature; its text is at most 2,048 bytes. */
const MOST_WECOM_BYTES = 2048;
const wecom: Form = ({ url, said }) => {
  let text = linesOf(said);
  if (Buffer.byteLength(text) > MOST_WECOM_BYTES) text = linesOf({ ...said, next: '' });
  return { url, body: json({ msgtype: 'text', text: { content: text } }) };
};

/** Slack reads three characters as marks of its own. */
const slack: Form = ({ url, said }) => ({
  url,
  body: json({ text: linesOf(said).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') }),
});

/** Microsoft Teams, for a workflow that posts what a webhook receives: an adaptive card with a button. */
const teams: Form = ({ url, said, open }) => ({
  url,
  body: json({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [
            { type: 'TextBlock', text: said.what, weight: 'Bolder', wrap: true },
            ...(said.next === '' ? [] : [{ type: 'TextBlock', text: said.next, wrap: true }]),
          ],
          actions: [{ type: 'Action.OpenUrl', title: open, url: said.link }],
        },
      },
    ],
  }),
});

const FORMS: Record<ChatFormat, Form> = { feishu, dingtalk, wecom, slack, teams };

/** A message as a chat takes it, signed where there is a secret. */
export const chatPost = (format: ChatFormat, message: Message, sentAt: Date): ChatPost =>
  FORMS[format](message, sentAt);

/** Codes of the chats that say “later”: too many at once, or busy. */
const LATER: Record<ChatFormat, readonly string[]> = {
  feishu: ['9499', '11232', '11233'],
  dingtalk: ['-1', '130101', '410100'],
  wecom: ['-1', '45009', '45033'],
  slack: [],
  teams: ['429'],
};

/** Whether a chat took the message: most answer 200 to everything and say it in the body. */
export function readChatAnswer(
  format: ChatFormat,
  status: number,
  text: string,
): { reason: ChatReason | null; chatCode: string | null } {
  if (status === 429 || status >= 500) return { reason: 'try_later', chatCode: String(status) };
  if (status < 200 || status >= 300) return { reason: 'refused', chatCode: String(status) };
  const code = codeIn(format, text);
  if (code === null || code === '0') return { reason: null, chatCode: null };
  return { reason: LATER[format].includes(code) ? 'try_later' : 'refused', chatCode: code };
}

function codeIn(format: ChatFormat, text: string): string | null {
  // An older connector of Teams answers 200 and says in a sentence that Teams refused it.
  if (format === 'teams') return /HTTP error (\d{3})/.exec(text)?.[1] ?? null;
  if (format === 'slack') return text.trim() === 'ok' ? null : 'not_ok';
  try {
    const { code, StatusCode, errcode } = JSON.parse(text) as Record<string, unknown>;
    const found = format === 'feishu' ? (code ?? StatusCode) : errcode;
    return typeof found === 'number' || typeof found === 'string' ? String(found).slice(0, 20) : 'no_code';
  } catch {
    return 'no_code';
  }
}
