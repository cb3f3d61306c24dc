import { text } from 'node:stream/consumers';
import { runSandboxed, type SandboxExit } from '#platform';
import { words, type Check, type Finding } from '../finding.js';

const LIMITS = { wallMs: 10_000, cpuSeconds: 5, memoryBytes: 256 * 1024 * 1024, outputBytes: 1000 };

/** Starts something between the walls, as decoders and engines are started: that bubblewrap is installed does not say that it may. */
export const sandboxCheck: Check = {
  name: 'sandbox',
  look: async ({ allowUnsandboxed }) => {
    const { stdout, done } = runSandboxed({ program: '/usr/bin/echo', args: () => ['within'], limits: LIMITS });
    const [said, exit] = await Promise.all([text(stdout), done]);
    return [...verdict(said.trim() === 'within', exit), ...(allowUnsandboxed ? [OPEN] : [])];
  },
};

function verdict(works: boolean, exit: SandboxExit): Finding[] {
  const check = 'sandbox';
  if (works)
    return [{ check, level: 'ok', what: words('bubblewrap 可以隔离解码器。', 'bubblewrap walls decoders in.') }];
  const why = words(
    '解码器处理来路不明的文件，没有隔离就不启动：通话停在“需要处理”。',
    'Decoders handle files from strangers and do not start without walls: calls stop at “needs attention”.',
  );
  if (exit.ended === 'not_started' && exit.reason === 'no_bubblewrap')
    return [
      {
        check,
        level: 'fault',
        what: words('没有安装 bubblewrap。', 'bubblewrap is not installed.'),
        why,
        todo: INSTALL,
      },
    ];
  if (exit.ended === 'not_started' && exit.reason === 'no_program')
    return [{ check, level: 'fault', what: words('/usr/bin/echo 不存在。', '/usr/bin/echo is not there.'), why }];
  const { stderr } = exit;
  const said = stderr.trim().split('\n').at(-1) ?? '';
  return [
    {
      check,
      level: 'fault',
      what: words(`bubblewrap 不能启动程序：${said}`, `bubblewrap cannot start a program: ${said}`),
      why,
      todo: NAMESPACES,
    },
  ];
}

const INSTALL = words('apt-get install bubblewrap', 'apt-get install bubblewrap');
const NAMESPACES = words(
  '请允许用户命名空间：宿主机 sysctl kernel.unprivileged_userns_clone=1（或 kernel.apparmor_restrict_unprivileged_userns=0）；容器见 docs/operations/install.md 的“沙箱”一节。',
  'Allow user namespaces: on the host, sysctl kernel.unprivileged_userns_clone=1 (or kernel.apparmor_restrict_unprivileged_userns=0); in containers, see “The sandbox” in docs/operations/install.md.',
);
const OPEN: Finding = {
  check: 'sandbox',
  level: 'warning',
  what: words(
    'SHOUWEN_ALLOW_UNSANDBOXED=1：解码器可以不受隔离地运行。',
    'SHOUWEN_ALLOW_UNSANDBOXED=1: decoders may run without walls.',
  ),
  why: words('一个特制的录音文件就可能控制这台机器。', 'One crafted recording could take this machine over.'),
  todo: words('只在开发时使用；部署请去掉它。', 'It is for development only; remove it.'),
};
