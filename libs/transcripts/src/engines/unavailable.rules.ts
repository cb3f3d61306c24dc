import type { Bilingual } from '#contracts';
import type { UnavailableReason } from './transcription-engine.js';

const INSTALL: Readonly<Record<string, Bilingual>> = {
  pocketsphinx: {
    zh: '没有安装 pocketsphinx。在 Debian 或 Ubuntu 上运行 apt-get install pocketsphinx pocketsphinx-en-us。',
    en: 'pocketsphinx is not installed. On Debian or Ubuntu run apt-get install pocketsphinx pocketsphinx-en-us.',
  },
  'faster-whisper': {
    zh: '没有安装 faster-whisper 的 Python 软件包。运行 npm run models -- set-up（需要 Python 3.10 至 3.13）。',
    en: 'The Python packages of faster-whisper are not installed. Run npm run models -- set-up (it needs Python 3.10 to 3.13).',
  },
  'sherpa-onnx': {
    zh: '没有安装 sherpa-onnx-node 软件包，或它不支持这台机器。运行 npm ci。',
    en: 'The package sherpa-onnx-node is not installed, or has nothing for this machine. Run npm ci.',
  },
};

const WORDS: Readonly<Record<Exclude<UnavailableReason, 'not_installed'>, Bilingual>> = {
  no_sandbox: {
    zh: '没有安装 bubblewrap，引擎不在沙箱外运行。安装 bubblewrap 软件包。',
    en: 'bubblewrap is not installed, and engines do not run outside a sandbox. Install the package bubblewrap.',
  },
  no_model: {
    zh: '没有可用的语音模型。运行 npm run models -- list 查看，再用 pull 或 add 安装。',
    en: 'There is no speech model to use. See npm run models -- list, then install one with pull or add.',
  },
  model_damaged: {
    zh: '模型文件缺失或大小不符。运行 npm run models -- verify，再重新安装。',
    en: 'Files of the model are missing or have the wrong length. Run npm run models -- verify, then install it again.',
  },
  not_configured: {
    zh: '没有设置转写服务器的地址 SHOUWEN_OPENAI_URL。',
    en: 'No server is set: SHOUWEN_OPENAI_URL.',
  },
  egress_not_allowed: {
    zh: '不允许把声音送到这台服务器。如确需发送，请把它列入 SHOUWEN_EGRESS_HOSTS。',
    en: 'Audio may not be sent to this server. If it is meant to be, name it in SHOUWEN_EGRESS_HOSTS.',
  },
};

/** Why an engine cannot be used, and what to do, for the operator. */
export function adviceFor(reason: UnavailableReason, engine: string): Bilingual {
  if (reason !== 'not_installed') return WORDS[reason];
  return INSTALL[engine] ?? { zh: '这个引擎没有安装。', en: 'This engine is not installed.' };
}
