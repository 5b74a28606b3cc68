# Finds what must be on the machine, or names the line that installs it.

java_major() { "$1" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p;1q'; }

# Sets JAVA_HOME to a JDK 25: JAVA_HOME itself, the usual folders, then `java` on the path.
find_jdk() {
  local home
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
              /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
              /opt/homebrew/opt/openjdk@25 /opt/java/* /opt/jdk* "$(path_jdk)"; do
    if [ -n "$home" ] && [ -x "$home/bin/javac" ] && [ "$(java_major "$home/bin/java")" = 25 ]; then
      export JAVA_HOME=$home
      return
    fi
  done
  fail "no JDK 25 found (JAVA_HOME, /usr/lib/jvm, SDKMAN, java on the path). Install one, for example:
  Debian 13+, Ubuntu 25.10+:  sudo apt-get install -y openjdk-25-jdk-headless
  macOS:                      brew install openjdk@25
  anywhere (SDKMAN):          sdk install java 25-tem
  or unpack the archive from https://adoptium.net/temurin/releases/?version=25 and set JAVA_HOME to it"
}

path_jdk() {
  local java
  java=$(command -v java) || return 0
  java=$(readlink -f "$java" 2>/dev/null || printf '%s' "$java")
  printf '%s' "${java%/bin/java}"
}

# Puts Node 20.19 or newer first on the path.
find_node() {
  local bin version
  for bin in "$(dirname "$(command -v node || printf /none/node)")" "$HOME"/.nvm/versions/node/*/bin \
             "$HOME"/.local/share/fnm/node-versions/*/installation/bin "$HOME"/.volta/bin \
             /usr/local/bin /opt/homebrew/bin /opt/node*/bin; do
    [ -x "$bin/node" ] || continue
    version=$("$bin/node" -p 'const [a, b] = process.versions.node.split("."); a > 20 || a == 20 && b >= 19' 2>/dev/null || true)
    if [ "$version" = true ]; then
      export PATH="$bin:$PATH"
      return
    fi
  done
  fail "no Node 20.19 or newer found. Install one, for example:
  Debian, Ubuntu:     curl -fsSL https://deb.nodesource.com/setup_22.x | sudo bash - && sudo apt-get install -y nodejs
  macOS:              brew install node
  anywhere (nvm):     nvm install 22"
}

# Names a Chromium and a Chinese font; installs Debian's when it may. Its headless shell takes a third less processor time.
find_chromium() {
  local install="apt-get install -y chromium-headless-shell fonts-noto-cjk"
  name_chromium "${HEJIE_CHROMIUM:-}" chromium-headless-shell && return
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    step "Chromium and a Chinese font (apt-get)" sh -c "apt-get update && DEBIAN_FRONTEND=noninteractive $install" || true
    name_chromium chromium-headless-shell && return
  fi
  name_chromium chromium chromium-browser google-chrome "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    "/Applications/Chromium.app/Contents/MacOS/Chromium" && return
  fail "the browser tests need Chromium and a Chinese font. Install them, for example: sudo $install"
}

# name_chromium COMMAND... : the first of them that is here; false when none is
name_chromium() {
  local candidate found
  for candidate in "$@"; do
    if [ -n "$candidate" ] && found=$(command -v "$candidate"); then
      export HEJIE_CHROMIUM=$found
      return
    fi
  done
  return 1
}
