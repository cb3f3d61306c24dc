import { synthWav } from '../../../../../test/fixtures/wav.js';
import { type LooksLike, type SoundContainer, sniffAudio } from './sniff-audio.rules.js';

describe('what an upload is', () => {
  it.each<[SoundContainer, Buffer]>([
    ['wav', synthWav()],
    ['wav', Buffer.from('RIFF\x24\0\0\0WAVE', 'latin1')],
    ['au', Buffer.from('.snd\0\0\0\x18')],
    ['aiff', Buffer.from('FORM\0\0\0\0AIFFCOMM')],
    ['aiff', Buffer.from('FORM\0\0\0\0AIFCCOMM')],
    ['mp3', Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1')],
    ['mp3', Buffer.from([0xff, 0xfb, 0x90, 0x64, 0, 0])],
    ['ogg', Buffer.from('OggS\0\x02')],
    ['flac', Buffer.from('fLaC\0\0\0"')],
    ['amr', Buffer.from('#!AMR\n')],
    ['adts', Buffer.from([0xff, 0xf1, 0x60, 0x40])],
    ['mp4', Buffer.from('\0\0\0 ftypM4A ', 'latin1')],
    ['webm', Buffer.from('1a45dfa3', 'hex')],
  ])('is told from its content when it may be a recording: %s', (container, content) => {
    expect(sniffAudio(content, true)).toEqual({ kind: 'sound', container });
  });

  it.each<[LooksLike, Buffer]>([
    ['empty', Buffer.alloc(0)],
    ['video', Buffer.from('000001ba', 'hex')],
    ['video', Buffer.from('RIFF\0\0\0\0AVI LIST', 'latin1')],
    ['asf', Buffer.from('3026b2758e66cf11', 'hex')],
    ['raw_gsm', Buffer.concat(Array.from({ length: 16 }, (_, at) => Buffer.from([0xd4, ...Array(32).fill(at)])))],
    ['archive', Buffer.from('PK\x03\x04')],
    ['archive', Buffer.from('1f8b08', 'hex')],
    ['archive', Buffer.from('377abcaf271c', 'hex')],
    ['playlist', Buffer.from('#EXTM3U\nfile:///etc/passwd')],
    ['playlist', Buffer.from("ffconcat version 1.0\nfile '/etc/passwd'")],
    ['playlist', Buffer.from('[playlist]\nFile1=/etc/passwd')],
    ['pdf', Buffer.from('%PDF-1.7')],
    ['html', Buffer.from('  <!DOCTYPE html><title>502</title>')],
    ['text', Buffer.from('{"error": "找不到录音"}')],
    ['unknown', Buffer.from('00deadbeef', 'hex')],
    // Layer II, and a reserved version: neither is MP3.
    ['unknown', Buffer.from([0xff, 0xfd, 0x90, 0x64])],
    ['unknown', Buffer.from([0xff, 0xeb, 0x90, 0x64])],
  ])('is told when it is %s instead', (looksLike, content) => {
    expect(sniffAudio(content, true)).toEqual({ kind: 'unsupported', looksLike });
  });

  it('is not told too early', () => {
    expect(sniffAudio(Buffer.from('RI'), false)).toEqual({ kind: 'need_more' });
    expect(sniffAudio(Buffer.from('<!'), false)).toEqual({ kind: 'need_more' });
  });
});
