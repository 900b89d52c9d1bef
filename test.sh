#!/usr/bin/env bash
# Restores, builds and runs every test; the last line is "N passed, N failed, N skipped". This is what CI runs.
set -uo pipefail
cd "$(dirname "$0")"
results=artifacts/test-results
configuration=${KASSA_TEST_CONFIGURATION:-Debug}

say() { printf '%s\n' "$*" >&2; }

find_chromium() {
  local name
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then
      command -v "$name"
      return 0
    fi
  done
  return 1
}

apt_install() {
  command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ] || return 1
  say "Installing $* …"
  { apt-get install -y --no-install-recommends "$@" || { apt-get update && apt-get install -y --no-install-recommends "$@"; }; } >/dev/null 2>&1
}

# The browser tests: Debian's Chromium as root, else Playwright's own after the build, else they are shown as skipped.
make_chromium_available() {
  find_chromium >/dev/null || apt_install chromium
  if CHROMIUM=$(find_chromium); then
    export CHROMIUM
    return
  fi
  local driver
  driver=$(find tests/KassaSurvey.EndToEnd/bin -path '*/.playwright/package/cli.js' 2>/dev/null | head -n 1)
  local node
  node=$(find tests/KassaSurvey.EndToEnd/bin -path '*/.playwright/node/*/node' 2>/dev/null | head -n 1)
  if [ -n "$driver" ] && [ -n "$node" ] && "$node" "$driver" install chromium >/dev/null 2>&1; then
    return
  fi
  say "No Chromium: install it (Debian: apt-get install chromium) to run the browser tests; they are skipped now."
}

make_pdftotext_available() {
  command -v pdftotext >/dev/null 2>&1 || apt_install poppler-utils \
    || say "No pdftotext: install poppler-utils to run the tests that read PDFs with it; they are skipped now."
}

count() { # count NAME: the sum of a counter over all result files
  local file number sum=0
  for file in "$results"/*.trx; do
    [ -e "$file" ] || continue
    number=$(grep -o '<Counters [^>]*>' "$file" | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | head -n 1)
    sum=$((sum + ${number:-0}))
  done
  printf '%s' "$sum"
}

rm -rf "$results"
status=0
if dotnet restore KassaSurvey.sln --nologo -v quiet && dotnet build KassaSurvey.sln --no-restore --nologo -v quiet -c "$configuration"; then
  make_chromium_available
  make_pdftotext_available
  # One project after the other: each has the machine to itself, and a slow one is seen by name.
  for project in tests/*.Tests/*.csproj tests/KassaSurvey.EndToEnd/*.csproj; do
    name=$(basename "$project" .csproj)
    dotnet test "$project" --no-build --nologo -v quiet -c "$configuration" \
      --logger "trx;LogFileName=$name.trx" --results-directory "$results" || status=1
  done
else
  say "The build failed; no test was run."
  status=1
fi

passed=$(count passed)
failed=$(count failed)
total=$(count total)
[ "$failed" -gt 0 ] && status=1
[ "$total" -eq 0 ] && status=1
echo "$passed passed, $failed failed, $((total - passed - failed)) skipped"
exit "$status"
