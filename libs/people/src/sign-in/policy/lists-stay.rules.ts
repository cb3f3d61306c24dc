import { type SignInPolicy } from '#contracts';

/**
 * Does a page with a list that it keeps up to date go on after the idle time? Not where the company follows MLPS level 3, which asks for an end
 * (GB/T 22239-2019, 8.1.4.1 b). `LIVE` of sessions says the same in SQL.
 */
export const listsStay = ({ preset }: Pick<SignInPolicy, 'preset'>): boolean => preset !== 'cn-mlps3';
