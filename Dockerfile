# Two stages: the first compiles, the second carries only what runs. Needs nothing but the npm registry.
FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No install scripts: nothing here needs one, and Prisma's would download an engine we do not use.
RUN npm ci --ignore-scripts
COPY prisma.config.ts tsconfig.json tsconfig.build.json ./
COPY prisma ./prisma
COPY scripts ./scripts
COPY src ./src
# Prisma's command line hangs on its client as an optional peer: left out, with the compiler and the tests.
RUN npm run build \
    && npm prune --omit=dev --omit=optional --omit=peer --ignore-scripts

FROM node:20-slim
ENV NODE_ENV=production \
    DATA_DIR=/data \
    HTTP_HOST=0.0.0.0 \
    HTTP_PORT=8080
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/prisma/migrations ./prisma/migrations
COPY --from=build /app/dist ./dist
# The embedded database's files; with DATABASE_URL nothing is written here.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HTTP_PORT}/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is process 1, so that SIGTERM reaches the program and it stops in order.
# Under load what lives for a moment is forgotten in one go, instead of being carried along.
CMD ["node", "--enable-source-maps", "--max-semi-space-size=32", "dist/main.js"]
