"""The server under test, as somebody of a role reaches it."""

import itertools
import os
import time

import requests

URL = os.environ["MASLAHAT_PUBLIC_URL"]
if not URL.startswith("http://127.0.0.1:"):
    raise SystemExit(f"{URL} is not this machine: nothing else is fuzzed.")
API = URL + "/api/v1"
SESSION = requests.Session()

PASSWORD = "bir-birge-kenesh-2026"
ACCOUNTS = {
    "admin": "ruslan.akhmetov",
    "authority": "taalaibek.sydykov",
    "community": "bakyt.osmonaliev",
    "company": "meerim.kasymova",
    "own-account": "marina.kovalchuk",
    "protection": "cholpon.isakova",
    "staff": "ainura.satarova",
}
# Who plays a part that is no role.
PLAYED = {"own-account": "staff"}
# Where the sessions are open that the run may end; its own are not on this one.
ELSEWHERE = "Firefox"
# A session lasts ten minutes.
RENEWED_AFTER = 300


def ask(method, path, token=None, headers=None, **more):
    """The answer of one request that must succeed."""
    headers = dict(headers or {})
    if token:
        headers["Authorization"] = f"Bearer {token}"
    answer = SESSION.request(method, API + path, headers=headers, timeout=60, **more)
    answer.raise_for_status()
    return answer.json()


def address(role):
    return f"{ACCOUNTS[role]}@example.org"


def sign_in(role, device=""):
    login = {"email": address(role), "password": PASSWORD}
    return ask("POST", "/auth/login", headers={"user-agent": device}, json=login)["access_token"]


def receipt_codes():
    """Those that the server printed when it made the demonstration."""
    with open(os.environ["MASLAHAT_LOG"], encoding="utf-8") as log:
        lines = log.read().split("Demonstration receipt codes\n")[1].split("\n\n")[0].splitlines()
    return [line.split()[0] for line in lines]


def key():
    """A partner's key with every scope."""
    token = sign_in("admin")
    partners = ask("GET", "/organisations?kind=partner", token)["items"]
    programmes = ask("GET", "/programmes", token)["items"]
    new = {
        "name": "Fuzzing",
        "organisation_id": partners[0]["id"],
        "programme_id": programmes[0]["id"],
        "scopes": ["reference_read", "grievances_create", "grievances_read"],
        "expires_at": time.strftime("%Y-%m-%dT00:00:00Z", time.gmtime(time.time() + 86400 * 30)),
    }
    return ask("POST", "/api-keys", token, {"idempotency-key": "a-key-to-fuzz-with"}, json=new)["secret"]


class Tokens:
    """The credentials of a role, one after the other if there are several."""

    def __init__(self, role):
        self.role = role
        self.made = None
        self.tokens = None
        self.issued = set()

    def next(self):
        if self.made is None or (self.role in ACCOUNTS and time.monotonic() - self.made > RENEWED_AFTER):
            made = self.make()
            self.issued.update(made)
            self.tokens = itertools.cycle(made)
            self.made = time.monotonic()
        return next(self.tokens)

    def make(self):
        if self.role == "partner":
            return [key()]
        if self.role == "reporter":
            return [ask("POST", "/receipts/open", json={"code": code})["token"] for code in receipt_codes()]
        for _ in range(3):
            sign_in(self.role, ELSEWHERE)
        return [sign_in(self.role)]
