import { saidAs } from './mentions.rules.js';

describe('by which name a text mentions a person', () => {
  it.each([
    ['请 @王芳 听这里', ['王芳', 'Wang Fang'], '王芳'],
    ['Please hear this, @Wang Fang.', ['王芳', 'Wang Fang'], 'Wang Fang'],
    ['@王芳 @Wang Fang', ['王芳', 'Wang Fang'], '王芳'],
    ['王芳 hears this', ['王芳', 'Wang Fang'], undefined],
    ['mail@ Wang Fang', ['Wang Fang'], undefined],
    ['@ and no more', [''], undefined],
  ])('%s', (text, names, said) => expect(saidAs(text, names)).toBe(said));
});
