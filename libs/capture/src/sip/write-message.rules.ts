import { type SipHeader, type SipMessage } from './sip-message.js';

/** As other implementations write them; where a name is a single word, its capital is enough. */
const WRITTEN: Readonly<Record<string, string>> = { 'call-id': 'Call-ID', cseq: 'CSeq', 'min-se': 'Min-SE' };

const writtenName = (name: string): string =>
  WRITTEN[name] ?? name.replace(/(^|-)([a-z])/g, (_, dash: string, letter: string) => dash + letter.toUpperCase());

/** No line break of a value that a stranger sent may begin a header of ours. */
const oneLine = (value: string): string => value.replace(/[\r\n]+/g, ' ');

/** The bytes of a message; its Content-Length is counted here. */
export function writeMessage(message: SipMessage): Buffer {
  const start =
    message.kind === 'request'
      ? `${message.method} ${message.uri} SIP/2.0`
      : `SIP/2.0 ${message.status} ${message.reason}`;
  const headers: SipHeader[] = [
    ...message.headers.filter(({ name }) => name !== 'content-length'),
    { name: 'content-length', value: String(message.body.length) },
  ];
  const lines = headers.map(({ name, value }) => `${writtenName(name)}: ${oneLine(value)}`);
  return Buffer.concat([Buffer.from(`${[oneLine(start), ...lines].join('\r\n')}\r\n\r\n`), message.body]);
}
