FROM denoland/deno:2.9.6
WORKDIR /app
COPY . .
RUN deno install && deno task build && mkdir /data && chown deno:deno /data
USER deno
ENV TWINCAST_KV_PATH=/data/twincast.db
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s CMD deno eval 'const { status } = await fetch(`http://127.0.0.1:${Deno.env.get("PORT") ?? 8000}/healthz`); Deno.exit(status === 200 ? 0 : 1)'
# The packages lie there as they were installed: this user may not write to them.
CMD ["sh", "-c", "exec deno run --cached-only --node-modules-dir=manual $(deno run --node-modules-dir=manual -A lib/build/permissions.ts) --v8-flags=--heap-growing-percent=70,--max-semi-space-size=4 main.ts"]
