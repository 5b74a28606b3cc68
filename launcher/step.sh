# Speaking to the person at the terminal.

say()  { printf '%s\n' "$*"; }
fail() { printf 'hejie: %s\n' "$*" >&2; exit 1; }

# step TITLE COMMAND... : runs it with the elapsed seconds shown. Its output goes to a log; when it fails, the
# log is named, its end shown, and the command's status returned.
step() {
  local title=$1 log started=$SECONDS pid status=0
  shift
  mkdir -p "$LOGS"
  log="$LOGS/$(tr -cs 'A-Za-z0-9' '-' <<<"$title" | sed 's/^-//; s/-*$//').log"
  "$@" >"$log" 2>&1 </dev/null &
  pid=$!
  if [ ! -t 1 ]; then say "  $title …"; fi
  while kill -0 "$pid" 2>/dev/null; do
    if [ -t 1 ]; then printf '\r  %s … %ds' "$title" $((SECONDS - started)); fi
    sleep 0.5
  done
  wait "$pid" || status=$?
  if [ -t 1 ]; then printf '\r\033[K'; fi
  if [ "$status" -eq 0 ]; then
    say "  $title: done in $((SECONDS - started)) s"
    return
  fi
  say "  $title: failed after $((SECONDS - started)) s. The end of $PWD/$log:"
  tail -n 40 "$log" | sed 's/^/    /'
  return "$status"
}
