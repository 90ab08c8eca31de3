"""What schemathesis does not know by itself: who asks, records that there are, and what a role may do.

It is loaded by `schemathesis.toml`; `fuzz.py` says in the environment for whom.
"""

import atexit
import os
import re
import sys
from pathlib import Path

import schemathesis

sys.path.append(str(Path(__file__).parent))

import server  # noqa: E402
from records import Records  # noqa: E402

ROLE = os.environ["FUZZ_ROLE"]
DONE = set()
TOKENS = server.Tokens(ROLE)
RECORDS = Records(ROLE, TOKENS)


if ROLE != "nobody":

    @schemathesis.auth(refresh_interval=None)
    class Credential:
        """The role's bearer token. A reporter's changes from request to request: each opens another case."""

        def get(self, case, context):
            return RECORDS.token_for(case)

        def set(self, case, token, context):
            case.headers["Authorization"] = f"Bearer {token}"


@schemathesis.hook
def before_call(context, case, kwargs):
    """Puts ids and versions that exist in the place of made-up ones: a request for nothing reaches no code."""
    RECORDS.put_into(case)


@schemathesis.hook
def after_call(context, case, response):
    """Notes what was done at all: an operation that only ever refuses is not tried in earnest."""
    if 200 <= response.status_code < 300:
        DONE.add(case.operation.definition.raw["operationId"])
        RECORDS.remember(case, response)


@atexit.register
def tell():
    Path(os.environ["FUZZ_DONE"]).write_text("\n".join(sorted(DONE)), encoding="utf-8")


@schemathesis.check
def role_is_kept_out(ctx, response, case):
    """Who is not among the operation's `x-roles` gets nothing, whatever else is right or wrong with the request."""
    roles = case.operation.definition.raw["x-roles"]
    if server.PLAYED.get(ROLE, ROLE) in roles or "public" in roles:
        credential = response.request.headers.get("authorization", "").removeprefix("Bearer ")
        assert response.status_code != 401 or credential not in TOKENS.issued, "the run's own credential holds no more"
        return
    expected = {401} if ROLE == "nobody" else {401, 403}
    if case.meta is not None and case.meta.is_negative_at(schemathesis.core.parameters.ParameterLocation.PATH):
        # Another path is another operation, or none.
        return
    if response.status_code == 405:
        return
    assert response.status_code in expected, f"{ROLE} is not among {roles} and got {response.status_code}"


# With these the server says that a value has not the shape that it must have, which the document could have said.
OF_SHAPE = {"too_long", "too_short", "too_large", "too_small", "required", "pattern"}
# What depends on another value, as no document can say. All but a country lie in another place; a latitude and a longitude go
# together. Of those who are expected no more are women, or young, than there are people. A ballot without an account has a
# number, of as many as there are. A source says either which case or what was seen; a passage goes to an impact that
# there is, or becomes one. A first assessment is whole. What is searched for has a word of three letters in it. Of a
# guest without an account the side and the language are said, of others neither. A meeting ends
# within a fortnight of its beginning. Who follows records names one of some kind. A question of a call has what its
# kind needs, an answer what its question asks for; an application is looked at whole when it is submitted, and a group that
# applies from paper is named.
CONDITIONAL = {
    "/parent_id",
    "/latitude",
    "/longitude",
    "/expected/women",
    "/expected/youth",
    "/number",
    "/numbers",
    "/observed",
    "/day",
    "/grievance_id",
    "/sources/*/observed",
    "/sources/*/day",
    "/sources/*/grievance_id",
    "/impact_id",
    "/impact",
    "/influence",
    "/interest",
    "/stance",
    "/note",
    "/side",
    "/language",
    "/ends_at",
    "/questions/*/required",
    "/questions/*/expected",
    "/questions/*/options",
    "/questions/*/most",
    "/organisation_id",
    "/lines",
    "/lines/*/what",
    "/answers/*",
    "/answers/*/text",
    "/answers/*/number",
    "/summary",
    "/team",
    "/asked",
    "?q",
    "?grievance",
}


def of_all(pointer):
    """The pointer, wherever in a list it points, by place or by id."""
    return re.sub(r"/(\d+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})(?=/|$)", "/*", pointer)


def is_nothing_but_space(body, pointer):
    """Whether what a field says is too short without the spaces around it, which no length in a document tells."""
    for part in pointer.strip("/").split("/"):
        try:
            body = body[int(part)] if isinstance(body, list) else body[part]
        except (IndexError, KeyError, TypeError, ValueError):
            return False
    return isinstance(body, str) and len(body.strip()) < 3


@schemathesis.check
def shape_is_documented(ctx, response, case):
    """What fits the document is refused for what it means, never for its length or for a field that is missing."""
    if response.status_code != 422 or case.meta is None or not case.meta.generation.mode.is_positive:
        return
    fields = [field for field in response.json().get("fields", []) if of_all(field["pointer"]) not in CONDITIONAL]
    refused = [
        field
        for field in fields
        if field["code"] in OF_SHAPE and not is_nothing_but_space(case.body, field["pointer"])
    ]
    assert not refused, f"The document allows what the server refuses: {refused}"
