import { synthWav } from '../../../../test/fixtures/wav.js';
import { type LooksLike, sniffAudio } from './sniff-audio.rules.js';

describe('what an upload is', () => {
  it('is told from its content when it is a recording', () => {
    expect(sniffAudio(synthWav(), true)).toMatchObject({ kind: 'wav', format: { sampleRate: 8_000 } });
  });

  it.each<[LooksLike, Buffer]>([
    ['empty', Buffer.alloc(0)],
    ['mp3', Buffer.from('ID3\x04\0\0\0')],
    ['mp3', Buffer.from([0xff, 0xfb, 0x90, 0x64, 0, 0])],
    ['ogg', Buffer.from('OggS\0\x02')],
    ['flac', Buffer.from('fLaC\0\0\0"')],
    ['video', Buffer.from('\0\0\0 ftypisom', 'latin1')],
    ['video', Buffer.from('1a45dfa3', 'hex')],
    ['zip', Buffer.from('PK\x03\x04')],
    ['playlist', Buffer.from('#EXTM3U\nfile:///etc/passwd')],
    ['html', Buffer.from('  <!DOCTYPE html><title>502</title>')],
    ['text', Buffer.from('{"error": "找不到录音"}')],
    ['unknown', Buffer.from('00deadbeef', 'hex')],
    ['wav', synthWav().subarray(0, 30)],
  ])('is told when it is %s instead', (looksLike, content) => {
    expect(sniffAudio(content, true)).toMatchObject({ kind: 'unsupported', looksLike });
  });

  it('is not told too early', () => {
    expect(sniffAudio(Buffer.from('RI'), false)).toEqual({ kind: 'need_more' });
    expect(sniffAudio(Buffer.from('<!'), false)).toEqual({ kind: 'need_more' });
  });
});
