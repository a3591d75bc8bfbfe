# Sourced by ./lacuna and ./check: puts the newest JDK of at least 25 that this machine has into JAVA_HOME,
# or says what to install and ends with 2.
jdk_version() { # the feature release of the JDK in folder $1, or 0 where there is none
  [ -x "$1/bin/javac" ] || { echo 0; return; }
  local v=""
  [ -r "$1/release" ] && v=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ -n "$v" ] || v=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  echo "${v:-0}"
}

find_jdk() {
  local best="" best_version=24 home version on_path
  on_path=$(command -v javac 2>/dev/null) && on_path=$(readlink -f "$on_path" 2>/dev/null) && on_path=${on_path%/bin/javac}
  for home in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/*jdk* /opt/*java* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$home" ] && [ -d "$home" ] || continue
    version=$(jdk_version "$home")
    if [ "$version" -gt "$best_version" ]; then best=$home best_version=$version; fi
  done
  if [ -z "$best" ]; then
    echo "lacuna: needs a JDK of 25 or later and found none in JAVA_HOME, on the PATH or in the usual folders: install one (such as Temurin 25) or set JAVA_HOME to it" >&2
    exit 2
  fi
  export JAVA_HOME=$best
}
