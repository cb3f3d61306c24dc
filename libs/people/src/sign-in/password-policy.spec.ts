import { passwordProblem } from './password-policy.rules.js';

const who = { username: 'zhou.min', companyWords: ['Northwind', '北风'], passwordLength: 12, passwordKinds: 1 };

describe('the password policy', () => {
  it.each([
    ['short pass', 'too_short'],
    ['x'.repeat(257), 'too_long'],
    ['abababababab', 'repetitive'],
    ['password1234', 'common'],
    ['Passw0rd2026!', 'common'],
    ['1234567890ab', 'common'],
    ['zhou.min2026', 'account_name'],
    ['northwind2026', 'company_word'],
    ['Shouwen-2026', 'company_word'],
    ['北风北风北风北风客服26', 'company_word'],
  ])('refuses %s as %s', (password, problem) => {
    expect(passwordProblem(password, who)).toBe(problem);
  });

  it.each([
    ['窗前明月光疑是地上霜低头', 'too_plain'],
    ['correct horse battery', 'too_plain'],
    ['Correct horse battery', null],
    ['CORRECT-HORSE-7', null],
    ['correct horse', 'too_short'],
  ])('asks as much of %s as the company does: %s', (password, problem) => {
    expect(passwordProblem(password, { ...who, passwordLength: 14, passwordKinds: 3 })).toBe(
      [...password].length < 14 ? 'too_short' : problem,
    );
  });

  it.each(['correct horse battery', '窗前明月光疑是地上霜低头', 'm4-vK9pq_72-Lrw', 'northwind lends me umbrellas'])(
    'takes %s',
    (password) => {
      expect(passwordProblem(password, who)).toBeNull();
    },
  );
});
