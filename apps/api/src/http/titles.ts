import { type Bilingual, type Language } from '#contracts';

/** The kind of a problem, by its status (RFC 9457 `title`). */
const TITLES: Record<number, Bilingual> = {
  400: { zh: '请求有误', en: 'Bad request' },
  401: { zh: '未登录', en: 'Not signed in' },
  403: { zh: '没有权限', en: 'Forbidden' },
  404: { zh: '没有找到', en: 'Not found' },
  405: { zh: '不支持的方法', en: 'Method not allowed' },
  408: { zh: '请求超时', en: 'Request timed out' },
  409: { zh: '有冲突', en: 'Conflict' },
  413: { zh: '内容过大', en: 'Too large' },
  414: { zh: '地址过长', en: 'Address too long' },
  415: { zh: '不支持的内容类型', en: 'Unsupported media' },
  416: { zh: '范围无效', en: 'Range not satisfiable' },
  429: { zh: '尝试过多', en: 'Too many tries' },
  431: { zh: '请求头过大', en: 'Headers too large' },
  500: { zh: '内部错误', en: 'Internal error' },
  507: { zh: '空间不足', en: 'No room' },
  503: { zh: '暂时不可用', en: 'Unavailable' },
};
const OTHER: Bilingual = { zh: '被拒绝', en: 'Refused' };

export const titleOf = (status: number, language: Language): string => (TITLES[status] ?? OTHER)[language];

/** Which of the two languages `Accept-Language` prefers (RFC 9110 §12.5.4); English where it names neither. */
export function acceptedLanguage(header: string | undefined): Language {
  const wishes = (header ?? '').split(',').flatMap((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const weight = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find(Boolean);
    const language = tag.split('-', 1)[0];
    const known: Language | null = language === 'zh' || language === 'en' ? language : null;
    return known === null ? [] : [{ language: known, weight: weight === undefined ? 1 : Number(weight) }];
  });
  const liked = wishes.filter(({ weight }) => weight > 0);
  return liked.reduce((best, wish) => (wish.weight > best.weight ? wish : best), liked[0] ?? ENGLISH).language;
}

const ENGLISH = { language: 'en' as Language, weight: 0 };
