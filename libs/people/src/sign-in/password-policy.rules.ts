/** Why a password is refused. */
export type PasswordProblem =
  | 'too_short'
  | 'too_plain'
  | 'too_long'
  | 'common'
  | 'company_word'
  | 'account_name'
  | 'repetitive';

/** argon2 takes any length; a megabyte of password would only cost time. */
const LONGEST = 256;

/** Beginnings of the passwords that are tried first; a long password that only pads one of them is as weak. */
const COMMON = [
  ...['password', 'passw0rd', 'qwerty', 'qazwsx', 'asdfgh', 'zxcvbn', 'letmein', 'iloveyou', 'welcome', 'monkey'],
  ...['dragon', 'football', 'baseball', 'sunshine', 'princess', 'trustno1', 'superman', 'starwars', 'changeme'],
  ...['administrator', 'admin', 'woaini', 'aini1314', 'woaiwojia', 'mima', 'nihao', 'zhongguo', 'wodemima'],
  ...['1234567890', '0987654321', '12345678', '87654321', '11223344', '123123', '1q2w3e4r', '5201314', 'abcdefgh'],
];

/** The product's own names are the first guess at any installation. */
const PRODUCT_WORDS = ['shouwen', '首问'];

/** Fewer letters than this may remain once the known word is taken out. */
const LEFT_OVER = 6;

/** What a password must not be made of, and what the company's rules ask of it. */
export interface PasswordTerms {
  username: string;
  companyWords: readonly string[];
  passwordLength: number;
  passwordKinds: number;
}

const KINDS = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u];

/**
 * Judges a new password: long enough, of as many kinds of characters as the company's rules ask, neither a common one nor one made
 * of the company's or the account's name.
 * @returns null when it is good
 */
export function passwordProblem(
  password: string,
  { username, companyWords, passwordLength, passwordKinds }: PasswordTerms,
): PasswordProblem | null {
  const length = [...password].length;
  if (length < passwordLength) return 'too_short';
  if (length > LONGEST) return 'too_long';
  if (KINDS.filter((kind) => kind.test(password)).length < passwordKinds) return 'too_plain';
  const plain = password.normalize('NFKC').toLowerCase();
  if (new Set(plain).size < 5) return 'repetitive';
  if (restsOn(plain, [username.toLowerCase()])) return 'account_name';
  if (restsOn(plain, [...PRODUCT_WORDS, ...companyWords.map((word) => word.toLowerCase())])) return 'company_word';
  return restsOn(plain, COMMON) ? 'common' : null;
}

/** A password rests on a word when hardly anything is left without it. */
const restsOn = (password: string, words: readonly string[]): boolean =>
  words.some(
    (word) =>
      [...word].length > 1 &&
      [...password.replaceAll(word, '')].length < Math.min(LEFT_OVER, password.length) &&
      password.includes(word),
  );
