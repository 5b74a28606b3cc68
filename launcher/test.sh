# All the tests: of the server, of the web client, and in a real browser.

passed=0
failed=0
skipped=0

run_tests() {
  local part parts=("$@")
  [ $# -gt 0 ] || parts=(server web browser)
  for part in "${parts[@]}"; do
    case $part in
      server | web | browser) ;;
      *) fail "there are tests of: server, web, browser; not of '$part'" ;;
    esac
  done
  leave_county_alone
  unset HEJIE_URL HEJIE_DATA
  find_jdk
  find_node
  if among server "${parts[@]}"; then begin compile ./mvnw -B test-compile; fi
  build_web
  if among web "${parts[@]}"; then
    web_libraries
    begin types npm --prefix web run check
  fi
  for part in "${parts[@]}"; do "test_$part"; done
  say
  if [ "$skipped" -gt 0 ]; then say "$skipped skipped"; fi
  say "$passed passed, $failed failed"
  [ "$failed" -eq 0 ]
}

test_server() {
  local before=$failed sources
  sources=$(server_sources)
  step "Server, compiled beside (mvnw test-compile)" ended compile || true # what is wrong is told below
  rm -rf server/target/surefire-reports bench/target/surefire-reports server/target/classes/static
  if step "Server tests (mvnw verify)" ./mvnw -B verify; then
    count_surefire
    server_built "$sources" || unpack_server "$sources"
  else
    count_surefire
    [ "$failed" -gt "$before" ] || failed=$((failed + 1)) # it did not even compile
  fi
}

test_web() {
  check "Web: types and lint, beside" ended types
  vitest "Web tests" test
}

# Tests in Chromium in folders that are thrown away: two specs at a time, each against a small county of its own, and beside
# them a server as a county first starts it, without data or accounts. None lives long enough for the second compiler to earn
# what it takes.
test_browser() {
  local county
  find_chromium
  build
  web_libraries
  scratch=$(mktemp -d "${TMPDIR:-/tmp}/hejie-test.XXXXXX")
  trap 'stop_servers; rm -rf "$scratch"' EXIT
  trap 'exit 130' INT TERM HUP
  local -x HEJIE_JAVA_OPTS="-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m -XX:MetaspaceSize=256m ${HEJIE_JAVA_OPTS:-}"
  for county in 1 2; do start_small_county "$county"; done
  if await_counties; then
    start_new_county
    vitest "Browser tests" e2e
  else
    failed=$((failed + 1))
    say "  The server for the browser tests did not start. The end of its log:"
    tail -n 40 "$data/server.log" | sed 's/^/    /'
  fi
  stop_servers
  rm -rf "$scratch"
  trap - EXIT INT TERM HUP
}

# among WORD WORDS... : whether it is one of them
among() {
  local word=$1
  shift
  [[ " $* " == *" $word "* ]]
}

# begin NAME COMMAND... : runs it beside what comes next: what compiles or checks types holds one processor, not two
begin() {
  local name=$LOGS/beside-$1
  shift
  mkdir -p "$LOGS"
  rm -f "$name.status"
  { "$@" >"$name.out" 2>&1 </dev/null && echo 0 >"$name.status" || echo 1 >"$name.status"; } &
}

# ended NAME : waits for what was begun, tells what it said and answers its status
ended() {
  local name=$LOGS/beside-$1
  until [ -s "$name.status" ]; do sleep 0.2; done
  cat "$name.out"
  return "$(<"$name.status")"
}

servers=() # of each: process, port, data folder

# start_small_county NAME
start_small_county() {
  data=$scratch/$1
  port=$(free_port)
  start_demo_server --hejie.demo.size=small --hejie.quick-passwords=true >"$data.out" 2>&1
  servers+=("$server_pid $port $data")
  export HEJIE_URL="${HEJIE_URL:+$HEJIE_URL,}http://127.0.0.1:$port" HEJIE_DATA="${HEJIE_DATA:+$HEJIE_DATA,}$data"
}

await_counties() {
  local server
  for server in "${servers[@]}"; do
    read -r server_pid port data <<<"$server"
    await_ready || return 1
  done
}

start_new_county() {
  port=$(free_port)
  export HEJIE_NEW_URL="http://127.0.0.1:$port" HEJIE_NEW_LOG="$scratch/new/server.log"
  data=$scratch/new
  start_server --spring.profiles.active=prod --logging.file.name="$HEJIE_NEW_LOG" --hejie.jobs.enabled=false >"$scratch/new.out" 2>&1
  servers+=("$server_pid $port $data")
}

stop_servers() {
  local server
  for server in ${servers[@]+"${servers[@]}"}; do
    read -r server_pid port data <<<"$server"
    stop_server
  done
  servers=()
}

# check TITLE COMMAND... : one check that passes or fails
check() {
  if step "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
}

# vitest TITLE SCRIPT : an npm script that runs vitest; its tests are counted
vitest() {
  local report=$PWD/$LOGS/$2.json before=$failed
  rm -f "$report"
  mkdir -p "$LOGS"
  if step "$1" npm --prefix web run "$2" -- --reporter=default --reporter=json --outputFile="$report"; then
    count_vitest "$report"
  else
    count_vitest "$report"
    [ "$failed" -gt "$before" ] || failed=$((failed + 1)) # it ended before it could count
  fi
}

count_vitest() {
  local counts
  [ -f "$1" ] || return 0
  counts=$(node -p 'const r = JSON.parse(require("fs").readFileSync(process.argv[1])); `${r.numPassedTests} ${r.numFailedTests} ${r.numPendingTests}`' "$1")
  add $counts
}

count_surefire() {
  local counts
  counts=$({ cat server/target/surefire-reports/TEST-*.xml bench/target/surefire-reports/TEST-*.xml 2>/dev/null || true; } \
    | sed -nE 's/.* tests="([0-9]+)" errors="([0-9]+)" skipped="([0-9]+)" failures="([0-9]+)".*/\1 \2 \3 \4/p' \
    | awk '{ bad += $2 + $4; skipped += $3; all += $1 } END { print all - bad - skipped, bad + 0, skipped + 0 }')
  add $counts
}

# add PASSED FAILED SKIPPED
add() {
  passed=$((passed + $1))
  failed=$((failed + $2))
  skipped=$((skipped + $3))
}

# free_port : one that is not in use and was not given away before
free_port() {
  local candidate=18080
  while [[ " ${servers[*]-} " == *" $candidate "* ]] || port_busy "$candidate"; do candidate=$((candidate + 1)); done
  printf '%s' "$candidate"
}
