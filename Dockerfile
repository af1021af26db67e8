# Atalaya as an image. docs/deploy.md says how to run it.
#   docker build -t atalaya .
#   docker build -t atalaya --build-arg CHROMIUM=1 .    with a browser, for briefings as PDF

FROM node:20-bookworm-slim AS build
WORKDIR /app
# A compiler, for platforms for which better-sqlite3 offers no binary.
RUN apt-get update \
 && apt-get install -y --no-install-recommends python3 make g++ \
 && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json .npmrc ./
# The installation would build the program, whose source comes later: so a change of it costs no installation.
RUN npm ci --ignore-scripts && npm rebuild better-sqlite3
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
RUN npm run -s build && npm prune --omit=dev --ignore-scripts

FROM node:20-bookworm-slim
ARG CHROMIUM=
RUN if [ -n "$CHROMIUM" ]; then \
      apt-get update \
      && apt-get install -y --no-install-recommends chromium \
      && rm -rf /var/lib/apt/lists/*; \
    fi
WORKDIR /app
COPY package.json LICENSE ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY console ./console
COPY data/indicators ./data/indicators
COPY data/lexicons ./data/lexicons
COPY data/models ./data/models
COPY data/offices ./data/offices
COPY data/outlets ./data/outlets
COPY data/ties ./data/ties
COPY example ./example
COPY examples ./examples
# Nothing of the program is the user's to change; the desk alone is.
RUN mkdir /desk && chown node:node /desk
ENV NODE_ENV=production ATALAYA_DESK=/desk
USER node
WORKDIR /desk
VOLUME /desk
EXPOSE 8420
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8420/health/live').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "/app/dist/main.js"]
CMD ["serve", "--host", "0.0.0.0", "--log", "json"]
