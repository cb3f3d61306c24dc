export { CHINESE_DIGITS, ENGLISH_DIGITS, ENGLISH_TENS, REPEATS } from './number-words.js';
export { saidInEnglish, saidInMandarin } from './say-number.rules.js';
export { spokenNumbers, type SpokenNumber, type Within } from './spoken-numbers.rules.js';
