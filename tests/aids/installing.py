"""A browser that installs Factbox in a workspace, as far as it takes part."""

from __future__ import annotations

import http.client
from urllib.parse import parse_qs, urlencode, urlsplit


def install(port: int) -> int:
    """Presses the button at a running process, is sent to Slack, and comes back: the status of the page it sees then."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        line.request("GET", "/slack/install")
        to_slack = line.getresponse()
        to_slack.read()
        assert to_slack.status == 302
        asked = parse_qs(urlsplit(to_slack.headers["Location"]).query)
        cookie = to_slack.headers["Set-Cookie"].partition(";")[0]

        back = urlencode({"state": asked["state"][0], "code": "abc"})
        line.request("GET", f"/slack/oauth_redirect?{back}", headers={"Cookie": cookie})
        return line.getresponse().status
    finally:
        line.close()
