#!/usr/bin/env bash
# Runs every test: builds once, makes a browser available where it can, and ends with one line "N passed, N failed, N skipped".
# Arguments go to dotnet test, for example: ./test.sh --filter FullyQualifiedName~Responding
set -uo pipefail
cd "$(dirname "$0")"
results="$PWD/TestResults"
rm -rf "$results"
mkdir -p "$results"

say() { printf '%s\n' "$*" >&2; }

# A browser for the journeys: one that is there, else Debian's, else Playwright's own. Without one those tests show as skipped.
find_chromium() {
  local candidate
  for candidate in "${CHROMIUM:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
    if [ -n "$candidate" ] && [ -x "$candidate" ]; then
      printf '%s' "$candidate"
      return 0
    fi
  done
  return 1
}

install_chromium() {
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing Chromium from Debian …"
    apt-get update -qq >/dev/null 2>&1
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null 2>&1 && return 0
  fi
  local script=tests/KassaSurvey.EndToEnd/bin/Debug/net10.0/playwright.ps1
  if [ -f "$script" ] && command -v pwsh >/dev/null; then
    say "Installing Chromium with Playwright …"
    pwsh "$script" install chromium >/dev/null 2>&1 && return 0
  fi
  say "No Chromium: the browser tests will be skipped. Install Chromium, or set CHROMIUM to its path."
}

# The programs that analysts read our files with. Without them the tests that do so show as skipped.
install_readers() {
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing PSPP and R from Debian …"
    apt-get update -qq >/dev/null 2>&1
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends pspp r-base-core r-cran-haven >/dev/null 2>&1 && return 0
  fi
  say "No PSPP or no R: the tests that have them read our files will be skipped."
}

say "Building …"
dotnet restore KassaSurvey.sln --verbosity quiet || exit 1
dotnet build KassaSurvey.sln --no-restore --verbosity quiet --nologo || exit 1

find_chromium >/dev/null || install_chromium
{ command -v pspp && command -v Rscript && [ -d /usr/lib/R/site-library/haven ]; } >/dev/null || install_readers
if chromium=$(find_chromium); then export CHROMIUM="$chromium"; fi

status=0

# Tests one project; "fine" beside its log when nothing failed.
run_tests() { # the project's file, then arguments of dotnet test
  local project=$1 name
  shift
  name=$(basename "$project" .csproj)
  say "Testing $name …"
  dotnet test "$project" --no-build --nologo --verbosity quiet \
    --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=normal" --results-directory "$results" "$@" >"$results/$name.log" 2>&1 && touch "$results/$name.fine"
  # What failed and what was skipped, with the reasons; the whole log stays in TestResults.
  grep -E "^\s*(Failed|Skipped) |^\s*(Error Message|Skipped Reason)|error " "$results/$name.log" >&2 || true
}

# Two at a time, the longest first. The browser's journeys come alone, after them: they wait for what a person would see.
projects=(tests/KassaSurvey.Web.Tests tests/KassaSurvey.Application.Tests)
for project in tests/*.Tests; do
  case " ${projects[*]} " in *" $project "*) ;; *) projects+=("$project") ;; esac
done
for project in "${projects[@]}"; do
  while [ "$(jobs -rp | wc -l)" -ge 2 ]; do wait -n || true; done
  run_tests "$project"/*.csproj "$@" &
done
wait
run_tests tests/KassaSurvey.EndToEnd/*.csproj "$@"
for project in "${projects[@]}" tests/KassaSurvey.EndToEnd; do
  name=$(basename "$project")
  [ -f "$results/$name.fine" ] || status=1
  if [ ! -f "$results/$name.trx" ]; then
    say "$name wrote no results:"
    tail -n 30 "$results/$name.log" >&2
    status=1
  fi
done

count() { # the sum of one counter over all result files
  local total=0 value
  while read -r value; do total=$((total + value)); done < <(cat "$results"/*.trx 2>/dev/null | grep -o "<Counters [^>]*" | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*')
  printf '%s' "$total"
}

total=$(count total); passed=$(count passed); failed=$(count failed)
if [ "$failed" -gt 0 ]; then
  for log in "$results"/*.log; do grep -A 12 -E "^\s+Failed " "$log" >&2; done
  status=1
fi
[ "$passed" -gt 0 ] || status=1
printf '%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$((total - passed - failed))"
exit "$status"
