# Copies a data folder (embedded database, keys, secrets) while no server uses it, and puts a copy back.

# backup FILE : writes the archive; FILE ends with .tar.gz
backup() {
  options "$@"
  local file=${rest[0]:-}
  [ -n "$file" ] || fail "backup needs the name of the archive, for example: ./hejie backup hejie-$(date +%F).tar.gz"
  [[ $file == /* ]] || file=$CALLED_FROM/$file
  [ -d "$data/postgres" ] || fail "$data holds no embedded database"
  [ ! -e "$file" ] || fail "$file is there already"
  if [ -f "$data/postgres/postmaster.pid" ]; then
    fail "a PostgreSQL runs in $data, or was killed there. Stop the server (after a crash: start it once and stop it), then copy"
  fi
  (umask 077 && tar -C "$data" --exclude=./postgres-programs --exclude='*.log' --exclude=./server.out -czf "$file.part" .) || fail "the copy failed"
  mv "$file.part" "$file"
  say "Copied $data to $file ($(du -h "$file" | cut -f 1)). It holds the keys: keep it as safe as them."
}

# restore FILE : puts the archive into a folder that does not exist yet
restore() {
  options "$@"
  local file=${rest[0]:-}
  [ -n "$file" ] || fail "restore needs the archive: ./hejie restore FILE --data DIR"
  [[ $file == /* ]] || file=$CALLED_FROM/$file
  [ -f "$file" ] || fail "there is no $file"
  [ ! -e "$data" ] || fail "$data exists; give a new folder with --data, or move the old one away"
  (umask 077 && mkdir -p "$data" && tar -C "$data" -xzpf "$file") || fail "the archive could not be unpacked"
  say "Restored to $data. Check the history before work goes on: ./hejie audit verify --data $data"
}
