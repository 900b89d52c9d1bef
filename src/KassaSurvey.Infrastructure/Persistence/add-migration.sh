#!/usr/bin/env bash
# Makes one migration for both providers: src/KassaSurvey.Infrastructure/Persistence/add-migration.sh AddSomething
set -euo pipefail
name=${1:?"give the migration a name: add-migration.sh AddSomething"}
cd "$(dirname "$0")/../../.."
dotnet tool restore >/dev/null
project=src/KassaSurvey.Infrastructure
dotnet build "$project" -v quiet --nologo
for provider in Sqlite SqlServer; do
  dotnet ef migrations add "$name" --no-build --project "$project" --startup-project "$project" \
    --context "${provider}KassaDbContext" --output-dir "Migrations/$provider"
done
