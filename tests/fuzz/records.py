"""Records that there are, to be put in the place of made-up ids."""

import base64
import collections
import datetime
import re

import requests
from schemathesis.core.parameters import ParameterLocation
from schemathesis.transport.serialization import Binary

import server

# What a field of a body or of a query names, by the list that knows it.
LISTS = {
    "account_id": "/staff",
    "agreement_id": "/agreements",
    "call_id": "/public-grant-calls",
    "commitment_id": "/commitments",
    "district_id": "/places",
    "facilitator_id": "/staff",
    "duplicate_of": "/grievances",
    "grievance_id": "/grievances",
    "impact_id": "/impacts",
    "impact_ids": "/impacts",
    "note_taker_id": "/staff",
    "organisation_id": "/organisations",
    "owner_id": "/staff",
    "parent_id": "/places",
    "place_id": "/places",
    "place_ids": "/places",
    "programme_id": "/programmes",
    "programme_ids": "/programmes",
    "site_id": "/sites",
    "template_id": "/letter-templates",
    "territory_id": "/places",
}
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# What opens an operation that a secret opens.
SECRETS = {
    "begin_second_factor": {"password": lambda: server.PASSWORD},
    "change_password": {"current": lambda: server.PASSWORD},
    "log_in": {"email": lambda: server.address("own-account"), "password": lambda: server.PASSWORD},
    "open_receipt": {"code": lambda: server.receipt_codes()[0]},
}
# Two pixels by two: bytes at random are no file of a kind that is taken.
PHOTO = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGNocFAAIgYIBQAaDgOBnA45xwAAAABJRU5ErkJg"
    "gg=="
)
# A list is read again after so many uses: requests make and remove records.
READ_AGAIN = 40
# Records that are looked at for one that allows an operation.
LOOKED_THROUGH = 25


def is_valid(case):
    return case.meta is not None and not any(case.meta.is_negative_at(place) for place in ParameterLocation)


