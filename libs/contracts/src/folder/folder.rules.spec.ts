import { describe, expect, it } from '@jest/globals';
import { sortFolder } from './folder.rules.js';

const sorted = (...paths: string[]) => {
  const { recordings, manifests, skipped } = sortFolder(paths.map((path) => ({ path })));
  return {
    recordings: recordings.map(({ file, words }) => [file.path, words?.path ?? null]),
    manifests: manifests.map(({ path }) => path),
    skipped: skipped.map(({ file, why }) => [file.path, why]),
  };
};

describe('a dropped folder', () => {
  it('gives words to the recording of the same name in the same folder', () => {
    const { recordings, skipped } = sorted('a/1.wav', 'a/1.vtt', 'b/1.wav', 'a/2.mp3', 'a/2.json', 'a/3.srt');
    expect(recordings).toEqual([
      ['a/1.wav', 'a/1.vtt'],
      ['b/1.wav', null],
      ['a/2.mp3', 'a/2.json'],
    ]);
    expect(skipped).toEqual([['a/3.srt', 'words_alone']]);
  });

  it('sends every file that is not plainly something else: the server knows it by its bytes', () => {
    expect(sorted('a/letter.pdf', 'a/noname', 'a/calls.zip').recordings).toHaveLength(3);
  });

  it('finds manifests, and leaves out what systems make by themselves', () => {
    const { manifests, skipped, recordings } = sorted(
      'a/Manifest.CSV',
      'a/.DS_Store',
      'a/Thumbs.db',
      '__MACOSX/a/._1.wav',
    );
    expect(manifests).toEqual(['a/Manifest.CSV']);
    expect(skipped.map(([, why]) => why)).toEqual(['system_file', 'system_file', 'system_file']);
    expect(recordings).toEqual([]);
  });
});
