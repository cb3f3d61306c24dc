import { type Bilingual, type Language } from '#contracts';
import { type PackageFinding, type PackageVerdict } from '#legal';

const FAULTS: Record<PackageFinding['fault'], Bilingual> = {
  manifest_missing: { zh: '缺少清单，或清单无法读取', en: 'there is no manifest, or it cannot be read' },
  signature_invalid: {
    zh: '清单的签名与公钥不符，内容不可采信',
    en: 'the manifest is not signed by this key: nothing that it says counts',
  },
  changed: { zh: '文件有改动', en: 'the file was changed' },
  missing: { zh: '文件缺失', en: 'the file is missing' },
  added: { zh: '文件是后来加入的', en: 'the file was added' },
  twice: { zh: '同一个路径出现两次', en: 'the path occurs twice' },
  journal_wrong: {
    zh: '日志条目与它的哈希或承诺不符',
    en: 'the journal’s entry does not answer to its hash or commitment',
  },
  head_wrong: { zh: '日志头的签名与公钥不符', en: 'the journal’s head is not signed by this key' },
  original_not_as_sealed: { zh: '原件与封存时的哈希不符', en: 'the original does not have the hash that was sealed' },
  time_stamp_wrong: { zh: '时间戳不是给这份清单的', en: 'the time stamp is not for this manifest' },
};

/** What a person reads: each fault by file, then the whole. */
export function linesOf({ ok, manifest, files, timeStamp, findings }: PackageVerdict, language: Language): string[] {
  const zh = language === 'zh';
  const named = findings.map(({ fault, path }) => `${path}: ${FAULTS[fault][language]}`);
  const about = manifest
    ? [`${manifest.request.code}, ${manifest.exportId}, ${manifest.builtAt}`, `${files} ${zh ? '个文件。' : 'files.'}`]
    : [];
  const stamp = {
    none: { zh: '没有时间戳。', en: 'No time stamp.' },
    about_this_manifest: {
      zh: '时间戳是给这份清单的；机构是否可信，请用 openssl ts -verify 核验。',
      en: 'The time stamp is for this manifest; whether its authority is to be trusted: openssl ts -verify.',
    },
    wrong: { zh: '时间戳有误。', en: 'The time stamp is wrong.' },
  }[timeStamp][language];
  const end = ok
    ? zh
      ? '证据包完好，与签名时一致。'
      : 'The package is whole, and as it was signed.'
    : zh
      ? `发现 ${findings.length} 处问题。`
      : `${findings.length} things are wrong.`;
  return [...named, ...about, ...(manifest ? [stamp] : []), end];
}
