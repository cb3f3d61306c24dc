import { type Language } from '#contracts';

const TOLL_FREE = /^1?(800|888|877|866|855|844|833)/;
/** Service lines of companies: 400, 800 and 95 numbers belong to no person. */
const SERVICE_LINE = /^([48]00\d{7}|95\d{3,6}|1[012]\d{1,3}|12345)$/;
const TOLL_FREE_LENGTHS = [10, 11];

/** A mainland mobile number, with or without the country's code. */
export const isChineseMobile = (digits: string): boolean => /^(?:(?:00)?86)?1[3-9]\d{9}$/.test(digits);

/** Area code (two digits with 010 and 02x, else three) and seven or eight digits. */
export const isChineseLandline = (digits: string): boolean =>
  /^(?:0(?:10|2\d)[2-8]\d{7}|0[3-9]\d{2}[2-8]\d{6,7})$/.test(digits);

/** North American: area and exchange begin with 2 to 9, and neither is N11. */
export const isNorthAmerican = (digits: string): boolean =>
  /^1?[2-9](?!11)\d{2}[2-9](?!11)\d{6}$/.test(digits) && !TOLL_FREE.test(digits);

export const isBritish = (digits: string): boolean => /^(?:07[1-9]\d{8}|0(?:1\d{8,9}|2\d{9}|3[03]\d{8}))$/.test(digits);

/** In a call in Chinese, 1 866 begins a mobile number; elsewhere it is free of charge. */
export const isServiceLine = (digits: string, language: Language | undefined): boolean =>
  SERVICE_LINE.test(digits) ||
  (language !== 'zh' && TOLL_FREE_LENGTHS.includes(digits.length) && TOLL_FREE.test(digits));
