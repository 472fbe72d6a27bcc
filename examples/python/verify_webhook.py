"""Verifies a webhook (standardwebhooks.com) with Python's standard library alone.

    EARSHOT_WEBHOOK_SECRET=whsec_... python3 verify_webhook.py 8080

takes webhooks at http://localhost:8080/ and prints each event that is genuine. `verify` is what to copy.
"""

import base64
import hashlib
import hmac
import json
import os
import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

TOLERANCE_SECONDS = 300
MAX_BODY_BYTES = 1_000_000


def verify(body, headers, secrets, now=None):
    """The event of a genuine message; ValueError otherwise. `body` is bytes, as they came; `headers` has `get`."""
    message_id = headers.get("webhook-id")
    timestamp = headers.get("webhook-timestamp") or ""
    signatures = headers.get("webhook-signature") or ""
    if not message_id or not (timestamp.isascii() and timestamp.isdigit()):
        raise ValueError("a webhook- header is missing")
    if abs((time.time() if now is None else now) - int(timestamp)) > TOLERANCE_SECONDS:
        raise ValueError("the message is too far from this clock")
    message = f"{message_id}.{timestamp}.".encode() + body
    for secret in secrets:
        key = base64.b64decode(secret.removeprefix("whsec_"))
        expected = "v1," + base64.b64encode(hmac.new(key, message, hashlib.sha256).digest()).decode()
        for signature in signatures.split():
            # Takes as long for a wrong signature as for a right one.
            if hmac.compare_digest(expected.encode(), signature.encode()):
                return json.loads(body)
    raise ValueError("no signature fits")


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        length = int(self.headers.get("Content-Length") or 0)
        if length > MAX_BODY_BYTES:
            self.send_error(413)
            return
        body = self.rfile.read(length)
        try:
            event = verify(body, self.headers, os.environ["EARSHOT_WEBHOOK_SECRET"].split())
        except ValueError as error:
            self.send_error(400, str(error))
            return
        # Answer first, work later: what takes longer than 15 s is sent again. `webhook-id` tells what came twice.
        self.send_response(204)
        self.end_headers()
        print(self.headers["webhook-id"], json.dumps(event), flush=True)

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    server = HTTPServer(("127.0.0.1", int(sys.argv[1]) if len(sys.argv) > 1 else 8080), Receiver)
    print(f"listening on {server.server_port}", flush=True)
    server.serve_forever()
