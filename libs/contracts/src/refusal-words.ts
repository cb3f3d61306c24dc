/**
 * Words of a `refine` in both languages: `.refine(check, inWords('结束须晚于开始', 'must end after it starts'))`. The API puts them into the
 * problem's `fields`; zod itself knows only the English ones.
 */
export const inWords = (zh: string, en: string) => ({ error: en, params: { words: { zh, en } } });
