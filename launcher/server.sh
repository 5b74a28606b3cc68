# Starts the server, waits for it, stops it with everything it started.

# Serial GC: the smallest of the collectors, and the quickest on two cores. Methods are compiled after three times the usual number of
# calls: a quarter less work for the compilers, which take it from PostgreSQL. Large pages where Linux offers them: fewer misses
# (docs/performance.md).
SERVER_OPTIONS="-Xmx640m -XX:+UseSerialGC -XX:CompileThresholdScaling=3 -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8 --sun-misc-unsafe-memory-access=allow"
if grep -qsE '\[(madvise|always)\]' /sys/kernel/mm/transparent_hugepage/enabled; then SERVER_OPTIONS+=" -XX:+UseTransparentHugePages"; fi
readonly SERVER_OPTIONS

# Replaces this (sub)shell by the server.
become_server() {
  local cache=
  if [ -f "$APP/hejie.aot" ]; then cache="-XX:AOTCache=$APP/hejie.aot"; fi
  exec "$JAVA_HOME/bin/java" $SERVER_OPTIONS ${cache:+"$cache"} ${HEJIE_JAVA_OPTS:-} -jar "$APP/hejie-server.jar" "$@"
}

port_busy() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# ready PORT : the server answers 200 on /readyz
ready() {
  local line
  { exec 3<>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null || return 1
  printf 'GET /readyz HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' >&3
  read -r -t 5 line <&3 || line=
  exec 3<&-
  [[ $line == *" 200"* ]]
}

server_pid=

# start_server OPTIONS... : in a process group of its own, so that a Ctrl-C in the terminal reaches only
# this script, which then stops the server in order
start_server() {
  if port_busy "$port"; then
    fail "port $port is in use on this machine. Take another: --port $((port + 1))"
  fi
  mkdir -p "$data" || fail "the folder $data cannot be made"
  set -m
  become_server --server.port="$port" --hejie.data="$data" "$@" </dev/null &
  server_pid=$!
  set +m
}

# What database, keys and files the shell names are those of a real county: nothing made up goes there.
leave_county_alone() { unset "${!HEJIE_DB_@}" "${!HEJIE_FILES_@}" HEJIE_KEYS_FILE; }

# The full log goes to a file; the terminal shows what the demo itself prints, and errors.
start_demo_server() {
  start_server --spring.profiles.active=demo --spring.main.banner-mode=off \
    --logging.file.name="$data/server.log" --logging.threshold.console=error "$@"
}

# stop_server : asks, waits, and sees to a PostgreSQL whose server was killed
stop_server() {
  local left
  if [ -n "$server_pid" ]; then
    kill -TERM "$server_pid" 2>/dev/null || true
    wait "$server_pid" 2>/dev/null || true
    server_pid=
  fi
  left=$(head -n 1 "$data/postgres/postmaster.pid" 2>/dev/null || true)
  if [ -n "$left" ] && kill -INT "$left" 2>/dev/null; then
    for _ in $(seq 100); do [ -f "$data/postgres/postmaster.pid" ] || break; sleep 0.1; done
  fi
}

# await_ready : returns when the server answers; false when it ended instead
await_ready() {
  until ready "$port"; do
    kill -0 "$server_pid" 2>/dev/null || return 1
    sleep 0.3
  done
}

# Also when nobody reads any more what is said: a terminal that was closed, a pipe whose other end was stopped first.
stop_on_signals() { trap 'trap "" INT TERM HUP PIPE; set +e; { say; say "Stopping …"; } 2>/dev/null; stop_server; say "Stopped." 2>/dev/null; exit 0' INT TERM HUP; }

# stay : until Ctrl-C or the server's own end
stay() {
  local status=0
  wait "$server_pid" || status=$?
  stop_server
  fail "the server ended by itself (exit code $status); its log: $data/server.log"
}
