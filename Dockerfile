# The server with its front end, in an image without a shell.
#
# Checked with hadolint only: it has not been built or run by a container engine yet.
#
#   docker build -t roundtable .
#
# /data holds the database and /keys what opens it: two volumes, so that they can lie, and be
# backed up, in two places.

FROM node:22-bookworm-slim AS web
WORKDIR /src/web
COPY web/package.json web/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY web ./
RUN npm run build

FROM rust:1.95-bookworm AS server
WORKDIR /src
COPY . .
COPY --from=web /src/web/dist web/dist
# The front end is there already; the build script need not look for npm.
ENV ROUNDTABLE_WEB=skip
RUN cargo build --release --locked -p roundtable \
 && install -d -o 65532 -g 65532 -m 700 /empty/data /empty/keys

FROM gcr.io/distroless/cc-debian12:nonroot
COPY --from=server /src/target/release/roundtable /usr/local/bin/roundtable
COPY --from=server --chown=65532:65532 /empty/data /data
COPY --from=server --chown=65532:65532 /empty/keys /keys
ENV ROUNDTABLE_DATA=/data \
    ROUNDTABLE_KEYS=/keys \
    ROUNDTABLE_LISTEN=0.0.0.0:8080 \
    ROUNDTABLE_LOG_FORMAT=json
VOLUME ["/data", "/keys"]
EXPOSE 8080
# By number, so that a platform can see that it is not root.
USER 65532:65532
ENTRYPOINT ["/usr/local/bin/roundtable"]
CMD ["serve"]
