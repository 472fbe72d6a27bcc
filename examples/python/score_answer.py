"""Scores a recording and waits for the result, with Python's standard library alone (3.9 or newer).

    EARSHOT_URL=http://localhost:3000 EARSHOT_API_KEY=es_test_... python3 score_answer.py recording.mp3
"""

import json
import os
import random
import sys
import time
import urllib.error
import urllib.request
import uuid
from pathlib import Path

URL = os.environ["EARSHOT_URL"].rstrip("/")
API_KEY = os.environ["EARSHOT_API_KEY"]
RETRIED = {408, 429, 500, 502, 503, 504}
MAX_RETRIES = 3
DEADLINE_SECONDS = 300


def request(method, path, body=None, headers=None):
    """One call; it is made again after 429, 5xx and broken lines, with the same headers and so the same key."""
    for attempt in range(MAX_RETRIES + 1):
        call = urllib.request.Request(URL + path, data=body, method=method)
        call.add_header("Authorization", f"Bearer {API_KEY}")
        for name, value in (headers or {}).items():
            call.add_header(name, value)
        retry_after = None
        try:
            with urllib.request.urlopen(call, timeout=120) as response:
                return json.load(response)
        except urllib.error.HTTPError as error:
            problem = error.read().decode("utf-8", "replace")
            if error.code not in RETRIED or attempt == MAX_RETRIES:
                sys.exit(f"{method} {path}: {error.code} {problem}")
            retry_after = error.headers.get("Retry-After")
        except (urllib.error.URLError, TimeoutError) as error:
            if attempt == MAX_RETRIES:
                sys.exit(f"{method} {path}: {error}")
        own_delay = min(8, 0.5 * 2**attempt) * random.uniform(0.5, 1)
        time.sleep(max(own_delay, float(retry_after) if (retry_after or "").isdigit() else 0))


def form(fields, name, recording):
    """A multipart form: text fields, then the recording."""
    boundary = uuid.uuid4().hex
    parts = []
    for key, value in fields.items():
        parts.append(f'--{boundary}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode())
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="audio"; filename="{name}"\r\n'
    parts += [head.encode(), b"Content-Type: application/octet-stream\r\n\r\n", recording, b"\r\n"]
    parts.append(f"--{boundary}--\r\n".encode())
    return b"".join(parts), f"multipart/form-data; boundary={boundary}"


def score(path):
    fields = {
        "role_benchmark": "customer_support",
        "prompt": "Tell me about a time you helped a customer who was upset.",
        "metadata": json.dumps({"example": "python"}),
    }
    body, content_type = form(fields, "answer" + path.suffix, path.read_bytes())
    headers = {"Content-Type": content_type, "Idempotency-Key": str(uuid.uuid4()), "Prefer": "respond-async"}
    return request("POST", "/v1/soft-skills-score", body, headers)


def wait(result):
    deadline = time.monotonic() + DEADLINE_SECONDS
    while result["status"] in ("queued", "processing"):
        if time.monotonic() > deadline:
            sys.exit(f"{result['id']} is still {result['status']} after {DEADLINE_SECONDS} s.")
        time.sleep(result.get("poll_after_seconds", 2))
        result = request("GET", f"/v1/soft-skills-score/{result['id']}")
    return result


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: score_answer.py RECORDING")
    done = wait(score(Path(sys.argv[1])))
    print(json.dumps(done))
    sys.exit(1 if done["status"] in ("failed", "canceled") else 0)
