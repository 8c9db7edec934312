# Sourced by ./run and ./verify: finds a JDK 25 and puts it first. Not a program of its own.

# Whether $1 is a JDK (with a compiler) of version 25.
is_jdk25() {
  [ -x "$1/bin/javac" ] && "$1/bin/javac" -version 2>&1 | grep -q '^javac 25'
}

use_jdk25() {
  local candidate
  for candidate in "${CHATKEEPER_JAVA_HOME:-}" "${JAVA_HOME:-}" \
    /usr/lib/jvm/*25* /opt/java/*25* "$HOME"/.sdkman/candidates/java/25* \
    /Library/Java/JavaVirtualMachines/*25*/Contents/Home; do
    if [ -n "$candidate" ] && is_jdk25 "$candidate"; then
      export JAVA_HOME="$candidate"
      export PATH="$JAVA_HOME/bin:$PATH"
      return 0
    fi
  done
  echo "Chatkeeper needs a JDK 25 and found none." >&2
  echo "Install Eclipse Temurin 25 (https://adoptium.net/temurin/releases/?version=25)," >&2
  echo "or name one you have: CHATKEEPER_JAVA_HOME=/path/to/jdk-25 $0" >&2
  return 1
}

# Whether the program $1 is there; $2 says where it comes from.
require() {
  command -v "$1" > /dev/null && return 0
  echo "Chatkeeper needs $1 and found none. $2" >&2
  return 1
}

require_tools() {
  require mvn "Install Apache Maven 3.8 or newer (https://maven.apache.org)." || return 1
  require node "Install Node.js 20 or newer (https://nodejs.org)." || return 1
  local node_version
  node_version="$(node -p 'process.versions.node.split(".")[0]')"
  if [ "$node_version" -lt 20 ]; then
    echo "Chatkeeper needs Node.js 20 or newer; this is $(node --version)." >&2
    return 1
  fi
}
