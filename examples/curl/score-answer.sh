#!/usr/bin/env bash
# Scores a recording with curl and waits for the result.
#   EARSHOT_URL=http://localhost:3000 EARSHOT_API_KEY=es_test_... ./score-answer.sh recording.mp3
# Needs curl and nothing else: fields of the answers are read with sed, since their names are unique where they are used.
set -euo pipefail

recording=${1:?"usage: score-answer.sh RECORDING"}
url=${EARSHOT_URL:?"set EARSHOT_URL"}
key=${EARSHOT_API_KEY:?"set EARSHOT_API_KEY"}
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# The same Idempotency-Key on every attempt: curl may retry, and the answer is scored once.
status=$(curl --silent --show-error --output "$answer" --write-out '%{http_code}' \
  --retry 3 --retry-all-errors --max-time 120 \
  --header "Authorization: Bearer $key" \
  --header "Idempotency-Key: $(date +%s)-$$-$RANDOM" \
  --header "Prefer: respond-async" \
  --form "role_benchmark=customer_support" \
  --form "prompt=Tell me about a time you helped a customer who was upset." \
  --form "audio=@$recording" \
  "$url/v1/soft-skills-score")
if [ "$status" -ge 300 ]; then
  cat "$answer" >&2
  exit 1
fi

field() { sed -n "s/.*\"$1\":\"\\{0,1\\}\\([^\",}]*\\).*/\\1/p" "$answer" | head -n 1; }
id=$(grep -o '"id":"asm_[0-9A-Z]*"' "$answer" | head -n 1 | cut -d '"' -f 4)

for _ in $(seq 150); do
  curl --silent --show-error --fail-with-body --retry 3 --max-time 30 --output "$answer" \
    --header "Authorization: Bearer $key" "$url/v1/soft-skills-score/$id"
  if ! grep -qE '"status":"(queued|processing)"' "$answer"; then break; fi
  sleep "$(field poll_after_seconds | grep -E '^[0-9]+$' || echo 2)"
done

cat "$answer"
echo
# Failed, canceled, or still not there.
! grep -qE '"status":"(failed|canceled|queued|processing)"' "$answer"
