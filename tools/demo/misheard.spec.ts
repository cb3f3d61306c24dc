import { misheardIn } from './misheard.rules.js';

describe('what was misheard', () => {
  it('is found word by word, and not in how words are written', () => {
    const said = ['The payment was taken two times. Is that correct?', 'Yes.'];
    expect(misheardIn(said, ['the payment was taken 2 times, it’s not correct', 'YES!'], 'en')).toEqual({
      ...{ units: 10, wrong: 2 },
      places: [{ said: 'is that', heard: 'its not' }],
    });
    expect(misheardIn(said, said, 'en')).toEqual({ units: 10, wrong: 0, places: [] });
  });

  it('is no other way of writing a number', () => {
    const said = ["The fifth of May, nineteen eighty, before three o'clock.", 'Five nine three one.', 'Twenty five.'];
    const heard = ['the 5th of May 1980 before 3 o clock', '5931', '25'];
    expect(misheardIn(said, heard, 'en').places).toEqual([]);
    expect(misheardIn(['Twenty five.'], ['35'], 'en')).toMatchObject({ wrong: 1 });
  });

  it('is what was lost and what came besides, character by character', () => {
    expect(misheardIn(['工号三零六八，您好'], ['公号3068您好吗'], 'zh')).toEqual({
      ...{ units: 8, wrong: 2 },
      places: [
        { said: '工', heard: '公' },
        { said: '', heard: '吗' },
      ],
    });
    expect(misheardIn(['不客气', '再见'], ['再见'], 'zh').places).toEqual([{ said: '不客气', heard: '' }]);
  });

  it('is no number that the product hides', () => {
    expect(misheardIn(['尾号是九五二六'], ['尾号是■■■■'], 'zh')).toEqual({ units: 7, wrong: 0, places: [] });
  });
});
