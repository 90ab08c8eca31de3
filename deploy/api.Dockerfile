# The API. Built from the root: docker build -f deploy/api.Dockerfile .
FROM rust:1.95-bookworm AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/build/target \
    cargo build --release --locked --bin maslahat \
    && cp target/release/maslahat /usr/local/bin/maslahat

FROM debian:bookworm-slim
RUN useradd --system --uid 10001 --home-dir /var/lib/maslahat --create-home --shell /usr/sbin/nologin maslahat \
    && chmod 0700 /var/lib/maslahat
COPY --from=build /usr/local/bin/maslahat /usr/local/bin/maslahat
COPY --chmod=0755 deploy/healthy /usr/local/bin/healthy
USER 10001
WORKDIR /var/lib/maslahat
# The second: memory that is free goes back at once.
ENV MASLAHAT_DATA=/var/lib/maslahat \
    MIMALLOC_PURGE_DELAY=0 \
    MASLAHAT_LISTEN=0.0.0.0:8080
VOLUME /var/lib/maslahat
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 CMD ["healthy"]
ENTRYPOINT ["maslahat"]
CMD ["serve"]
