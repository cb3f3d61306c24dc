import { mentionPieces, namesMentioned } from './mention-pieces.rules.js';

describe('a text that mentions people', () => {
  const words = (text: string, ...names: string[]) => mentionPieces(text, names).map((one) => [one.words, one.at]);

  it('is cut at their names, of which the longest is meant', () => {
    expect(words('请 @王芳菲 和@王芳听', '王芳', '王芳菲')).toEqual([
      ['请 ', null],
      ['@王芳菲', 1],
      [' 和', null],
      ['@王芳', 0],
      ['听', null],
    ]);
  });
  it('is left whole where it names none of them', () => {
    expect(words('a@b @ @x', '王芳')).toEqual([['a@b @ @x', null]]);
    expect(words('', '王芳')).toEqual([]);
  });

  it.each([
    ['请 @王芳 听这里', ['王芳', 'Wang Fang'], ['王芳']],
    ['Please hear this, @Wang Fang.', ['王芳', 'Wang Fang'], ['Wang Fang']],
    ['请 @王芳菲 听', ['王芳', '王芳菲'], ['王芳菲']],
    ['@Anna hears this', ['Ann'], []],
    ['@Ann, and @Anna', ['Ann', 'Anna'], ['Ann', 'Anna']],
    ['王芳 hears this', ['王芳', 'Wang Fang'], []],
    ['mail@ Wang Fang', ['Wang Fang'], []],
    ['@ and no more', [''], []],
  ])('%s', (text, names, said) => expect([...namesMentioned(text, names)]).toEqual(said));
});
