# nginx with the web app in it. Built from the root: docker build -f deploy/web.Dockerfile .
FROM node:20.20-bookworm-slim AS build
WORKDIR /build/frontend
COPY frontend/package.json frontend/package-lock.json frontend/.npmrc ./
RUN npm install --no-save --no-audit --no-fund
COPY frontend .
RUN npm run build

FROM nginx:1.28-alpine
ARG API=api:8080
COPY deploy/nginx.conf.template /tmp/nginx.conf.template
# hadolint ignore=SC2016
RUN LISTEN=8080 WEB_ROOT=/usr/share/nginx/html RUN_DIR=/tmp \
    envsubst '${LISTEN} ${API} ${WEB_ROOT} ${RUN_DIR}' </tmp/nginx.conf.template >/etc/nginx/nginx.conf \
    && rm -r /tmp/nginx.conf.template /usr/share/nginx/html
COPY --from=build /build/frontend/dist /usr/share/nginx/html
# nginx, by number: a host may refuse names that it does not know.
USER 101
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=10s --retries=3 \
    CMD ["wget", "--quiet", "--spider", "http://127.0.0.1:8080/"]
ENTRYPOINT ["nginx"]
CMD ["-g", "daemon off;"]
