import { type LabelValue } from './labelled.js';

/*
 * What one reader found in the open two thirds of set2, by its ids: was something promised that comes after the conversation, and was a time
 * told for it? `[数字]个工作日` is a time whose number was taken out. What may be read either way is left out.
 */
const HARPER = 'en-hv-';
const BLOG = { zh: 'zh-wb-', en: 'en-wb-' };
const SHOP = 'zh-jd-';
const AGENT = 'en-tau-';

const all = (before: string, ids: string): string[] =>
  ids
    .trim()
    .split(/\s+/)
    .map((id) => before + id);

const FOUND: Readonly<Record<LabelValue, readonly string[]>> = {
  not_applicable: [
    ...all(
      HARPER,
      `05c33cbd 01882956 0ade4b6a 09d8f80f 0cf9c220 0b153339 02b03e40 0de8d60b 0bf0d839 0e2ad0dd 0ceef853 05e4cfa6`,
    ),
    ...all(AGENT, `re9 ai6`),
    ...all(
      SHOP,
      `7247f65e fc6958af 9a6f7df3 c48725ff 034af526 174466a1 8ca40e98 8e657101 6508c8e6 c3d299d6 ca682192 c26b983b 0c575995 2222a7d6 20a8ad1f 5ce7b9ca`,
    ),
    ...all(
      BLOG.en,
      `3963197121630645 3964333141260740 3768820642425841 3922818876335651 3575639380438675 3856188548356101 3771785952204370 3821340882388779 3907715392460380 3614499321748055 3665954775169825 3989879342465113 3769967557929417 3584108271540480 3874698100066250 3657694579763695 4012886097182117`,
    ),
    ...all(
      BLOG.zh,
      `3812650481462808 3698929029431533 3468459205796529 3869195949684742 3542361403679274 3657694579763695 3909142420769283 3825717844277732 3874672032346481 3889111670636347 3781915519756304 3816769934775149 3784322953691803 3705432453081044 3814963175412279 3730352935874168 4009869000087302`,
    ),
  ],
  met: [
    ...all(AGENT, `re26 ai15 ai8`),
    ...all(SHOP, `4563f7d0 ec363fb7 9152d5b9 ca1bc467 1cc2c3ce 43ea0a60 297a1662 46001c7b`),
  ],
  not_met: [
    ...all(SHOP, `49eaf825 793547c8`),
    ...all(
      BLOG.en,
      `3877630929443546 3524159189104768 3496417090037742 3697960699754283 3623509781624909 3664947365590610 3957243172635674 3804430665115646 3800674188181435`,
    ),
    ...all(
      BLOG.zh,
      `3488772723248274 3804430665115646 3800674188181435 3775765352594685 3913729424973025 3704660684511996 4004854387137608 3870405347240761 3539887858773784`,
    ),
  ],
};

export const PROMISES_READ: ReadonlyMap<string, LabelValue> = new Map(
  (Object.keys(FOUND) as LabelValue[]).flatMap((label) => FOUND[label].map((id) => [id, label] as const)),
);
