/** Makes a moving picture of screens: pictures that a browser takes, one a second, written as an animated WebP. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const WIDTH = 1000;

/**
 * @param {string} path the `.webp` to write
 * @param {AsyncIterable<Buffer>} pictures PNGs of one size, shown a second each
 */
export async function film(path, pictures) {
  const input = ['-f', 'image2pipe', '-framerate', '1', '-i', '-'];
  const output = [
    '-vf',
    `scale=${WIDTH}:-2:flags=lanczos`,
    '-c:v',
    'libwebp_anim',
    '-quality',
    '60',
    '-loop',
    '0',
    path,
  ];
  const ffmpeg = spawn('ffmpeg', ['-loglevel', 'error', '-y', ...input, ...output], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const ended = once(ffmpeg, 'close');
  for await (const picture of pictures) if (!ffmpeg.stdin.write(picture)) await once(ffmpeg.stdin, 'drain');
  ffmpeg.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`ffmpeg could not write ${path}`);
}

/** Pictures of a page while something goes on in it. */
export async function* watch(page, { seconds, before = async () => {} }) {
  for (let second = 0; second < seconds; second++) {
    await before(second);
    yield await page.screenshot();
    await page.waitForTimeout(1000);
  }
}
