/**
 * What Whisper learnt from subtitles and writes where there is no speech: the endings of videos. Whole pieces only; a caller may say "thank you".
 */
const ENDINGS =
  /^(?:thanks? (?:you )?for watching|subtitles? by .*|.*amara\.org.*|(?:请)?(?:不吝)?点赞.*(?:订阅|转发|打赏).*|字幕(?:志愿者|by|由|制作).*|(?:谢谢|感谢)(?:大家)?(?:的)?(?:观看|收看|收听).*|明镜与点点.*)[.!。！]*$/iu;

export const isEndingOfVideo = (text: string): boolean => ENDINGS.test(text.trim());
