# Builds the web client and the server, each only when its sources changed.

# fingerprint PATH... : one number for the contents of these files and folders
fingerprint() {
  find "$@" -type f -not -path '*/node_modules/*' -not -path '*/dist/*' -not -path '*/target/*' -print0 2>/dev/null \
    | LC_ALL=C sort -z | xargs -0 cksum | cksum
}

fresh()  { [ -f "$STAMPS/$1" ] && [ "$(<"$STAMPS/$1")" = "$2" ]; }
record() { mkdir -p "$STAMPS"; printf '%s\n' "$2" >"$STAMPS/$1"; }

web_libraries() {
  local lock
  find_node
  lock=$(fingerprint web/package.json web/package-lock.json)
  [ -d web/node_modules ] && fresh npm "$lock" && return
  step "Web libraries (npm ci)" npm --prefix web ci --no-audit --no-fund
  record npm "$lock"
}

build_web() {
  local sources
  sources=$(fingerprint web/src web/public web/index.html web/package-lock.json web/vite.config.ts)
  [ -f web/dist/index.html ] && fresh web "$sources" && return
  web_libraries
  step "Web client (vite build)" npm --prefix web run build
  record web "$sources"
}

server_sources() {
  fingerprint pom.xml server/pom.xml server/src/main web/src web/public web/index.html web/package-lock.json
}

server_built() { [ -f "$APP/hejie-server.jar" ] && fresh server "$1"; }

build_server() {
  local sources
  sources=$(server_sources)
  server_built "$sources" && return
  rm -rf server/target/classes/static
  step "Server (Maven; the first time it fetches the libraries)" ./mvnw -B -pl server package -Dmaven.test.skip=true
  unpack_server "$sources"
}

# unpack_server SOURCES : the jar that Maven made of them
unpack_server() {
  rm -rf "$APP"
  step "Server, unpacked" \
    "$JAVA_HOME/bin/java" -Djarmode=tools -jar server/target/hejie-server.jar extract --destination "$APP"
  record server "$1"
}

build() {
  find_jdk
  build_web
  build_server
}

# Classes loaded and linked beforehand (JEP 514): half the processor time of a start. Made by one start on a folder
# that is thrown away, without the settings of the one to come (HEJIE_DB_URL would lead it to the real database);
# without the cache the server starts all the same.
class_cache() {
  local sources
  sources=$(<"$STAMPS/server")
  fresh cache "$sources" && return
  step "Class cache for quick starts" train || say "  Starting without it."
  record cache "$sources"
}

train() {
  local scratch
  scratch=$(mktemp -d "${TMPDIR:-/tmp}/hejie-train.XXXXXX")
  port=$(free_port)
  rm -f "$APP/hejie.aot"
  (
    unset "${!HEJIE_@}" "${!SPRING_@}" SERVER_ADDRESS
    exec "$JAVA_HOME/bin/java" $SERVER_OPTIONS -XX:AOTCacheOutput="$APP/hejie.aot" -jar "$APP/hejie-server.jar" \
      --server.port="$port" --hejie.data="$scratch" --spring.profiles.active=prod --hejie.jobs.enabled=false
  ) &
  server_pid=$!
  await_ready || true
  kill -TERM "$server_pid" 2>/dev/null || true
  wait "$server_pid" || true
  rm -rf "$scratch"
  [ -f "$APP/hejie.aot" ]
}
