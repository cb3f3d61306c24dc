import { words, type Finding, type MachineCheck } from '../finding.js';

const OLDEST: readonly [number, number] = [20, 19];
/** The oldest release line that still has updates. */
const KEPT_UP = 22;

/** Node, and the language data that dates and sorting need: some builds of Node come without them. */
export const runtimeCheck: MachineCheck = {
  name: 'node',
  look: () => Promise.resolve([nodeVersion(process.versions.node), languageData()]),
};

export function nodeVersion(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const old = major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
  const found = { check: 'node', what: words(`Node ${version}。`, `Node ${version}.`) };
  if (old)
    return {
      ...found,
      level: 'fault',
      why: words('本产品没有在这么旧的版本上测试过。', 'We never tested the product on a release this old.'),
      todo: words('请安装 Node 20.19 或更新的版本。', 'Install Node 20.19 or later.'),
    };
  if (major < KEPT_UP)
    return {
      ...found,
      level: 'warning',
      why: words('这个版本已经没有安全更新。', 'This release gets no security updates any more.'),
      todo: words(
        '请用 npm run 启动，或把 node_modules/.bin 放在 PATH 最前面：软件包自带 Node 24。',
        'Start with npm run, or put node_modules/.bin first in PATH: the packages bring Node 24.',
      ),
    };
  return { ...found, level: 'ok' };
}

export function languageData(format: typeof formatInChinese = formatInChinese): Finding {
  const good = format() === '2026年3月12日 22:02';
  return {
    check: 'node',
    level: good ? 'ok' : 'fault',
    what: good
      ? words('有中文和时区数据。', 'Chinese and time zone data are there.')
      : words('Node 缺少中文或时区数据。', 'This Node lacks Chinese or time zone data.'),
    ...(!good && {
      why: words('时间和日期会显示错误。', 'Times and dates would be shown wrong.'),
      todo: words('请使用带完整 ICU 的 Node。', 'Use a Node with full ICU.'),
    }),
  };
}

function formatInChinese(): string {
  const format = new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  return format.format(new Date('2026-03-12T14:02:00Z'));
}
