"""Checks a webhook of Shouwen. Python 3.8 or later, no packages."""

import base64
import hashlib
import hmac
import re
import time


def verify(secret, headers, body, now=None):
    """True when the message is from Shouwen and not older than five minutes.

    `headers` with names in small letters; `body` is the bytes as they arrived.
    """
    message_id = headers.get("webhook-id", "")
    timestamp = headers.get("webhook-timestamp", "")
    if not message_id or not re.fullmatch(r"[0-9]{1,12}", timestamp):
        return False
    if abs((time.time() if now is None else now) - int(timestamp)) > 300:
        return False
    key = base64.b64decode(secret[6:] if secret.startswith("whsec_") else secret)
    signed = f"{message_id}.{timestamp}.".encode() + body
    expected = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    given = headers.get("webhook-signature", "").split(" ")
    return any([hmac.compare_digest(one.encode(), expected.encode()) for one in given])