class Records:
    def __init__(self, role, tokens):
        self.role = role
        self.tokens = tokens
        self.known = {}
        self.uses = collections.Counter()
        self.files = {}

    def put_into(self, case):
        if case.meta is None:
            return
        whole = {place: not case.meta.is_negative_at(place) for place in ParameterLocation}
        token = self.token(case)
        if whole[ParameterLocation.PATH] and case.path_parameters:
            self.fill_path(case, token)
        if whole[ParameterLocation.QUERY] and case.query:
            case.query = self.fill(case.query, None, token)
        if whole[ParameterLocation.BODY] and isinstance(case.body, dict):
            case.body = self.fill(case.body, None, token)
            self.fill_secrets(case)
        if whole[ParameterLocation.BODY] and isinstance(case.body, Binary):
            case.body = Binary(PHOTO)
        if whole[ParameterLocation.HEADER] and whole[ParameterLocation.PATH] and "if-match" in (case.headers or {}):
            self.fill_version(case, token)

    def token_for(self, case):
        """The credential of a request: a reporter's is that of a case that allows the operation now, if there is one."""
        operation = case.operation.definition.raw["operationId"]
        token = self.tokens.next()
        moves = case.method != "GET" and case.path.startswith("/api/v1/my-case/")
        if self.role != "reporter" or not moves or not is_valid(case):
            return token
        for _ in range(LOOKED_THROUGH):
            if operation in (self.read("/my-case", token) or {}).get("actions", []):
                break
            token = self.tokens.next()
        return token

    def token(self, case):
        """A reporter's names the case, anybody else's only who asks (and a made-up one sees no records)."""
        if self.role == "nobody":
            return None
        if self.role == "reporter":
            return (case.headers or {}).get("Authorization", "").removeprefix("Bearer ")
        return self.tokens.next()

    def fill_path(self, case, token):
        """The id is one of a list: for a valid change, of a record that allows the operation now if there is one."""
        operation = case.operation.definition.raw["operationId"]
        wanted = operation if is_valid(case) and case.method != "GET" else None
        if operation in self.files:
            case.path_parameters.update(self.files[operation])
            return
        path = ""
        for part in case.path.removeprefix("/api/v1").strip("/").split("/"):
            if not part.startswith("{"):
                path += f"/{part}"
                continue
            name, after = part[1:].split("}")
            found = self.pick(path, token, wanted)
            if found is not None:
                case.path_parameters[name] = found["id"]
            path += f"/{case.path_parameters[name]}{after}"

    def fill(self, value, name, token):
        if isinstance(value, dict):
            if value.keys() >= {"id", "version"}:
                found = self.pick("/grievances", token)
                value = {**value, **({key: found[key] for key in ("id", "version")} if found else {})}
            return {key: self.fill(item, key, token) for key, item in value.items()}
        if isinstance(value, list):
            return [self.fill(item, name, token) for item in value]
        if isinstance(value, str) and UUID.fullmatch(value) and name in LISTS:
            found = self.pick(LISTS[name], token)
            return found["id"] if found else value
        if isinstance(value, str) and DAY.fullmatch(value):
            return self.day(name)
        return value

    def fill_secrets(self, case):
        """Every second time a right one: behind a wrong one there is little to find."""
        right = SECRETS.get(case.operation.definition.raw["operationId"])
        if right is None:
            return
        self.uses[case.path] += 1
        if self.uses[case.path] % 2:
            case.body = {**case.body, **{name: value() for name, value in right.items() if name in case.body}}

    def day(self, name):
        """A day near this one, before it or after it."""
        self.uses[name] += 1
        return str(datetime.date.today() + datetime.timedelta(days=self.uses[name] % 40 - 10))

    def fill_version(self, case, token):
        record = self.find(case, token)
        if record is not None and "version" in record:
            case.headers["if-match"] = f'"{record["version"]}"'

    def find(self, case, token):
        """The record of a change: what can be read at its path or nearest above it, or else in the list."""
        template = case.path.removeprefix("/api/v1")
        readable = case.operation.schema.raw_schema["paths"]
        while template:
            path = template
            for name, value in (case.path_parameters or {}).items():
                path = path.replace(f"{{{name}}}", str(value))
            if "get" in readable.get("/api/v1" + template, {}):
                return self.read(path, token)
            if template.endswith("}"):
                items = self.items(template.rpartition("/")[0], token, fresh=True)
                wanted = path.rpartition("/")[2]
                return next((item for item in items if item["id"] == wanted), None)
            template = template.rpartition("/")[0]
        return None

    def pick(self, path, token, operation=None):
        items = self.items(path, token)
        if not items:
            return None
        for _ in range(min(len(items), LOOKED_THROUGH)):
            self.uses[path, operation] += 1
            item = items[self.uses[path, operation] % len(items)]
            if operation is None or operation in self.actions(path, item, token):
                break
        return item

    def actions(self, path, item, token):
        """What the record allows its caller now; a list of cases does not tell it."""
        if path != "/grievances":
            return item.get("actions", [])
        return (self.read(f"{path}/{item['id']}", token) or {}).get("actions", [])

    def remember(self, case, response):
        """A file that was sent can be fetched."""
        operation = case.operation.definition.raw["operationId"]
        if operation == "attach_grievance":
            file = {"id": case.path_parameters["id"], "attachment_id": response.json()["id"]}
            self.files["get_attachment"] = file

    def items(self, path, token, fresh=False):
        if path == "/paper-sheets":
            batch = self.pick("/paper-batches", token)
            path = f"/paper-batches/{batch['id']}/sheets" if batch else path
        uses, items = self.known.get(path, (READ_AGAIN, []))
        if fresh or uses >= READ_AGAIN:
            answer = self.read(f"{path}?limit=100", token) or self.read(path, token)
            uses, items = 0, self.usable(path, (answer or {}).get("items", []), token)
        self.known[path] = (uses + 1, items)
        return items

    def usable(self, path, items, token):
        """Without what the run itself stands on: its own account and session."""
        if path == "/accounts":
            own = self.read("/me", token)
            items = [item for item in items if own and item["id"] != own["id"]]
        if path == "/sessions":
            items = [item for item in items if item["device"].startswith(server.ELSEWHERE)]
        return [{**item, "id": item.get("id", item.get("day", item.get("number")))} for item in items]

    def read(self, path, token):
        try:
            return server.ask("GET", path, token)
        except requests.RequestException:
            return None
