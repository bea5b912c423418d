#!/usr/bin/env bash
# Installs what the tests need, builds, checks the format, runs every test project.
# The last line is "N passed, N failed"; the exit code is 0 only when everything held.
#   tests/run.sh [filter]     filter: an expression for dotnet test --filter
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
filter=${1-}
work=$(mktemp -d)
passed=0 failed=0 skipped=0
problems=()
finished=no

export NETCDSHOOKS_TEST_RUN=$work
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1

say() { printf '== %s\n' "$*"; }

problem() {
  problems+=("$1")
  printf '!! %s\n' "$1" >&2
}

# Every process started from here inherits NETCDSHOOKS_TEST_RUN, so that is how leftovers are known.
stop_leftovers() {
  local environ pid
  for environ in /proc/[0-9]*/environ; do
    pid=${environ#/proc/} pid=${pid%/environ}
    [[ $pid != "$$" ]] || continue
    if env -u NETCDSHOOKS_TEST_RUN grep -qaF "NETCDSHOOKS_TEST_RUN=$work" "$environ" 2>/dev/null; then
      kill -9 "$pid" 2>/dev/null || true
    fi
  done
}

finish() {
  local code=$?
  trap - EXIT
  stop_leftovers
  rm -rf "$work"
  [[ $finished == yes ]] || problem "stopped before the end (exit code $code)"
  printf '%d passed, %d failed\n' "$passed" "$failed"
  ((${#problems[@]} == 0)) || exit 1
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# In the background, so that a signal is answered at once.
run() { "$@" & wait "$!"; }

as_root() {
  if ((EUID == 0)); then "$@"; else sudo "$@"; fi
}

apt_install() {
  say "installing $* from Debian"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >"$work/apt.log" 2>&1 ||
    { tail -n 20 "$work/apt.log" >&2; return 1; }
}

install_tools() {
  local missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  command -v node >/dev/null || missing+=(nodejs)
  command -v npm >/dev/null || missing+=(npm)
  ((${#missing[@]} == 0)) || apt_install "${missing[@]}"
}

install_fhir_server() {
  cd "$root/tests/fhir-server"
  cmp -s package-lock.json node_modules/.installed-lock.json && return
  say 'installing the FHIR test server from npm'
  run npm ci --loglevel=error
  cp package-lock.json node_modules/.installed-lock.json
}

build() {
  say 'restoring and building'
  run dotnet restore NetCdsHooks.sln --verbosity quiet
  run dotnet build NetCdsHooks.sln --configuration Release --no-restore --verbosity quiet
}

check_format() {
  say 'checking the format'
  run dotnet format NetCdsHooks.sln --verify-no-changes --no-restore || problem 'the format is not clean'
}

# The sum of one attribute of the Counters element of a result file.
counter() { grep -o '<Counters [^>]*' "$2" | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' || echo 0; }

run_tests() {
  local project name results total executed ok
  for project in tests/*/*Tests.csproj; do
    name=$(basename "$project" .csproj)
    results=$work/$name.trx
    say "testing $name"
    run timeout --kill-after=10s 30m dotnet test "$project" --configuration Release --no-build --verbosity quiet \
      --logger "trx;LogFileName=$results" --results-directory "$work" ${filter:+--filter "$filter"} ||
      problem "$name failed"
    if [[ ! -f $results ]]; then
      [[ -n $filter ]] || problem "$name left no results"
      continue
    fi
    total=$(counter total "$results") executed=$(counter executed "$results") ok=$(counter passed "$results")
    passed=$((passed + ok)) failed=$((failed + executed - ok)) skipped=$((skipped + total - executed))
  done
}

started=$SECONDS
install_tools
install_fhir_server
cd "$root"
build
check_format
run_tests
((failed == 0)) || problem "$failed tests failed"
((skipped == 0)) || problem "$skipped tests were skipped"
((passed + failed > 0)) || problem 'no test ran'
say "took $((SECONDS - started)) s"
finished=yes
